// SPDX-License-Identifier: Apache-2.0
import { attempt } from '../model/malformed.ts';
import { type ClockMeasurement, parseClock } from '../timeline/clock.ts';
import { UsageError } from './usage-error.ts';

/**
 * `--clock SOURCE=AHEAD±UNCERTAINTY@MEASURED-AT~WITHIN`: by the number of the operand that SOURCE names, by its path or its last part.
 *
 * @throws UsageError
 */
export function clocksAsked(
  texts: readonly string[],
  operands: readonly string[],
): ReadonlyMap<number, readonly ClockMeasurement[]> {
  const clocks = new Map<number, ClockMeasurement[]>();
  for (const text of texts) {
    const equals = text.lastIndexOf('=');
    if (equals < 1) throw new UsageError(`--clock ${text}: it is written SOURCE=AHEAD, as ws-7.csv=-PT25H`);
    const name = text.slice(0, equals);
    const clock = attempt(() => parseClock(text.slice(equals + 1)));
    if (!clock.ok) throw new UsageError(`--clock ${text}: ${clock.problem.detail}`);
    const index = operandOf(name, operands);
    clocks.set(index, [...(clocks.get(index) ?? []), clock.value]);
  }
  return clocks;
}

function operandOf(name: string, operands: readonly string[]): number {
  const whole = operands.indexOf(name);
  if (whole !== -1) return whole;
  const ends = operands.flatMap((path, i) => (path.endsWith(`/${name}`) ? [i] : []));
  if (ends.length === 1) return ends[0]!;
  throw new UsageError(
    ends.length === 0
      ? `--clock ${name}: no operand has that name`
      : `--clock ${name}: several operands have that name`,
  );
}
