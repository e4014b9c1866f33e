// SPDX-License-Identifier: Apache-2.0
import { isCustodyLog } from '../custody/timeline-name.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readLines } from '../evidence/line-file.ts';
import type { InputRecord, ItemFacts } from '../model/report.ts';
import type { SourcePart } from '../model/timeline-view.ts';
import { type ClockMeasurement, correctRows } from '../timeline/clock.ts';
import { type ForeignSource, isForeignTimeline, isKnownTimeline } from '../timeline/import.ts';
import { replayForeign } from '../verify/foreign-log.ts';
import { type JudgedPart, joinParts } from '../verify/join-logs.ts';
import { replayLogs } from '../verify/replay-log.ts';
import { RowRoom } from '../verify/row-room.ts';
import { CUSTODY_KIND } from '../verify/timeline.ts';
import { type CustodyQuestion, givenTimelines } from './custody-asked.ts';
import type { NamedTimeline } from './custody-operands.ts';

/** An operand of `replay`, read. */
export interface ReplaySource {
  readonly part: SourcePart;
  readonly item: ItemFacts;
}

/** What is asked beside the custody logs. */
export interface ForeignQuestion {
  /** The format that was named for files that are no custody logs; `custody-timeline`: none is any; null: by their first lines. */
  readonly format: string | null;
  /** By the number of the operand. */
  readonly clocks: ReadonlyMap<number, readonly ClockMeasurement[]>;
}

/** Every operand: the custody logs together, since they may meet, and each other timeline by itself. All rows of all of them are held. */
export function replaySources(
  named: readonly NamedTimeline[],
  question: CustodyQuestion,
  foreign: ForeignQuestion,
): ReplaySource[] {
  const room = new RowRoom(LIMITS.replayRows);
  const paths = named.map((one, index) => ({ ...one, path: one.name, index }));
  const isLog = ({ path, folder, failed }: (typeof paths)[number]): boolean =>
    folder !== null ||
    failed.length > 0 ||
    foreign.format === CUSTODY_KIND ||
    (foreign.format === null && !beginsForeign(path));
  const logs = paths.filter(isLog);
  const given = givenTimelines(logs, question);
  const numbered = logs.map(({ index }, i) => ({ index, given: given[i]! }));
  const judged = replayLogs(numbered, question.asked, room);
  const sources = paths.map(({ path, index }): JudgedPart & ReplaySource => {
    const log = judged[logs.findIndex((one) => one.index === index)];
    if (log !== undefined) return log;
    const other = replayForeign(foreignSource(path, question.inputs), {
      index,
      format: foreign.format,
      room: room.left,
    });
    room.take(index, other.part.rows.length);
    return { ...other, chain: null };
  });
  const parts = joinParts(sources);
  return sources.map(({ item }, i) => ({ item, part: correctRows(parts[i]!, foreign.clocks.get(i) ?? []) }));
}

/** By the first line; a file that cannot be read is left to whoever reads it whole. */
function beginsForeign(path: string): boolean {
  let foreign = false;
  readLines(path, (line) => {
    // Other tools too have a custody.jsonl: by that name alone only what nobody knows is a log of ours.
    foreign = isCustodyLog(path) ? isKnownTimeline(line) : isForeignTimeline(line);
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
