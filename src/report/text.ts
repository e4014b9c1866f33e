// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { TEXT_WIDTH, wrapText } from '../encoding/wrap-text.ts';
import type { Check, FactValue } from '../model/check.ts';
import { CHECKS, type CheckId } from '../model/checks.ts';
import { FINDINGS } from '../model/findings.ts';
import { REASONS } from '../model/reasons.ts';
import type { Item, Report } from '../model/report.ts';
import { custodyLines } from './custody-lines.ts';
import { ordered, SIGNER_ORDER } from './ordered.ts';
import { type Palette, plainPalette } from './palette.ts';
import { type SourceFile, sourceSentences } from './rendered-from.ts';
import { answerLines, proposedLines, ruleLines } from './rule-lines.ts';
import { MANY_ITEMS, setLines } from './set-lines.ts';
import { whatIfLines } from './what-if-lines.ts';

export interface TextOptions {
  readonly verbose: boolean;
  readonly palette?: Palette;
  /** The files that the report was read from; absent: this run made it. */
  readonly from?: readonly SourceFile[];
}

/** The report for a person: criteria first, then each item, then one verdict. Everything that came from evidence is escaped. */
export function renderText(report: Report, options: TextOptions): string {
  const palette = options.palette ?? plainPalette;
  const out: string[] = [];
  for (const sentence of sourceSentences(options.from)) out.push(...wrapText('', sentence).map(palette.warn));
  if (out.length > 0) out.push('');
  out.push(palette.strong('criteria enforced'));
  for (const criterion of report.criteria) out.push(...wrapText('  - ', escapeText(criterion)));
  for (const weakening of report.weakenings) out.push(...wrapText('  ! ', escapeText(weakening)).map(palette.warn));
  // Of many, those that were accepted stand in the list alone.
  const many = report.items.length > MANY_ITEMS && !options.verbose && report.sets.length > 0;
  const shown = many ? report.items.filter(({ decision }) => decision !== 'accept').slice(0, MANY_ITEMS) : report.items;
  for (const item of shown) out.push('', ...renderItem(item, options, palette));
  out.push(...setLines(report, palette, options.verbose));
  for (const [title, names] of [
    ['artifacts without an attestation', report.unmatchedArtifacts],
    ['attestations without their artifact', report.unmatchedAttestations],
  ] as const) {
    if (names.length > 0)
      out.push('', palette.strong(title), ...names.flatMap((name) => wrapText('  ', escapeText(name))));
  }
  out.push('', palette.strong('trusted roots'));
  for (const [i, root] of report.trustedRoots.entries()) {
    const age = ageOf(root, report.run?.trustedRootAgeDays[i] ?? null);
    out.push(...wrapText('  ', `${escapeText(root.name)}, ${age}`), `    sha256 ${root.sha256}`);
    out.push(...wrapText('    ', escapeText(root.origin)));
  }
  if (report.trustedRoots.length === 0) out.push('  none was needed');
  out.push('', palette.strong('not done'), ...report.notDone.flatMap((line) => wrapText('  - ', line)));
  for (const line of report.limitations) out.push(...wrapText('  - ', escapeText(line)));
  out.push('', ...verdictLines(report, palette));
  return `${out.join('\n')}\n`;
}

/** The last lines of every report: under what it was judged, and the one verdict. */
export function verdictLines(report: Report, palette: Palette): string[] {
  const { verdict } = report;
  const paint = verdict.decision === 'accept' ? palette.good : verdict.decision === 'warn' ? palette.warn : palette.bad;
  const under = `${instantOf(report)}, tolerance ${report.toleranceSeconds} s, engine ${report.tool.engine}, offline always`;
  return [
    ...wrapText('', under),
    ...(report.interrupted === true
      ? [palette.bad('INTERRUPTED: not all was examined, and this is no verdict over all')]
      : []),
    paint(`VERDICT: ${verdict.decision.toUpperCase()}  ${verdict.indication}  (exit ${verdict.exitCode})`),
  ];
}

/** The checks of an item that did not pass, or all of them where everything is asked for. */
export function failingLines(item: Item, options: TextOptions, palette: Palette): string[] {
  return item.checks
    .filter(({ outcome }) => options.verbose || outcome === 'failed' || outcome === 'indeterminate')
    .flatMap((check) => renderCheck(check, item, options, palette));
}

