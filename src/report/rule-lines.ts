// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { FactValue } from '../model/check.ts';
import { ASKED_BY_RULES, type Effect, type Judgement } from '../model/policy.ts';
import { REASONS, type ReasonCode } from '../model/reasons.ts';
import type { Item } from '../model/report.ts';
import { wrapped } from './lines.ts';
import { ordered } from './ordered.ts';
import type { Palette } from './palette.ts';

const EXPECT = 'policy.expect';
const MARKS: Readonly<Record<Effect, string>> = {
  satisfied: 'pass',
  'not-required': 'free',
  waived: 'free',
  warns: 'warn',
  rejects: 'FAIL',
};

/** What the policy made of the item: its rules, the checks that a mode made milder, and expected against found. */
export function ruleLines(judgements: readonly Judgement[], verbose: boolean, palette: Palette): string[] {
  const rules = judgements.filter(({ check }) => check.startsWith('policy.') && check !== EXPECT);
  const milder = judgements.filter(
    ({ check, underEnforce }) => !check.startsWith('policy.') && underEnforce !== undefined,
  );
  const expected = judgements.filter(({ check }) => check === EXPECT);
  const lines = [...milder, ...rules].flatMap((one) => judgementLines(one, verbose, palette));
  return [
    ...(lines.length === 0 ? [] : ['', '    policy', ...lines]),
    ...(expected.length === 0 ? [] : ['', '    expected against found', ...expectedLines(expected, palette)]),
  ];
}

/** A question of the command line that rules ask in its place. Null: a check like others. */
export function answerLines({ checks, judgements }: Item, i: number): string[] | null {
  const one = judgements[i];
  if (one?.rule !== ASKED_BY_RULES) return null;
  const how = one.effect === 'warns' ? ', and only warned of' : '';
  const by = `${one.detail ?? ''}, in place of --certificate-identity${how}`;
  return [`    ${MARKS[one.effect]}    ${checks[i]!.id}`, ...wrapped('            ', escapeText(by, 1000))];
}

/** What the policy might pin instead, to be copied: two lines of a `require` block. Every text in them is ASCII. */
export function proposedLines({ proposed }: Item): string[] {
  if (proposed === undefined) return [];
  return [
    '',
    ...wrapped(
      '    ',
      `proposed for ${escapeText(proposed.rules.join(', '), 1000)}; the policy itself was not changed`,
    ),
    ...proposed.row
      .trimEnd()
      .split('\n')
      .map((line) => `      ${line}`),
  ];
}

function judgementLines(one: Judgement, verbose: boolean, palette: Palette): string[] {
  const own = one.check.startsWith('policy.');
  const [title, by] = own ? [one.rule, ''] : [one.check, ` by ${one.rule}`];
  const out = wrapped(`    ${painted(one.effect, palette)}    `, escapeText(title + by));
  if (own && one.reason !== null) out.push(...wrapped('            ', `${one.reason}: ${sayingOf(one.reason)}`));
  if (one.detail !== undefined) out.push(...wrapped('            ', escapeText(one.detail, 400)));
  if (one.underEnforce !== undefined) out.push(`            under enforce: ${one.underEnforce}`);
  if (verbose || one.effect === 'rejects')
    for (const [name, value] of ordered(one.seen ?? {}))
      out.push(...wrapped('            ', `${escapeText(name, 60)} = ${factText(value)}`));
  return out;
}

function painted(effect: Effect, palette: Palette): string {
  const paint = {
    satisfied: palette.good,
    warns: palette.warn,
    rejects: palette.bad,
    waived: String,
    'not-required': String,
  };
  return paint[effect](MARKS[effect]);
}

function expectedLines(expected: readonly Judgement[], palette: Palette): string[] {
  return expected.flatMap(({ rule, seen, effect, reason, underEnforce }) => [
    `    ${painted(effect, palette)}    ${factText(seen?.['field'] ?? rule)}`,
    `            expected  ${factText(seen?.['expected'] ?? null)}`,
    `            found     ${factText(seen?.['found'] ?? null)}`,
    ...(reason === null ? [] : wrapped('            ', `${reason}: ${sayingOf(reason)}`)),
    ...(underEnforce === undefined ? [] : [`            under enforce: ${underEnforce}`]),
  ]);
}

function sayingOf(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as ReasonCode].says : '';
}

function factText(value: FactValue): string {
  if (typeof value === 'string') return escapeText(value, 200);
  if (Array.isArray(value)) return value.map((one) => escapeText(String(one), 100)).join(', ');
  return value === null ? '(not known)' : String(value);
}
