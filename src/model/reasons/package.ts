// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Which package it is: what a registry's documents, a statement and the package itself say of name and version. */
export const PACKAGE_REASONS = {
  'package-name-mismatch': {
    says: 'the signed statement names another package',
    next: 'treat the artifact as another package than the one asked for',
    clause: 'purl npm; attacks L04',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-version-mismatch': {
    says: 'the signed statement names another version of the package',
    next: 'treat the artifact as another version: an older one may be passed off as this one',
    clause: 'purl npm; attacks L04',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-purl-malformed': {
    says: 'the package URL of the statement cannot be read in one way only',
    next: 'treat the attestation as unusable',
    clause: 'purl npm; attacks L04',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'package-not-named': {
    says: 'the statement names no package, and one was asked for',
    next: 'give the attestation of the package',
    clause: 'purl npm',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-type-outer': {
    says: 'the predicate type beside the bundle is not that of the signed statement',
    next: 'treat the document as edited',
    clause: 'npm attestations; attacks L04',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'package-publish-absent': {
    says: "the registry's own attestation, that it published this package, is missing",
    next: 'save the whole attestation document of the registry',
    clause: 'npm publish attestation; attacks L04',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-provenance-absent': {
    says: "the builder's provenance of this package is missing",
    next: 'save the whole attestation document of the registry',
    clause: 'npm provenance; attacks L04',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-attestations-disagree': {
    says: 'the attestations of one document are about different packages',
    next: 'treat the document as put together from several',
    clause: 'npm attestations; attacks L04',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-json': {
    says: 'the name and version inside the package cannot be read in one way only',
    next: 'open the package by hand, and compare what is inside with its registry',
    clause: 'npm package.json; attacks L04',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'package-integrity': {
    says: 'the integrity of an entry is not written as subresource integrity',
    next: 'compare the lockfile with the one that was committed',
    clause: 'W3C SRI; npm package-lock.json integrity',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
