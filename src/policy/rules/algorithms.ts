// SPDX-License-Identifier: Apache-2.0

import type { Rule, RuleKind } from '../../model/policy-document.ts';
import type { SchemeId } from '../../model/public-key.ts';
import { choiceOf } from '../values.ts';
import { distinctListOf } from './lists.ts';
import { open, refuted, satisfied } from './outcome.ts';

const SCHEMES: readonly SchemeId[] = [
  'ed25519',
  ...(['ecdsa-p256', 'ecdsa-p384', 'ecdsa-p521', 'rsa-pkcs1v15', 'rsa-pss'] as const).flatMap((family) =>
    (['sha256', 'sha384', 'sha512'] as const).map((hash) => `${family}-${hash}` as const),
  ),
];

export interface AlgorithmsRule extends Rule {
  readonly kind: 'algorithms';
  readonly schemes: readonly SchemeId[];
}

/** Every signature that verified must be under one of these. */
export const ALGORITHMS_RULE: RuleKind<AlgorithmsRule> = {
  kind: 'algorithms',
  key: 'algorithms',
  parse: (value, pointer, origin) => [
    {
      kind: 'algorithms',
      origin,
      half: 'signature',
      schemes: distinctListOf(value, pointer, (one, at) => choiceOf(one, at, SCHEMES)),
    },
  ],
  judge({ schemes }, { algorithms }) {
    const seen = { algorithms: algorithms.map(({ scheme }) => scheme) };
    if (algorithms.length === 0) return open('no signature has verified', seen);
    const other = algorithms.find(({ scheme }) => !(schemes as readonly string[]).includes(scheme));
    return other === undefined ? satisfied(seen) : refuted('policy-algorithm', `${other.scheme} is not accepted`, seen);
  },
  explain: ({ schemes }) => `the signature must be under ${schemes.join(' or ')}`,
};
