// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from './bytes.ts';
import { type Authority, authorityKeyIdentifier, extension, name, signatureAlgorithm } from './certificate.ts';
import { bitString, context, generalizedTime, integer, sequence, tlv, validityTime } from './der.ts';
import type { MintKey } from './keys.ts';

export interface RevokedPlan {
  readonly serial: bigint;
  readonly at: string;
  readonly invalidSince?: string;
  /** RFC 5280 §5.3.1. */
  readonly reason?: number;
}

export interface CrlPlan {
  readonly issuer: Authority;
  readonly revoked: readonly RevokedPlan[];
  readonly number?: number;
  readonly thisUpdate?: string;
  /** null: none is named. */
  readonly nextUpdate?: string | null;
  readonly signedBy?: MintKey;
  readonly more?: readonly Bytes[];
}

/** A certificate revocation list (RFC 5280 §5.1), version 2. */
export function crl(plan: CrlPlan): Bytes {
  const { issuer, revoked, number = 1, thisUpdate = '2026-02-20T00:00:00Z', signedBy = issuer.key, more = [] } = plan;
  const nextUpdate = plan.nextUpdate === undefined ? '2026-04-20T00:00:00Z' : plan.nextUpdate;
  const algorithm = signatureAlgorithm(signedBy);
  const entries = revoked.map(({ serial, at, invalidSince, reason }) => {
    const extensions = [
      ...(reason === undefined ? [] : [extension('2.5.29.21', false, tlv(0x0a, Uint8Array.of(reason)))]),
      ...(invalidSince === undefined ? [] : [extension('2.5.29.24', false, generalizedTime(invalidSince))]),
    ];
    return sequence(integer(serial), validityTime(at), ...(extensions.length === 0 ? [] : [sequence(...extensions)]));
  });
  const tbs = sequence(
    integer(1),
    algorithm,
    name(issuer.subject),
    validityTime(thisUpdate),
    ...(nextUpdate === null ? [] : [validityTime(nextUpdate)]),
    ...(entries.length === 0 ? [] : [sequence(...entries)]),
    context(0, sequence(authorityKeyIdentifier(issuer.key), extension('2.5.29.20', false, integer(number)), ...more)),
  );
  return sequence(tbs, algorithm, bitString(signedBy.sign(tbs)));
}
