// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What the payload says, and what it is about. */
export const STATEMENT_REASONS = {
  'payload-type-unsupported': {
    says: 'the payload is not of a type that is judged here',
    next: 'use check dsse to verify its signatures alone',
    clause: 'DSSE v1.0 payloadType',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'statement-format': {
    says: 'the payload is not a well-formed in-toto statement',
    next: 'treat the attestation as unusable',
    clause: 'in-toto attestation: Statement v1',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'statement-type-unknown': {
    says: 'the statement is of an unknown type',
    next: 'treat the attestation as unusable',
    clause: 'in-toto attestation: Statement v1 _type',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'predicate-type-mismatch': {
    says: 'the predicate is of another type than the one asked for',
    next: 'name the type that you expect with --type',
    clause: 'in-toto attestation: predicateType',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'summary-not-passed': {
    says: 'the verification summary does not say that the artifact has passed',
    next: 'treat the artifact as refused by the verifier that is named; ask it why',
    clause: 'SLSA v1.0 VSA: verificationResult, verifiedLevels',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'subject-digest-mismatch': {
    says: 'the digest of the artifact is in no subject of the signed statement',
    next: 'treat the artifact as another than the one attested; compare it with its source',
    clause: 'in-toto attestation: subject, DigestSet',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'artifact-digest-mismatch': {
    says: 'the digest of the artifact is not the one that the bundle names',
    next: 'treat the artifact as altered; compare it with its source',
    clause: 'Sigstore bundle messageDigest',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'subject-digest-conflict': {
    says: 'a subject matches in one strong digest and contradicts in another',
    next: 'treat the attestation as forged',
    clause: 'in-toto DigestSet; attacks B08',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'subject-digest-weak': {
    says: 'the artifact is named by weak digests only',
    next: 'ask for an attestation over sha256 or better',
    clause: 'in-toto DigestSet; attacks B08',
    indication: 'INDETERMINATE',
    sub: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'subject-digest-other': {
    says: 'the digest given is of an algorithm that no subject carries',
    next: 'give the artifact itself, or a digest that the subjects carry',
    clause: 'in-toto DigestSet',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'artifact-absent': {
    says: 'the artifact is not at hand',
    next: 'name the artifact, or its digest',
    clause: 'ETSI EN 319 102-1 SIGNED_DATA_NOT_FOUND',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
} as const satisfies Record<string, ReasonEntry>;
