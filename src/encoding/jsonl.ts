// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * The lines of a JSON Lines file, as parts of the given bytes. Lines end in LF alone, the last one need not; none is blank.
 *
 * @throws Malformed `jsonl-line` or `limit-exceeded`, naming the line, counted from 1
 */
export function splitJsonl(bytes: Bytes): Bytes[] {
  const lines: Bytes[] = [];
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(LF, start);
    const end = found === -1 ? bytes.length : found;
    const number = lines.length + 1;
    if (number > LIMITS.jsonlLines) throw new Malformed('limit-exceeded', `more than ${LIMITS.jsonlLines} lines`);
    const line = bytes.subarray(start, end);
    if (line.length > LIMITS.documentBytes) {
      throw new Malformed('limit-exceeded', `line ${number} is longer than ${LIMITS.documentBytes} bytes`);
    }
    if (line[line.length - 1] === CR) throw new Malformed('jsonl-line', `line ${number} ends in CR`);
    if (isBlank(line)) throw new Malformed('jsonl-line', `line ${number} is blank`);
    lines.push(line);
    start = end + 1;
  }
  return lines;
}

function isBlank(line: Bytes): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === CR);
}
