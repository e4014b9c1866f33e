// SPDX-License-Identifier: Apache-2.0
import { isObject, member, pointerTo } from '../../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind, TextMatch } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, memberOf, textMatchOf, textOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { asked, open, refuted, satisfied } from './outcome.ts';

const TYPE = 'stella.ops/promotion@v1';
const TEXTS = ['from', 'to', 'actor', 'ticket', 'pipeline'] as const;
type TextName = (typeof TEXTS)[number];

export interface PromotionRule extends Rule {
  readonly kind: 'promotion';
  readonly texts: readonly (readonly [TextName, TextMatch])[];
  /** Roles of the materials that must be named. */
  readonly materials: readonly string[];
}

/** From where to where the verified promotion leads, under which ticket, and what it names as its materials. */
export const PROMOTION: RuleKind<PromotionRule> = {
  kind: 'promotion',
  key: 'promotion',
  parse(value, pointer, origin) {
    const block = blockOf(value, pointer, [...TEXTS, 'materials']);
    const texts = TEXTS.flatMap((name) => {
      const found = memberOf(block, name);
      return found === undefined ? [] : [[name, textMatchOf(found, pointerTo(pointer, name))] as const];
    });
    const list = memberOf(block, 'materials');
    const materials = list === undefined ? [] : distinctListOf(list, pointerTo(pointer, 'materials'), textOf);
    if (texts.length + materials.length === 0) throw policyProblem(pointer, 'nothing is asked of the promotion');
    return [{ kind: 'promotion', origin, half: 'attestation', texts, materials }];
  },
  judge({ texts, materials }, { statement }) {
    const promotion = statement === null ? null : promotionOf(statement);
    if (promotion === null) return open('no promotion has verified', { promotion: null });
    const metadata = member(promotion, 'promotion');
    const textAt = (name: string) => {
      const found = isObject(metadata) ? member(metadata, name) : undefined;
      return typeof found === 'string' && found !== '' ? found : null;
    };
    const roles = rolesOf(member(promotion, 'materials'));
    const seen = { ...Object.fromEntries(texts.map(([name]) => [name, textAt(name)])), materials: roles };
    for (const [name, match] of texts) {
      const found = textAt(name);
      if (found === null) return refuted('policy-promotion', `the promotion names no ${name}`, seen);
      if (!match.matches(found)) return refuted('policy-promotion', `${name} is not ${asked(match)}`, seen);
    }
    const missing = materials.find((role) => !roles.includes(role));
    return missing === undefined
      ? satisfied(seen)
      : refuted('policy-promotion', `the promotion names no material ${missing}`, seen);
  },
  explain({ texts, materials }) {
    const parts = texts.map(([name, match]) => `${name} ${asked(match)}`);
    if (materials.length > 0) parts.push(`the materials ${materials.join(', ')}`);
    return `the image must be promoted with ${parts.join(', ')}`;
  },
};

/** The predicate of a statement, or the bare document itself. */
function promotionOf(statement: JsonObject): JsonObject | null {
  if (member(statement, '_type') === TYPE) return statement;
  const predicate = member(statement, 'predicate');
  return member(statement, 'predicateType') === TYPE && isObject(predicate) ? predicate : null;
}

function rolesOf(materials: JsonValue | undefined): string[] {
  if (!Array.isArray(materials)) return [];
  return (materials as readonly JsonValue[]).flatMap((one) => {
    const role = isObject(one) ? member(one, 'role') : undefined;
    return typeof role === 'string' ? [role] : [];
  });
}
