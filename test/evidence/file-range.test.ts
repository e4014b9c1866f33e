// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/encoding/limits.ts';
import { RangeReader } from '../../src/evidence/file-range.ts';

/** What the reader takes at once, and more: a range past it is never in what was read ahead. */
const FAR = 1024 * 1024;

let folder = '';
let reader = new RangeReader();
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fv-range-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  reader = new RangeReader();
});
afterEach(() => reader.close());

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  // Long ago: whatever happens to it next has another time, however coarse the clock of the file system.
  utimesSync(at(name), 1, 1);
  return at(name);
}

function read(path: string, offset: number, length: number): string {
  const result = reader.read({ path, offset, length });
  return result.ok ? Buffer.from(result.value).toString('latin1') : result.problem.reason;
}

/** The time of a change is that of the last tick, some milliseconds. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
}

describe('a range', () => {
  it('is the bytes between its borders and nothing of its neighbours', () => {
    const path = file('plain', 'one\ntwo\nthree');
    expect([read(path, 0, 3), read(path, 4, 3), read(path, 8, 5)]).toEqual(['one', 'two', 'three']);
    expect([read(path, 2, 4), read(path, 1, 1), read(path, 0, 13)]).toEqual(['e\ntw', 'n', 'one\ntwo\nthree']);
  });
  it('keeps line ends, empty lines and broken characters as they are', () => {
    const path = file('lines', 'a\r\n\r\n\n\u00e9\n');
    expect(read(path, 0, 3)).toBe('a\r\n');
    expect(read(path, 0, 2)).toBe('a\r');
    expect(read(path, 3, 2)).toBe('\r\n');
    expect(read(path, 5, 1)).toBe('\n');
    expect(read(path, 6, 1)).toBe('\xc3');
    expect(read(path, 7, 2)).toBe('\xa9\n');
  });
  it('may be empty wherever the file is, its very end included', () => {
    const path = file('some', 'abc');
    for (const offset of [0, 1, 3]) expect(reader.read({ path, offset, length: 0 })).toMatchObject({ ok: true });
    expect(reader.read({ path: file('none', ''), offset: 0, length: 0 })).toMatchObject({ ok: true });
  });
  it('of an empty file has no byte', () => {
    expect(read(file('none', ''), 0, 1)).toBe('input-changed');
  });
  it.each([
    ['past the end by one', 0, 4],
    ['from the end', 3, 1],
    ['behind the end', 4, 1],
    ['behind the end, and empty', 4, 0],
    ['far behind the end', FAR, 5],
    ['at the last offset there is', Number.MAX_SAFE_INTEGER, 2],
  ])('%s is input-changed, never a shorter one', (_, offset, length) => {
    const path = file('short', 'abc');
    expect(read(path, offset, length)).toBe('input-changed');
    expect(read(path, 0, 3)).toBe('abc');
    expect(read(path, offset, length)).toBe('input-changed');
  });
  it.each([
    [-1, 1],
    [0, -1],
    [0.5, 1],
    [0, 1.5],
    [Number.NaN, 1],
    [0, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [0, Number.POSITIVE_INFINITY],
    [2 ** 53, 1],
  ])('from %d, %d long, is none', (offset, length) => {
    expect(read(file('short', 'abc'), offset, length)).toBe('input-unreadable');
  });
  it('has the length of an artifact in memory at most, and is not read where it is longer', () => {
    const path = file('sparse', '');
    truncateSync(path, LIMITS.artifactInMemory + 1);
    expect(read(path, 0, LIMITS.artifactInMemory + 1)).toBe('limit-exceeded');
    expect(reader.read({ path, offset: 1, length: LIMITS.artifactInMemory })).toMatchObject({ ok: true });
    expect(read(at('nowhere'), 0, LIMITS.artifactInMemory + 1)).toBe('limit-exceeded');
  });
  it('is never overwritten by a later one', () => {
    const path = file('long', Buffer.alloc(2 * FAR, 'a').fill('b', FAR));
    const first = reader.read({ path, offset: 0, length: 4 });
    read(path, FAR, 4);
    read(file('other', 'zzzz'), 0, 4);
    expect(first.ok && Buffer.from(first.value).toString()).toBe('aaaa');
  });
  it('is what the file holds there, whatever was read before (property)', () => {
    const bytes = Buffer.alloc(FAR + 77);
    for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 2654435761) >>> 24;
    const path = file('property', bytes);
    const place = fc.oneof(
      fc.integer({ min: 0, max: bytes.length + 9 }),
      fc.integer({ min: bytes.length - 9, max: bytes.length + 9 }),
      fc.integer({ min: 256 * 1024 - 9, max: 256 * 1024 + 9 }),
    );
    const range = fc.record({ offset: place, length: fc.oneof(fc.integer({ min: 0, max: 99 }), place) });
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), (ranges) => {
        const one = new RangeReader();
        for (const { offset, length } of ranges) {
          const result = one.read({ path, offset, length });
          const inside = offset + length <= bytes.length;
          const fits = result.ok
            ? inside && Buffer.compare(result.value, bytes.subarray(offset, offset + length)) === 0
            : !inside && result.problem.reason === 'input-changed';
          if (!fits) throw new Error(`${offset} ${length}`);
        }
        one.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('what cannot be read', () => {
  it('is told, and the next file is read all the same', () => {
    const path = file('good', 'good');
    mkdirSync(at('folder'));
    execFileSync('mkfifo', [at('fifo')]);
    symlinkSync(at('loop'), at('loop'));
    for (const [bad, reason] of [
      [at('missing'), 'input-missing'],
      [join(path, 'below'), 'input-missing'],
      ['a\0b', 'input-missing'],
      [at('folder'), 'input-unreadable'],
      [at('fifo'), 'input-unreadable'],
      ['/dev/zero', 'input-unreadable'],
      [at('loop'), 'input-unreadable'],
      [at('x'.repeat(300)), 'input-unreadable'],
    ] as const) {
      expect(read(bad, 0, 1), bad).toBe(reason);
      expect(read(path, 0, 4)).toBe('good');
    }
  });
  it.skipIf(process.getuid?.() === 0)('includes what is forbidden', () => {
    const path = file('forbidden', 'x');
    chmodSync(path, 0);
    expect(read(path, 0, 1)).toBe('input-unreadable');
  });
  it('is not answered from the file before', () => {
    const path = file('before', 'before');
    expect(read(path, 0, 6)).toBe('before');
    expect(read(at('after'), 0, 6)).toBe('input-missing');
    rmSync(path);
    expect(read(path, 0, 6)).toBe('input-missing');
  });
});

describe('a file that changes while it is open', () => {
  const content = () => Buffer.alloc(2 * FAR, 'a');
  it.each<[string, (path: string) => void]>([
    ['shrinks', (path) => truncateSync(path, FAR + 2)],
    ['is emptied', (path) => truncateSync(path, 0)],
    ['grows', (path) => appendFileSync(path, 'x')],
    ['is written anew, as long as before', (path) => writeFileSync(path, content().fill('b'))],
    ['is replaced by another', (path) => renameSync(file('another', content().fill('b')), path)],
    ['is touched', (path) => utimesSync(path, 2, 2)],
  ])('and %s, is no longer read', (_, change) => {
    const path = file('changing', content());
    expect(read(path, 0, 4)).toBe('aaaa');
    pause();
    change(path);
    expect(read(path, FAR, 4)).toBe('input-changed');
    expect(read(path, FAR, 4), 'again').toBe('input-changed');
  });
  it('never gives a mixture: what was read ahead is of the file as it was opened', () => {
    const path = file('mixed', 'aaaa');
    expect(read(path, 0, 2)).toBe('aa');
    writeFileSync(path, 'bbbb');
    expect(read(path, 0, 4)).toBe('aaaa');
    reader.close();
    expect(read(path, 0, 4)).toBe('bbbb');
  });
  it('has no bytes past the end that it had', () => {
    const path = file('appended', 'abc');
    expect(read(path, 0, 3)).toBe('abc');
    appendFileSync(path, 'def');
    expect(read(path, 3, 3)).toBe('input-changed');
    expect(read(path, 0, 6)).toBe('input-changed');
  });
});

describe('close', () => {
  it('may be asked for at any time, and the reader goes on', () => {
    const path = file('closed', 'abc');
    reader.close();
    reader.close();
    expect(read(path, 0, 3)).toBe('abc');
    reader.close();
    expect(read(path, 1, 2)).toBe('bc');
  });
  it.skipIf(process.platform !== 'linux')('and every other file leave no descriptor behind', () => {
    const path = file('held', 'abc');
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
        } catch {
          return false;
        }
      }).length;
    read(path, 0, 3);
    expect(held()).toBe(1);
    read(file('held-next', 'abc'), 0, 3);
    expect(held()).toBe(1);
    read(folder, 0, 1);
    expect(held()).toBe(0);
    read(path, 0, 3);
    read(path, 99, 3);
    reader.close();
    expect(held()).toBe(0);
  });
});
