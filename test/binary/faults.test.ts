// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BINARY } from '../support/cli.ts';
import { binary, CASES, describeBinary, fixture, STRACE, scratch, shell } from './support.ts';

const good = fixture('bundle-v0.3-message');
const WORDS = [...good.command, '--json', '--deterministic'];
const OLD = 'what was there before\n';
const OUTPUT = 'r.json';
/** Nobody can know whether what a file system refused to close is kept: that is a failure too. */
const ERRORS = ['ENOSPC', 'EIO', 'EDQUOT', 'EROFS', 'EFBIG', 'EPIPE', 'EACCES'];
const VERDICTS = [0, 1, 2, 3];

/** Runs the binary, and lets the nth call of a kind on one of these files fail, or be its last. */
function faulted(
  fault: { call: string; how: string; nth: number; files: readonly string[] },
  words: readonly string[],
  cwd: string,
  stdout: string | null = null,
) {
  const { call, how, nth, files } = fault;
  const log = join(scratch(), 'log');
  const inject = [
    ...['-f', '-qq', '-o', log, ...files.flatMap((file) => ['-P', file]), '-e', `trace=${call}`],
    ...['-e', `inject=${call}:${how === 'KILL' ? 'signal=KILL' : `error=${how}`}:when=${nth}`],
  ];
  const out = stdout === null ? null : openSync(stdout, 'w');
  const run = spawnSync(STRACE, [...inject, BINARY, ...words], {
    ...{ cwd, env: {}, encoding: 'utf8', timeout: 60_000, stdio: ['ignore', out ?? 'pipe', 'pipe'] },
  });
  if (out !== null) closeSync(out);
  const hit = readFileSync(log, 'utf8').includes(how === 'KILL' ? 'killed by SIGKILL' : '(INJECTED)');
  const killed = run.signal === 'SIGKILL' || run.status === 137;
  return { code: killed ? null : run.status, hit, stdout: run.stdout };
}

/** The faults of one kind of call, at its first, second … time, until the run has no more of them. */
function eachFault(
  call: string,
  how: string,
  files: readonly string[],
  words: readonly string[],
  cwd: () => string,
  then: (folder: string, code: number | null) => void,
): number {
  let hits = 0;
  for (let nth = 1; nth < 12; nth++) {
    const folder = cwd();
    const { code, hit } = faulted(
      { call, how, nth, files: files.flatMap((file) => [file, join(folder, file)]) },
      words,
      folder,
    );
    if (!hit) break;
    hits++;
    then(folder, code);
  }
  return hits;
}

describeBinary('N01, N02 · a fault at every call that writes the report', () => {
  const words = WORDS.map((word) =>
    /^(artifact\.txt|bundle\.sigstore|\.\.\/)/.test(word) ? join(good.cwd, word) : word,
  );
  const whole = () => {
    const folder = scratch();
    expect(binary([...words, '--output-file', OUTPUT], { cwd: folder }).code).toBe(0);
    return readFileSync(join(folder, OUTPUT));
  };
  const place = (before: string | null) => () => {
    const folder = scratch();
    if (before !== null) writeFileSync(join(folder, OUTPUT), before);
    return folder;
  };
  const TEMPORARY = `${OUTPUT}.tmp-0`;
  const complete = whole();
  const at = (folder: string) => (existsSync(join(folder, OUTPUT)) ? readFileSync(join(folder, OUTPUT)) : null);

  for (const [what, before, more] of [
    ['a new one', null, []],
    ['in place of an old one', OLD, ['--force']],
  ] as const) {
    const asked = [...words, '--output-file', OUTPUT, ...more];
    const old = before === null ? null : Buffer.from(before);
    it.each(['openat', 'write', 'close', before === null ? 'link' : 'rename'])(
      `${what}: %s fails: 74, the old report intact, nothing left over`,
      (call) => {
        let hits = 0;
        for (const error of ERRORS)
          hits += eachFault(call, error, [OUTPUT, TEMPORARY], asked, place(before), (folder, code) => {
            expect(code, `${call} ${error}`).toBe(74);
            expect(at(folder)).toEqual(old);
            expect(readdirSync(folder)).toEqual(before === null ? [] : [OUTPUT]);
          });
        expect(hits).toBeGreaterThanOrEqual(ERRORS.length);
      },
    );
    it.each(['openat', 'write', 'close', before === null ? 'link' : 'rename', 'unlink'])(
      `${what}: killed at %s: the old report or the new one, whole`,
      (call) => {
        const hits = eachFault(call, 'KILL', [OUTPUT, TEMPORARY], asked, place(before), (folder, code) => {
          expect(code).toBeNull();
          const found = at(folder);
          if (found !== null && !(old !== null && found.equals(old))) expect(found.equals(complete)).toBe(true);
          // What a killed run has left is never read, and no hindrance.
          expect(binary([...words, '--output-file', OUTPUT, '--force'], { cwd: folder }).code).toBe(0);
          expect(at(folder)!.equals(complete)).toBe(true);
        });
        expect(hits).toBeGreaterThan(0);
      },
    );
    it(`${what}: an interrupted write goes on`, () => {
      const hits = eachFault('write', 'EINTR', [TEMPORARY], asked, place(before), (folder, code) => {
        expect(code).toBe(0);
        expect(at(folder)!.equals(complete)).toBe(true);
      });
      expect(hits).toBeGreaterThan(0);
    });
  }

  it('a limit of the file size cuts nothing in two', () => {
    const folder = scratch();
    const found = shell(`ulimit -f 1; cd "${folder}"; "$@"`, [...words, '--output-file', OUTPUT]);
    expect(VERDICTS).not.toContain(found.code);
    expect(at(folder)).toBeNull();
  });

  it.each(['ENOSPC', 'EIO', 'EPIPE', 'EDQUOT', 'EBADF'])('standard output: %s is 74 at every write', (error) => {
    const folder = scratch();
    const out = join(folder, 'out');
    const { code, hit } = faulted({ call: 'write', how: error, nth: 1, files: [out] }, words, folder, out);
    expect([hit, code]).toEqual([true, 74]);
  });
  it.each(['EINTR', 'EAGAIN'])('standard output: %s is no failure, and nothing is lost', (error) => {
    const folder = scratch();
    const out = join(folder, 'out');
    const { code, hit } = faulted({ call: 'write', how: error, nth: 1, files: [out] }, words, folder, out);
    expect([hit, code]).toEqual([true, 0]);
    expect(readFileSync(out, 'utf8')).toBe(binary(words).stdout);
  });
}, [STRACE]);

