// SPDX-License-Identifier: Apache-2.0
import { outcomeReason } from '../crypto/engine.ts';
import type { ChainAsked, CustodyChainResult } from '../custody/chain.ts';
import { type CustodyEvent, readEvent } from '../custody/event.ts';
import { KeyRing } from '../custody/key-ring.ts';
import { type ClaimedLine, readLine } from '../custody/line.ts';
import { problemsOfKey } from '../custody/proven-times.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeHex } from '../encoding/hex.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { judgeLines } from '../log/note-line.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { encodeTlogProof, parseTlogProof, splitTlogProofs, type TlogProof } from '../log/tlog-proof.ts';
import { checkInclusion, leafHash } from '../merkle/rfc6962.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Facts, type Locator, malformedCheck, passed, skipped, within } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { intervalOf } from '../time/interval.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { DISCLOSED_KIND } from './established.ts';

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

/**
 * The events of one file, each alone: one proof, or several, one behind the other.
 *
 * @param bytes null: the file could not be read, and `read` says why
 */
export function verifyDisclosures(
  name: string,
  bytes: Bytes | null,
  read: readonly Check[],
  asked: ChainAsked,
): ItemFacts[] {
  const at: Locator = { evidence: name, pointer: '' };
  if (bytes === null) return [{ ...itemAt(at), checks: read }];
  const text = attempt(() => splitTlogProofs(decodeUtf8(bytes)));
  if (!text.ok) return [unread(at, read, text.problem)];
  const proofs = text.value;
  if (proofs.length > LIMITS.disclosedEvents) {
    const detail = `${proofs.length} events, more than ${LIMITS.disclosedEvents}`;
    return [unread(at, read, { reason: 'limit-exceeded', detail })];
  }
  return proofs.map((proof, i) => disclosed(proof, proofs.length === 1 ? at : within(at, i), read, asked));
}

function itemAt({ evidence, pointer }: Locator) {
  const name = evidence + pointer;
  return { ...EMPTY_ITEM, name, kind: DISCLOSED_KIND, version: '1', signerKind: 'key' as const };
}

function unread(at: Locator, read: readonly Check[], problem: Problem): ItemFacts {
  const rest = ['custody.signature', 'custody.keys', 'custody.roles', 'custody.checkpoint', 'inclusion.proof'] as const;
  const after = rest.map((id) => skipped(id, at, 'custody.format'));
  return { ...itemAt(at), checks: [...read, malformedCheck('custody.format', at, problem), ...after] };
}

function disclosed(text: string, at: Locator, read: readonly Check[], asked: ChainAsked): ItemFacts {
  const item = itemAt(at);
  const parsed = attempt(() => {
    const proof = parseTlogProof(text);
    if (proof.extra === null) throw new Malformed('custody-line-format', 'the proof carries no event');
    const line = readLine(proof.extra);
    return { proof, extra: proof.extra, line, event: readEvent(line.payload) };
  });
  if (!parsed.ok) return unread(at, read, parsed.problem);
  const { proof, extra, line, event } = parsed.value;
  const ring = new KeyRing(asked.keys, asked.revoked);
  const signed = signatureCheck(line, event, ring, asked, at);
  const checks = [
    ...read,
    passed('custody.format', at, { type: event.type, seq: event.seq, origin: event.says.log.origin }),
    signed,
    signed.outcome === 'passed'
      ? keysCheck(line, event, ring, proof, asked, at)
      : skipped('custody.keys', at, 'custody.signature'),
    signed.outcome === 'passed' ? rolesCheck(line, event, ring, at) : skipped('custody.roles', at, 'custody.signature'),
    ...logChecks(proof, extra, event, asked, at),
  ];
  const signers: Facts[] = [{ name: event.performer, fingerprint: line.signatures[0]!.keyid }];
  const subjects = event.objects.map((object) => ({ name: object.name, digest: object.after ?? object.before ?? {} }));
  return { ...item, signers, subjects, checks };
}

function signatureCheck(line: ClaimedLine, event: CustodyEvent, ring: KeyRing, asked: ChainAsked, at: Locator): Check {
  const judged = attempt((): Facts => {
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

/** C06, as far as the examiner says who may act as what: the policy of the log is not at hand. */
function rolesCheck(line: ClaimedLine, event: CustodyEvent, ring: KeyRing, at: Locator): Check {
  const { role } = event.says.performer;
  const own = line.signatures.flatMap(({ keyid }) => {
    const key = ring.get(keyid);
    return key === undefined || (key.id !== null && key.id !== event.performer) ? [] : [key];
  });
  if (own.some(({ roles }) => roles === null || roles.has(role))) return passed('custody.roles', at, { role });
  const detail = `"${escapeText(event.performer, 64)}" acts as ${role}, which no given key of his may`;
  return malformedCheck('custody.roles', at, { reason: 'custody-role', detail }, { role });
}

/** C05, by what the examiner says of the keys; only cosignatures of the checkpoint prove by when the event existed. */
function keysCheck(
  line: ClaimedLine,
  event: CustodyEvent,
  ring: KeyRing,
  { checkpoint }: TlogProof,
  asked: ChainAsked,
  at: Locator,
): Check {
  const cosigned = attempt(() => judgeLines(parseSignedNote(checkpoint), asked.witnesses, asked.engine).lines);
  const ends = (cosigned.ok ? cosigned.value : []).flatMap(({ time, problem }) =>
    time === null || problem !== null ? [] : [intervalOf(time).notAfter],
  );
  const notAfter = ends.reduce<Instant | null>((least, one) => (least === null || one < least ? one : least), null);
  const problems = line.signatures.flatMap(({ keyid }) => {
    const key = ring.get(keyid);
    return key === undefined ? [] : problemsOfKey(event.seq, key, { notBefore: null, notAfter }, asked.at);
  });
  const [problem] = problems;
  const facts = { notAfter: notAfter === null ? null : formatInstant(notAfter) };
  return problem === undefined ? passed('custody.keys', at, facts) : malformedCheck('custody.keys', at, problem, facts);
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
