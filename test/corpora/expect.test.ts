// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

interface Judgement {
  readonly check: string;
  readonly effect: string;
  readonly reason: string | null;
  readonly underEnforce?: string;
  readonly seen?: { readonly field: string; readonly expected: string; readonly found: string | null };
}

/** A build of the container-based generator, which was started by hand on the branch main. */
const BUILD = 'cli/slsa-verifier/testdata/gha_container-based/v1.9.0/binary-linux-amd64-workflow_dispatch';
const ROOT = '../sigstore-trust-roots/public-good/targets/trusted_root.json';
const SIGNER = [
  '--certificate-identity',
  'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/builder_container-based_slsa3.yml@refs/tags/v1.9.0',
  '--certificate-oidc-issuer',
  'https://token.actions.githubusercontent.com',
];

describeCorpus('slsa-verifier', (folder) => {
  const scratch = mkdtempSync(join(tmpdir(), 'fv-expect-'));
  function verify(provenance: object, words: readonly string[] = [], bundle = true) {
    const spec = join(scratch, 'spec.yaml');
    writeFileSync(spec, JSON.stringify({ metadata: { name: 'any' }, provenance }));
    const evidence = bundle ? ['--bundle', join(folder, `${BUILD}.intoto.build.slsa`)] : [];
    const trust = ['--trusted-root', join(folder, ROOT), '--at', '2026-03-01T00:00:00Z'];
    const result = run(['verify', join(folder, BUILD), ...evidence, ...trust, '--expect', spec, '--json', ...words]);
    const { items } = JSON.parse(result.stdout) as { items: { judgements: Judgement[] }[] };
    const all = items.flatMap(({ judgements }) => judgements).filter(({ check }) => check === 'policy.expect');
    const fields: Record<string, Judgement> = {};
    for (const one of all) fields[one.seen?.field ?? one.check] = one;
    return { code: result.code, fields };
  }
  const right = {
    repository_uri: 'https://github.com/slsa-framework/example-package',
    repository_ref: 'refs/heads/main',
    attestations: {
      available: true,
      verified: true,
      publisher: { kind: 'GitHub', repository: 'slsa-framework/example-package' },
    },
  };

  it('a spec that holds is 0, and says by itself who should have signed', () => {
    const { code, fields } = verify(right);
    expect(code).toBe(0);
    expect(Object.values(fields).map(({ effect }) => effect)).toEqual(Array(6).fill('satisfied'));
  });
  it('a mismatch is 3 under enforce, and 1 under record and none, with what it would have been', () => {
    const wrong = { ...right, repository_ref: 'refs/tags/v1.0.0' };
    expect(verify(wrong).code).toBe(3);
    for (const mode of ['record', 'none']) {
      const { code, fields } = verify(wrong, ['--attest-mode', mode]);
      expect([mode, code]).toEqual([mode, 1]);
      expect(fields['repository_ref']).toMatchObject({
        effect: 'warns',
        underEnforce: 'rejects',
        reason: 'expect-mismatch',
        seen: { expected: 'refs/tags/v1.0.0', found: 'refs/heads/main' },
      });
    }
  });
  it('another repository is 1 where that is recorded, whether or not the signer is named', () => {
    const wrong = { repository_uri: 'https://github.com/example/other' };
    for (const mode of ['record', 'none']) {
      expect(verify(wrong, ['--attest-mode', mode]).code).toBe(1);
      expect(verify(wrong, ['--attest-mode', mode, ...SIGNER]).code).toBe(1);
    }
    expect(verify(wrong).code).toBe(3);
    expect(verify(wrong, SIGNER).code).toBe(3);
    // Another signer than the one that was named is no matter of the spec.
    expect(verify(wrong, ['--attest-mode', 'record', ...SIGNER.with(1, 'x')]).code).toBe(3);
  });
  it('an attestation that is claimed and absent is 3 under enforce, and 1 where no signature is required', () => {
    const absent = verify(right, [], false);
    expect(absent.code).toBe(3);
    expect(absent.fields['attestations.available']).toMatchObject({ reason: 'expect-attestation-absent' });
    for (const mode of ['record', 'none'])
      expect(verify(right, ['--attest-mode', mode, '--require-signature', 'false'], false).code).toBe(1);
  });
});
