// SPDX-License-Identifier: Apache-2.0
import { anchoredExpression } from '../encoding/anchored-pattern.ts';
import { LIMITS } from '../encoding/limits.ts';

export interface CelPattern {
  /** The size of the compiled program: with the length of a text it bounds the work. */
  readonly instructions: number;
  matches(text: string): boolean;
}

/**
 * A pattern of `matches` as every other of a policy: anchored at both ends, and for the whole text. CEL itself searches, so
 * that a pattern which means one thing in a rule would mean another here.
 */
export function celPattern(text: string, refused: (why: string) => Error): CelPattern {
  const why = (what: string) => refused(`has a pattern that ${what}`);
  const { instructions, matchesAny } = anchoredExpression(text, why);
  if (instructions > LIMITS.celPatternInstructions) throw why('repeats too much');
  return { instructions, matches: matchesAny };
}
