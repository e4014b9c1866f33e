// SPDX-License-Identifier: Apache-2.0

import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { decodeBase64Standard } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { judgeLines } from '../log/note-line.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { checkInclusion, leafHash } from '../merkle/rfc6962.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { sameDigests } from './digests.ts';
import { type CustodyEvent, readEvent } from './event.ts';
import type { Ledger } from './ledger.ts';
import { readLine } from './line.ts';
import { isUnsettled } from './outcome.ts';

/** A receipt that is borne out: what it quotes of the other log is signed by that log, included, and of this hand-off. */
export interface ForeignReceipt {
  /** The log of the release, and the key that its checkpoint verifies under. */
  readonly origin: string;
  readonly log: VerifierKey;
  /** `sha256:…` of the release's line. */
  readonly release: string;
  readonly index: number;
  /** The checkpoint of that log that is quoted, and of how many lines it is. */
  readonly note: string;
  readonly size: number;
  /** Number of the event that received. */
  readonly seq: number;
  readonly receiver: string;
  readonly rejected: boolean;
  /** All signatures of the receipt verify, one of them the receiver's, in a log that is opened. */
  readonly isSigned: boolean;
}

/** C24: receipts of what another log has released. */
export class Joins {
  readonly #ledger: Ledger;
  readonly #engine: Engine;
  readonly #peers = new Map<string, VerifierKey>();
  /** Receipts whose release is quoted as the other log has signed it. */
  readonly joined: ForeignReceipt[] = [];

  /** @param given keys of other logs that the examiner names: they go before what the log says */
  constructor(ledger: Ledger, engine: Engine, given: readonly VerifierKey[]) {
    this.#ledger = ledger;
    this.#engine = engine;
    for (const key of given) this.#peers.set(key.name, key);
  }

  /** @throws Malformed what is wrong with a key */
  introduce(peers: readonly { readonly origin: string; readonly key: string }[]): void {
    for (const { origin, key } of peers) {
      const parsed = parseVerifierKey(key);
      if (parsed.name !== origin) throw new Malformed('key-format', `the key of ${origin} is named ${parsed.name}`);
      if (!this.#peers.has(origin)) this.#peers.set(origin, parsed);
    }
  }

  get peers(): VerifierKey[] {
    return [...this.#peers.values()];
  }

  /**
   * @param keyids whose signatures verify
   * @param isSigned whether all of its signatures do, one of them the performer's, in a log that is opened
   * @param distinctActors whether one person or key may not be on both sides (C09)
   */
  see(event: CustodyEvent, keyids: readonly string[], isSigned: boolean, distinctActors: boolean): void {
    const release = event.says.custody?.release;
    if (event.type !== 'transfer-receive' || release?.origin === undefined || release.origin === event.says.log.origin)
      return;
    const judged = attempt(() => {
      const receipt = this.#judge(event, release.origin!, isSigned);
      if (distinctActors) this.#compareActors(event, release.envelope!, keyids);
      return receipt;
    });
    if (judged.ok) {
      if (isUnsettled(event.says)) return;
      if (this.joined.length >= LIMITS.custodyReceipts)
        this.#ledger.note('custody.join', event.seq, 'limit-exceeded', `more than ${LIMITS.custodyReceipts} receipts`);
      else this.joined.push(judged.value);
    } else {
      const { reason, detail } = judged.problem;
      const open = reason === 'custody-join-unverified';
      this.#ledger.note(
        'custody.join',
        event.seq,
        open ? reason : 'custody-join-mismatch',
        `event ${event.seq}: ${detail}`,
      );
    }
  }

  finish(): void {
    this.#ledger.facts('custody.join', { joined: this.joined.length });
  }

  #judge(event: CustodyEvent, origin: string, isSigned: boolean): ForeignReceipt {
    const { line: cited, index, envelope, proof, note } = event.says.custody!.release!;
    if (envelope === undefined || note === undefined || index === undefined || proof === undefined)
      throw new Malformed('custody-join-unverified', `nothing of the log ${origin} is quoted but a hash`);
    const line = decodeBase64Standard(envelope);
    if (`sha256:${sha256Hex(line)}` !== cited) throw mismatch('the line that is quoted is not the one that is cited');
    this.#compare(event, readEvent(readLine(line).payload), origin, index);
    const key = this.#peers.get(origin);
    if (key === undefined) throw new Malformed('custody-join-unverified', `the key of the log ${origin} is not known`);
    const parsed = parseSignedNote(note);
    const checkpoint = parseCheckpoint(parsed.text);
    const { lines } = judgeLines(parsed, [key], this.#engine);
    if (checkpoint.origin !== origin || lines.length === 0 || lines.some(({ problem }) => problem !== null))
      throw mismatch(`the checkpoint is not signed by the log ${origin}`);
    const hashes = proof.map((hash) => decodeBase64Standard(hash));
    checkInclusion(BigInt(index), checkpoint.size, leafHash(line), hashes, checkpoint.root);
    return {
      origin,
      log: key,
      release: cited,
      index,
      note,
      size: Number(checkpoint.size),
      seq: event.seq,
      receiver: event.performer,
      rejected: event.says.outcome?.code === 'rejected',
      isSigned,
    };
  }

  #compareActors(event: CustodyEvent, envelope: string, keyids: readonly string[]): void {
    const release = readLine(decodeBase64Standard(envelope));
    const shared = release.signatures.find(({ keyid }) => keyids.includes(keyid));
    const detail =
      shared !== undefined
        ? `key ${shared.keyid} has signed the release and the receipt`
        : readEvent(release.payload).performer === event.performer
          ? `"${escapeText(event.performer, 64)}" has released what he receives`
          : null;
    if (detail !== null)
      this.#ledger.note('custody.actors', event.seq, 'custody-self-transfer', `event ${event.seq}: ${detail}`);
  }

  #compareSeals({ seq, says }: CustodyEvent, quoted: CustodyEvent): void {
    const released = quoted.says.custody?.seal;
    const received = says.custody?.seal;
    if (released === undefined || released.id === received?.id) return;
    const found = received === undefined ? 'without a word of a seal' : `with "${escapeText(received.id, 64)}"`;
    const detail = `event ${seq}: released with the seal "${escapeText(released.id, 64)}", received ${found}`;
    this.#ledger.note('custody.seal', seq, 'custody-seal-mismatch', detail);
  }

  #compare(event: CustodyEvent, quoted: CustodyEvent, origin: string, index: number): void {
    const { custody } = quoted.says;
    if (quoted.type !== 'transfer-release' || quoted.says.log.origin !== origin || quoted.seq !== index)
      throw mismatch('what is quoted is no release, or not of that log and number');
    if (custody?.transferId !== event.says.custody!.transferId) throw mismatch('it is another transfer');
    if (custody?.to?.id !== event.performer) throw mismatch('it was released to somebody else');
    this.#compareSeals(event, quoted);
    const released = new Map(quoted.objects.map((object) => [object.name, object.before]));
    if (released.size !== event.objects.length) throw mismatch('it is of other items');
    for (const { name, before } of event.objects) {
      const known = released.get(name);
      if (known === undefined) throw mismatch('it is of other items');
      if (before === undefined || !sameDigests(known, before))
        throw mismatch('an item was another one when it was released');
    }
  }
}

function mismatch(detail: string): Malformed {
  return new Malformed('custody-join-mismatch', detail);
}
