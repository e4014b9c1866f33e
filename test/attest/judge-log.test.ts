// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { alice, bob, holding } from '../../scripts/mint/cases/custody-common.ts';
import type { CustodyLog } from '../../scripts/mint/custody.ts';
import { type JudgedLog, judgeLog, type LineSource, whatChanges } from '../../src/attest/judge-event.ts';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { ASKED, longLog, verify } from '../custody/support.ts';

const sourceOf = (lines: readonly Bytes[]): LineSource => ({
  name: 'custody.jsonl',
  each: (line) => {
    for (const bytes of lines) line(bytes);
    return { ok: true, value: { torn: 0 } };
  },
});

function counting(): Engine & { calls: number } {
  const engine = {
    ...nativeEngine,
    calls: 0,
    verify: (...asked: Parameters<Engine['verify']>) => {
      engine.calls++;
      return nativeEngine.verify(...asked);
    },
  };
  return engine;
}

function judged(lines: readonly Bytes[], more: readonly Bytes[], engine: Engine, before: JudgedLog | null): JudgedLog {
  const result = judgeLog(sourceOf(lines), more, { ...ASKED, engine }, before);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/** The last line as the one that is to be written. */
function written(log: CustodyLog) {
  const [lines, line] = [log.lines.slice(0, -1), log.lines.slice(-1)];
  const engine = counting();
  const before = judged(lines, [], engine, null);
  const first = engine.calls;
  const after = judged(lines, line, engine, before);
  return { before, after, first, second: engine.calls - first };
}

describe('a log, judged without a new line and with it', () => {
  it('is judged as its reader judges it', () => {
    const told = holding().add({ type: 'note', by: alice, more: { note: 'taken in room 4' } });
    const logs = [
      longLog(),
      told.add({ type: 'redact', by: bob, more: { target: { seq: 2, line: told.hashOf(2) } } }),
      holding().add({ type: 'correct', by: alice, more: { target: { seq: 1, line: `sha256:${'00'.repeat(32)}` } } }),
    ];
    for (const log of logs) {
      const { after } = written(log);
      expect(after.checks).toEqual(verify(log.file()).chain!.checks);
    }
  });

  it('is found to be wrong where the new line corrects what it may not', () => {
    const log = holding().add({ type: 'note', by: alice, more: { note: 'taken in room 4' } });
    log.add({ type: 'redact', by: bob, more: { target: { seq: 2, line: log.hashOf(2) } } });
    const { before, after } = written(log);
    expect(whatChanges(before.checks, after.checks).refused.map(({ reason }) => reason)).toEqual([
      'custody-correction-foreign',
    ]);
  });

  it('has each of its signatures verified once', () => {
    const { first, second } = written(longLog());
    expect([first, second]).toEqual([29, 1]);
  });

  it('has those of lines that have changed in between verified again', () => {
    const { lines } = longLog();
    const engine = counting();
    const before = judged(lines, [], engine, null);
    const changed = lines.map((line, i) => (i === 7 ? lines[8]! : line));
    const known = judged(changed, [], engine, before);
    expect(known.checks).toEqual(judged(changed, [], engine, null).checks);
    expect(known.checks.some(({ outcome }) => outcome === 'failed')).toBe(true);
  });
});
