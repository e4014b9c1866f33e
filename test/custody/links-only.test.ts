// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { followLinks } from '../../src/verify/links-only.ts';
import { bytesSource, verifyTimeline } from '../../src/verify/timeline.ts';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { alice, closed, holding } from './people.ts';
import { ASKED, fileOf, longLog } from './support.ts';

const CASES = join(PROJECT, 'fixtures/cases');

function links(file: Uint8Array, expectHead: string | null = null) {
  return followLinks({ source: bytesSource('custody.jsonl', file), notes: [], tokens: [], expectHead }, nativeEngine);
}

/** What is found of numbers and links, each place of it. */
function found({ checks }: ReturnType<typeof links>) {
  return checks.flatMap((check) =>
    (check.id === 'custody.links' || check.id === 'custody.sequence') && check.outcome !== 'passed'
      ? [check.outcome === 'skipped' ? 'skipped' : `${check.id} ${check.reason} ${check.at.pointer} ${check.detail}`]
      : [],
  );
}

function whole(file: Uint8Array) {
  return verifyTimeline(bytesSource('custody.jsonl', file), ASKED).item;
}

describe('a log whose links alone are followed', () => {
  const log = longLog();

  it('has the same root, head, numbers and links as one that is verified', () => {
    const [alone, all] = [links(log.file()), whole(log.file())];
    expect(found(alone)).toEqual([]);
    for (const name of ['lines', 'head', 'root', 'origin', 'case', 'closed'] as const)
      expect(alone.custody![name]).toEqual(all.custody![name]);
  });

  it('is told the same of whatever was done to its lines', () => {
    const files = readdirSync(CASES)
      .filter((name) => name.startsWith('custody-'))
      .map((name) => join(CASES, name, 'custody.jsonl'))
      .filter((path) => existsSync(path));
    expect(files.length).toBeGreaterThan(100);
    for (const path of files) {
      const file = readFileSync(path);
      expect(found(links(file)), path).toEqual(found(whole(file)));
    }
    const edits = fc.array(fc.tuple(fc.nat(2), fc.nat(29), fc.nat(29)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, (all) => {
        const lines = [...log.lines];
        for (const [kind, at, to] of all) {
          const line = lines[at % lines.length]!;
          if (kind === 0) lines.splice(at % lines.length, 1);
          else if (kind === 1) lines.splice(to, 0, line);
          else [lines[at % lines.length], lines[to % lines.length]] = [lines[to % lines.length]!, line];
        }
        const file = fileOf(lines);
        expect(found(links(file))).toEqual(found(whole(file)));
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('shows any octet that is another one, by its number, the link behind it, or the head', () => {
    const file = log.file();
    const head = log.head()!;
    for (let at = 0; at < file.length; at += 211) {
      const other = file.slice();
      other[at]! ^= 1;
      const asked: readonly string[] = ['custody.format', 'custody.links', 'custody.sequence', 'custody.tail'];
      const bad = links(other, head).checks.some(
        ({ id, outcome }) => asked.includes(id) && (outcome === 'failed' || outcome === 'indeterminate'),
      );
      expect(bad, `octet ${at}`).toBe(true);
    }
  });

  it('is never a pass: nobody has signed, and who has closed it was not asked', () => {
    const { checks } = links(closed(holding()).file());
    const reasons = checks.flatMap((check) => (check.outcome === 'indeterminate' ? [check.reason] : []));
    expect(reasons).toEqual(['custody-links-only', 'custody-end-open']);
    // All that rests on signatures is skipped for that.
    expect(checks.filter(({ outcome }) => outcome === 'skipped')).toHaveLength(20);
    expect(links(new Uint8Array(0)).checks.map(({ outcome }) => outcome)).toContain('indeterminate');
  });

  it('is told at which line the expected head stands', () => {
    const early = links(log.file(), log.hashOf(4).slice('sha256:'.length));
    const tail = early.checks.find(({ id }) => id === 'custody.tail');
    expect(tail).toMatchObject({ reason: 'custody-head-mismatch' });
    expect(tail).toMatchObject({ detail: expect.stringContaining('line 5 of') });
    const good = links(log.file(), log.head()).checks.find(({ id }) => id === 'custody.tail');
    expect(good!.outcome).toBe('passed');
  });

  it('tells a torn tail, and lines that are none', () => {
    const torn = links(new Uint8Array([...log.file(), 0x7b]));
    expect(torn.checks.find(({ id }) => id === 'custody.format')).toMatchObject({ reason: 'torn-tail' });
    const blank = links(fileOf([log.lines[0]!, new Uint8Array(0), log.lines[1]!]));
    expect(blank.checks.find(({ id }) => id === 'custody.format')).toMatchObject({ outcome: 'failed' });
  });

  it('is asked for by --links-only, loudly, and by nothing that rests on a signature', () => {
    const path = join(CASES, 'custody-hand-off/custody.jsonl');
    const at = ['--at', '2026-03-01T00:00:00Z'];
    const json = runJson(['custody', 'verify', path, '--links-only', '--workers', '2', ...at]);
    expect([json.code, json.reasons]).toEqual([3, ['custody-links-only', 'custody-end-open']]);
    expect(json.stdout).toContain('"weakenings":["--links-only: ');
    const refused = run(['custody', 'verify', path, '--links-only', '--known-at', '2026-03-01T00:00:00Z', ...at]);
    expect([refused.code, refused.stderr]).toEqual([64, expect.stringContaining('--known-at')]);
  });
});

it('a correction is compared with the line that it names, once all lines are there', () => {
  const target = (seq: number, line: string) => ({ target: { seq, line } });
  const log = holding().add({ type: 'note', by: alice });
  const good = log.hashOf(1);
  log.add({ type: 'correct', by: alice, more: { ...target(1, good), note: 'spelt wrongly' } });
  log.add({ type: 'correct', by: alice, more: { ...target(1, log.hashOf(2)), note: 'another' } });
  log.add({ type: 'correct', by: alice, more: { ...target(0, log.hashOf(0)), note: 'the first' } });
  log.add({ type: 'correct', by: alice, more: { ...target(9, good), note: 'none' } });
  const places = whole(log.file()).checks.flatMap((check) =>
    check.id === 'custody.correction' && check.outcome === 'failed' ? [`${check.reason} ${check.at.pointer}`] : [],
  );
  expect(places).toEqual(['custody-correction-target /4', 'custody-correction-target /6']);
});
