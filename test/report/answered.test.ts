// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';

const cwd = join(PROJECT, 'fixtures/cases/bundle-v0.3-dsse');
const REST = ['--trusted-root', '../../shared/trusted-root.json', '--at', '2026-03-01T00:00:00Z'];
const scratch = mkdtempSync(join(tmpdir(), 'fv-answered-'));
const SAN = 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main';

function verify(name: string, content: string, ...words: string[]) {
  const path = join(scratch, name);
  writeFileSync(path, content);
  const flag = name.startsWith('spec') ? '--expect' : '--policy';
  const all = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...REST, flag, path, ...words];
  const { code, stdout } = run(all, { cwd });
  const lines = stdout.split('\n');
  const from = lines.findIndex((line) => line.endsWith('    certificate.identity'));
  const to = lines.findIndex((line, i) => i > from && !line.startsWith('            '));
  return { code, stdout, identity: lines.slice(from, to).map((line) => line.trim()) };
}

const policy = (signer: string, more = '') =>
  `policy: forensic-verify/policy@v1\nname: n\n${more}require:\n  signer: [{ identity: "${signer}", issuer: "https://issuer.mint.example" }]\n`;

describe('the identity that rules ask for', () => {
  it('is shown as asked by them, and nobody is told to ask again', () => {
    const { code, stdout, identity } = verify('policy.yaml', policy(SAN));
    expect(code).toBe(0);
    expect(identity).toEqual([
      'free    certificate.identity',
      'asked by require.signer, in place of --certificate-identity',
    ]);
    expect(stdout).not.toContain('identity-not-asked');
  });
  it('also where they refuse', () => {
    const { code, stdout, identity } = verify('policy.yaml', policy('x'));
    expect([code, identity[0]]).toEqual([3, 'free    certificate.identity']);
    expect(stdout).toContain('policy-signer');
  });
  it('and is said to be only warned of where the spec of a package does not hold', () => {
    const spec = 'provenance: { repository_uri: "https://github.com/example/server" }';
    const { code, identity } = verify('spec.yaml', spec, '--attest-mode', 'record');
    expect([code, identity[0], identity.at(-1)]).toEqual([1, 'warn    certificate.identity', 'only warned of']);
  });
});
