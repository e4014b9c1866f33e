// SPDX-License-Identifier: Apache-2.0
import { hash, hex } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided } from '../case.ts';
import type { JsonObject } from '../json.ts';
import { ecKey } from '../keys.ts';
import {
  attestationsOf,
  builder,
  documentOf,
  gzip,
  metadataOf,
  type Package,
  packageOf,
  purlOf,
  registryKeys,
  tarball,
  WORKFLOW,
} from '../npm.ts';
import { subjectOf } from '../statement.ts';

const APP = packageOf('@acme/app', '1.2.3');
const KEYS = registryKeys();
const [PUBLISH, PROVENANCE] = attestationsOf(APP);

function filesOf(document: JsonObject, one: Package = APP): Files {
  return { 'app.tgz': one.tarball, 'attestations.json': document, 'npm-keys.json': KEYS };
}

const BASE = ['--npm-keys', 'npm-keys.json', ...TRUSTED_ROOT, ...AT] as const;
const ASKED = ['--package-name', '@acme/app', '--package-version', '1.2.3'] as const;
const DOCUMENT = ['--attestations-path', 'attestations.json'] as const;
const verify = (asked: readonly string[] = ASKED): readonly string[] => [
  'verify',
  'app.tgz',
  ...DOCUMENT,
  ...asked,
  ...BASE,
];

/** A package, its registry's attestation document, and what the two may say of each other. */
export function npmCases(): Case[] {
  const good = filesOf(documentOf(PUBLISH, PROVENANCE));
  return [
    passes(
      'npm-package',
      'A package with both attestations of its registry, asked for by name and version.',
      good,
      verify(),
    ),
    passes(
      'npm-package-by-source',
      'The workflow that must have built it is asked for, and from what: those are questions to the provenance alone.',
      good,
      verify([
        '--certificate-identity',
        WORKFLOW,
        '--certificate-oidc-issuer',
        'https://token.actions.githubusercontent.com',
        '--source-uri',
        'github.com/acme/app',
        '--source-tag',
        'v1.2.3',
      ]),
    ),
    ...identityCases(good),
    ...documentCases(),
    ...signerCases(),
    ...tarballCases(),
    ...signatureCases(),
  ];
}

function identityCases(good: Files): Case[] {
  const build = packageOf('@acme/app', '1.0.0+x');
  const older = packageOf('@acme/app', '1.2.2');
  const twice = subjectOf('pkg:npm/%2540acme/app@1.2.3', APP.tarball, 'sha512');
  const plain = subjectOf('app.tgz', APP.tarball, 'sha512');
  return [
    passes(
      'npm-build-metadata',
      'The version has a plus sign: it stays one when the package URL is decoded.',
      filesOf(documentOf(...attestationsOf(build)), build),
      verify(['--package-name', '@acme/app', '--package-version', '1.0.0+x']),
    ),
    undecided(
      'npm-other-name--package-name-mismatch',
      'package.identity',
      'The package that is asked for has another scope.',
      good,
      verify(['--package-name', '@acne/app', '--package-version', '1.2.3']),
    ),
    undecided(
      'npm-downgrade--package-version-mismatch',
      'package.identity',
      'An older version, honestly attested, is passed off as the one that is asked for.',
      filesOf(documentOf(...attestationsOf(older)), older),
      verify(),
    ),
    refuted(
      'npm-encoded-twice--package-purl-malformed',
      'package.identity',
      'The package URL is percent-encoded twice: one reader would find the scope %40acme in it, and another @acme.',
      filesOf(documentOf(...attestationsOf(APP, { subject: twice }))),
      verify(),
    ),
    undecided(
      'npm-no-package--package-not-named',
      'package.identity',
      'The statements name a file and no package, and a package is asked for.',
      filesOf(documentOf(...attestationsOf(APP, { subject: plain }))),
      verify(),
    ),
    undecided(
      'npm-not-asked--identity-not-asked',
      'certificate.identity',
      'A version is asked for, and no name: that says nothing of who may have signed.',
      good,
      ['verify', 'app.tgz', 'attestations.json', '--package-version', '1.2.3', ...BASE],
    ),
  ];
}

