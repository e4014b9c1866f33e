// SPDX-License-Identifier: Apache-2.0
import { host } from './host.ts';
import type { ExitCode } from './settle.ts';

/** How long the loop of the process may wait for its turn, in milliseconds: signals are taken in between. */
const TURN = 50;

/** Ctrl-C and SIGTERM while a set is examined: what is done is told, and the exit code says that it is not all. */
export class Interruption {
  #told = false;
  #last = performance.now();
  readonly #end: () => void;

  constructor() {
    this.#end = host().onInterrupt(() => {
      this.#told = true;
    });
  }

  get exitCode(): ExitCode | null {
    return this.#told ? 130 : null;
  }

  /** Lets signals in, now and then. @returns whether the work goes on */
  async goesOn(): Promise<boolean> {
    if (!this.#told && performance.now() - this.#last > TURN) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#last = performance.now();
    }
    return !this.#told;
  }

  end(): void {
    this.#end();
  }
}
