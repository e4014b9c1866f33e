// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { ClaimedTime } from './event.ts';

const PAGE = 512;

/** Numbers in pages: they grow without ever being copied. */
class Numbers {
  readonly #pages: Float64Array[] = [];
  size = 0;

  push(value: number): void {
    const place = this.size % PAGE;
    if (place === 0) this.#pages.push(new Float64Array(PAGE));
    this.#pages.at(-1)![place] = value;
    this.size++;
  }

  at(index: number): number {
    return this.#pages[Math.floor(index / PAGE)]![index % PAGE]!;
  }
}

/** A line that was read, with what is asked of it once all evidence of time is known. */
export interface TimedLine {
  readonly line: number;
  /** Corrected by what its clock was ahead. */
  readonly corrected: Instant;
  readonly uncertainty: bigint;
  /** Numbers of the ring's keys that have signed it. */
  readonly keys: readonly number[];
}

/** What is kept of every line of a log of any length: 40 octets each. */
export class Columns {
  readonly #lines = new Numbers();
  readonly #seconds = new Numbers();
  readonly #nanoseconds = new Numbers();
  readonly #uncertainties = new Numbers();
  readonly #keys = new Numbers();
  /** Bounds and sets of keys that occur, each once. */
  readonly #bounds: bigint[] = [];
  readonly #sets: (readonly number[])[] = [];
  readonly #known = new Map<string, number>();

  get size(): number {
    return this.#lines.size;
  }

  push(line: number, { corrected, uncertainty }: ClaimedTime, keys: readonly number[]): void {
    const rest = ((corrected % NANOSECONDS_PER_SECOND) + NANOSECONDS_PER_SECOND) % NANOSECONDS_PER_SECOND;
    this.#lines.push(line);
    this.#seconds.push(Number((corrected - rest) / NANOSECONDS_PER_SECOND));
    this.#nanoseconds.push(Number(rest));
    this.#uncertainties.push(this.#intern(`u${uncertainty}`, this.#bounds, uncertainty));
    this.#keys.push(this.#intern(`k${keys.join(' ')}`, this.#sets, keys));
  }

  at(index: number): TimedLine {
    const seconds = BigInt(this.#seconds.at(index)) * NANOSECONDS_PER_SECOND;
    return {
      line: this.#lines.at(index),
      corrected: (seconds + BigInt(this.#nanoseconds.at(index))) as Instant,
      uncertainty: this.#bounds[this.#uncertainties.at(index)]!,
      keys: this.#sets[this.#keys.at(index)]!,
    };
  }

  #intern<T>(name: string, values: T[], value: T): number {
    let known = this.#known.get(name);
    if (known === undefined) {
      known = values.length;
      values.push(value);
      this.#known.set(name, known);
    }
    return known;
  }
}
