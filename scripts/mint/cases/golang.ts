// SPDX-License-Identifier: Apache-2.0
import { seal } from '../bundle.ts';
import { type Bytes, base64, bytes, flipped, hex, sha256, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided, WHO } from '../case.ts';
import { edKey } from '../keys.ts';
import { leafHash, treeRoot } from '../merkle.ts';
import { checkpointText, noteKeyId, signatureLine, signedNote } from '../note.ts';
import { zip } from '../zip.ts';
import { MESSAGE } from './good.ts';

const DATABASE = { name: 'sum.mint.example', key: edKey('sumdb') };
const STRANGER = { name: 'sum.mint.example', key: edKey('another sumdb') };
/** C2SP signed-note: name, key id, type and key. */
export const SUMDB_KEY = `${DATABASE.name}+${hex(noteKeyId(DATABASE).subarray(0, 4))}+${base64(bytes([1], DATABASE.key.bits))}`;

const MODULE = 'mint.example/lib';
const VERSION = 'v1.2.3';
const MOD = utf8(`module ${MODULE}\n\ngo 1.24\n`);
const CODE = utf8('package lib\n');

interface GoModule {
  readonly zip: Bytes;
  readonly mod: Bytes;
  readonly lines: string;
}

/** golang.org/x/mod/sumdb/dirhash, Hash1. */
function hash1(files: readonly (readonly [string, Bytes])[]): string {
  const lines = files.map(([name, data]) => `${hex(sha256(data))}  ${name}\n`).join('');
  return `h1:${base64(sha256(utf8(lines)))}`;
}

function moduleOf(code: Bytes): GoModule {
  const prefix = `${MODULE}@${VERSION}/`;
  const files = [
    [`${prefix}go.mod`, MOD],
    [`${prefix}lib.go`, code],
  ] as const;
  return {
    zip: zip(files.map(([name, body]) => ({ name, body }))),
    mod: MOD,
    lines: `${MODULE} ${VERSION} ${hash1(files)}\n${MODULE} ${VERSION}/go.mod ${hash1([['go.mod', MOD]])}\n`,
  };
}

const LIB = moduleOf(CODE);
const FORGED = moduleOf(utf8('package lib // changed\n'));
const INDEX = 258;
const RECORDS = Array.from({ length: 300 }, (_, i) =>
  utf8(i === INDEX ? LIB.lines : `mint.example/m${i} v0.0.1 h1:x\n`),
);

function treeHead(size: number, by = DATABASE, records = RECORDS): string {
  const text = checkpointText('go.sum database tree', size, treeRoot(records.slice(0, size)));
  return signedNote(text, signatureLine(by, text));
}

function record(lines: string, head = treeHead(RECORDS.length), index = INDEX): string {
  return `${index}\n${lines}\n${head}`;
}

/** As the module cache keeps them: 256 hashes to a tile, and what is not yet full by its width. */
function tiles(size = RECORDS.length, records = RECORDS): Files {
  const leaves = records.slice(0, size).map(leafHash);
  const files: Record<string, Bytes> = {};
  for (let start = 0; start < size; start += 256) {
    const part = leaves.slice(start, start + 256);
    const width = part.length === 256 ? '' : `.p/${part.length}`;
    files[`go/sumdb/tile/8/0/00${start / 256}${width}`] = bytes(...part);
  }
  return { ...files, 'go/sumdb/tile/8/1/000.p/1': treeRoot(records.slice(0, 256)) };
}

const LOOKUP = `go/sumdb/lookup/${MODULE}@${VERSION}`;
const FILES: Files = { 'go/lib.zip': LIB.zip, [LOOKUP]: record(LIB.lines), ...tiles() };
const verify = (...more: readonly string[]): readonly string[] => ['verify', 'go', ...TRUSTED_ROOT, ...AT, ...more];
const KNOWN = verify('--sumdb-key', SUMDB_KEY);

/** Go modules, go.sum, and what a checksum database has said. */
export function goCases(): Case[] {
  const { bundle } = seal({ ...MESSAGE, content: { artifact: utf8(LIB.lines) } });
  return [
    passes(
      'go-record',
      'A module, the record of the checksum database about it, and the tiles that show it in the signed tree.',
      FILES,
      [...KNOWN, '--require-all'],
    ),
    passes('go-record-and-sum', 'A go.sum beside them names the same hashes.', { ...FILES, 'go/go.sum': LIB.lines }, [
      ...KNOWN,
      '--require-all',
    ]),
    passes(
      'go-record-of-mod',
      'Of the module only its go.mod is at hand.',
      { 'go/go.mod': LIB.mod, [LOOKUP]: record(LIB.lines), ...tiles() },
      [...KNOWN, '--require-all'],
    ),
    passes(
      'go-trees',
      'An older tree head lies beside: the newer tree holds it.',
      { ...FILES, 'go/sumdb/latest': treeHead(257) },
      KNOWN,
    ),
    passes(
      'go-sum-signed',
      'The go.sum is signed: what it names is attested through it.',
      { 'go/lib.zip': LIB.zip, 'go/go.sum': LIB.lines, 'go/go.sum.sigstore.json': bundle },
      [...verify(...WHO), '--require-all'],
    ),
    ...badGo(),
  ];
}

