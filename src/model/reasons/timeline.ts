// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Timelines that other tools have written: docs/TIMELINES.md. */
export const TIMELINE_REASONS = {
  'timeline-format': {
    says: 'the file is no timeline of a known format, or lacks what its format must have',
    next: 'name its format with --format, or export it again',
    clause: 'docs/TIMELINES.md, section 1',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-row-format': {
    says: 'a row is not written as its format says; it is kept, and placed nowhere',
    next: 'look at the line in its file',
    clause: 'docs/TIMELINES.md, section 2',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-row-text': {
    says: 'a row holds octets that are no UTF-8, or begins with a byte order mark',
    next: 'octets that are no text are shown as \\xNN',
    clause: 'docs/TIMELINES.md, section 2',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-row-repeated': {
    says: 'two rows bear the same id',
    next: 'ask the system that wrote them',
    clause: 'docs/TIMELINES.md, section 1',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-time-unknown': {
    says: 'a row has no time: it is zero or left out',
    next: 'its source did not know it either',
    clause: 'docs/TIMELINES.md, section 3',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-time-unreadable': {
    says: 'a time is written in a form that no rule reads; it is kept as it stands',
    next: 'read it yourself: the tool does not guess',
    clause: 'docs/TIMELINES.md, section 3',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-zone-unstated': {
    says: 'a time names no zone; it is read as UTC',
    next: 'find out what zone its source means; --clock shifts it',
    clause: 'docs/TIMELINES.md, section 3',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-times-disagree': {
    says: 'a row states the same time twice, and not the same',
    next: 'both are shown; the row is placed by the first',
    clause: 'docs/TIMELINES.md, section 3',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
  'timeline-link-mismatch': {
    says: 'a row of an unsigned log names another line before it than the one that is there',
    next: 'treat the log as edited; a link without a signature shows accidents alone',
    clause: 'docs/TIMELINES.md, section 1',
    indication: 'INDETERMINATE',
    sub: 'HASH_FAILURE',
  },
  'timeline-sequence': {
    says: 'the numbers of an unsigned log do not follow each other',
    next: 'lines may be missing, doubled or moved: find another copy',
    clause: 'docs/TIMELINES.md, section 1',
    indication: 'INDETERMINATE',
    sub: 'CUSTODY_FAILURE',
  },
  'timeline-clock-unmeasured': {
    says: 'the clock of the source was measured, and not near the time of this row',
    next: 'measure it nearer to that time, and give a second --clock',
    clause: 'docs/TIMELINES.md, section 4',
    indication: 'INDETERMINATE',
    sub: 'FORMAT_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
