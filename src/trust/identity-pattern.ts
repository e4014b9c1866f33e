// SPDX-License-Identifier: Apache-2.0
import { loadPatternEngine, wholeMatch } from '../encoding/anchored-pattern.ts';
import { Malformed } from '../model/malformed.ts';
import type { TextCriterion } from './identity.ts';

/**
 * A regular expression for an identity or issuer, matched as `wholeMatch` does. The engine is loaded only when a pattern is
 * asked for.
 *
 * @throws Malformed `identity-pattern` (in the promise) where the pattern is empty, too long, too large or not RE2
 */
export async function fullMatch(pattern: string): Promise<TextCriterion> {
  await loadPatternEngine();
  return { mode: 'regexp', text: pattern, ...wholeMatch(pattern, refused) };
}

function refused(why: string): Malformed {
  return new Malformed('identity-pattern', `the regular expression for an identity or issuer ${why}`);
}
