// SPDX-License-Identifier: Apache-2.0
import { constants, createPublicKey, type KeyObject, type SignKeyObjectInput, sign } from 'node:crypto';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import { ALGORITHMS, defaultScheme } from './algorithms.ts';
import { nativeEngine } from './engine.ts';
import { importSpki } from './spki.ts';

/** A key that can sign. The private half stays inside of node:crypto: nothing here gives it out. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  readonly scheme: SchemeId;
  /**
   * Ed25519: 64 octets; ECDSA: DER; RSA: as long as the modulus. Verified under `publicKey` before it is given out.
   *
   * @throws Malformed `key-format` where the two halves of the key do not belong together
   */
  sign(message: Bytes): Bytes;
  /** The same key under another scheme that it may sign with. @throws Malformed `algorithm-key-mismatch` */
  under(scheme: SchemeId): SigningKey;
}

/**
 * @param stated what the file says of its public half, or null where it is known only from the private one
 * @throws Malformed `key-format`, `key-weak`, `algorithm-unsupported`, `algorithm-key-mismatch`
 */
export function signingKeyOf(privateKey: KeyObject, stated: PublicKey | null = null): SigningKey {
  const derived = publicHalf(privateKey);
  if (stated !== null && stated.fingerprint !== derived.fingerprint) throw strangers();
  const publicKey = stated ?? derived;
  if (publicKey.weakness !== null) throw new Malformed('key-weak', publicKey.weakness);
  return keyUnder(privateKey, publicKey, defaultScheme(publicKey, null));
}

function keyUnder(privateKey: KeyObject, publicKey: PublicKey, scheme: SchemeId): SigningKey {
  const { hash } = ALGORITHMS[scheme];
  const input = inputOf(scheme, privateKey);
  return {
    publicKey,
    scheme,
    sign(message) {
      const signature = Uint8Array.from(sign(hash, message, input));
      if (nativeEngine.verify(scheme, publicKey, message, signature) !== 'valid') throw strangers();
      return signature;
    },
    under: (asked) => keyUnder(privateKey, publicKey, defaultScheme(publicKey, asked)),
  };
}

function publicHalf(privateKey: KeyObject): PublicKey {
  const spki = Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }));
  const parsed = attempt(() => importSpki(spki));
  if (parsed.ok) return parsed.value;
  const { reason } = parsed.problem;
  if (reason === 'algorithm-unsupported')
    throw new Malformed(reason, 'a private key of another kind than Ed25519, ECDSA on P-256, P-384, P-521, and RSA');
  throw new Malformed('key-format', 'the public half of the private key is not well-formed');
}

function inputOf(scheme: SchemeId, key: KeyObject): SignKeyObjectInput | KeyObject {
  if (scheme.startsWith('ecdsa')) return { key, dsaEncoding: 'der' };
  if (scheme.startsWith('rsa-pss'))
    return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return scheme.startsWith('rsa') ? { key, padding: constants.RSA_PKCS1_PADDING } : key;
}

function strangers(): Malformed {
  return new Malformed('key-format', 'the private half of the key is not that of its public half');
}
