// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Bytes } from '../../src/model/bytes.ts';
import type { SourcePart } from '../../src/model/timeline-view.ts';
import { type ForeignSource, importTimeline } from '../../src/timeline/import.ts';

/** Lines of octets at hand, parted at LF as the reader of files does. */
export function sourceOf(bytes: Bytes, name = 'a file'): ForeignSource {
  return {
    name,
    each(line) {
      let start = 0;
      while (start < bytes.length) {
        const found = bytes.indexOf(10, start);
        const end = found === -1 ? bytes.length : found;
        if (!line(bytes.subarray(start, end))) break;
        start = end + 1;
      }
      return { ok: true, value: null };
    },
  };
}

export function imported(text: string | Bytes, format: string | null = null): SourcePart {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const read = importTimeline(sourceOf(bytes), { index: 0, format });
  if (!read.ok) throw new Error(`${read.problem.reason}: ${read.problem.detail}`);
  return read.value;
}

export function refused(text: string | Bytes, format: string | null = null): string {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const read = importTimeline(sourceOf(bytes), { index: 0, format });
  return read.ok ? 'accepted' : `${read.problem.reason}: ${read.problem.detail}`;
}

export function importedFile(path: string, format: string | null = null): SourcePart {
  return imported(new Uint8Array(readFileSync(path)), format);
}

export function reasonsOf(part: SourcePart): string[][] {
  return part.rows.map(({ findings }) => findings.map(({ reason }) => reason));
}
