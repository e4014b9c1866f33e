// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY, type Run, run, unwrapped } from '../support/cli.ts';
import { appending, desk, linesIn, opening, verifyWords, write } from '../support/writer.ts';
import { describeBinary, killedAt, STRACE } from './support.ts';

const LOG = 'a.jsonl';
const NOTE = appending(1, 'note', ['--note', 'one']);
const NEXT = appending(2, 'note', ['--note', 'another']);

/** A desk with an open log. */
function opened(): string {
  const folder = desk();
  expect(write(folder, opening(), { binary: true }).code).toBe(0);
  return folder;
}

/** What a reader says of the log as it is: reasons of what did not pass. */
function reasonsIn(folder: string): string[] {
  const { stdout } = write(folder, verifyWords(LOG, ['--json']), { binary: true });
  const { items } = JSON.parse(stdout) as { items: { checks: { outcome: string; reason?: string }[] }[] };
  return items
    .flatMap(({ checks }) => checks)
    .flatMap(({ outcome, reason }) => (outcome === 'passed' ? [] : [reason!]));
}

function left(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(`${LOG}.`));
}

describeBinary('a writer that is killed', () => {
  it.each([
    ['write', []],
    ['link', []],
    ['unlink', []],
    ['openat', [LOG, `${LOG}.pending`]],
  ] as const)(
    'at any %s leaves whole lines, and the next one goes on',
    (call, paths) => {
      let kills = 0;
      for (let nth = 1; nth < 20; nth++) {
        const folder = opened();
        if (!killedAt(folder, call, nth, paths, NOTE)) break;
        kills++;
        const between = reasonsIn(folder);
        expect(between.filter((reason) => reason !== 'custody-end-open')).toEqual([]);
        const before = linesIn(folder).length;
        const next = write(folder, NEXT, { binary: true });
        expect(next.code).toBe(0);
        const notes = linesIn(folder).length - before;
        if (notes > 1) expect(unwrapped(next.stderr)).toContain('event 1 was finished');
        expect(reasonsIn(folder)).toEqual(['custody-end-open']);
        expect(left(folder)).toEqual([]);
      }
      expect(kills).toBeGreaterThan(0);
    },
    300_000,
  );

  it('when it opens the log leaves one that can be opened, or is', () => {
    for (let nth = 1; nth < 20; nth++) {
      const folder = desk();
      if (!killedAt(folder, 'write', nth, [], opening())) break;
      const again = write(folder, opening(), { binary: true });
      expect([0, 64]).toContain(again.code);
      expect(linesIn(folder)).toHaveLength(1);
      expect(reasonsIn(folder)).toEqual(['custody-end-open']);
    }
  }, 300_000);
}, [STRACE]);

