// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { steppedLog } from '../../scripts/mint/cases/replay.ts';
import type { Instant } from '../../src/model/instant.ts';
import type { Replay, ReplayAnswer } from '../../src/model/replay.ts';
import { renderReplayJson } from '../../src/report/replay-json.ts';
import { renderReplayText } from '../../src/report/replay-text.ts';
import { filterView } from '../../src/verify/filter-view.ts';
import { firstSeen } from '../../src/verify/first-seen.ts';
import { knownDiff } from '../../src/verify/known-diff.ts';
import { whoHeld } from '../../src/verify/who-held.ts';
import { at } from '../custody/support.ts';
import { PROJECT, run } from '../support/cli.ts';
import { knownOf } from './support.ts';

const SCHEMA = JSON.parse(readFileSync(join(PROJECT, 'offline-kit/schemas/replay-v1.json'), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
const fits = ajv.compile(SCHEMA);

function problemsOf(text: string): unknown[] {
  return fits(JSON.parse(text)) ? [] : (fits.errors ?? []);
}

const CASES = join(PROJECT, 'fixtures/cases');
const NO_FILTER = { items: [], actors: [], types: [], from: null, to: null };

function told(more: Partial<Replay> = {}): Replay {
  const { view, report } = knownOf([steppedLog()]);
  return { view, report, answers: [], diff: null, ...more };
}

describe('the JSON of a replay', () => {
  const every: ReplayAnswer[] = [
    whoHeld(told().view, 'EX-1', at('2026-02-01T13:45:00Z')),
    whoHeld(told().view, 'EX-1', at('2026-02-01T13:30:00Z')),
    whoHeld(told().view, 'EX-1', null),
    whoHeld(told().view, 'EX-2', null),
    firstSeen(told().view, told().view.rows[1]!.digests[0]!),
    firstSeen(told().view, `sha256:${'0'.repeat(64)}`),
  ];
  const earlier = knownOf([steppedLog()], { knownAt: at('2026-02-01T13:40:01Z') });
  const diff = knownDiff(earlier, knownOf([steppedLog()]));

  it('fits its schema, with answers and with what became known', () => {
    expect(problemsOf(renderReplayJson(told({ answers: every, diff })))).toEqual([]);
    const filtered = filterView(told().view, { ...NO_FILTER, actors: [told().view.rows[7]!.actor!] });
    expect(problemsOf(renderReplayJson(told({ view: filtered })))).toEqual([]);
  });

  it('is the same for the same evidence', () => {
    expect(renderReplayJson(told({ answers: every, diff }))).toBe(renderReplayJson(told({ answers: every, diff })));
  });

  it('says nothing of the machine’s clock', () => {
    const { view } = told();
    const text = renderReplayJson(told({ view: { ...view, atIsClock: true, at: 77n as Instant } }));
    expect((JSON.parse(text) as { at: unknown }).at).toBeNull();
  });

  it('gives rows of one time one position', () => {
    const { view } = told();
    const same = view.rows.map((row, i) => (i === 3 ? { ...row, corrected: view.rows[2]!.corrected } : row));
    const { rows } = JSON.parse(renderReplayJson(told({ view: { ...view, rows: same } }))) as {
      rows: { position: number }[];
    };
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 3, 5, 6, 7, 8, 9, 10]);
  });

  for (const name of readdirSync(CASES).filter((one) => one.startsWith('replay-') || one.startsWith('timeline-'))) {
    it(`fits its schema: ${name}`, () => {
      const { command } = JSON.parse(readFileSync(join(CASES, name, 'expect.json'), 'utf8')) as { command: string[] };
      const words = [...command, '--json', '--deterministic'];
      const { stdout } = run(words, { cwd: join(CASES, name) });
      expect(problemsOf(stdout)).toEqual([]);
      expect(run(words, { cwd: join(CASES, name) }).stdout).toBe(stdout);
    });
  }
});

describe('the text of a replay', () => {
  it('keeps within 80 columns, and escapes what others wrote', () => {
    const { view } = told();
    const hostile = '\u001b[31m\u202eEX\n-1';
    const rows = view.rows.map((row) => ({
      ...row,
      message: hostile,
      actor: hostile,
      place: hostile,
      items: [hostile],
    }));
    const spans = view.spans.map((span) => ({ ...span, item: hostile, place: hostile, seal: hostile }));
    const text = renderReplayText(told({ view: { ...view, rows, spans } }), { verbose: true });
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    const long = text.split('\n').filter((line) => line.length > 80 && !/sha256:|[0-9a-f]{64}/.test(line));
    expect(long).toEqual([]);
  });
});

describe('what became known', () => {
  it('is lines, evidence, and what it changed of lines that were known', () => {
    const earlier = knownOf([steppedLog()], { knownAt: at('2026-02-01T13:40:01Z') });
    const later = knownOf([steppedLog()], { knownAt: at('2026-02-01T14:10:01Z') });
    const diff = knownDiff(earlier, later);
    expect(diff.rows.map(({ id }) => id)).toEqual(['0.5', '0.6', '0.7']);
    expect(diff.anchors.map(({ covers }) => covers)).toEqual([6, 8]);
    expect(diff.items).toMatchObject([{ item: 'EX-1', before: { state: 'transit' }, after: { state: 'held' } }]);
    expect(diff.intervals).toEqual([]);
    expect(diff.checks.map(({ check }) => check)).toContain('custody.transfer');
  });

  it('is nothing between an instant and itself', () => {
    const some = knownOf([steppedLog()], { knownAt: at('2026-02-01T13:00:01Z') });
    expect(knownDiff(some, some)).toMatchObject({ rows: [], anchors: [], intervals: [], items: [], checks: [] });
  });
});

describe('a filter', () => {
  const { view } = told();

  it('says how many of how many are shown, and speaks of none that is not', () => {
    const shown = filterView(view, { ...NO_FILTER, items: ['EX-1'] });
    expect(shown.filtered).toEqual({ by: ['item EX-1'], shown: 3, of: 10 });
    expect(shown.rows.map(({ id }) => id)).toEqual(['0.1', '0.4', '0.7']);
    expect(shown.spans).toEqual(view.spans);
    expect(shown.anchors.every(({ within }) => within === null)).toBe(true);
    const window = filterView(view, {
      ...NO_FILTER,
      from: at('2026-02-01T13:30:00Z'),
      to: at('2026-02-01T13:40:00Z'),
    });
    expect(window.rows.map(({ id }) => id)).toEqual(['0.4', '0.5']);
    expect(window.spans).toEqual([]);
    expect(window.sources).toEqual(view.sources);
  });

  it('is of any one that is named, and of all kinds that are asked for', () => {
    const by = filterView(view, { ...NO_FILTER, types: ['close', 'acquire'], actors: [view.rows[1]!.actor!] });
    expect(by.rows.map(({ kind }) => kind)).toEqual(['acquire']);
    expect(filterView(view, NO_FILTER)).toBe(view);
  });
});
