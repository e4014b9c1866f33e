// SPDX-License-Identifier: Apache-2.0
import type { PolicyDocument, Rule } from '../model/policy-document.ts';
import type { HashName } from '../model/public-key.ts';
import type { ClaimRule } from './rules/claims.ts';
import { algorithmOf, type DigestRule } from './rules/digest.ts';

const COMPUTED: readonly HashName[] = ['sha256', 'sha384', 'sha512'];

/** By which algorithms a policy, and what is asked beside it, names digests of artifacts: those have to be computed. */
export function namedDigests(document: PolicyDocument | null, asked: readonly Rule[]): readonly HashName[] {
  const scopes = document?.scopes ?? [];
  const rules = [...(document?.rules ?? []), ...scopes.flatMap((scope) => scope.rules), ...asked];
  const named = new Set([
    ...scopes.flatMap(({ match }) => match.digests.map(algorithmOf)),
    ...rules.flatMap(algorithmsOf),
  ]);
  return COMPUTED.filter((algorithm) => named.has(algorithm));
}

function algorithmsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'digest') return (rule as DigestRule).pins.map(algorithmOf);
  if (rule.kind !== 'claims') return [];
  const { test } = rule as ClaimRule;
  return test.kind === 'equals_artifact_digest' ? [test.algorithm] : [];
}
