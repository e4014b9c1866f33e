// SPDX-License-Identifier: Apache-2.0

import { defaultScheme } from '../crypto/algorithms.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { derOfRawSignature, ecdsaEncodingOf } from '../crypto/ecdsa-signature.ts';
import type { Engine } from '../crypto/engine.ts';
import { resolveScheme } from '../crypto/scheme-names.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireBase64, requireObject, requireString, unknownMembers } from '../encoding/json-fields.ts';
import { pae } from '../envelope/pae.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { Signer } from './signer.ts';
import { verifiedUnder } from './signers/verified-under.ts';

export const REQUEST_FORMAT = 'forensic-verify/signing-request@v1';

/** What a key that lives elsewhere is asked to sign. */
export interface SigningRequest {
  readonly payload: Bytes;
  readonly payloadType: string;
  /** SHA-256 of the SubjectPublicKeyInfo of the key that is asked. */
  readonly keyid: string;
  readonly scheme: SchemeId;
}

/** Exactly what the key signs: DSSE's pre-authentication encoding of the payload. */
export function octetsToSign({ payload, payloadType }: SigningRequest): Bytes {
  return pae(payloadType, payload);
}

/** RFC 8785 with a line feed. `sha256` is of the octets to sign, so that whoever carries them can compare. */
export function writeSigningRequest(request: SigningRequest): string {
  const { keyid, scheme, payload, payloadType } = request;
  const toSign = octetsToSign(request);
  const document = {
    format: REQUEST_FORMAT,
    key: { keyid, scheme },
    payload: encodeBase64(payload),
    payloadType,
    toSign: { sha256: sha256Hex(toSign), size: toSign.length },
  };
  return `${new TextDecoder().decode(canonicalJson(document))}\n`;
}

/** @throws Malformed `json-…`, `base64-invalid`, and `statement-format` where the request does not agree with itself */
export function readSigningRequest(bytes: Bytes): SigningRequest {
  const file = asObject(parseJson(bytes), '');
  if (file['format'] !== REQUEST_FORMAT)
    throw new Malformed('json-shape', `the format at /format is not ${REQUEST_FORMAT}`);
  const [unknown] = unknownMembers(file, ['format', 'key', 'payload', 'payloadType', 'toSign']);
  if (unknown !== undefined) throw new Malformed('json-shape', 'the request has a member that none has');
  const key = requireObject(file, 'key', '');
  const scheme = resolveScheme(requireString(key, 'scheme', '/key'));
  if (scheme === null) throw new Malformed('algorithm-unsupported', 'the scheme at /key/scheme is none of this tool');
  const request: SigningRequest = {
    payload: requireBase64(file, 'payload', ''),
    payloadType: requireString(file, 'payloadType', ''),
    keyid: requireString(key, 'keyid', '/key'),
    scheme,
  };
  if (requireString(requireObject(file, 'toSign', ''), 'sha256', '/toSign') !== sha256Hex(octetsToSign(request)))
    throw new Malformed('statement-format', 'the digest at /toSign/sha256 is not that of what the request holds');
  return request;
}

/** The key that is asked, as a signer whose one signature has been made elsewhere. @throws Malformed `algorithm-key-mismatch` */
export function offlineSigner(key: PublicKey, asked: SchemeId, signature: Bytes, engine: Engine): Signer {
  if (key.weakness !== null) throw new Malformed('key-weak', key.weakness);
  const scheme = defaultScheme(key, asked);
  const raw = key.kind.startsWith('ecdsa-') && ecdsaEncodingOf(key, signature) === 'p1363';
  const made = raw ? derOfRawSignature(signature) : signature;
  return {
    name: 'offline',
    identity: { kind: 'public-key', key, scheme },
    sign: () => made,
    verify: verifiedUnder(engine, scheme, key),
  };
}
