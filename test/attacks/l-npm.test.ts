// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { AT } from '../../scripts/mint/case.ts';
import type { JsonObject } from '../../scripts/mint/json.ts';
import {
  type Attested,
  attestationsOf,
  builder,
  documentOf,
  integrityOf,
  metadataOf,
  PUBLISH,
  packageOf,
  purlOf,
  registryKey,
  registryKeys,
  SLSA,
} from '../../scripts/mint/npm.ts';
import { provenanceV1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { rekorV1, type Signer } from '../../scripts/mint/world.ts';
import { FIXTURES, type Files, folder, refusesCase, runCase, UNDER } from './evidence.ts';
import { judged, type Outcome } from './program.ts';

const APP = packageOf('@acme/app', '1.2.3');
const [OWN_PUBLISH, OWN_PROVENANCE] = attestationsOf(APP);
const NAMED = ['--package-name', '@acme/app', '--package-version', '1.2.3'];

interface Counted {
  readonly coverage: readonly { readonly percentVerified: number }[];
  readonly unmatchedArtifacts: readonly string[];
}

interface Question {
  readonly asked?: readonly string[];
  readonly keys?: JsonObject;
  readonly files?: Files;
  readonly bundles?: readonly string[];
}

function verify(document: JsonObject | string, question: Question = {}): Promise<Outcome> {
  const cwd = folder({
    'app.tgz': APP.tarball,
    'document.json': document,
    'keys.json': question.keys ?? registryKeys(),
    ...question.files,
  });
  const bundles = (question.bundles ?? ['document.json']).flatMap((name) => ['--attestations-path', name]);
  const command = [
    'verify',
    'app.tgz',
    ...bundles,
    ...(question.asked ?? NAMED),
    '--npm-keys',
    'keys.json',
    ...UNDER,
    ...AT,
  ];
  return judged(command, cwd);
}

const SUBJECT = subjectOf(purlOf(APP), APP.tarball, 'sha512');

function signedBy(signer: Signer, predicateType: string, predicate: JsonObject): Attested {
  const { bundle } = seal({
    version: '0.2',
    signer,
    content: { payload: statement([SUBJECT], predicateType, predicate) },
    entries: [{ log: rekorV1, bodyKind: 'intoto 0.0.2' }],
  });
  return { predicateType, bundle };
}

describe('L04 · npm', () => {
  it('the name decides, decoded once; the version with its build metadata; and not the sha1', async () => {
    await refusesCase('npm-other-name--package-name-mismatch');
    await refusesCase('npm-encoded-twice--package-purl-malformed');
    await refusesCase('npm-metadata-sha1--package-integrity');
    expect((await runCase('npm-build-metadata')).code).toBe(0);
  });

  it('the attestation of another version, and a package that calls itself otherwise inside, are refused', async () => {
    await refusesCase('npm-downgrade--package-version-mismatch');
    await refusesCase('npm-manifest-differs--package-version-mismatch');
    await refusesCase('npm-two-manifests--package-json');
    await refusesCase('npm-second-member--package-json');
    await refusesCase('npm-predicate-differs--package-version-mismatch');
  });

  it('both attestations must be there, of one document, about one package', async () => {
    await refusesCase('npm-provenance-alone--package-publish-absent');
    await refusesCase('npm-publish-alone--package-provenance-absent');
    await refusesCase('npm-outer-type--package-type-outer');
    const two = await verify(documentOf(OWN_PUBLISH), {
      files: { 'other.json': documentOf(OWN_PROVENANCE) },
      bundles: ['document.json', 'other.json'],
    });
    expect([two.code, two.reasons]).toEqual([3, ['package-provenance-absent', 'package-publish-absent']]);
    const lines = [documentOf(OWN_PUBLISH), documentOf(OWN_PROVENANCE)].map((one) => JSON.stringify(one)).join('\n');
    expect((await verify(lines)).reasons).toEqual(['package-provenance-absent', 'package-publish-absent']);
    const whole = JSON.stringify(documentOf(OWN_PUBLISH, OWN_PROVENANCE));
    expect((await verify(`${whole}\n${whole}\n`)).code).toBe(0);
  });

  it('a publish attestation is the registry’s by its key, whatever its type says (GHSA-r2xv-vpr2-42m9)', async () => {
    await refusesCase('npm-publish-by-stranger--signature-mismatch');
    await refusesCase('npm-publish-by-unknown--key-id-unknown');
    const byCertificate = signedBy(builder(), PUBLISH, { name: APP.name, version: APP.version });
    expect((await verify(documentOf(byCertificate, OWN_PROVENANCE))).reasons).toContain('package-publish-absent');
    const byRegistry = signedBy({ key: registryKey, certificate: null }, SLSA, provenanceV1());
    expect((await verify(documentOf(OWN_PUBLISH, byRegistry))).reasons).toContain('package-provenance-absent');
  });

  it('the registry’s keys count for what they are made for, in their time', async () => {
    await refusesCase('npm-publish-key-ended--key-window');
    await refusesCase('npm-publish-not-logged--log-absent');
    const keys = registryKeys();
    const signaturesOnly = {
      keys: (keys['keys'] as JsonObject[]).filter((key) => key['keyUsage'] === 'npm:signatures'),
    };
    const outcome = await verify(documentOf(OWN_PUBLISH, OWN_PROVENANCE), { keys: signaturesOnly });
    expect(outcome.reasons).toContain('key-id-unknown');
    await refusesCase('npm-metadata-no-time--key-window-unproven');
    await refusesCase('npm-metadata-edited--signature-mismatch');
    expect((await runCase('npm-metadata-and-attestations')).code).toBe(0);
  });

  it('a name asks for the registry’s word and a platform’s certificate, and for no bundle of anybody', async () => {
    await refusesCase('npm-built-elsewhere--identity-mismatch');
    await refusesCase('npm-other-issuer--issuer-mismatch');
    await refusesCase('npm-not-asked--identity-not-asked');
    const bare = await verify(OWN_PROVENANCE.bundle);
    expect([bare.code, bare.reasons]).toEqual([3, ['identity-not-asked']]);
    const pem = join(FIXTURES, 'keys/p256.pub.pem');
    const byKey = await verify(documentOf(OWN_PUBLISH, OWN_PROVENANCE), { asked: [...NAMED, '--key', pem] });
    expect([byKey.code, byKey.reasons]).toEqual([3, ['identity-not-asked']]);
  });

  it('what is asked of the build is asked of the provenance', async () => {
    const document = documentOf(OWN_PUBLISH, OWN_PROVENANCE);
    const source = (uri: string) => [...NAMED, '--source-uri', uri];
    expect((await verify(document, { asked: source('github.com/acme/app') })).code).toBe(0);
    const other = await verify(document, { asked: source('github.com/acme/ap') });
    expect(other.code).toBe(3);
    const judgements = other.report!.items.map((item) =>
      (item as unknown as { judgements: { check: string; effect: string }[] }).judgements
        .filter(({ check }) => check.startsWith('policy.'))
        .map(({ check, effect }) => `${check} ${effect}`),
    );
    expect(judgements).toEqual([[], ['policy.signer satisfied', 'policy.source rejects']]);
    // Without a provenance that answers, nobody has.
    expect((await verify(documentOf(OWN_PUBLISH), { asked: source('github.com/acme/app') })).code).toBe(3);
  });

  it('a packument tells of the version at hand alone, and names one package', async () => {
    expect((await runCase('npm-packument')).code).toBe(0);
    const versions = { '1.2.3': { ...metadataOf(APP), name: 'other' } };
    const mixed = await verify(
      { name: APP.name, versions },
      { asked: [...NAMED, '--signed-at', '2026-02-01T12:00:00Z'] },
    );
    expect(mixed.reasons).toContain('package-coordinates');
  });
});

describe('L06 · lockfiles', () => {
  it('an entry is its digest: another file of that name, and another name for that digest, are refused', async () => {
    await refusesCase('lock-other-digest--lock-digest-mismatch', 2);
    await refusesCase('lock-other-name--package-name-mismatch');
    await refusesCase('lock-half--lockfile-format');
    const key = '"node_modules/lib"';
    const entry = `{"version":"2.0.0","integrity":"${integrityOf(APP)}"}`;
    const cwd = folder({
      'package-lock.json': `{"lockfileVersion":3,"packages":{${key}:${entry},${key}:${entry}}}`,
      'saved/app.tgz': APP.tarball,
    });
    const outcome = await judged(['verify', 'package-lock.json', 'saved', ...UNDER, ...AT], cwd);
    expect(outcome.reasons).toContain('json-duplicate-key');
  });

  it('a lockfile that was found asks for nothing, and what it does not pin is told', async () => {
    await refusesCase('lock-found-not-asked--identity-not-asked');
    const lock = {
      lockfileVersion: 3,
      packages: {
        'node_modules/@acme/app': { version: '1.2.3', integrity: integrityOf(APP) },
        'node_modules/git': { version: '1.0.0', resolved: 'git+ssh://git@h.example/o/r.git#abc' },
      },
    };
    const files = {
      'package-lock.json': lock,
      'keys.json': registryKeys(),
      'saved/app.tgz': APP.tarball,
      'saved/app.json': documentOf(OWN_PUBLISH, OWN_PROVENANCE),
    };
    const command = ['verify', 'package-lock.json', 'saved', '--npm-keys', 'keys.json', ...UNDER, ...AT];
    const warned = await judged(command, folder(files));
    expect([warned.code, warned.reasons, warned.findings.includes('lock-no-integrity')]).toEqual([
      1,
      ['artifact-unattested'],
      true,
    ]);
    const all = await judged([...command, '--require-all'], folder(files));
    expect([all.code, all.reasons]).toEqual([3, ['artifact-unattested']]);
    for (const { report } of [warned, all]) {
      const { coverage, unmatchedArtifacts } = report as unknown as Counted;
      expect(coverage).toMatchObject([{ ecosystem: 'npm', total: 2, verified: 1, none: 1, percentVerified: 50 }]);
      expect(unmatchedArtifacts).toEqual(['git@1.0.0 in package-lock.json/packages/node_modules~1git']);
    }
  });

  it('what is verified of one entry is said of no other that has its name', async () => {
    const other = integrityOf(packageOf('@acme/app', '1.2.3', { name: '@acme/app', version: '1.2.3', private: true }));
    const entry = (integrity: string) => ({ version: '1.2.3', integrity });
    const lock = (second: JsonObject) => ({
      lockfileVersion: 3,
      packages: { 'node_modules/@acme/app': entry(integrityOf(APP)), 'node_modules/x/node_modules/@acme/app': second },
    });
    for (const second of [entry(other), { version: '1.2.3' }]) {
      const cwd = folder({
        'package-lock.json': lock(second),
        'keys.json': registryKeys(),
        'app.json': documentOf(OWN_PUBLISH, OWN_PROVENANCE),
      });
      const command = ['verify', 'package-lock.json', 'app.json', '--npm-keys', 'keys.json', ...UNDER, ...AT];
      const { code, report } = await judged([...command, '--require-all'], cwd);
      const { coverage, unmatchedArtifacts } = report as unknown as Counted;
      expect(code).toBe(3);
      expect(coverage).toMatchObject([{ total: 2, verified: 1, none: 1, percentVerified: 50 }]);
      expect(unmatchedArtifacts.length).toBe(1);
    }
  });

  it('a lockfile that versions of its tool read in different ways is refused, and so is one of a version unknown', async () => {
    for (const name of ['lock-version', 'lock-version-text', 'lock-pnpm-version'])
      await refusesCase(`${name}--lockfile-version-unsupported`);
    for (const name of ['lock-first-version', 'lock-halves', 'lock-third-version'])
      await refusesCase(`${name}--lockfile-halves-differ`);
    for (const name of ['lock-link', 'lock-yarn-line', 'lock-pip-line', 'lock-pip-option'])
      await refusesCase(`${name}--lockfile-format`);
  });

  it.each([
    ['lock-no-integrity', 'lock-no-integrity'],
    ['lock-git', 'lock-no-integrity'],
    ['lock-workspace', 'lock-no-integrity'],
    ['lock-link-out', 'lock-no-integrity'],
    ['lock-bundled', 'lock-no-integrity'],
    ['lock-pnpm-link', 'lock-no-integrity'],
    ['lock-uv-git', 'lock-no-integrity'],
    ['lock-uv-url', 'lock-no-integrity'],
    ['lock-uv-editable', 'lock-no-integrity'],
    ['lock-pip-other', 'lock-option'],
  ])('what no digest pins warns, and refuses where everything must be attested: %s', async (name, finding) => {
    const warned = await runCase(`${name}--artifact-unattested`);
    expect([warned.code, warned.reasons, warned.findings.includes(finding)]).toEqual([
      1,
      ['artifact-unattested'],
      true,
    ]);
    const all = await runCase(`${name}--artifact-unattested`, '--require-all');
    expect([all.code, all.reasons]).toEqual([3, ['artifact-unattested']]);
    const { coverage } = all.report as unknown as Counted;
    expect(coverage.every(({ percentVerified }) => percentVerified < 100)).toBe(true);
  });
});
