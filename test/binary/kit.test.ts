// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { BINARY, PROJECT, run } from '../support/cli.ts';
import { describeBinary } from './support.ts';

const KEYS = join(PROJECT, 'fixtures/keys');

describeBinary('the kit, by the packaged binary', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-kit-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const binary = (words: readonly string[]) => run(words, { binary: true, cwd: folder });
  const make = (output: string) => [
    'kit',
    'create',
    'stage',
    '--signer',
    'key',
    '--signing-key',
    join(KEYS, 'p256.UNSAFE.pem'),
    '--output-file',
    output,
  ];
  mkdirSync(join(folder, 'stage/bin'), { recursive: true });
  cpSync(join(PROJECT, 'offline-kit/verify-this-kit.sh'), join(folder, 'stage/verify-this-kit.sh'));
  writeFileSync(join(folder, 'stage/bin/forensic-verify'), 'x'.repeat(3_000_000));

  it('is made and verified; an altered one is refused', () => {
    const made = binary(make('kit.tar'));
    // It is made of what there is, and what people will look for in vain is said.
    expect([made.code, made.stderr]).toEqual([0, expect.stringMatching(/the kit has not: /)]);
    const verify = ['kit', 'verify', 'kit.tar', '--key', join(KEYS, 'p256.pub.pem'), '--quiet'];
    expect(binary(verify)).toMatchObject({ code: 0, stderr: '', stdout: 'ACCEPT TOTAL-PASSED (exit 0)\n' });
    const bytes = readFileSync(join(folder, 'kit.tar'));
    bytes[bytes.indexOf('xxxx')]! ^= 1;
    writeFileSync(join(folder, 'altered.tar'), bytes);
    expect(binary(verify.with(2, 'altered.tar')).code).toBe(2);
    appendFileSync(join(folder, 'kit.tar'), 'more');
    expect(binary(verify).code).toBe(3);
  });
  it('selftest gives every answer, and writes its record', () => {
    const found = binary(['selftest', '--record', 'record.json', '--quiet']);
    expect(found).toMatchObject({ code: 0, stderr: '', stdout: 'ACCEPT TOTAL-PASSED (exit 0)\n' });
    const record = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as {
      passed: boolean;
      run: { program: { file: string } };
    };
    expect([record.passed, record.run.program.file]).toEqual([true, BINARY]);
    expect(binary(['selftest', '--record', 'record.json']).code).toBe(64);
  });
  it('doctor: one file, that may read and nothing else', () => {
    const { stdout } = binary(['doctor', '--json']);
    const found = JSON.parse(stdout) as { singleFile: boolean; permissions: { right: string; granted: boolean }[] };
    expect(found.singleFile).toBe(true);
    expect(found.permissions.filter(({ granted }) => granted).map(({ right }) => right)).toEqual(['fs.read']);
  });
  it('ended by a signal, kit create leaves nothing', async () => {
    writeFileSync(join(folder, 'stage/bin/large'), Buffer.alloc(400_000_000));
    const child = spawn(BINARY, make('cut.tar'), { cwd: folder, env: {}, stdio: 'ignore' });
    // Once it writes.
    while (!readdirSync(folder).some((name) => name.startsWith('cut.tar.tmp'))) {
      expect(child.exitCode).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('exit', resolve));
    rmSync(join(folder, 'stage/bin/large'));
    expect([code, readdirSync(folder).filter((name) => name.startsWith('cut.tar'))]).toEqual([130, []]);
  });
});
