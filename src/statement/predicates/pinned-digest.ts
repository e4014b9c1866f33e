// SPDX-License-Identifier: Apache-2.0
import { requireInt64, requireString } from '../../encoding/json-fields.ts';
import { formatInstant, parseRfc3339 } from '../../encoding/rfc3339.ts';
import type { Instant } from '../../model/instant.ts';
import { Malformed } from '../../model/malformed.ts';
import { PINNED_DIGEST_TYPE } from '../predicate-types.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** What the signer of a pinned digest says: the subject of the statement is the canonical form of a JSON surface, by its SHA-256. */
export interface PinnedDigest {
  /** As the signer calls himself: a claim under the signature, and no proof of who he is. */
  readonly signerName: string;
  /** By his own clock. */
  readonly attestedAt: Instant;
  readonly toolCount: bigint;
}

const CANONICALIZATION = 'rfc8785';

export const PINNED_DIGEST_KIND: ToldPredicateKind<typeof PINNED_DIGEST_TYPE, PinnedDigest> = {
  type: PINNED_DIGEST_TYPE,
  schema: 'pinned-digest-v1',
  parse(predicate) {
    if (predicate['canonicalization'] !== CANONICALIZATION)
      throw new Malformed('json-shape', `the canonicalization at /canonicalization is not ${CANONICALIZATION}`);
    return {
      signerName: requireString(predicate, 'signerName', ''),
      attestedAt: parseRfc3339(requireString(predicate, 'attestedAt', '')).time,
      toolCount: requireInt64(predicate, 'toolCount', ''),
    };
  },
  toJson: ({ signerName, attestedAt, toolCount }) => ({
    canonicalization: CANONICALIZATION,
    signerName,
    attestedAt: formatInstant(attestedAt),
    toolCount: Number(toolCount),
  }),
  tell: ({ signerName, attestedAt, toolCount }) => ({
    signerName,
    attestedAt: formatInstant(attestedAt),
    toolCount: String(toolCount),
  }),
};
