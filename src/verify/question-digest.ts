// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Sha256 } from '../model/bytes.ts';
import { portableContext } from './portable-context.ts';
import type { ExaminationContext } from './request.ts';

/**
 * One digest over everything that decides what the facts are, but the evidence itself: the tool, its engine, the instant, roots,
 * keys, criteria, thresholds. Two contexts with the same one ask the same.
 *
 * @returns null where a shared secret is among it: a digest of one could be guessed at
 */
export function questionDigest(tool: string, context: ExaminationContext): Sha256 | null {
  if (context.hmacSecret !== null) return null;
  const { published: _, roots, ...rest } = context;
  const portable = portableContext({ ...rest, roots: [] });
  const origins = roots.map(({ origin }) => origin.sha256);
  return sha256Hex(encodeUtf8(JSON.stringify(plain({ tool, origins, ...portable })))) as Sha256;
}

/** The same value in JSON, each kind told apart, members in the order of their names. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return { integer: String(value) };
  if (value instanceof Uint8Array) return { octets: encodeHex(value) };
  if (value instanceof Map) return { map: [...value].map(plain) };
  if (value instanceof Set) return { set: [...value].map(plain) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'function') throw new Error('a question holds a function');
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return { members: members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one)]) };
}
