// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Attestations of Python distributions (PEP 740). */
export const PYPI_REASONS = {
  'subject-count': {
    says: 'the statement has several subjects, where the format allows one',
    next: 'treat the attestation as unusable',
    clause: 'PEP 740: attestation statement',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'subject-name-absent': {
    says: 'the subject of the statement has no name',
    next: 'treat the attestation as unusable',
    clause: 'PEP 740: attestation statement',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'subject-name-invalid': {
    says: 'the subject is not named as a wheel or a source distribution',
    next: 'treat the attestation as unusable',
    clause: 'PEP 740; PEP 427, PEP 625: file names',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'subject-name-mismatch': {
    says: 'the statement names another distribution than the file at hand is named as',
    next: 'compare name, version and tags: the file may have been renamed, or be passed off as another',
    clause: 'PEP 740; attacks L05',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'artifact-name-invalid': {
    says: 'the file at hand is not named as a wheel or a source distribution',
    next: 'give the file under the name that the index serves it under',
    clause: 'PEP 740; PEP 427, PEP 625: file names',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'attestation-type-unknown': {
    says: 'the attestation is of a type that the index does not know',
    next: 'treat the attestation as unusable',
    clause: 'PEP 740; PyPI: attestation types',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'publisher-contradicted': {
    says: 'the certificate is not that of the publisher that the index names',
    next: 'treat what the index says of the publisher as edited: nobody has signed it',
    clause: 'PEP 740: publisher; attacks L05',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
