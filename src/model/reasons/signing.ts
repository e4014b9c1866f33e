// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Making signatures: docs/ATTEST.md. Nothing of this is about evidence. */
export const SIGNING_REASONS = {
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
