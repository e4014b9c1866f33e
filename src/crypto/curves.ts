// SPDX-License-Identifier: Apache-2.0
import { decodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';
import type { KeyKind } from '../model/public-key.ts';

export type EcKind = Extract<KeyKind, `ecdsa-${string}`>;

/** One prime curve of SP 800-186 §3.2.1, as keys and signatures need it. */
export interface Curve {
  readonly kind: EcKind;
  readonly bits: number;
  /** Octets of a coordinate, and of r and s. */
  readonly octets: number;
  /** The order n of the base point, big-endian, `octets` long. */
  readonly order: Bytes;
  /** namedCurve (RFC 5480 §2.1.1.1). */
  readonly oid: string;
  /** `crv` (RFC 7518 §6.2.1.1). */
  readonly jwkName: string;
  /** Everything of a SubjectPublicKeyInfo in front of the octets of an uncompressed point, its 0x04 included. */
  readonly spkiPrefix: Bytes;
}

function curve(kind: EcKind, bits: number, oid: string, jwkName: string, order: string, spkiPrefix: string): Curve {
  const octets = Math.ceil(bits / 8);
  return { kind, bits, octets, oid, jwkName, order: decodeHex(order), spkiPrefix: decodeHex(spkiPrefix) };
}

export const P256 = curve(
  'ecdsa-p256',
  256,
  '1.2.840.10045.3.1.7',
  'P-256',
  'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  '3059301306072a8648ce3d020106082a8648ce3d03010703420004',
);
export const P384 = curve(
  'ecdsa-p384',
  384,
  '1.3.132.0.34',
  'P-384',
  'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  '3076301006072a8648ce3d020106052b8104002203620004',
);
export const P521 = curve(
  'ecdsa-p521',
  521,
  '1.3.132.0.35',
  'P-521',
  '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
  '30819b301006072a8648ce3d020106052b810400230381860004',
);

export const CURVES: readonly Curve[] = [P256, P384, P521];

/** The curve of a key, or null for a key that lies on none of them. */
export function curveOf(kind: KeyKind): Curve | null {
  return CURVES.find((entry) => entry.kind === kind) ?? null;
}
