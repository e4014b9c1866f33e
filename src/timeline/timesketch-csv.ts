// SPDX-License-Identifier: Apache-2.0
import type { TimelineFormat } from './format.ts';
import { isDynamic } from './plaso-dynamic.ts';
import { digestNames, orNull, shown } from './row-parts.ts';
import { tableOf } from './table.ts';
import { disagreement, placed, readEpoch, readIso } from './written-times.ts';

export const TIMESKETCH_MEMBERS = ['message', 'datetime', 'timestamp_desc'] as const;

/** Timesketch's table: three columns that must be there, `timestamp` in microseconds that may be, any others. RFC 4180. */
export const TIMESKETCH_CSV: TimelineFormat = {
  id: 'timesketch-csv',
  records: 'table',
  recognises: ({ columns, text }) =>
    columns !== null &&
    TIMESKETCH_MEMBERS.every((name) => columns.includes(name)) &&
    (text.includes('"') || !isDynamic(columns)),
  open: (columns) => {
    const split = tableOf(columns, TIMESKETCH_MEMBERS, false);
    return ({ text }) => {
      const row = split(text);
      const date = row.time('datetime', readIso);
      const stamps = row.has('timestamp')
        ? [row.time('timestamp', (lexeme) => readEpoch(lexeme, 'epoch-microseconds'))]
        : [];
      const { times, findings } = placed([date, ...stamps]);
      return {
        kind: row.text('timestamp_desc'),
        message: shown(row.text('message')),
        times,
        actor: orNull(row.text('username')) ?? orNull(row.text('user')),
        place: orNull(row.text('hostname')) ?? orNull(row.text('computer_name')),
        seq: null,
        items: [],
        digests: ['sha256_hash', 'sha256', 'md5_hash'].flatMap((name) => digestNames(row.text(name))),
        findings: [...findings, ...stamps.flatMap(({ time }) => disagreement(date.time, time))],
      };
    };
  },
};
