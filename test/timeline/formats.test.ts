// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { multisetDigest } from '../../src/crypto/multiset.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { REASONS } from '../../src/model/reasons.ts';
import { TIMELINE_FORMAT_IDS } from '../../src/timeline/formats.ts';
import { importTimeline, isForeignTimeline } from '../../src/timeline/import.ts';
import { imported, importedFile, reasonsOf, refused, sourceOf } from './support.ts';

const CASES = join(import.meta.dirname, '../../fixtures/cases');
const FILES: Readonly<Record<string, string>> = {
  'plaso-json-line': 'timeline-plaso-json-line/events.jsonl',
  'plaso-dynamic': 'timeline-plaso-dynamic/dynamic.csv',
  l2tcsv: 'timeline-l2tcsv/l2t.csv',
  'timesketch-csv': 'timeline-timesketch-csv/sketch.csv',
  'timesketch-jsonl': 'timeline-timesketch-jsonl/sketch.jsonl',
  bodyfile: 'timeline-bodyfile/body.txt',
  'stella-timeline': 'timeline-stella/timeline.ndjson',
  'dfir-custody': 'timeline-dfir-custody/custody.jsonl',
};

describe('every format', () => {
  it('has a minted file', () => {
    expect(Object.keys(FILES).sort()).toEqual([...TIMELINE_FORMAT_IDS].sort());
  });

  for (const [id, file] of Object.entries(FILES)) {
    const bytes = new Uint8Array(readFileSync(join(CASES, file)));

    it(`${id} is recognised, and taken for no other`, () => {
      const part = imported(bytes);
      expect(part.source.format).toBe(id);
      expect(part.source.authenticated).toBe(false);
      expect(imported(bytes, id)).toEqual(part);
    });

    it(`${id}: as many rows come out as went in, whatever is in them`, () => {
      const part = imported(bytes);
      const table = /csv|dynamic/.test(id);
      const found = new TextDecoder('latin1').decode(bytes).split('\n');
      const lines = found.length - (found.at(-1) === '' ? 1 : 0) - (table ? 1 : 0);
      // One field of the Timesketch table holds a line end.
      expect(part.source.linesIn).toBe(id === 'timesketch-csv' ? lines - 1 : lines);
      expect(part.rows).toHaveLength(part.source.linesIn);
      expect(part.source.multisetIn).toBe(multisetDigest(part.rows.map(({ hash }) => hash)));
      expect(
        part.rows.every(({ authenticated, key, times }) => !authenticated && key === null && times.length > 0),
      ).toBe(true);
    });

    it(`${id}: any single octet that is changed is seen in the multiset, and throws nothing`, () => {
      const whole = imported(bytes);
      for (let i = 0; i < bytes.length; i += 7) {
        const changed = bytes.slice();
        changed[i] = changed[i]! ^ 1;
        const read = importTimeline(sourceOf(changed), { index: 0, format: id });
        if (!read.ok) {
          expect(Object.hasOwn(REASONS, read.problem.reason)).toBe(true);
          continue;
        }
        const header = /csv|dynamic/.test(id) && i <= bytes.indexOf(10);
        if (!header) expect(read.value.source.multisetIn).not.toBe(whole.source.multisetIn);
      }
    });
  }

  it('is told from a custody timeline by the first line', () => {
    const foreign = (text: string): boolean => isForeignTimeline(encodeUtf8(text));
    expect(foreign('{"payload":"","payloadType":"","signatures":[]}')).toBe(false);
    expect(foreign('{"payload":')).toBe(false);
    expect(foreign('')).toBe(false);
    expect(foreign('a,b,c')).toBe(true);
    expect(foreign('{"message":"x","n":1E400,"datetime":"2026","timestamp_desc":"y"}')).toBe(true);
    expect(foreign('{"__proto__":{}}')).toBe(true);
    expect(foreign('{"some":"object"}')).toBe(true);
    for (const folder of readdirSync(CASES).filter((name) => /^custody-(?!disclosed|set)/.test(name))) {
      const path = join(CASES, folder, 'custody.jsonl');
      const files = readdirSync(join(CASES, folder));
      if (!files.includes('custody.jsonl')) continue;
      const [first = ''] = readFileSync(path, 'utf8').split('\n');
      expect(foreign(first), folder).toBe(false);
    }
  });

  it('stops at the bound of rows, and says so', () => {
    const lines = `message,datetime,timestamp_desc\n${'a,2026-02-01,b\n'.repeat(4)}`;
    const read = importTimeline(sourceOf(encodeUtf8(lines)), { index: 0, format: null, room: 3 });
    expect(read.ok ? null : read.problem.reason).toBe('limit-exceeded');
  });
});

