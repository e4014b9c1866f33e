// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { decodeBase64UrlUnpadded } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { asString, optionalArray, optionalString, requireString } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import { schemeFits } from './algorithms.ts';
import { CURVES } from './curves.ts';
import { decodeWithOpenssl } from './key-objects.ts';
import { resolveScheme } from './scheme-names.ts';
import { importCoordinates, importEd25519Raw, importPkcs1 } from './spki.ts';

/** Members that hold secrets in one kind of key or another (RFC 7518 §6.2.2, §6.3.2, §6.4.1; RFC 8037 §2). */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/**
 * A public JSON Web Key (RFC 7517, RFC 7518 §6, RFC 8037 §2) of a kind on our list. `alg` restricts the key to one scheme;
 * `use` and `key_ops` must allow verification. Other members are not read.
 *
 * @throws Malformed `key-format`, `key-private`, `json-shape`, `base64-invalid`, `algorithm-unsupported`,
 *   `algorithm-key-mismatch`
 */
export function importJwk(jwk: JsonObject): PublicKey {
  const secret = SECRET_MEMBERS.find((name) => Object.hasOwn(jwk, name));
  const kty = requireString(jwk, 'kty', '');
  if (secret !== undefined || kty === 'oct')
    throw new Malformed('key-private', `the JWK has a member ${secret ?? 'kty oct'}`);
  checkUse(jwk);
  return restricted(keyOf(jwk, kty), optionalString(jwk, 'alg', ''));
}

function keyOf(jwk: JsonObject, kty: string): PublicKey {
  if (kty === 'EC') {
    const crv = requireString(jwk, 'crv', '');
    const curve = CURVES.find((entry) => entry.jwkName === crv);
    if (curve === undefined) throw unsupported(`curve ${escapeText(crv, 64)}`);
    return importCoordinates(curve, octets(jwk, 'x'), octets(jwk, 'y'));
  }
  if (kty === 'OKP') {
    const crv = requireString(jwk, 'crv', '');
    if (crv !== 'Ed25519') throw unsupported(`curve ${escapeText(crv, 64)}`);
    return importEd25519Raw(octets(jwk, 'x'));
  }
  if (kty === 'RSA') return rsaKey(positive(jwk, 'n'), positive(jwk, 'e'));
  throw unsupported(`kty ${escapeText(kty, 64)}`);
}

/** By way of RFC 8017's own structure, so that one reader judges every RSA key. */
function rsaKey(n: string, e: string): PublicKey {
  const pkcs1 = decodeWithOpenssl('OpenSSL does not take this RSA key', () =>
    createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({ format: 'der', type: 'pkcs1' }),
  );
  return importPkcs1(pkcs1);
}

function octets(jwk: JsonObject, name: string): Bytes {
  return decodeBase64UrlUnpadded(requireString(jwk, name, ''));
}

/** Base64urlUInt (RFC 7518 §2): the minimal octets of a positive number. */
function positive(jwk: JsonObject, name: string): string {
  const first = octets(jwk, name)[0];
  if (first === undefined || first === 0)
    throw new Malformed('key-format', `member ${name} is not a minimal positive number`);
  return requireString(jwk, name, '');
}

function checkUse(jwk: JsonObject): void {
  const use = optionalString(jwk, 'use', '');
  const operations = optionalArray(jwk, 'key_ops', '')?.map((operation) => asString(operation, '/key_ops'));
  if ((use ?? 'sig') === 'sig' && (operations ?? ['verify']).includes('verify')) return;
  throw new Malformed('algorithm-key-mismatch', 'the JWK is not for the verification of signatures');
}

function restricted(key: PublicKey, alg: string | undefined): PublicKey {
  if (alg === undefined) return key;
  const scheme = resolveScheme(alg);
  if (scheme !== null && schemeFits(scheme, key)) return { ...key, scheme };
  throw new Malformed(
    'algorithm-key-mismatch',
    `the JWK names alg ${escapeText(alg, 64)} with a key of kind ${key.kind}`,
  );
}

function unsupported(what: string): Malformed {
  return new Malformed('algorithm-unsupported', `a JWK of ${what}`);
}
