// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { SHELLS } from '../../src/cli/manual/completions.ts';
import { describeAll } from '../../src/cli/manual/description.ts';
import { briefHelp, fullHelp, rootHelp } from '../../src/cli/manual/help-text.ts';
import { manPage } from '../../src/cli/manual/man-page.ts';
import { nearest } from '../../src/cli/suggestion.ts';
import { EXIT_CODES, EXIT_WORDS } from '../../src/policy/exit-code.ts';

const commands = await describeAll();
const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-manual-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('help', () => {
  it.each(commands.map((one) => [one.words, one] as const))(
    '%s fits a screen and tells exit codes and an example',
    (_, one) => {
      const lines = briefHelp(one).split('\n');
      expect(lines.length).toBeLessThan(24);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      const text = lines.join(' ').replace(/\s+/g, ' ');
      // 9 is the runtime's own, and no answer of any command.
      for (const code of Object.keys(EXIT_WORDS)) expect(text).toMatch(new RegExp(`[ ,]${code} [a-z]`));
      expect(one.examples.length, 'examples').toBeGreaterThan(0);
      for (const { name, required } of one.flags) if (required) expect(text).toContain(`--${name}`);
    },
  );
  it.each(commands.map((one) => [one.words, one] as const))('%s in full names every flag', (_, one) => {
    const text = fullHelp(one);
    for (const { name, aliases } of one.flags)
      for (const word of [name, ...aliases]) expect(text).toContain(`--${word}`);
  });
  it('all commands on one screen', () => {
    const lines = rootHelp(null, false).split('\n');
    expect(lines.length).toBeLessThan(24);
    for (const id of Object.keys(COMMANDS)) expect(lines.join('\n')).toContain(id.split(':')[0]);
    for (const { words } of commands) expect(rootHelp(null, true)).toContain(`  ${words} `);
  });
});

describe('suggestions', () => {
  it.each([
    ['verfy', 'verify'],
    ['VERIFY', 'verify'],
    ['inspct', 'inspect'],
  ])('%s: %s', (word, meant) => expect(nearest(word, Object.keys(COMMANDS))).toBe(meant));
  it.each(['xyzzy', '', 'a', 'x'.repeat(100)])('nothing is near to "%s"', (word) =>
    expect(nearest(word, Object.keys(COMMANDS))).toBeNull(),
  );
});

describe('the manual page', () => {
  const page = manPage(commands, '1.2.3');
  it('names every command, flag and exit code', () => {
    const plain = page.replaceAll('\\-', '-');
    for (const { words, flags } of commands) {
      expect(plain).toContain(`.SS ${words}\n`);
      for (const { name } of flags) expect(plain).toContain(`--${name}`);
    }
    for (const code of Object.keys(EXIT_CODES)) expect(plain).toContain(`.B ${code}\n`);
  });
  it('holds no line that groff would take for a request by mistake', () => {
    for (const line of page.split('\n'))
      expect(line).toMatch(/^(\.(TH|nh|ad l|SH|SS|TP|PP|nf|fi|B|I|RI)( |$)|[^.']|$)/);
    expect(page).toMatch(/^[\x20-\x7e\n]*$/);
  });
  it.runIf(has('bash') && spawnSync('groff', ['--version']).status === 0)('groff has nothing to warn of', () => {
    const { status, stderr, stdout } = spawnSync('groff', ['-man', '-ww', '-Tutf8'], { input: page, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    // Bold is a letter, a backspace, and the letter again.
    expect(stdout.replace(/.\x08/g, '')).toContain('EXIT STATUS');
  });
});

describe('completions', () => {
  const file = (shell: string): string => {
    const path = join(folder, SHELLS[shell]!.file);
    writeFileSync(path, SHELLS[shell]!.print(commands));
    return path;
  };
  const complete = (words: readonly string[]): string[] => {
    const script =
      'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _forensic_verify; printf "%s\\n" "$' +
      '{COMPREPLY[@]}"';
    return execFileSync('bash', ['-c', script, 'bash', file('bash'), 'forensic-verify', ...words], {
      cwd: folder,
      encoding: 'utf8',
    })
      .trimEnd()
      .split('\n');
  };

  it.each(Object.keys(SHELLS))('%s names every command and flag', (shell) => {
    const text = SHELLS[shell]!.print(commands);
    for (const { words, flags } of commands) {
      for (const word of words.split(' ')) expect(text).toContain(word);
      for (const { name } of flags) expect(text).toContain(shell === 'fish' ? `-l ${name}` : `--${name}`);
    }
  });
  it.runIf(has('bash'))('bash reads it, and completes words, steps, flags, values and files', () => {
    expect(spawnSync('bash', ['-n', file('bash')]).status).toBe(0);
    expect(complete(['veri'])).toEqual(['verify', 'verify-bundle']);
    expect(complete(['custody', 'ver'])).toEqual(['verify']);
    expect(complete(['custody', 'verify', '--keyr'])).toEqual(['--keyring']);
    expect(complete(['verify', '--engine', ''])).toEqual(['native', 'noble', 'dual']);
    expect(complete(['verify', '-o', 'js'])).toEqual(['json']);
    expect(complete(['verify', 'forensic-verify.b'])).toEqual(['forensic-verify.bash']);
  });
  it.runIf(has('zsh'))('zsh reads it', () => expect(spawnSync('zsh', ['-n', file('zsh')]).status).toBe(0));
  it.runIf(has('fish'))('fish reads it', () => expect(spawnSync('fish', ['-n', file('fish')]).status).toBe(0));
});
