// SPDX-License-Identifier: Apache-2.0
import type { CelType } from '@bufbuild/cel';
import { loadPatternEngine } from '../encoding/anchored-pattern.ts';

export type Cel = typeof import('@bufbuild/cel');

let loaded: { readonly cel: Cel; readonly inexact: CelType } | null = null;

/** Loads the evaluator, and the engine of its patterns. Only done where a policy may have expressions: nothing else pays for it. */
export async function loadExpressionEngine(): Promise<void> {
  await loadPatternEngine();
  if (loaded !== null) return;
  const cel = await import('@bufbuild/cel');
  loaded = { cel, inexact: cel.listType(cel.CelScalar.DYN) };
}

/** `loadExpressionEngine` must have been awaited before. */
export function expressionEngine(): Cel {
  return engineOf().cel;
}

/**
 * What stands in the facts for a whole number that JSON readers round: of a type that no function but `==`, `!=` and `in` has
 * an overload for, and those refuse it.
 */
export function inexactNumber(): CelType {
  return engineOf().inexact;
}

function engineOf() {
  if (loaded === null) throw new Error('the expression engine was not loaded');
  return loaded;
}
