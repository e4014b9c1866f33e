// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import type { RowContent, SourceRecord, TimelineFormat } from './format.ts';
import { digestNames, shown } from './row-parts.ts';
import { placed, readEpoch, readTime } from './written-times.ts';

/** `MD5|name|inode|mode|UID|GID|size|atime|mtime|ctime|crtime`: one before the name, nine behind it. */
const BEHIND = 9;
/** As a row is placed: when it was changed, its metadata changed, it was made, read. */
const TIMES = [
  ['mtime', 1],
  ['ctime', 2],
  ['crtime', 3],
  ['atime', 0],
] as const;

/**
 * The body file of mactime 3.x (The Sleuth Kit): a line is one row with four times in seconds. Zero is a time that is not known, and so is
 * -1, which some writers use. A name may hold the sign that parts the fields.
 */
export const BODYFILE: TimelineFormat = {
  id: 'bodyfile',
  records: 'lines',
  recognises: ({ text, members }) => members === null && fieldsOf(text) !== null,
  open: () => readRow,
};

function fieldsOf(text: string): { readonly md5: string; readonly name: string; readonly times: string[] } | null {
  const parts = text.split('|');
  if (parts.length < BEHIND + 2) return null;
  const [md5 = '', ...others] = parts;
  const times = others.slice(-4);
  if (!/^(?:0|[0-9a-fA-F]{32}|)$/.test(md5) || !times.every((time) => /^(?:-?[0-9]+(?:\.[0-9]+)?)?$/.test(time)))
    return null;
  return { md5, name: others.slice(0, -BEHIND).join('|'), times };
}

function readRow({ text }: SourceRecord): RowContent {
  const fields = fieldsOf(text);
  if (fields === null)
    throw new Malformed('timeline-row-format', 'not MD5|name|inode|mode|UID|GID|size|atime|mtime|ctime|crtime');
  const { md5, name } = fields;
  const { times, findings } = placed(
    TIMES.map(([of, i]) => {
      const raw = fields.times[i]!;
      return readTime(of, raw, raw === '-1' ? '0' : raw, readEpoch(raw, 'epoch-seconds'));
    }),
  );
  return {
    kind: 'file',
    message: shown(name),
    times,
    actor: null,
    place: null,
    seq: null,
    items: [],
    digests: digestNames(md5),
    findings,
  };
}
