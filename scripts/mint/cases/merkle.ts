// SPDX-License-Identifier: Apache-2.0
import { base64, bytes, hex, sha256, utf8 } from '../bytes.ts';
import { type Case, passes, refuted, shows, undecided, unusable } from '../case.ts';
import { ecKey, edKey } from '../keys.ts';
import { consistencyPath, inclusionPath, leafHash, treeRoot } from '../merkle.ts';
import { checkpointText, cosignatureLine, type NoteSigner, signatureLine, signedNote, verifierKey } from '../note.ts';
import { must } from './bad-certificate.ts';

const LOG: NoteSigner = { name: 'log.mint.example/evidence', key: edKey('merkle log') };
const EC_LOG: NoteSigner = { name: 'log.mint.example/ecdsa', key: ecKey('p256', 'merkle log ecdsa') };
const W1: NoteSigner = { name: 'witness.mint.example/one', key: edKey('merkle witness 1') };
const W2: NoteSigner = { name: 'witness.mint.example/two', key: edKey('merkle witness 2') };
const SEEN = 1_772_366_400;

const POLICY = `# either witness would do for a copy; both must have seen this log
log ${verifierKey(LOG)}
witness one ${verifierKey(W1, 'witness')}
witness two ${verifierKey(W2, 'witness')}
group both all one two
quorum both
`;

/** `merkle …`, `check note`, `check checkpoint`, and `check consistency` of two checkpoints. */
export function merkleCases(): Case[] {
  return [...setRootCases(), ...noteCases(), ...checkpointCases()];
}

const FILES = { 'set/a': 'a', 'set/b': 'b', 'set/c': 'c' };
const ABC = ['a', 'b', 'c'].map(utf8);
const ROOT = hex(treeRoot(ABC));
const DOUBLED = 'sha256-pairs-doubled';
const [A, B, C] = ABC.map((leaf) => sha256(leaf)) as [Uint8Array, Uint8Array, Uint8Array];
const DOUBLED_ROOT = hex(sha256(bytes(sha256(bytes(A, B)), sha256(bytes(C, C)))));

function setRootCases(): Case[] {
  const proof = {
    format: 'forensic-verify/merkle-proof@v1',
    kind: 'inclusion',
    profile: 'rfc6962-sha256',
    name: 'b',
    leafIdx: 1,
    treeSize: 3,
    leafHash: base64(leafHash(must(ABC[1]))),
    proof: inclusionPath(ABC, 1).map(base64),
    root: base64(treeRoot(ABC)),
  };
  const verify = (...more: readonly string[]) => ['merkle', 'verify', 'set', ...more];
  const byProof = ['merkle', 'verify', 'b', '--proof', 'proof.json'];
  return [
    passes('merkle-root', 'The root over three files of one octet each.', FILES, ['merkle', 'root', 'set']),
    passes('merkle-verify', 'The root over three files is the one that is given.', FILES, verify('--root', ROOT)),
    passes(
      'merkle-verify-doubled',
      'An ambiguous profile, with the number of leaves beside the root: a finding tells of it.',
      FILES,
      verify('--root', DOUBLED_ROOT, '--size', '3', '--merkle-profile', DOUBLED),
    ),
    shows('merkle-prove', 'A proof that one file is in the set.', FILES, ['merkle', 'prove', 'set', '--leaf', 'b']),
    shows(
      'merkle-consistency',
      'A proof that a log of lines only grew.',
      { 'log.jsonl': '{"n":0}\n{"n":1}\n{"n":2}\n' },
      ['merkle', 'consistency', 'log.jsonl', '--leaves', 'lines', '--from', '2'],
    ),
    passes(
      'merkle-verify-proof',
      'One file, by its proof, under a root that is given.',
      { b: 'b', 'proof.json': proof },
      [...byProof, '--root', ROOT],
    ),
    undecided(
      'merkle-root-of-nothing--merkle-empty',
      'merkle.leaves',
      'There is not one line: the root of nothing is no evidence.',
      { 'log.jsonl': '' },
      ['merkle', 'root', 'log.jsonl', '--leaves', 'lines'],
      4,
    ),
    refuted(
      'merkle-digests-other--merkle-leaf-format',
      'merkle.leaves',
      'The second line is no digest.',
      { 'digests.txt': `${hex(A)}\nb\n` },
      ['merkle', 'root', 'digests.txt', '--leaves', 'digests'],
    ),
    refuted(
      'merkle-verify-changed--merkle-root-mismatch',
      'merkle.root',
      'One file of the set was changed.',
      { ...FILES, 'set/b': 'B' },
      verify('--root', ROOT),
      2,
    ),
    refuted(
      'merkle-verify-doubled-leaf--merkle-size-mismatch',
      'merkle.root',
      'The last file stands there once more: under this profile the root is the same, and the number of leaves is not.',
      { ...FILES, 'set/d': 'c' },
      verify('--root', DOUBLED_ROOT, '--size', '3', '--merkle-profile', DOUBLED),
      2,
    ),
    undecided(
      'merkle-verify-size-open--merkle-size-open',
      'merkle.root',
      'Nobody says how many leaves the root of an ambiguous profile is over.',
      FILES,
      verify('--root', DOUBLED_ROOT, '--merkle-profile', DOUBLED),
    ),
    undecided(
      'merkle-verify-unanchored--merkle-root-unanchored',
      'merkle.anchor',
      'The proof names a root, and nobody else does.',
      { b: 'b', 'proof.json': proof },
      byProof,
    ),
    refuted(
      'merkle-verify-other-leaf--merkle-leaf-mismatch',
      'inclusion.proof',
      'The file is another than the one that the proof was made for.',
      { b: 'B', 'proof.json': proof },
      [...byProof, '--root', ROOT],
      2,
    ),
    refuted(
      'merkle-verify-other-profile--merkle-profile-mismatch',
      'inclusion.proof',
      'The proof is of another profile than the one that is asked for.',
      { b: 'b', 'proof.json': proof },
      [...byProof, '--root', ROOT, '--size', '3', '--merkle-profile', 'sha256-pairs-promoted'],
    ),
  ];
}