describe('plaso json_line', () => {
  const { rows } = importedFile(join(CASES, FILES['plaso-json-line']!));
  const by = (message: string) => rows.find((row) => row.message === message)!;

  it('reads each class by its own epoch and unit', () => {
    const past = (message: string): bigint => by(message).corrected! - 1_769_947_200_000_000_000n;
    expect(past('seconds')).toBe(0n);
    expect(past('nanoseconds')).toBe(123_456_789n);
    expect(past('filetime')).toBe(123_456_700n);
    expect(past('webkit')).toBe(123_456_000n);
    expect(past('cocoa')).toBe(500_000_000n);
    expect(past('ole')).toBe(0n);
    expect(past('elements with an offset')).toBe(250_000_000n);
  });

  it('places local times by the timestamp', () => {
    expect(by('local time').times.map(({ of, rule }) => [of, rule])).toEqual([
      ['timestamp', 'epoch-microseconds'],
      ['date_time', 'time-elements'],
    ]);
    expect(by('fat').times[1]!.instant).toBe(by('fat').times[0]!.instant);
    expect(by('local time').findings).toEqual([]);
  });

  it('tells what is not set, what disagrees, and what is cut', () => {
    expect(by('not set').corrected).toBeNull();
    expect(by('not set').findings.map(({ reason }) => reason)).toEqual(['timeline-time-unknown']);
    expect(by('an hour apart').findings.map(({ reason }) => reason)).toEqual(['timeline-times-disagree']);
    expect(rows.at(-1)!.findings.map(({ reason }) => reason)).toEqual(['timeline-row-format']);
  });
});

describe('bodyfile', () => {
  it('is one row with four times to a line', () => {
    const { rows } = importedFile(join(CASES, FILES['bodyfile']!));
    expect(rows[0]!.times.map(({ of, raw }) => [of, raw])).toEqual([
      ['mtime', '1769947260'],
      ['ctime', '1769947320'],
      ['crtime', '1769947380'],
      ['atime', '1769947200'],
    ]);
    expect(rows[0]!.digests).toEqual(['md5:d41d8cd98f00b204e9800998ecf8427e']);
    expect(rows.map(({ message }) => message).slice(1, 5)).toEqual([
      '/tmp/a|b|c',
      '/tmp/unknown',
      '/tmp/fraction',
      '/tmp/\\xff\\xfe',
    ]);
    expect(rows[3]!.times[0]).toMatchObject({ of: 'ctime', raw: '1769947200.123456789', precision: 1n });
    expect(reasonsOf(importedFile(join(CASES, FILES['bodyfile']!)))).toEqual([
      [],
      [],
      ['timeline-time-unknown'],
      [],
      ['timeline-row-text'],
      ['timeline-row-format'],
      ['timeline-row-format'],
    ]);
  });
});

describe('the custody log of DFIR-Companion', () => {
  const lines = readFileSync(join(CASES, FILES['dfir-custody']!), 'utf8').trimEnd().split('\n');
  const found = (edited: readonly string[]): string[][] => reasonsOf(imported(`${edited.join('\n')}\n`));

  it('has links that hold', () => {
    expect(found(lines).flat()).toEqual([]);
    expect(imported(`${lines.join('\n')}\n`).rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['a line taken out', [0, 2, 3], [[], ['timeline-link-mismatch', 'timeline-sequence'], []]],
    ['the first line taken out', [1, 2, 3], [['timeline-link-mismatch', 'timeline-sequence'], [], []]],
    ['a line doubled', [0, 1, 1, 2], [[], [], ['timeline-link-mismatch', 'timeline-sequence'], []]],
  ])('shows %s', (_, kept, expected) => {
    expect(found(kept.map((i) => lines[i]!))).toEqual(expected);
  });

  it('shows a changed line at the one that follows it', () => {
    const edited = lines.map((line, i) => (i === 1 ? line.replace('alice', 'mallory') : line));
    expect(found(edited)).toEqual([[], [], ['timeline-link-mismatch'], []]);
  });

  it('goes on behind a line that cannot be read', () => {
    expect(found([lines[0]!, '{', lines[2]!])).toEqual([[], ['timeline-row-format'], ['timeline-link-mismatch']]);
  });
});

describe('the timeline export of StellaOps', () => {
  it('has two clocks, and is placed by the wall', () => {
    const { rows } = importedFile(join(CASES, FILES['stella-timeline']!));
    expect(rows[0]!.times.map(({ of, rule }) => [of, rule])).toEqual([
      ['ts_wall', 'rfc3339'],
      ['t_hlc', 'hybrid-logical-clock'],
    ]);
    expect(rows[0]!.times[1]!.instant).toBe(rows[0]!.times[0]!.instant);
    expect(rows[2]!.findings.map(({ reason }) => reason)).toEqual(['timeline-row-repeated']);
    expect(rows[3]!.times.map(({ of }) => of)).toEqual(['timestamp']);
  });

  it('keeps a logical clock of a form of its own, and a row without a kind', () => {
    const part = imported(
      '{"event_id":"1","t_hlc":"node:7","ts_wall":"2026-02-01T12:00:00Z","kind":"a"}\n{"event_id":"2","t_hlc":"1"}\n',
    );
    expect(part.rows[0]!.times[1]).toMatchObject({ raw: 'node:7', instant: null, rule: 'unknown' });
    expect(reasonsOf(part)).toEqual([[], ['timeline-row-format']]);
  });
});

describe('what is no timeline', () => {
  it.each([
    ['a,b,c\n1,2,3\n', /the first line is a,b,c; known are plaso-json-line/],
    ['{"a":1}\n', /the first line is an object with a; known are/],
    ['\u001b[31m,x\n', /\\u\{1b\}/],
  ])('is refused: %s', (text, detail) => {
    expect(refused(text)).toMatch(/^timeline-format: /);
    expect(refused(text)).toMatch(detail);
  });
});
