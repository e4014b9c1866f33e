// SPDX-License-Identifier: Apache-2.0
import { defaultScheme, resolveScheme, schemeFits } from '../crypto/algorithms.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { importEd25519Raw, importKeyFile, importPkcs1, importSpki } from '../crypto/public-key.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject, member, optionalString, requireObject, requireString } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { olpcJson } from '../encoding/olpc-json.ts';
import { readPublicKeyPem } from '../encoding/pem.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { TrustedKey } from '../model/trusted-root.ts';

/** A functionary's key as a layout states it. Whose kind is not judged here is set aside, and counts for nobody. */
export type FunctionaryKey =
  | { readonly kind: 'usable'; readonly key: TrustedKey; readonly derived: boolean }
  | { readonly kind: 'openpgp'; readonly subkeys: readonly string[] }
  | { readonly kind: 'set-aside'; readonly why: string };

/**
 * securesystemslib's key object. An Ed25519 key is 64 hexadecimal digits, every other one PEM; the scheme is the key's.
 *
 *     {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": "…"}, "keyid_hash_algorithms": ["sha256", "sha512"]}
 *
 * `derived`: the id is the SHA-256 of the canonical key, with or without its list of hash algorithms, as securesystemslib makes it.
 *
 * @throws Malformed `key-private` where the layout gives away a secret
 */
export function readFunctionaryKey(value: JsonObject, keyId: string): FunctionaryKey {
  if (isOpenPgp(value)) {
    const subkeys = member(value, 'subkeys');
    return { kind: 'openpgp', subkeys: isObject(subkeys) ? Object.keys(subkeys) : [] };
  }
  const read = attempt(() => readKey(value));
  if (!read.ok) {
    if (read.problem.reason === 'key-private') throw new Malformed('key-private', read.problem.detail);
    return { kind: 'set-aside', why: `${read.problem.reason}: ${read.problem.detail}` };
  }
  const { key, scheme } = read.value;
  if (key.weakness !== null) return { kind: 'set-aside', why: `key-weak: ${key.weakness}` };
  const derived = idsOf(value).includes(keyId);
  return { kind: 'usable', key: { name: keyId, keyId, key, scheme, validFor: null }, derived };
}

/**
 * A `--key` file for a layout: PEM, DER, JWK, or securesystemslib's own JSON. An RSA key that does not name its scheme signs with PSS, as in-toto has it.
 *
 * @throws Malformed as `readTrustedKey`
 */
export function readLayoutKey(bytes: Bytes, name: string, asked: SchemeId | null): TrustedKey {
  const own = securesystemslibKey(bytes);
  if (own !== null) {
    const { key, scheme } = readKey(own);
    return {
      name,
      keyId: idsOf(own)[0] ?? null,
      key,
      scheme: asked === null ? scheme : defaultScheme(key, asked),
      validFor: null,
    };
  }
  const key = importKeyFile(bytes);
  const usual = key.kind === 'rsa' && key.scheme === null ? 'rsa-pss-sha256' : null;
  return { name, keyId: null, key, scheme: defaultScheme(key, asked ?? usual), validFor: null };
}

function securesystemslibKey(bytes: Bytes): JsonObject | null {
  if (bytes.length > LIMITS.keyFileBytes) return null;
  const first = bytes.find((octet) => octet !== 0x20 && octet !== 0x0a && octet !== 0x0d && octet !== 0x09);
  if (first !== 0x7b) return null;
  const value = parseJson(bytes);
  return isObject(value) && member(value, 'keyval') !== undefined ? value : null;
}

function readKey(value: JsonObject): { readonly key: PublicKey; readonly scheme: SchemeId } {
  const keyType = requireString(value, 'keytype', '');
  const schemeName = requireString(value, 'scheme', '');
  const values = requireObject(value, 'keyval', '');
  const secret = optionalString(values, 'private', '/keyval');
  if (secret !== undefined && secret !== '') throw new Malformed('key-private', 'the key object holds a private part');
  const text = requireString(values, 'public', '/keyval');
  const scheme = resolveScheme(schemeName);
  if (scheme === null) throw new Malformed('algorithm-unsupported', `scheme ${escapeText(schemeName, 64)}`);
  const key = keyType === 'ed25519' ? importEd25519Raw(decodeHex(text)) : fromPem(text);
  if (!schemeFits(scheme, key))
    throw new Malformed('algorithm-key-mismatch', `scheme ${scheme} with a key of kind ${key.kind}`);
  return { key, scheme };
}

function fromPem(text: string): PublicKey {
  const { label, der } = readPublicKeyPem(text);
  return label === 'PUBLIC KEY' ? importSpki(der) : importPkcs1(der);
}

function isOpenPgp(value: JsonObject): boolean {
  const method = member(value, 'method');
  return typeof method === 'string' && method.startsWith('pgp+');
}

/** securesystemslib up to 0.31 hashes the list of hash algorithms too; in-toto-golang and later ones do so only where it stands. */
function idsOf(value: JsonObject): string[] {
  const { keytype, scheme } = value as { readonly keytype: string; readonly scheme: string };
  const values = member(value, 'keyval');
  const text = isObject(values) ? member(values, 'public') : undefined;
  if (text === undefined) return [];
  const bare = { keytype, scheme, keyval: { public: text } };
  return [{ ...bare, keyid_hash_algorithms: ['sha256', 'sha512'] }, bare].map((one) => sha256Hex(olpcJson(one)));
}
