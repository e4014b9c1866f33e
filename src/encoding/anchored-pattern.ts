// SPDX-License-Identifier: Apache-2.0
import type { RE2JS } from 're2js';
import type { TextMatch } from '../model/policy-document.ts';
import { LIMITS } from './limits.ts';

/** Names of different shapes that nobody has: a pattern that takes them all takes anybody. */
const NOBODY = ['z', '~ 0!', 'nobody@example.invalid', 'https://example.invalid/nobody@refs/heads/none'];

let engine: typeof import('re2js') | null = null;

/** Loads the regular expression engine. Only done where a pattern is possible: it costs a cold run 10 ms. */
export async function loadPatternEngine(): Promise<void> {
  engine ??= await import('re2js');
}

export interface WholeMatch {
  /** It lets everybody through, so that it says nothing. */
  readonly anyone: boolean;
  /** The size of the compiled program: with the length of a text it bounds the work. */
  readonly instructions: number;
  matches(found: string): boolean;
  /** Of any length: the caller bounds the work. */
  matchesAny(found: string): boolean;
}

/**
 * A regular expression in the syntax of RE2 (Go's regexp), which must match the whole text from its first character to its
 * last, whatever anchors or alternatives it has: matching is anchored by the engine and never by text put around the
 * pattern. `.` does not match a line feed, so that `.*` takes no text with one, unless the pattern itself says `(?s)`.
 * A text that is longer than `LIMITS.identityCharacters` or not well formed never matches.
 *
 * `loadPatternEngine` must have been awaited before.
 *
 * @param refused makes the error of the end of a sentence: `is empty`, `is not of the syntax of RE2`, …
 */
export function wholeMatch(pattern: string, refused: (why: string) => Error): WholeMatch {
  if (engine === null) throw new Error('the pattern engine was not loaded');
  if (pattern === '') throw refused('is empty');
  if (pattern.length > LIMITS.identityPatternCharacters) {
    throw refused(`is longer than ${LIMITS.identityPatternCharacters} characters`);
  }
  let expression: RE2JS;
  try {
    expression = engine.RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof engine.RE2JSException)) throw error;
    throw refused('is not of the syntax of RE2');
  }
  const instructions = expression.programSize();
  if (instructions > LIMITS.identityPatternInstructions) throw refused('repeats too much');
  const matchesAny = (found: string): boolean => found.isWellFormed() && expression.matches(found);
  const matches = (found: string): boolean => found.length <= LIMITS.identityCharacters && matchesAny(found);
  return { anyone: NOBODY.every(matches), instructions, matches, matchesAny };
}

/**
 * A pattern of a policy: as `wholeMatch`, and it must say so itself. It stands between `^` and `$`, one pair around the
 * whole: alternatives at the top stand in parentheses, since `^a|b$` reads as if both ends held for both.
 */
export function anchoredPattern(text: string, refused: (why: string) => Error): TextMatch {
  return { kind: 'pattern', text, matches: anchoredExpression(text, refused).matches };
}

export function anchoredExpression(text: string, refused: (why: string) => Error): WholeMatch {
  if (text === '') throw refused('is empty');
  if (!text.startsWith('^')) throw refused('does not begin with ^');
  const whole = wholeMatch(text, refused);
  const { anchoredEnd, alternatives } = topLevelOf(text);
  if (!anchoredEnd) throw refused('does not end with $');
  if (alternatives) throw refused('has alternatives that are not in parentheses: ^(a|b)$');
  if (text === '^$') throw refused('takes the empty text alone');
  return whole;
}

/** Whether a text is one that the match is compared with at all: of one that is too long nobody knows whether it is meant. */
export function canMatch({ kind }: TextMatch, value: string): boolean {
  return kind === 'exact' || (value.length <= LIMITS.identityCharacters && value.isWellFormed());
}

export function exactText(text: string): TextMatch {
  return { kind: 'exact', text, matches: (value) => value === text };
}

/** Whether a pattern takes any text at all: `policy explain` says so. */
export function takesAnyone(match: TextMatch): boolean {
  return NOBODY.every((name) => match.matches(name));
}

/** Of a pattern that RE2 has accepted, so that brackets and parentheses are known to close. */
function topLevelOf(text: string): { readonly anchoredEnd: boolean; readonly alternatives: boolean } {
  let depth = 0;
  let alternatives = false;
  let anchoredEnd = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    anchoredEnd = character === '$' && depth === 0;
    if (character === '\\') {
      i = text[i + 1] === 'Q' ? endOfQuote(text, i + 2) : i + 1;
    } else if (character === '[') i = endOfClass(text, i);
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) alternatives = true;
  }
  return { anchoredEnd, alternatives };
}

/** `\Q…\E`, of which the end may be missing: everything in between is literal. */
function endOfQuote(text: string, start: number): number {
  const end = text.indexOf('\\E', start);
  return end === -1 ? text.length : end + 1;
}

/** A bracket at the first place of a class is a member of it, and so is every one in `[:alpha:]`. */
function endOfClass(text: string, start: number): number {
  let i = start + (text[start + 1] === '^' ? 2 : 1);
  if (text[i] === ']') i++;
  for (; i < text.length && text[i] !== ']'; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith('[:', i)) {
      const end = text.indexOf(':]', i + 2);
      if (end !== -1) i = end + 1;
    }
  }
  return i;
}
