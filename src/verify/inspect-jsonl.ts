// SPDX-License-Identifier: Apache-2.0

import { splitJsonl } from '../encoding/jsonl.ts';
import { isJsonl } from '../envelope/jsonl.ts';
import type { Bytes } from '../model/bytes.ts';
import { within } from '../model/check.ts';
import { attempt, type Parsed } from '../model/malformed.ts';
import { type Material, materialOf } from './inspect-material.ts';

/** Lines that are shown; the rest is counted. */
const SHOWN = 32;
const LF = 0x0a;

export interface JsonLines {
  readonly shown: readonly Material[];
  /** How many the file has, or why `verify` would not take it apart. */
  readonly count: Parsed<number>;
}

/** The first lines of a JSON Lines file, each by itself, also of one that has a malformed line. Null where it is none. */
export function readLines({ bytes, at }: Material): JsonLines | null {
  if (!isJsonl(bytes)) return null;
  const count = attempt(() => splitJsonl(bytes).length);
  return { shown: firstLines(bytes).map((line, i) => materialOf(line, within(at, i))), count };
}

function firstLines(bytes: Bytes): Bytes[] {
  const lines: Bytes[] = [];
  for (let start = 0; start < bytes.length && lines.length < SHOWN; ) {
    const found = bytes.indexOf(LF, start);
    const end = found === -1 ? bytes.length : found;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
