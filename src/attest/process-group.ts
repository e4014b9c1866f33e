// SPDX-License-Identifier: Apache-2.0

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A child that was started as the leader of a session, and all that it has started in turn, but for whoever has begun a session of his
 * own. The keys of a terminal do not reach it: as long as it is not left, a signal that ends this process ends it too.
 */
export class ProcessGroup {
  readonly #id: number | undefined;
  readonly #listener = (signal: NodeJS.Signals): void => {
    // Somebody else has it in hand: he ends this process, or lets what was begun come to its end.
    if (process.listenerCount(signal) > here.size) return;
    this.end();
    this.leave();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };

  /** @param id of its leader; undefined: none was started */
  constructor(id: number | undefined) {
    this.#id = id;
    here.add(this);
    for (const signal of SIGNALS) process.on(signal, this.#listener);
  }

  /** At once, and without a word to them. */
  end(): void {
    if (this.#id === undefined) return;
    try {
      process.kill(-this.#id, 'SIGKILL');
    } catch (error) {
      // They have ended, or belong to somebody else by now.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ESRCH' && code !== 'EPERM') throw error;
    }
  }

  /** It has ended by itself, or is none of ours any more. */
  leave(): void {
    here.delete(this);
    for (const signal of SIGNALS) process.removeListener(signal, this.#listener);
  }
}

const here = new Set<ProcessGroup>();
