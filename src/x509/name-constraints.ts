// SPDX-License-Identifier: Apache-2.0
import { childrenOf, type DerNode, DerSequence } from '../encoding/der.ts';
import { LIMITS } from '../encoding/limits.ts';
import { Malformed, type Problem } from '../model/malformed.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';
import { isNameWithin } from './name.ts';
import { dnsWithin, ipWithin, mailboxWithin, type Relation, uriWithin } from './name-forms.ts';

interface Subtree {
  readonly base: GeneralName;
  /** minimum or maximum is used: RFC 5280 §4.2.1.10 lets us refuse instead of guess. */
  readonly bounded: boolean;
}

/** RFC 5280 §4.2.1.10. */
export interface NameConstraints {
  readonly permitted: readonly Subtree[];
  readonly excluded: readonly Subtree[];
}

/** @throws Malformed `der-invalid`, `certificate-format` */
export function readNameConstraints(node: DerNode): NameConstraints {
  const members = new DerSequence(node, 'nameConstraints');
  const permitted = readSubtrees(members.optional(0xa0));
  const excluded = readSubtrees(members.optional(0xa1));
  members.end();
  if (permitted.length + excluded.length === 0) throw new Malformed('certificate-format', 'nameConstraints is empty');
  return { permitted, excluded };
}

function readSubtrees(list: DerNode | null): Subtree[] {
  if (list === null) return [];
  const subtrees = childrenOf(list).map((node) => {
    const members = new DerSequence(node, 'a GeneralSubtree');
    const base = readGeneralName(members.next('its base'));
    const bounds = [members.optional(0x80), members.optional(0x81)];
    members.end();
    return { base, bounded: bounds.some((bound) => bound !== null) };
  });
  if (subtrees.length === 0) throw new Malformed('certificate-format', 'a list of nameConstraints is empty');
  return subtrees;
}

/** Counts comparisons of names with constraints over a whole path, so that neither list can be turned into work. */
export class ConstraintBudget {
  #left: number = LIMITS.nameComparisons;

  /** @throws Malformed `path-limit` */
  take(count: number): void {
    this.#left -= count;
    if (this.#left < 0)
      throw new Malformed('path-limit', `more than ${LIMITS.nameComparisons} comparisons of names with constraints`);
  }
}

/**
 * Whether every name lies in a permitted subtree of its form, if that form has any, and in no excluded one. A form that
 * is constrained and cannot be judged refuses.
 *
 * @throws Malformed `path-limit`
 */
export function nameConstraintProblem(
  constraints: NameConstraints,
  names: readonly GeneralName[],
  budget: ConstraintBudget,
): Problem | null {
  for (const name of names) {
    budget.take(constraints.permitted.length + constraints.excluded.length);
    const permitted = constraints.permitted.filter(({ base }) => base.kind === name.kind);
    const excluded = constraints.excluded.filter(({ base }) => base.kind === name.kind);
    if (excluded.some((subtree) => relation(name, subtree) !== 'outside')) return problem(name, 'is excluded');
    if (permitted.length > 0 && !permitted.some((subtree) => relation(name, subtree) === 'inside')) {
      return problem(name, 'is not in a permitted subtree');
    }
  }
  return null;
}

function relation(name: GeneralName, { base, bounded }: Subtree): Relation {
  if (bounded) return 'unclear';
  switch (name.kind) {
    case 'directoryName':
      return isNameWithin(name.name, (base as typeof name).name) ? 'inside' : 'outside';
    case 'iPAddress':
      return ipWithin(name.octets, (base as typeof name).octets);
    case 'dNSName':
      return ofTexts(name, base, dnsWithin);
    case 'rfc822Name':
      return ofTexts(name, base, mailboxWithin);
    case 'uniformResourceIdentifier':
      return ofTexts(name, base, uriWithin);
    default:
      return 'unclear';
  }
}

function ofTexts(name: GeneralName, base: GeneralName, within: (name: string, base: string) => Relation): Relation {
  const [text, limit] = [textOf(name), textOf(base)];
  return text === null || limit === null ? 'unclear' : within(text, limit);
}

function textOf(name: GeneralName): string | null {
  return 'text' in name ? name.text : null;
}

function problem(name: GeneralName, what: string): Problem {
  const text = textOf(name);
  return { reason: 'path-name-constraints', detail: `the ${name.kind}${text === null ? '' : ` ${text}`} ${what}` };
}
