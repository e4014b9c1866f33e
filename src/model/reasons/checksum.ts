// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with lists of digests, and with the bags that are built on them. */
export const CHECKSUM_REASONS = {
  'checksum-mismatch': {
    says: 'a file has another digest than the signed list names for it',
    next: 'treat the file as changed since the list was signed',
    clause: 'docs/EVIDENCE.md: checksum lists',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'bag-format': {
    says: 'a tag file of the bag is not written as it must be',
    next: 'make the bag again from its payload',
    clause: 'RFC 8493 §2.1.1, §2.1.3',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'bag-encoding': {
    says: 'the tag files of the bag are in another encoding than UTF-8',
    next: 'ask for the bag with tag files in UTF-8',
    clause: 'RFC 8493 §2.1.1',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'bag-path': {
    says: 'a path in a manifest leads out of the bag, or two readers would read it differently',
    next: 'do not unpack it; ask for the bag with plain relative paths',
    clause: 'RFC 8493 §2.1.3, §6.1; attacks I03, I04',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'bag-fetch': {
    says: 'the bag wants parts of its payload to be fetched from elsewhere',
    next: 'have it completed where there is a network, without fetch.txt, and verify it again',
    clause: 'RFC 8493 §2.2.3',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'bag-file-missing': {
    says: 'a manifest of the bag lists a file that is not there',
    next: 'ask for the bag again: it was cut, or a file was taken out',
    clause: 'RFC 8493 §3; attacks I05',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'bag-file-extra': {
    says: 'the payload of the bag has a file that a manifest does not list',
    next: 'treat the file as put in afterwards',
    clause: 'RFC 8493 §3; attacks I05',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'bag-digest-mismatch': {
    says: 'a file of the bag has another digest than its manifest names',
    next: 'treat the file as changed since the bag was made',
    clause: 'RFC 8493 §3',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'bag-weak-digests': {
    says: 'the bag names digests only by algorithms that are broken',
    next: 'ask for manifest-sha256.txt or manifest-sha512.txt',
    clause: 'RFC 8493 §2.4',
    indication: 'INDETERMINATE',
    sub: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
} as const satisfies Record<string, ReasonEntry>;
