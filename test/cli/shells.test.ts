// SPDX-License-Identifier: Apache-2.0
// Completions in the shells themselves, as somebody who presses the tabulator gets them. Debian has zsh and fish (.ci/run installs them);
// it has no PowerShell: of that script the structure is compared with the tables, and script and page say that it was never run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SHELLS } from '../../src/cli/manual/completions.ts';
import { describeAll } from '../../src/cli/manual/description.ts';
import { flagWords, tree, valuesOf } from '../../src/cli/manual/words.ts';
import { PROJECT } from '../support/cli.ts';
import { bareScript } from '../support/powershell.ts';

const commands = await describeAll();
const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-shells-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const { file, print } of Object.values(SHELLS)) writeFileSync(join(folder, file), print(commands));
writeFileSync(join(folder, 'evidence.json'), '');

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const env = { PATH: '/usr/bin:/bin', HOME: folder, TERM: 'dumb', LC_ALL: 'C.UTF-8', XDG_CONFIG_HOME: folder };

/** What is typed, and what of the offers must be there; the first kind is all that may be offered. */
const TYPED: readonly (readonly [line: string, offers: readonly string[]])[] = [
  ['veri', ['verify', 'verify-bundle']],
  ['custody ver', ['verify']],
  ['custody verify --keyr', ['--keyring']],
  ['verify --trusted-root-d', ['--trusted-root-digest']],
  ['trust verify --allow', ['--allow-stale']],
  ['verify evidence.json --engine ', ['dual', 'native', 'noble']],
  ['verify -o js', ['json']],
  ['verify evid', ['evidence.json']],
];

describe.runIf(has('zsh'))('zsh (else: apt-get install zsh)', () => {
  const offers = (line: string, setup: string): string[] => {
    const script = join(PROJECT, 'test/support/zsh-completion.zsh');
    const found = spawnSync('zsh', ['-f', script, folder, setup, `forensic-verify ${line}`], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(found.status, found.stdout + found.stderr).toBe(0);
    return [...found.stdout.matchAll(/HIT ([^\r\n]+)/g)].map((match) => match[1]!).sort();
  };
  const BY_FPATH = 'fpath=($PWD $fpath); compinit -D -u';
  it.each(TYPED)('%s: %j, by fpath', (line, wanted) => expect(offers(line, BY_FPATH)).toEqual(wanted));
  it('and where it is sourced', () => {
    expect(offers('custody verify --keyr', 'compinit -D -u; source ./_forensic-verify')).toEqual(['--keyring']);
  });
  it('all commands, at the second word', () => {
    const { first } = tree(commands);
    expect(offers('', BY_FPATH)).toEqual([...first, 'help', '--version', '--help'].sort());
  });
});

describe.runIf(has('fish'))('fish (else: apt-get install fish)', () => {
  const offers = (line: string): string[] => {
    const script = `cd ${folder}; source forensic-verify.fish; complete -C 'forensic-verify ${line}'`;
    const found = spawnSync('fish', ['--no-config', '-c', script], { env, encoding: 'utf8', timeout: 30_000 });
    expect([found.status, found.stderr]).toEqual([0, '']);
    return found.stdout
      .split('\n')
      .flatMap((one) => (one === '' ? [] : [one.split('\t')[0]!]))
      .sort();
  };
  it.each(TYPED)('%s: %j', (line, wanted) => expect(offers(line)).toEqual(wanted));
  it('all commands, at the second word', () => {
    const { first } = tree(commands);
    expect(offers('').filter((one) => !one.includes('.') && one !== '_forensic-verify')).toEqual(
      [...first, 'help'].sort(),
    );
  });
});

describe('PowerShell, never run', () => {
  const script = SHELLS['powershell']!.print(commands);
  /** `'a' = @('b', 'c')`, of the table that is called so. */
  const table = (name: string): Map<string, string[]> => {
    const start = script.indexOf(`  $${name} = @{\n`);
    const rows = script.slice(start, script.indexOf('\n  }\n', start)).matchAll(/^ {4}'([^']+)' = @\(([^)]*)\)$/gm);
    return new Map([...rows].map(([, key, values]) => [key!, values!.split(', ').map((one) => one.slice(1, -1))]));
  };
  it('says so itself, and on the page', () => {
    expect(script).toContain('# Never run:');
    expect(readFileSync(join(PROJECT, 'docs/OFFLINE-KIT.md'), 'utf8')).toMatch(
      /PowerShell: the file there, which was never run/,
    );
  });
  it('closes what it opens, in plain ASCII', () => {
    expect(() => bareScript(script)).not.toThrow();
    expect(script).toMatch(/^[\x20-\x7e\n]*$/);
  });
  it('has the words, flags and values of the tables, each once', () => {
    const { steps } = tree(commands);
    expect(table('steps')).toEqual(new Map([...steps].map(([topic, own]) => [topic, [...own, '--help']])));
    expect(table('flags')).toEqual(new Map(commands.map((one) => [one.words, [...flagWords(one), '--help']])));
    const values = table('values');
    for (const one of commands)
      for (const { spellings, values: offered } of valuesOf(one))
        expect(spellings.some((word) => values.get(`${one.words} ${word}`)?.join() === offered.join())).toBe(true);
    // Keys that differ in case alone are one, and a table with two of a key is refused.
    for (const name of ['steps', 'flags', 'values']) {
      const keys = [...table(name).keys()].map((key) => key.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
  it('uses nothing that the language does not have', () => {
    const used = new Set(bareScript(script).match(/\b[A-Z][A-Za-z]+-[A-Z]\w+/g));
    expect([...used].sort()).toEqual(['ForEach-Object', 'Register-ArgumentCompleter', 'Where-Object']);
  });
});
