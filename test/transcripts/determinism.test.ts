// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';

const CASE = join(PROJECT, 'fixtures/cases/bundle-v0.3-message');
const inCase = (name: string) => join(CASE, name);
const WORDS = [
  'verify',
  inCase('artifact.txt'),
  '--bundle',
  inCase('bundle.sigstore.json'),
  '--trusted-root',
  join(PROJECT, 'fixtures/shared/trusted-root.json'),
  '--certificate-identity',
  'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
  '--certificate-oidc-issuer',
  'https://issuer.mint.example',
];
const AT = ['--at', '2026-03-01T00:00:00Z'];

describe('J04 · the same evidence and the same question give the same bytes', () => {
  it('whatever the time zone, the language and the working directory', () => {
    const reports = new Set<string>();
    const texts = new Set<string>();
    for (const TZ of ['UTC', 'Pacific/Kiritimati']) {
      for (const locale of ['C', 'tr_TR.UTF-8', 'ar_EG.UTF-8']) {
        for (const cwd of [PROJECT, mkdtempSync(join(tmpdir(), 'fv-cwd-'))]) {
          const env = { TZ, LANG: locale, LC_ALL: locale, LANGUAGE: locale };
          reports.add(run([...WORDS, ...AT, '--json', '--deterministic'], { cwd, env }).stdout);
          texts.add(run([...WORDS, ...AT], { cwd, env }).stdout);
        }
      }
    }
    expect([...reports].map((text) => text.length)).toHaveLength(1);
    expect(texts.size).toBe(1);
    expect(JSON.parse([...reports][0]!)).toMatchObject({ run: null, verdict: { exitCode: 0 } });
  });
  it('twice, and all that differs without the flag stands in run', () => {
    const [first, second] = [1, 2].map(() => run([...WORDS, ...AT, '--json']));
    const { run: one, ...rest } = JSON.parse(first!.stdout) as { run: Record<string, unknown> };
    const { run: two, ...again } = JSON.parse(second!.stdout) as { run: Record<string, unknown> };
    expect(rest).toEqual(again);
    expect(Object.keys(one).sort()).toEqual(Object.keys(two).sort());
    expect(one['startedAt']).not.toBe(two['startedAt']);
    const fixed = run([...WORDS, ...AT, '--json', '--deterministic']).stdout;
    expect(JSON.parse(fixed)).toEqual({ ...rest, run: null });
  });
  it('is RFC 8785: members in order, no blanks, one line', () => {
    const { stdout } = run([...WORDS, ...AT, '--json', '--deterministic']);
    expect(stdout.split('\n')).toHaveLength(2);
    const canonical = run(['check', 'canonical', '-'], { input: stdout });
    expect(`${canonical.stdout}\n`).toBe(stdout);
  });
});

describe('the digest of the policy', () => {
  const digest = (...more: readonly string[]) => {
    const { stdout } = run([...WORDS, ...AT, ...more, '--json', '--deterministic']);
    return (JSON.parse(stdout) as { policy: { sha256: string } }).policy.sha256;
  };
  it('is another where the question is another', () => {
    const questions = [
      [],
      ['--type', 'slsaprovenance1'],
      ['--not-after', '2026-02-03T00:00:00Z'],
      ['--skew', '30'],
      ['--max-root-age', '90d'],
      ['--timestamp-threshold', '1'],
    ];
    expect(new Set(questions.map((words) => digest(...words))).size).toBe(questions.length);
  });
  it('is the same where only the showing is another', () => expect(digest('--verbose')).toBe(digest()));
});
