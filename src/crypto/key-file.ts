// SPDX-License-Identifier: Apache-2.0

import { parseJson } from '../encoding/json.ts';
import { asObject } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readPublicKeyPem } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import { importJwk } from './jwk.ts';
import { importPkcs1, importSpki } from './spki.ts';

const SEQUENCE = 0x30;
const JSON_START = /^[ \t\r\n]*\{/;

/**
 * The public key of a key file: DER (SubjectPublicKeyInfo or RSAPublicKey), one PEM block of either, or a JWK.
 * Each file is tried as one kind only, the one that its first octets name.
 *
 * @throws Malformed `key-format`, `key-private`, `pem-invalid`, `algorithm-unsupported`, `algorithm-key-mismatch`,
 *   `limit-exceeded`, and the reasons of strict JSON, UTF-8 and base64
 */
export function importKeyFile(bytes: Bytes): PublicKey {
  if (bytes.length === 0) throw new Malformed('key-format', 'the key file is empty');
  if (bytes.length > LIMITS.keyFileBytes) {
    throw new Malformed('limit-exceeded', `the key file has more than ${LIMITS.keyFileBytes} bytes`);
  }
  if (bytes[0] === SEQUENCE) return importDer(bytes);
  const text = decodeUtf8(bytes);
  if (JSON_START.test(text)) return importJwk(asObject(parseJson(bytes), ''));
  const { label, der } = readPublicKeyPem(text);
  return label === 'PUBLIC KEY' ? importSpki(der) : importPkcs1(der);
}

/** RSAPublicKey begins with an INTEGER, SubjectPublicKeyInfo with a SEQUENCE: what is neither is refused as the latter. */
function importDer(der: Bytes): PublicKey {
  const firstTag = der[1]! < 0x80 ? der[2] : der[2 + (der[1]! & 0x7f)];
  return firstTag === 0x02 ? importPkcs1(der) : importSpki(der);
}
