// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with saved records of a Go checksum database, and with the modules that they name. */
export const GOLANG_REASONS = {
  'sumdb-format': {
    says: 'the saved record or tree head is not written as a checksum database writes it',
    next: 'save the answer of /lookup or /latest again, octet for octet',
    clause: 'Go Modules Reference, Checksum database; C2SP signed-note',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'sumdb-key-unknown': {
    says: 'the tree head is signed by no checksum database that is known here',
    next: 'name the verifier key of the database with --sumdb-key',
    clause: 'Go Modules Reference, GOSUMDB',
    indication: 'INDETERMINATE',
    sub: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'sumdb-signature': {
    says: 'a signature that claims to be of a known checksum database does not verify',
    next: 'treat the tree head as forged',
    clause: 'C2SP signed-note',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CRYPTO_FAILURE',
  },
  'sumdb-inclusion-absent': {
    says: 'the tiles that would show the record in the signed tree are not at hand',
    next: 'save the tiles of the database beside the record, as the module cache keeps them',
    clause: 'Go Modules Reference, Checksum database; RFC 9162 §2.1.3',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'module-hash-mismatch': {
    says: 'a module at hand has another hash than the record of the checksum database names',
    next: 'treat the module as changed: it is not what everybody else gets under this version',
    clause: 'Go Modules Reference, Authenticating modules',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
