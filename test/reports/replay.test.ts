// SPDX-License-Identifier: Apache-2.0
// `report render` reads what `replay --json` writes, and gives what `replay` itself would have given, and that it comes from a file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import { REPLAY_FORMATS } from '../../src/report/replay-formats.ts';
import { readReplay } from '../../src/verify/whole-replay.ts';
import { PROJECT, run, unwrapped } from '../support/cli.ts';

const CASES = join(PROJECT, 'fixtures/cases');
const work = mkdtempSync(join(tmpdir(), 'fv-replays-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const commandOf = (name: string) =>
  (JSON.parse(readFileSync(join(CASES, name, 'expect.json'), 'utf8')) as { command: string[] }).command;

/** The JSON of a case, and the words that gave it. */
function replayed(name: string, more: readonly string[] = []): { file: string; words: string[]; text: string } {
  const words = [...commandOf(name).filter((word) => word !== '--json'), ...more];
  const { stdout } = run([...words, '--json', '--deterministic'], { cwd: join(CASES, name) });
  const file = join(work, `${name}${more.length}.json`);
  writeFileSync(file, stdout);
  return { file, words, text: stdout };
}

/** What is shown, without what says that it comes from a file: in what people read it must be there. */
function unmarked(format: string, shown: string): string {
  const [title, sentence] = ['rendered from a file, nothing verified again: ', /rendered from the report\s+file/];
  if (format === 'json' || format === 'timesketch') return shown;
  if (format === 'text') {
    expect(shown).toMatch(sentence);
    return shown.slice(shown.indexOf('\n\n') + 2);
  }
  expect(shown).toContain(title);
  if (format === 'html') expect(shown).toMatch(sentence);
  return shown
    .replaceAll(title, '')
    .replace(/<li>rendered from the report file .*?nothing was verified again<\/li>\n?/, '');
}

const REPLAYS = readdirSync(CASES).filter((name) => commandOf(name)[0] === 'replay');

describe('report render of a replay', () => {
  it.each([
    'replay-first-seen',
    'replay-held',
    'replay-straddled--holder-undecided',
    'timeline-clock',
    'timeline-bodyfile',
  ])('gives what replay itself writes, in each of its formats: %s', { timeout: 60_000 }, (name) => {
    const { file, words } = replayed(name);
    for (const format of Object.keys(REPLAY_FORMATS)) {
      const direct = run([...words, '--output', format, '--deterministic'], { cwd: join(CASES, name) });
      const shown = run(['report', 'render', file, '--output', format]);
      expect([format, shown.code, shown.stderr]).toEqual([format, 0, '']);
      expect([format, unmarked(format, shown.stdout) === direct.stdout]).toEqual([format, true]);
    }
  });
  it('and with what became known, and of a part of the rows', { timeout: 60_000 }, () => {
    const name = 'replay-held';
    for (const more of [
      ['--known-at', '2026-02-01T13:40:01Z', '--diff'],
      ['--type', 'open'],
    ]) {
      const { file, words } = replayed(name, more);
      const direct = run([...words, '--output', 'text', '--deterministic'], { cwd: join(CASES, name) });
      expect(direct.stdout.length).toBeGreaterThan(100);
      const shown = run(['report', 'render', file]);
      expect([more[0], shown.code, unmarked('text', shown.stdout) === direct.stdout]).toEqual([more[0], 0, true]);
    }
  });
  it('reads every replay that the cases give', { timeout: 120_000 }, () => {
    for (const name of REPLAYS) {
      const { text } = replayed(name);
      if (!text.includes('/replay@v1"')) continue;
      const read = attempt(() => readReplay(JSON.parse(text) as JsonObject, name));
      expect(read.ok ? '' : `${name}: ${read.problem.detail}`).toBe('');
    }
    expect(REPLAYS.length).toBeGreaterThan(15);
  });
  it('shows the report that is in it as junit, sarif, markdown, ndjson and the draft of a certificate', () => {
    const { file } = replayed('replay-held');
    for (const [format, start] of [
      ['junit', '<?xml'],
      ['sarif', '{'],
      ['markdown', '#'],
      ['ndjson', '{'],
      ['provenance', '{'],
    ] as const) {
      const { code, stdout } = run(['report', 'render', file, '--output', format]);
      expect([format, code, stdout.startsWith(start)]).toEqual([format, 0, true]);
    }
    expect(run(['report', 'render', file, '--certificate', '902-14']).code).toBe(0);
    const { file: foreign } = replayed('timeline-bodyfile');
    const { code, stderr } = run(['report', 'render', foreign, '--output', 'junit']);
    expect([code, unwrapped(stderr)]).toEqual([64, expect.stringContaining('nothing is judged')]);
  });
  it('from standard input', () => {
    const { text } = replayed('replay-held');
    expect(run(['report', 'render', '-', '--output', 'svg'], { input: text }).stdout).toMatch(/^<svg|^<\?xml/);
  });
});

/** As JSON: whatever is turned in it. */
// biome-ignore lint/suspicious/noExplicitAny: a document that is to be broken has no type
type Document = any;

describe('what is refused', () => {
  const document = () => JSON.parse(replayed('replay-held').text) as Document;
  const TURNED: readonly (readonly [string, (one: Document) => void, RegExp])[] = [
    ['another time of a row', (one) => (one.rows[1].corrected = '2026-02-30T00:00:00Z'), /no such instant/],
    ['a row of another name', (one) => (one.rows[1].id = '0.77'), /is of no source/],
    ['a row twice', (one) => one.rows.push(one.rows[0]), /two rows have one id/],
    ['a span of no row', (one) => (one.spans[0].from = '9.9'), /no row is called 9\.9/],
    ['a position that is not its own', (one) => (one.rows[0].position = 7), /written again/],
    [
      'a reason that is none',
      (one) => one.rows[0].findings.push({ reason: 'constructor', detail: '' }),
      /a reason that is none/,
    ],
    ['a better verdict in its report', (one) => (one.report.verdict.exitCode = 1), /the report in/],
    ['a member that is unknown', (one) => (one.extra = 1), /no replay of this version/],
    ['a row without a time', (one) => (one.rows[0].times = []), /no replay of this version|no time/],
    ['a source that is none', (one) => (one.anchors[0].log = 12), /no source 12/],
    ['a report that is none', (one) => (one.report = {}), /no replay of this version/],
  ];
  it.each(TURNED)('%s', (_, turn, said) => {
    const one = document();
    turn(one);
    const read = attempt(() => readReplay(one as unknown as JsonObject, 'x'));
    expect(read.ok ? 'read' : read.problem.detail).toMatch(said);
  });
  it('a better verdict than that of its report', () => {
    const one = JSON.parse(replayed('replay-straddled--holder-undecided').text) as Document;
    one.verdict = { decision: 'accept', exitCode: 0, indication: 'TOTAL-PASSED' };
    const read = attempt(() => readReplay(one as JsonObject, 'x'));
    expect(read.ok ? 'read' : read.problem.detail).toMatch(/written again it is another document/);
  });
  it('with exit 4, and never a verdict', () => {
    const one = document();
    one.rows[1].id = '0.77';
    const file = join(work, 'turned.json');
    writeFileSync(file, JSON.stringify(one));
    const { code, stderr } = run(['report', 'render', file]);
    expect([code, unwrapped(stderr)]).toEqual([4, expect.stringContaining('the row 0.77 is of no source')]);
  });
  it('never throws, whatever is turned', () => {
    const text = replayed('replay-held').text;
    // One value after the other, in another's place: every renderer takes what was read, or it is refused.
    const values = [...text.matchAll(/"[^"\\]{0,40}":("[^"\\]{0,60}"|-?[0-9]+|null|true|false)/g)];
    let read = 0;
    for (let i = 0; i < values.length; i += Math.ceil(values.length / 150)) {
      const match = values[i]!;
      const start = match.index + match[0].length - match[1]!.length;
      const other = values[(i * 7 + 3) % values.length]![1]!;
      const turned = text.slice(0, start) + other + text.slice(start + match[1]!.length);
      const result = attempt(() => readReplay(JSON.parse(turned) as JsonObject, 'x'));
      if (!result.ok) continue;
      read++;
      for (const { render } of Object.values(REPLAY_FORMATS)) render(result.value, { verbose: true });
    }
    expect(read).toBeGreaterThan(5);
  });
  it('what this tool writes besides, by its name', () => {
    const file = join(work, 'doctor.json');
    writeFileSync(file, run(['doctor', '--json']).stdout);
    const { code, stderr } = run(['report', 'render', file]);
    expect([code, unwrapped(stderr)]).toEqual([
      4,
      expect.stringContaining('of the format forensic-verify/doctor@v1, and no report'),
    ]);
  });
  it('formats of a timeline, of a report that has none', () => {
    const name = 'custody-anchored';
    const file = join(work, 'report.json');
    writeFileSync(file, run([...commandOf(name), '--json', '--deterministic'], { cwd: join(CASES, name) }).stdout);
    const { code, stderr } = run(['report', 'render', file, '--output', 'svg']);
    expect([code, unwrapped(stderr)]).toEqual([64, expect.stringContaining('is for what replay --json writes')]);
  });
});
