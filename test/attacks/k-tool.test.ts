// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockedPackages } from '../../scripts/lib/locked-packages.ts';
import { checkBundle } from '../../scripts/lib/program-parts.ts';
import { filesBelow, textOf } from '../../scripts/lib/sources.ts';
import { AT } from '../../scripts/mint/case.ts';
import { ARTIFACT } from '../../scripts/mint/cases/good.ts';
import { describeBinary, scratch } from '../binary/support.ts';
import { tampered } from '../binary/tampered.ts';
import { BINARY, PROJECT } from '../support/cli.ts';
import { envelope, fixtureCases, folder, keyOf, runCase } from './evidence.ts';
import { program } from './program.ts';

// K01, K02, K03, K05 and K06 are of the process of the packaged file: test/binary, by those names.

const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE']!;
const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

describe('K03, K04, K05 · what a bundle must not hold', () => {
  const refuses = (text: string, what: string) => {
    const file = join(scratch(), 'b.cjs');
    writeFileSync(file, text);
    expect(() => checkBundle(file), text).toThrow(what);
  };
  it('is refused by the build: native code, other programs, the network, code from strings', () => {
    refuses('const a = require("./build/Release/x.node");', 'native code');
    refuses('process.dlopen(module, "x")', 'native code');
    refuses('const c = require("node:child_process");', 'a child process');
    for (const name of ['net', 'node:http', 'https', 'node:http2', 'tls', 'dgram', 'node:dns', 'dns/promises'])
      refuses(`const n = require('${name}');`, 'a network module');
    refuses('await fetch("https://x/")', 'fetch');
    refuses('new Function("return 1")()', 'code from strings');
    refuses('eval("1")', 'code from strings');
    refuses(`const where = ${JSON.stringify(join(PROJECT, 'src/main.ts'))};`, 'an absolute path');
  });
  it('is in none of ours', () => {
    expect(() => checkBundle(BUNDLE)).not.toThrow();
  });
});

