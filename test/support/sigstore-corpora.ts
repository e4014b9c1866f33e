// SPDX-License-Identifier: Apache-2.0

/** The corpora whose evidence is Sigstore bundles, as other tools make them. */
export const SIGSTORE_CORPORA = [
  'sigstore-conformance',
  'sigstore-js',
  'sigstore-python',
  'sigstore-rs',
  'cosign',
  'slsa-verifier',
] as const;
