// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, folder, refusesCase, runCase, UNDER } from './evidence.ts';
import { judged } from './program.ts';

const CASE = join(FIXTURES, 'cases/pypi-provenance');
const read = (name: string) => new Uint8Array(readFileSync(join(CASE, name)));
const SDIST = 'acme_app-1.0.tar.gz';
const COMMAND = (JSON.parse(new TextDecoder().decode(read('expect.json'))) as { command: string[] }).command;
const WHO = COMMAND.slice(COMMAND.indexOf('--certificate-identity'));

describe('L05 · PyPI (PEP 740)', () => {
  it('tags in another order and another spelling of the name are the same distribution', async () => {
    expect((await runCase('pypi-attestation-spelled-otherwise')).code).toBe(0);
  });

  it('another version, a renamed file, several subjects, no name and a name of nothing are refused', async () => {
    await refusesCase('pypi-other-version--subject-name-mismatch');
    await refusesCase('pypi-file-renamed--artifact-name-invalid');
    await refusesCase('pypi-two-subjects--subject-count');
    await refusesCase('pypi-subject-without-name--subject-name-absent');
    await refusesCase('pypi-subject-no-distribution--subject-name-invalid');
    await refusesCase('pypi-of-unknown-type--attestation-type-unknown');
  });

  it('an edited publisher is refused in every member of it, and what cannot be compared is told', async () => {
    await refusesCase('pypi-publisher-edited--publisher-contradicted');
    const provenance = JSON.parse(new TextDecoder().decode(read('app.provenance')));
    const told = provenance.attestation_bundles[0].publisher;
    const verify = (publisher: unknown) => {
      const edited = { ...provenance, attestation_bundles: [{ ...provenance.attestation_bundles[0], publisher }] };
      const cwd = folder({ [SDIST]: read(SDIST), 'app.provenance': edited });
      return judged(['verify', SDIST, '--bundle', 'app.provenance', ...UNDER, ...WHO], cwd);
    };
    for (const change of [
      { repository: 'acme/App' },
      { workflow: 'Release.yml' },
      { workflow: 'release.yml@refs/tags/v1.0' },
      { kind: 'GitLab', workflow_filepath: 'release.yml' },
      { kind: 'Google', email: 'a@mint.example' },
    ]) {
      const outcome = await verify({ ...told, ...change });
      expect([outcome.code, outcome.reasons], JSON.stringify(change)).toEqual([3, ['publisher-contradicted']]);
    }
    for (const publisher of [
      { ...told, kind: 'ActiveState' },
      { ...told, environment: 'pypi' },
      { kind: 'GitHub' },
      {},
    ]) {
      const outcome = await verify(publisher);
      expect([outcome.code, outcome.findings.includes('publisher-not-compared')], JSON.stringify(publisher)).toEqual([
        0,
        true,
      ]);
    }
  });

  it('the index is said to be unproven', async () => {
    const outcome = await runCase('pypi-provenance');
    expect(outcome.code).toBe(0);
    expect((outcome.report as unknown as { limitations: string[] }).limitations.join()).toContain('index: not proven');
  });

  it('a publisher that was asked for is compared with the certificate, issuer included (L02)', async () => {
    expect((await runCase('pypi-by-another-workflow--policy-publisher')).code).toBe(3);
    for (const publisher of [
      'kind=GitHub,repository=acme/app2,workflow=release.yml',
      'kind=GitHub,repository=acme,workflow=release.yml',
      'kind=GitHub,repository=acme/app,workflow=release.yml,environment=pypi',
      'kind=GitLab,repository=acme/app,workflow_filepath=release.yml',
      'kind=Google,email=release@acme.example',
    ]) {
      const outcome = await judged(
        [
          ...COMMAND.filter(
            (_, i) => !/^--publisher$/.test(COMMAND[i]!) && !/^--publisher$/.test(COMMAND[i - 1] ?? ''),
          ),
          '--publisher',
          publisher,
        ],
        CASE,
      );
      expect(outcome.code, publisher).toBe(3);
    }
    for (const publisher of [
      'kind=GitHub',
      'GitHub',
      'kind=GitHub,kind=GitHub',
      'kind=ActiveState',
      'kind=GitHub,repository=,workflow=a',
    ]) {
      expect(
        (await judged(['verify', SDIST, '--bundle', 'app.provenance', ...UNDER, '--publisher', publisher], CASE)).code,
        publisher,
      ).toBe(64);
    }
  });
});