export function instantOf({ at, atSource, run }: Report): string {
  if (atSource === 'none') return 'judged without regard to time';
  if (atSource === 'clock') return `judged at ${run?.at ?? 'the time of the run'}, by the machine's clock`;
  return `judged at ${at}${atSource === 'evidence' ? ', the time that the evidence states' : ''}`;
}

export function ageOf({ ageDays, issuedAt }: Report['trustedRoots'][number], ageAtRun: number | null): string {
  if (issuedAt === null) return 'age unknown';
  const age = ageDays ?? ageAtRun;
  if (age === null) return `issued ${issuedAt}`;
  const days = Math.abs(age) === 1 ? '1 day' : `${Math.abs(age)} days`;
  return age < 0 ? `issued ${days} later` : `${days} old`;
}

function renderItem(item: Item, options: TextOptions, palette: Palette): string[] {
  const sub = item.sub === null ? '' : ` / ${item.sub}`;
  const paint = item.decision === 'accept' ? palette.good : item.decision === 'warn' ? palette.warn : palette.bad;
  const version = item.version === '' ? '' : ` ${item.version}`;
  const out = [...titleOf(item, `(${item.kind}${version})`, palette), paint(`  ${item.indication}${sub}`)];
  if (item.reused !== undefined)
    out.push(
      ...wrapText(
        '  reused    ',
        `not examined in this run: from the report with sha256 ${escapeText(item.reused.report)}`,
      ),
    );
  for (const artifact of item.artifacts) {
    const what = artifact.what === undefined ? '' : `  (${escapeText(artifact.what)})`;
    out.push(...wrapText('  artifact  ', `${escapeText(artifact.name)}${what}`));
    for (const [name, value] of ordered(artifact.digests))
      if (`${name}:${value}` !== artifact.name) out.push(...wrapText('            ', `${name}:${value}`));
  }
  if (item.predicateType !== null) out.push(...wrapText('  predicate ', escapeText(item.predicateType)));
  if (item.predicateDocument !== undefined) {
    const { what, canonicalSha256 } = item.predicateDocument;
    out.push(...wrapText('            ', `${escapeText(what)}, sha256 of its RFC 8785 form ${canonicalSha256}`));
  }
  for (const signer of item.signers) {
    for (const [name, value] of ordered(signer, SIGNER_ORDER)) {
      if (value !== null && (options.verbose || SIGNER_FACTS.has(name)))
        out.push(...wrapText(`  ${name.padEnd(9)} `, factText(value)));
    }
  }
  out.push(...scopeLines(item), ...custodyLines(item, options.verbose, palette));
  out.push(...whatIfLines(item, options.verbose, palette));
  if (item.times.length > 0) out.push('', ...timeTable(item));
  out.push('');
  for (const [i, check] of item.checks.entries()) {
    out.push(...(answerLines(item, i) ?? renderCheck(check, item, options, palette)));
  }
  for (const found of item.findings) {
    out.push(...wrapText('    note    ', `${found.code}: ${FINDINGS[found.code].says} (${escapeText(found.detail)})`));
  }
  out.push(...ruleLines(item.judgements, options.verbose, palette), ...proposedLines(item));
  if (item.established.length + item.notEstablished.length > 0) out.push('');
  out.push(...item.established.flatMap((line) => wrapText('  established      ', escapeText(line))));
  out.push(...item.notEstablished.flatMap((line) => wrapText('  not established  ', escapeText(line))));
  return out;
}

/** Which scopes of the policy are about the item, and by which key of its match another is not. */
function scopeLines({ scopes }: Item): string[] {
  if (scopes === undefined) return [];
  const each = scopes.map(({ name, applies, because }) => {
    const shown = escapeText(name);
    if (applies === 'yes') return shown;
    return applies === 'no'
      ? `not ${shown} (${because})`
      : `${shown} where it is stricter (${because} not established)`;
  });
  return wrapText('  scopes    ', each.join('; '));
}

/** The name and the kind on one line, where they fit. */
function titleOf({ name }: Item, kind: string, palette: Palette): string[] {
  const shown = escapeText(name);
  if (shown.length + 2 + kind.length <= TEXT_WIDTH) return [`${palette.strong(shown)}  ${kind}`];
  return [...wrapText('', shown).map(palette.strong), `  ${kind}`];
}

