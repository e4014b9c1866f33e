// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestHex } from '../../src/crypto/digest.ts';
import { PROJECT, run } from '../support/cli.ts';

const cwd = join(PROJECT, 'fixtures/cases/pin-of-another-file--policy-digest');
const { command } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as { command: string[] };
const artifact = readFileSync(join(cwd, 'artifact.txt'));
const scratch = mkdtempSync(join(tmpdir(), 'fv-digests-'));

function verify(policy: string) {
  const path = join(scratch, 'policy.yaml');
  writeFileSync(path, `policy: forensic-verify/policy@v1\nname: n\n${policy}`);
  const words = command.map((word) => (word === 'policy.yaml' ? path : word));
  const { code, stdout } = run([...words, '--json'], { cwd });
  const { items } = JSON.parse(stdout) as {
    items: { sub: string; artifacts: { digests: object }[]; judgements: { check: string; reason: string | null }[] }[];
  };
  const rule = items[0]!.judgements.find(({ check }) => check.startsWith('policy.'));
  return { code, sub: items[0]!.sub, digests: items[0]!.artifacts[0]!.digests, reason: rule?.reason };
}

describe.each(['sha384', 'sha512'] as const)('a policy that names digests by %s', (algorithm) => {
  const right = `${algorithm}:${digestHex(algorithm, artifact)}`;
  const wrong = `${algorithm}:${digestHex(algorithm, Buffer.from('another'))}`;
  it('has it computed of the artifact at hand', () => {
    expect(verify(`require: { digest: ["${right}"] }\n`)).toMatchObject({
      code: 0,
      reason: null,
      digests: { [algorithm]: right.slice(7) },
    });
    expect(verify(`require: { digest: ["${wrong}"] }\n`)).toMatchObject({
      code: 2,
      sub: 'HASH_FAILURE',
      reason: 'policy-digest',
    });
    expect(verify(`fallback: warn\nrequire: { digest: ["${wrong}"] }\n`).code).toBe(1);
  });
  it('has its scopes', () => {
    const scope = (digest: string) =>
      `scopes: [{ name: s, match: { digests: ["${digest}"] }, require: { algorithms: [ed25519] } }]\n`;
    expect(verify(scope(right))).toMatchObject({ code: 3, reason: 'policy-algorithm' });
    expect(verify(scope(wrong)).code).toBe(0);
  });
});
