// SPDX-License-Identifier: Apache-2.0

/** How many rows may be held, of all sources together. */
export class RowRoom {
  readonly most: number;
  readonly #held = new Map<number, number>();
  readonly #refused = new Set<number>();

  constructor(most: number) {
    this.most = most;
  }

  /** @param rows that the source would hold then @returns false: there is no room for so many */
  take(source: number, rows: number): boolean {
    this.#held.set(source, rows);
    if (this.left >= 0) return true;
    this.#held.set(source, 0);
    this.#refused.add(source);
    return false;
  }

  get left(): number {
    let left = this.most;
    for (const rows of this.#held.values()) left -= rows;
    return left;
  }

  refused(source: number): boolean {
    return this.#refused.has(source);
  }
}
