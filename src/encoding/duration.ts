// SPDX-License-Identifier: Apache-2.0
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';

const FORM = new RegExp(`^(0|[1-9][0-9]{0,${LIMITS.durationDigits - 1}})([smhd]?)$`);
const SECONDS: Readonly<Record<string, bigint>> = { '': 1n, s: 1n, m: 60n, h: 3600n, d: 86_400n };

/**
 * A length of time: whole seconds, or a whole number with one of the units `s`, `m`, `h`, `d` (a day has 86,400 seconds).
 *
 * @returns nanoseconds
 * @throws Malformed `time-invalid`
 */
export function parseDuration(text: string): bigint {
  const match = FORM.exec(text);
  if (match === null)
    throw new Malformed(
      'time-invalid',
      'a duration is a whole number without leading zeros, in seconds or with s, m, h or d behind it',
    );
  return BigInt(match[1]!) * SECONDS[match[2]!]! * NANOSECONDS_PER_SECOND;
}
