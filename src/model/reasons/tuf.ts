// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** TUF repositories, and the trust store that they renew. */
export const TUF_REASONS = {
  'tuf-format': {
    says: 'a metadata file is malformed',
    next: 'copy the repository again from its source',
    clause: 'TUF 1.0 §4',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'tuf-missing': {
    says: 'a metadata file that is needed is not in the directory',
    next: 'copy the whole repository: all roots, timestamp, snapshot, targets',
    clause: 'TUF 1.0 §5.3 to 5.6',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'tuf-root-pin': {
    says: 'nothing in the directory follows from the root that is pinned',
    next: 'name the root that you trust with --root, or copy the roots from that one on',
    clause: 'TUF 1.0 §5.2',
    indication: 'INDETERMINATE',
    sub: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'tuf-root-gap': {
    says: 'a root is missing in the row, or has another version than its place says',
    next: 'copy every root from the pinned one on: each is signed by the one before',
    clause: 'TUF 1.0 §5.3.5',
    indication: 'INDETERMINATE',
    sub: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'tuf-threshold': {
    says: 'fewer distinct keys have signed than the role asks for',
    next: 'do not use it: whoever made it does not hold the keys',
    clause: 'TUF 1.0 §5.3.4, 5.4.2, 5.5.3, 5.6.3; attacks B03',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CRYPTO_FAILURE',
  },
  'tuf-rollback': {
    says: 'it is older than what the trust store has seen, or another file under the same number',
    next: 'copy the repository again; if it stays so, somebody shows you an old state',
    clause: 'TUF 1.0 §5.4.3, 5.5.5; attacks C15',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'tuf-expired': {
    says: 'metadata was expired at the instant that is judged at: it may be an old state that somebody keeps showing',
    next: 'copy the repository again; --allow-stale takes it, and says so',
    clause: 'TUF 1.0 §5.3.10, 5.4.4, 5.5.6, 5.6.5 (freeze)',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'tuf-mix': {
    says: 'a file is of another version than the one that vouches for it names',
    next: 'copy the repository again, all of one moment',
    clause: 'TUF 1.0 §5.5.4, 5.6.4 (mix and match)',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'tuf-digest': {
    says: 'a file has another length or digest than was signed for it',
    next: 'copy it again: it is incomplete, or was changed',
    clause: 'TUF 1.0 §5.5.2, 5.6.2, 5.7',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'tuf-role': {
    says: 'a delegated role has a name that could lead out of the directory, or is delegated to in a circle',
    next: 'do not use it: no honest repository has such a role',
    clause: 'TUF 1.0 §5.6.7; attacks C15',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'trust-store-format': {
    says: 'the trust store cannot be read as one, or a document in it is not the one that it names',
    next: 'copy it again from where it was made, or import into a new one',
    clause: 'docs/spec/trust-store-v1.md; attacks N06',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'trust-rollback': {
    says: 'a newer document has taken its place in the trust store before',
    next: 'import the newest one; if the older one is right, say so in a store of its own',
    clause: 'docs/TRUST.md; attacks C15',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'trust-time-back': {
    says: 'the domain was imported into at a later instant than this import is judged at: what has expired since would look fresh',
    next: 'set the clock, or give --at; --allow-stale takes it, and says so',
    clause: 'docs/TRUST.md; TUF 1.0 §5.4.4',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'next-key-format': {
    says: 'the statement of the next key is malformed, or not signed by a key that is held',
    next: 'have it signed with the current key of the domain',
    clause: 'docs/spec/next-key-v1.md',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
