// SPDX-License-Identifier: Apache-2.0
import { canMatch } from '../encoding/anchored-pattern.ts';
import type { PolicyDocument, PolicyFacts, PolicyScope, ScopeMatch, TextMatch } from '../model/policy-document.ts';
import { mayTake, type SpelledKey, takesSpelled } from './match-forms.ts';

/** What decides which scopes are about an item. */
export type ScopeSubject = Pick<PolicyFacts, 'names' | 'digests' | 'purls' | 'images' | 'predicateType' | 'claimed'>;

/**
 * Whether a scope is about an item. `strictly`: only by what nobody has verified, or by what cannot be told; then its rules
 * hold and its modes where they are the stricter ones, since evidence that is broken must lose nothing that it was asked.
 */
export interface ScopeBearing {
  readonly applies: 'yes' | 'strictly' | 'no';
  /** The first list of the match that is not met, or not by anything verified; null where all are. */
  readonly because: MatchKey | null;
}

export type MatchKey = 'names' | 'digests' | 'purls' | 'images' | 'predicate_types';

/** Every list that is given must be met, and a list is met by any of its members with any of the item's. */
export function bearingOf(match: ScopeMatch, subject: ScopeSubject): ScopeBearing {
  const { predicateType } = subject;
  const claimed = subject.claimed ?? NOTHING_CLAIMED;
  const of = (key: keyof typeof NOTHING_CLAIMED) => (claimed === 'unreadable' ? claimed : claimed[key]);
  const lists: readonly (readonly [MatchKey, ScopeBearing['applies']])[] = [
    ['names', meets('names', match.names, subject.names, of('names'))],
    ['digests', hasDigest(match.digests, subject.digests, claimed === 'unreadable')],
    ['purls', meets('purls', match.purls, subject.purls, of('purls'))],
    ['images', meets('images', match.images, subject.images, of('images'))],
    [
      'predicate_types',
      meets(
        'predicateTypes',
        match.predicateTypes,
        predicateType === null ? [] : [predicateType],
        of('predicateTypes'),
      ),
    ],
  ];
  const first = (wanted: ScopeBearing['applies']) => lists.find(([, applies]) => applies === wanted);
  const [because, applies] = first('no') ?? first('strictly') ?? ([null, 'yes'] as const);
  return { applies, because };
}

/** In the order of the file. */
export function bearingsOf(
  document: PolicyDocument,
  subject: ScopeSubject,
): readonly { readonly scope: PolicyScope; readonly bearing: ScopeBearing }[] {
  return document.scopes.map((scope) => ({ scope, bearing: bearingOf(scope.match, subject) }));
}

const NOTHING_CLAIMED = { names: [], purls: [], images: [], predicateTypes: [] } as const;

function meets(
  key: SpelledKey,
  wanted: readonly TextMatch[],
  known: readonly string[],
  claimed: readonly string[] | 'unreadable',
): ScopeBearing['applies'] {
  const taken = (texts: readonly string[]) => takesSpelled(key, wanted, texts);
  if (wanted.length === 0 || taken(known)) return 'yes';
  if (claimed === 'unreadable' || taken(claimed)) return 'strictly';
  if (mayTake(key, wanted, [...known, ...claimed])) return 'strictly';
  // A text that no pattern is compared with may be one that is meant.
  const undecided = wanted.some((one) => [...known, ...claimed].some((text) => !canMatch(one, text)));
  return undecided ? 'strictly' : 'no';
}

function hasDigest(wanted: readonly string[], found: readonly string[], unreadable: boolean): ScopeBearing['applies'] {
  if (wanted.length === 0 || wanted.some((digest) => found.includes(digest))) return 'yes';
  if (found.length === 0) return unreadable ? 'strictly' : 'no';
  const algorithms = found.map(algorithmOf);
  return wanted.every((digest) => algorithms.includes(algorithmOf(digest))) ? 'no' : 'strictly';
}

function algorithmOf(digest: string): string {
  return digest.slice(0, digest.indexOf(':'));
}
