// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';

type Token = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'one' | 'segment' | 'any' };

/**
 * A pattern for paths, in one grammar (attacks B14): `*` is any text within a segment, `**` any text at all (before a first `/` also none), `?` one character
 * but `/`; everything else stands for itself. No negation, classes or braces: such characters are refused, so that nobody
 * thinks that they were understood. It must match the whole path; without `/` in it, the whole last segment.
 *
 * @throws Malformed `policy-invalid`
 */
export function globPattern(glob: string): (path: string) => boolean {
  if (glob === '') throw new Malformed('policy-invalid', 'the pattern is empty');
  if (glob.length > LIMITS.globCharacters) throw new Malformed('policy-invalid', 'the pattern is too long');
  const other = /[[\]{}!\\]/.exec(glob);
  if (other !== null) throw new Malformed('policy-invalid', `${other[0]} has no meaning here: only *, ** and ? do`);
  const tokens = tokensOf(glob.replace(/^(?:\.\/)+/, ''));
  const wholePath = glob.includes('/');
  const atTop = glob.startsWith('**/') ? tokensOf(glob.slice(3)) : null;
  return (path) => {
    if (!wholePath) return matches(tokens, path.slice(path.lastIndexOf('/') + 1));
    return matches(tokens, path) || (atTop !== null && matches(atTop, path));
  };
}

function tokensOf(glob: string): Token[] {
  return (glob.match(/\*+|\?|[^*?]+/g) ?? []).map((part): Token => {
    if (part === '?') return { kind: 'one' };
    if (part === '*') return { kind: 'segment' };
    return part.startsWith('*') ? { kind: 'any' } : { kind: 'text', text: part };
  });
}

/** All places that the tokens so far can end at, token by token: work is the product of the lengths, whatever the pattern. */
function matches(tokens: readonly Token[], path: string): boolean {
  let ends = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    for (const from of ends) {
      if (token.kind === 'text') {
        if (path.startsWith(token.text, from)) next.add(from + token.text.length);
      } else if (token.kind === 'one') {
        if (from < path.length && path[from] !== '/') next.add(from + 1);
      } else {
        for (let at = from; ; at++) {
          // Whoever was here before has gone on from here too.
          if (next.has(at)) break;
          next.add(at);
          if (at >= path.length || (token.kind === 'segment' && path[at] === '/')) break;
        }
      }
    }
    ends = next;
  }
  return ends.has(path.length);
}
