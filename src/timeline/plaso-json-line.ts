// SPDX-License-Identifier: Apache-2.0
import { membersOf, type RawMembers, rawMembers } from '../encoding/json-raw.ts';
import type { RowContent, SourceRecord, TimelineFormat } from './format.ts';
import { NO_TIMES, readPlasoDateTime } from './plaso-date-time.ts';
import { digestNames, isoMember, orNull, requireText, shown, textOf, timeMember } from './row-parts.ts';
import { disagreement, placed, type ReadTime, readEpoch, readTime } from './written-times.ts';

/**
 * plaso's json_line: one event to a line. `date_time` is the value as its source has it, to the nanosecond where it was so; `timestamp` is
 * that rounded to microseconds of UTC. Where `date_time` is local time, `timestamp` places the row.
 */
export const PLASO_JSON_LINE: TimelineFormat = {
  id: 'plaso-json-line',
  records: 'lines',
  recognises: ({ members }) =>
    members !== null && textOf(members, '__container_type__') === 'event' && members.has('timestamp'),
  open: () => readRow,
};

function readRow({ bytes }: SourceRecord): RowContent {
  const members = rawMembers(bytes);
  const kind = requireText(members, 'timestamp_desc');
  const stamp = timeMember(members, 'timestamp', (text) => readEpoch(text, 'epoch-microseconds'));
  const value = dateTime(members);
  const local = value.findings.some(({ reason }) => reason === 'timeline-zone-unstated');
  const { times, findings } = placed(local ? [stamp, value] : [value, stamp]);
  return {
    kind,
    message: shown(textOf(members, 'message') ?? textOf(members, 'display_name') ?? ''),
    times,
    actor: orNull(textOf(members, 'username')),
    place: orNull(textOf(members, 'hostname')),
    seq: null,
    items: [],
    digests: ['sha256_hash', 'sha1_hash', 'md5_hash'].flatMap((name) => digestNames(textOf(members, name))),
    findings: local ? findings : [...findings, ...disagreement(value.time, stamp.time)],
  };
}

/** Releases before 2022 wrote a `datetime` text. */
function dateTime(members: RawMembers): ReadTime {
  const member = members.get('date_time');
  if (member === undefined) return isoMember(members, 'datetime');
  if (member.kind !== 'object') return isoMember(members, 'date_time');
  const inner = membersOf(member);
  const className = textOf(inner, '__class_name__') ?? '';
  if (NO_TIMES.has(className)) return readTime('date_time', member.raw, '', null);
  return readTime('date_time', member.raw, member.raw, readPlasoDateTime(className, inner));
}
