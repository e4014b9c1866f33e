// SPDX-License-Identifier: Apache-2.0
import { editDistance } from '../encoding/edit-distance.ts';

/** Longer words are not typed by mistake for one of ours. */
const LONGEST = 64;

/** The known word that was probably meant: a third of its letters may differ, and two at least; the nearest, then the first. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of known) {
    const distance = editDistance(word.toLowerCase(), one);
    if (distance >= least || distance > Math.max(2, Math.floor(one.length / 3))) continue;
    // Two letters of three are another word.
    if (distance >= one.length || distance >= word.length) continue;
    least = distance;
    best = one;
  }
  return best;
}

/** `: did you mean X?`, or nothing. */
export function didYouMean(word: string | undefined, known: readonly string[]): string {
  const found = word === undefined ? null : nearest(word, known);
  return found === null ? '' : `: did you mean ${found}?`;
}
