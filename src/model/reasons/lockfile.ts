// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What can be wrong with a lockfile as a document. */
export const LOCKFILE_REASONS = {
  'lockfile-format': {
    says: 'the lockfile is not written as its tool writes it',
    next: 'write it again with the tool that it belongs to, and compare',
    clause: 'docs/EVIDENCE.md: lockfiles; attacks L06',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'lockfile-version-unsupported': {
    says: 'the lockfile is of a version that is not known here: its tool may read it otherwise',
    next: 'write it again with a version of the tool that is known here; see docs/EVIDENCE.md',
    clause: 'docs/EVIDENCE.md: lockfiles; attacks L06',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'lockfile-halves-differ': {
    says: 'the lockfile says twice what it pins, and not the same: versions of its tool read different halves',
    next: 'write it again with the tool that it belongs to, and compare',
    clause: 'docs/EVIDENCE.md: lockfiles; attacks L06',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'lock-digest-mismatch': {
    says: 'a package at hand is, by its own word, one that the lockfile pins, and has another digest',
    next: 'treat the package as another than the one that was locked; compare it with its registry',
    clause: 'docs/EVIDENCE.md: lockfiles; attacks L06',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'lock-entry-unproven': {
    says: 'no verified provenance speaks of some entries: what is at hand of them does not verify, or does not say how they were built',
    next: 'give SLSA provenance of the entries that are named (npm, PyPI: as their index serves it)',
    clause: 'docs/spec/lockfile-signature-v1.md, 5',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'lockfile-value': {
    says: 'the lockfile holds a value that its canonical form cannot carry without loss',
    next: 'write the value in another way, as a text; what cannot be carried cannot be signed',
    clause: 'docs/spec/lockfile-signature-v1.md, 3',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'lockfile-claims': {
    says: 'what is signed says another thing of the lockfile, or of its signature, than what is found',
    next: 'treat the signature as one of something else; compare the values that are named',
    clause: 'docs/spec/lockfile-signature-v1.md, 5',
    indication: 'TOTAL-FAILED',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'lockfile-signer': {
    says: 'the lockfile is signed under another name than the one asked for',
    next: 'compare the signer found with the one that you expect',
    clause: 'docs/spec/lockfile-signature-v1.md, 5',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'pin-format': {
    says: 'the pin is not written as a pin is',
    next: 'write it again with digest pin',
    clause: 'docs/DIGEST-PIN.md',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'pin-digest-mismatch': {
    says: 'the surface has another digest than the one that was pinned',
    next: 'do not start the service; compare what it offers with the build that was pinned',
    clause: 'docs/DIGEST-PIN.md',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'toml-invalid': {
    says: 'the file is not TOML',
    next: 'look at the line that is named',
    clause: 'TOML 1.0',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
