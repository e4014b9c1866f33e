// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { PROMOTION_TYPE } from '../statement/predicate-types.ts';
import { PROMOTION_KIND, type PromotionLogProof, type PromotionMaterial } from '../statement/predicates/promotion.ts';

export interface PromotionAsked {
  readonly image: { readonly name: string; readonly digest: { readonly algorithm: string; readonly hex: string } };
  readonly materials: readonly PromotionMaterial[];
  readonly from: string;
  readonly to: string;
  readonly actor: string;
  readonly at: Instant;
  readonly pipeline: string | null;
  readonly ticket: string | null;
  readonly notes: string | null;
  readonly rekor: PromotionLogProof | null;
}

/**
 * The statement of a promotion, in canonical form: in-toto Statement v1, ready to be signed.
 *
 * @throws Malformed `promotion-goes-nowhere`
 */
export function buildPromotion(asked: PromotionAsked): Bytes {
  const { image, materials, from, to, actor, at, pipeline, ticket, notes, rekor } = asked;
  if (from === to) throw new Malformed('promotion-goes-nowhere', 'from and to are the same environment');
  const promotion = { from, to, actor, timestamp: formatInstant(at), pipeline, ticket, notes };
  return canonicalJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: image.name, digest: { [image.digest.algorithm]: image.digest.hex } }],
    predicateType: PROMOTION_TYPE,
    predicate: PROMOTION_KIND.toJson({ materials, promotion, rekor, bundleSha256: null }),
  });
}
