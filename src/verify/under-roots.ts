// SPDX-License-Identifier: Apache-2.0
import type { ItemFacts } from '../model/report.ts';
import { judge } from '../policy/judge.ts';
import { examineEntity, type OpenedEntity } from './entity.ts';
import type { Artifact, ExaminationContext } from './request.ts';

/**
 * Trusted roots are never mixed: an authority of one and a log of another prove nothing together. Each is tried whole; the
 * first under which the item is accepted is the one, else the one under which most checks passed.
 */
export function examineUnderRoots(
  one: OpenedEntity,
  artifacts: readonly Artifact[],
  context: ExaminationContext,
): ItemFacts {
  let best: ItemFacts | null = null;
  for (const root of context.roots) {
    const item = examineEntity(one, artifacts, context, root);
    if (context.roots.length === 1 || judge(item, context.policy).exitCode === 0) return item;
    if (best === null || passes(item) > passes(best)) best = item;
  }
  if (best === null) throw new Error('no trusted root was given to the examination');
  return best;
}

function passes(item: ItemFacts): number {
  return item.checks.filter((check) => check.outcome === 'passed').length;
}
