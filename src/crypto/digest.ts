// SPDX-License-Identifier: Apache-2.0
import { createHash, hash } from 'node:crypto';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';

/** Length of a digest in bytes (FIPS 180-4 §1). A Map: names such as `constructor` must find nothing. */
export const DIGEST_BYTES: ReadonlyMap<string, number> = new Map<HashName, number>([
  ['sha256', 32],
  ['sha384', 48],
  ['sha512', 64],
]);

/** Whether a name from evidence is one of the hash names of this tool, exactly. */
export function isHashName(name: string): name is HashName {
  return DIGEST_BYTES.has(name);
}

/** A second implementation that must give the same digest (`--engine dual`). */
export type DigestWitness = (name: HashName, bytes: Bytes) => Bytes;

let witness: DigestWitness | null = null;

/**
 * Runs synchronous work during which every digest taken here is computed twice. A disagreement ends the stage at hand.
 *
 * @throws Malformed `engines-disagree`, and whatever the work throws
 */
export function witnessed<T>(second: DigestWitness | null, work: () => T): T {
  const outer = witness;
  witness = second;
  try {
    return work();
  } finally {
    witness = outer;
  }
}

/** As `witnessed`, for all that is not done under another witness, from now on. */
export function watchDigests(second: DigestWitness | null): void {
  witness = second;
}

/** The digest as a fresh array. */
export function digest(name: HashName, bytes: Bytes): Bytes {
  const out = new Uint8Array(DIGEST_BYTES.get(name) ?? 0);
  digestInto(name, bytes, out, 0);
  return out;
}

/**
 * Writes the digest to `out` at `offset`; `out` may be `bytes` itself.
 * By way of a latin1 string: allocating the native result buffer costs more than hashing a short input.
 */
export function digestInto(name: HashName, bytes: Bytes, out: Bytes, offset: number): void {
  const text = hash(name, bytes, 'latin1');
  if (witness !== null) compare(witness(name, bytes), text, name);
  for (let i = 0; i < text.length; i++) out[offset + i] = text.charCodeAt(i);
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * As `digestInto`, for inner loops: `out` holds the digest two octets at a time, in the order of this machine, which are half as many
 * characters to copy. It may lie within `bytes`.
 */
export function digestIntoUnits(name: HashName, bytes: Bytes, out: Uint16Array): void {
  if (witness !== null || !LITTLE_ENDIAN) {
    digestInto(name, bytes, new Uint8Array(out.buffer, out.byteOffset, out.byteLength), 0);
    return;
  }
  const text = hash(name, bytes, 'ucs2');
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
}

/** Lowercase hexadecimal. */
export function digestHex(name: HashName, bytes: Bytes): string {
  if (witness !== null) digest(name, bytes);
  return hash(name, bytes, 'hex');
}

export function sha256(bytes: Bytes): Bytes {
  return digest('sha256', bytes);
}

export function sha256Hex(bytes: Bytes): Sha256 {
  return digestHex('sha256', bytes) as Sha256;
}

export interface StreamDigest {
  update(bytes: Bytes): void;
  /** Lowercase hexadecimal by name. Ends the stream: a second call or a later update is a programming error. */
  digests(): Map<HashName, string>;
}

/** For input that is too large to hold. Bulk data is not witnessed: only metadata passes through both engines. */
export function createStreamDigest(names: readonly HashName[]): StreamDigest {
  const hashes = names.map((name) => ({ name, state: createHash(name) }));
  return {
    update(bytes) {
      for (const { state } of hashes) state.update(bytes);
    },
    digests() {
      return new Map(hashes.map(({ name, state }) => [name, state.digest('hex')]));
    },
  };
}

function compare(second: Bytes, text: string, name: HashName): void {
  let same = second.length === text.length;
  for (let i = 0; i < text.length; i++) if (second[i] !== text.charCodeAt(i)) same = false;
  if (!same) throw new Malformed('engines-disagree', `the two engines give different ${name} digests`);
}
