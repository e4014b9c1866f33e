// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What is asked of a replay, and cannot be answered. */
export const REPLAY_REASONS = {
  'holder-undecided': {
    says: 'who held the item then is not determined: what is proven, and what is claimed, leave more than one',
    next: 'ask about another instant, or look for a time stamp between the events that are named',
    clause: 'custody timeline v1, section 7',
    indication: 'INDETERMINATE',
    sub: 'CUSTODY_FAILURE',
  },
  'holder-claimed': {
    says: 'by the claimed times one held the item then, and nothing proves it',
    next: 'look for a time stamp over a checkpoint, given by --timestamp and --trusted-root',
    clause: 'custody timeline v1, section 7',
    indication: 'INDETERMINATE',
    sub: 'CUSTODY_FAILURE',
  },
  'holder-contradicted': {
    says: 'the events that say who held the item then do not stand, or contradict each other',
    next: 'see what is found at these events',
    clause: 'custody timeline v1, C08',
    indication: 'INDETERMINATE',
    sub: 'CUSTODY_FAILURE',
  },
  'item-unknown': {
    says: 'no timeline speaks of the item',
    next: 'compare the name with those of the timeline, letter by letter',
    clause: 'custody timeline v1, section 3',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'digest-unknown': {
    says: 'no timeline speaks of the digest',
    next: 'compare the digest, and the algorithm that it is of',
    clause: 'custody timeline v1, section 3',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'digest-unproven': {
    says: 'a timeline speaks of the digest, and nothing proves when',
    next: 'look for a time stamp over a checkpoint, given by --timestamp and --trusted-root',
    clause: 'custody timeline v1, section 7',
    indication: 'INDETERMINATE',
    sub: 'CUSTODY_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
