// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { digestOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { open, refuted, satisfied } from './outcome.ts';

export interface KeyFingerprintRule extends Rule {
  readonly kind: 'key_fingerprint';
  /** SHA-256 over the SubjectPublicKeyInfo, lowercase hexadecimal. */
  readonly fingerprints: readonly string[];
}

/** Every key that signed and verified must be one of these. */
export const KEY_FINGERPRINT: RuleKind<KeyFingerprintRule> = {
  kind: 'key_fingerprint',
  key: 'key_fingerprint',
  parse: (value, pointer, origin) => [
    { kind: 'key_fingerprint', origin, half: 'signature', fingerprints: distinctListOf(value, pointer, spkiDigestOf) },
  ],
  judge(rule, facts) {
    const seen = { keyFingerprints: [...facts.keyFingerprints] };
    if (facts.keyFingerprints.length === 0) return open('no key has verified', seen);
    const other = facts.keyFingerprints.find((found) => !rule.fingerprints.includes(found));
    return other === undefined ? satisfied(seen) : refuted('policy-key', `the key sha256:${other} is not named`, seen);
  },
  explain: ({ fingerprints }) => `the key must be ${fingerprints.map((hex) => `sha256:${hex}`).join(' or ')}`,
};

function spkiDigestOf(value: JsonValue, pointer: string): string {
  const digest = digestOf(value, pointer);
  if (!digest.startsWith('sha256:')) throw policyProblem(pointer, 'the fingerprint of a key is written sha256:…');
  return digest.slice('sha256:'.length);
}