describe('K07 · dependency compromise', () => {
  it('every dependency is one exact version, and the lock files hold its SHA-512', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
      for (const [name, version] of Object.entries(manifest[kind]!)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    const locked = lockedPackages();
    expect(locked.length).toBeGreaterThan(100);
    for (const { name, sha512 } of locked) expect(sha512, name).toMatch(/^[0-9a-f]{128}$/);
    for (const name of Object.keys(manifest['dependencies']!)) expect(locked.map((one) => one.name)).toContain(name);
  });
  it('no package runs a script when it is installed, and none could', () => {
    for (const lock of ['package-lock.json', 'scripts/targets/package-lock.json'])
      expect(readFileSync(join(PROJECT, lock), 'utf8')).not.toContain('hasInstallScript');
    expect(readFileSync(join(PROJECT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
  it('the libraries that the program names are few', () => {
    expect(Object.keys(manifest['dependencies']!).length).toBeLessThanOrEqual(12);
  });
  it('the self-test knows good answers and bad ones', async () => {
    const { code, stdout } = await program(['selftest', '--json']);
    expect(code).toBe(0);
    const { items } = JSON.parse(stdout) as { items: { checks: { facts: { asked: number; given: number } }[] }[] };
    const asked = items.flatMap(({ checks }) => checks.map(({ facts }) => facts.asked));
    expect(asked.reduce((a, b) => a + b, 0)).toBeGreaterThan(300);
  });
});

describeBinary('K08 · the binary changed after it was signed', () => {
  const place = scratch();
  const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: place, encoding: 'utf8' });
  const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  it('runs all the same: so it is checked from outside, by sha256sum and openssl alone', () => {
    const other = tampered("require('node:fs').writeSync(1, 'ACCEPT'); process.exit(0)", { alone: true });
    const run = spawnSync(other, ['verify', 'nothing'], { env: {}, encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([0, 'ACCEPT']);
    expect(statSync(other).size).toBe(statSync(BINARY).size);

    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'key.pem');
    openssl('pkey', '-in', 'key.pem', '-pubout', '-out', 'key.pub.pem');
    const signed = openssl('dgst', '-sha256', '-sign', 'key.pem', '-out', 'sig', BINARY);
    expect(signed.status, signed.stderr).toBe(0);
    const verify = (file: string) =>
      openssl('dgst', '-sha256', '-verify', 'key.pub.pem', '-signature', 'sig', file).status;
    expect(verify(BINARY)).toBe(0);
    expect(verify(other)).not.toBe(0);
    const sums = join(place, 'SHA256SUMS');
    writeFileSync(sums, `${sumOf(BINARY)}  ${other}\n`);
    expect(spawnSync('sha256sum', ['--check', '--status', sums]).status).not.toBe(0);
  });

  it.each([0.001, 0.25, 0.5, 0.75, 0.97, 0.9999])('one bit at %d of its length is seen', (part) => {
    const file = join(place, 'copy');
    copyFileSync(BINARY, file);
    const at = Math.floor(statSync(file).size * part);
    const bytes = readFileSync(file);
    const fd = openSync(file, 'r+');
    writeSync(fd, Buffer.from([bytes[at]! ^ 1]), 0, 1, at);
    closeSync(fd);
    expect(sumOf(file)).not.toBe(sumOf(BINARY));
    expect(spawnSync('sha256sum', ['--check', '--status'], { input: `${sumOf(BINARY)}  ${file}\n` }).status).not.toBe(
      0,
    );
  });

  it('doctor says that it is not the one of the list', () => {
    writeFileSync(join(place, 'SUMS'), `${'0'.repeat(64)}  ${BINARY.slice(BINARY.lastIndexOf('/') + 1)}\n`);
    const { status } = spawnSync(BINARY, ['doctor', '--sums', join(place, 'SUMS')], { env: {} });
    expect([0, 1]).not.toContain(status);
  });
});

describe('K09 · test hooks in production', () => {
  it('none is in the program, and the environment is asked for nothing but what is listed', () => {
    const text = readFileSync(BUNDLE, 'utf8');
    expect(text).not.toMatch(/\bFV_TEST|\bFORENSIC_VERIFY_TEST/);
    const named = filesBelow('src', /\.ts$/).flatMap((file) =>
      [...textOf(file).matchAll(/process\.env(?:\.(\w+)|\['(\w+)'\])/g)].map(([, one, other]) => one ?? other),
    );
    // What is set is taken for the framework; a secret is named on the command line (env:NAME), so by a word and not by us.
    const set = ['FORENSIC_VERIFY_DISABLE_THEME', 'HOME', 'NODE_ENV', 'OCLIF_DISABLE_ENGINE_WARNING', 'SHELL'];
    expect([...new Set(named)].sort()).toEqual([...set, 'NODE_COMPILE_CACHE'].sort());
  });
  it('an unsafe switch is long, and what it waives is told in every form, with --quiet too', async () => {
    for (const [name, told] of [
      ['--insecure-ignore-tlog', 'the transparency log is not required'],
      ['--insecure-ignore-sct', 'the certificate log is not required'],
    ] as const) {
      expect(name.length).toBeGreaterThan(18);
      const report = await runCase('bundle-v0.3-message', name);
      expect(JSON.stringify(report.report)).toContain(told);
      for (const form of [
        [],
        ['--quiet'],
        ['--verbose'],
        ['--output', 'markdown'],
        ['--output', 'html'],
        ['--output', 'junit'],
      ]) {
        const { command, folder: cwd } = fixtureCases().find((one) => one.name === 'bundle-v0.3-message')!;
        const { stdout, stderr } = await program([...command, name, ...form], cwd);
        expect(`${stdout}${stderr}`.replace(/\s+/g, ' '), form.join(' ')).toContain(told);
      }
    }
  });
  it('none is on by itself', async () => {
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': envelope('ed25519') });
    const { stdout } = await program(['verify', 'artifact.txt', '--bundle', 'b.json', ...keyOf('ed25519'), ...AT], cwd);
    expect(stdout).not.toContain('insecure');
  });
});
