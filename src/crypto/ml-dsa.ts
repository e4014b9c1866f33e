// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, verify } from 'node:crypto';
import { decodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { Algorithm } from './algorithm.ts';
import { sha256Hex } from './digest.ts';
import { asBuffer, keyObjectOf } from './key-objects.ts';

const KEY_OCTETS = 1312;
const SIGNATURE_OCTETS = 2420;
/** SubjectPublicKeyInfo of id-ml-dsa-44 (RFC 9881 §4): no parameters, and the octets of FIPS 204 as they are. */
const SPKI_PREFIX = decodeHex('30820532300b06096086480165030403110382052100');

/**
 * ML-DSA-44 (FIPS 204 §5.3), pure, with an empty context. It is node:crypto's alone, where its OpenSSL has it (3.5 and later): any
 * other engine lacks the algorithm, and says so.
 */
export const mlDsa44Scheme: Algorithm = {
  id: 'ml-dsa-44',
  kind: 'ml-dsa-44',
  hash: null,
  get engines() {
    return isNative() ? NATIVE : NONE;
  },
  byDigest: false,
  judgeForm: (_key, sig) => (sig.length === SIGNATURE_OCTETS ? 'well-formed' : 'signature-encoding'),
  verifyNatively: (key, message, sig) => verify(null, message, keyObjectOf(key), sig),
};

const NATIVE = ['native'] as const;
const NONE = [] as const;

/**
 * The 1,312 octets of an ML-DSA-44 key (FIPS 204 §7.2, pkEncode): every value of theirs is one. For witnesses and logs alone: no
 * other reader of keys takes this kind.
 *
 * @throws Malformed `key-format`
 */
export function importMlDsa44Raw(octets: Bytes): PublicKey {
  if (octets.length !== KEY_OCTETS) throw new Malformed('key-format', `an ML-DSA-44 key of ${octets.length} bytes`);
  const spki = spkiOf(octets);
  return {
    kind: 'ml-dsa-44',
    spki,
    fingerprint: sha256Hex(spki),
    bits: 8 * KEY_OCTETS,
    weakness: null,
    scheme: 'ml-dsa-44',
  };
}

function spkiOf(octets: Bytes): Bytes {
  const spki = new Uint8Array(SPKI_PREFIX.length + KEY_OCTETS);
  spki.set(SPKI_PREFIX);
  spki.set(octets, SPKI_PREFIX.length);
  return spki;
}

let native: boolean | null = null;

/** Whether this very OpenSSL reads such a key: asked once. */
function isNative(): boolean {
  if (native !== null) return native;
  try {
    const key = { key: asBuffer(spkiOf(new Uint8Array(KEY_OCTETS))), format: 'der', type: 'spki' } as const;
    native = createPublicKey(key).asymmetricKeyType === 'ml-dsa-44';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    native = false;
  }
  return native;
}
