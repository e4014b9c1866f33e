// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { choiceOf } from '../values.ts';
import { open, satisfied } from './outcome.ts';

export interface InclusionProofRule extends Rule {
  readonly kind: 'inclusion_proof';
}

/** An inclusion proof under a signed checkpoint must have verified: the log's promise alone is not enough. */
export const INCLUSION_PROOF: RuleKind<InclusionProofRule> = {
  kind: 'inclusion_proof',
  key: 'inclusion_proof',
  parse(value, pointer, origin) {
    choiceOf(value, pointer, ['required']);
    return [{ kind: 'inclusion_proof', origin, half: 'signature' }];
  },
  judge(_, { inclusionProofs }) {
    const seen = { inclusionProofs };
    if (inclusionProofs > 0) return satisfied(seen);
    return open('no inclusion proof has verified', seen, 'policy-inclusion-proof');
  },
  explain: () => 'an inclusion proof of a trusted log must have verified',
};
