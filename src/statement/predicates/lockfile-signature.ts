// SPDX-License-Identifier: Apache-2.0
import { requireString } from '../../encoding/json-fields.ts';
import {
  LOCK_CANONICALIZATION,
  LOCK_SIGNATURE_TYPE,
  LOCK_SYNTAXES,
  type LockSyntax,
} from '../../encoding/lock-format.ts';
import { formatInstant, parseRfc3339 } from '../../encoding/rfc3339.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** What the signer of a lockfile says: the subject of the statement is the canonical form, by its SHA-256. */
export interface LockfileSignature {
  readonly syntax: LockSyntax;
  /** As the signer calls himself: a claim under the signature, and no proof of who he is. */
  readonly signer: string;
  /** An id of ALGORITHMS, or `hmac-sha256`. */
  readonly algorithm: string;
  /** By his own clock. */
  readonly signedAt: Instant;
}

export const LOCKFILE_SIGNATURE_KIND: ToldPredicateKind<typeof LOCK_SIGNATURE_TYPE, LockfileSignature> = {
  type: LOCK_SIGNATURE_TYPE,
  schema: 'lockfile-signature-v1',
  parse(predicate) {
    if (predicate['canonicalization'] !== LOCK_CANONICALIZATION)
      throw new Malformed('json-shape', `the canonicalization at /canonicalization is not ${LOCK_CANONICALIZATION}`);
    const written = requireString(predicate, 'syntax', '');
    const syntax = LOCK_SYNTAXES.find((one) => one === written);
    if (syntax === undefined) throw new Malformed('json-shape', 'no syntax of a lockfile at /syntax');
    return {
      syntax,
      signer: requireString(predicate, 'signer', ''),
      algorithm: requireString(predicate, 'algorithm', ''),
      signedAt: parseRfc3339(requireString(predicate, 'signedAt', '')).time,
    };
  },
  toJson: lockfileSignatureJson,
  tell: ({ syntax, signer, algorithm, signedAt }) => ({ syntax, signer, algorithm, signedAt: formatInstant(signedAt) }),
};

export function lockfileSignatureJson({ syntax, signer, algorithm, signedAt }: LockfileSignature): JsonObject {
  return { canonicalization: LOCK_CANONICALIZATION, syntax, signer, algorithm, signedAt: formatInstant(signedAt) };
}
