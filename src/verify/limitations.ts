// SPDX-License-Identifier: Apache-2.0

interface Limitation {
  readonly kinds: readonly string[];
  readonly says: string;
}

/** What evidence of some kind cannot show, however good it is: said in every report that rests on it. */
const LIMITATIONS: readonly Limitation[] = [
  {
    kinds: ['pypi-attestation', 'pypi-provenance'],
    says: 'index: not proven. An attestation names the file and not where it was published: one made for TestPyPI verifies as well',
  },
  {
    kinds: ['cosign-bundle', 'cosign-image-signature'],
    says: "cosign's old forms hold no inclusion proof: that an entry is in the log rests on the log's promise",
  },
  {
    kinds: ['custody-timeline'],
    says: 'a custody log proves who said what in which order: that it happened so, and when it is said to have, is what persons say',
  },
];

/** @param kinds of all items */
export function limitationsOf(kinds: ReadonlySet<string>): readonly string[] {
  return LIMITATIONS.filter((row) => row.kinds.some((kind) => kinds.has(kind))).map(({ says }) => says);
}
