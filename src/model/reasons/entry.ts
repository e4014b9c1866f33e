// SPDX-License-Identifier: Apache-2.0

/** ETSI EN 319 102-1 §5.1.3 main indications, of one item of evidence. */
export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED';

/** ETSI EN 319 102-1 §5.1.3 sub-indications; CUSTODY_FAILURE is our own word. */
export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'SIGNED_DATA_NOT_FOUND'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'REVOKED'
  | 'REVOKED_NO_POE'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'TIMESTAMP_ORDER_FAILURE'
  | 'CUSTODY_FAILURE'
  | 'TRY_LATER';

export interface ReasonEntry {
  /** One lowercase sentence without a full stop. */
  readonly says: string;
  /** What the auditor does next. */
  readonly next: string;
  /** The clause that the check rests on. */
  readonly clause: string;
  readonly indication: Exclude<Indication, 'TOTAL-PASSED'>;
  readonly sub: SubIndication;
}
