// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';

export const PINNED_DIGEST_TYPE = 'urn:forensic-verify:predicate:pinned-digest:v1';

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
