// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import { PINNED_DIGEST_TYPE } from '../statement/predicate-types.ts';

/** The in-toto Statement about the canonical digest of a JSON surface, itself in canonical form. */
export function pinStatement(pin: {
  readonly subject: string;
  readonly digest: string;
  readonly signerName: string;
  readonly attestedAt: string;
  readonly toolCount: number;
}): Bytes {
  const { subject, digest, signerName, attestedAt, toolCount } = pin;
  return canonicalJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: subject, digest: { sha256: digest } }],
    predicateType: PINNED_DIGEST_TYPE,
    predicate: { canonicalization: 'rfc8785', signerName, attestedAt, toolCount },
  });
}
