// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with the evidence bundles of StellaOps. */
export const STELLA_REASONS = {
  'bundle-manifest': {
    says: 'the manifest of the evidence bundle is not written as its layout says',
    next: 'export the bundle again',
    clause: 'StellaOps bundle-packaging, schema v1',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'bundle-checksums': {
    says: 'checksums.txt of the evidence bundle is malformed, not sorted, or not what its manifest lists',
    next: 'export the bundle again, and compare',
    clause: 'StellaOps bundle-packaging',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'bundle-digest-mismatch': {
    says: 'a file of the evidence bundle has another digest or size than its manifest names',
    next: 'treat the file as changed since the bundle was sealed',
    clause: 'StellaOps bundle-packaging; attacks I05',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'merkle-profile-not-named': {
    says: 'the bundle names a root, and nobody said what it is over: documents of StellaOps give it several meanings',
    next: 'ask who made the bundle, and name the meaning with --merkle-profile',
    clause: 'docs/EVIDENCE.md: StellaOps',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'merkle-root-mismatch': {
    says: 'the list of files has another root, in the meaning that was asked for, than the bundle names',
    next: 'make sure that this is the meaning; if it is, treat the list as changed',
    clause: 'docs/EVIDENCE.md: StellaOps',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
