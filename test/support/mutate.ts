// SPDX-License-Identifier: Apache-2.0

import type { GivenArtifact } from './examine.ts';
import type { Json } from './mutate-json.ts';
import { LENIENT } from './mutate-lenient.ts';
import { NOOPS } from './mutate-noop.ts';
import type { Random } from './mutate-random.ts';
import { MALFORMED, SEMANTIC } from './mutate-semantic.ts';

/**
 * What a mutation was built to do. `noop`: nothing; `lenient`: the same in a spelling that a strict reader refuses; `malformed`
 * and `semantic`: something else, unless the oracle shows that it touched nothing that anybody signed.
 */
export type MutationClass = 'noop' | 'lenient' | 'malformed' | 'semantic';

/**
 * Mutates a document that is its own copy.
 *
 * @param other another document of the same kind, to take parts from
 * @returns null where the document has no place for it
 */
export type Operator = (
  top: Json,
  random: Random,
  other: Json,
) => { readonly bytes: Uint8Array; readonly place: string } | null;

export interface Mutation {
  readonly class: MutationClass;
  readonly operator: string;
  readonly place: string;
  readonly bytes: Uint8Array;
  /** Where another artifact is shown with the evidence, which is then as it was. */
  readonly artifact?: GivenArtifact;
}

const TABLES: Readonly<Record<MutationClass, Readonly<Record<string, Operator>>>> = {
  noop: NOOPS,
  lenient: LENIENT,
  malformed: MALFORMED,
  semantic: SEMANTIC,
};

export const OPERATORS: readonly {
  readonly class: MutationClass;
  readonly operator: string;
  readonly apply: Operator;
}[] = (Object.keys(TABLES) as MutationClass[]).flatMap((kind) =>
  Object.entries(TABLES[kind]).map(([operator, apply]) => ({ class: kind, operator, apply })),
);

/** Every mutation of one operator table on one document, each once. */
export function mutateWith(
  operator: (typeof OPERATORS)[number],
  original: Json,
  random: Random,
  other: Json,
): Mutation | null {
  const made = operator.apply(structuredClone(original), random, structuredClone(other));
  return made === null ? null : { class: operator.class, operator: operator.operator, ...made };
}

/** One random mutation. Classes weigh the same, so that no long table drowns a short one. */
export function mutate(original: Json, random: Random, other: Json): Mutation {
  for (;;) {
    const kind = random.pick(Object.keys(TABLES) as MutationClass[]);
    const mutation = mutateWith(random.pick(OPERATORS.filter((one) => one.class === kind)), original, random, other);
    if (mutation !== null) return mutation;
  }
}
