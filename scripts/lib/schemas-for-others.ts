// SPDX-License-Identifier: Apache-2.0

/** Of what this tool writes, or reads by hand: they travel in the kit for others, and are not compiled in. */
export const FOR_OTHERS: readonly string[] = [
  'dsse-envelope.json',
  'in-toto-statement-v1.json',
  'policy-v1.json',
  'provenance-v1.json',
  'sigstore-bundle.json',
  'what-if-v1.json',
];
