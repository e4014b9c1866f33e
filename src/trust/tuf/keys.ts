// SPDX-License-Identifier: Apache-2.0
import { resolveScheme, schemeFits } from '../../crypto/algorithms.ts';
import { importEd25519Raw, importSpki } from '../../crypto/public-key.ts';
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import { requireObject, requireString } from '../../encoding/json-fields.ts';
import { readPublicKeyPem } from '../../encoding/pem.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed } from '../../model/malformed.ts';
import type { PublicKey, SchemeId } from '../../model/public-key.ts';

export interface TufKey {
  readonly key: PublicKey;
  readonly scheme: SchemeId;
}

/** SubjectPublicKeyInfo of an uncompressed point, all but the point (RFC 5480 §2.1). */
const POINT_HEADS: Readonly<Record<string, string>> = {
  'ecdsa-sha2-nistp256': '3059301306072a8648ce3d020106082a8648ce3d030107034200',
  'ecdsa-sha2-nistp384': '3076301006072a8648ce3d020106052b81040022036200',
};
const TYPES: ReadonlySet<string> = new Set(['ed25519', 'rsa', 'ecdsa', ...Object.keys(POINT_HEADS)]);

/**
 * A key of TUF metadata: PEM, or in hexadecimal the bare Ed25519 key or the uncompressed point (Sigstore's first roots).
 * The same key may stand under several ids and in several forms: it is known by its fingerprint.
 *
 * @throws Malformed where its kind is not supported, or it is none
 */
export function readTufKey(value: JsonObject): TufKey {
  const type = requireString(value, 'keytype', '');
  const name = requireString(value, 'scheme', '');
  const text = requireString(requireObject(value, 'keyval', ''), 'public', '/keyval');
  const scheme = resolveScheme(name);
  if (scheme === null || !TYPES.has(type)) throw new Malformed('algorithm-unsupported', 'its type or scheme');
  const key = text.startsWith('-----BEGIN') ? importSpki(readPublicKeyPem(text).der) : fromHex(type, name, text);
  if (!schemeFits(scheme, key)) throw new Malformed('algorithm-key-mismatch', `a key of kind ${key.kind}`);
  if (key.weakness !== null) throw new Malformed('key-weak', key.weakness);
  return { key, scheme };
}

function fromHex(type: string, scheme: string, text: string): PublicKey {
  const bytes = decodeHex(text);
  if (type === 'ed25519') return importEd25519Raw(bytes);
  const head = POINT_HEADS[scheme];
  if (head === undefined) throw new Malformed('key-format', 'it is neither PEM nor a bare key');
  return importSpki(decodeHex(head + encodeHex(bytes)));
}
