// SPDX-License-Identifier: Apache-2.0
// Folders of many documents through the program as a process of its own: the bundle, and the binary where it was built.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BINARY, hasBinary, PROJECT, unwrapped } from '../support/cli.ts';

const COUNT = 430;
const POINTS = 20;
const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE'] ?? 'not made';
const RIGHTS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--allow-worker',
  '--disable-warning=PERM0006',
];
const PROGRAMS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['the bundle', [process.execPath, ...RIGHTS, BUNDLE]],
  ...(hasBinary ? [['the binary', [BINARY]] as const] : []),
];

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'fv-many-cli-'));
  const from = join(PROJECT, 'fixtures/cases/dsse-key-ed25519');
  const good = readFileSync(join(from, 'artifact.dsse.json'), 'utf8');
  mkdirSync(join(base, 'set'));
  writeFileSync(join(base, 'key.pem'), readFileSync(join(PROJECT, 'fixtures/keys/ed25519.pub.pem')));
  writeFileSync(join(base, 'set/artifact.txt'), readFileSync(join(from, 'artifact.txt')));
  for (let i = 0; i < COUNT; i++) {
    const broken = i % 50 === 49;
    const text = broken ? good.replace(/"sig":\s*"(.)/, (_, one) => `"sig":"${one === 'A' ? 'B' : 'A'}`) : good;
    writeFileSync(join(base, `set/e${String(i).padStart(3, '0')}.json`), `${text}${' '.repeat(i)}\n`);
  }
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const ASKED = ['--key', 'key.pem', '--at', '2026-03-01T00:00:00Z', '--deterministic'];

function verify(words: readonly string[], ...more: readonly string[]) {
  const [command, ...head] = words;
  const run = spawnSync(command!, [...head, 'verify', 'set', ...ASKED, ...more], {
    cwd: base,
    env: { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status, signal: run.signal, stdout: run.stdout, stderr: run.stderr };
}

function started(words: readonly string[], ...more: readonly string[]): { child: ChildProcess; out: () => string } {
  const [command, ...head] = words;
  const child = spawn(command!, [...head, 'verify', 'set', ...ASKED, ...more], {
    cwd: base,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  child.stdout!.on('data', (part: Buffer) => parts.push(part));
  return { child, out: () => Buffer.concat(parts).toString() };
}

const ended = (child: ChildProcess): Promise<[code: number | null, signal: string | null]> =>
  new Promise((resolve) => child.once('close', (code, signal) => resolve([code, signal])));

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

interface Line {
  readonly head?: { readonly at: string };
  readonly item?: { readonly name: string; readonly reused?: { readonly report: string } };
  readonly end?: {
    readonly interrupted?: boolean;
    readonly verdict: { readonly decision: string; readonly exitCode: number };
    readonly limitations: readonly string[];
    readonly coverage: readonly unknown[];
    readonly unmatchedArtifacts: readonly string[];
  };
}

const lines = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe.each(PROGRAMS)('a folder of %s', (name, words) => {
  const binary = name === 'the binary';
  let whole = '';
  beforeAll(() => {
    whole = verify(words, '--output', 'ndjson', '--workers', '1').stdout;
  });

  it('gives the same lines whatever the number of workers, with or without a file, streamed or composed', () => {
    const all = lines(whole);
    expect(all.length).toBe(COUNT + 3);
    expect(all.at(-1)?.end?.verdict).toMatchObject({ decision: 'reject', exitCode: 3 });
    for (const workers of ['2', '3']) {
      const run = verify(words, '--output', 'ndjson', '--max-workers', workers);
      expect(run.stdout === whole, `${workers} workers: ${run.stderr}`).toBe(true);
      expect([run.code, run.stderr]).toEqual([3, '']);
    }
    const file = verify(words, '--output', 'ndjson', '--output-file', 'report.ndjson', '--force');
    const written = readFileSync(join(base, 'report.ndjson'), 'utf8');
    expect(written === whole).toBe(true);
    const sha256 = createHash('sha256').update(written).digest('hex');
    expect(JSON.parse(file.stdout)).toMatchObject({ exitCode: 3, written: { sha256, size: written.length } });
    // Under a policy all items are known before any is judged.
    const json = JSON.parse(verify(words, '--json').stdout) as { readonly items: readonly object[] };
    expect(json.items).toEqual(all.slice(1, -1).map(({ item }) => item));
  });

  it(`killed at ${POINTS} points and continued, it gives the same report as a run that was not`, async () => {
    const complete = join(base, `complete-${binary}.journal`);
    expect(verify(words, '--output', 'ndjson', '--resume', complete).stdout === whole).toBe(true);
    const size = statSync(complete).size;
    let state = binary ? 77 : 42;
    let found = 0;
    for (let point = 0; point < POINTS; point++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 1;
      const until = state % size;
      const journal = join(base, `killed-${binary}-${point}.journal`);
      const more = ['--output', 'ndjson', '--resume', journal, '--workers', point % 2 === 0 ? '1' : '2'];
      const { child, out } = started(words, ...more);
      const end = ended(child);
      const timer = setInterval(() => {
        if (sizeOf(journal) > until) child.kill('SIGKILL');
      }, 1);
      const [, signal] = await end;
      clearInterval(timer);
      if (signal === 'SIGKILL') {
        found++;
        expect(lines(`${out().split('\n').slice(0, -1).join('\n')}\n{}`).some((line) => line.end)).toBe(false);
      }
      // As a power cut would leave it: a line that is not whole.
      if (point % 3 === 0) writeFileSync(journal, readFileSync(journal).subarray(0, -(1 + (state % 100))));
      const again = verify(words, ...more);
      expect(again.stdout === whole, `${point}: ${again.stderr}`).toBe(true);
      expect(again.code).toBe(3);
      rmSync(journal);
    }
    // A run may have ended before the signal came, and most have not.
    expect(found).toBeGreaterThan(POINTS / 2);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 130],
  ] as const)('ends cleanly on %s: what is done is told, and never as a success', async (signal, code) => {
    const journal = join(base, `${signal}-${binary}.journal`);
    const { child, out } = started(words, '--output', 'ndjson', '--resume', journal, '--workers', '1');
    const end = ended(child);
    let sent = false;
    child.stdout!.on('data', () => {
      if (!sent && out().split('\n').length > 3) {
        sent = true;
        child.kill(signal);
      }
    });
    expect(await end).toEqual([code, null]);
    const all = lines(out());
    const last = all.at(-1)?.end;
    expect(last).toMatchObject({ interrupted: true, coverage: [], unmatchedArtifacts: [] });
    expect(last?.verdict).toMatchObject({ decision: 'reject' });
    expect(last?.limitations.join()).toContain('interrupted');
    expect(all.length).toBeLessThan(COUNT);
    expect(whole.startsWith(`${out().split('\n').slice(1, -2).join('\n')}\n`, whole.indexOf('\n') + 1)).toBe(true);
    expect(verify(words, '--output', 'ndjson', '--resume', journal).stdout === whole).toBe(true);
  });

  it('says so in text and in JSON, too', async () => {
    for (const format of ['text', 'json']) {
      const { child, out } = started(words, '--output', format, '--workers', '1', '--resume', `${format}-${binary}.j`);
      const end = ended(child);
      const timer = setInterval(() => {
        if (sizeOf(join(base, `${format}-${binary}.j`)) < 70_000) return;
        child.kill('SIGINT');
        clearInterval(timer);
      }, 1);
      const [code] = await end;
      expect(code, format).toBe(130);
      if (format === 'text') expect(out()).toMatch(/^INTERRUPTED: .*\nVERDICT: REJECT/m);
      else expect(JSON.parse(out())).toMatchObject({ interrupted: true, verdict: { decision: 'reject' } });
    }
  });

  it('is not continued under another question or over other octets', () => {
    const journal = join(base, `bound-${binary}.journal`);
    const resume = ['--output', 'ndjson', '--resume', journal];
    verify(words, ...resume);
    const before = readFileSync(journal);
    const refused = (...more: readonly string[]) => {
      const { code, stdout, stderr } = verify(words, ...resume, ...more);
      expect([code, JSON.parse(stdout)['exitCode']]).toEqual([64, 64]);
      return unwrapped(stderr);
    };
    expect(refused('--threshold', '2')).toContain('of another run');
    expect(refused('--ignore-unsigned', '*.txt')).toContain('command line');
    expect(refused('--engine', 'dual')).toContain('tool or engine');
    const extra = join(base, 'set/extra.txt');
    writeFileSync(extra, 'new');
    try {
      expect(refused()).toContain('input-changed');
    } finally {
      rmSync(extra);
    }
    expect(readFileSync(journal).equals(before)).toBe(true);
    const plain = verify(words, '--resume', 'key.pem');
    expect([plain.code, plain.stderr]).toEqual([64, expect.stringContaining('which is an input')]);
    expect(unwrapped(verify(words, '--resume', 'set/journal').stderr)).toContain('name a place outside');
    expect(verify(words, '--resume', join(base, 'set/artifact.txt')).code).toBe(64);
    expect(existsSync(join(base, 'set/journal'))).toBe(false);
  });

  it('uses an earlier report again, marks it, and only where nothing decides otherwise', () => {
    const known = (...more: readonly string[]) => verify(words, '--output', 'ndjson', ...more);
    const json = verify(words, '--json').stdout;
    writeFileSync(join(base, 'known.ndjson'), whole);
    writeFileSync(join(base, 'known.json'), json);
    for (const file of ['known.ndjson', 'known.json']) {
      const sha256 = createHash('sha256')
        .update(readFileSync(join(base, file)))
        .digest('hex');
      const { stdout, code } = known('--known-results', file);
      expect(code).toBe(3);
      const reused = lines(stdout).filter(({ item }) => item?.reused !== undefined);
      expect(reused.length).toBe(COUNT);
      expect(reused.every(({ item }) => item?.reused?.report === sha256)).toBe(true);
      expect(lines(stdout).at(-1)?.end?.limitations.join()).toContain(`${COUNT} items were not examined again`);
      // But for the marks it is the same report.
      const unmarked = stdout.replaceAll(`"reused":{"report":"${sha256}"},`, '').split('\n');
      expect(unmarked.slice(0, -2)).toEqual(whole.split('\n').slice(0, -2));
    }
    for (const more of [
      ['--threshold', '2'],
      ['--engine', 'dual'],
      ['--not-after', '2027-01-01T00:00:00Z'],
    ]) {
      const { stdout } = known('--known-results', 'known.ndjson', ...more);
      expect(stdout).not.toContain('"reused"');
      expect(lines(stdout).at(-1)?.end?.limitations.join()).toContain('nothing of known.ndjson was used again');
    }
    // Of other octets nothing is known.
    const changed = join(base, 'set/e000.json');
    const octets = readFileSync(changed);
    writeFileSync(changed, `${octets.toString()} `);
    try {
      expect(known('--known-results', 'known.ndjson').stdout.match(/"reused"/g)?.length).toBe(COUNT - 1);
    } finally {
      writeFileSync(changed, octets);
    }
    writeFileSync(join(base, 'cut.ndjson'), whole.slice(0, -1000));
    for (const file of ['cut.ndjson', 'key.pem', 'set/e000.json', 'absent']) {
      expect(known('--known-results', file).code, file).toBe(64);
    }
  });

  it('leaves no part of a report behind where it is killed, and nothing at all where the name is taken', async () => {
    const { child } = started(
      words,
      '--output',
      'ndjson',
      '--output-file',
      'late.ndjson',
      '--workers',
      '1',
      '--resume',
      'l',
    );
    const end = ended(child);
    const timer = setInterval(() => {
      if (sizeOf(join(base, 'l')) > 70_000) child.kill('SIGKILL');
    }, 1);
    await end;
    clearInterval(timer);
    rmSync(join(base, 'l'));
    expect(existsSync(join(base, 'late.ndjson'))).toBe(false);
    for (const left of readdirSync(base).filter((file) => file.startsWith('late'))) rmSync(join(base, left));
    writeFileSync(join(base, 'late.ndjson'), 'mine');
    expect(verify(words, '--output', 'ndjson', '--output-file', 'late.ndjson').code).toBe(64);
    expect(readFileSync(join(base, 'late.ndjson'), 'utf8')).toBe('mine');
    rmSync(join(base, 'late.ndjson'));
  });

  it.each([
    [['--workers', '0'], 'from 1 to 64'],
    [['--workers', '65'], 'from 1 to 64'],
    [['--workers', 'x'], 'from 1 to 64'],
    [['--workers', '2', '--max-workers', '3'], 'once'],
  ] as const)('refuses %j', (more, why) => {
    const { code, stderr } = verify(words, ...more);
    expect([code, stderr]).toEqual([64, expect.stringContaining(why)]);
  });

  it('wants an instant to be continued, and a folder', () => {
    const [command, ...head] = words;
    const run = (...more: readonly string[]) =>
      spawnSync(command!, [...head, 'verify', ...more, '--key', 'key.pem'], { cwd: base, encoding: 'utf8' });
    expect(run('set', '--resume', 'x').stderr).toContain('--resume wants --at');
    expect(run('set/artifact.txt', '--resume', 'x').stderr).toContain('for folders and archives');
    expect(run('set/artifact.txt', '--known-results', 'x').status).toBe(64);
    expect(existsSync(join(base, 'x'))).toBe(false);
  });
});
