// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Signed models: a manifest of files, and the files beside it. */
export const MODEL_REASONS = {
  'model-manifest-format': {
    says: 'the manifest of the model cannot be read, or names a file twice or outside of the model',
    next: 'ask the signer for another signature',
    clause: 'OpenSSF model signing v1.0: predicate',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'model-digest-mismatch': {
    says: 'the digest of the model is not the one over the digests of its manifest',
    next: 'treat the signature as unusable: it contradicts itself',
    clause: 'OpenSSF model signing v1.0: subject',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'model-serialization': {
    says: 'the manifest lists what is not digested here: parts of files, or digests of another kind',
    next: 'verify the model with the tool that has signed it',
    clause: 'OpenSSF model signing v1.0: serialization',
    indication: 'INDETERMINATE',
    sub: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'model-file-mismatch': {
    says: 'a file of the model has another digest than the manifest says',
    next: 'treat the model as altered; compare it with its source',
    clause: 'OpenSSF model signing v1.0: resources',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'model-file-absent': {
    says: 'a file that the manifest names is not there',
    next: 'name the folder that holds the whole model',
    clause: 'OpenSSF model signing v1.0: resources',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'model-file-unlisted': {
    says: 'the folder of the model has a file that the manifest does not name',
    next: 'take it out, or find out who put it there: nobody has signed it',
    clause: 'OpenSSF model signing v1.0: resources',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
