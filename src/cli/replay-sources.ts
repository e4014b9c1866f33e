// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SourcePart } from '../model/timeline-view.ts';
import { joinItem, joinParts, joinsOf } from '../verify/join-logs.ts';
import { replayLog } from '../verify/replay-log.ts';
import { type CustodyQuestion, fileSource } from './custody-asked.ts';

/** An operand of `replay`, read. */
export interface ReplaySource {
  readonly part: SourcePart;
  /** What is judged of it; null: nobody vouches for it, so that there is no verdict on it. */
  readonly item: ItemFacts | null;
}

/** Every operand in its turn. All rows of all of them are held: together they have room for so many. */
export function replaySources(operands: readonly string[], question: CustodyQuestion): ReplaySource[] {
  let room: number = LIMITS.replayRows;
  const sources = operands.map((path, index) => {
    const source = readSource(path, index, room, question);
    room -= source.part.rows.length;
    return source;
  });
  return joined(sources);
}

/** What one log leaves open, and another that is at hand answers. */
function joined(sources: readonly ReplaySource[]): ReplaySource[] {
  const parts = sources.map(({ part }) => part);
  const joins = joinsOf(parts);
  const whole = joinParts(parts, joins);
  return sources.map(({ item }, i) => ({
    part: whole[i]!,
    item: item === null ? null : joinItem(item, parts[i]!, joins),
  }));
}

function readSource(path: string, index: number, room: number, { asked, inputs }: CustodyQuestion): ReplaySource {
  return replayLog(fileSource(path, inputs), asked, index, room);
}
