// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be missing in a folder, an archive or an image layout as a whole. */
export const SET_REASONS = {
  'evidence-absent': {
    says: 'nothing in the operand is evidence, and no evidence at hand speaks of it',
    next: 'name the folder that holds the attestations too',
    clause: 'verdicts: exit 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'artifact-unattested': {
    says: 'some artifacts that were found have neither signature nor attestation',
    next: 'see the list of unmatched artifacts; --require-all refuses them, --ignore-unsigned leaves some out',
    clause: 'cli: unmatched',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
