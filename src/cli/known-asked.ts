// SPDX-License-Identifier: Apache-2.0

import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { sha256Hex } from '../crypto/digest.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { type Holding, memberName } from '../model/holding.ts';
import type { InputRecord, ItemFacts, ReportHead } from '../model/report.ts';
import { Journal, JournalError } from '../store/journal.ts';
import { refusePlace, StoreError } from '../store/new-file.ts';
import { factsFromText, factsText } from '../verify/facts-text.ts';
import type { FactsKeeper, FactsKey, KnownFacts } from '../verify/known-facts.ts';
import { KnownReport } from '../verify/known-report.ts';
import { namedBeside } from './named-files.ts';
import { stored } from './report-sink.ts';
import { tell } from './settle.ts';
import { UsageError } from './usage-error.ts';

/** How a report is shown or how fast it is made decides nothing. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['json', 'output', 'output-file', 'force', 'verbose', 'quiet', 'no-color', 'deterministic', 'offline'],
  ...['binary-digest', 'resume', 'workers', 'known-results'],
]);

export interface KnownAsked {
  readonly resume: string | undefined;
  readonly report: string | undefined;
  readonly head: ReportHead;
  readonly flags: { readonly [name: string]: unknown };
  readonly operands: readonly string[];
  readonly holdings: readonly Holding[];
  /** Files beside the holdings: trust, keys, policies. */
  readonly inputs: readonly InputRecord[];
  readonly quiet: boolean;
  /** Rules will be judged: they read facts that no report tells. */
  readonly ruled: boolean;
}

/** What need not be found again: of an interrupted run, of an earlier report, or of both; and where it is kept for the next. */
export class KnownBefore implements KnownFacts, FactsKeeper {
  readonly keys: ReadonlySet<FactsKey>;
  readonly limitations: readonly string[];
  readonly inputs: readonly InputRecord[];
  readonly #journal: Journal | null;
  readonly #report: KnownReport | null;

