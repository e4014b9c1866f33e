// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { hash, hex, utf8 } from '../bytes.ts';
import { AT, type Case, type Files, refuted, TRUSTED_ROOT, undecided, verifyBundle, WHO } from '../case.ts';
import { provenanceV1, provenanceV02, SLSA_V1, SLSA_V02, type Subject, statement, subjectOf } from '../statement.ts';
import { ARTIFACT, ATTESTED, MESSAGE, OTHER } from './good.ts';

const verify = verifyBundle('artifact.txt');

function attested(payload: Uint8Array, payloadType?: string): Files {
  const content = payloadType === undefined ? { payload } : { payload, payloadType };
  return { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal({ ...ATTESTED, content }).bundle };
}

function about(...subjects: readonly Subject[]): Files {
  return attested(statement(subjects, SLSA_V1, provenanceV1()));
}

/** What the payload says, and what it is about. */
export function statementCases(): Case[] {
  const strong = subjectOf('artifact.txt', ARTIFACT, 'sha256', 'sha512');
  const md5AndSha1 = { md5: '00'.repeat(16), sha1: hex(hash('sha1', ARTIFACT)) };
  const good = subjectOf('artifact.txt', ARTIFACT);
  const type = (name: string, why: string, _type: string): Case =>
    refuted(name, 'statement.type', why, attested(statement([good], SLSA_V1, provenanceV1(), _type)), verify);
  const format = (what: string, why: string, payload: string): Case =>
    refuted(`${what}--statement-format`, 'statement.format', why, attested(utf8(payload)), verify);
  const mismatch = (what: string, why: string, files: Files): Case =>
    refuted(`${what}--subject-digest-mismatch`, 'subject.digest', why, files, verify, 2);
  return [
    refuted(
      'payload-of-another-type--payload-type-unsupported',
      'statement.format',
      'The payload of the bundle is no in-toto statement by its type.',
      attested(ARTIFACT, 'text/plain'),
      verify,
    ),
    refuted(
      'payload-type-case--payload-type-unsupported',
      'statement.format',
      'The payload type differs in the case of one letter.',
      attested(statement([good], SLSA_V1, provenanceV1()), 'application/vnd.in-toto+JSON'),
      verify,
    ),
    format(
      'statement-without-subjects',
      'The statement has an empty list of subjects.',
      JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject: [], predicateType: SLSA_V1, predicate: {} }),
    ),
    format(
      'statement-without-predicate-type',
      'The statement names no type of predicate.',
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: good.name, digest: good.digest }],
        predicate: {},
      }),
    ),
    refuted(
      'statement-subject-twice--json-duplicate-key',
      'statement.format',
      'The signed payload names its subjects twice: readers disagree about which count.',
      attested(
        utf8(
          Buffer.from(statement([good], SLSA_V1, provenanceV1()))
            .toString()
            .replace('"predicateType"', '"subject":[],"predicateType"'),
        ),
      ),
      verify,
    ),
    type(
      'statement-v2--statement-type-unknown',
      'The statement is of a type that does not exist.',
      'https://in-toto.io/Statement/v2',
    ),
    type(
      'statement-type-slash--statement-type-unknown',
      'The type of the statement has a slash more.',
      'https://in-toto.io/Statement/v1/',
    ),
    undecided(
      'provenance-v0.2-for-v1--predicate-type-mismatch',
      'statement.predicate',
      'Provenance v1 was asked for, the signed statement carries v0.2.',
      attested(statement([good], SLSA_V02, provenanceV02())),
      verifyBundle('artifact.txt', '--type', 'slsaprovenance1'),
    ),
    undecided(
      'predicate-type-prefix--predicate-type-mismatch',
      'statement.predicate',
      'The type of the predicate has the one asked for as its beginning.',
      attested(statement([good], `${SLSA_V1}1`, provenanceV1())),
      verifyBundle('artifact.txt', '--type', SLSA_V1),
    ),
    mismatch(
      'artifact-another',
      'The artifact is in no subject of the signed statement.',
      about(subjectOf('artifact.txt', OTHER)),
    ),
    {
      ...mismatch('artifact-altered', 'One octet was added to the artifact.', about(good)),
      files: {
        ...mismatch('artifact-altered', '', about(good)).files,
        'artifact.txt': utf8(`${Buffer.from(ARTIFACT)}\n`),
      },
    },
    refuted(
      'message-artifact-altered--artifact-digest-mismatch',
      'subject.digest',
      'One octet was added to the artifact of a message signature.',
      { 'artifact.txt': utf8(`${Buffer.from(ARTIFACT)}\n`), 'bundle.sigstore.json': seal(MESSAGE).bundle },
      verify,
      2,
    ),
    refuted(
      'subject-two-digests--subject-digest-conflict',
      'subject.digest',
      "The subject has the artifact's sha256, and the sha512 of something else.",
      about({ ...strong, digest: { ...strong.digest, sha512: hex(hash('sha512', OTHER)) } }),
      verify,
      2,
    ),
    undecided(
      'subject-sha1-only--subject-digest-weak',
      'subject.digest',
      "The subject has the artifact's SHA-1 and an MD5, and no strong digest.",
      about({ name: 'artifact.txt', digest: md5AndSha1 }),
      verify,
    ),
    undecided(
      'digest-operand-sha384--subject-digest-other',
      'subject.digest',
      'The artifact is given by its sha384 digest, and the subjects carry sha256 alone.',
      { 'bundle.sigstore.json': seal(ATTESTED).bundle },
      verifyBundle(`sha384:${hex(hash('sha384', ARTIFACT))}`),
      4,
    ),
    undecided(
      'bundle-alone--artifact-absent',
      'subject.digest',
      'The bundle is verified without its artifact.',
      { 'bundle.sigstore.json': seal(ATTESTED).bundle },
      ['verify', 'bundle.sigstore.json', ...TRUSTED_ROOT, ...WHO, ...AT],
      4,
    ),
    undecided(
      'artifact-alone--signature-absent',
      'envelope.signatures',
      'The artifact is verified, and no evidence is at hand.',
      { 'artifact.txt': ARTIFACT },
      ['verify', 'artifact.txt', ...TRUSTED_ROOT, ...WHO, ...AT],
    ),
    undecided(
      'subject-digest-set-empty--subject-digest-other',
      'subject.digest',
      'The digest set of the only subject has no members: it matches nothing.',
      about({ name: 'artifact.txt', digest: {} }),
      verify,
      4,
    ),
    undecided(
      'subject-digest-name-in-capitals--subject-digest-other',
      'subject.digest',
      'The digest is right, under a name that no specification knows.',
      about({ name: 'artifact.txt', digest: { SHA256: hex(hash('sha256', ARTIFACT)) } }),
      verify,
      4,
    ),
    mismatch(
      'subject-digest-in-capitals',
      'The digest is right, in capital letters: digest sets are lower-case.',
      about({ name: 'artifact.txt', digest: { sha256: hex(hash('sha256', ARTIFACT)).toUpperCase() } }),
    ),
    mismatch(
      'subject-digest-prefixed',
      'The digest is right, with its algorithm in front of it.',
      about({ name: 'artifact.txt', digest: { sha256: `sha256:${hex(hash('sha256', ARTIFACT))}` } }),
    ),
    mismatch(
      'subject-digest-cut',
      'The last digit of the digest is missing.',
      about({ name: 'artifact.txt', digest: { sha256: hex(hash('sha256', ARTIFACT)).slice(0, -1) } }),
    ),
  ];
}
