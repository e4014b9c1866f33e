// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { booleanOf } from '../values.ts';
import { open, satisfied } from './outcome.ts';

export interface ExaminerTimeRule extends Rule {
  readonly kind: 'examiner_time';
}

/** `examiner_time: false`: the examiner's own word on the time of signing must not be all there is. */
export const EXAMINER_TIME: RuleKind<ExaminerTimeRule> = {
  kind: 'examiner_time',
  key: 'examiner_time',
  parse(value, pointer, origin) {
    // True would have to change what the stages find, and a policy never changes a fact.
    if (booleanOf(value, pointer)) throw policyProblem(pointer, 'only false can be asked: leave it out to allow it');
    return [{ kind: 'examiner_time', origin, half: 'signature' }];
  },
  judge(_, { examinerTime, signedAt }) {
    const seen = { examinerTime, verifiedTimes: signedAt.length };
    if (!examinerTime || signedAt.length > 0) return satisfied(seen);
    return open("nothing but the examiner's word shows when it was signed", seen, 'policy-examiner-time');
  },
  explain: () => "the examiner's own word on the time of signing is not enough",
};
