// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { HashPages } from '../merkle/hash-pages.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { Ledger } from './ledger.ts';

interface Correction {
  readonly seq: number;
  /** Number of the line that is meant. */
  readonly target: number;
  /** Why it is nobody's who may correct that line; null: it is. */
  readonly foreign: string | null;
}

/**
 * C22: what corrections say that the lines they are about hash to. Hashes of a million lines are not kept for the few that somebody
 * corrects: where there is a correction, the lines are read once more.
 */
export class Corrections {
  readonly #ledger: Ledger;
  readonly #all: Correction[] = [];
  readonly #hashes = new HashPages();
  /** Numbers of corrections in the order of the lines that they are about; null: they have not been asked for. */
  #order: number[] | null = null;
  #next = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Whether lines are wanted again. */
  get areOpen(): boolean {
    return this.#all.length > 0;
  }

  /** @param said SHA-256 of the earlier line that is meant, by the word of the correction */
  add(correction: Correction, said: Bytes): void {
    this.#all.push(correction);
    this.#hashes.push(said);
  }

  /**
   * A line once more, in the order of the file.
   *
   * @param hash of it
   * @returns whether further ones are wanted
   */
  again(line: number, hash: (bytes: Bytes) => Bytes, bytes: Bytes): boolean {
    this.#order ??= this.#all.map((_, i) => i).sort((a, b) => this.#all[a]!.target - this.#all[b]!.target || a - b);
    let found: Bytes | null = null;
    for (; this.#next < this.#order.length; this.#next++) {
      const number = this.#order[this.#next]!;
      const correction = this.#all[number]!;
      if (correction.target !== line) return true;
      found ??= hash(bytes);
      this.#judge(correction, this.#hashes.at(number), found);
    }
    return false;
  }

  #judge({ seq, target, foreign }: Correction, said: Bytes, found: Bytes): void {
    if (!equalBytes(said, found)) {
      const detail = `event ${seq} corrects sha256:${encodeHex(said)}, event ${target} has sha256:${encodeHex(found)}`;
      this.#ledger.note('custody.correction', seq, 'custody-correction-target', detail);
    } else if (foreign !== null) this.#ledger.note('custody.correction', seq, 'custody-correction-foreign', foreign);
  }
}
