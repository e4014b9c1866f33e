// SPDX-License-Identifier: Apache-2.0
import { type SealPlan, seal } from '../bundle.ts';
import { hash, hex } from '../bytes.ts';
import { AT, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided } from '../case.ts';
import { uriName } from '../certificate.ts';
import { type Json, type JsonObject, valueAt } from '../json.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../statement.ts';
import { rekorV1, signer } from '../world.ts';
import { ARTIFACT } from './good.ts';

const PUBLISH = 'https://docs.pypi.org/attestations/publish/v1';
const ISSUER = 'https://token.actions.githubusercontent.com';
const REPOSITORY = 'https://github.com/acme/app';
const COMMIT = '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d';
const REF = 'refs/tags/v1.0';
const WORKFLOW = `${REPOSITORY}/.github/workflows/release.yml@${REF}`;
const WHEEL = 'acme_app-1.0-py3-none-any.whl';
const SDIST = 'acme_app-1.0.tar.gz';

const publisher = signer({
  label: 'leaf pypi publisher',
  names: [uriName(WORKFLOW)],
  claims: {
    issuer: ISSUER,
    more: {
      9: WORKFLOW,
      10: COMMIT,
      11: 'github-hosted',
      12: REPOSITORY,
      13: COMMIT,
      14: REF,
      18: WORKFLOW,
      20: 'push',
    },
  },
});

/** The attestation object of PEP 740, out of what a Sigstore bundle would hold. */
function attested(payload: SealPlan['content']): JsonObject {
  const { bundle } = seal({ signer: publisher, content: payload, entries: [{ log: rekorV1 }] });
  return {
    version: 1,
    verification_material: {
      certificate: valueAt(bundle, '/verificationMaterial/certificate/rawBytes'),
      transparency_entries: valueAt(bundle, '/verificationMaterial/tlogEntries'),
    },
    envelope: {
      statement: valueAt(bundle, '/dsseEnvelope/payload'),
      signature: valueAt(bundle, '/dsseEnvelope/signatures/0/sig'),
    },
  };
}

function published(name: string, predicateType = PUBLISH, predicate: Json = null): JsonObject {
  return attested({ payload: statement([subjectOf(name, ARTIFACT)], predicateType, predicate) });
}

function provenance(told: JsonObject, ...attestations: readonly JsonObject[]): JsonObject {
  return { version: 1, attestation_bundles: [{ publisher: told, attestations: [...attestations] }] };
}

const TOLD: JsonObject = {
  kind: 'GitHub',
  claims: null,
  environment: null,
  repository: 'acme/app',
  workflow: 'release.yml',
};

const BY_PUBLISHER = ['--publisher', 'kind=GitHub,repository=acme/app,workflow=release.yml'] as const;
const BY_IDENTITY = ['--certificate-identity', WORKFLOW, '--certificate-oidc-issuer', ISSUER] as const;

function verify(file: string, evidence: string, ...who: readonly string[]): readonly string[] {
  return ['verify', file, '--bundle', evidence, ...TRUSTED_ROOT, ...who, ...AT];
}

const ATTESTATION = 'publish.attestation';

function withAttestation(file: string, attestation: JsonObject): Files {
  return { [file]: ARTIFACT, [ATTESTATION]: attestation };
}

export function pypiCases(): Case[] {
  const asked = verify(WHEEL, ATTESTATION, ...BY_IDENTITY, ...BY_PUBLISHER);
  return [
    passes(
      'pypi-attestation',
      "PyPI's publish attestation of a wheel (PEP 740): by the publisher that was asked for, whatever ref it ran at.",
      withAttestation(WHEEL, published(WHEEL)),
      asked,
    ),
    passes(
      'pypi-attestation-spelled-otherwise',
      'The subject names the same distribution in another spelling: capitals and a dot in the name, tags in another order.',
      withAttestation('acme_app-1.0-py2.py3-none-any.whl', published('Acme.App-1.0-py3.py2-none-any.whl')),
      verify('acme_app-1.0-py2.py3-none-any.whl', ATTESTATION, ...BY_IDENTITY),
    ),
    passes(
      'pypi-provenance',
      'The provenance object of an index: a publish attestation and SLSA provenance of one source distribution. What it says of the publisher is what the certificate says.',
      {
        [SDIST]: ARTIFACT,
        'app.provenance': provenance(TOLD, published(SDIST), published(SDIST, SLSA_V1, provenanceV1())),
      },
      verify(SDIST, 'app.provenance', ...BY_IDENTITY, ...BY_PUBLISHER),
    ),
    passes(
      'pypi-folder',
      'A folder as an index would serve it: wheel and source distribution, each with its attestations beside it, paired by digest.',
      {
        [`dist/${WHEEL}`]: ARTIFACT,
        [`dist/${WHEEL}.publish.attestation`]: published(WHEEL),
        [`dist/${WHEEL}.provenance`]: provenance(TOLD, published(WHEEL)),
      },
      ['verify', 'dist', ...TRUSTED_ROOT, ...BY_IDENTITY, ...BY_PUBLISHER, ...AT],
    ),
    ...lockCases(),
    undecided(
      'pypi-other-version--subject-name-mismatch',
      'subject.name',
      'The octets are those that were attested, as version 1.0; the file calls them 1.1.',
      withAttestation('acme_app-1.1-py3-none-any.whl', published(WHEEL)),
      verify('acme_app-1.1-py3-none-any.whl', ATTESTATION, ...BY_IDENTITY),
    ),
    undecided(
      'pypi-file-renamed--artifact-name-invalid',
      'subject.name',
      'The file has lost the name that the index serves it under.',
      withAttestation('download.bin', published(WHEEL)),
      verify('download.bin', ATTESTATION, ...BY_IDENTITY),
    ),
    refuted(
      'pypi-two-subjects--subject-count',
      'subject.name',
      'The statement has two subjects, both with the name and the digest of the wheel: PEP 740 allows one.',
      withAttestation(
        WHEEL,
        attested({ payload: statement([subjectOf(WHEEL, ARTIFACT), subjectOf(WHEEL, ARTIFACT)], PUBLISH, null) }),
      ),
      asked,
    ),
    refuted(
      'pypi-subject-without-name--subject-name-absent',
      'subject.name',
      'The subject has a digest and an empty name.',
      withAttestation(WHEEL, published('')),
      asked,
    ),
    refuted(
      'pypi-subject-no-distribution--subject-name-invalid',
      'subject.name',
      'The subject is named as no distribution is.',
      withAttestation(WHEEL, published('acme-app')),
      asked,
    ),
    refuted(
      'pypi-of-unknown-type--attestation-type-unknown',
      'statement.predicate',
      'The statement is of a predicate type that PyPI neither takes nor serves.',
      withAttestation(WHEEL, published(WHEEL, 'https://docs.pypi.org/attestations/publish/v2')),
      asked,
    ),
    undecided(
      'pypi-publisher-edited--publisher-contradicted',
      'publisher.claimed',
      'The provenance object names another repository than the certificate. Nobody has signed what it says.',
      { [WHEEL]: ARTIFACT, 'app.provenance': provenance({ ...TOLD, repository: 'acme/other' }, published(WHEEL)) },
      verify(WHEEL, 'app.provenance', ...BY_IDENTITY),
    ),
    undecided(
      'pypi-by-another-workflow--policy-publisher',
      'policy.publisher',
      'Another workflow of the repository has published than the one that was asked for.',
      withAttestation(WHEEL, published(WHEEL)),
      verify(WHEEL, ATTESTATION, ...BY_IDENTITY, '--publisher', 'kind=GitHub,repository=acme/app,workflow=test.yml'),
    ),
  ];
}