describeBinary('a line of which half is written', () => {
  /** Files may grow to the next KiB beyond the log, and no line is as short as that: the system writes what fits, and kills the writer. */
  function cutShort(folder: string, log: string, words: readonly string[]): Run {
    const blocks = kibibytes(folder, log);
    const run = spawnSync(
      '/bin/bash',
      ['-c', `ulimit -c 0; ulimit -f ${blocks}; exec "$@"`, 'bash', BINARY, ...words],
      {
        cwd: folder,
        env: {},
        encoding: 'utf8',
      },
    );
    return { code: run.status, signal: run.signal, stdout: run.stdout, stderr: run.stderr };
  }

  function kibibytes(folder: string, log: string): number {
    return Math.floor(readFileSync(join(folder, log)).length / 1024) + 1;
  }

  /** A log whose next line does not fit, while the pending file does. */
  function torn(): string {
    const folder = opened();
    const full = kibibytes(folder, LOG) * 1024;
    expect(cutShort(folder, LOG, NOTE).code).not.toBe(0);
    expect(readFileSync(join(folder, LOG)).length).toBe(full);
    expect(left(folder)).toContain(`${LOG}.pending`);
    return folder;
  }

  it('is a torn tail to a reader, and is finished by the next writer', () => {
    const folder = torn();
    expect(reasonsIn(folder)).toContain('torn-tail');
    const next = write(folder, NEXT, { binary: true });
    expect(next.code).toBe(0);
    expect(unwrapped(next.stderr)).toContain('a writer was stopped in the middle of its line: event 1 was finished');
    expect(linesIn(folder)).toHaveLength(3);
    expect(reasonsIn(folder)).toEqual(['custody-end-open']);
    expect(left(folder)).toEqual([]);
  });

  it('and of which only the end is missing, too', () => {
    const folder = torn();
    expect(write(folder, NEXT, { binary: true }).code).toBe(0);
    const whole = readFileSync(join(folder, LOG));
    const again = torn();
    const second = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1);
    writeFileSync(join(again, LOG), whole.subarray(0, second));
    expect(write(again, NEXT, { binary: true }).code).toBe(0);
    expect(readFileSync(join(again, LOG)).equals(whole)).toBe(true);
  });

  it('is left alone where nobody knows what it was to be', () => {
    const folder = opened();
    writeFileSync(join(folder, LOG), `${readFileSync(join(folder, LOG), 'utf8')}{"payload":"eyJ`);
    const before = readFileSync(join(folder, LOG), 'utf8');
    const refused = write(folder, NOTE, { binary: true });
    expect(refused.code).toBe(74);
    expect(unwrapped(refused.stderr)).toContain('octets stand after the last line feed');
    expect(readFileSync(join(folder, LOG), 'utf8')).toBe(before);
  });

  it('is left alone where it is not the beginning of the pending line', () => {
    const folder = torn();
    const bytes = readFileSync(join(folder, LOG));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(folder, LOG), bytes);
    const refused = write(folder, NEXT, { binary: true });
    expect(refused.code).toBe(74);
    expect(unwrapped(refused.stderr)).toContain('is not of the log as it stands');
    expect(readFileSync(join(folder, LOG)).equals(bytes)).toBe(true);
  });

  it('is not finished where the pending line would not verify', () => {
    const folder = opened();
    const other = opened();
    expect(write(other, opening('b.jsonl', ['--location', 'elsewhere']), { binary: true }).code).toBe(0);
    const foreign = cutShort(other, 'b.jsonl', [...NOTE.map((word) => (word === LOG ? 'b.jsonl' : word))]);
    expect(foreign.code).not.toBe(0);
    // A line of another log, with the offset that fits this one.
    const pending = readFileSync(join(other, 'b.jsonl.pending'), 'utf8');
    const size = readFileSync(join(folder, LOG)).length;
    writeFileSync(join(folder, `${LOG}.pending`), pending.replace(/"offset":[0-9]+/, `"offset":${size}`));
    const refused = write(folder, NEXT, { binary: true });
    expect(refused.code).toBe(74);
    expect(unwrapped(refused.stderr)).toContain('custody-link-mismatch');
    expect(linesIn(folder)).toHaveLength(1);
  });

  it('is dropped where it was not yet whole beside the log', () => {
    const folder = torn();
    const pending = join(folder, `${LOG}.pending`);
    truncateSync(pending, 400);
    truncateSync(join(folder, LOG), linesIn(folder)[0]!.length + 1);
    const next = write(folder, NEXT, { binary: true });
    expect(unwrapped(next.stderr)).toContain('what it left was dropped');
    expect([next.code, linesIn(folder).length, left(folder)]).toEqual([0, 2, []]);
  });
});

describeBinary('a writer whose words cannot be heard', () => {
  it('writes nothing', () => {
    const folder = opened();
    const deaf = spawnSync('/bin/bash', ['-c', 'exec "$@" >&-', 'bash', BINARY, ...NOTE], {
      cwd: folder,
      env: {},
      encoding: 'utf8',
    });
    expect([deaf.status, unwrapped(deaf.stderr)]).toEqual([74, expect.stringContaining('standard output was closed')]);
    expect([linesIn(folder).length, left(folder)]).toEqual([1, []]);
  });
});

