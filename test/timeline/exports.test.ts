// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/encoding/canonical-json.ts';
import { formatInstant } from '../../src/encoding/rfc3339.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import type { Replay } from '../../src/model/replay.ts';
import type { SourcePart, TimelineView } from '../../src/model/timeline-view.ts';
import { nodeId } from '../../src/report/case-graph.ts';
import { renderCase } from '../../src/report/replay-case.ts';
import { renderTimesketch } from '../../src/report/replay-timesketch.ts';
import { correctRows, parseClock } from '../../src/timeline/clock.ts';
import { composeView } from '../../src/verify/compose-view.ts';
import { run } from '../support/cli.ts';
import { imported, importedFile } from './support.ts';

const CASES = join(import.meta.dirname, '../../fixtures/cases');
const FILES = [
  'timeline-plaso-json-line/events.jsonl',
  'timeline-plaso-dynamic/dynamic.csv',
  'timeline-l2tcsv/l2t.csv',
  'timeline-timesketch-csv/sketch.csv',
  'timeline-timesketch-jsonl/sketch.jsonl',
  'timeline-bodyfile/body.txt',
  'timeline-stella/timeline.ndjson',
  'timeline-dfir-custody-edited/custody.jsonl',
];

function viewOf(...parts: readonly SourcePart[]): TimelineView {
  return composeView(parts, { title: 'a test', at: 0n as Instant, atIsClock: true, knownAt: null });
}

function replayOf(view: TimelineView): Replay {
  const tool = { name: 'forensic-verify', version: '1' };
  return { view, report: { tool, inputs: [], verdict: { indication: 'TOTAL-PASSED' } } } as unknown as Replay;
}

interface Line {
  readonly message: string;
  readonly datetime: string;
  readonly timestamp: number;
  readonly timestamp_desc: string;
  readonly time_class: string;
  readonly time_unknown?: boolean;
  readonly row_id: string;
  readonly tag: readonly string[];
  readonly [name: string]: unknown;
}

