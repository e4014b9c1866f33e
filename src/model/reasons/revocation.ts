// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Revocation of certificates and keys. */
export const REVOCATION_REASONS = {
  'crl-format': {
    says: 'the revocation list is malformed',
    next: 'obtain it again from its issuer',
    clause: 'RFC 5280 §5',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'crl-unsupported': {
    says: 'the revocation list is only a part of one, and nothing follows from who is not on it',
    next: 'obtain the complete list of the issuer',
    clause: 'RFC 5280 §5.2.4, 5.2.5',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'crl-other-issuer': {
    says: 'no revocation list that was named is of an authority of the path: none of them was of use',
    next: 'name the list of the authority that issued the certificate; keep those of others in a trust store',
    clause: 'RFC 5280 §6.3.3; verdicts: every check that was asked for ran',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'crl-signature': {
    says: 'the revocation list is not signed by the issuer that it names',
    next: 'obtain it again from its issuer',
    clause: 'RFC 5280 §6.3.3 (f), (g)',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'revocation-list-format': {
    says: 'the list of revocations is malformed',
    next: 'write it as docs/spec/revocation-list-v1.md says',
    clause: 'docs/spec/revocation-list-v1.md',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'revocation-stale': {
    says: 'what is known of revocations is too old for the instant that is judged at',
    next: 'bring in a newer list of the same issuer',
    clause: 'RFC 5280 §5.1.2.5; verdicts: revocation data too old',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  revoked: {
    says: 'the key was revoked or compromised before it can have signed',
    next: 'do not rely on it',
    clause: 'ETSI EN 319 102-1 §5.2.6; verdicts: revoked',
    indication: 'TOTAL-FAILED',
    sub: 'REVOKED',
  },
  'revoked-unproven': {
    says: 'the key is revoked or compromised, and nothing proves that it signed before',
    next: 'look for a timestamp or a log entry of before',
    clause: 'ETSI EN 319 102-1 §5.5.4; verdicts: revoked',
    indication: 'INDETERMINATE',
    sub: 'REVOKED_NO_POE',
  },
} as const satisfies Record<string, ReasonEntry>;
