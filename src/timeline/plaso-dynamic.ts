// SPDX-License-Identifier: Apache-2.0
import type { TimelineFormat } from './format.ts';
import { digestNames, orNull, shown } from './row-parts.ts';
import { tableOf } from './table.ts';
import { placed, readIso } from './written-times.ts';

const WANTED = ['datetime', 'timestamp_desc', 'message'];
/** Columns of plaso's own that a table for Timesketch has no need of. */
const OWN = ['source_long', 'parser', 'display_name'];

/** plaso's table of columns that the examiner chose; no field is in quotes, and commas in fields have become blanks. */
export const PLASO_DYNAMIC: TimelineFormat = {
  id: 'plaso-dynamic',
  records: 'seldom-quoted-table',
  recognises: ({ columns, text }) => columns !== null && !text.includes('"') && isDynamic(columns),
  open: (columns) => {
    const split = tableOf(columns, WANTED, true);
    return ({ text }) => {
      const row = split(text);
      const { times, findings } = placed([row.time('datetime', readIso)]);
      return {
        kind: row.text('timestamp_desc'),
        message: shown(row.text('message')),
        times,
        actor: orNull(row.text('username')) ?? orNull(row.text('user')),
        place: orNull(row.text('hostname')) ?? orNull(row.text('host')),
        seq: null,
        items: [],
        digests: ['sha256_hash', 'sha1_hash', 'md5_hash'].flatMap((name) => digestNames(row.text(name))),
        findings,
      };
    };
  },
};

export function isDynamic(columns: readonly string[]): boolean {
  return [...WANTED, ...OWN].every((name) => columns.includes(name));
}