function documentCases(): Case[] {
  const other = packageOf('@acme/app', '1.2.4');
  const mixed = attestationsOf(APP, { provenanceSubject: subjectOf(purlOf(other), APP.tarball, 'sha512') });
  return [
    undecided(
      'npm-provenance-alone--package-publish-absent',
      'package.attestations',
      "The registry's own attestation was taken out of the document: anybody may have built it.",
      filesOf(documentOf(PROVENANCE)),
      verify(),
    ),
    undecided(
      'npm-publish-alone--package-provenance-absent',
      'package.attestations',
      'The provenance was taken out of the document.',
      filesOf(documentOf(PUBLISH)),
      verify(),
    ),
    refuted(
      'npm-outer-type--package-type-outer',
      'package.attestations',
      'The type beside the bundle, which nobody signs, was changed.',
      filesOf(documentOf(PUBLISH, { ...PROVENANCE, predicateType: 'https://slsa.dev/provenance/v0.2' })),
      verify(),
    ),
    alsoGiving(
      undecided(
        'npm-two-packages--package-attestations-disagree',
        'package.attestations',
        'Publish attestation and provenance are about the same octets, as two versions.',
        filesOf(documentOf(...mixed)),
        verify(['--package-name', '@acme/app']),
      ),
      'package-version-mismatch',
    ),
    undecided(
      'npm-predicate-differs--package-version-mismatch',
      'package.identity',
      'The publish attestation names one version as its subject and another in its predicate.',
      filesOf(documentOf(...attestationsOf(APP, { publishPredicate: { name: '@acme/app', version: '1.2.2' } }))),
      verify(),
    ),
  ];
}

