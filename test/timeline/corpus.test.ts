// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatInstant } from '../../src/encoding/rfc3339.ts';
import type { SourcePart } from '../../src/model/timeline-view.ts';
import { run } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';
import { importedFile, reasonsOf, refused } from './support.ts';

interface Case {
  readonly name: string;
  readonly args: readonly (readonly [string, string])[];
  readonly positional: readonly string[];
  readonly expect: string;
  readonly events?: number;
}

const SECOND = 1_000_000_000n;

function timesOf(part: SourcePart): string[] {
  return part.rows.map(({ corrected }) => (corrected === null ? 'unknown' : formatInstant(corrected)));
}

describeCorpus('timeline', (folder, cases) => {
  for (const one of cases as unknown as Case[]) {
    it(`${one.name}: ${one.expect}`, () => {
      const path = join(folder, one.positional[0]!);
      const format = one.args.find(([name]) => name === 'format')![1];
      if (one.expect === 'reject') {
        const bytes = new Uint8Array(readFileSync(path));
        expect(refused(bytes, format)).toMatch(/^timeline-format: no column datetime, timestamp_desc among/);
        expect(refused(bytes)).toMatch(/^timeline-format: the first line is/);
        return;
      }
      const part = importedFile(path, format);
      expect(part.rows).toHaveLength(one.events!);
      expect(part.source.linesIn).toBe(one.events);
      expect(part.source.format).toBe(format);
      expect(importedFile(path)).toEqual(part);
      expect(reasonsOf(part).flat()).toEqual([]);
      expect(part.bad.size).toBe(0);
    });
  }

  const plaso = (name: string): SourcePart => importedFile(join(folder, 'plaso', name));

  it('has the same 20 events in three formats, to the precision of each', () => {
    const json = plaso('json_line.log');
    const dynamic = plaso('dynamic.log');
    const table = plaso('l2tcsv.log');
    expect(timesOf(json).sort()).toEqual(timesOf(dynamic).sort());
    const seconds = (part: SourcePart): string[] =>
      part.rows.map(({ corrected, message }) => `${corrected! / SECOND} ${message.replaceAll(',', ' ')}`);
    const distinct = (part: SourcePart): string[] => [...new Set(seconds(part))].sort();
    expect(distinct(json)).toEqual(distinct(dynamic));
    // Identical events are one row there: 19.
    expect(distinct(json)).toEqual(distinct(table));
    expect(distinct(json)).toHaveLength(19);
  });

  it('keeps the nanoseconds that plaso itself rounds away', () => {
    const row = plaso('json_line.log').rows.find(({ times }) => times[0]!.rule === 'epoch-nanoseconds')!;
    expect(row.corrected).toBe(1_783_014_477_955_519_754n);
    expect(row.times[0]!.raw).toBe(
      '{"__class_name__": "PosixTimeInNanoseconds", "__type__": "DateTimeValues", "timestamp": 1783014477955519754}',
    );
    expect(row.times[1]).toEqual({
      of: 'timestamp',
      raw: '1783014477955520',
      instant: 1_783_014_477_955_520_000n,
      rule: 'epoch-microseconds',
      precision: 1000n,
    });
  });

  it('reads each form of the conversion file, and keeps it', () => {
    const { rows } = importedFile(join(folder, 'timesketch/validate_timestamp_conversion.csv'));
    expect(rows.map(({ times }) => [times[0]!.raw, times[0]!.rule, times[0]!.instant])).toEqual([
      ['2012-03-14T04:17:38+00:00', 'rfc3339', 1_331_698_658n * SECOND],
      ['2022-07-24T19:01:01+0000', 'iso-basic-offset', 1_658_689_261n * SECOND],
      ['2015-07-25 02:01:01+00:00', 'iso-blank', 1_437_789_661n * SECOND],
    ]);
  });
});

describeCorpus('timeline', (folder, cases) => {
  for (const one of cases as unknown as Case[]) {
    it(`by the command line, ${one.name}: ${one.expect}`, () => {
      const format = one.args.find(([name]) => name === 'format')![1];
      const { code, stdout } = run(['replay', join(folder, one.positional[0]!), '--format', format, '--json']);
      const replay = JSON.parse(stdout) as {
        rows: unknown[];
        sources: { format: string; multisetIn: string; multisetOut: string }[];
      };
      const [source] = replay.sources;
      expect(source!.format).toBe(format);
      expect(source!.multisetOut).toBe(source!.multisetIn);
      expect(code).toBe(one.expect === 'accept' ? 0 : 3);
      expect(replay.rows).toHaveLength(one.events ?? 0);
    });
  }
});
