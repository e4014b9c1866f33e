// SPDX-License-Identifier: Apache-2.0
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import { type Instant, instantFromNanoseconds, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { ClockOffset, SourcePart, SourceRow } from '../model/timeline-view.ts';

/** A clock that somebody has measured: how far it was ahead of UTC, and when that was so. Nanoseconds. */
export interface ClockMeasurement {
  readonly ahead: bigint;
  readonly uncertainty: bigint;
  /** null: it is said to hold for all rows. */
  readonly measuredAt: Instant | null;
  readonly within: bigint;
}

const DURATION =
  /^([+-]?)P(?:([0-9]{1,6})D)?(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,10})(?:\.([0-9]{1,9}))?S)?)?$/;
/** How near is near, where it is not said: a day. */
const NEAR = 86_400n * NANOSECONDS_PER_SECOND;
const FORM = /^([^@~±]+?)(?:(?:±|\+-)([^@~]+))?(?:@([^~]+)(?:~(.+))?)?$/;

/**
 * `AHEAD[±UNCERTAINTY][@MEASURED-AT[~WITHIN]]`, such as `-PT25H±PT2S@2026-05-03T10:00:00Z~PT24H`: lengths of time as ISO 8601 has them
 * (days, hours, minutes, seconds; `+-` may stand for `±`), an instant as RFC 3339 has it. WITHIN is a day where it is left out.
 *
 * @throws Malformed `time-invalid`
 */
export function parseClock(text: string): ClockMeasurement {
  const match = FORM.exec(text);
  if (match === null)
    throw invalid('a clock is written AHEAD, AHEAD±UNCERTAINTY or AHEAD±UNCERTAINTY@MEASURED-AT~WITHIN');
  const [, ahead = '', uncertainty, measuredAt, within] = match;
  const instant = measuredAt === undefined ? null : parseRfc3339(measuredAt).time;
  return {
    ahead: duration(ahead, 'AHEAD', true),
    uncertainty: uncertainty === undefined ? 0n : duration(uncertainty, 'UNCERTAINTY', false),
    measuredAt: instant,
    within: instant === null ? 0n : within === undefined ? NEAR : duration(within, 'WITHIN', false),
  };
}

function duration(text: string, what: string, signed: boolean): bigint {
  const match = DURATION.exec(text);
  const parts = match?.slice(2, 6) ?? [];
  if (match === null || parts.every((part) => part === undefined))
    throw invalid(`${what} is not written as -PT25H, PT1H30M or PT0.5S`);
  if (match[1] !== '' && !signed) throw invalid(`${what} has a sign`);
  const [days = '0', hours = '0', minutes = '0', seconds = '0'] = parts;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const size = whole * NANOSECONDS_PER_SECOND + BigInt((match[6] ?? '').padEnd(9, '0'));
  return match[1] === '-' ? -size : size;
}

function invalid(problem: string): Malformed {
  return new Malformed('time-invalid', problem);
}

/**
 * The rows of a source with what its clock was ahead taken off. Each row goes by the measurement nearest to it. A row near none of them has
 * no known time: a clock that was 25 hours slow on one day may have been set the next. What stands in the evidence is not touched.
 */
export function correctRows(part: SourcePart, clocks: readonly ClockMeasurement[]): SourcePart {
  if (clocks.length === 0) return part;
  const counts = clocks.map(() => 0);
  let outside = 0;
  const rows = part.rows.map((row): SourceRow => {
    const [time] = row.times;
    if (time === undefined || time.instant === null) return row;
    const chosen = nearest(time.instant, clocks);
    if (chosen === -1) {
      outside++;
      const detail = `${time.of} is not near any instant at which the clock was measured`;
      return { ...row, corrected: null, findings: [...row.findings, { reason: 'timeline-clock-unmeasured', detail }] };
    }
    counts[chosen]!++;
    const { ahead, uncertainty } = clocks[chosen]!;
    return { ...row, corrected: instantFromNanoseconds(time.instant - ahead), uncertainty };
  });
  const offsets = clocks.map(
    (clock, i): ClockOffset => ({ source: part.index, ...clock, rows: counts[i]!, rowsOutside: outside }),
  );
  return { ...part, rows, clocks: [...part.clocks, ...offsets] };
}

/** Of the measurements that hold for a time, the one that was made nearest to it; one without an instant only where no other holds. */
function nearest(written: Instant, clocks: readonly ClockMeasurement[]): number {
  let chosen = -1;
  let least: bigint | null = null;
  for (const [i, { ahead, measuredAt, within }] of clocks.entries()) {
    if (measuredAt === null) {
      if (chosen === -1) chosen = i;
      continue;
    }
    const apart = distance(written - ahead, measuredAt);
    if (apart > within || (least !== null && apart >= least)) continue;
    chosen = i;
    least = apart;
  }
  return chosen;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
