// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import { importEd25519Raw, importMlDsa44Raw, importSpki } from '../crypto/public-key.ts';
import { decodeBase64Standard, encodeBase64 } from '../encoding/base64.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import { hintOf } from './signed-note.ts';

/** How a key signs a note: its text, or a message about the checkpoint in it, under a time of the signer's own. */
export type NoteSignatureForm = 'ed25519' | 'ecdsa' | 'cosignature/v1' | 'subtree/v1';

/** A key of a log or witness, as a verifier key (C2SP signed-note) writes it. */
export interface VerifierKey {
  readonly name: string;
  /** The key id, as it stands in front of each signature of this key. */
  readonly hint: number;
  readonly form: NoteSignatureForm;
  readonly key: PublicKey;
  readonly scheme: SchemeId;
}

const ED25519_OCTETS = 32;
const FORM = /^([^+\s\u0085]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u;

interface SignatureType {
  readonly form: NoteSignatureForm;
  readonly read: (material: Bytes) => PublicKey;
}

/** Signature types of C2SP signed-note. RFC 6962 tree heads (5) have no line that says what they sign. */
const TYPES: ReadonlyMap<number, SignatureType> = new Map([
  [0x01, { form: 'ed25519', read: importEd25519Raw }],
  [0x02, { form: 'ecdsa', read: ecdsaKey }],
  [0x04, { form: 'cosignature/v1', read: importEd25519Raw }],
  [0x06, { form: 'subtree/v1', read: importMlDsa44Raw }],
]);

/** Whether a text is written as a verifier key: else it may be the name of a file. */
export function isVerifierKey(text: string): boolean {
  return FORM.test(text);
}

/**
 * `name+id+base64(type ‖ key)`: types 1 (Ed25519), 2 (ECDSA), 4 (Ed25519 cosignature/v1) and 6 (ML-DSA-44 cosignature).
 *
 * @throws Malformed `key-format`, `key-weak`, `algorithm-unsupported`, `base64-invalid`
 */
export function parseVerifierKey(text: string): VerifierKey {
  const match = FORM.exec(text);
  if (match === null) throw new Malformed('key-format', 'a verifier key is written name+hash+base64');
  const [, name, hash, encoded] = match as unknown as readonly [string, string, string, string];
  const bytes = decodeBase64Standard(encoded);
  const type = bytes[0]!;
  const row = TYPES.get(type);
  if (row === undefined) throw new Malformed('algorithm-unsupported', `a verifier key of type ${type}`);
  const key = row.read(bytes.subarray(1));
  if (key.weakness !== null) throw new Malformed('key-weak', `the key of ${name}: ${key.weakness}`);
  const hint = keyId(name, bytes, row.form);
  if (hint.toString(16).padStart(8, '0') !== hash)
    throw new Malformed('key-format', `the hash ${hash} is not that of the name and key`);
  const scheme = key.kind.startsWith('ecdsa-') ? (`${key.kind}-sha256` as SchemeId) : (key.kind as SchemeId);
  return { name, hint, form: row.form, key, scheme };
}

/**
 * The inverse of `parseVerifierKey`, for an Ed25519 key.
 *
 * @throws Malformed `key-format` for a name that none can have
 */
export function verifierKeyText(name: string, key: PublicKey, form: 'ed25519' | 'cosignature/v1'): string {
  const type = form === 'ed25519' ? 0x01 : 0x04;
  const material = new Uint8Array(1 + ED25519_OCTETS);
  material[0] = type;
  material.set(key.spki.subarray(key.spki.length - ED25519_OCTETS), 1);
  const id = keyId(name, material, form).toString(16).padStart(8, '0');
  const text = `${name}+${id}+${encodeBase64(material)}`;
  if (!isVerifierKey(text))
    throw new Malformed('key-format', 'the name of a note key has a blank, a plus, or 255 characters');
  return text;
}

/** C2SP signed-note, Signatures: SHA-256(name ‖ LF ‖ type ‖ key); of ECDSA keys the SHA-256 of the SubjectPublicKeyInfo. */
function keyId(name: string, material: Bytes, form: NoteSignatureForm): number {
  if (form === 'ecdsa') return hintOf(sha256(material.subarray(1)))!;
  const head = encodeUtf8(`${name}\n`);
  const input = new Uint8Array(head.length + material.length);
  input.set(head);
  input.set(material, head.length);
  return hintOf(sha256(input))!;
}

function ecdsaKey(material: Bytes): PublicKey {
  const key = importSpki(material);
  if (!key.kind.startsWith('ecdsa-')) throw new Malformed('key-format', `a key of kind ${key.kind} under type 2`);
  return key;
}
