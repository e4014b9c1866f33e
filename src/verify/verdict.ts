// SPDX-License-Identifier: Apache-2.0
import type { Decision, VerdictExitCode } from '../model/policy.ts';
import type { Indication } from '../model/reasons.ts';
import { worstExitCode } from '../policy/exit-code.ts';

export interface Verdict {
  readonly decision: Decision;
  readonly exitCode: VerdictExitCode;
  readonly indication: Indication;
}

/** One verdict over all items: the worst of each. Nothing to judge is never a pass (verdicts: exit code 4). */
export function verdictOf(
  items: readonly { readonly exitCode: VerdictExitCode; readonly indication: Indication }[],
): Verdict {
  const exitCode = items.length === 0 ? 4 : worstExitCode(items.map((item) => item.exitCode));
  const has = (indication: Indication): boolean => items.some((item) => item.indication === indication);
  const indication: Indication = has('TOTAL-FAILED')
    ? 'TOTAL-FAILED'
    : items.length === 0 || has('INDETERMINATE')
      ? 'INDETERMINATE'
      : 'TOTAL-PASSED';
  return { decision: exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject', exitCode, indication };
}
