// SPDX-License-Identifier: Apache-2.0
import { secondsOfCivil } from '../encoding/calendar.ts';
import { elementsOf, type RawMember, type RawMembers } from '../encoding/json-raw.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { inYears, nanosecondsOf, type TimeForm } from './written-times.ts';

const SECOND = NANOSECONDS_PER_SECOND;
const DAY = 86_400n * SECOND;

function epoch(year: number, month: number, day: number): bigint {
  return BigInt(secondsOfCivil({ year, month, day, hour: 0, minute: 0, second: 0 })) * SECOND;
}

interface Count {
  readonly rule: string;
  /** Nanoseconds since 1970. */
  readonly from: bigint;
  /** Nanoseconds of one. */
  readonly unit: bigint;
  readonly precision: bigint;
}

function count(rule: string, from: bigint, unit: bigint, precision = unit): Count {
  return { rule, from, unit, precision };
}

/** Classes of dfDateTime that count from somewhere, by `timestamp`. Counts with a fraction are doubles there: a microsecond is what they hold. */
const COUNTS: ReadonlyMap<string, Count> = new Map([
  ['PosixTime', count('epoch-seconds', 0n, SECOND)],
  ['PosixTimeInMilliseconds', count('epoch-milliseconds', 0n, 1_000_000n)],
  ['JavaTime', count('epoch-milliseconds', 0n, 1_000_000n)],
  ['PosixTimeInMicroseconds', count('epoch-microseconds', 0n, 1000n)],
  ['PosixTimeInNanoseconds', count('epoch-nanoseconds', 0n, 1n)],
  ['APFSTime', count('epoch-nanoseconds', 0n, 1n)],
  ['Filetime', count('filetime', epoch(1601, 1, 1), 100n)],
  ['WebKitTime', count('webkit-microseconds', epoch(1601, 1, 1), 1000n)],
  ['UUIDTime', count('uuid-time', epoch(1582, 10, 15), 100n)],
  ['DotNetDateTime', count('dotnet-ticks', epoch(1, 1, 1), 100n)],
  ['HFSTime', count('hfs-seconds', epoch(1904, 1, 1), SECOND)],
  ['CocoaTime', count('cocoa-seconds', epoch(2001, 1, 1), SECOND, 1000n)],
  ['DelphiDateTime', count('days-of-1899', epoch(1899, 12, 30), DAY, 1000n)],
  ['OLEAutomationDate', count('days-of-1899', epoch(1899, 12, 30), DAY, 1000n)],
]);

/** Classes that take a day and a time of day apart: the parts of the tuple, and the nanoseconds of its last one. */
const TUPLES: ReadonlyMap<string, { readonly at: readonly number[]; readonly last: bigint; readonly name: string }> =
  new Map([
    ['TimeElements', { at: [0, 1, 2, 3, 4, 5], last: 0n, name: 'time_elements_tuple' }],
    ['TimeElementsInMilliseconds', { at: [0, 1, 2, 3, 4, 5, 6], last: 1_000_000n, name: 'time_elements_tuple' }],
    ['TimeElementsInMicroseconds', { at: [0, 1, 2, 3, 4, 5, 6], last: 1000n, name: 'time_elements_tuple' }],
    ['TimeElementsInNanoseconds', { at: [0, 1, 2, 3, 4, 5, 6], last: 1n, name: 'time_elements_tuple' }],
    ['Systemtime', { at: [0, 1, 3, 4, 5, 6, 7], last: 1_000_000n, name: 'system_time_tuple' }],
  ]);

/** The classes whose value is that there is none. */
export const NO_TIMES: ReadonlySet<string> = new Set(['NotSet', 'Never', 'InvalidTime']);

const DECIMAL = /^(-?)([0-9]{1,20})(?:\.([0-9]{1,30}))?(?:[eE]([+-]?[0-9]{1,2}))?$/;

/**
 * The value of a `date_time` object of plaso's json_line, by its `__class_name__`: no number becomes a double. null: the class or its
 * value is not known. `zoned` false: local time of a zone that it does not name.
 */
export function readPlasoDateTime(className: string, members: RawMembers): TimeForm | null {
  const read = readCount(className, members) ?? readTuple(className, members) ?? readFat(className, members);
  if (read === null) return null;
  const offset = members.get('time_zone_offset');
  const minutes = offset?.kind === 'number' && /^-?[0-9]{1,4}$/.test(offset.raw) ? BigInt(offset.raw) : 0n;
  const local = members.get('is_local_time')?.raw === 'true' || className === 'FATDateTime';
  return inYears(read.instant - minutes * 60n * SECOND, read.rule, read.precision, !local);
}

function readCount(className: string, members: RawMembers): TimeForm | null {
  const kind = COUNTS.get(className);
  const member = members.get('timestamp');
  const match = DECIMAL.exec(kind === undefined || member === undefined ? '' : member.raw.replace(/^"|"$/g, ''));
  if (kind === undefined || match === null) return null;
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match;
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction) * kind.unit;
  const size = power >= 0 ? digits * 10n ** BigInt(power) : digits / 10n ** BigInt(-power);
  return inYears(kind.from + (sign === '-' ? -size : size), kind.rule, kind.precision);
}

function readTuple(className: string, members: RawMembers): TimeForm | null {
  const shape = TUPLES.get(className);
  const tuple = shape === undefined ? undefined : members.get(shape.name);
  if (shape === undefined || tuple?.kind !== 'array') return null;
  const parts = elementsOf(tuple);
  const [year, month, day, hour, minute, second, last = 0] = shape.at.map((i) => smallNumber(parts[i]));
  const units = BigInt(Math.max(0, last));
  if (last < 0 || units * shape.last >= SECOND) return null;
  const civil = { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! };
  const nanoseconds = Object.values(civil).some((part) => part < 0) ? null : nanosecondsOf(civil);
  if (nanoseconds === null) return null;
  const rule = className === 'Systemtime' ? 'systemtime' : 'time-elements';
  return inYears(nanoseconds + units * shape.last, rule, shape.last === 0n ? SECOND : shape.last);
}

/** Two 16-bit words: the date in the lower one, the time of day in steps of two seconds in the upper one. */
function readFat(className: string, members: RawMembers): TimeForm | null {
  const value = className === 'FATDateTime' ? smallNumber(members.get('fat_date_time')) : -1;
  if (value < 0 || value > 0xffffffff) return null;
  const [date, time] = [value % 0x10000, Math.floor(value / 0x10000)];
  const nanoseconds = nanosecondsOf({
    year: 1980 + (date >> 9),
    month: (date >> 5) & 15,
    day: date & 31,
    hour: time >> 11,
    minute: (time >> 5) & 63,
    second: (time & 31) * 2,
  });
  return nanoseconds === null ? null : inYears(nanoseconds, 'fat-date-time', 2n * SECOND);
}

/** -1: it is no whole number of at most ten digits. */
function smallNumber(member: RawMember | undefined): number {
  return member?.kind === 'number' && /^[0-9]{1,10}$/.test(member.raw) ? Number(member.raw) : -1;
}
