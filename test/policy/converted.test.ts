// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { hash, hex, utf8 } from '../../scripts/mint/bytes.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { ASKED_AT, alice, mintRoot, rekorV1, type Signer, signer } from '../../scripts/mint/world.ts';
import { type Judged, PROJECT, runJson } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

interface JudgedItem {
  readonly judgements: readonly {
    readonly check: string;
    readonly rule: string;
    readonly effect: string;
    readonly reason: string | null;
  }[];
}

const policy = (name: string) => ['--policy', join(PROJECT, 'offline-kit/policies', name)];

/** Exit code, and every judgement that is not satisfied and counts: `check or rule: reason`. */
function outcome({ code, report }: Judged): readonly [number | null, readonly string[]] {
  const items = (report?.items ?? []) as unknown as readonly JudgedItem[];
  const counting = items
    .flatMap(({ judgements }) => judgements)
    .filter(({ effect, reason }) => ['rejects', 'warns'].includes(effect) && reason !== 'prerequisite-not-passed');
  return [code, counting.map(({ check, reason }) => `${check}: ${reason}`)];
}

describeCorpus('sigstore-conformance', (folder) => {
  const assets = join(folder, 'test/assets/bundle-verify');
  const root = join(folder, '../sigstore-trust-roots/public-good/targets/trusted_root.json');
  const verify = (artifact: string, bundle: string, trusted = root) =>
    outcome(
      runJson(['verify', artifact, '--bundle', bundle, '--trusted-root', trusted, ...policy('cosign-identity.yaml')]),
    );
  const artifact = join(assets, 'a.txt');
  const happy = join(assets, 'happy-path-v0.3/bundle.sigstore.json');

  describe('the identity that cosign is asked for', () => {
    it.each(['happy-path-v0.1', 'happy-path-v0.2', 'happy-path-v0.3'])('has signed %s', (name) => {
      expect(verify(artifact, join(assets, name, 'bundle.sigstore.json'))).toEqual([0, []]);
    });
    it('has not signed what another workflow has', () => {
      const other = join(folder, '../sigstore-python/test/assets/bundle_v3_github.whl');
      expect(verify(other, `${other}.sigstore`)).toEqual([3, ['policy.signer: policy-signer']]);
    });
    it('has signed nothing under a plain key', () => {
      const [code, reasons] = verify(artifact, join(assets, 'managed-key-happy-path/bundle.sigstore.json'));
      expect(code).toBe(3);
      expect(reasons).toContain('key.trusted: signer-key-unknown');
    });
    it('has signed another file than this', () => {
      const [code, reasons] = verify(join(assets, 'README.md'), happy);
      // One cause: that the signer is not known either follows from it, and is told without a code of its own.
      expect(code).toBe(2);
      expect(reasons).toEqual(['subject.digest: artifact-digest-mismatch', 'policy.signer: policy-fact-unknown']);
    });
    it('has a certificate that a log has seen', () => {
      const broken = join(assets, 'invalid-ct-key_fail');
      const [code, reasons] = verify(artifact, join(broken, 'bundle.sigstore.json'), join(broken, 'trusted_root.json'));
      expect(code).toBe(3);
      expect(reasons).toContain('sct.signature: sct-log-unknown');
    });
  });
});

describeCorpus('slsa-verifier', (folder) => {
  const data = join(folder, 'cli/slsa-verifier/testdata');
  const root = join(folder, '../sigstore-trust-roots/public-good/targets/trusted_root.json');
  const BINARY = 'sha256:376e7e01348585b6e6643bc6663146b9d525d9b41228bf180eaeb4d4a3706caa';
  const verify = (artifact: string, bundle: string) =>
    outcome(
      runJson(['verify', artifact, '--bundle', bundle, '--trusted-root', root, ...policy('slsa-verifier-call.yaml')]),
    );
  const generic = (name: string) => join(data, 'gha_generic', `${name}.intoto.jsonl`);

  it('the trusted root of the package says when it was issued', () => {
    const aged = join(mkdtempSync(join(tmpdir(), 'aged-')), 'p.yaml');
    const under = (days: number) => {
      const head = 'policy: forensic-verify/policy@v1\nname: n\n';
      writeFileSync(
        aged,
        `${head}require: { source: { repository: slsa-framework/example-package }, max_root_age: ${days}d }\n`,
      );
      const words = ['verify', BINARY, '--bundle', generic('v2.1.0/binary-linux-amd64-push-v14.2')];
      return outcome(runJson([...words, '--policy', aged, '--at', '2027-01-01T00:00:00Z']));
    };
    expect(under(9999)).toEqual([0, []]);
    expect(under(1)).toEqual([5, ['policy.max_root_age: policy-root-age']]);
  });

  describe('what slsa-verifier is called with', () => {
    it('is met by the build of the tag', () => {
      expect(verify(BINARY, generic('v2.1.0/binary-linux-amd64-push-v14.2'))).toEqual([0, []]);
    });
    it('is refuted by the build of another tag', () => {
      expect(verify(BINARY, generic('v2.1.0/binary-linux-amd64-push-v14'))).toEqual([
        3,
        ['policy.source: policy-source'],
      ]);
    });
    it('is not met by the build of a branch', () => {
      const built = verify(BINARY, generic('v2.1.0/binary-linux-amd64-workflow_dispatch'));
      expect(built).toEqual([3, ['policy.source: policy-fact-unknown']]);
    });
    it('is not met by a builder that it does not know', () => {
      const delegated = join(data, 'gha_delegator/v2.0.0/binary-linux-amd64-push-v14.2');
      expect(verify(delegated, `${delegated}.build.slsa`)).toEqual([3, ['policy.signer: policy-signer']]);
    });
  });
});

