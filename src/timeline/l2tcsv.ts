// SPDX-License-Identifier: Apache-2.0
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { TimelineFormat } from './format.ts';
import { orNull, shown } from './row-parts.ts';
import { type TableRow, tableOf } from './table.ts';
import {
  inYears,
  isUnknownTime,
  nanosecondsOf,
  placed,
  type ReadTime,
  readTime,
  type TimeForm,
} from './written-times.ts';
import { minutesOfZone } from './zones.ts';

const COLUMNS =
  'date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra';
const NAMES = COLUMNS.split(',');

/** log2timeline's table of 17 columns. Whole seconds, months before days, and no zone but that of its own column. */
export const L2TCSV: TimelineFormat = {
  id: 'l2tcsv',
  records: 'seldom-quoted-table',
  recognises: ({ columns }) => columns !== null && columns.join(',').toLowerCase() === COLUMNS.toLowerCase(),
  open: (columns) => {
    // Some writers spell MACB in small letters.
    const split = tableOf(
      columns.map((name) => (name.toLowerCase() === 'macb' ? 'MACB' : name)),
      NAMES,
      true,
    );
    return ({ text }) => {
      const row = split(text);
      const { times, findings } = placed([timeOf(row)]);
      return {
        kind: row.text('type'),
        message: shown(orNull(row.text('desc')) ?? row.text('short')),
        times,
        actor: orNull(row.text('user')),
        place: orNull(row.text('host')),
        seq: null,
        items: [],
        digests: [],
        findings,
      };
    };
  },
};

const DATE = /^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/;
const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2})$/;

function timeOf(row: TableRow): ReadTime {
  const names = ['date', 'time', 'timezone'] as const;
  const raw = names.map((name) => row.raw(name)).join(',');
  const [date, time, zone] = names.map((name) => row.text(name));
  const unknown = date === '00/00/0000' || isUnknownTime(date!) || isUnknownTime(time!);
  return readTime('date,time,timezone', raw, unknown ? '' : raw, formOf(date!, time!, zone!));
}

function formOf(date: string, time: string, zone: string): TimeForm | null {
  const day = DATE.exec(date);
  const clock = TIME.exec(time);
  if (day === null || clock === null) return null;
  const nanoseconds = nanosecondsOf({
    year: Number(day[3]),
    month: Number(day[1]),
    day: Number(day[2]),
    hour: Number(clock[1]),
    minute: Number(clock[2]),
    second: Number(clock[3]),
  });
  if (nanoseconds === null) return null;
  const unstated = orNull(zone) === null;
  const minutes = unstated ? 0 : minutesOfZone(zone);
  if (minutes === null) return null;
  const shifted = nanoseconds - BigInt(minutes) * 60n * NANOSECONDS_PER_SECOND;
  return inYears(shifted, 'mdy-seconds', NANOSECONDS_PER_SECOND, !unstated);
}
