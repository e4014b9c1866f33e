// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { Parsed } from '../model/malformed.ts';
import { readLines } from './line-file.ts';

export interface LinesWithTail {
  /** Lowercase hex, of the whole file. */
  readonly sha256: string;
  readonly size: number;
  /** Octets after the last LF: they are no line. */
  readonly torn: number;
}

/**
 * Reads a file of lines that each end in LF, blank ones among them. One line is held back until it is known that its end is there.
 *
 * @param line false ends the reading of lines
 */
export function readEndedLines(path: string, line: (bytes: Bytes) => boolean): Parsed<LinesWithTail> {
  let held: Bytes | null = null;
  let goesOn = true;
  const read = readLines(
    path,
    (bytes) => {
      if (held !== null) goesOn = line(held);
      held = bytes;
      return goesOn;
    },
    true,
  );
  if (!read.ok) return read;
  const { sha256, size, ended } = read.value;
  const last = held as Bytes | null;
  if (ended && goesOn && last !== null) line(last);
  return { ok: true, value: { sha256, size, torn: ended || !goesOn ? 0 : (last?.length ?? 0) } };
}
