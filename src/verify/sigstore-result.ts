// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { JsonObject } from '../model/json.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { SignerIdentity } from '../model/signer.ts';
import type { Statement } from '../model/statement.ts';
import type { SigningTime } from '../model/times.ts';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.verificationresult+json;version=0.1';

/**
 * What sigstore-go and gh print, for pipelines that read it already. It restates facts of the item: whether they may be
 * relied on is the item's indication.
 */
export function sigstoreResult(
  entity: SignedEntity,
  identity: SignerIdentity | null,
  statement: Statement | null,
  times: readonly SigningTime[],
): JsonObject | null {
  if (entity.envelope !== 'sigstore-bundle' || identity === null) return null;
  const signature: JsonObject =
    identity.kind === 'certificate'
      ? {
          certificate: {
            certificateIssuer: '',
            subjectAlternativeName: identity.san,
            ...(identity.issuer === null ? {} : { issuer: identity.issuer }),
            ...identity.extensions,
          },
        }
      : { publicKeyId: identity.fingerprint };
  return {
    mediaType: MEDIA_TYPE,
    ...(statement === null
      ? {}
      : {
          statement: {
            _type: statement.type,
            predicateType: statement.predicateType,
            subject: statement.subject.map(({ name, digest }) => ({
              ...(name === null ? {} : { name }),
              digest: Object.fromEntries(digest),
            })),
            ...(statement.predicate === null ? {} : { predicate: statement.predicate }),
          },
        }),
    signature,
    verifiedTimestamps: times.map(({ source, authority, time }) => ({
      type: source === 'log-integrated-time' ? 'Tlog' : 'TimestampAuthority',
      uri: authority,
      timestamp: formatInstant(time),
    })),
  };
}
