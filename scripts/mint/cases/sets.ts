// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { hex, sha256, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { ALICE, linkOf, sealed } from '../in-toto.ts';
import { p256Jwk } from '../keys.ts';
import { PLAIN } from '../plain-keys.ts';
import { provenanceV1, SLSA_V1, statement } from '../statement.ts';
import { ARTIFACT, ATTESTED, OTHER } from './good.ts';

const BUNDLE = seal(ATTESTED).bundle;
const verify = (...operands: readonly string[]): readonly string[] => [
  'verify',
  ...operands,
  ...TRUSTED_ROOT,
  ...WHO,
  ...AT,
];

const TOGETHER: Files = { 'locker/bin/artifact.txt': ARTIFACT, 'locker/proof/artifact.sigstore.json': BUNDLE };
const UNATTESTED: Files = { ...TOGETHER, 'locker/bin/other.txt': OTHER };

const SCRIPTS = { name: 'a', scripts: { postinstall: 'run' } };
const sealedLink = () => sealed(linkOf('work', {}, { made: '1' }), [ALICE]);
const WITH_KEY = statement(
  [
    { name: 'artifact.txt', digest: { sha256: hex(sha256(ARTIFACT)) } },
    { name: 'key.pem', digest: { sha256: hex(sha256(utf8(PLAIN.p256.publicPem))) } },
  ],
  SLSA_V1,
  provenanceV1(),
);

/** Folders, and what lies in them. */
export function setCases(): Case[] {
  return [
    passes(
      'folder',
      'An artifact and its attestation lie in one folder, under names that say nothing of each other: they are paired by digest.',
      TOGETHER,
      verify('locker'),
    ),
    passes(
      'folder-and-folder',
      'The artifacts lie in one folder, the attestations in another.',
      { 'bin/artifact.txt': ARTIFACT, 'proof/a.json': BUNDLE },
      verify('bin', 'proof'),
    ),
    passes(
      'folder-of-attestations-and-digest',
      'The artifact is given by its digest alone, and its attestation is one of those in a folder.',
      { 'proof/a.json': BUNDLE },
      verify('proof', 'sha256:9013e7ce8c631a8bfc0527b274cdbd8670d8b9302dc494fd3c03b99ffc346eb6'),
    ),
    passes(
      'folder-with-bundle',
      'The folder holds artifacts alone, and a bundle that is named speaks of the one in it.',
      { 'bin/artifact.txt': ARTIFACT, 'bundle.sigstore.json': BUNDLE },
      [...verify('bin'), '--bundle', 'bundle.sigstore.json'],
    ),
    passes(
      'folder-ignored',
      'The one artifact that nothing attests is left out by a pattern, and the report says so.',
      UNATTESTED,
      [...verify('locker'), '--ignore-unsigned', 'other.*', '--require-all'],
    ),
    undecided(
      'folder-unattested--artifact-unattested',
      'set.attested',
      'A second artifact lies in the folder, and nothing speaks of it: a warning.',
      UNATTESTED,
      verify('locker'),
      1,
    ),
    undecided(
      'folder-all-required--artifact-unattested',
      'set.attested',
      'A second artifact lies in the folder, and every one was asked to be attested.',
      UNATTESTED,
      [...verify('locker'), '--require-all'],
    ),
    undecided(
      'folder-disguised--artifact-unattested',
      'set.attested',
      'Packages with the marks of keys, roots, links and reports: none is wholly what it says, and each is a file that nothing attests.',
      {
        ...TOGETHER,
        'locker/a/package.json': { mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', ...SCRIPTS },
        'locker/b/package.json': { format: 'forensic-verify/report@v1', ...SCRIPTS },
        'locker/c/package.json': { ...p256Jwk(PLAIN.p256), ...SCRIPTS },
        'locker/d/package.json': { ...sealedLink(), ...SCRIPTS },
        'locker/run.sh': 'policy: forensic-verify/policy@v1\nname: a\n',
      },
      [...verify('locker'), '--require-all'],
    ),
    undecided(
      'folder-key-replaced--artifact-unattested',
      'set.attested',
      'A public key was attested together with the artifact, and another one lies under its name.',
      {
        'locker/artifact.txt': ARTIFACT,
        'locker/key.pem': PLAIN.p384.publicPem,
        'locker/artifact.sigstore.json': seal({ ...ATTESTED, content: { payload: WITH_KEY } }).bundle,
      },
      [...verify('locker'), '--require-all'],
    ),
    alsoGiving(
      undecided(
        'folder-of-artifacts--evidence-absent',
        'set.evidence',
        'The folder holds artifacts, and nothing that speaks of them.',
        { 'locker/a.txt': ARTIFACT, 'locker/b.txt': OTHER },
        verify('locker'),
        4,
      ),
      'artifact-unattested',
    ),
    undecided(
      'folder-attestation-alone--artifact-absent',
      'subject.digest',
      'The artifact of the attestation is not in the folder.',
      { 'locker/a.json': BUNDLE },
      verify('locker'),
      4,
    ),
    refuted(
      'folder-broken-attestation--json-invalid',
      'envelope.format',
      'One attestation of the folder was cut short: it was meant as evidence, and is told as that.',
      { ...TOGETHER, 'locker/proof/cut.sigstore.json': utf8(JSON.stringify(BUNDLE).slice(0, 900)) },
      verify('locker'),
    ),
  ];
}
