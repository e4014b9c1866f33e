// SPDX-License-Identifier: Apache-2.0
import { AT, type Case, type Files, passes, undecided } from '../case.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import type { JsonObject } from '../json.ts';
import { packageOf, purlOf } from '../npm.ts';
import { PLAIN } from '../plain-keys.ts';
import { provenanceV1, provenanceV02, SLSA_V1, SLSA_V02, statement, subjectOf } from '../statement.ts';
import { detached, npmLock } from './signed-locks.ts';

const LIB = packageOf('lib', '2.0.0');
const TYPES = packageOf('@types/lib', '2.0.1');
const KEY = '../../keys/ed25519.pub.pem';
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';
const SUMMARY = 'https://slsa.dev/verification_summary/v1';
const TESTED: JsonObject = { result: 'PASSED', configuration: [{ uri: 'https://tests.mint.example/lib' }] };
const SUMMED: JsonObject = {
  verifier: { id: 'https://verifier.mint.example/v1' },
  timeVerified: '2026-02-01T11:00:00Z',
  resourceUri: 'https://files.mint.example/lib',
  policy: { uri: 'https://policy.mint.example/release' },
  verificationResult: 'PASSED',
  verifiedLevels: ['SLSA_BUILD_LEVEL_3'],
};

const ONE = npmLock(LIB);
const BOTH = npmLock(LIB, TYPES);
const signed = (lock: JsonObject): Files => ({
  'package-lock.json': lock,
  'package-lock.json.sig.json': detached(lock, { name: 'package-lock.json', syntax: 'json' }),
});
const said = (type: string, predicate: JsonObject): JsonObject => {
  const payload = statement([subjectOf(purlOf(LIB), LIB.tarball, 'sha512')], type, predicate);
  return envelopeJson(signedEnvelope(payload, [PLAIN.ed25519]));
};
const files = (lock: JsonObject, type: string, predicate: JsonObject): Files => ({
  ...signed(lock),
  'attestations/lib.json': said(type, predicate),
});
const verify = (...more: readonly string[]) => [
  ...['lockfile', 'verify', 'package-lock.json', '--key', KEY, ...AT, '--strict'],
  ...['--attestations-path', 'attestations', ...more],
];
const byKey = (...more: readonly string[]) => verify('--provenance-key', KEY, ...more);

const unproven = (name: string, why: string, type: string, predicate: JsonObject): Case =>
  undecided(`${name}--lock-entry-unproven`, 'lock.provenance', why, files(ONE, type, predicate), byKey());

/** What counts as provenance of an entry, and which entries need none. */
export function lockProvenanceCases(): Case[] {
  return [
    passes('lockfile-slsa-v1', 'The entry has SLSA provenance v1.', files(ONE, SLSA_V1, provenanceV1()), byKey()),
    passes('lockfile-slsa-v02', 'The entry has SLSA provenance v0.2.', files(ONE, SLSA_V02, provenanceV02()), byKey()),
    unproven(
      'lockfile-tested',
      'Of the entry is attested that a test has passed, and nothing else.',
      TEST_RESULT,
      TESTED,
    ),
    unproven(
      'lockfile-summed-up',
      'Of the entry is attested that somebody has verified it: what he has seen is not at hand.',
      SUMMARY,
      SUMMED,
    ),
    unproven(
      'lockfile-other-statement',
      'What is signed of the entry is of a type that nobody knows.',
      'https://mint.example/note/v1',
      { a: 1 },
    ),
    unproven('lockfile-hollow-provenance', 'What calls itself provenance of the entry holds none.', SLSA_V1, { a: 1 }),
    passes(
      'lockfile-entries-ignored',
      'One entry has provenance, and the other needs none by its name.',
      files(BOTH, SLSA_V1, provenanceV1()),
      byKey('--ignore-entries', '@types/*'),
    ),
    undecided(
      'lockfile-other-entries-ignored--artifact-unattested',
      'set.attested',
      'One entry has provenance, and the name that needs none is none of the other.',
      files(BOTH, SLSA_V1, provenanceV1()),
      byKey('--ignore-entries', '@other/*'),
    ),
  ];
}
