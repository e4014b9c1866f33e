// SPDX-License-Identifier: Apache-2.0
import type { ReasonEntry } from './entry.ts';

/** Image layouts: what is in them, and whether it is what it is called. */
export const IMAGE_REASONS = {
  'image-layout-format': {
    says: 'the image layout is not as the specification has it: oci-layout, index.json and blobs',
    next: 'save the image again',
    clause: 'OCI image specification: image layout',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'image-manifest-format': {
    says: 'a manifest or index is malformed, or can be read as more than one kind',
    next: 'treat the image as unusable: readers disagree about what it is',
    clause: 'OCI image specification: manifest, index; CVE-2021-41190',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'image-platform-twice': {
    says: 'an index names two manifests for one platform, with nothing to tell them apart',
    next: 'treat the image as unusable: which of the two runs depends on the reader',
    clause: 'OCI image specification: index, platform',
    indication: 'TOTAL-FAILED',
    sub: 'FORMAT_FAILURE',
  },
  'image-blob-altered': {
    says: 'a blob is not the one that its name says',
    next: 'save the image again: it was damaged or changed',
    clause: 'OCI image specification: image layout, blobs',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'image-blob-size': {
    says: 'a blob has another size than the descriptor that names it says',
    next: 'treat the image as changed',
    clause: 'OCI image specification: descriptor, size',
    indication: 'TOTAL-FAILED',
    sub: 'HASH_FAILURE',
  },
  'image-blob-absent': {
    says: 'a blob that is needed is not in the layout',
    next: 'save the image together with its signatures and attestations',
    clause: 'OCI image specification: image layout, blobs',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
  'image-absent': {
    says: 'the layout holds no image, or not the one that was asked for, and no evidence in it names that',
    next: 'compare the digest with those of index.json',
    clause: 'verdicts: exit 4',
    indication: 'INDETERMINATE',
    sub: 'SIGNED_DATA_NOT_FOUND',
  },
} as const satisfies Record<string, ReasonEntry>;
