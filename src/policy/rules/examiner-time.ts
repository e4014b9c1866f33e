// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { booleanOf } from '../values.ts';
import { open, satisfied } from './outcome.ts';

export interface ExaminerTimeRule extends Rule {
  readonly kind: 'examiner_time';
  readonly allowed: boolean;
}

/**
 * The examiner's own word on the time of signing (`--signed-at`). `true`: where no time has verified, it decides the windows of
 * certificates (verdicts: time), which warns, counts towards no threshold, and is no requirement but a relaxation, as a mode
 * is. `false`: it must not be all there is, for plain keys either.
 */
export const EXAMINER_TIME: RuleKind<ExaminerTimeRule> = {
  kind: 'examiner_time',
  key: 'examiner_time',
  parse: (value, pointer, origin) => [
    { kind: 'examiner_time', origin, half: 'signature', allowed: booleanOf(value, pointer) },
  ],
  judge({ allowed }, { examinerTime, signedAt }) {
    if (allowed) return satisfied({ examinerTime });
    const seen = { examinerTime, verifiedTimes: signedAt.length };
    if (!examinerTime || signedAt.length > 0) return satisfied(seen);
    return open("nothing but the examiner's word shows when it was signed", seen, 'policy-examiner-time');
  },
  explain: ({ allowed }) =>
    allowed
      ? "where no time has verified, the examiner's own word on the time of signing decides the windows of certificates: exit 1; it counts towards no threshold"
      : "the examiner's own word on the time of signing is not enough",
  weakens: ({ allowed, origin }) =>
    allowed ? [`the examiner's own word decides the windows of certificates (${origin})`] : [],
};
