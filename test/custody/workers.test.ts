// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { CustodyCrew } from '../../src/verify/custody-crew.ts';
import { bytesSource, verifyTimeline } from '../../src/verify/timeline.ts';
import { alice, bob, disk, erin, holding } from './people.ts';
import { ASKED, fileOf, reasonsOf } from './support.ts';

/** Beyond what the first thread does by itself. */
const LINES = 7000;
const log = holding();
for (let i = 0; log.lines.length < LINES; i++) {
  const by = [alice, bob, erin][i % 3]!;
  const signers = i % 100 === 7 ? [by.key, (by === alice ? bob : alice).key] : [by.key];
  log.add({ type: 'note', by, signers, ...(i % 50 === 3 ? { objects: [disk()] } : {}) });
}
const entry = { file: new URL('../../src/main.ts', import.meta.url) };

/** The item, and how many signatures this thread has verified. */
async function judged(file: Bytes, workers: number) {
  let own = 0;
  const engine: Engine = {
    ...nativeEngine,
    verify: (...asked) => {
      own++;
      return nativeEngine.verify(...asked);
    },
  };
  const crew = workers === 0 ? null : new CustodyCrew({ workers, entry }, 'native');
  const source = bytesSource('custody.jsonl', file);
  try {
    const found = verifyTimeline(crew?.ahead(source) ?? source, { ...ASKED, engine });
    return { item: found.item, reasons: reasonsOf(found), own };
  } finally {
    await crew?.end();
  }
}

describe('a long log on several threads', () => {
  it('comes to the same, whatever the number of threads, and most of it elsewhere', { timeout: 120_000 }, async () => {
    const alone = await judged(log.file(), 0);
    expect(alone.reasons).toEqual(['custody-end-open']);
    expect(alone.own).toBeGreaterThan(LINES);
    for (const workers of [1, 3]) {
      const together = await judged(log.file(), workers);
      expect(together.item).toEqual(alone.item);
      expect(together.own).toBeLessThan(4300);
    }
  });

  it('finds the same in a log with bad lines late in it', { timeout: 120_000 }, async () => {
    const lines = [...log.lines];
    const changed = Uint8Array.from(lines[6000]!);
    const at = new TextDecoder().decode(changed).lastIndexOf('"sig":"') + 20;
    changed[at] = changed[at] === 0x41 ? 0x42 : 0x41;
    lines[6000] = changed;
    lines[6500] = new TextEncoder().encode('no line');
    lines[6600] = new Uint8Array(2 * 1024 * 1024).fill(0x41);
    for (const file of [fileOf(lines), log.file().subarray(0, -3)]) {
      const alone = await judged(file, 0);
      expect((await judged(file, 2)).item).toEqual(alone.item);
    }
    expect((await judged(fileOf(lines), 2)).reasons).toContain('signature-mismatch');
  });

  it('of keys that come up late, the first signatures are verified here', { timeout: 120_000 }, async () => {
    const late = holding();
    while (late.lines.length < 5000) late.add({ type: 'note', by: alice });
    while (late.lines.length < 7000) late.add({ type: 'note', by: bob });
    const alone = await judged(late.file(), 0);
    const together = await judged(late.file(), 2);
    expect(together.item).toEqual(alone.item);
    expect(together.own).toBeLessThan(7000);
  });
});
