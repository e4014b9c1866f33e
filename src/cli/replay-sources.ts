// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { readLines } from '../evidence/line-file.ts';
import type { InputRecord, ItemFacts } from '../model/report.ts';
import type { SourcePart } from '../model/timeline-view.ts';
import { type ClockMeasurement, correctRows } from '../timeline/clock.ts';
import { type ForeignSource, isForeignTimeline } from '../timeline/import.ts';
import { replayForeign } from '../verify/foreign-log.ts';
import { replayLog } from '../verify/replay-log.ts';
import { CUSTODY_KIND } from '../verify/timeline.ts';
import { type CustodyQuestion, fileSource } from './custody-asked.ts';

/** An operand of `replay`, read. */
export interface ReplaySource {
  readonly part: SourcePart;
  /** What is judged of it; null: nobody vouches for it, so that there is no verdict on it. */
  readonly item: ItemFacts | null;
}

/** What is asked beside the custody logs. */
export interface ForeignQuestion {
  /** The format that was named for files that are no custody logs; `custody-timeline`: none is any; null: by their first lines. */
  readonly format: string | null;
  /** By the number of the operand. */
  readonly clocks: ReadonlyMap<number, readonly ClockMeasurement[]>;
}

/** Every operand in its turn. All rows of all of them are held: together they have room for so many. */
export function replaySources(
  operands: readonly string[],
  question: CustodyQuestion,
  foreign: ForeignQuestion,
): ReplaySource[] {
  let room: number = LIMITS.replayRows;
  return operands.map((path, index) => {
    const source = readSource(path, index, room, question, foreign.format);
    room -= source.part.rows.length;
    return { ...source, part: correctRows(source.part, foreign.clocks.get(index) ?? []) };
  });
}

function readSource(
  path: string,
  index: number,
  room: number,
  { asked, inputs }: CustodyQuestion,
  format: string | null,
): ReplaySource {
  if (format === CUSTODY_KIND || (format === null && !beginsForeign(path)))
    return replayLog(fileSource(path, inputs), asked, index, room);
  return replayForeign(foreignSource(path, inputs), { index, format, room });
}

/** By the first line; a file that cannot be read is left to whoever reads it whole. */
function beginsForeign(path: string): boolean {
  let foreign = false;
  readLines(path, (line) => {
    foreign = isForeignTimeline(line);
    return false;
  });
  return foreign;
}

/** Its lines with the blank ones, and its last one also without an end. */
function foreignSource(path: string, inputs: InputRecord[]): ForeignSource {
  return {
    name: path,
    each(line) {
      const read = readLines(path, line, true);
      if (!read.ok) return read;
      const { sha256, size } = read.value;
      if (!inputs.some(({ name }) => name === path)) inputs.push({ name: path, role: 'evidence', size, sha256 });
      return read;
    },
  };
}
