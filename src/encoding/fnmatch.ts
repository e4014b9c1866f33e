// SPDX-License-Identifier: Apache-2.0

type Ranges = readonly (readonly [number, number])[];
type Token =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'never' }
  | { readonly kind: 'one'; readonly code: number }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: Ranges };

/** A compiled pattern. `cost`: the comparisons that a name of so many characters can take at most. */
export interface Glob {
  matches(name: string): boolean;
  cost(name: string): number;
}

/**
 * The shell patterns of in-toto's artifact rules, as Python's `fnmatch` reads them on POSIX: over the whole name, case as
 * written, by code points; `*` any run, `/` and a leading `.` included, `?` one, `[a-z]` and `[!a-z]` one of a set, and a `[` without its `]` stands
 * for itself. There is no way to quote, and no other sign means anything. Never backtracks beyond the last star.
 */
export function compileGlob(pattern: string): Glob {
  const tokens = tokenise([...pattern]);
  return {
    matches: (name) => matchAll(tokens, codePoints(name)),
    cost: (name) => tokens.length * (name.length + 1),
  };
}

function codePoints(text: string): readonly number[] {
  return Array.from(text, (one) => one.codePointAt(0)!);
}

function tokenise(pattern: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < pattern.length) {
    const sign = pattern[i]!;
    i += 1;
    if (sign === '*') {
      if (tokens[tokens.length - 1]?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (sign === '?') tokens.push({ kind: 'any' });
    else if (sign === '[') {
      const end = endOfSet(pattern, i);
      if (end === -1) tokens.push({ kind: 'one', code: 0x5b });
      else {
        tokens.push(readSet(pattern.slice(i, end)));
        i = end + 1;
      }
    } else tokens.push({ kind: 'one', code: sign.codePointAt(0)! });
  }
  return tokens;
}

/** The place of the `]`; one that stands first, or first behind `!`, is a member of the set. */
function endOfSet(pattern: readonly string[], start: number): number {
  let from = start;
  if (pattern[from] === '!') from += 1;
  if (pattern[from] === ']') from += 1;
  return pattern.indexOf(']', from);
}

/**
 * What stands between the brackets. A hyphen makes a range of its neighbours unless it is the first or last sign, or one of
 * its neighbours belongs to the range before. A range that runs backwards is no member; a set of such ranges alone takes nothing, and
 * its negation takes every sign.
 */
function readSet(signs: readonly string[]): Token {
  const chunks = chunksOf(signs);
  for (let k = chunks.length - 1; k > 0; k--) {
    const [before, behind] = [chunks[k - 1]!, chunks[k]!];
    if (before[before.length - 1]!.codePointAt(0)! <= behind[0]!.codePointAt(0)!) continue;
    chunks[k - 1] = [...before.slice(0, -1), ...behind.slice(1)];
    chunks.splice(k, 1);
  }
  if (chunks.length === 1 && chunks[0]!.length === 0) return { kind: 'never' };
  const negated = chunks[0]![0] === '!';
  if (chunks.length === 1 && negated && chunks[0]!.length === 1) return { kind: 'any' };
  const ranges: (readonly [number, number])[] = [];
  chunks.forEach((chunk, k) => {
    const codes = chunk.map((sign) => sign.codePointAt(0)!);
    const next = chunks[k + 1]?.[0]?.codePointAt(0);
    codes.forEach((code, i) => {
      if (k === 0 && i === 0 && negated) return;
      if (i === codes.length - 1 && next !== undefined) ranges.push([code, next]);
      else ranges.push([code, code]);
    });
  });
  return { kind: 'set', negated, ranges };
}

/** Split at the hyphens that make ranges. */
function chunksOf(signs: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let start = 0;
  let from = signs[0] === '!' ? 2 : 1;
  for (;;) {
    const hyphen = signs.indexOf('-', from);
    if (hyphen === -1) break;
    chunks.push(signs.slice(start, hyphen));
    start = hyphen + 1;
    from = hyphen + 3;
  }
  const rest = signs.slice(start);
  if (rest.length > 0 || chunks.length === 0) chunks.push(rest);
  else chunks[chunks.length - 1]!.push('-');
  return chunks;
}

function matchAll(tokens: readonly Token[], name: readonly number[]): boolean {
  let t = 0;
  let n = 0;
  let star = -1;
  let resume = 0;
  while (n < name.length) {
    const token = tokens[t];
    if (token?.kind === 'star') {
      star = t;
      resume = n;
      t += 1;
    } else if (token !== undefined && takes(token, name[n]!)) {
      t += 1;
      n += 1;
    } else if (star !== -1) {
      t = star + 1;
      resume += 1;
      n = resume;
    } else return false;
  }
  while (tokens[t]?.kind === 'star') t += 1;
  return t === tokens.length;
}

function takes(token: Token, code: number): boolean {
  switch (token.kind) {
    case 'one':
      return token.code === code;
    case 'any':
      return true;
    case 'set':
      return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
    default:
      return false;
  }
}
