// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, type JsonWebKeyInput } from 'node:crypto';
import { parseJson } from '../encoding/json.ts';
import { asObject } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import { importJwk } from './jwk.ts';
import { type SigningKey, signingKeyOf } from './signing-key.ts';

/** What makes the private half, by kind (RFC 7518 §6.2.2, §6.3.2; RFC 8037 §2). `oth` (more than two primes) is none of ours. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  EC: ['d'],
  OKP: ['d'],
  RSA: ['d', 'p', 'q', 'dp', 'dq', 'qi'],
};
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e', 'alg'] as const;

/**
 * A private JSON Web Key (RFC 7517). Its public members must be those of its private ones; `use` and `key_ops` must allow signing.
 *
 * @throws Malformed `key-format`, `key-weak`, `algorithm-unsupported`, `algorithm-key-mismatch`
 */
export function readPrivateJwk(bytes: Bytes): SigningKey {
  const parsed = attempt(() => asObject(parseJson(bytes), ''));
  if (!parsed.ok) throw new Malformed('key-format', 'the private key begins as a JWK, and is not strict JSON');
  const jwk = parsed.value;
  const names = typeof jwk.kty === 'string' && Object.hasOwn(SECRETS, jwk.kty) ? SECRETS[jwk.kty]! : null;
  if (names === null || Object.hasOwn(jwk, 'oth'))
    throw new Malformed('algorithm-unsupported', 'a private JWK of another kind than EC, OKP, and RSA of two primes');
  if (!names.every((name) => typeof jwk[name] === 'string'))
    throw new Malformed('key-format', 'the JWK is not a private one: members of its private half are missing');
  checkUse(jwk);
  const stated = statedHalf(jwk);
  let object: ReturnType<typeof createPrivateKey>;
  try {
    object = createPrivateKey({
      key: picked(jwk, [...PUBLIC_MEMBERS, ...names]) as JsonWebKeyInput['key'],
      format: 'jwk',
    });
  } catch {
    throw new Malformed('key-format', 'OpenSSL does not take this private JWK');
  }
  return signingKeyOf(object, stated);
}

function statedHalf(jwk: JsonObject): PublicKey {
  const parsed = attempt(() => importJwk(picked(jwk, PUBLIC_MEMBERS)));
  if (parsed.ok) return parsed.value;
  const { reason, detail } = parsed.problem;
  throw reason === 'algorithm-unsupported' || reason === 'algorithm-key-mismatch'
    ? new Malformed(reason, detail)
    : new Malformed('key-format', 'the public members of the private JWK are no public key');
}

function picked(jwk: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(jwk, name) ? [[name, jwk[name]!]] : [])));
}

function checkUse(jwk: JsonObject): void {
  const signs = !Object.hasOwn(jwk, 'key_ops') || (Array.isArray(jwk.key_ops) && jwk.key_ops.includes('sign'));
  if ((jwk.use ?? 'sig') === 'sig' && signs) return;
  throw new Malformed('algorithm-key-mismatch', 'the private JWK is not for signing');
}