function signerCases(): Case[] {
  const ended = { start: '2025-01-01T00:00:00.000Z', end: '2026-01-31T00:00:00.000Z' };
  const good = filesOf(documentOf(PUBLISH, PROVENANCE));
  return [
    alsoGiving(
      refuted(
        'npm-publish-by-stranger--signature-mismatch',
        'signature.valid',
        "A stranger's key signed the publish attestation, under the hint of the registry's.",
        filesOf(documentOf(...attestationsOf(APP, { registry: ecKey('p256', 'registry-stranger'), logged: false }))),
        verify(),
      ),
      'log-absent',
      'key-window-unproven',
    ),
    alsoGiving(
      undecided(
        'npm-publish-by-unknown--key-id-unknown',
        'key.trusted',
        'The publish attestation names a key that is not among those of the registry.',
        filesOf(
          documentOf(
            ...attestationsOf(APP, { keyId: 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', logged: false }),
          ),
        ),
        verify(),
      ),
      'log-absent',
    ),
    undecided(
      'npm-publish-key-ended--key-window',
      'key.trusted',
      "The registry's key had ended when the log recorded its attestation.",
      { ...good, 'npm-keys.json': registryKeys(ended) },
      verify(),
    ),
    undecided(
      'npm-publish-not-logged--log-absent',
      'log.threshold',
      'The publish attestation is in no log: the examiner says when it was signed, and that is not enough.',
      filesOf(documentOf(...attestationsOf(APP, { logged: false }))),
      [...verify(), '--signed-at', '2026-02-01T12:00:00Z'],
    ),
    undecided(
      'npm-built-elsewhere--identity-mismatch',
      'certificate.identity',
      'The name of the package is all that was asked, and the certificate is of no platform that npm takes provenance from.',
      filesOf(
        documentOf(
          ...attestationsOf(APP, {
            builder: builder('https://code.mint.example/acme/app/.workflows/r.yml@refs/heads/main'),
          }),
        ),
      ),
      verify(),
    ),
    undecided(
      'npm-other-issuer--issuer-mismatch',
      'certificate.identity',
      "The certificate names a workflow of github.com, and its issuer is not github.com's.",
      filesOf(documentOf(...attestationsOf(APP, { builder: builder(undefined, 'https://issuer.mint.example') }))),
      verify(),
    ),
  ];
}

function tarballCases(): Case[] {
  const confused = packageOf('@acme/app', '1.2.3', { name: '@acme/app', version: '0.0.1' });
  const manifest = '{"name":"@acme/app","version":"1.2.3"}';
  const two: Package = {
    ...APP,
    tarball: tarball({ 'package/package.json': manifest, 'other/package.json': manifest }),
  };
  const tail: Package = { ...APP, tarball: new Uint8Array([...APP.tarball, ...gzip(new Uint8Array(512))]) };
  return [
    undecided(
      'npm-manifest-differs--package-version-mismatch',
      'package.identity',
      'Registry and builder name one version, and the package.json inside the package another.',
      filesOf(documentOf(...attestationsOf(confused)), confused),
      verify(),
    ),
    undecided(
      'npm-two-manifests--package-json',
      'package.identity',
      'The package has two folders with a package.json each: which one counts is for each reader to say.',
      filesOf(documentOf(...attestationsOf(two)), two),
      verify(),
    ),
    undecided(
      'npm-second-member--package-json',
      'package.identity',
      'A second gzip member stands behind the package: some readers go on with it, and others do not.',
      filesOf(documentOf(...attestationsOf(tail)), tail),
      verify(),
    ),
  ];
}

function signatureCases(): Case[] {
  const document = documentOf(PUBLISH, PROVENANCE);
  const metadata = metadataOf(APP);
  const verifyMetadata = (...more: readonly string[]): readonly string[] => [
    'verify',
    'app.tgz',
    '--bundle',
    'metadata.json',
    ...ASKED,
    ...BASE,
    ...more,
  ];
  const files = (one: JsonObject): Files => ({ 'app.tgz': APP.tarball, 'metadata.json': one, 'npm-keys.json': KEYS });
  const signedAt = ['--signed-at', '2026-02-01T12:00:00Z'] as const;
  return [
    passes(
      'npm-metadata',
      "The registry's saved metadata holds its signature; the examiner says when it was made.",
      files(metadata),
      verifyMetadata(...signedAt),
    ),
    passes(
      'npm-metadata-and-attestations',
      "The registry's key has ended since. Its own attestation, which a log recorded, shows that it signed before.",
      { ...files(metadata), 'attestations.json': document },
      [...verifyMetadata(), ...DOCUMENT],
    ),
    passes(
      'npm-packument',
      'The metadata of all versions: the one whose package is at hand is judged.',
      files({
        name: APP.name,
        versions: { '1.2.2': metadataOf(packageOf('@acme/app', '1.2.2')), '1.2.3': metadata },
      }),
      verifyMetadata(...signedAt),
    ),
    undecided(
      'npm-metadata-no-time--key-window-unproven',
      'key.trusted',
      "The registry's key has a window, and nothing shows when it signed.",
      files(metadata),
      verifyMetadata(),
    ),
    refuted(
      'npm-metadata-sha1--package-integrity',
      'envelope.format',
      'The metadata names the package by sha1 alone.',
      files(metadataOf(APP, { integrity: null })),
      verifyMetadata(...signedAt),
    ),
    refuted(
      'npm-metadata-edited--signature-mismatch',
      'package.signature',
      'The version in the metadata was edited, as was the package that it is asked for.',
      files({ ...metadata, version: '1.2.4' }),
      [
        'verify',
        `sha512:${hex(hash('sha512', APP.tarball))}`,
        '--bundle',
        'metadata.json',
        '--package-name',
        APP.name,
        ...BASE,
        ...signedAt,
      ],
    ),
  ];
}
