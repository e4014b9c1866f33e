// SPDX-License-Identifier: Apache-2.0
import type { Indication, SubIndication } from './reasons/entry.ts';

/** What each main indication says of one item of evidence (ETSI EN 319 102-1 §5.1.3). */
export const INDICATIONS: Readonly<Record<Indication, string>> = {
  'TOTAL-PASSED': 'every required check of the item ran and passed',
  INDETERMINATE: 'nothing is refuted, and not everything is shown: the reasons name what would decide it',
  'TOTAL-FAILED': 'a check has refuted the item: no further evidence can mend it',
};

/** What each sub-indication says; the reasons that lead to it say more. CUSTODY_FAILURE is our own word. */
export const SUB_INDICATIONS: Readonly<Record<SubIndication, string>> = {
  FORMAT_FAILURE: 'something is not well formed',
  HASH_FAILURE: 'a digest, manifest, Merkle root or hash link differs',
  SIG_CRYPTO_FAILURE: 'a signature does not verify, or is about something else',
  SIGNED_DATA_NOT_FOUND: 'what was signed, or the evidence for it, is not at hand',
  NO_SIGNING_CERTIFICATE_FOUND: 'nothing at hand says whose key this is',
  NO_CERTIFICATE_CHAIN_FOUND: 'nothing leads to a trust root that was named',
  NO_CERTIFICATE_CHAIN_FOUND_NO_POE: 'nothing leads to a trust root that was trusted then, and the time is unproven',
  CHAIN_CONSTRAINTS_FAILURE: 'a certificate, log or authority is not what the rules or the policy ask',
  SIG_CONSTRAINTS_FAILURE: 'the signer, or what was signed, is not what was asked for',
  OUT_OF_BOUNDS_NO_POE: 'a time that counts is missing, so that no window can be shown to hold',
  EXPIRED: 'a proven time lies after the end of a certificate',
  NOT_YET_VALID: 'a proven time lies before the start of a certificate',
  REVOKED: 'the key was revoked before it signed',
  REVOKED_NO_POE: 'the key is revoked, and nothing proves that it signed before',
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE: 'an algorithm or key is too weak or not supported, and no early time is proven',
  TIMESTAMP_ORDER_FAILURE: 'the times stand in an impossible order',
  CUSTODY_FAILURE: 'a rule of custody is refuted',
  TRY_LATER: 'material is missing or too old: newer may decide it',
};
