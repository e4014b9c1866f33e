// SPDX-License-Identifier: Apache-2.0
import { rawMembers } from '../encoding/json-raw.ts';
import { Malformed } from '../model/malformed.ts';
import type { RowContent, SourceRecord, TimelineFormat } from './format.ts';
import { digestNames, isoMember, orNull, requireText, shown, textOf, timeMember } from './row-parts.ts';
import { disagreement, placed, readEpoch } from './written-times.ts';

/** Timesketch's JSON lines: `message`, `timestamp_desc`, and `datetime` or `timestamp` in microseconds. */
export const TIMESKETCH_JSONL: TimelineFormat = {
  id: 'timesketch-jsonl',
  records: 'lines',
  recognises: ({ members }) =>
    members !== null &&
    !members.has('__container_type__') &&
    ['message', 'timestamp_desc'].every((name) => members.has(name)) &&
    ['datetime', 'timestamp'].some((name) => members.has(name)),
  open: () => readRow,
};

function readRow({ bytes }: SourceRecord): RowContent {
  const members = rawMembers(bytes);
  const message = requireText(members, 'message');
  const kind = requireText(members, 'timestamp_desc');
  if (!members.has('datetime') && !members.has('timestamp'))
    throw new Malformed('timeline-row-format', 'datetime is missing');
  const date = isoMember(members, 'datetime');
  const stamp = timeMember(members, 'timestamp', (text) => readEpoch(text, 'epoch-microseconds'));
  const { times, findings } = placed([date, stamp].filter(({ time }) => members.has(time.of)));
  return {
    kind,
    message: shown(message),
    times,
    actor: orNull(textOf(members, 'username')) ?? orNull(textOf(members, 'user')),
    place: orNull(textOf(members, 'hostname')) ?? orNull(textOf(members, 'computer_name')),
    seq: null,
    items: [],
    digests: ['sha256_hash', 'sha256', 'md5_hash'].flatMap((name) => digestNames(textOf(members, name))),
    findings: [...findings, ...disagreement(date.time, stamp.time)],
  };
}
