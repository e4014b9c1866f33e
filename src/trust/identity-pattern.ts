// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { Malformed } from '../model/malformed.ts';
import type { TextCriterion } from './identity.ts';

/** Names of different shapes that nobody has: a pattern that takes them all takes anybody. */
const NOBODY = ['z', '~ 0!', 'nobody@example.invalid', 'https://example.invalid/nobody@refs/heads/none'];

/**
 * A regular expression in the syntax of RE2 (Go's regexp), which must match the whole name from its first character to its
 * last, whatever anchors or alternatives it has: matching is anchored by the engine and never by text put around the
 * pattern. `.` does not match a line feed, so that `.*` takes no name with one, unless the pattern itself says `(?s)`.
 *
 * The engine is loaded only when a pattern is asked for: it costs a cold run 10 ms.
 *
 * @throws Malformed `identity-pattern` (in the promise) where the pattern is empty, too long, too large or not RE2
 */
export async function fullMatch(pattern: string): Promise<TextCriterion> {
  if (pattern === '') throw refused('is empty');
  if (pattern.length > LIMITS.identityPatternCharacters) {
    throw refused(`is longer than ${LIMITS.identityPatternCharacters} characters`);
  }
  const { RE2JS, RE2JSException } = await import('re2js');
  let expression: ReturnType<typeof RE2JS.compile>;
  try {
    expression = RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw refused('is not of the syntax of RE2');
  }
  if (expression.programSize() > LIMITS.identityPatternInstructions) throw refused('repeats too much');
  const matches = (found: string): boolean =>
    found.length <= LIMITS.identityCharacters && found.isWellFormed() && expression.matches(found);
  return { mode: 'regexp', text: pattern, anyone: NOBODY.every(matches), matches };
}

function refused(why: string): Malformed {
  return new Malformed('identity-pattern', `the regular expression for an identity or issuer ${why}`);
}
