// SPDX-License-Identifier: Apache-2.0
import type { PolicyDocument, PolicyFacts, PolicyScope, ScopeMatch, TextMatch } from '../model/policy-document.ts';

/** What decides which scopes are about an item. */
export type ScopeSubject = Pick<PolicyFacts, 'names' | 'digests' | 'purls' | 'images' | 'predicateType'>;

/** Every list that is given must be met, and a list is met by any of its members with any of the item's. */
export function matchesScope(match: ScopeMatch, subject: ScopeSubject): boolean {
  const types = subject.predicateType === null ? [] : [subject.predicateType];
  return (
    meets(match.names, subject.names) &&
    (match.digests.length === 0 || match.digests.some((digest) => subject.digests.includes(digest))) &&
    meets(match.purls, subject.purls) &&
    meets(match.images, subject.images) &&
    meets(match.predicateTypes, types)
  );
}

/** In the order of the file. */
export function matchingScopes(document: PolicyDocument, subject: ScopeSubject): readonly PolicyScope[] {
  return document.scopes.filter(({ match }) => matchesScope(match, subject));
}

function meets(wanted: readonly TextMatch[], found: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => found.some((text) => one.matches(text)));
}
