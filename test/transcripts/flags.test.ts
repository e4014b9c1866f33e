// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run, runJson, unwrapped } from '../support/cli.ts';

const cwd = join(PROJECT, 'fixtures/cases/check-canonical');

describe('a flag without effect is none', () => {
  it.each(['-q', '-v', '--quiet', '--verbose', '--output json', '-o json', '--engine dual'])(
    'check canonical takes no %s',
    (flag) => {
      const { code, stderr } = run(['check', 'canonical', 'document.json', ...flag.split(' ')], { cwd });
      expect([code, stderr]).toEqual([64, expect.stringContaining(flag.split(' ')[0]!)]);
    },
  );
  it.each(['json', 'inclusion'])('check %s takes no --engine: it verifies no signature', (step) => {
    const { code, stderr } = run(['check', step, 'document.json', '--engine', 'noble'], { cwd });
    expect([code, stderr]).toEqual([64, expect.stringContaining('--engine')]);
    expect(run(['check', step, '--help']).stdout).not.toContain('--engine');
  });
  it('--json of check canonical is about the report, where there is one', () => {
    expect(run(['check', 'canonical', 'document.json', '--json'], { cwd }).stdout).toBe('{"a":"é","b":1}');
    const refused = runJson(['check', 'canonical', 'README.md'], { cwd });
    expect([refused.code, refused.reasons]).toEqual([3, ['json-invalid']]);
  });
});

describe('a number that no double holds', () => {
  const input = '{"b":9007199254740993,"a":1.0000000000000000000001}';
  it('is a finding of check json, and decides nothing', () => {
    const { code, report } = runJson(['check', 'json', '-'], { input });
    expect(code).toBe(0);
    expect(report!.items[0]!.findings).toMatchObject([
      {
        code: 'json-number-inexact',
        detail: '9007199254740993 is read as 9007199254740992 at line 1 column 6, and 1 more',
      },
    ]);
    expect(runJson(['check', 'json', '-'], { input: '{"a":0.1}' }).report!.items[0]!.findings).toEqual([]);
  });
  it('is a line on standard error of check canonical, whose output is the canonical form alone', () => {
    const { code, stdout, stderr } = run(['check', 'canonical', '-'], { input });
    expect([code, stdout]).toEqual([0, '{"a":1,"b":9007199254740992}']);
    expect(unwrapped(stderr)).toBe(
      'forensic-verify: json-number-inexact: 9007199254740993 is read as 9007199254740992 at line 1 column 6, and 1 more\n',
    );
    expect(run(['check', 'canonical', '-'], { input: '{"a":0.1}' }).stderr).toBe('');
  });
});
