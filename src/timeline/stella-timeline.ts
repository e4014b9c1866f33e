// SPDX-License-Identifier: Apache-2.0
import { cutText } from '../encoding/escape-text.ts';
import { type RawMembers, rawMembers } from '../encoding/json-raw.ts';
import { Malformed } from '../model/malformed.ts';
import type { RowFinding } from '../model/timeline-view.ts';
import type { RowContent, TimelineFormat } from './format.ts';
import { digestNames, isoMember, orNull, requireText, shown, textOf, timeMember } from './row-parts.ts';
import { placed, readEpoch, readIso, type TimeForm } from './written-times.ts';

/**
 * StellaOps' export of its timeline, in both forms that its documentation has: `event_id, t_hlc, ts_wall, service, kind, payload_digest`,
 * and the older `event_id, tenant, timestamp, category, details`. The wall clock places a row; the hybrid logical clock stands beside it.
 * Nothing links the lines, so that none is known to be missing.
 */
export const STELLA_TIMELINE: TimelineFormat = {
  id: 'stella-timeline',
  records: 'lines',
  recognises: ({ members }) =>
    members?.has('event_id') === true &&
    !members.has('message') &&
    (members.has('t_hlc') || members.has('ts_wall') || (members.has('category') && members.has('timestamp'))),
  open: () => {
    const seen = new Map<string, number>();
    return ({ bytes, line }) => {
      const members = rawMembers(bytes);
      const id = requireText(members, 'event_id');
      const before = seen.get(id);
      if (before === undefined) seen.set(id, line);
      return contentOf(members, id, before === undefined ? [] : [repeated(id, before)]);
    };
  },
};

function contentOf(members: RawMembers, id: string, more: readonly RowFinding[]): RowContent {
  const kind = textOf(members, 'kind') ?? textOf(members, 'category');
  if (kind === null) throw new Malformed('timeline-row-format', 'kind is missing');
  const wall = members.has('ts_wall') ? 'ts_wall' : 'timestamp';
  const hlc = members.has('t_hlc') ? [timeMember(members, 't_hlc', readHlc)] : [];
  const { times, findings } = placed([isoMember(members, wall), ...hlc]);
  const service = orNull(textOf(members, 'service'));
  const about = textOf(members, 'correlation_id') ?? textOf(members, 'trace_id');
  return {
    kind,
    message: shown([`${kind} ${id}`, ...(about === null ? [] : [`of ${about}`])].join(' ')),
    times,
    actor: service,
    place: orNull(textOf(members, 'tenant')),
    seq: null,
    items: [],
    digests: digestNames(textOf(members, 'payload_digest')),
    // A logical clock may be written in a form of its own: it places nothing, and is shown as it stands.
    findings: [...findings.filter(({ detail }) => !detail.startsWith('t_hlc ')), ...more],
  };
}

/** A count of milliseconds in front, then a node and a counter; or a date. Public documents do not settle its form. */
function readHlc(text: string): TimeForm | null {
  const match = /^([0-9]{13})(?![0-9])/.exec(text);
  const form = match === null ? readIso(text) : readEpoch(match[1]!, 'epoch-milliseconds');
  return form === null ? null : { ...form, rule: 'hybrid-logical-clock' };
}

function repeated(id: string, before: number): RowFinding {
  return { reason: 'timeline-row-repeated', detail: `event_id ${cutText(id, 80)} is also that of line ${before}` };
}
