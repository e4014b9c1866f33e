// SPDX-License-Identifier: Apache-2.0
import type { RingKey } from './key-ring.ts';
import type { KnownSignatures } from './known-signatures.ts';

/** Signatures of one line that are remembered; further ones are verified again. */
const REMEMBERED = 8;

/** Which signatures of a log have verified, an octet for each line: whoever judges the same lines again need not verify them again. */
export class SeenSignatures {
  #valid = new Uint8Array(1024);
  readonly #schemes = new Map<string, RingKey['scheme']>();

  /**
   * @param line its number, from 0
   * @param before what was seen of the very same octets as this very line; null: nothing
   */
  of(line: number, before: SeenSignatures | null): KnownSignatures {
    return {
      of: (index, key) => (before?.isValid(line, index, key) === true ? 'valid' : null),
      found: (index, key, outcome) => {
        if (outcome === 'valid' && index < REMEMBERED) this.#remember(line, index, key);
      },
    };
  }

  isValid(line: number, index: number, { key, scheme }: RingKey): boolean {
    return (
      index < REMEMBERED &&
      ((this.#valid[line] ?? 0) & (1 << index)) !== 0 &&
      this.#schemes.get(key.fingerprint) === scheme
    );
  }

  #remember(line: number, index: number, { key, scheme }: RingKey): void {
    const known = this.#schemes.get(key.fingerprint);
    if (known === undefined) this.#schemes.set(key.fingerprint, scheme);
    else if (known !== scheme) return;
    if (line >= this.#valid.length) {
      const larger = new Uint8Array(Math.max(2 * this.#valid.length, line + 1));
      larger.set(this.#valid);
      this.#valid = larger;
    }
    this.#valid[line] = this.#valid[line]! | (1 << index);
  }
}
