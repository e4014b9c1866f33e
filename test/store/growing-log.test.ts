// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { GrowingLog } from '../../src/store/growing-log.ts';
import { Lock, type Owner } from '../../src/store/lock.ts';
import { StoreError } from '../../src/store/new-file.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fv-store-'));
  path = join(folder, 'a.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
describe('a log that grows', () => {
  it('by whole lines, and leaves nothing beside itself', () => {
    for (const line of ['one', 'two']) new GrowingLog(path).append(encodeUtf8(line));
    expect(text()).toBe('one\ntwo\n');
    expect(existsSync(`${path}.pending`)).toBe(false);
  });

  it('takes no line that is none, or that is too long', () => {
    const log = new GrowingLog(path);
    expect(() => log.append(encodeUtf8('a\nb'))).toThrow(StoreError);
    expect(() => log.append(new Uint8Array(1024 * 1024 + 1).fill(97))).toThrow(StoreError);
    expect(existsSync(path)).toBe(false);
  });

  it('is a regular file and no link', () => {
    writeFileSync(join(folder, 'other'), '');
    symlinkSync('other', path);
    expect(() => new GrowingLog(path).append(encodeUtf8('one'))).toThrow(/symbolic link/);
    mkdirSync(join(folder, 'dir'));
    expect(() => new GrowingLog(join(folder, 'dir')).append(encodeUtf8('one'))).toThrow(/no regular file/);
    symlinkSync('other', join(folder, 'b.pending'));
    expect(() => new GrowingLog(join(folder, 'b'))).toThrow(/symbolic link/);
  });

  /** What a writer leaves that is stopped after so many octets of pending file and log. */
  function stopped(line: string, inPending: number, inLog: number): void {
    const whole = `${line}\n`;
    writeFileSync(path, `zero\n${whole.slice(0, inLog)}`);
    const head = `{"format":"forensic-verify/pending-line@v1","offset":5,"sha256":"${sha256(whole)}","size":${whole.length}}\n`;
    writeFileSync(`${path}.pending`, `${head}${whole}`.slice(0, inPending));
  }

  it('is finished or left as it was, wherever its writer was stopped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,40}$/), fc.nat(200), fc.nat(41), (line, inPending, inLog) => {
        rmSync(`${path}.pending`, { force: true });
        const full = 5 + line.length;
        stopped(line, 10_000, Math.min(inLog, line.length + 1));
        const log = new GrowingLog(path);
        log.finish();
        expect(text()).toBe(`zero\n${line}\n`);
        expect(new GrowingLog(path).pending).toBe(null);
        stopped(line, Math.min(inPending, 120), 0);
        const early = new GrowingLog(path);
        expect([early.pending, early.notices.length, text()]).toEqual([null, 1, 'zero\n']);
        expect(full).toBeGreaterThan(5);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused where what was left is of another state of it', () => {
    stopped('line', 10_000, 2);
    writeFileSync(path, 'zero\nlX');
    expect(() => new GrowingLog(path)).toThrow(/is not of the log as it stands/);
    writeFileSync(path, 'zero\nline\nmore\n');
    expect(() => new GrowingLog(path)).toThrow(/is not of the log as it stands/);
    writeFileSync(path, 'ze');
    expect(() => new GrowingLog(path)).toThrow(/is not of the log as it stands/);
    expect(text()).toBe('ze');
  });

  it('is not appended to where somebody without the lock has written', () => {
    stopped('line', 10_000, 0);
    const log = new GrowingLog(path);
    writeFileSync(path, 'zero\nother\n');
    expect(() => log.finish()).toThrow(/does not hold its lock/);
    expect(text()).toBe('zero\nother\n');
  });
});

describe('a lock', () => {
  const owner = (pid: number): Owner => ({ pid, start: String(pid), boot: 'b', host: 'h' });
  const processes = (pid: number, alive: readonly number[], onSleep: () => void = () => {}) => ({
    self: owner(pid),
    isAlive: ({ pid: one }: Owner) => alive.includes(one),
    sleep: onSleep,
  });

  it('is had by one, and by the next when it is released', () => {
    const lock = Lock.take(path, processes(1, [1, 2]), 0);
    expect(() => Lock.take(path, processes(2, [1, 2]), 0)).toThrow(/process 1 on h/);
    let waited = 0;
    const next = Lock.take(
      path,
      processes(2, [1, 2], () => (++waited === 3 ? lock.release() : undefined)),
      1000,
    );
    expect(waited).toBe(3);
    next.release();
    next.release();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('of the dead is taken over, and that is said', () => {
    Lock.take(path, processes(1, [1]), 0);
    const lock = Lock.take(path, processes(2, [2]), 0);
    expect(lock.notices).toEqual(['the lock of process 1 on h, which has ended, was taken over']);
  });

  it('is not taken over by two: who finds a guard steps back, and never removes a new lock', () => {
    Lock.take(path, processes(1, [1]), 0);
    // Another is about to take it over: his guard is there.
    writeFileSync(`${path}.lock.3-3.takes-over`, '');
    let sleeps = 0;
    const stepsBack = processes(2, [2, 3], () => {
      // He has it, and works.
      if (++sleeps !== 1) return;
      rmSync(`${path}.lock`);
      Lock.take(path, processes(3, [3]), 0);
      rmSync(`${path}.lock.3-3.takes-over`, { force: true });
    });
    expect(() => Lock.take(path, stepsBack, 100)).toThrow(/process 3 on h/);
    expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ pid: 3 });
  });

  it('that is no lock of this tool is left alone', () => {
    for (const content of ['', '{}', 'null', '[]', '{"format":"forensic-verify/lock@v1","pid":"1"}']) {
      writeFileSync(`${path}.lock`, content);
      expect(() => Lock.take(path, processes(2, [2]), 0)).toThrow(/no lock of this tool/);
    }
  });
});

function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
