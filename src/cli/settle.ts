// SPDX-License-Identifier: Apache-2.0
import { type ExitCode, host } from './host.ts';
import { OutputError } from './output-error.ts';

export type { ExitCode };
export { OutputError };

/** Sets the exit code, once, after everything has been written. Only a fault found later (70, 74) may replace it. */
export function settle(code: ExitCode): void {
  host().settle(code);
}

/** Writes all of `text` to a descriptor before it returns. @throws OutputError */
export function writeAll(fd: 1 | 2, text: string | Uint8Array): void {
  host().write(fd, typeof text === 'string' ? new TextEncoder().encode(text) : text);
}

/** Whether standard output, or standard error, is a terminal. */
export function onTerminal(fd: 1 | 2 = 1): boolean {
  return host().isTerminal(fd);
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
