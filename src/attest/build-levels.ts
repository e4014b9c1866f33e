// SPDX-License-Identifier: Apache-2.0
import type { Item } from '../model/report.ts';

/** SLSA v1's build track ends here; a table of builders may still speak of v0.1's level 4, which is more than that. */
const HIGHEST = 3;

/**
 * The levels of SLSA's build track that a verification has established: by the rule `slsa_level` of a policy, whose table says what each
 * builder earns. What a provenance or another summary claims of itself is none.
 */
export class BuildLevels {
  /** Of each subject: the highest that any item about it has established. */
  readonly #levels = new Map<string, number>();

  add(subjects: readonly string[], item: Pick<Item, 'judgements'>): void {
    const level = levelOf(item);
    for (const subject of subjects) this.#levels.set(subject, Math.max(level, this.#levels.get(subject) ?? 0));
  }

  /** `verifiedLevels` of a summary about all the subjects: what is established of each of them, or that nothing was evaluated. */
  verified(): readonly [string] {
    const least = Math.min(HIGHEST, ...this.#levels.values());
    return [this.#levels.size > 0 && least > 0 ? `SLSA_BUILD_LEVEL_${least}` : 'SLSA_BUILD_LEVEL_UNEVALUATED'];
  }
}

/** 0: it has established none. Of several rules the one that gives the least. */
function levelOf({ judgements }: Pick<Item, 'judgements'>): number {
  const levels = judgements
    .filter(({ check, effect }) => check === 'policy.slsa_level' && effect === 'satisfied')
    .map(({ seen }) => seen?.['level']);
  const known = levels.filter((level) => typeof level === 'number' && Number.isSafeInteger(level) && level > 0);
  return known.length === 0 || known.length < levels.length ? 0 : Math.min(...(known as number[]));
}
