// SPDX-License-Identifier: Apache-2.0

// Apart from lock-data.ts: whoever only names the format does without readers of YAML and TOML.

/** Names what is signed of a lockfile, and how its canonical form is made (docs/spec/lockfile-signature-v1.md). */
export const LOCK_SIGNATURE_TYPE = 'urn:forensic-verify:predicate:lockfile-signature:v1';
export const LOCK_CANONICALIZATION = 'lockfile-canonical/v1';

/** What a lockfile is written in. */
export const LOCK_SYNTAXES = ['json', 'yaml', 'toml'] as const;
export type LockSyntax = (typeof LOCK_SYNTAXES)[number];
