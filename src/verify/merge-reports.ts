// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import type { CoverageRow, InputRecord, Item, Report } from '../model/report.ts';
import { idleScope, wholeReport, withheld } from './compose-report.ts';
import { addCoverage } from './coverage.ts';
import { verdictOf } from './verdict.ts';

export interface Shard {
  readonly name: string;
  readonly sha256: string;
  readonly input: InputRecord;
  readonly report: Report;
}

/** The merged report, or in words why these are not parts of one. */
export type Merged = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly why: string };

/** What must be the same in all parts: under another question, a verdict is another verdict. */
const SAME = [
  'tool',
  'command',
  'at',
  'atSource',
  'knownAt',
  'toleranceSeconds',
  'criteria',
  'question',
  'policy',
  'revocation',
  'trustedRoots',
] as const satisfies readonly (keyof Report)[];

/** Read for the question and not as evidence: every part has read the same. */
const ASKING: ReadonlySet<InputRecord['role']> = new Set(['trust', 'key', 'policy']);

/**
 * Reports of parts that were verified apart as one report over all of them: the verdict is the worst. Refuses parts that were asked
 * differently, that overlap, or that did not end. Whatever would have been paired across parts stays unpaired, and the report
 * says so.
 */
export function mergeReports(shards: readonly Shard[]): Merged {
  const sorted = [...shards].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const why = unfit(sorted);
  if (why !== null) return { ok: false, why };
  const reports = sorted.map(({ report }) => report);
  const [first] = reports as [Report];
  const all = withheld(reports.flatMap((report) => report.items));
  // As a run over all of it tells them: the operands after what was found in them.
  const items = [...all.filter((one) => !isOperand(one)), ...all.filter(isOperand)];
  const end = {
    inputs: [...unique(reports.flatMap(({ inputs }) => inputs)), ...sorted.map(({ input }) => input)],
    trustedRoots: first.trustedRoots,
    sets: reports.flatMap(({ sets }) => sets),
    coverage: coverageOf(reports),
    unmatchedArtifacts: reports.flatMap((report) => report.unmatchedArtifacts),
    unmatchedAttestations: reports.flatMap((report) => report.unmatchedAttestations),
    notDone: unique(reports.flatMap(({ notDone }) => notDone)),
    limitations: [
      ...sorted.map(({ name, sha256 }) => `merged from the report ${name} with sha256 ${sha256}, which is believed`),
      'parts that were verified apart: artifacts of one were not paired with evidence of another',
      ...limitationsOf(reports, items),
    ],
    weakenings: unique(reports.flatMap(({ weakenings }) => weakenings)),
    verdict: verdictOf(items),
    run: null,
  };
  return { ok: true, report: wholeReport(first, items, end) };
}

function isOperand({ kind }: Item): boolean {
  return kind === 'evidence-set';
}

function keyOf({ report, name }: Shard): string {
  return `${report.items[0]?.name ?? ''}\n${name}`;
}

function unfit(shards: readonly Shard[]): string | null {
  const [first, ...others] = shards;
  if (first === undefined || others.length === 0) return 'name two reports or more';
  const unfinished = shards.find(({ report }) => report.interrupted === true);
  if (unfinished !== undefined) return `${unfinished.name} is of a run that did not end`;
  if (first.report.atSource === 'clock')
    return `${first.name} was judged by the machine's clock, and no other run has the same: verify the parts with --at`;
  for (const { name, report } of others) {
    const differing = SAME.filter((member) => text(report[member]) !== text(first.report[member]));
    if (differing.length > 0)
      return `${first.name} and ${name} were asked differently: another ${differing.join(', ')}`;
  }
  return overlap(shards);
}

function overlap(shards: readonly Shard[]): string | null {
  const owners = new Map<string, string>();
  for (const { name, sha256, report } of shards) {
    const evidence = report.inputs.filter(({ role }) => !ASKING.has(role));
    const own = new Set([
      `the report with sha256 ${sha256}`,
      ...evidence.map((one) => `the input ${one.name}`),
      ...report.sets.map((one) => `the operand ${one.name}`),
      ...report.items.map((one) => `the item ${one.name}`),
    ]);
    for (const what of own) {
      const owner = owners.get(what);
      if (owner !== undefined) return `${owner} and ${name} overlap: ${what} is in both`;
      owners.set(what, name);
    }
  }
  const asking = new Map<string, string>();
  for (const { name, report } of shards) {
    for (const input of report.inputs.filter(({ role }) => ASKING.has(role))) {
      const known = asking.get(`${input.role} ${input.name}`);
      if (known !== undefined && known !== input.sha256)
        return `${name} has read another ${input.name} than the others`;
      asking.set(`${input.role} ${input.name}`, input.sha256);
    }
  }
  return null;
}

function coverageOf(reports: readonly Report[]): CoverageRow[] {
  return addCoverage(reports.flatMap(({ coverage }) => coverage));
}

/** That a scope is about nothing holds of all parts only where it holds of each. */
function limitationsOf(reports: readonly Report[], items: readonly Item[]): string[] {
  const used = items.flatMap(({ scopes }) => (scopes ?? []).filter(({ applies }) => applies !== 'no'));
  const wrong = new Set(used.map(({ name }) => idleScope(name)));
  return unique(reports.flatMap(({ limitations }) => limitations)).filter((one) => !wrong.has(one));
}

function unique<T>(values: readonly T[]): T[] {
  const seen = new Set<string>();
  return values.filter((value) => !seen.has(text(value)) && seen.add(text(value)));
}

function text(value: unknown): string {
  return value === undefined ? '' : canonicalText(value);
}
