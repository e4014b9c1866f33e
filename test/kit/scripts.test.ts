// SPDX-License-Identifier: Apache-2.0
// verify-this-kit.sh is run (kit.test.ts). No PowerShell is at hand: of verify-this-kit.ps1 the structure is compared with it.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { bareScript } from '../support/powershell.ts';

const read = (name: string) => readFileSync(join(PROJECT, 'offline-kit', name), 'utf8');
const shell = read('verify-this-kit.sh');
const power = read('verify-this-kit.ps1');
const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-scripts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each says where it refuses, names of files and variables aside. */
function refusals(source: string, word: string): string[] {
  const all = [...source.matchAll(new RegExp(`\\b${word} (?:'([^']*)'|"([^"]*)")`, 'g'))];
  return all.map(([, single, double]) => (single ?? double!).replace(/\$\w+/g, '…')).sort();
}

describe('verify-this-kit.ps1, never run', () => {
  it('says so, there and on the page', () => {
    expect(power).toMatch(/^# NEVER RUN: /m);
    expect(readFileSync(join(PROJECT, 'docs/OFFLINE-KIT.md'), 'utf8')).toContain('**It has never been run**');
  });
  it('closes what it opens, in plain ASCII', () => {
    expect(() => bareScript(power)).not.toThrow();
    expect(power).toMatch(/^[\x20-\x7e\n]*$/);
    for (const broken of [`${power}}`, `${power}(`, `${power}'`, `${power}"`])
      expect(() => bareScript(broken)).toThrow();
  });
  it('refuses for the same reasons as the script for sh', () => {
    const ours = refusals(shell, 'fail');
    // sha256sum tells of all files at once; there each is looked at by itself.
    const together = 'a file is missing, or not the one that was signed';
    const apart = ['… is not the one that was signed', '… is missing', 'a line of the list of checksums is none'];
    const wanted = [...ours.filter((one) => one !== together), ...apart];
    expect([...new Set(refusals(power, 'Fail'))]).toEqual([...new Set(wanted)].sort());
  });
  it('asks openssl the same, by a function that lets no message of it end the script', () => {
    const questions = [
      'pkeyutl -verify -pubin -inkey KEY -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
      'dgst -HASH -verify KEY -signature SHA256SUMS.sig SHA256SUMS',
      'pkey -pubin -in KEY -noout -text',
    ];
    const plain = (source: string) =>
      source.replace(/"?\$(key|Key)"?/g, 'KEY').replace(/"-\$hash"|-sha(256|384|512)/g, '-HASH');
    for (const question of questions) {
      expect(plain(shell)).toContain(`openssl ${question}`);
      expect(plain(power)).toContain(`Invoke-OpenSsl ${question}`);
    }
    expect(power.match(/& openssl/g)).toHaveLength(1);
    for (const [curve, hash] of [
      ['secp384r1', '384'],
      ['secp521r1', '512'],
    ] as const) {
      expect(power).toContain(`if ($description -match '${curve}') { $hash = 'sha${hash}' }`);
      expect(shell).toContain(`*${curve}*) openssl dgst -sha${hash}`);
    }
  });
  it('ends with the same word, and the same exit codes', () => {
    for (const source of [shell, power]) {
      expect(source).toContain("'VERIFIED: this kit is whole, and as it was signed'");
      expect(source).toContain('Do not use this kit.');
      for (const code of ['exit 1', 'exit 64']) expect(source).toContain(code);
    }
    expect(power.trimEnd().endsWith('exit 0')).toBe(true);
  });
});

it('verify-this-kit.sh: an openssl that verifies no Ed25519 signature is named, and nothing is blamed on the kit', () => {
  const old = join(folder, 'openssl');
  writeFileSync(old, '#!/bin/sh\ncase "$*" in *-text*) echo ED25519 Public-Key: ;; *) exit 1 ;; esac\n');
  chmodSync(old, 0o755);
  for (const name of ['SHA256SUMS', 'SHA256SUMS.sig', 'key.pem']) writeFileSync(join(folder, name), 'x');
  writeFileSync(join(folder, 'verify-this-kit.sh'), shell);
  const { status, stderr } = spawnSync('sh', ['verify-this-kit.sh', 'key.pem'], {
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin` },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, expect.stringContaining('this openssl verifies no Ed25519 signature')]);
});
