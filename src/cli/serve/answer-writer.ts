// SPDX-License-Identifier: Apache-2.0
import { write } from 'node:fs';
import type { Bytes } from '../../model/bytes.ts';
import { OutputError } from '../output-error.ts';

/** Milliseconds before a descriptor that takes nothing now is asked again. */
const PAUSE = 5;

/** Lines for a descriptor, in the order in which they are given, without ever keeping the process from its other work. */
export class AnswerWriter {
  readonly #fd: number;
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** Octets that the reader of the answers has not taken yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** @returns once the line is written @throws OutputError */
  write(line: string): Promise<void> {
    const bytes = new TextEncoder().encode(line);
    this.#waiting += bytes.length;
    const written = this.#tail.then(() => this.#whole(bytes));
    this.#tail = Promise.allSettled([written]);
    return written;
  }

  async #whole(bytes: Bytes): Promise<void> {
    try {
      for (let at = 0; at < bytes.length; ) at += await this.#some(bytes, at);
    } finally {
      this.#waiting -= bytes.length;
    }
  }

  async #some(bytes: Bytes, at: number): Promise<number> {
    const { code, count } = await new Promise<{ code: string | undefined; count: number }>((resolve) => {
      write(this.#fd, bytes, at, bytes.length - at, null, (error, count) => resolve({ code: error?.code, count }));
    });
    if (code === undefined) return count;
    if (code !== 'EAGAIN' && code !== 'EINTR') throw new OutputError(`cannot write to descriptor ${this.#fd}: ${code}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return 0;
  }
}