  /** @throws UsageError where a file is not what it was named as, or is of another question */
  constructor(asked: KnownAsked) {
    this.#report = asked.report === undefined ? null : reportAt(asked.report, asked.head);
    this.#journal = asked.resume === undefined ? null : journalAt(asked.resume, asked, this.#report?.sha256 ?? null);
    const report = asked.ruled ? [] : (this.#report?.keys ?? []);
    const kept = (this.#journal?.keys ?? new Set()) as ReadonlySet<FactsKey>;
    this.keys = new Set([...kept, ...report]);
    this.limitations = this.#report === null ? [] : unused(this.#report, asked.ruled);
    this.inputs =
      this.#report === null
        ? []
        : [{ name: this.#report.name, role: 'data', size: this.#report.size, sha256: this.#report.sha256 }];
  }

  recall(key: FactsKey): ItemFacts | null {
    const text = this.#journal?.read(key) ?? null;
    return text === null ? (this.#report?.recall(key) ?? null) : factsFromText(text);
  }

  keep(key: FactsKey, facts: ItemFacts): void {
    const journal = this.#journal;
    if (journal !== null) stored(() => journal.append(key, factsText(facts)));
  }

  /** The last rows are written; nothing more where it was closed before. */
  close(): void {
    this.#report?.close();
    const journal = this.#journal;
    if (journal !== null) stored(() => journal.close());
  }
}

function unused({ name, differs }: KnownReport, ruled: boolean): string[] {
  const why = ruled ? 'the rules read facts that no report tells' : differs;
  return why === null ? [] : [`nothing of ${name} was used again: ${why}`];
}

function reportAt(path: string, head: ReportHead): KnownReport {
  const report = KnownReport.open(path, head);
  if (!report.ok) throw new UsageError(`--known-results ${path}: ${report.problem.reason}: ${report.problem.detail}`);
  return report.value;
}

/** One line: what is asked, and of which octets. */
interface JournalHead {
  readonly format: 'forensic-verify/journal@v1';
  readonly tool: string;
  readonly at: string;
  readonly question: string;
  readonly policy: string;
  readonly command: string;
  readonly files: number;
  readonly inputs: string;
}

const SAID: Readonly<Record<keyof JournalHead, string>> = {
  format: 'format',
  tool: 'tool or engine',
  at: '--at',
  question: 'question (keys, roots, criteria or thresholds)',
  policy: 'policy',
  command: 'command line',
  files: 'inputs',
  inputs: 'inputs',
};

function journalAt(path: string, asked: KnownAsked, known: string | null): Journal {
  const { head, holdings, inputs, quiet } = asked;
  if (head.question === undefined)
    throw new UsageError('--resume does not go with --hmac-key: a journal would hold a digest of the secret');
  if (head.at === null)
    throw new UsageError('--resume wants --at: a run that is continued later is judged at the same instant');
  refuseInside(path, holdings);
  const bound: JournalHead = {
    format: 'forensic-verify/journal@v1',
    tool: `${head.tool.version} ${head.tool.engine}`,
    at: head.at,
    question: head.question,
    policy: head.policy.sha256,
    command: digestOf([commandOf(asked), known]),
    files: holdings.reduce((sum, { members }) => sum + members.length, 0),
    inputs: inventoryOf(holdings, inputs),
  };
  try {
    // It is written to: a file that is an input is refused whatever it holds.
    refusePlace(path, { replace: true, never: [...inputs.map(({ name }) => name), ...namedBeside(path)] });
    const journal = Journal.open(path, JSON.stringify(bound), (found) => differs(found, bound));
    if (journal.dropped > 0 && !quiet)
      tell(
        `forensic-verify: ${path}: ${journal.dropped} line(s) that are not whole were left out: what they told is found again\n`,
      );
    return journal;
  } catch (error) {
    if (error instanceof JournalError) throw new UsageError(`--resume: ${error.message}`);
    throw error instanceof StoreError ? new UsageError(`--resume: ${error.message}`) : error;
  }
}

/** null where it is of the same run; else why not. */
function differs(found: string, bound: JournalHead): string | null {
  const other = JSON.parse(found) as Partial<JournalHead>;
  const names = (Object.keys(bound) as (keyof JournalHead)[]).filter((name) => other[name] !== bound[name]);
  if (names.length === 0) return null;
  const [first] = names;
  if (first === 'files' || first === 'inputs')
    return `is of a run over other octets (input-changed): the inputs have changed since it was begun with ${Number(other.files)} files. Name a new journal, or give the inputs as they were`;
  const said = [...new Set(names.map((name) => SAID[name]))].join('; ');
  return `is of another run: what differs is its ${said}. Name a new journal, or ask as it was begun`;
}

function commandOf({ operands, flags }: KnownAsked): unknown {
  const decide = Object.entries(flags).filter(([name, value]) => !BESIDE.has(name) && value !== undefined);
  return [operands, decide.sort(([a], [b]) => (a < b ? -1 : 1))];
}

/** Names and digests of everything that was read. */
function inventoryOf(holdings: readonly Holding[], inputs: readonly InputRecord[]): string {
  const rows = holdings.flatMap((holding) =>
    holding.members.map(({ path, digests }) => [memberName(holding, path), digests.get('sha256') ?? '']),
  );
  return digestOf([...inputs.map(({ name, sha256 }) => [name, sha256]), ...rows]);
}

function digestOf(value: unknown): string {
  return sha256Hex(encodeUtf8(JSON.stringify(value)));
}

/** A journal in a folder that is examined would be one of its files the next time. */
function refuseInside(path: string, holdings: readonly Holding[]): void {
  const place = placeOf(path);
  for (const { name, container } of holdings) {
    if (container === 'directory' && place !== null && `${place}${sep}`.startsWith(`${realpathSync(name)}${sep}`))
      throw new UsageError(`--resume ${path} lies in ${name}, which is examined: name a place outside`);
  }
}

function placeOf(path: string): string | null {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch (error) {
    // Opening it says what is wrong.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
