// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';

const cwd = join(PROJECT, 'fixtures/cases/policy-met');
const { command } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as { command: string[] };
const scratch = mkdtempSync(join(tmpdir(), 'fv-scopes-'));

const POLICY = `policy: forensic-verify/policy@v1
name: n
scopes:
  - { name: here, match: { names: [artifact.txt] }, attest_mode: enforce }
  - { name: elsewhere, match: { names: [artifact.txt], purls: ['pkg:npm/other@1'] }, attest_mode: enforce }
  - { name: pinned, match: { digests: ['sha256:${'0'.repeat(64)}'] }, attest_mode: enforce }
`;

function verify(bundle: string, ...format: string[]): string {
  const policy = join(scratch, 'policy.yaml');
  writeFileSync(policy, POLICY);
  const words = command.map((word) =>
    word === 'policy.yaml' ? policy : word === 'bundle.sigstore.json' ? bundle : word,
  );
  return run([...words, ...format], { cwd }).stdout;
}

const BUNDLE = join(cwd, 'bundle.sigstore.json');
const SCOPES = [
  { name: 'here', applies: 'yes', because: null },
  { name: 'elsewhere', applies: 'no', because: 'purls' },
  { name: 'pinned', applies: 'no', because: 'digests' },
];

interface Told {
  readonly items: readonly { readonly scopes: unknown }[];
  readonly subjects: readonly { readonly scopes: unknown }[];
  readonly limitations: readonly string[];
}

describe('every report tells which scopes are about each item, and why others are not', () => {
  it('as JSON, with the scopes that were about nothing at all', () => {
    const { items, limitations } = JSON.parse(verify(BUNDLE, '--json')) as Told;
    expect(items[0]!.scopes).toEqual(SCOPES);
    expect(limitations).toEqual([
      'the scope "elsewhere" of the policy is about nothing in this run',
      'the scope "pinned" of the policy is about nothing in this run',
    ]);
  });
  it('as text, in one line of the item', () => {
    const text = verify(BUNDLE);
    expect(text).toContain('  scopes    here; not elsewhere (purls); not pinned (digests)\n');
    expect(text).toContain('  - the scope "pinned" of the policy is about nothing in this run\n');
  });
  it('as provenance, of each subject', () => {
    const { subjects } = JSON.parse(verify(BUNDLE, '--output', 'provenance')) as Told;
    expect(subjects[0]!.scopes).toEqual(SCOPES);
  });
  it('and which only make it stricter, since nothing of them has verified', () => {
    const broken = join(scratch, 'broken.json');
    writeFileSync(broken, readFileSync(BUNDLE, 'utf8').replace(/"payload": *"/, '$&AAAA'));
    const { items } = JSON.parse(verify(broken, '--json')) as Told;
    expect(items[0]!.scopes).toContainEqual({ name: 'elsewhere', applies: 'strictly', because: 'purls' });
    expect(verify(broken)).toContain('elsewhere where it is stricter (purls not established)'.slice(0, 30));
  });
  it('and nothing of scopes where the policy has none', () => {
    const folder = join(PROJECT, 'fixtures/cases/pin-of-another-file--policy-digest');
    const { stdout } = run([...command, '--json'], { cwd: folder });
    expect(Object.keys((JSON.parse(stdout) as Told).items[0]!)).not.toContain('scopes');
  });
});
