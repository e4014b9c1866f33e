// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runJson } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

const ARTIFACT = 'sha256:376e7e01348585b6e6643bc6663146b9d525d9b41228bf180eaeb4d4a3706caa';
const BUNDLE = 'cli/slsa-verifier/testdata/gha_generic/v2.1.0/binary-linux-amd64-push-v14.intoto.jsonl';
const ROOT = '../sigstore-trust-roots/public-good/targets/trusted_root.json';
const GENERATOR = 'slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml';
const SOURCE = ['--source-uri', 'github.com/slsa-framework/example-package'];
const POLICY = `policy: forensic-verify/policy@v1
name: trial
require:
  source: { repository: https://github.com/slsa-framework/example-package }
  predicate_types: [https://slsa.dev/provenance/v0.2]
`;

interface Seen {
  readonly items: readonly { readonly judgements: readonly { readonly rule: string; readonly effect: string }[] }[];
  readonly policy: { readonly name: string };
  readonly weakenings: readonly string[];
}

/** One real build, asked about in the words of gh and cosign, and under policy files. */
describeCorpus('slsa-verifier', (folder) => {
  const directory = mkdtempSync(join(tmpdir(), 'policy-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const verify = (...flags: readonly string[]) => {
    const files = ['--bundle', join(folder, BUNDLE), '--trusted-root', join(folder, ROOT)];
    const result = runJson(['verify', ARTIFACT, ...files, ...flags]);
    const report = result.report as unknown as Seen | null;
    const judgements = report?.items.flatMap((item) => item.judgements) ?? [];
    const refusing = judgements.filter(({ effect }) => effect === 'rejects').map(({ rule }) => rule);
    return { ...result, refusing, weakenings: report?.weakenings ?? [], policy: report?.policy.name };
  };
  const policy = (text: string): readonly string[] => {
    const path = join(directory, 'policy.yaml');
    writeFileSync(path, text);
    return ['--policy', path];
  };

  it.each([
    ['--source-ref', 'refs/tags/v14', 'refs/tags/v1'],
    ['--ref', 'refs/tags/v14', 'refs/heads/v14'],
    ['--source-branch', 'main', 'mai'],
    ['--source-digest', '4d329c75e7ec1725f7c9ce917a8799d408d06be3', '4d329c75e7ec1725f7c9ce917a8799d408d06be4'],
    ['--signer-workflow', GENERATOR, GENERATOR.replace('.yml', '.yaml')],
    ['--signer-workflow', `${GENERATOR}@refs/tags/v2.1.0`, `${GENERATOR}@refs/tags/v2.1`],
    ['--signer-repo', 'slsa-framework/slsa-github-generator', 'slsa-framework/slsa'],
    ['--signer-digest', 'f7dd8c54c2067bafc12ca7a55595d5ee9b75204a', 'f7dd8c54'],
    ['--trigger', 'push', 'pull'],
    [
      '--certificate-github-workflow-name',
      '.github/workflows/verifier-e2e.all.workflow_dispatch.main.all.slsa3.yml',
      'x',
    ],
  ])('%s %s is met, and %s is not', (flag, good, bad) => {
    expect(verify(...SOURCE, flag, good).code).toBe(0);
    const refused = verify(...SOURCE, flag, bad);
    expect(refused.code).toBe(3);
    expect(refused.refusing).toHaveLength(1);
  });

  it('the machine was of the platform; inputs that the provenance does not tell are not met', () => {
    expect(verify(...SOURCE, '--deny-self-hosted-runners').code).toBe(0);
    const inputs = verify(...SOURCE, '--build-workflow-input', 'level=full');
    expect([inputs.code, inputs.refusing]).toEqual([3, ['--build-workflow-input']]);
  });

  it('what a workflow was called with by another is no input of whoever started it', () => {
    const built = join(folder, 'cli/slsa-verifier/testdata/gha_delegator/v2.0.0/binary-linux-amd64-workflow_dispatch');
    const called = (...flags: readonly string[]) =>
      runJson(['verify', built, '--bundle', `${built}.build.slsa`, '--trusted-root', join(folder, ROOT), ...flags]);
    expect(called(...SOURCE, '--trigger', 'workflow_dispatch').code).toBe(0);
    const refused = called(...SOURCE, '--build-workflow-input', 'content=hello');
    const [item] = (refused.report as unknown as Seen).items;
    expect(item!.judgements.filter(({ effect }) => effect === 'rejects')).toMatchObject([
      { rule: '--build-workflow-input', reason: 'policy-fact-unknown' },
    ]);
    expect(refused.code).toBe(3);
  });

  it('a branch alone asks nobody who signed', () => {
    expect(verify('--source-branch', 'main').code).toBe(64);
    expect(verify('-R', 'slsa-framework/example-package').code).toBe(0);
  });

  it('an issuer of another platform refuses', () => {
    const other = verify(...SOURCE, '--certificate-oidc-issuer', 'https://gitlab.com');
    expect([other.code, other.refusing]).toEqual([3, ['--source-uri']]);
  });

  it('a policy file asks who signed, and its name and digest are in the report', () => {
    const result = verify(...policy(POLICY));
    expect([result.code, result.policy]).toEqual([0, 'trial']);
    expect(verify(...policy(POLICY.replace('package }', 'packagf }'))).refusing).toEqual(['require.source']);
    expect(verify(...policy(POLICY.replace('v0.2', 'v1'))).refusing).toEqual(['require.predicate_types']);
    expect(verify(...policy(`${POLICY}expires: 2020-01-01T00:00:00Z\n`)).refusing).toEqual(['policy.in-force']);
    expect(verify(...policy(POLICY.replace('require:', 'requires:'))).code).toBe(64);
  });

  it('file and flags combine to the strictest', () => {
    const wrong = ['--source-branch', 'other'];
    const laxer = policy(`${POLICY}attest_mode: record\n`);
    expect(verify(...laxer, ...wrong).code).toBe(1);
    expect(verify(...laxer, ...wrong, '--strict').code).toBe(3);
    expect(verify(...laxer, ...wrong, '--attest-mode', 'enforce').code).toBe(3);
    const strict = policy(POLICY);
    expect(verify(...strict, ...wrong, '--attest-mode', 'record').code).toBe(3);
    const overridden = verify(...strict, ...wrong, '--attest-mode', 'record', '--override-policy');
    expect(overridden.code).toBe(1);
    expect(overridden.weakenings.join()).toContain('--override-policy weakens the policy');
  });

  it('a policy takes no weakening flag without --override-policy, and --strict none at all', () => {
    const kept = verify(...policy(POLICY), '--check-claims=false');
    expect(kept.code).toBe(0);
    expect(kept.weakenings.join()).toContain('not done beside a policy');
    expect(verify(...policy(POLICY), '--check-claims=false', '--override-policy').code).toBe(1);
    expect(verify(...SOURCE, '--insecure-ignore-sct', '--strict').code).toBe(64);
    expect(verify(...SOURCE, '--override-policy').code).toBe(64);
  });
});