function badGo(): Case[] {
  const forked = RECORDS.map((data, i) => (i === 3 ? utf8('mint.example/evil v0.0.1 h1:x\n') : data));
  return [
    alsoGiving(
      undecided(
        'go-sum-alone--evidence-absent',
        'set.evidence',
        'A go.sum that nobody signed is a claim.',
        { 'go/lib.zip': LIB.zip, 'go/go.sum': LIB.lines },
        KNOWN,
        4,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      refuted(
        'go-sum-of-another--lock-digest-mismatch',
        'lock.entries',
        'The module in the folder has another hash than go.sum names for it.',
        { 'go/lib.zip': FORGED.zip, 'go/go.sum': LIB.lines },
        KNOWN,
        2,
      ),
      'evidence-absent',
      'artifact-unattested',
    ),
    refuted(
      'go-sum-garbled--lockfile-format',
      'lock.format',
      'A line of go.sum is none.',
      { ...FILES, 'go/go.sum': `${LIB.lines}words\n` },
      KNOWN,
    ),
    alsoGiving(
      refuted(
        'go-module-changed--module-hash-mismatch',
        'module.hash',
        'The module in the folder is not the one that the database recorded.',
        { ...FILES, 'go/lib.zip': FORGED.zip },
        KNOWN,
        2,
      ),
      'artifact-unattested',
    ),
    undecided(
      'go-record-without-module--artifact-absent',
      'subject.digest',
      'The module of the record is not at hand.',
      { [LOOKUP]: record(LIB.lines), ...tiles() },
      KNOWN,
      4,
    ),
    undecided(
      'go-record-without-tiles--sumdb-inclusion-absent',
      'sumdb.inclusion',
      'Nothing at hand shows the record in the tree: the tree head alone does not say what is in it.',
      { 'go/lib.zip': LIB.zip, [LOOKUP]: record(LIB.lines) },
      KNOWN,
    ),
    refuted(
      'go-record-put-in-place--inclusion-root-mismatch',
      'sumdb.inclusion',
      'The record was written for a changed module, and set above the tree head of the true one.',
      { ...FILES, 'go/lib.zip': FORGED.zip, [LOOKUP]: record(FORGED.lines) },
      KNOWN,
      2,
    ),
    refuted(
      'go-record-beyond-the-tree--inclusion-shape',
      'sumdb.inclusion',
      'The number of the record is beyond the size of the tree.',
      { ...FILES, [LOOKUP]: record(LIB.lines, treeHead(RECORDS.length), 300) },
      KNOWN,
    ),
    undecided(
      'go-record-of-a-stranger--sumdb-key-unknown',
      'sumdb.signature',
      'The database is not one of those that are known.',
      FILES,
      verify(),
    ),
    undecided(
      'go-record-by-another-key--sumdb-key-unknown',
      'sumdb.signature',
      'The tree head is signed under the name of the database, by another key.',
      { ...FILES, [LOOKUP]: record(LIB.lines, treeHead(RECORDS.length, STRANGER)) },
      KNOWN,
    ),
    refuted(
      'go-record-forged--sumdb-signature',
      'sumdb.signature',
      'One bit of the signature was changed.',
      { ...FILES, [LOOKUP]: record(LIB.lines, withFlippedSignature()) },
      KNOWN,
    ),
    alsoGiving(
      refuted(
        'go-record-garbled--sumdb-format',
        'sumdb.format',
        'The tree head of the record has no signature.',
        { ...FILES, [LOOKUP]: record(LIB.lines, treeHead(RECORDS.length).split('\n\n')[0]) },
        KNOWN,
      ),
      'artifact-unattested',
    ),
    refuted(
      'go-trees-forked--consistency-root-mismatch',
      'sumdb.consistency',
      'The database has signed an older tree that is no part of the newer one.',
      { ...FILES, 'go/sumdb/latest': treeHead(257, DATABASE, forked) },
      KNOWN,
      2,
    ),
  ];
}

function withFlippedSignature(): string {
  const text = checkpointText('go.sum database tree', RECORDS.length, treeRoot(RECORDS));
  const blob = bytes(noteKeyId(DATABASE).subarray(0, 4), flipped(DATABASE.key.sign(utf8(text)), 5));
  return signedNote(text, `— ${DATABASE.name} ${base64(blob)}\n`);
}