const SHA256 = hex(hash('sha256', ARTIFACT));

/** Lines beside one that is pinned and attested. */
function pipLines(saved: Files, command: readonly string[]): Case[] {
  const pinned = `Acme.App==1.0 \\\n    --hash=sha256:${SHA256}\n`;
  const files = (more: string): Files => ({ 'requirements.txt': pinned + more, ...saved });
  const other = 'The line "-r other.txt" brings in what is not read';
  return [
    undecided(
      'lock-pip-other--artifact-unattested',
      'set.attested',
      `${other}: a warning.`,
      files('-r other.txt\n'),
      command,
      1,
    ),
    undecided(
      'lock-pip-other-all--artifact-unattested',
      'set.attested',
      `${other}, and everything must be attested.`,
      files('-r other.txt\n'),
      [...command, '--require-all'],
    ),
    refuted(
      'lock-pip-line--lockfile-format',
      'lock.format',
      'A comment has a form feed, at which pip ends the line and others do not.',
      files('# x\fother==1.0\n'),
      command,
    ),
    refuted(
      'lock-pip-option--lockfile-format',
      'lock.format',
      'A hash under an abbreviated word: pip takes it, and not every reader sees it.',
      files(`other==1.0 --hash=sha256:${SHA256} --has=sha256:${'0'.repeat(64)}\n`),
      command,
    ),
  ];
}

/** Locks of Python over a folder of distributions and their attestations. */
function lockCases(): Case[] {
  const saved: Files = { [`saved/${SDIST}`]: ARTIFACT, 'saved/app.provenance': provenance(TOLD, published(SDIST)) };
  const verifyLock = (lock: string) => ['verify', lock, 'saved', ...TRUSTED_ROOT, ...BY_IDENTITY, ...AT];
  const uv = (sha256: string) =>
    `version = 1\n\n[[package]]\nname = "acme-app"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\nsdist = { url = "https://files.mint.example/${SDIST}", hash = "sha256:${sha256}" }\n`;
  return [
    passes(
      'lock-pip',
      "pip's hashes: the requirement that is pinned is at hand by its digest, and attested under its name and version.",
      { 'requirements.txt': `Acme.App==1.0 \\\n    --hash=sha256:${SHA256}\n`, ...saved },
      verifyLock('requirements.txt'),
    ),
    ...pipLines(saved, verifyLock('requirements.txt')),
    ...['git = "https://code.mint.example/app"', 'editable = "."', 'url = "https://mint.example/app.zip"'].map(
      (source) =>
        undecided(
          `lock-uv-${source.slice(0, source.indexOf(' '))}--artifact-unattested`,
          'set.attested',
          'Not from an index: what stands there as a hash pins nothing.',
          {
            'uv.lock': uv(SHA256).replace('registry = "https://pypi.org/simple"', source) + uv(SHA256).slice(13),
            ...saved,
          },
          verifyLock('uv.lock'),
          1,
        ),
    ),
    passes('lock-uv', 'The lock of uv.', { 'uv.lock': uv(SHA256), ...saved }, verifyLock('uv.lock')),
    refuted(
      'lock-uv-hash--lockfile-format',
      'lock.format',
      'A hash in the lock is cut.',
      { 'uv.lock': uv(SHA256.slice(1)), ...saved },
      verifyLock('uv.lock'),
    ),
    refuted(
      'lock-uv-cut--toml-invalid',
      'lock.format',
      'The lock ends in the middle of a line.',
      { 'uv.lock': uv(SHA256).slice(0, -9), ...saved },
      verifyLock('uv.lock'),
    ),
  ];
}