describeBinary('N01 · a fault at every call that reads an input', () => {
  const whole = binary(WORDS, { cwd: good.cwd }).stdout;
  const inputs = ['artifact.txt', 'bundle.sigstore.json', '../../shared/trusted-root.json'];
  it.each(inputs.flatMap((file) => ['EIO', 'ENOMEM', 'EACCES', 'EMFILE'].map((error) => [file, error])))(
    '%s: %s is no verdict about it',
    (file, error) => {
      const path = join(good.cwd, file!);
      let hits = 0;
      for (const call of ['openat', 'read', 'pread64', 'fstat'])
        for (let nth = 1; nth < 12; nth++) {
          const { code, hit, stdout } = faulted({ call, how: error!, nth, files: [path] }, WORDS, good.cwd);
          if (!hit) break;
          hits++;
          expect(VERDICTS.slice(1), `${call} ${nth}`).not.toContain(code);
          // A look at the first octets, to know the kind of a file, may fail: what counts is read after that.
          if (code === 0) expect([call, stdout]).toEqual(['pread64', whole]);
        }
      expect(hits).toBeGreaterThan(0);
    },
  );
  it.each(inputs)('%s: an interrupted read goes on, or is no verdict', (file) => {
    const fault = { call: 'read', how: 'EINTR', nth: 1, files: [join(good.cwd, file)] };
    const { code, hit, stdout } = faulted(fault, WORDS, good.cwd);
    expect(hit).toBe(true);
    if (code === 0) expect(stdout).toBe(whole);
    else expect([4, 64, 70]).toContain(code);
  });
}, [STRACE]);

describeBinary('N05 · several runs, one output', () => {
  const words = WORDS.map((word) =>
    /^(artifact\.txt|bundle\.sigstore|\.\.\/)/.test(word) ? join(good.cwd, word) : word,
  );
  // Opened for writing alone: for reading too it would look like one that was closed.
  const nowhere = openSync('/dev/null', 'w');
  const together = (folder: string, more: readonly string[]) =>
    Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(BINARY, [...words, '--output-file', OUTPUT, ...more], {
          cwd: folder,
          env: {},
          stdio: ['ignore', nowhere, 'ignore'],
        });
        return new Promise<number | null>((done) => child.once('exit', done));
      }),
    );
  it('without --force one of them writes it, the others say that it is there', async () => {
    const folder = scratch();
    const codes = await together(folder, []);
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    for (const code of codes) expect([0, 64, 74]).toContain(code);
    expect(readFileSync(join(folder, OUTPUT), 'utf8')).toContain('"decision":"accept"');
    expect(readdirSync(folder)).toEqual([OUTPUT]);
  });
  it('with --force the last whole one stands, and none is torn', async () => {
    const folder = scratch();
    expect(await together(folder, ['--force'])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(() => JSON.parse(readFileSync(join(folder, OUTPUT), 'utf8'))).not.toThrow();
    expect(readdirSync(folder)).toEqual([OUTPUT]);
  });
});

describeBinary('N06 · the memory against rollback', () => {
  const CASE = join(CASES, 'tuf-timestamp-older--tuf-rollback');
  const words = ['trust', 'import', 'mirror', '--store', 'store', '--domain', 'mint', '--at', '2026-04-01T00:00:00Z'];
  const store = readdirSync(join(CASE, 'store'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(CASE, 'store', name)).isFile(),
  );
  const copy = () => {
    const folder = scratch();
    cpSync(CASE, folder, { recursive: true });
    return folder;
  };
  it('refuses the older one as it is', () => {
    expect(binary(words, { cwd: copy() }).code).toBe(3);
  });
  it.each(store)('%s cut, emptied, overwritten or taken away: the older one is not taken for a first one', (name) => {
    for (const damage of [
      (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -2)),
      (file: string) => writeFileSync(file, ''),
      (file: string) => writeFileSync(file, '{}'),
      (file: string) => rmSync(file),
    ]) {
      const folder = copy();
      damage(join(folder, 'store', name));
      const before = readdirSync(join(folder, 'store'), { recursive: true }).sort();
      const { code, stderr } = binary(words, { cwd: folder });
      expect([0, 1], `${damage}: ${stderr}`).not.toContain(code);
      expect(readdirSync(join(folder, 'store'), { recursive: true }).sort()).toEqual(before);
    }
  });
});
