// SPDX-License-Identifier: Apache-2.0
import { fstatSync, readSync, writeSync } from 'node:fs';
import type { Bytes } from '../model/bytes.ts';
import { machineClock } from './clock.ts';
import type { ExitCode, Host } from './host.ts';
import { OutputError } from './output-error.ts';
import type { Recording } from './recording.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Milliseconds: sooner, a second signal is the same one, sent to the process and to its group. */
const AGAIN = 1000;

/** The process itself, with its descriptors, its environment and its exit code. */
export class ProcessHost implements Host {
  readonly startedAt = machineClock();
  readonly owned = true;
  readonly secrets = new Map<string, Bytes>();
  readonly signer = null;
  wantsBinaryDigest = false;
  recording: Recording | null = null;
  #settled = false;

  get words(): readonly string[] {
    return process.argv.slice(2);
  }

  get env(): Readonly<Record<string, string | undefined>> {
    return process.env;
  }

  begin(): void {
    this.#settled = false;
  }

  settle(code: ExitCode): void {
    if (this.#settled && code !== 70 && code !== 74) return;
    this.#settled = true;
    process.exitCode = code;
  }

  /** Streams are not used: they report a full disk or a closed pipe after the verdict has gone out, or never (attacks A03). */
  write(fd: 1 | 2, bytes: Bytes): void {
    if (fd === 1 && wasClosed()) {
      throw new OutputError(
        'standard output was closed, or is the null device opened for reading too, which looks the same: give it a place to go, such as > /dev/null',
      );
    }
    let at = 0;
    while (at < bytes.length) {
      try {
        at += writeSync(fd, bytes, at, bytes.length - at);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'EINTR') continue;
        if (code === 'EAGAIN') {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
          continue;
        }
        throw new OutputError(`cannot write to descriptor ${fd}: ${code ?? String(error)}`);
      }
    }
  }

  /** Only a character device can be one: for a file or a pipe the module that knows, and Node's network streams with it, are not even loaded. */
  isTerminal(fd: 1 | 2): boolean {
    try {
      return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
    } catch (error) {
      // A closed descriptor is no terminal; writing to it tells what is wrong.
      if ((error as NodeJS.ErrnoException).code === 'EBADF') return false;
      throw error;
    }
  }

  /** Ctrl-C and SIGTERM. A later one ends the process as if nobody had listened. */
  onInterrupt(listener: () => void): () => void {
    let taken: number | null = null;
    const listeners = SIGNALS.map((signal) => {
      const take = (): void => {
        const now = performance.now();
        if (taken === null) {
          taken = now;
          listener();
        } else if (now - taken > AGAIN) {
          end();
          process.kill(process.pid, signal);
        }
      };
      process.on(signal, take);
      return [signal, take] as const;
    });
    const end = (): void => {
      for (const [signal, take] of listeners) process.removeListener(signal, take);
    };
    return end;
  }
}

/** makedev(1, 3): the null device of Linux. */
const NULL_DEVICE = 0x103;

/**
 * Whether standard output was closed when the program was started. Node then opens the null device in its place, so that the
 * report would be lost without an error (attacks A03); it opens it for reading too, which a shell's `> /dev/null` does not.
 */
function wasClosed(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const { rdev } = fstatSync(1);
    if (rdev !== NULL_DEVICE) return false;
    readSync(1, new Uint8Array(1));
    return true;
  } catch (error) {
    // Opened for writing alone.
    if ((error as NodeJS.ErrnoException).code === 'EBADF') return false;
    throw error;
  }
}
