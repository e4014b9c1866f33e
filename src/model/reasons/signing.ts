// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Making signatures: docs/ATTEST.md. Nothing of this is about evidence. */
export const SIGNING_REASONS = {
  'signing-claim': {
    says: 'what is to be signed does not say what it must say',
    next: 'put the statement right: nothing was signed',
    clause: 'docs/ATTEST.md: required claims',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signing-predicate': {
    says: 'the predicate that is to be signed does not follow the schema of its type',
    next: 'put the predicate right: nothing was signed',
    clause: 'docs/ATTEST.md: statements',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'signing-secret': {
    says: 'what is to be signed holds a private key, and would go wherever the signature goes',
    next: 'take the key out: nothing was signed; if the file has gone anywhere already, treat the key as exposed',
    clause: 'docs/ATTEST.md: statements',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signing-subject': {
    says: 'a digest of a subject is not written as a digest of its algorithm: no artifact would ever match it',
    next: 'write the digest in lowercase hexadecimal, whole: nothing was signed',
    clause: 'docs/ATTEST.md: statements; in-toto DigestSet',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'signing-ring': {
    says: 'the ring of signing keys does not allow this key to sign now',
    next: 'see the windows of the ring, and introduce the next key with one that is valid',
    clause: 'docs/ATTEST.md: rotation',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signing-blob': {
    says: 'a signature over this file would be one over something else too',
    next: 'see who has made it: sign the statement in it with attest sign, if it is yours to sign',
    clause: 'docs/ATTEST.md: files; DSSE 1.0: PAE',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signing-envelope': {
    says: 'the envelope that is there does not take this signature',
    next: 'give the envelope of the very statement that was signed',
    clause: 'docs/ATTEST.md: several signatures; DSSE 1.0: multiple signatures',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'signing-key-repeated': {
    says: 'the key has signed the envelope already',
    next: 'let another key sign: one key is one voice, however often it signs',
    clause: 'docs/ATTEST.md: several signatures; DSSE 1.0: multiple signatures',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signer-failed': {
    says: 'the signer gave no signature',
    next: 'read what it said, mend that, and sign again: nothing was signed',
    clause: 'docs/ATTEST.md: signers',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signer-timeout': {
    says: 'the signer did not answer within its time limit, and was stopped',
    next: 'see what it waits for, or allow more with --signer-timeout',
    clause: 'docs/ATTEST.md: signers',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signer-answer': {
    says: 'the signer answered something that is no answer of its protocol',
    next: 'treat the signer as broken',
    clause: 'docs/ATTEST.md: signers; Sigstore KMS plugin protocol 1',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
