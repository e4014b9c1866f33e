// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What follows if keys had been stolen: docs/spec/custody-timeline-v1.md, 11. Nothing of this is found in the evidence itself. */
export const WHAT_IF_REASONS = {
  'assumed-compromise-falls': {
    says: 'under the assumption, an event is proven to have been signed after its key was stolen',
    next: 'take what it says from elsewhere, if the assumption is true',
    clause: 'custody timeline v1, section 11',
    indication: 'TOTAL-FAILED',
    sub: 'REVOKED',
  },
  'assumed-compromise-undecided': {
    says: 'under the assumption, nothing proves that an event was signed before its key was stolen',
    next: 'look for the evidence of time that the report names beside the event',
    clause: 'custody timeline v1, section 11',
    indication: 'INDETERMINATE',
    sub: 'REVOKED_NO_POE',
  },
  'assumed-compromise-uncovered': {
    says: "under the assumption, the log's own checkpoints no longer speak for as many lines or witnesses",
    next: 'ask a witness, or another holder of the log, for a checkpoint with a time stamp from before',
    clause: 'custody timeline v1, section 11',
    indication: 'INDETERMINATE',
    sub: 'REVOKED_NO_POE',
  },
} as const satisfies Record<string, ReasonEntry>;
