// SPDX-License-Identifier: Apache-2.0
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Instant, instantFromSeconds } from '../model/instant.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { NoteLine, SignedNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

const TIME_BYTES = 8;
const TIME_MAX = 2n ** 63n - 1n;
const LABEL = 'subtree/v1\n\0';
const NAME_MAX = 255;

/** A line of a key that was given, and what became of it. */
export interface JudgedLine {
  readonly key: VerifierKey;
  /** When its signer saw the tree, by the signer's own clock; null where the form states no time, or zero. */
  readonly time: Instant | null;
  /** null: it verifies. */
  readonly problem: Problem | null;
}

export interface JudgedLines {
  readonly lines: readonly JudgedLine[];
  /** Lines of nobody who was given, as `name (id)`: ignored, as C2SP signed-note wants. */
  readonly unknown: readonly string[];
}

/**
 * Verifies every line that bears both the name and the id of a given key (C2SP signed-note, Signatures). All others are ignored, and
 * told.
 */
export function judgeLines(note: SignedNote, keys: readonly VerifierKey[], engine: Engine): JudgedLines {
  const lines: JudgedLine[] = [];
  const unknown: string[] = [];
  for (const line of note.lines) {
    const key = keys.find(({ name, hint }) => name === line.name && hint === line.hint);
    if (key === undefined) unknown.push(`${escapeText(line.name, 64)} (${line.hint.toString(16).padStart(8, '0')})`);
    else lines.push({ key, ...judgeLine(note.text, line, key, engine) });
  }
  return { lines, unknown };
}

function judgeLine(text: string, line: NoteLine, key: VerifierKey, engine: Engine): Omit<JudgedLine, 'key'> {
  const timed = key.form === 'cosignature/v1' || key.form === 'subtree/v1';
  const seconds = timed ? readTime(line.signature) : null;
  const message = messageOf(text, key, seconds);
  const who = `the line of "${escapeText(key.name, 128)}"`;
  if (message === null)
    return { time: null, problem: { reason: 'note-signature', detail: `${who} cannot be a cosignature` } };
  const signature = timed ? line.signature.subarray(TIME_BYTES) : line.signature;
  const reason = outcomeReason(engine.verify(key.scheme, key.key, message, signature));
  if (reason === null)
    return { time: seconds === null || seconds === 0n ? null : instantFromSeconds(seconds), problem: null };
  if (reason === 'signature-mismatch' || reason === 'signature-encoding')
    return {
      time: null,
      problem: { reason: 'note-signature', detail: `${who} does not verify under key ${key.key.fingerprint}` },
    };
  return { time: null, problem: { reason, detail: `${who} under ${key.scheme}` } };
}

/** What the line signs; null where nothing can be signed in this form. */
function messageOf(text: string, key: VerifierKey, seconds: bigint | null): Bytes | null {
  if (key.form === 'ed25519' || key.form === 'ecdsa') return encodeUtf8(text);
  const checkpoint = attempt(() => parseCheckpoint(text));
  if (seconds === null || !checkpoint.ok) return null;
  if (key.form === 'cosignature/v1') return encodeUtf8(`cosignature/v1\ntime ${seconds}\n${text}`);
  return subtreeMessage(key.name, seconds, checkpoint.value);
}

/** C2SP tlog-cosignature, ML-DSA-44 signed message: of a whole tree, whose extension lines it leaves out. */
function subtreeMessage(name: string, seconds: bigint, { origin, size, root }: Checkpoint): Bytes | null {
  const [cosigner, log] = [encodeUtf8(name), encodeUtf8(origin)];
  if (cosigner.length > NAME_MAX || log.length > NAME_MAX) return null;
  const octets = new Uint8Array(LABEL.length + 1 + cosigner.length + 8 + 1 + log.length + 8 + 8 + root.length);
  const view = new DataView(octets.buffer);
  let at = LABEL.length;
  const put = (part: Bytes): void => {
    octets.set(part, at);
    at += part.length;
  };
  const number = (value: bigint): void => {
    view.setBigUint64(at, value);
    at += 8;
  };
  octets.set(encodeUtf8(LABEL));
  put(Uint8Array.of(cosigner.length));
  put(cosigner);
  number(seconds);
  put(Uint8Array.of(log.length));
  put(log);
  number(0n);
  number(size);
  put(root);
  return octets;
}

function readTime(signature: Bytes): bigint | null {
  if (signature.length < TIME_BYTES) return null;
  const seconds = new DataView(signature.buffer, signature.byteOffset, TIME_BYTES).getBigUint64(0);
  return seconds <= TIME_MAX ? seconds : null;
}
