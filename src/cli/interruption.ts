// SPDX-License-Identifier: Apache-2.0
import type { ExitCode } from './settle.ts';

const CODES = { SIGINT: 130, SIGTERM: 130 } as const satisfies Record<string, ExitCode>;
type Signal = keyof typeof CODES;

/** How long the loop of the process may wait for its turn, in milliseconds: signals are taken in between. */
const TURN = 50;

/** Milliseconds: sooner, a second signal is the same one, sent to the process and to its group. */
const AGAIN = 1000;

/**
 * Ctrl-C and SIGTERM while a set is examined: what is done is told, and the exit code says that it is not all. A later one ends
 * the process as if nobody had listened.
 */
export class Interruption {
  #signal: Signal | null = null;
  #last = performance.now();
  #taken = 0;
  readonly #listeners: readonly (readonly [Signal, () => void])[];

  constructor() {
    this.#listeners = (Object.keys(CODES) as Signal[]).map((signal) => [signal, () => this.#take(signal)] as const);
    for (const [signal, listener] of this.#listeners) process.on(signal, listener);
  }

  get exitCode(): ExitCode | null {
    return this.#signal === null ? null : CODES[this.#signal];
  }

  /** Lets signals in, now and then. @returns whether the work goes on */
  async goesOn(): Promise<boolean> {
    if (this.#signal === null && performance.now() - this.#last > TURN) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#last = performance.now();
    }
    return this.#signal === null;
  }

  end(): void {
    for (const [signal, listener] of this.#listeners) process.removeListener(signal, listener);
  }

  #take(signal: Signal): void {
    const now = performance.now();
    if (this.#signal === null) {
      this.#signal = signal;
      this.#taken = now;
    } else if (now - this.#taken > AGAIN) {
      this.end();
      process.kill(process.pid, signal);
    }
  }
}