function noteCases(): Case[] {
  const text = 'The seals of container 7 are unbroken.\n';
  const key = verifierKey(LOG);
  const other = verifierKey({ name: LOG.name, key: edKey('merkle stranger') });
  const note = signedNote(text, signatureLine(LOG, text));
  const check = ['check', 'note', 'text.note', '--key', key];
  return [
    passes('check-note', 'A signed note.', { 'text.note': note }, check),
    passes(
      'check-note-two',
      'Two keys have signed, one of them ECDSA, and both are asked for.',
      { 'text.note': signedNote(text, signatureLine(LOG, text), signatureLine(EC_LOG, text)) },
      [...check, '--key', verifierKey(EC_LOG), '--threshold', '2'],
    ),
    refuted(
      'check-note-changed--note-signature',
      'note.signature',
      'One word of the text was changed.',
      { 'text.note': note.replace('unbroken', 'broken') },
      check,
    ),
    undecided(
      'check-note-other-key--note-unsigned',
      'note.signature',
      'The key given has the name of the signer, and another id.',
      { 'text.note': note },
      ['check', 'note', 'text.note', '--key', other],
    ),
    undecided(
      'check-note-one-of-two--note-threshold',
      'note.signature',
      'One of two keys has signed, and both are asked for.',
      { 'text.note': note },
      [...check, '--key', verifierKey(EC_LOG), '--threshold', '2'],
    ),
    refuted(
      'check-note-open--checkpoint-format',
      'note.format',
      'The last line has no end.',
      { 'text.note': note.slice(0, -1) },
      check,
    ),
    unusable(
      'check-note-key-hash--key-format',
      'The id in the verifier key is not that of its name and key.',
      { 'text.note': note },
      ['check', 'note', 'text.note', '--key', key.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ),
  ];
}

const LINES = ['{"n":0}', '{"n":1}', '{"n":2}', '{"n":3}', '{"n":4}'].map(utf8);

function head(leaves: readonly Uint8Array[], ...witnesses: readonly NoteSigner[]): string {
  const text = checkpointText(LOG.name, leaves.length, treeRoot(leaves));
  return signedNote(text, signatureLine(LOG, text), ...witnesses.map((one) => cosignatureLine(one, text, SEEN)));
}

function checkpointCases(): Case[] {
  const key = ['--key', verifierKey(LOG)];
  const policy = ['--tlog-policy', 'policy.txt'];
  const check = ['check', 'checkpoint', 'tree.note'];
  const [older, newer] = [head(LINES.slice(0, 3)), head(LINES)];
  const proof = {
    size1: 3,
    size2: 5,
    root1: base64(treeRoot(LINES.slice(0, 3))),
    root2: base64(treeRoot(LINES)),
    proof: consistencyPath(LINES, 3).map(base64),
  };
  const forked = head([...LINES.slice(0, 4), utf8('{"n":9}')]);
  const both = ['check', 'consistency', 'ours.note', 'theirs.note', ...key];
  const tlogProof = `c2sp.org/tlog-proof@v1\nindex 3\n${inclusionPath(LINES, 3).map(base64).join('\n')}\n\n${head(LINES, W1, W2)}`;
  const disclosed = ['merkle', 'verify', 'event.json', '--leaves', 'lines', '--proof', 'event.tlog-proof', ...policy];
  const event = { 'event.json': '{"n":3}\n', 'policy.txt': POLICY };
  const log = { 'log.jsonl': '{"n":0}\n{"n":1}\n{"n":2}\n{"n":3}\n{"n":4}\n' };
  const empty = checkpointText(LOG.name, 0, treeRoot([]));
  return [
    passes('check-checkpoint', "A log's signed tree head.", { 'tree.note': newer }, [...check, ...key]),
    passes(
      'check-checkpoint-quorum',
      'Both witnesses that the policy wants have cosigned.',
      { 'tree.note': head(LINES, W1, W2), 'policy.txt': POLICY },
      [...check, ...policy],
    ),
    passes(
      'check-checkpoint-empty',
      'The tree head of an empty log is well signed: a finding says that nothing is in it.',
      { 'tree.note': signedNote(empty, signatureLine(LOG, empty)) },
      [...check, ...key],
    ),
    undecided(
      'check-checkpoint-one-witness--witness-quorum',
      'checkpoint.witnesses',
      'One of the two witnesses has cosigned.',
      { 'tree.note': head(LINES, W1), 'policy.txt': POLICY },
      [...check, ...policy],
    ),
    refuted(
      'check-checkpoint-forged-witness--note-signature',
      'checkpoint.witnesses',
      'The cosignature of one witness is over another time.',
      { 'tree.note': cosignedAtOtherTime(), 'policy.txt': POLICY },
      [...check, ...policy],
    ),
    refuted(
      'check-checkpoint-other-log--checkpoint-origin',
      'checkpoint.signature',
      'The key given is that of another log.',
      { 'tree.note': newer },
      [...check, '--key', verifierKey(EC_LOG)],
    ),
    refuted(
      'check-checkpoint-changed--checkpoint-signature',
      'checkpoint.signature',
      'The size was raised by one.',
      { 'tree.note': newer.replace('\n5\n', '\n6\n') },
      [...check, ...key],
    ),
    passes(
      'check-consistency-checkpoints',
      'Two checkpoints that two parties collected, and a proof that the later tree holds the earlier one.',
      { 'ours.note': older, 'theirs.note': newer, 'proof.json': proof },
      [...both, '--proof', 'proof.json'],
    ),
    passes(
      'check-consistency-same',
      'Two parties collected the same tree head, one of them with a cosignature.',
      { 'ours.note': newer, 'theirs.note': head(LINES, W1) },
      both,
    ),
    refuted(
      'check-consistency-two-trees--checkpoint-fork',
      'checkpoint.fork',
      'The log has signed two trees of five leaves: the report quotes both notes, which together prove it.',
      { 'ours.note': newer, 'theirs.note': forked },
      both,
    ),
    undecided(
      'check-consistency-no-proof--consistency-absent',
      'consistency.proof',
      'Nobody shows that the tree of five holds the tree of three.',
      { 'ours.note': older, 'theirs.note': newer },
      both,
      4,
    ),
    refuted(
      'check-consistency-other-proof--checkpoint-root-mismatch',
      'consistency.proof',
      'The proof is between two other trees than those of the checkpoints.',
      { 'ours.note': older, 'theirs.note': forked, 'proof.json': proof },
      [...both, '--proof', 'proof.json'],
      2,
    ),
    passes(
      'merkle-verify-checkpoint',
      'All lines of a log, under the checkpoint of their own number.',
      { ...log, 'tree.note': newer },
      ['merkle', 'verify', 'log.jsonl', '--leaves', 'lines', '--checkpoint', 'tree.note', ...key],
    ),
    passes(
      'merkle-verify-tlog-proof',
      'One event with its tlog-proof: nothing of the log is needed but the keys.',
      { ...event, 'event.tlog-proof': tlogProof },
      disclosed,
    ),
    refuted(
      'merkle-verify-tlog-proof-other-index--inclusion-root-mismatch',
      'inclusion.proof',
      'The proof is for another place in the log.',
      { ...event, 'event.tlog-proof': tlogProof.replace('index 3', 'index 2') },
      disclosed,
      2,
    ),
    refuted(
      'merkle-verify-tlog-proof-index--tlog-proof-format',
      'inclusion.proof',
      'The index has a leading zero.',
      { ...event, 'event.tlog-proof': tlogProof.replace('index 3', 'index 03') },
      disclosed,
    ),
  ];
}

function cosignedAtOtherTime(): string {
  const text = checkpointText(LOG.name, LINES.length, treeRoot(LINES));
  const [first, second] = [SEEN, SEEN + 1].map((time) => cosignatureLine(W2, text, time)) as [string, string];
  // The head of one line, with its time, and the signature of the other.
  const swap = (line: string) => Uint8Array.from(Buffer.from(line.trim().split(' ').pop()!, 'base64'));
  const [early, late] = [swap(first), swap(second)];
  const mixed = bytes(early.subarray(0, 12), late.subarray(12));
  return `${signedNote(text, signatureLine(LOG, text), cosignatureLine(W1, text, SEEN))}— ${W2.name} ${base64(mixed)}\n`;
}
