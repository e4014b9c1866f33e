// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT, runJson } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'fv-beside-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Judged {
  readonly check: string;
  readonly effect: string;
  readonly reason: string | null;
  readonly seen?: Readonly<Record<string, unknown>>;
}

/** One of two keys has signed, and the command line asks for `threshold` of them. */
function judged(threshold: string, require: string): { code: number | null; rules: readonly Judged[] } {
  const policy = join(folder, 'p.yaml');
  writeFileSync(policy, `policy: forensic-verify/policy@v1\nname: n\nrequire: ${require}\n`);
  const keys = ['p256', 'ed25519'].flatMap((name) => ['--key', `../../keys/${name}.pub.pem`]);
  const words = ['verify', 'artifact.txt', '--bundle', 'artifact.dsse.json', ...keys, '--threshold', threshold];
  const cwd = join(PROJECT, 'fixtures/cases/dsse-one-of-two--signature-threshold');
  const { code, report } = runJson([...words, '--at', '2026-03-01T00:00:00Z', '--policy', policy], { cwd });
  const items = report!.items as unknown as readonly { readonly judgements: readonly Judged[] }[];
  return { code, rules: items[0]!.judgements.filter(({ check }) => check.startsWith('policy.')) };
}

describe('a policy beside flags', () => {
  it('counts the signers that there are, also where the command line asks for more', () => {
    const met = judged('2', '{ thresholds: { signers: 1 } }');
    expect(met.code).toBe(3);
    expect(met.rules).toMatchObject([{ effect: 'satisfied', seen: { signers: 1 } }]);
    const missed = judged('1', '{ thresholds: { signers: 2 } }');
    expect(missed.code).toBe(3);
    expect(missed.rules).toMatchObject([{ effect: 'rejects', reason: 'policy-threshold', seen: { signers: 1 } }]);
  });
  it('asks nothing about a trusted root of a plain key', () => {
    const { code, rules } = judged('1', '{ max_root_age: 1d }');
    expect([code, rules.map(({ effect, seen }) => [effect, seen])]).toEqual([
      0,
      [['satisfied', { rootAgeDays: null, trustedRoot: 'none' }]],
    ]);
  });
});
