// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** What cosign signs of an image, and signatures in files of their own. */
export const COSIGN_REASONS = {
  'image-payload-format': {
    says: 'the signed payload is not a well-formed image payload of cosign',
    next: 'treat the signature as unusable',
    clause: 'cosign signature specification: simple signing; attacks C16',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'image-digest-mismatch': {
    says: 'the signed payload names the manifest of another image',
    next: 'treat the image as another than the one signed',
    clause: 'cosign signature specification: docker-manifest-digest; attacks C16',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'image-reference-mismatch': {
    says: 'the signer called the image by another reference than the one asked for',
    next: 'compare the references: an image may have been signed for another repository',
    clause: 'cosign signature specification: docker-reference; attacks C16',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
  'signature-kind-unsupported': {
    says: 'the signature is of a kind that is not verified here',
    next: 'verify it with the tool that it was made for',
    clause: 'docs/EVIDENCE.md: signatures beside files',
    indication: 'INDETERMINATE',
    sub: 'SIG_CONSTRAINTS_FAILURE',
  },
} as const satisfies Record<string, ReasonEntry>;
