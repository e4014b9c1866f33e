// SPDX-License-Identifier: Apache-2.0
import type { Check, Facts, FactValue } from '../../model/check.ts';
import { CHECKS } from '../../model/checks.ts';
import { FINDINGS } from '../../model/findings.ts';
import type { Effect, Judgement } from '../../model/policy.ts';
import { REASONS } from '../../model/reasons.ts';
import type { Item } from '../../model/report.ts';
import { ordered, SIGNER_ORDER } from '../ordered.ts';
import { type Block, joined, type Line, line, type Piece, quoted, type Tone, tabled, toned } from './blocks.ts';
import { custodyBlocks } from './custody-blocks.ts';
import { whatIfBlocks } from './what-if-blocks.ts';

const TONES = { accept: 'good', warn: 'warn', reject: 'bad' } as const satisfies Record<Item['decision'], Tone>;
export const OUTCOMES = {
  passed: ['passed', 'good'],
  failed: ['FAILED', 'bad'],
  indeterminate: ['open', 'warn'],
  skipped: ['not judged', 'muted'],
} as const satisfies Record<Check['outcome'], readonly [string, Tone]>;
const EFFECTS: Readonly<Record<Effect, string>> = {
  satisfied: 'satisfied',
  waived: 'waived',
  'not-required': 'not required',
  warns: 'warns',
  rejects: 'rejects',
};

/** One item: what it is, when it was signed, every check with its facts, and what was made of them. */
export function itemBlocks(item: Item, i: number): Block[] {
  const sub = item.sub === null ? '' : ` / ${item.sub}`;
  return [
    { kind: 'heading', line: line(`Item ${i + 1}: `, quoted(item.name, 200)), id: `item${i + 1}` },
    {
      kind: 'text',
      line: toned(TONES[item.decision], `${item.indication}${sub}, ${item.decision} (exit code ${item.exitCode})`),
    },
    ...tabled('What it is', IS, aboutRows(item)),
    ...tabled('When: every source of time, and what it was used for', TIMES, timeRows(item)),
    ...custodyBlocks(item),
    ...whatIfBlocks(item),
    ...tabled(
      'Checks, in their order',
      CHECK_COLUMNS,
      item.checks.map((check, at) => checkRow(check, item.judgements[at])),
    ),
    ...tabled('What the policy made of it', RULES, item.judgements.slice(item.checks.length).map(ruleRow)),
    ...tabled('Findings: they decide nothing', FOUND, item.findings.map(findingRow)),
    ...(item.established.length === 0
      ? []
      : ([
          { kind: 'text', line: line('Established:') },
          { kind: 'list', lines: item.established.map((one) => line(quoted(one))) },
        ] as const)),
    ...(item.notEstablished.length === 0
      ? []
      : ([
          { kind: 'text', line: line('Not established:') },
          { kind: 'list', lines: item.notEstablished.map((one) => line(quoted(one))) },
        ] as const)),
  ];
}

const IS = [
  { heading: 'Of', width: 16 },
  { heading: 'It is', width: 84 },
];
const TIMES = [
  { heading: 'Instant', width: 24 },
  { heading: 'Trusted', width: 12 },
  { heading: 'Source', width: 34 },
  { heading: 'Used for', width: 30 },
];
const CHECK_COLUMNS = [
  { heading: 'Check', width: 20 },
  { heading: 'Outcome', width: 11 },
  { heading: 'Judged', width: 13 },
  { heading: 'Question, reason and place', width: 28 },
  { heading: 'Facts', width: 28 },
];
const RULES = [
  { heading: 'Rule', width: 30 },
  { heading: 'Effect', width: 16 },
  { heading: 'Reason', width: 24 },
  { heading: 'Seen', width: 30 },
];
const FOUND = [
  { heading: 'Finding', width: 22 },
  { heading: 'It says', width: 30 },
  { heading: 'Detail and place', width: 48 },
];

