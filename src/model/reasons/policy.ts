// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What the examiner asked for. */
export const POLICY_REASONS = {
  'policy-invalid': {
    says: 'the policy cannot be read as one',
    next: 'correct the line that is named; policy check FILE says when it is right',
    clause: 'docs/POLICY.md; verdicts: exit 64',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
