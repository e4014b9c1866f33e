// SPDX-License-Identifier: Apache-2.0
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';

const FORM = /^(-?)PT(0|[1-9][0-9]{0,9})(?:\.([0-9]{1,9}))?S$/;

/**
 * ISO 8601 durations of seconds alone, such as `PT0.25S` and `-PT90000S`: the form of custody timelines.
 *
 * @returns nanoseconds
 * @throws Malformed `time-invalid`
 */
export function parseIsoSeconds(text: string): bigint {
  const match = FORM.exec(text);
  if (match === null) throw new Malformed('time-invalid', 'a duration is written in seconds, as PT90S or -PT0.25S');
  const [, sign, whole = '0', fraction = ''] = match;
  const nanoseconds = BigInt(whole) * NANOSECONDS_PER_SECOND + BigInt(fraction.padEnd(9, '0'));
  return sign === '-' ? -nanoseconds : nanoseconds;
}