describe('the trust policy of notation', () => {
  const directory = mkdtempSync(join(tmpdir(), 'notation-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return name;
  };
  const MANIFEST = utf8('{"schemaVersion":2}\n');
  const digest = `sha256:${hex(hash('sha256', MANIFEST))}`;
  const wabbit = signer({ label: 'leaf wabbit', key: ecKey('p256', 'wabbit networks') });
  put('root.json', JSON.stringify(mintRoot()));

  const reported = (name: string, by: Signer, { operand = digest, at = ASKED_AT } = {}) => {
    const payload = statement([subjectOf(name, MANIFEST)], SLSA_V1, provenanceV1());
    const { bundle } = seal({ signer: by, content: { payload }, entries: [{ log: rekorV1 }] });
    put('bundle.json', JSON.stringify(bundle));
    const files = ['--bundle', 'bundle.json', '--trusted-root', 'root.json'];
    const command = ['verify', operand, ...files, ...policy('notation-trust-policy.yaml'), '--at', at];
    return runJson(command, { cwd: directory });
  };
  const verify = (...asked: Parameters<typeof reported>) => outcome(reported(...asked));
  const ACME = 'registry.acme-rockets.io/software';

  it.each(['net-monitor:v1', 'net-logger', `net-logger@${digest}`])('strict: %s by the pinned key passes', (name) => {
    expect(verify(`${ACME}/${name}`, wabbit)).toEqual([0, []]);
  });
  it('strict: another key under the same authority is refused', () => {
    expect(verify(`${ACME}/net-monitor:v1`, alice)).toEqual([3, ['policy.key_fingerprint: policy-key']]);
  });
  it('strict, any identity: passes, and past its time it is logged', () => {
    const passed = reported(`${ACME}/legacy/metrics:v1`, alice);
    expect(outcome(passed)).toEqual([0, []]);
    // As loud as on the command line.
    const { weakenings } = passed.report as unknown as { readonly weakenings: readonly string[] };
    expect(weakenings.filter((line) => line.startsWith('ANYONE'))).toEqual([
      'ANYONE may have signed: the identity pattern takes every name (scopes[2].require.signer)',
      'ANYONE may have vouched: the issuer pattern takes every name (scopes[2].require.signer)',
    ]);
    const late = verify(`${ACME}/legacy/metrics:v1`, alice, { at: '2027-03-01T00:00:00Z' });
    expect(late).toEqual([1, ['policy.ttl: policy-ttl']]);
  });
  it.each(['software/other:v1', 'software/net-monitor-2:v1', 'evil/software/net-monitor'])(
    'audit: %s, which no statement names, is logged',
    (name) => {
      const found = verify(`registry.acme-rockets.io/${name}`, alice);
      expect(found).toEqual([1, ['certificate.identity: identity-not-asked']]);
    },
  );
  it('audit: the digest of another image is refused all the same', () => {
    const [code, reasons] = verify(`${ACME}/other:v1`, alice, { operand: `sha256:${'0'.repeat(64)}` });
    expect(code).toBe(2);
    expect(reasons).toContain('subject.digest: subject-digest-mismatch');
  });
  it('skip: an unsigned image is a warning, under the path that names it alone', () => {
    const unsigned = (path: string) =>
      runJson(['verify', put(path, MANIFEST), ...policy('notation-trust-policy.yaml'), '--at', ASKED_AT], {
        cwd: directory,
      });
    expect(unsigned('registry.wabbit-networks.io/software/unsigned/net-utils').code).toBe(1);
    expect(outcome(unsigned('registry.wabbit-networks.io/software/signed/net-utils'))).toEqual([
      3,
      ['envelope.signatures: signature-absent'],
    ]);
  });
});
