// SPDX-License-Identifier: Apache-2.0
import { decodeBase64Standard, encodeBase64 } from '../encoding/base64.ts';
import { LIMITS } from '../encoding/limits.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';

/** One signature line: `— name base64(hint ‖ signature)`. Claimed: nothing here says whose line it is. */
export interface NoteLine {
  readonly name: string;
  /** The key id: the four bytes in front of the signature, as an unsigned number. */
  readonly hint: number;
  readonly signature: Bytes;
}

/** A C2SP signed note as it stands. `text` ends in a newline and is exactly what each line signs. */
export interface SignedNote {
  readonly text: string;
  readonly lines: readonly NoteLine[];
}

const DASH = '— ';
const HINT_BYTES = 4;
/** U+0000 to U+001F but for the newline. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
/** Unicode spaces and the plus sign, of which a key name has none. */
const NOT_IN_NAME = /[\s\u0085+]/;

/**
 * Reads a signed note strictly: what is accepted is exactly what `encodeSignedNote` writes.
 *
 * @throws Malformed `checkpoint-format` or `limit-exceeded` (C2SP signed-note, Format)
 */
export function parseSignedNote(note: string): SignedNote {
  if (note.length > LIMITS.noteBytes)
    throw new Malformed('limit-exceeded', `the note is longer than ${LIMITS.noteBytes}`);
  if (CONTROL.test(note)) throw malformed('the note holds a control character');
  if (!note.isWellFormed()) throw malformed('the note holds a lone surrogate');
  if (!note.endsWith('\n')) throw malformed('the note does not end in a newline');
  const separator = note.lastIndexOf('\n\n');
  if (separator === -1) throw malformed('the note has no blank line before its signatures');
  const rest = note.slice(separator + 2, -1);
  if (note.length === separator + 2) throw malformed('the note has no signature line');
  const lines: NoteLine[] = [];
  for (let start = 0; start < rest.length; ) {
    if (lines.length === LIMITS.noteSignatures) {
      throw new Malformed('limit-exceeded', `the note has more than ${LIMITS.noteSignatures} signature lines`);
    }
    const found = rest.indexOf('\n', start);
    const end = found === -1 ? rest.length : found;
    lines.push(parseLine(rest.slice(start, end), lines.length + 1));
    start = end + 1;
  }
  return { text: note.slice(0, separator + 1), lines };
}

/** The inverse of `parseSignedNote`. */
export function encodeSignedNote({ text, lines }: SignedNote): string {
  return `${text}\n${lines.map(encodeLine).join('')}`;
}

/** The signed bytes of a note. */
export function noteBytes(note: SignedNote): Bytes {
  return encodeUtf8(note.text);
}

/** The first four bytes of a key or log id, as a note's key id. Shorter ones have none. */
export function hintOf(id: Bytes): number | null {
  if (id.length < HINT_BYTES) return null;
  return ((id[0]! << 24) | (id[1]! << 16) | (id[2]! << 8) | id[3]!) >>> 0;
}

function parseLine(line: string, number: number): NoteLine {
  const gap = line.lastIndexOf(' ');
  if (!line.startsWith(DASH) || gap < DASH.length) {
    throw malformed(`signature line ${number} is not written as "— name base64"`);
  }
  const name = line.slice(DASH.length, gap);
  if (name === '' || NOT_IN_NAME.test(name)) throw malformed(`signature line ${number} has a malformed key name`);
  const blob = attempt(() => decodeBase64Standard(line.slice(gap + 1)));
  if (!blob.ok) throw malformed(`signature line ${number}: ${blob.problem.detail}`);
  if (blob.value.length <= HINT_BYTES) throw malformed(`signature line ${number} holds no signature`);
  return { name, hint: hintOf(blob.value)!, signature: blob.value.subarray(HINT_BYTES) };
}

function encodeLine({ name, hint, signature }: NoteLine): string {
  const blob = new Uint8Array(HINT_BYTES + signature.length);
  new DataView(blob.buffer).setUint32(0, hint);
  blob.set(signature, HINT_BYTES);
  return `${DASH}${name} ${encodeBase64(blob)}\n`;
}

function malformed(detail: string): Malformed {
  return new Malformed('checkpoint-format', detail);
}
