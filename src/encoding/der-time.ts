// SPDX-License-Identifier: Apache-2.0
import { type Instant, instantFromNanoseconds, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { isCivilTime, secondsOfCivil } from './calendar.ts';
import { type DerNode, TAG } from './der-node.ts';

const ZERO = 0x30;
const POINT = 0x2e;
const ZULU = 0x5a;
const UTC_LENGTH = 13;
const GENERALIZED_LENGTH = 15;
const FRACTION_DIGITS = 9;

/**
 * A time of a certificate: YYMMDDHHMMSSZ (00 to 49 is 20xx) or YYYYMMDDHHMMSSZ and nothing else (RFC 5280 §4.1.2.5).
 * Which form a year must have is left to the caller, who is told the form.
 *
 * @throws Malformed `time-invalid`
 */
export function readTime(node: DerNode): { time: Instant; form: 'utc' | 'generalized' } {
  const { source, contentStart, end } = node;
  const length = end - contentStart;
  if (node.tag === TAG.utcTime && length === UTC_LENGTH && source[end - 1] === ZULU) {
    const short = number(node, contentStart, 2);
    return { time: secondsAt(node, short < 50 ? 2000 + short : 1900 + short, contentStart + 2, 0n), form: 'utc' };
  }
  if (node.tag === TAG.generalizedTime && length === GENERALIZED_LENGTH && source[end - 1] === ZULU) {
    return { time: secondsAt(node, number(node, contentStart, 4), contentStart + 4, 0n), form: 'generalized' };
  }
  throw invalid(node, 'is not in the form that RFC 5280 wants');
}

/**
 * genTime of a TSTInfo: GeneralizedTime with Z, the fraction optional, after a point, without trailing zeros
 * (RFC 3161 §2.4.2). More than nine digits of a second are refused rather than cut.
 *
 * @throws Malformed `time-invalid`
 */
export function readGeneralizedTimeWithFraction(node: DerNode): Instant {
  const { source, contentStart, end } = node;
  const length = end - contentStart;
  if (node.tag !== TAG.generalizedTime || length < GENERALIZED_LENGTH || source[end - 1] !== ZULU) {
    throw invalid(node, 'is no GeneralizedTime with seconds and Z');
  }
  const year = number(node, contentStart, 4);
  if (length === GENERALIZED_LENGTH) return secondsAt(node, year, contentStart + 4, 0n);
  const point = contentStart + GENERALIZED_LENGTH - 1;
  const digits = end - 1 - (point + 1);
  if (source[point] !== POINT || digits < 1) throw invalid(node, 'has no point and digits behind its seconds');
  if (digits > FRACTION_DIGITS) throw invalid(node, 'is finer than a nanosecond');
  if (source[end - 2] === ZERO) throw invalid(node, 'has a fraction that ends in zero');
  const nanoseconds = number(node, point + 1, digits) * 10 ** (FRACTION_DIGITS - digits);
  return secondsAt(node, year, contentStart + 4, BigInt(nanoseconds));
}

/** Month to second, two digits each, from `offset`. */
function secondsAt(node: DerNode, year: number, offset: number, nanoseconds: bigint): Instant {
  const civil = {
    year,
    month: number(node, offset, 2),
    day: number(node, offset + 2, 2),
    hour: number(node, offset + 4, 2),
    minute: number(node, offset + 6, 2),
    second: number(node, offset + 8, 2),
  };
  if (!isCivilTime(civil)) throw invalid(node, 'names a day or a time of day that does not exist');
  return instantFromNanoseconds(BigInt(secondsOfCivil(civil)) * NANOSECONDS_PER_SECOND + nanoseconds);
}

function number(node: DerNode, offset: number, digits: number): number {
  let value = 0;
  for (let i = offset; i < offset + digits; i++) {
    const digit = node.source[i]! - ZERO;
    if (!(digit >= 0 && digit <= 9)) throw invalid(node, 'holds something other than digits');
    value = value * 10 + digit;
  }
  return value;
}

function invalid(node: DerNode, problem: string): Malformed {
  return new Malformed('time-invalid', `the time at offset ${node.start} ${problem}`);
}