function aboutRows(item: Item): Line[][][] {
  const rows: Line[][][] = [
    [[line('kind')], [line(quoted(item.kind, 60), item.version === '' ? '' : ' ', quoted(item.version, 60))]],
  ];
  if (item.reused !== undefined)
    rows.push([
      [line('reused')],
      [line('not examined in this run: from the report with sha256 ', quoted(item.reused.report))],
    ]);
  for (const { name, digests, what } of item.artifacts) {
    const said = what === undefined ? [] : [' (', quoted(what, 100), ')'];
    rows.push([[line('artifact')], [line(quoted(name), ...said), ...digestLines(digests)]]);
  }
  for (const { name, digest } of item.subjects)
    rows.push([[line('subject')], [line(name === null ? 'without a name' : quoted(name)), ...digestLines(digest)]]);
  if (item.predicateType !== null) rows.push([[line('predicate type')], [line(quoted(item.predicateType))]]);
  if (item.predicateDocument !== undefined) {
    const { what, canonicalSha256 } = item.predicateDocument;
    rows.push([
      [line('predicate')],
      [line(quoted(what)), line('sha256 of its RFC 8785 form ', quoted(canonicalSha256))],
    ]);
  }
  if (item.attestationDigest !== null) rows.push([[line('attestation')], [line(quoted(item.attestationDigest))]]);
  for (const [name, value] of ordered({ ...item.build }, ['builder', 'source', 'ref', 'commit']))
    if (value !== null) rows.push([[line(`${name}, verified`)], [line(quoted(String(value)))]]);
  for (const signer of item.signers) rows.push([[line('signer')], factLines(signer)]);
  if (item.scopes !== undefined)
    rows.push([
      [line('scopes of the policy')],
      item.scopes.map(({ name, applies, because }) =>
        line(quoted(name, 100), `: ${applies}`, ...(because === null ? [] : [', by ', quoted(because, 100)])),
      ),
    ]);
  if (item.proposed !== undefined)
    rows.push([
      [line('proposed pin')],
      item.proposed.row
        .trimEnd()
        .split('\n')
        .map((one) => line(quoted(one))),
    ]);
  return rows;
}

function digestLines(digests: Readonly<Record<string, string>>): Line[] {
  return ordered(digests).map(([name, value]) => line(quoted(`${name}:${value}`)));
}

function timeRows({ times }: Item): Line[][][] {
  return times.map(({ instant, trusted, source, usedFor }) => [
    [line(quoted(instant, 60))],
    [trusted ? toned('good', 'trusted') : toned('warn', 'not trusted')],
    [line(quoted(source, 200))],
    [line(quoted(usedFor, 200))],
  ]);
}

function checkRow(check: Check, judgement: Judgement | undefined): Line[][] {
  const [words, tone] = OUTCOMES[check.outcome];
  const why: Line[] = [line(`${CHECKS[check.id]}?`)];
  if (check.outcome === 'skipped') why.push(line(`since ${check.because} did not pass`));
  else if (check.outcome !== 'passed') {
    const { says, next, clause } = REASONS[check.reason];
    why.push(
      toned(tone, `${check.reason}: ${says}`),
      line(quoted(check.detail)),
      line(`next: ${next}`),
      toned('muted', clause),
    );
  }
  const { evidence, pointer } = check.at;
  if (evidence !== '')
    why.push(line('in ', quoted(evidence, 200), ...(pointer === '' ? [] : [' at ', quoted(pointer, 200)])));
  return [[line(check.id)], [toned(tone, words)], judgedLines(judgement), why, factLines(check.facts)];
}

function judgedLines(judgement: Judgement | undefined): Line[] {
  if (judgement === undefined) return [];
  const { effect, rule, underEnforce } = judgement;
  return [
    toned(effectTone(effect), EFFECTS[effect]),
    line('by ', quoted(rule, 100)),
    ...(underEnforce === undefined ? [] : [line(`under enforce: ${EFFECTS[underEnforce]}`)]),
  ];
}

function effectTone(effect: Effect): Tone {
  return effect === 'satisfied' ? 'good' : effect === 'rejects' ? 'bad' : effect === 'warns' ? 'warn' : 'muted';
}

function ruleRow({ rule, effect, reason, detail, seen, underEnforce }: Judgement): Line[][] {
  const why: Line[] = [];
  if (reason !== null)
    why.push(
      line(
        quoted(reason, 80),
        Object.hasOwn(REASONS, reason) ? `: ${REASONS[reason as keyof typeof REASONS].says}` : '',
      ),
    );
  if (detail !== undefined) why.push(line(quoted(detail)));
  if (underEnforce !== undefined) why.push(line(`under enforce: ${EFFECTS[underEnforce]}`));
  return [[line(quoted(rule, 200))], [toned(effectTone(effect), EFFECTS[effect])], why, factLines(seen ?? {})];
}

function findingRow({ code, at, detail }: Item['findings'][number]): Line[][] {
  const place = at.pointer === '' ? [] : [' at ', quoted(at.pointer, 200)];
  return [
    [line(code)],
    [line(FINDINGS[code].says)],
    [line(quoted(detail)), line('in ', quoted(at.evidence, 200), ...place)],
  ];
}

export function factLines(facts: Facts): Line[] {
  return ordered(facts, SIGNER_ORDER).map(([name, value]) => line(quoted(name, 60), ' = ', ...factPieces(value)));
}

/** What proves something by standing there whole: a note with its signatures. */
const WHOLE = 4096;

function factPieces(value: FactValue): Piece[] {
  if (typeof value === 'string') return [quoted(value, WHOLE)];
  if (typeof value === 'object' && value !== null)
    return value.length === 0 ? ['none'] : joined(value.map((one) => quoted(one, 200)));
  return [String(value)];
}
