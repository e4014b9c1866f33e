// SPDX-License-Identifier: Apache-2.0
// docs/OFFLINE-KIT.md, typed: outside in a copy of the project with the release as it was made, inside where the kit has come to.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TARGETS } from '../../scripts/lib/targets.ts';
import { PROJECT } from '../support/cli.ts';
import { expectLines, otherLines, quotedIn } from '../support/quoted-page.ts';

const page = readFileSync(join(PROJECT, 'docs/OFFLINE-KIT.md'), 'utf8');
const commands = quotedIn(page);
const RELEASE = join(PROJECT, 'release');
const isReleased = TARGETS.every(({ output }) => existsSync(join(RELEASE, output)));

it('the page is walked: all blocks but the release, which has tests of its own', () => {
  expect(otherLines(page)).toEqual(['npm ci', 'npm run release']);
  expect(commands.length).toBeGreaterThan(25);
});

describe.runIf(isReleased)('docs/OFFLINE-KIT.md (with npm run release)', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'forensic-verify-walk-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  let cwd = project(join(scratch, 'outside'));

  for (const { line, command, output, exits } of commands) {
    it(`line ${line}: ${command.slice(0, 60)}`, { timeout: 180_000 }, () => {
      const folder = /^cd (\S+)$/.exec(command)?.[1];
      if (folder !== undefined) {
        cwd = resolve(cwd, folder);
        expect(readdirSync(cwd)).toBeDefined();
        return;
      }
      const PATH = `${join(PROJECT, 'node_modules/.bin')}:${process.env['PATH'] ?? '/usr/bin:/bin'}`;
      const env = { PATH, HOME: scratch, LC_ALL: 'C' };
      const found = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
      expectLines(output, found.stdout, found.stderr);
      expect(exits, found.stdout).toContain(found.status);
    });
  }

  it('what came inside is what the page says', () => {
    const sums = readFileSync(join(cwd, 'SHA256SUMS'), 'utf8');
    const files = sums
      .trimEnd()
      .split('\n')
      .map((one) => one.slice(66));
    const has = (pattern: RegExp) =>
      expect(
        files.some((one) => pattern.test(one)),
        String(pattern),
      ).toBe(true);
    for (const name of ['forensic-verify', 'forensic-verify-linux-x64', 'forensic-verify-win-x64.exe', 'cli.cjs'])
      expect(files).toContain(`bin/${name}`);
    expect(files.some((one) => one.includes('darwin'))).toBe(false);
    for (const name of ['PLATFORMS.txt', 'SHA256SUMS', 'provenance.statement.json', 'forensic-verify.cdx.json'])
      expect(files).toContain(`bin/${name}`);
    for (const name of ['doc/index.html', 'doc/catalogue.json', 'man/forensic-verify.1', 'MANIFEST.json'])
      expect(files).toContain(name);
    for (const name of [
      'verify-this-kit.sh',
      'verify-this-kit.ps1',
      'samples/evidence/cases.json',
      'trust/ORIGIN.json',
    ])
      expect(files).toContain(name);
    for (const pattern of [/^schemas\/policy-v1\.json$/, /^policies\/.*\.yaml$/, /^licences\/forensic-verify\.txt$/])
      has(pattern);
    for (const shell of ['forensic-verify.bash', '_forensic-verify', 'forensic-verify.fish', 'forensic-verify.ps1'])
      expect(files).toContain(`completions/${shell}`);
    for (const [, name] of page.matchAll(/^\| `([a-z]+)\/`/gm)) has(new RegExp(`^${name}/`));
    // The numbers that an officer compares by hand.
    expect(readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length).toBe(
      files.length + 2,
    );
  });
  it('takes no platform that is not there, and none that is unknown', () => {
    const words = ['scripts/kit.ts', '--platforms', 'linux-x64,plan9', '--signer', 'key', '--signing-key', 'kit.pem'];
    const found = spawnSync(process.execPath, words, { cwd: join(scratch, 'outside'), encoding: 'utf8' });
    expect([found.status, found.stderr.includes('--platforms plan9: known are linux-x64')]).toEqual([1, true]);
  });
});

/** A copy that may be written to; what is large, or installed, is only pointed at. */
function project(to: string): string {
  if (!isReleased) return to;
  mkdirSync(join(to, 'release'), { recursive: true });
  for (const name of ['src', 'scripts', 'docs', 'offline-kit'])
    cpSync(join(PROJECT, name), join(to, name), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  for (const name of ['package.json', 'package-lock.json', 'LICENSE', 'README.md', 'SECURITY.md', 'CHANGELOG.md'])
    cpSync(join(PROJECT, name), join(to, name));
  symlinkSync(join(PROJECT, 'node_modules'), join(to, 'node_modules'));
  const listed = readFileSync(join(RELEASE, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  for (const name of [...listed.map((one) => one.slice(66)), 'SHA256SUMS', 'SHA512SUMS'])
    symlinkSync(join(RELEASE, name), join(to, 'release', name));
  return to;
}