describeBinary('several writers', () => {
  function start(folder: string, words: readonly string[]): Promise<{ code: number | null; stderr: string }> {
    return new Promise((resolve) => {
      const child = spawn(BINARY, [...words], { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
      let stderr = '';
      child.stdout.resume();
      child.stderr.on('data', (data) => {
        stderr += data;
      });
      child.on('close', (code) => resolve({ code, stderr }));
    });
  }

  it('two at once of 20 events each write 40 that follow each other', async () => {
    const folder = opened();
    const writer = async (who: string): Promise<void> => {
      for (let i = 0; i < 20; i++) {
        const words = appending(1, 'note', ['--note', `${who} ${i}`, '--wait', '60s']);
        expect(await start(folder, words)).toEqual({ code: 0, stderr: '' });
      }
    };
    await Promise.all([writer('one'), writer('two')]);
    expect(linesIn(folder)).toHaveLength(41);
    expect(reasonsIn(folder)).toEqual(['custody-end-open']);
    expect(left(folder)).toEqual([]);
  }, 300_000);

  it('six at once that read the clock tell times that do not run back', async () => {
    const folder = opened();
    const now = (i: number) => appending(1, 'note', ['--note', `${i}`, '--wait', '60s']).filter(isNoTime);
    const ended = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => start(folder, now(i))));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    const told = run(verifyWords().filter(isNoTime), { cwd: folder, binary: true });
    expect({ code: told.code, order: told.stdout.includes('custody-time-order') }).toEqual({ code: 1, order: false });
  }, 120_000);

  const dead = (owner: object): string =>
    `${JSON.stringify({ boot: '', format: 'forensic-verify/lock@v1', host: hostname(), pid: 1, start: '1', ...owner })}\n`;

  it('take over the lock of one who has died, and only one of them does', async () => {
    const folder = opened();
    writeFileSync(join(folder, `${LOG}.lock`), dead({ pid: 4_000_000 }));
    writeFileSync(join(folder, `${LOG}.lock.4000001-1.takes-over`), '');
    const notes = [0, 1, 2, 3].map((i) => start(folder, appending(1, 'note', ['--note', `${i}`, '--wait', '60s'])));
    const ended = await Promise.all(notes);
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(ended.filter(({ stderr }) => unwrapped(stderr).includes('process 4000000')).length).toBe(1);
    expect(linesIn(folder)).toHaveLength(5);
    expect(reasonsIn(folder)).toEqual(['custody-end-open']);
    expect(left(folder)).toEqual([]);
  }, 120_000);

  it('a process that only has the number of one who has died is not taken for him', () => {
    const folder = opened();
    writeFileSync(join(folder, `${LOG}.lock`), dead({ pid: process.pid, start: '1' }));
    expect(write(folder, NOTE, { binary: true }).code).toBe(0);
  });

  it.each([
    ['of this host', {}, /process \d+ on .* is writing, and was waited for 1 s/],
    ['of another host, of which nothing can be known', { host: 'elsewhere', pid: 7 }, /process 7 on elsewhere/],
  ])('are told who writes: one %s', (_name, owner, told) => {
    const folder = opened();
    const stat = readFileSync(`/proc/${process.pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!;
    writeFileSync(join(folder, `${LOG}.lock`), dead({ pid: process.pid, start: started, ...owner }));
    const refused = write(folder, [...NOTE, '--wait', '1s'], { binary: true });
    expect(refused.code).toBe(74);
    expect(unwrapped(refused.stderr)).toMatch(told);
    expect(linesIn(folder)).toHaveLength(1);
    expect(existsSync(join(folder, `${LOG}.lock`))).toBe(true);
  });
});

/** Everything but `--at` and its instant. */
function isNoTime(word: string, i: number, words: readonly string[]): boolean {
  return word !== '--at' && words[i - 1] !== '--at';
}
