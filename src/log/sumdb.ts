// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { LIMITS } from '../encoding/limits.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { isLineOf, verifyCosignature, type Witness } from './cosignature.ts';
import { parseSignedNote, type SignedNote } from './signed-note.ts';
import { parseWitnessKey } from './witness-key.ts';

/** The first line of every tree head of a checksum database; its name stands in the signature line. */
export const SUMDB_ORIGIN = 'go.sum database tree';

/** A signed tree head of a checksum database. Claimed until `sumdbSigner`. */
export interface SumdbTree {
  readonly note: SignedNote;
  readonly head: Checkpoint;
}

/** What `/lookup/<module>@<version>` answers: a record, its number, and the tree that it is said to be in. */
export interface SumdbRecord {
  readonly index: bigint;
  /** Lines of go.sum; its octets are the leaf of the tree. */
  readonly text: string;
  readonly tree: SumdbTree;
}

/** @throws Malformed `sumdb-format`, `limit-exceeded` (proposal 25530, Checksum Database) */
export function readSumdbRecord(bytes: Bytes): SumdbRecord {
  const text = textOf(bytes);
  const line = text.indexOf('\n');
  const blank = text.indexOf('\n\n');
  if (line === -1 || blank <= line) throw malformed('it is not a number, lines, a blank line and a signed tree head');
  const index = attempt(() => parseDecimal(text.slice(0, line), 'the number of the record'));
  if (!index.ok) throw malformed(index.problem.detail);
  return { index: index.value, text: text.slice(line + 1, blank + 1), tree: treeOf(text.slice(blank + 2)) };
}

/** What `/latest` answers. @throws Malformed `sumdb-format`, `limit-exceeded` */
export function readSumdbTree(bytes: Bytes): SumdbTree {
  return treeOf(textOf(bytes));
}

function textOf(bytes: Bytes): string {
  if (bytes.length > LIMITS.noteBytes) throw new Malformed('limit-exceeded', `longer than ${LIMITS.noteBytes} octets`);
  const text = attempt(() => decodeUtf8(bytes));
  if (!text.ok) throw malformed(text.problem.detail);
  return text.value;
}

function treeOf(text: string): SumdbTree {
  const read = attempt(() => {
    const note = parseSignedNote(text);
    return { note, head: parseCheckpoint(note.text) };
  });
  if (!read.ok) throw malformed(`the tree head: ${read.problem.detail}`);
  if (read.value.head.origin !== SUMDB_ORIGIN) throw malformed(`the tree head does not begin with "${SUMDB_ORIGIN}"`);
  return read.value;
}

/**
 * The database by whose key the tree head verifies. A line that claims to be a known database's and does not verify is a
 * forgery, whatever other lines say.
 */
export function sumdbSigner(
  { note }: SumdbTree,
  keys: readonly Witness[],
  engine: Engine,
): { readonly outcome: 'signed' | 'forged'; readonly name: string } | { readonly outcome: 'unknown' } {
  let signed: string | null = null;
  for (const line of note.lines) {
    const key = keys.find((one) => one.form === 'plain' && isLineOf(one, line));
    if (key === undefined) continue;
    if (verifyCosignature(key, line, note.text, engine) === null) return { outcome: 'forged', name: key.name };
    signed = key.name;
  }
  return signed === null ? { outcome: 'unknown' } : { outcome: 'signed', name: signed };
}

/** From the source of the go command, cmd/go/internal/modfetch/key.go: the database of the Go project. */
const SUM_GOLANG_ORG = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';

/** Verifier keys of this build, as they are written, and where they come from. */
export const BUNDLED_SUMDB = { keys: [SUM_GOLANG_ORG], source: 'the source of the go command' } as const;

export function bundledSumdbKeys(): readonly Witness[] {
  return BUNDLED_SUMDB.keys.map(parseWitnessKey);
}

function malformed(detail: string): Malformed {
  return new Malformed('sumdb-format', detail);
}