function timesketch(view: TimelineView): Line[] {
  return renderTimesketch(replayOf(view))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function renumbered(part: SourcePart, index: number): SourcePart {
  const id = (row: number): string => `${index}.${row}`;
  return {
    ...part,
    index,
    rows: part.rows.map((row) => ({ ...row, source: index, id: id(row.row) })),
    bad: new Set([...part.bad].map((old) => id(Number(old.split('.')[1])))),
  };
}

const all = viewOf(...FILES.map((file, i) => renumbered(importedFile(join(CASES, file)), i)));

describe('the export for Timesketch', () => {
  it('drops no row, whatever became of its time', () => {
    const lines = timesketch(all);
    expect(new Set(lines.map(({ row_id }) => row_id))).toEqual(new Set(all.rows.map(({ id }) => id)));
    const unknown = lines.filter(({ time_unknown }) => time_unknown === true);
    expect(unknown.map(({ row_id }) => row_id).sort()).toEqual(
      all.rows
        .filter(({ times }) => times.every(({ instant }) => instant === null))
        .map(({ id }) => id)
        .sort(),
    );
    for (const line of unknown) {
      expect(line).toMatchObject({ datetime: '1970-01-01T00:00:00+00:00', timestamp: 0 });
      expect(line.timestamp_desc).toMatch(/\(time unknown\)$/);
      expect(line.tag).toContain('time-unknown');
    }
  });

  it('has the three members that must be there, in every line, and microseconds beside', () => {
    for (const line of timesketch(all)) {
      expect(line.message.length).toBeGreaterThan(0);
      expect(line.datetime).toMatch(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?\+00:00$/);
      expect(line.timestamp_desc.startsWith(`${line.time_class}: `)).toBe(true);
      expect(Number.isInteger(line.timestamp)).toBe(true);
      expect(line.tag).toContain('unauthenticated');
    }
  });

  it('is read again by our own reader with the same times, to the nanosecond', () => {
    const lines = timesketch(all);
    const again = imported(renderTimesketch(replayOf(all)));
    expect(again.source.format).toBe('timesketch-jsonl');
    expect(again.rows).toHaveLength(lines.length);
    expect(again.bad.size).toBe(0);
    for (const [i, row] of again.rows.entries()) {
      const line = lines[i]!;
      expect(row.findings.map(({ reason }) => reason)).toEqual([]);
      expect(row.kind).toBe(line.timestamp_desc);
      expect(row.message).toBe(line.message);
      expect(formatInstant(row.corrected!).replace('Z', '+00:00')).toBe(line.datetime);
      const original = all.rows.find(({ id }) => id === line.row_id)!;
      if (line.time_class === 'Claimed' && line.time_unknown !== true)
        expect(original.times.map(({ instant }) => instant)).toContain(row.corrected);
    }
  });

  it('has a line for each class of time, and never merges two', () => {
    const part = imported('message,datetime,timestamp_desc\na,2026-02-01T12:00:00.000000001Z,Logon\n');
    const corrected = correctRows(part, [parseClock('PT1H±PT2S')]);
    const view = viewOf(corrected);
    const proven = {
      ...view,
      rows: view.rows.map((row) => ({
        ...row,
        times: [...row.times, { ...row.times[0]!, of: 'recordedDateTime', instant: instantFromNanoseconds(-1n) }],
        proven: { notBefore: instantFromNanoseconds(5_000_000_000n), notAfter: instantFromNanoseconds(7_000_000_000n) },
      })),
    };
    expect(timesketch(proven).map((line) => [line.time_class, line.datetime, line.timestamp])).toEqual([
      ['Claimed', '2026-02-01T12:00:00.000000001+00:00', 1_769_947_200_000_000],
      ['Recorded', '1969-12-31T23:59:59.999999999+00:00', -1],
      ['Corrected', '2026-02-01T11:00:00.000000001+00:00', 1_769_943_600_000_000],
      ['Provable not-before', '1970-01-01T00:00:05+00:00', 5_000_000],
      ['Provable not-after', '1970-01-01T00:00:07+00:00', 7_000_000],
    ]);
    expect(timesketch(proven)[2]!['uncertainty_ns']).toBe('2000000000');
  });

  it('gives each distinct time of a body file its line, and equal ones one line under both names', () => {
    const part = imported('0|/a|1|r|0|0|1|1769947200|1769947260|1769947260|0\n');
    expect(timesketch(viewOf(part)).map((line) => line.timestamp_desc)).toEqual([
      'Claimed: file (mtime, ctime)',
      'Claimed: file (atime)',
    ]);
  });

  it('keeps every text within what a keyword may have, in whole characters', () => {
    const unit = fc.constantFrom('a', 'é', '€', '😀', '\u202e');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 8000 }),
        (text, times) => {
          const message = text.repeat(times);
          const part = imported(
            `${canonicalText({ message, datetime: '2026-02-01T12:00:00Z', timestamp_desc: 'x' })}\n`,
          );
          const [line] = timesketch(viewOf(part));
          const octets = new TextEncoder().encode(line!.message).length;
          expect(octets).toBeLessThanOrEqual(32_766);
          expect(line!.message.isWellFormed()).toBe(true);
          const shown = part.rows[0]!.message;
          // The row itself is longer than its message.
          const cut = ((line!['cut'] ?? []) as unknown as string[]).filter((name) => name !== 'row_record');
          if (line!.message === shown) expect(cut).toEqual([]);
          else {
            expect(cut).toEqual(['message']);
            expect(shown.startsWith(line!.message.slice(0, -1))).toBe(true);
            expect(octets).toBeGreaterThan(32_760);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

interface Graph {
  readonly '@context': Readonly<Record<string, string>>;
  readonly '@graph': readonly (Readonly<Record<string, unknown>> & { readonly '@id': string })[];
}

describe('the export as CASE/UCO', () => {
  const text = renderCase(replayOf(all));
  const graph = JSON.parse(text) as Graph;

  it('is canonical, and the same each time', () => {
    expect(text).toBe(`${canonicalText(graph)}\n`);
    expect(renderCase(replayOf(all))).toBe(text);
  });

  it('has one id for each node, and no reference to none', () => {
    const ids: string[] = [];
    const references: string[] = [];
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) walk(one);
      else if (typeof value === 'object' && value !== null) {
        const { '@id': id, ...rest } = value as { '@id'?: string };
        if (id !== undefined) (Object.keys(rest).length === 0 ? references : ids).push(id);
        for (const one of Object.values(rest)) walk(one);
      }
    };
    walk(graph['@graph']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    for (const id of ids)
      expect(id).toMatch(/^kb:[a-z]+-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('uses no prefix that its context does not have', () => {
    const names = new Set(
      [...text.matchAll(/"([a-z-]+):[A-Za-z]+"(?=:)|"@type":"([a-z-]+):/g)].map(([, a, b]) => a ?? b!),
    );
    expect([...names].filter((name) => !Object.hasOwn(graph['@context'], name))).toEqual([]);
  });

  it('has an event for every row, with its raw times', () => {
    const events = graph['@graph'].filter((node) => node['@type'] === 'uco-core:Event');
    expect(events.map((node) => node['fv:row']).sort()).toEqual(all.rows.map(({ id }) => id).sort());
    const first = events.find((node) => node['fv:row'] === all.rows[0]!.id)!;
    expect(first['fv:writtenTime']).toMatchObject(
      all.rows[0]!.times.map(({ of, raw }) => ({ 'fv:of': of, 'fv:raw': raw })),
    );
  });

  it('gives a row, a kind and a number an id of their own', () => {
    const ids = new Set(
      ['action', 'event'].flatMap((kind) =>
        [0n, 1n, 1n << 40n, (1n << 62n) - 1n].map((number) => nodeId(kind as 'action', 'ab'.repeat(32), number)),
      ),
    );
    expect(ids.size).toBe(8);
  });
});

describe('a custody log as CASE/UCO', () => {
  const folder = join(CASES, 'custody-hand-off');
  const result = run(
    ['replay', 'custody.jsonl', '--key', 'opener.pub.pem', '--at', '2026-03-01T00:00:00Z', '--format', 'case'],
    { cwd: folder },
  );
  const graph = JSON.parse(result.stdout) as Graph;
  const actions = graph['@graph'].filter((node) => node['@type'] === 'case-investigation:InvestigativeAction');

  it('has an action for every event, each informed by the one before it', () => {
    const lines = readFileSync(join(folder, 'custody.jsonl'), 'utf8').trimEnd().split('\n');
    expect(actions).toHaveLength(lines.length);
    const ordered = [...actions].sort((a, b) => (a['fv:line'] as number) - (b['fv:line'] as number));
    for (const [i, action] of ordered.entries())
      expect(action['case-investigation:wasInformedBy']).toEqual(
        i === 0 ? undefined : { '@id': ordered[i - 1]!['@id'] },
      );
    expect(
      actions.every((action) => typeof (action['uco-action:performer'] as { '@id': string })['@id'] === 'string'),
    ).toBe(true);
  });

  it('has a provenance record for the exhibit, and the digest of the log', () => {
    const records = graph['@graph'].filter((node) => node['@type'] === 'case-investigation:ProvenanceRecord');
    expect(records.map((node) => node['case-investigation:exhibitNumber'])).toEqual(['EX-1']);
    expect(result.stdout).toMatch(/"uco-types:hashMethod":"SHA256"/);
  });
});
