// SPDX-License-Identifier: Apache-2.0
import { outcomeReason } from '../crypto/engine.ts';
import type { ChainAsked, CustodyChainResult } from '../custody/chain.ts';
import { type CustodyEvent, readEvent } from '../custody/event.ts';
import { KeyRing } from '../custody/key-ring.ts';
import { type ClaimedLine, readLine } from '../custody/line.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { judgeLines } from '../log/note-line.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { encodeTlogProof, parseTlogProof, type TlogProof } from '../log/tlog-proof.ts';
import { checkInclusion, leafHash } from '../merkle/rfc6962.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Facts, type Locator, malformedCheck, passed, skipped } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';

export const DISCLOSED_KIND = 'custody-event';

/**
 * One event of a log with the proof that it is in it: a C2SP tlog-proof whose extra data is the line.
 *
 * @param line of the event, without its LF
 * @throws Malformed `checkpoint-absent` where no checkpoint covers it
 */
export function disclose(chain: CustodyChainResult, seq: number, line: Bytes): string {
  const head = chain.checkpoints.covering(seq);
  if (head === null) throw new Malformed('checkpoint-absent', `no checkpoint that holds covers event ${seq}`);
  const hashes = chain.tree.inclusion(seq, head.size);
  const text = encodeTlogProof({ extra: line, index: BigInt(seq), hashes, checkpoint: head.note });
  parseTlogProof(text);
  return text;
}

/** @param bytes null: the file could not be read, and `read` says why */
export function verifyDisclosure(
  name: string,
  bytes: Bytes | null,
  read: readonly Check[],
  asked: ChainAsked,
): ItemFacts {
  const at: Locator = { evidence: name, pointer: '' };
  const item = { ...EMPTY_ITEM, name, kind: DISCLOSED_KIND, version: '1', signerKind: 'key' as const };
  if (bytes === null) return { ...item, checks: read };
  const parsed = attempt(() => {
    const proof = parseTlogProof(decodeUtf8(bytes));
    if (proof.extra === null) throw new Malformed('custody-line-format', 'the proof carries no event');
    const line = readLine(proof.extra);
    return { proof, extra: proof.extra, line, event: readEvent(line.payload) };
  });
  if (!parsed.ok) {
    const after = (['custody.signature', 'custody.checkpoint', 'inclusion.proof'] as const).map((id) =>
      skipped(id, at, 'custody.format'),
    );
    return { ...item, checks: [...read, malformedCheck('custody.format', at, parsed.problem), ...after] };
  }
  const { proof, extra, line, event } = parsed.value;
  const checks = [
    ...read,
    passed('custody.format', at, { type: event.type, seq: event.seq, origin: event.says.log.origin }),
    signatureCheck(line, event, asked, at),
    ...logChecks(proof, extra, event, asked, at),
  ];
  const signers: Facts[] = [{ name: event.performer, fingerprint: line.signatures[0]!.keyid }];
  const subjects = event.objects.map((object) => ({ name: object.name, digest: object.after ?? object.before ?? {} }));
  return { ...item, signers, subjects, checks };
}

function signatureCheck(line: ClaimedLine, event: CustodyEvent, asked: ChainAsked, at: Locator): Check {
  const judged = attempt((): Facts => {
    const ring = new KeyRing(asked.keys);
    const keys = line.signatures.map(({ keyid, sig }) => {
      const key = ring.get(keyid);
      if (key === undefined) throw new Malformed('signer-key-unknown', `nobody has given the key ${keyid}`);
      const reason = outcomeReason(asked.engine.verify(key.scheme, key.key, line.signed, sig));
      if (reason !== null) throw new Malformed(reason, `the signature under ${keyid}`);
      return key;
    });
    // A key that was given without a name is whose the examiner takes it to be.
    if (!keys.some(({ id }) => id === null || id === event.performer))
      throw new Malformed(
        'custody-signer-mismatch',
        `the event is of "${escapeText(event.performer, 64)}", who has not signed it`,
      );
    return { signatures: keys.length, fingerprint: keys[0]!.key.fingerprint };
  });
  return judged.ok
    ? passed('custody.signature', at, judged.value)
    : malformedCheck('custody.signature', at, judged.problem);
}

function logChecks(
  { index, hashes, checkpoint: note }: TlogProof,
  line: Bytes,
  event: CustodyEvent,
  asked: ChainAsked,
  at: Locator,
): Check[] {
  const { origin } = event.says.log;
  const head = attempt(() => {
    const key = asked.logs.find(({ name }) => name === origin);
    if (key === undefined) throw new Malformed('custody-checkpoint-key', `the key of the log ${origin} was not given`);
    const parsed = parseSignedNote(note);
    const checkpoint = parseCheckpoint(parsed.text);
    if (checkpoint.origin !== origin) throw new Malformed('checkpoint-origin', `the checkpoint is not of ${origin}`);
    const { lines } = judgeLines(parsed, [key], asked.engine);
    if (lines.length === 0) throw new Malformed('checkpoint-unsigned', `no line is by the log ${origin}`);
    const wrong = lines.find(({ problem }) => problem !== null)?.problem;
    if (wrong != null) throw new Malformed('checkpoint-signature', wrong.detail);
    return checkpoint;
  });
  if (!head.ok)
    return [
      malformedCheck('custody.checkpoint', at, head.problem),
      skipped('inclusion.proof', at, 'custody.checkpoint'),
    ];
  const { size, root } = head.value;
  const facts = { index: String(index), size: String(size), root: encodeHex(root) };
  const included = attempt(() => {
    if (index !== BigInt(event.seq))
      throw new Malformed('inclusion-shape', `the proof is of entry ${index}, the event is ${event.seq}`);
    checkInclusion(index, size, leafHash(line), hashes, root);
  });
  return [
    passed('custody.checkpoint', at, facts),
    included.ok ? passed('inclusion.proof', at, facts) : malformedCheck('inclusion.proof', at, included.problem, facts),
  ];
}
