// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with the offline kit. */
export const KIT_REASONS = {
  'kit-format': {
    says: 'the kit is not written as its format says',
    next: 'obtain the kit again, from where its digest is known',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'kit-content': {
    says: 'something in the folder cannot go into a kit',
    next: 'rename it, or leave it out of the folder; of a link, put the file itself there',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'kit-file-differs': {
    says: 'a file of the kit is not the one that its list of checksums names',
    next: 'do not use the kit: obtain it again, and find out who has had it',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'kit-file-missing': {
    says: 'a file that the list of checksums names is not in the kit',
    next: 'do not use the kit: obtain it again, whole',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'kit-file-extra': {
    says: 'a file lies in the kit that its list of checksums does not name',
    next: 'do not use the kit: whoever has added it may have changed more',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'kit-signature': {
    says: 'the list of checksums is not signed by the key that was given',
    next: 'compare the fingerprint of the key with the one that you were told by another way; then do not use the kit',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CRYPTO_FAILURE',
  },
  'kit-key-not-given': {
    says: 'no key was given, so that nobody vouches for the list of checksums',
    next: 'give --key with the public key of whoever has made the kit, from elsewhere than the kit',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'INDETERMINATE',
    sub: 'NO_SIGNING_CERTIFICATE_FOUND',
  },
  'kit-sample-differs': {
    says: 'a sample of the kit comes to another verdict than is known of it',
    next: 'do not use this program with this kit: compare both with the release',
    clause: 'docs/OFFLINE-KIT.md',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CRYPTO_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
