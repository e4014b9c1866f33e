// SPDX-License-Identifier: Apache-2.0
import { fstatSync, readSync, writeSync } from 'node:fs';
import type { EXIT_CODES } from '../policy/exit-code.ts';

export type ExitCode = keyof typeof EXIT_CODES;

/** The output could not be written: exit 74, whatever the verdict was. */
export class OutputError extends Error {}

let settled = false;

/** Sets the exit code, once, after everything has been written. Only a fault found later (70, 74) may replace it. */
export function settle(code: ExitCode): void {
  if (settled && code !== 70 && code !== 74) return;
  settled = true;
  process.exitCode = code;
}

/**
 * Writes all of `text` to a descriptor before it returns. Streams are not used: they report a full disk or a closed
 * pipe after the verdict has gone out, or never (attacks A03).
 */
export function writeAll(fd: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
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

/**
 * Whether standard output, or standard error, is a terminal. Only a character device can be one: for a file or a pipe the module that knows, and
 * Node's network streams with it, are not even loaded.
 */
export function onTerminal(fd: 1 | 2 = 1): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
  } catch (error) {
    // A closed descriptor is no terminal; writing to it tells what is wrong.
    if ((error as NodeJS.ErrnoException).code === 'EBADF') return false;
    throw error;
  }
}

/** A JSON document. On a terminal all but ASCII is escaped: the value is the same, and nothing of it can be drawn (attacks J01). */
export function writeJson(text: string): void {
  writeAll(1, onTerminal() ? asciiOnly(text) : text);
}

/** The same JSON text with every character beyond printable ASCII as its escape. */
export function asciiOnly(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A message to the person. Standard error may be closed: that alone never changes a verdict. */
export function tell(text: string): void {
  try {
    writeAll(2, text);
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
  }
}