const SIGNER_FACTS = new Set(['identity', 'issuer', 'name', 'fingerprint']);

function renderCheck(check: Check, item: Item, options: TextOptions, palette: Palette): string[] {
  const alone = item.kind === 'single-step';
  const mark = {
    passed: palette.good('pass'),
    failed: palette.bad('FAIL'),
    indeterminate: palette.warn('open'),
    skipped: 'skip',
  }[check.outcome];
  const place = check.at.pointer === '' ? '' : ` at ${escapeText(check.at.pointer, 60)}`;
  const other =
    check.at.evidence === item.name || check.at.evidence === '' ? '' : `  ${escapeText(check.at.evidence, 100)}`;
  const line = `    ${mark}    ${check.id}${other}`;
  // The mark may be painted: what counts is its four letters.
  const fits = 12 + check.id.length + other.length <= TEXT_WIDTH;
  const out = fits ? [line] : [`    ${mark}    ${check.id}`, ...wrapText('            ', other.trim())];
  if (check.outcome === 'skipped') out.push(`            because ${check.because} did not pass`);
  else if (check.outcome !== 'passed') {
    const entry = REASONS[check.reason];
    out.push(...wrapText('            ', `${check.reason}: ${entry.says}${place}`));
    out.push(...wrapText('            ', escapeText(check.detail, 400)));
    out.push(...wrapText('            next: ', entry.next));
  }
  if (options.verbose) out.push(...wrapText('            ', CHECKS[check.id]));
  const answers = check.id === 'time.timestamp' && alone ? TIMESTAMP_ANSWERS : ANSWERS.get(check.id);
  for (const [name, value] of ordered(check.facts, [...(answers ?? [])])) {
    if (options.verbose || answers?.has(name) === true)
      out.push(...wrapText(`            ${name} = `, factText(value, QUOTED.has(name) ? WHOLE : undefined)));
  }
  return out;
}

/** Facts of single steps that are the answer to the question: shown to everybody. */
const ANSWERS: ReadonlyMap<CheckId, ReadonlySet<string>> = new Map<CheckId, ReadonlySet<string>>([
  ['chain.path', new Set(['root', 'purpose'])],
  ['merkle.leaves', new Set(['profile', 'order', 'leafKind', 'leaves', 'emptyLeaves', 'root'])],
  ['merkle.anchor', new Set(['from', 'root', 'size'])],
  ['inclusion.proof', new Set(['profile'])],
  ['checkpoint.signature', new Set(['origin', 'size', 'root'])],
  ['checkpoint.witnesses', new Set(['cosigned'])],
  ['checkpoint.fork', new Set(['origin', 'size1', 'root1', 'root2', 'note1', 'note2'])],
  ['selftest.answers', new Set(['group', 'asked', 'given', 'differing'])],
  ['vector.result', new Set(['algorithm', 'tests', 'passed', 'failed', 'unsupported', 'vectors'])],
]);
/** Of a timestamp that is judged alone; among the checks of a bundle the table of times says enough. */
const TIMESTAMP_ANSWERS: ReadonlySet<string> = new Set([
  'genTime',
  'accuracyNanoseconds',
  'policy',
  'serial',
  'signer',
]);

/** What proves something by standing there whole, up to the length of a note with sixteen post-quantum signatures. */
const QUOTED = new Set(['note1', 'note2']);
const WHOLE = 128 * 1024;

/** Two lines a row: the names of logs and authorities are longer than a column. */
function timeTable(item: Item): string[] {
  const widest = Math.max(...item.times.map((row) => row.instant.length));
  return item.times.flatMap((row) => [
    ...wrapText(`  time  ${row.instant.padEnd(widest)}  ${row.trusted ? 'trusted    ' : 'not trusted'}  `, row.usedFor),
    ...wrapText('        ', escapeText(row.source, 120)),
  ]);
}

function factText(value: FactValue, max = 200): string {
  if (typeof value === 'string') return escapeText(value, max);
  if (Array.isArray(value) && value.length === 0) return '(none)';
  if (Array.isArray(value)) return value.map((one) => escapeText(String(one), 100)).join(', ');
  return String(value);
}
