// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { ClaimedTime } from './event.ts';

const PAGE = 512;

interface Page {
  readonly least: number;
  /** What is added to the least; null: all are the same. */
  readonly more: Uint8Array | Uint16Array | Uint32Array | Float64Array | null;
}

/** Whole numbers in pages, each as narrow as its numbers lie close: they grow without ever being copied. */
class Numbers {
  readonly #pages: Page[] = [];
  readonly #open = new Float64Array(PAGE);
  size = 0;

  push(value: number): void {
    this.#open[this.size++ % PAGE] = value;
    if (this.size % PAGE === 0) this.#pages.push(pageOf(this.#open));
  }

  at(index: number): number {
    const page = this.#pages[Math.floor(index / PAGE)];
    if (page === undefined) return this.#open[index % PAGE]!;
    return page.more === null ? page.least : page.least + page.more[index % PAGE]!;
  }
}

function pageOf(values: Float64Array): Page {
  const least = values.reduce((a, b) => Math.min(a, b));
  const width = values.reduce((a, b) => Math.max(a, b)) - least;
  if (width === 0) return { least, more: null };
  const more = values.map((value) => value - least);
  if (width < 2 ** 8) return { least, more: Uint8Array.from(more) };
  if (width < 2 ** 16) return { least, more: Uint16Array.from(more) };
  return { least, more: width < 2 ** 32 ? Uint32Array.from(more) : more };
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

/** What is kept of every line of a log of any length: some octets each. */
export class Columns {
  /** How many lines before each could not be read. */
  readonly #unread = new Numbers();
  readonly #seconds = new Numbers();
  readonly #nanoseconds = new Numbers();
  readonly #uncertainties = new Numbers();
  readonly #keys = new Numbers();
  /** Bounds and sets of keys that occur, each once. */
  readonly #bounds: bigint[] = [];
  readonly #sets: (readonly number[])[] = [];
  readonly #known = new Map<string, number>();

  get size(): number {
    return this.#unread.size;
  }

  push(line: number, { corrected, uncertainty }: ClaimedTime, keys: readonly number[]): void {
    const rest = ((corrected % NANOSECONDS_PER_SECOND) + NANOSECONDS_PER_SECOND) % NANOSECONDS_PER_SECOND;
    this.#unread.push(line - this.size);
    this.#seconds.push(Number((corrected - rest) / NANOSECONDS_PER_SECOND));
    this.#nanoseconds.push(Number(rest));
    this.#uncertainties.push(this.#intern(`u${uncertainty}`, this.#bounds, uncertainty));
    this.#keys.push(this.#intern(`k${keys.join(' ')}`, this.#sets, keys));
  }

  at(index: number): TimedLine {
    const seconds = BigInt(this.#seconds.at(index)) * NANOSECONDS_PER_SECOND;
    return {
      line: index + this.#unread.at(index),
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
