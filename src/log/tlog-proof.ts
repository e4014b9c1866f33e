// SPDX-License-Identifier: Apache-2.0
import { decodeBase64Standard, encodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';

/** That one entry is in a log, verifiable alone: index, path and the log's own signed checkpoint (C2SP tlog-proof). */
export interface TlogProof {
  /** Of the application: signed by nobody. */
  readonly extra: Bytes | null;
  readonly index: bigint;
  /** From the leaf's sibling up. */
  readonly hashes: readonly Bytes[];
  /** The signed note as it stands. */
  readonly checkpoint: string;
}

export const TLOG_PROOF_HEAD = 'c2sp.org/tlog-proof@v1';
const NEXT = /(?<=\n)(?=c2sp\.org\/tlog-proof@v1\n)/;
const HASH_OCTETS = 32;
/** Of the longest extra data in base64. */
const EXTRA_CHARACTERS = 4 * Math.ceil(LIMITS.proofExtra / 3);

/**
 * Reads a proof strictly: what is accepted is exactly what `encodeTlogProof` writes. The checkpoint is not looked at.
 *
 * @throws Malformed `tlog-proof-format`, `limit-exceeded`
 */
export function parseTlogProof(text: string): TlogProof {
  if (text.length > LIMITS.noteBytes + EXTRA_CHARACTERS) throw tooLong();
  const gap = text.indexOf('\n\n');
  if (gap === -1) throw malformed('no empty line in front of a checkpoint');
  const lines = text.slice(0, gap).split('\n');
  if (lines.shift() !== TLOG_PROOF_HEAD) throw malformed(`the first line is not ${TLOG_PROOF_HEAD}`);
  const carried = lines[0]?.startsWith('extra ') === true ? lines.shift()!.slice('extra '.length) : null;
  if (text.length - (carried?.length ?? 0) > LIMITS.noteBytes) throw tooLong();
  const extra = carried === null ? null : octets(carried, 'extra');
  const stated = lines.shift();
  if (stated?.startsWith('index ') !== true) throw malformed('no line with the index');
  const index = attempt(() => parseDecimal(stated.slice('index '.length), 'the index'));
  if (!index.ok) throw malformed(index.problem.detail);
  if (lines.length > LIMITS.proofHashes) throw malformed(`more than ${LIMITS.proofHashes} hashes`);
  const hashes = lines.map((line, i) => {
    const hash = octets(line, `hash ${i}`);
    if (hash.length !== HASH_OCTETS) throw malformed(`hash ${i} has ${hash.length} bytes`);
    return hash;
  });
  return { extra, index: index.value, hashes, checkpoint: text.slice(gap + 2) };
}

/**
 * The proofs of a file that holds several, one behind the other: each begins with its first line, which no checkpoint contains. What
 * they are is not looked at.
 */
export function splitTlogProofs(text: string): string[] {
  return text.split(NEXT);
}

/** The inverse of `parseTlogProof`. */
export function encodeTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const head = [TLOG_PROOF_HEAD, ...(extra === null ? [] : [`extra ${encodeBase64(extra)}`]), `index ${index}`];
  return `${[...head, ...hashes.map(encodeBase64)].join('\n')}\n\n${checkpoint}`;
}

function octets(text: string, what: string): Bytes {
  const read = attempt(() => decodeBase64Standard(text));
  if (!read.ok) throw malformed(`${what}: ${read.problem.detail}`);
  return read.value;
}

function tooLong(): Malformed {
  return new Malformed(
    'limit-exceeded',
    `longer than ${LIMITS.noteBytes}, and ${LIMITS.proofExtra} bytes of extra data`,
  );
}

function malformed(detail: string): Malformed {
  return new Malformed('tlog-proof-format', detail);
}
