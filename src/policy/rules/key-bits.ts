// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleKind } from '../../model/policy-document.ts';
import { blockOf, integerOf } from '../values.ts';
import { entriesOf } from './lists.ts';
import { open, refuted, satisfied } from './outcome.ts';

type Family = 'rsa' | 'ec';

export interface KeyBitsRule extends Rule {
  readonly kind: 'key_bits';
  readonly least: Readonly<Partial<Record<Family, number>>>;
}

const BOUNDS: Readonly<Record<Family, readonly [number, number]>> = { rsa: [2048, 16_384], ec: [256, 521] };

/** The least size of RSA moduli and of elliptic curves, Ed25519 (256) among them. */
export const KEY_BITS: RuleKind<KeyBitsRule> = {
  kind: 'key_bits',
  key: 'key_bits',
  parse(value, pointer, origin) {
    const block = blockOf(value, pointer, ['rsa', 'ec']);
    const least = Object.fromEntries(
      entriesOf(block, pointer, (one, at, family) => integerOf(one, at, ...BOUNDS[family as Family])),
    );
    return [{ kind: 'key_bits', origin, half: 'signature', least }];
  },
  judge({ least }, { algorithms }) {
    const seen = { keys: algorithms.map(({ keyKind, bits }) => `${keyKind} ${bits}`) };
    if (algorithms.length === 0) return open('no signature has verified', seen);
    const small = algorithms.find(({ keyKind, bits }) => !(bits >= (least[keyKind === 'rsa' ? 'rsa' : 'ec'] ?? 0)));
    if (small === undefined) return satisfied(seen);
    return refuted('policy-algorithm', `a key of ${small.bits} bits is too small`, seen);
  },
  explain: ({ least }) =>
    `keys must have at least ${Object.entries(least)
      .map(([family, bits]) => `${bits} bits (${family})`)
      .join(', ')}`,
};
