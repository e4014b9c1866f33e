// SPDX-License-Identifier: Apache-2.0
import { type RawMembers, rawMembers } from '../encoding/json-raw.ts';
import type { RowFinding } from '../model/timeline-view.ts';
import type { TimelineFormat } from './format.ts';
import { digestNames, isoMember, orNull, requireText, shown, textOf } from './row-parts.ts';
import { placed } from './written-times.ts';

/** What a first line names as the one before it. */
const NOTHING = /^(?:0*|genesis)$/i;

/**
 * The custody log of DFIR-Companion: one JSON object to a line, `prevHash` the SHA-256 of the line before. The links and numbers are checked,
 * and stay findings: whoever edits an unsigned log can make them anew.
 */
export const DFIR_CUSTODY: TimelineFormat = {
  id: 'dfir-custody',
  records: 'lines',
  recognises: ({ members }) =>
    members !== null && ['artifactPath', 'event', 'collectedAt', 'prevHash'].every((name) => members.has(name)),
  open: () => {
    let before: { readonly hash: string; readonly seq: number | null; readonly line: number } | null = null;
    return ({ bytes, hash, line }) => {
      const last = before;
      before = { hash, seq: null, line };
      const members = rawMembers(bytes);
      const seq = seqOf(members);
      before = { hash, seq, line };
      const path = requireText(members, 'artifactPath');
      const { times, findings } = placed([isoMember(members, 'collectedAt')]);
      const [source, trigger] = [textOf(members, 'source'), textOf(members, 'trigger')];
      const links = [...linkFindings(members, last), ...sequenceFindings(seq, last)];
      return {
        kind: requireText(members, 'event'),
        message: shown([path, ...(trigger === null ? [] : [`(${trigger})`])].join(' ')),
        times,
        actor: orNull(textOf(members, 'collectedBy')),
        place: orNull(source),
        seq,
        items: [path],
        digests: digestNames(textOf(members, 'sha256')),
        findings: [...findings, ...links],
      };
    };
  },
};

interface LineBefore {
  readonly hash: string;
  readonly seq: number | null;
  readonly line: number;
}

function linkFindings(members: RawMembers, before: LineBefore | null): RowFinding[] {
  const member = members.get('prevHash');
  const named = (textOf(members, 'prevHash') ?? '').replace(/^sha256:/, '').toLowerCase();
  const none = member === undefined || member.kind === 'null' || NOTHING.test(named);
  if (before === null)
    return none ? [] : [link('the first line names a line before it: lines in front of it are missing')];
  if (named === before.hash) return [];
  return [link(none ? 'it names no line before it' : `it does not name line ${before.line}, which stands before it`)];
}

function sequenceFindings(seq: number | null, before: LineBefore | null): RowFinding[] {
  if (seq === null) return [{ reason: 'timeline-sequence', detail: 'seq is no whole number' }];
  if (before === null)
    return seq <= 1 ? [] : [{ reason: 'timeline-sequence', detail: `the first line has number ${seq}` }];
  if (before.seq === null || seq === before.seq + 1) return [];
  return [{ reason: 'timeline-sequence', detail: `number ${seq} follows number ${before.seq}` }];
}

function link(detail: string): RowFinding {
  return { reason: 'timeline-link-mismatch', detail };
}

function seqOf(members: RawMembers): number | null {
  const member = members.get('seq');
  return member?.kind === 'number' && /^[0-9]{1,15}$/.test(member.raw) ? Number(member.raw) : null;
}
