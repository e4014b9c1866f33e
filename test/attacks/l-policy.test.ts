// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { AT, TRUSTED_ROOT, WHO } from '../../scripts/mint/case.ts';
import { ARTIFACT, ATTESTED } from '../../scripts/mint/cases/good.ts';
import { FIXTURES, folder, runCase } from './evidence.ts';
import { judged, type Outcome } from './program.ts';

const files = { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(ATTESTED).bundle };
const root = TRUSTED_ROOT.map((word) => word.replace('../..', FIXTURES));

/** The good attestation, under a policy and flags. */
async function under(policy: string, ...flags: readonly string[]): Promise<Outcome> {
  const cwd = folder({ ...files, 'p.yaml': `policy: forensic-verify/policy@v1\nname: attack\n${policy}` });
  const asked = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', '--policy', 'p.yaml'];
  return judged([...asked, ...root, ...WHO, ...AT, ...flags], cwd);
}

const RELAXED = 'require_signature: false\nattest_mode: none\nfallback: warn\n';
/** A rule that the good attestation does not keep. */
const UNMET = 'require:\n  predicate_types: [https://example.com/other/v1]\n';

describe('L08 · SLSA', () => {
  it('a builder is compared whole, never by how it begins', async () => {
    const longer = await runCase('builder-with-longer-name--policy-builder');
    expect([longer.code, longer.stdout.includes('policy-builder')]).toEqual([3, true]);
    expect((await under('', '--builder-id', 'https://builder.mint.example/')).code).toBe(3);
  });
  it('what a provenance does not say is not taken for said', async () => {
    expect((await under('require:\n  source:\n    commit: "0000000000000000000000000000000000000000"\n')).code).toBe(3);
  });
});

describe('L09 · policy merge', () => {
  it('the strictest of command line, file and default wins, whichever of them it is', async () => {
    expect((await under(UNMET)).code).toBe(3);
    expect((await under(`attest_mode: record\n${UNMET}`)).code).toBe(1);
    expect((await under(`attest_mode: record\n${UNMET}`, '--attest-mode', 'enforce')).code).toBe(3);
    expect((await under(UNMET, '--attest-mode', 'none')).code).toBe(3);
    expect((await under(`${RELAXED}${UNMET}`, '--strict')).code).toBe(3);
  });
  it('less than the file asks is only asked with a flag that says so, and that the report repeats', async () => {
    const less = await under(UNMET, '--attest-mode', 'record', '--override-policy');
    expect(less.code).toBe(1);
    expect(less.stdout).toMatch(/"weakenings":\["[^\]]*override-policy/);
  });
  it('the digest of the policy stands in the report', async () => {
    expect((await under('')).stdout).toMatch(/"policy":\{"name":"attack","sha256":"[0-9a-f]{64}"/);
  });
});

describe('L10 · claims stay claims', () => {
  it('what a statement says of itself decides nothing unless its signature holds', async () => {
    const broken = JSON.parse(JSON.stringify(files['bundle.sigstore.json'])) as {
      dsseEnvelope: { signatures: { sig: string }[] };
    };
    const [first] = broken.dsseEnvelope.signatures;
    first!.sig = `${first!.sig.startsWith('MEU') ? 'MEQ' : 'MEU'}${first!.sig.slice(3)}`;
    const cwd = folder({
      'artifact.txt': ARTIFACT,
      'bundle.sigstore.json': JSON.stringify(broken),
      'p.yaml':
        'policy: forensic-verify/policy@v1\nname: attack\nrequire:\n  claims:\n    - { on: statement, pointer: /predicateType, present: true }\n',
    });
    const asked = ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', '--policy', 'p.yaml'];
    const outcome = await judged([...asked, ...root, ...WHO, ...AT], cwd);
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).toContain('policy-fact-unknown');
  });
});
