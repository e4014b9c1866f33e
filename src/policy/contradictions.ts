// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { PolicyDocument, Rule } from '../model/policy-document.ts';
import { canonicalText } from './canonical-text.ts';
import { type Constraint, constraintsOf } from './constraints.ts';
import { policyProblem } from './problem.ts';
import { algorithmOf, type DigestRule } from './rules/digest.ts';

interface Placed extends Constraint {
  /** Of the `require` block: `/require`, `/scopes/0/require`. */
  readonly block: string;
}

/**
 * Refuses rules that no item can meet together: those of one block; those for every item and those of a scope; and those of
 * two scopes for which there is provably one item, since each of their lists names the same. A policy that refuses whatever
 * comes is taken for a strict one, and is a slip.
 *
 * @param scopes as the file writes them
 * @throws PolicyFault at the later of the two
 */
export function refuseContradictions({ rules, scopes }: PolicyDocument, written: JsonObject): void {
  const everywhere = placed(rules, '/require');
  refuse(everywhere);
  const blocks = scopes.map((scope, i) => placed(scope.rules, `/scopes/${i}/require`));
  const matches = scopes.map((_, i) => matchOf(written, i));
  for (const [i, own] of blocks.entries()) {
    refuse([...everywhere, ...own]);
    refuseOtherDigests(scopes[i]!.match.digests, scopes[i]!.rules, `/scopes/${i}/require/digest`);
    if (own.length === 0) continue;
    for (let k = 0; k < i; k++) {
      if (meet(matches[k]!, matches[i]!)) refuse([...everywhere, ...blocks[k]!, ...own]);
    }
  }
}

function placed(rules: readonly Rule[], block: string): readonly Placed[] {
  return rules.flatMap((rule) => constraintsOf(rule).map((one) => ({ ...one, block })));
}

/** One by one, so that the first which leaves nothing is the one that is told. */
function refuse(constraints: readonly Placed[]): void {
  const byFact = new Map<string, Placed[]>();
  for (const one of constraints) {
    const before = byFact.get(one.fact) ?? [];
    byFact.set(one.fact, [...before, one]);
    if (before.length === 0 || canHold([...before, one])) continue;
    const other = before.find((earlier) => !canHold([earlier, one])) ?? before.at(-1)!;
    const origin = originOf(other);
    throw policyProblem(
      `${one.block}/${one.place}`,
      escapeText(`with ${origin} no item can meet both: the ${one.fact} cannot be what each of them asks`, 400),
    );
  }
}

function canHold(constraints: readonly Placed[]): boolean {
  const known = constraints.filter(({ candidates }) => candidates !== null);
  if (known.length === 0) return true;
  return known.some(({ candidates }) => candidates!.some((value) => constraints.every((one) => one.takes(value))));
}

/** As reports call it: `scopes[0].require.source.ref`. */
function originOf({ block, place }: Placed): string {
  return `${block}/${place}`
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}

/** A scope that is for other digests than it requires could never be met. */
function refuseOtherDigests(matched: readonly string[], rules: readonly Rule[], pointer: string): void {
  const pins = (rules as readonly DigestRule[]).flatMap((rule) => (rule.kind === 'digest' ? rule.pins : []));
  const excluded = (digest: string) =>
    !pins.includes(digest) && pins.some((pin) => algorithmOf(pin) === algorithmOf(digest));
  if (matched.length > 0 && matched.every(excluded))
    throw policyProblem(pointer, 'the scope is for other digests than it requires: it could never be met');
}

type Lists = ReadonlyMap<string, ReadonlySet<string>>;

function matchOf(written: JsonObject, i: number): Lists {
  const scope = (written['scopes'] as readonly JsonObject[])[i]!;
  const lists = Object.entries(scope['match'] as Readonly<Record<string, readonly JsonValue[]>>);
  return new Map(lists.map(([key, members]) => [key, new Set(members.map(canonicalText))]));
}

/** There is an item for both: each asks by the same lists, and each pair of lists has a member in common. */
function meet(a: Lists, b: Lists): boolean {
  return (
    a.size === b.size && [...a].every(([key, members]) => [...(b.get(key) ?? [])].some((member) => members.has(member)))
  );
}
