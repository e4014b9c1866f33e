// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../../encoding/limits.ts';
import type { Bytes } from '../../model/bytes.ts';

const LF = 0x0a;
const CR = 0x0d;

/** A line without its end; null: it was longer than a document may be, and nothing of it was kept. */
export type RequestLine = Bytes | null;

/**
 * The lines of a stream, as they come: no more is held than the line at hand. What stands behind the last end of a line is a line too.
 * Blank ones are left out.
 */
export async function* requestLines(chunks: AsyncIterable<Bytes>): AsyncGenerator<RequestLine> {
  let parts: Bytes[] = [];
  let held = 0;
  let tooLong = false;
  const keep = (part: Bytes): void => {
    held += part.length;
    if (held > LIMITS.documentBytes) {
      tooLong = true;
      parts = [];
    } else if (!tooLong && part.length > 0) parts.push(part);
  };
  const take = (): RequestLine | undefined => {
    const line = tooLong ? null : joined(parts, held);
    [parts, held, tooLong] = [[], 0, false];
    return line === null || line.length > 0 ? line : undefined;
  };
  for await (const chunk of chunks) {
    let at = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, at)) {
      keep(chunk.subarray(at, end));
      at = end + 1;
      const line = take();
      if (line !== undefined) yield line;
    }
    // A copy, so that a few octets do not hold the chunk.
    keep(new Uint8Array(chunk.subarray(at)));
  }
  const last = take();
  if (last !== undefined) yield last;
}

function joined(parts: readonly Bytes[], length: number): Bytes {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all[length - 1] === CR ? all.subarray(0, length - 1) : all;
}
