// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Trust material. */
export const TRUST_REASONS = {
  'trusted-root-format': {
    says: 'the trusted root is malformed',
    next: 'obtain it again from its source',
    clause: 'Sigstore TrustedRoot',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'trusted-root-digest': {
    says: 'the trusted root is not the one pinned by its digest',
    next: 'compare the file with the pinned digest',
    clause: 'cli: --trusted-root-digest',
    indication: 'INDETERMINATE',
    sub: 'NO_CERTIFICATE_CHAIN_FOUND',
  },
  'trusted-root-age': {
    says: 'the trusted root is older than allowed, or of unknown age',
    next: 'bring in a newer trusted root',
    clause: 'cli: --max-root-age',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'trust-unvouched': {
    says: 'nothing that is at hand vouches for the document of trust: its form alone is no reason to believe it',
    next: 'give its digest, told by another channel, with --digest; or the --store and --domain that have signed or hold it',
    clause: 'verdicts: no named pass, no 0',
    indication: 'INDETERMINATE',
    sub: 'TRY_LATER',
  },
  'key-window': {
    says: 'the key was not valid at the time of signing',
    next: "compare the time with the key's window",
    clause: 'npm registry keys: expires; Sigstore TrustedRoot validFor',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'key-window-unproven': {
    says: 'the key has a validity window, and nothing shows when it signed',
    next: 'give --signed-at, or a timestamp',
    clause: 'verdicts: time',
    indication: 'INDETERMINATE',
    sub: 'OUT_OF_BOUNDS_NO_POE',
  },
  'key-id-unknown': {
    says: 'no trusted key carries this key id',
    next: 'give the key file of that registry',
    clause: 'npm registry keys',
    indication: 'INDETERMINATE',
    sub: 'NO_SIGNING_CERTIFICATE_FOUND',
  },
  'package-coordinates': {
    says: 'the package name, version or integrity is not written as a registry signs it',
    next: 'give the name, the exact version and the one sha512 integrity of the registry document',
    clause: 'npm registry signatures; attacks L04',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'identity-pattern': {
    says: 'the identity or issuer that is asked for cannot be used as it is written',
    next: 'write it exactly, or as a regular expression in the syntax of RE2',
    clause: 'cli: words; attacks L01',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
