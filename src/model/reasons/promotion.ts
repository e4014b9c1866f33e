// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with the promotion of an image. */
export const PROMOTION_REASONS = {
  'promotion-format': {
    says: 'the promotion is not written as its format says',
    next: 'treat the promotion as unusable',
    clause: 'docs/spec/promotion-v1.md, 2',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'promotion-goes-nowhere': {
    says: 'the promotion is from an environment to itself',
    next: 'treat it as no approval of anything',
    clause: 'docs/spec/promotion-v1.md, 4; attacks L07',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'promotion-algorithm': {
    says: 'a material is named by a digest of an algorithm that is not known here',
    next: 'ask for a promotion that names it by sha256, sha384 or sha512',
    clause: 'docs/spec/promotion-v1.md, 3',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'promotion-material-absent': {
    says: 'no file at hand has the digest of a material of the promotion: it was altered, or is not there',
    next: 'bring in the file that was promoted with --material; compare what is called so with its source',
    clause: 'docs/spec/promotion-v1.md, 3; attacks L07',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'promotion-material-mismatch': {
    says: 'a file that is given as a material of the promotion is none of them',
    next: 'treat the file as altered; compare it with the one that was promoted',
    clause: 'docs/spec/promotion-v1.md, 3; attacks L07',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'promotion-log-contradiction': {
    says: 'the proof of the log says the same thing several times, and not alike',
    next: 'treat the proof as forged',
    clause: 'docs/spec/promotion-v1.md, 5',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'promotion-log-unbound': {
    says: 'something is in the log, and nothing shows what: the entry itself is not at hand',
    next: 'ask for a promotion that carries the body of the entry',
    clause: 'docs/spec/promotion-v1.md, 5',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'promotion-log-other-entry': {
    says: 'the proof of the log is about another entry, or another image',
    next: 'treat the proof as one of something else',
    clause: 'docs/spec/promotion-v1.md, 5; attacks L07',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CRYPTO_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
