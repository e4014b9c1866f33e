// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, bigEndian, bytes, hex, sha256, utf8 } from './bytes.ts';
import type { MintKey } from './keys.ts';

/** One signature line of a C2SP signed note. */
export interface NoteSigner {
  readonly name: string;
  readonly key: MintKey;
}

/** C2SP signed-note: the key's id is 4 octets of a hash whose input depends on the kind of key. */
export function noteKeyId(signer: NoteSigner): Bytes {
  if (signer.key.kind !== 'ed25519') return sha256(signer.key.spki);
  return sha256(bytes(signer.name, [10, 1], signer.key.bits));
}

export function signatureLine(signer: NoteSigner, text: string): string {
  const hint = noteKeyId(signer).subarray(0, 4);
  return noteLine(signer.name, bytes(hint, signer.key.sign(utf8(text), 'sha256')));
}

export function noteLine(name: string, signature: Bytes): string {
  return `— ${name} ${base64(signature)}\n`;
}

/** C2SP tlog-cosignature, cosignature/v1: signed together with the witness's own time (seconds). */
export function cosignatureLine(witness: NoteSigner, text: string, seconds: number): string {
  const id = sha256(bytes(witness.name, [10, 4], witness.key.bits)).subarray(0, 4);
  const signature = witness.key.sign(utf8(`cosignature/v1\ntime ${seconds}\n${text}`));
  return noteLine(witness.name, bytes(id, bigEndian(BigInt(seconds), 8), signature));
}

/** C2SP tlog-checkpoint, without its signatures. */
export function checkpointText(origin: string, size: number | string, root: Bytes, ...more: readonly string[]): string {
  return `${[origin, size, base64(root), ...more].join('\n')}\n`;
}

export function signedNote(text: string, ...lines: readonly string[]): string {
  return `${text}\n${lines.join('')}`;
}

/** C2SP signed-note, Verifier keys: of a log (Ed25519 or ECDSA), or of a witness that signs cosignature/v1. */
export function verifierKey(signer: NoteSigner, use: 'log' | 'witness' = 'log'): string {
  const { key, name } = signer;
  const type = use === 'witness' ? 4 : key.kind === 'ed25519' ? 1 : 2;
  const material = bytes([type], key.kind === 'ed25519' ? key.bits : key.spki);
  const id = type === 2 ? sha256(key.spki) : sha256(bytes(name, [10], material));
  return `${name}+${hex(id.subarray(0, 4))}+${base64(material)}`;
}
