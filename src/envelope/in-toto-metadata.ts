// SPDX-License-Identifier: Apache-2.0
import { decodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  isObject,
  member,
  optionalString,
  requireArray,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { inexactNumbers } from '../encoding/json-inexact.ts';
import { LIMITS } from '../encoding/limits.ts';
import { olpcJson } from '../encoding/olpc-json.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { readDsse } from './dsse.ts';
import { hasMember, isDsseShaped } from './shape.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const TYPES = ['layout', 'link'] as const;

export type InTotoType = (typeof TYPES)[number];

export type InTotoSignature =
  | { readonly kind: 'plain'; readonly keyId: string | null; readonly sig: Bytes }
  /** Made by GnuPG (`other_headers`): listed, never judged. */
  | { readonly kind: 'openpgp'; readonly keyId: string };

/** A layout or link in one of its two envelopes: claimed. */
export interface InTotoMetadata {
  readonly form: 'metablock' | 'dsse';
  readonly type: InTotoType;
  readonly signed: JsonObject;
  /** Where `signed` stands in the file. */
  readonly pointer: string;
  /** Exactly what each signature covers. */
  readonly message: Bytes;
  readonly signatures: readonly InTotoSignature[];
}

/** Whether a document is in-toto metadata, told by its form alone, and of which type. */
export function recogniseInToto(value: JsonValue): InTotoType | null {
  if (isMetablock(value)) return typeOf(value['signed']!);
  if (!isObject(value) || !isDsseShaped(value) || member(value, 'payloadType') !== PAYLOAD_TYPE) return null;
  const read = attempt(() => parseJson(readDsse(value, '', null, { evidence: '', pointer: '' }, []).content.payload));
  return read.ok ? typeOf(read.value) : null;
}

/**
 * in-toto specification §4.2: a metablock, whose signatures are over the canonical form of `signed`; or ITE-5: a DSSE envelope.
 *
 *     {"signed": {"_type": "link", …}, "signatures": [{"keyid": "…", "sig": "<hexadecimal>"}]}
 *
 * What is signed is `signed` as it stands, members that the format does not have included.
 *
 * @throws Malformed `layout-format`, `limit-exceeded`, and the reasons of strict JSON and DSSE
 */
export function openInToto(bytes: Bytes, at: Locator, findings: Finding[]): InTotoMetadata {
  const value = asObject(parseJson(bytes), '');
  if (isMetablock(value)) {
    noteUnknownMembers(value, ['signed', 'signatures'], '', at, findings);
    // Else a number that says something else than what was signed would have its canonical form.
    const inexact = inexactNumbers(bytes);
    if (inexact !== null) throw new Malformed('json-number', inexact.detail);
    const signed = requireObject(value, 'signed', '');
    return {
      form: 'metablock',
      type: knownType(signed, '/signed'),
      signed,
      pointer: '/signed',
      message: olpcJson(signed),
      signatures: readSignatures(value, at, findings),
    };
  }
  if (!isDsseShaped(value)) throw new Malformed('layout-format', 'neither a metablock nor a DSSE envelope');
  const { content, signatures } = readDsse(value, '', bytes, at, findings);
  if (content.payloadType !== PAYLOAD_TYPE) {
    throw new Malformed('layout-format', `the payload type is not ${PAYLOAD_TYPE}`);
  }
  const signed = asObject(parseJson(content.payload), '/payload');
  return {
    form: 'dsse',
    type: knownType(signed, '/payload'),
    signed,
    pointer: '/payload',
    message: content.pae,
    signatures: signatures.map(({ sig, keyHint }) => ({ kind: 'plain', keyId: keyHint, sig })),
  };
}

function isMetablock(value: JsonValue): value is JsonObject {
  return hasMember(value, 'signed', 'signatures') && isObject(value['signed']);
}

function typeOf(signed: JsonValue): InTotoType | null {
  const type = isObject(signed) ? member(signed, '_type') : undefined;
  return TYPES.find((one) => one === type) ?? null;
}

function knownType(signed: JsonObject, pointer: string): InTotoType {
  const type = typeOf(signed);
  if (type === null) throw new Malformed('layout-format', `_type at ${pointer} is neither layout nor link`);
  return type;
}

function readSignatures(value: JsonObject, at: Locator, findings: Finding[]): InTotoSignature[] {
  const entries = requireArray(value, 'signatures', '');
  if (entries.length > LIMITS.signatures) {
    throw new Malformed(
      'limit-exceeded',
      `${entries.length} signatures at /signatures, more than ${LIMITS.signatures}`,
    );
  }
  return entries.map((entry, i) => {
    const pointer = `/signatures/${i}`;
    const signature = asObject(entry, pointer);
    const keyId = requireString(signature, 'keyid', pointer);
    if (keyId.length > LIMITS.keyHint) throw new Malformed('limit-exceeded', `the key id at ${pointer} is too long`);
    if (member(signature, 'other_headers') !== undefined && member(signature, 'sig') === undefined) {
      requireString(signature, 'signature', pointer);
      return { kind: 'openpgp', keyId };
    }
    noteUnknownMembers(signature, ['keyid', 'sig', 'method'], pointer, at, findings);
    optionalString(signature, 'method', pointer);
    return { kind: 'plain', keyId, sig: decodeHex(requireString(signature, 'sig', pointer)) };
  });
}
