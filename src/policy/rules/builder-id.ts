// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { textOf } from '../values.ts';
import { compareBuildFact } from './outcome.ts';

export interface BuilderIdRule extends Rule {
  readonly kind: 'builder_id';
  readonly id: string;
  /** What stands behind `@`; null: any ref. */
  readonly ref: string | null;
}

/** As slsa-verifier compares it: the part before `@` exactly, the ref only where one is given, and never a prefix. */
export const BUILDER_ID: RuleKind<BuilderIdRule> = {
  kind: 'builder_id',
  key: 'builder_id',
  parse(value, pointer, origin) {
    const { id, ref } = readBuilderId(value, pointer);
    return [{ kind: 'builder_id', origin, half: 'attestation', id, ref }];
  },
  judge: (rule, facts) =>
    compareBuildFact(facts, 'builderId', (found) => isBuilder(found, rule), 'policy-builder', nameOf(rule)),
  explain: (rule) => `the builder must be ${nameOf(rule)}${rule.ref === null ? ', at any ref' : ''}`,
};

export function readBuilderId(value: JsonValue, pointer: string): { id: string; ref: string | null } {
  const [id, ref, more] = textOf(value, pointer).split('@');
  if (id === undefined || id === '' || ref === '' || more !== undefined)
    throw policyProblem(pointer, 'a builder is written as its id, or as id@ref');
  return { id, ref: ref ?? null };
}

/** An id as it stands in a table: whatever follows a second `@` makes it the name of nobody. */
export function splitBuilderId(text: string): { readonly id: string; readonly ref: string | null } {
  const at = text.indexOf('@');
  return at === -1 ? { id: text, ref: null } : { id: text.slice(0, at), ref: text.slice(at + 1) };
}

/** `ref` may be a full ref, or the short name of a tag. */
export function isBuilder(found: string, asked: { readonly id: string; readonly ref: string | null }): boolean {
  const [id, ref, more] = found.split('@');
  if (more !== undefined || id !== asked.id) return false;
  return asked.ref === null || ref === asked.ref || ref === `refs/tags/${asked.ref}`;
}

function nameOf({ id, ref }: BuilderIdRule): string {
  return ref === null ? id : `${id}@${ref}`;
}
