// SPDX-License-Identifier: Apache-2.0
import type { ChainWatcher, WatchedLine } from '../custody/watcher.ts';

/** What each line calls itself and its performer, in few octets: the words stand once, however long the log is. */
export class ToldLines implements ChainWatcher {
  readonly #words: string[] = [];
  readonly #known = new Map<string, number>();
  #types: number[] = [];
  #performers: number[] = [];

  begin(): void {
    this.#types = [];
    this.#performers = [];
  }

  found(): void {}

  line({ line, event }: WatchedLine): void {
    if (event === null) return;
    this.#types[line] = this.#number(event.type);
    this.#performers[line] = this.#number(event.performer);
  }

  at(line: number): { readonly type: string | null; readonly performer: string | null } {
    const word = (number: number | undefined): string | null => (number === undefined ? null : this.#words[number]!);
    return { type: word(this.#types[line]), performer: word(this.#performers[line]) };
  }

  #number(word: string): number {
    let known = this.#known.get(word);
    if (known === undefined) {
      known = this.#words.push(word) - 1;
      this.#known.set(word, known);
    }
    return known;
  }
}
