// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

/** One file of a list: its path, and its SHA-256. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: Bytes;
}

/**
 * What "Merkle root" has been taken to mean over a list of files, in its order. None is guessed: whoever asks names one. Those that
 * join in pairs let another list have the same root (the last one twice, a node for a leaf); only `checksums-text` covers names.
 */
export const MERKLE_PROFILES = {
  'checksums-text': {
    says: 'SHA-256 of the lines that sha256sum writes',
    root: (files) => sha256(encodeUtf8(files.map((one) => `${encodeHex(one.sha256)}  ${one.path}\n`).join(''))),
  },
  'pairs-last-duplicated': {
    says: 'SHA-256 of two digests after another, the last one joined with itself',
    root: (files) => joined(digestsOf(files), (left, right) => join(left, right ?? left)),
  },
  'pairs-odd-promoted': {
    says: 'SHA-256 of two digests after another, the last one left as it is',
    root: (files) => joined(digestsOf(files), (left, right) => (right === undefined ? left : join(left, right))),
  },
  'hex-last-duplicated': {
    says: 'SHA-256 of two digests in hexadecimal after another, the last one joined with itself',
    root: (files) =>
      joined(digestsOf(files), (left, right) => sha256(encodeUtf8(encodeHex(left) + encodeHex(right ?? left)))),
  },
  'ers-group': {
    says: 'SHA-256 of all digests after another, sorted (RFC 4998 data group)',
    root: (files) => sha256(concatenated(digestsOf(files).sort((a, b) => (encodeHex(a) < encodeHex(b) ? -1 : 1)))),
  },
} as const satisfies Record<string, { says: string; root: (files: readonly ListedFile[]) => Bytes }>;

export type MerkleProfile = keyof typeof MERKLE_PROFILES;

/** @throws Malformed `merkle-root-mismatch` of no file: an empty list has no root */
export function rootUnder(profile: MerkleProfile, files: readonly ListedFile[]): Bytes {
  if (files.length === 0) throw new Malformed('merkle-root-mismatch', 'a list of no file has no root');
  return MERKLE_PROFILES[profile].root(files);
}

function digestsOf(files: readonly ListedFile[]): Bytes[] {
  return files.map((one) => one.sha256);
}

function joined(row: readonly Bytes[], node: (left: Bytes, right: Bytes | undefined) => Bytes): Bytes {
  let hashes = row;
  while (hashes.length > 1) hashes = hashes.flatMap((hash, i) => (i % 2 === 0 ? [node(hash, hashes[i + 1])] : []));
  return hashes[0]!;
}

function join(left: Bytes, right: Bytes): Bytes {
  return sha256(concatenated([left, right]));
}

function concatenated(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
