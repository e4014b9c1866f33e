// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with an input before a byte of it is interpreted. */
export const INPUT_REASONS = {
  'input-missing': {
    says: 'the named input does not exist',
    next: 'check the path',
    clause: 'verdicts: exit 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'input-unreadable': {
    says: 'the named input cannot be read',
    next: 'check its permissions and its type: only regular files are read',
    clause: 'verdicts: exit 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'input-empty': {
    says: 'the input holds no evidence',
    next: 'name a file that holds a bundle, an envelope or a statement',
    clause: 'verdicts: exit 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'input-changed': {
    says: 'the input changed while it was read',
    next: 'verify a copy on media that nothing else writes to',
    clause: 'verdicts: the report',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'input-not-recognised': {
    says: 'the input is no kind of evidence that this tool knows',
    next: 'run inspect on it, and see docs/CHECKS.md for the kinds',
    clause: 'verdicts: exit 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'limit-exceeded': {
    says: 'the input is larger, deeper or longer than the bound for its kind',
    next: 'give less at once: split the input; no flag lifts the bound that is named',
    clause: 'verdicts: limits',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'prerequisite-not-passed': {
    says: 'a check that this one rests on did not pass',
    next: 'look at the check named in because',
    clause: 'verdicts: skipped',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