describe('C16 · cosign old formats', () => {
  it('the digest of the manifest is compared always, the reference where it is asked, and nothing optional is believed', async () => {
    expect((await runCase('image-payload')).code).toBe(0);
    expect((await runCase('image-payload')).findings).toContain('image-payload-optional');
    await refusesCase('image-another--image-digest-mismatch', 2);
    await refusesCase('image-another-reference--image-reference-mismatch');
    await refusesCase('image-payload-critical--image-payload-format');
  });

  it('a signature without a log entry and without a token has no time, and is not accepted keyless', async () => {
    expect((await runCase('cosign-signature-and-certificate--log-absent')).code).toBe(3);
  });

  it('an old bundle is about the artifact at hand, and its promise is verified', async () => {
    await refusesCase('cosign-bundle-of-another--artifact-digest-mismatch', 2);
    const place = join(FIXTURES, 'cases/cosign-bundle');
    const document = JSON.parse(readFileSync(join(place, 'artifact.txt.bundle'), 'utf8'));
    const command = JSON.parse(readFileSync(join(place, 'expect.json'), 'utf8')).command as string[];
    const { rekorBundle } = document;
    const changes: readonly (readonly [Record<string, unknown>, string])[] = [
      [
        {
          rekorBundle: {
            ...rekorBundle,
            Payload: { ...rekorBundle.Payload, integratedTime: rekorBundle.Payload.integratedTime + 1 },
          },
        },
        'promise-mismatch',
      ],
      [{ rekorBundle: { ...rekorBundle, Payload: { ...rekorBundle.Payload, logIndex: 1 } } }, 'promise-mismatch'],
      [{ rekorBundle: undefined }, 'log-absent'],
    ];
    for (const [change, reason] of changes) {
      const cwd = folder({
        'artifact.txt': new Uint8Array(readFileSync(join(place, 'artifact.txt'))),
        'artifact.txt.bundle': JSON.parse(JSON.stringify({ ...document, ...change })),
      });
      const outcome = await judged(
        command.map((word) => word.replace('../../shared', join(FIXTURES, 'shared'))),
        cwd,
      );
      expect([outcome.code, outcome.reasons.includes(reason)], reason).toEqual([3, true]);
    }
  });

  it('what lies beside a file is tried over that file alone, and no kind is passed over in silence', async () => {
    expect((await runCase('set-signature-file')).code).toBe(0);
    const foreign = await runCase('set-openpgp-signature--signature-kind-unsupported');
    expect([foreign.code, foreign.reasons]).toEqual([1, ['signature-kind-unsupported']]);
    const { verified, failed } = foreign.report as unknown as Record<'verified' | 'failed', readonly string[]>;
    expect([verified.includes('release/artifact.txt.asc'), failed]).toEqual([false, ['release/artifact.txt.asc']]);
    await refusesCase('set-token-of-another--timestamp-imprint', 2);
    const place = join(FIXTURES, 'cases/set-signature-file/release');
    const signature = new Uint8Array(readFileSync(join(place, 'artifact.txt.sig')));
    const cwd = folder({ 'release/other.txt': 'another file', 'release/other.txt.sig': signature });
    const outcome = await judged(
      ['verify', 'release', '--key', join(FIXTURES, 'keys/p256.pub.pem'), '--at', '2026-03-01T00:00:00Z'],
      cwd,
    );
    expect([outcome.code, outcome.reasons]).toEqual([3, ['signature-mismatch']]);
  });
});
