// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Instant, instantFromSeconds } from '../model/instant.ts';
import type { PublicKey } from '../model/public-key.ts';
import { hintOf, type NoteLine } from './signed-note.ts';

/** A witness whose cosignatures are known: its name, its Ed25519 key, and how it signs. */
export interface Witness {
  readonly name: string;
  readonly key: PublicKey;
  /** `cosignature/v1` signs the note under a time stamp of its own, `plain` signs the note's text. */
  readonly form: 'cosignature/v1' | 'plain';
}

export interface Cosignature {
  readonly witness: string;
  /** When the witness saw this tree head; null for a plain signature, which states no time. */
  readonly time: Instant | null;
}

const TYPE = { plain: 0x01, 'cosignature/v1': 0x04 } as const;
const ED25519_KEY_BYTES = 32;
const TIME_BYTES = 8;
const TIME_MAX = 2n ** 63n - 1n;

/** The key id of a witness: the head of SHA-256(name ‖ LF ‖ type ‖ key) (C2SP signed-note, Signatures; tlog-cosignature). */
export function witnessHint({ name, key, form }: Witness): number {
  const head = encodeUtf8(`${name}\n`);
  const input = new Uint8Array(head.length + 1 + ED25519_KEY_BYTES);
  input.set(head);
  input[head.length] = TYPE[form];
  input.set(key.spki.subarray(key.spki.length - ED25519_KEY_BYTES), head.length + 1);
  return hintOf(sha256(input))!;
}

/** Whether a line claims to be this witness's: by name and key id. */
export function isLineOf(witness: Witness, line: NoteLine): boolean {
  return line.name === witness.name && witness.key.kind === 'ed25519' && line.hint === witnessHint(witness);
}

/**
 * Verifies a line that claims to be a witness's, over the text of the note.
 *
 * @returns null where it does not verify (C2SP tlog-cosignature, Ed25519 signed message)
 */
export function verifyCosignature(witness: Witness, line: NoteLine, text: string, engine: Engine): Cosignature | null {
  if (witness.form === 'plain') {
    const outcome = engine.verify('ed25519', witness.key, encodeUtf8(text), line.signature);
    return outcome === 'valid' ? { witness: witness.name, time: null } : null;
  }
  const seconds = readTime(line.signature);
  if (seconds === null) return null;
  const message = encodeUtf8(`cosignature/v1\ntime ${seconds}\n${text}`);
  const outcome = engine.verify('ed25519', witness.key, message, line.signature.subarray(TIME_BYTES));
  return outcome === 'valid' ? { witness: witness.name, time: instantFromSeconds(seconds) } : null;
}

function readTime(signature: Bytes): bigint | null {
  if (signature.length < TIME_BYTES) return null;
  const seconds = new DataView(signature.buffer, signature.byteOffset, TIME_BYTES).getBigUint64(0);
  return seconds <= TIME_MAX ? seconds : null;
}
