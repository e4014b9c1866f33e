// SPDX-License-Identifier: Apache-2.0

import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { decodeBase64Standard } from '../encoding/base64.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { judgeLines } from '../log/note-line.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { checkInclusion, leafHash } from '../merkle/rfc6962.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { sameDigests } from './digests.ts';
import { type CustodyEvent, type EventObject, holdsOf, type PeerRow, readEvent, sealOf } from './event.ts';
import { type GiverKey, Givers, problemsOfGiver } from './givers.ts';
import type { Intervals } from './intervals.ts';
import type { GivenKey } from './key-ring.ts';
import type { Ledger } from './ledger.ts';
import { readLine } from './line.ts';
import { isUnsettled } from './outcome.ts';
import { samePerson } from './persons.ts';
import { countedUncertainty } from './uncertainty.ts';

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
  /** SHA-256 of the receiver's own keys whose signatures on the receipt verify. */
  readonly keys: readonly string[];
  readonly giver: string;
  /** Known keys of the giver that have signed the release; none: only his own log can say. */
  readonly givers: readonly GiverKey[];
}

/** What decides about receipts, beside the logs themselves. */
export interface JoinsAsked {
  readonly engine: Engine;
  readonly at: Instant;
  /** Nanoseconds. */
  readonly tolerance: bigint;
  /** Keys of logs that the examiner names: they go before what the log says. */
  readonly logs: readonly VerifierKey[];
  readonly keys: readonly GivenKey[];
}

/** Whose signatures on a receipt verify. */
export interface ReceiptSigners {
  readonly keyids: readonly string[];
  /** Those of its performer. */
  readonly own: readonly string[];
  /** All of them verify, one of them the performer's, in a log that is opened. */
  readonly isSigned: boolean;
}

/** C24: receipts of what another log has released. */
export class Joins {
  readonly #ledger: Ledger;
  readonly #asked: JoinsAsked;
  readonly #givers: Givers;
  readonly #peers = new Map<string, VerifierKey>();
  /** Receipts whose release is quoted as the other log has signed it. */
  readonly joined: ForeignReceipt[] = [];

  constructor(ledger: Ledger, asked: JoinsAsked) {
    this.#ledger = ledger;
    this.#asked = asked;
    this.#givers = new Givers(asked.engine, asked.keys);
    for (const key of asked.logs) this.#peers.set(key.name, key);
  }

  /** @throws Malformed what is wrong with a key */
  introduce(peers: readonly PeerRow[]): void {
    for (const { origin, key, keys } of peers) {
      const parsed = parseVerifierKey(key);
      if (parsed.name !== origin) throw new Malformed('key-format', `the key of ${origin} is named ${parsed.name}`);
      if (!this.#peers.has(origin)) this.#peers.set(origin, parsed);
      this.#givers.introduce(keys ?? []);
    }
  }

  get peers(): VerifierKey[] {
    return [...this.#peers.values()];
  }

  /** @param distinctActors whether one person or key may not be on both sides (C09) */
  see(event: CustodyEvent, signers: ReceiptSigners, distinctActors: boolean): void {
    const release = event.says.custody?.release;
    if (event.type !== 'transfer-receive' || release?.origin === undefined || release.origin === event.says.log.origin)
      return;
    const judged = attempt(() => {
      const receipt = this.#judge(event, release.origin!, signers);
      if (distinctActors) this.#compareActors(event, release.envelope!, signers.keyids);
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

  /**
   * @param over receipts whose release is a line of a log that is at hand: who has signed it, that log says itself
   * @param intervals what is proven of the lines of this one
   */
  finish(over: ReadonlySet<number>, intervals: Intervals): void {
    for (const { seq, giver, givers } of this.joined) {
      if (over.has(seq)) continue;
      if (givers.length === 0)
        this.#ledger.note(
          'custody.join',
          seq,
          'custody-join-unverified',
          `event ${seq}: no key of "${escapeText(giver, 64)}" is known that the release is signed under`,
        );
      for (const key of givers)
        for (const problem of problemsOfGiver(key, seq, intervals.at(seq), this.#asked.at))
          this.#ledger.problem('custody.keys', seq, problem);
    }
    this.#ledger.facts('custody.join', { joined: this.joined.length });
  }

  #judge(event: CustodyEvent, origin: string, { own, isSigned }: ReceiptSigners): ForeignReceipt {
    const { line: cited, index, envelope, proof, note } = event.says.custody!.release!;
    if (envelope === undefined || note === undefined || index === undefined || proof === undefined)
      throw new Malformed('custody-join-unverified', `nothing of the log ${origin} is quoted but a hash`);
    const line = decodeBase64Standard(envelope);
    if (`sha256:${sha256Hex(line)}` !== cited) throw mismatch('the line that is quoted is not the one that is cited');
    const claimed = readLine(line);
    const quoted = readEvent(claimed.payload);
    this.#compare(event, quoted, origin, index);
    const givers = this.#givers.signed(claimed, quoted.performer);
    const key = this.#peers.get(origin);
    if (key === undefined) throw new Malformed('custody-join-unverified', `the key of the log ${origin} is not known`);
    const parsed = parseSignedNote(note);
    const checkpoint = parseCheckpoint(parsed.text);
    const { lines } = judgeLines(parsed, [key], this.#asked.engine);
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
      keys: own,
      giver: quoted.performer,
      givers,
    };
  }

  #compareActors(event: CustodyEvent, envelope: string, keyids: readonly string[]): void {
    const release = readLine(decodeBase64Standard(envelope));
    const shared = release.signatures.find(({ keyid }) => keyids.includes(keyid));
    const detail =
      shared !== undefined
        ? `key ${shared.keyid} has signed the release and the receipt`
        : samePerson(readEvent(release.payload).performer, event.performer)
          ? `"${escapeText(event.performer, 64)}" has released what he receives`
          : null;
    if (detail !== null)
      this.#ledger.note('custody.actors', event.seq, 'custody-self-transfer', `event ${event.seq}: ${detail}`);
  }

  /** What an item is sealed and held under goes along with it: nothing of that ends by being handed over. */
  #compareState(event: CustodyEvent, quoted: CustodyEvent, object: EventObject, before: EventObject): void {
    const { seq } = event;
    const [released, received] = [sealOf(quoted, before), sealOf(event, object)];
    if (released?.id !== received?.id) {
      const said = (seal: typeof released): string =>
        seal === undefined ? 'without a word of a seal' : `with the seal "${escapeText(seal.id, 64)}"`;
      const detail = `event ${seq}: "${escapeText(object.name, 64)}" was released ${said(released)}, and received ${said(received)}`;
      this.#ledger.note('custody.seal', seq, 'custody-seal-mismatch', detail);
    }
    const known = holdsOf(event, object);
    const lost = holdsOf(quoted, before).find((hold) => !known.includes(hold));
    if (lost === undefined) return;
    const detail = `event ${seq}: "${escapeText(object.name, 64)}" was released under hold "${escapeText(lost, 64)}", of which the receipt says nothing`;
    this.#ledger.note('custody.hold', seq, 'custody-hold', detail);
  }

  /** C12 from log to log. */
  #compareTimes({ seq, time }: CustodyEvent, { time: released, says }: CustodyEvent): void {
    const room =
      countedUncertainty(time.uncertainty) + countedUncertainty(released.uncertainty) + this.#asked.tolerance;
    if (time.corrected + room >= released.corrected) return;
    const detail = `event ${seq} receives at ${formatInstant(time.corrected)} what event ${says.log.seq} of ${says.log.origin} releases at ${formatInstant(released.corrected)}`;
    this.#ledger.note('custody.order', seq, 'custody-time-order', detail);
  }

  #compare(event: CustodyEvent, quoted: CustodyEvent, origin: string, index: number): void {
    const { custody } = quoted.says;
    if (quoted.type !== 'transfer-release' || quoted.says.log.origin !== origin || quoted.seq !== index)
      throw mismatch('what is quoted is no release, or not of that log and number');
    if (custody?.transferId !== event.says.custody!.transferId) throw mismatch('it is another transfer');
    if (custody?.to?.id !== event.performer) throw mismatch('it was released to somebody else');
    if (quoted.says.case.id !== event.says.case.id)
      throw mismatch(`it was released in the case "${escapeText(quoted.says.case.id, 64)}"`);
    this.#compareTimes(event, quoted);
    const released = new Map(quoted.objects.map((object) => [object.name, object]));
    if (released.size !== event.objects.length) throw mismatch('it is of other items');
    for (const object of event.objects) {
      const { name, before } = object;
      const known = released.get(name);
      if (known?.before === undefined) throw mismatch('it is of other items');
      if (before === undefined || !sameDigests(known.before, before))
        throw mismatch('an item was another one when it was released');
      this.#compareState(event, quoted, object, known);
    }
  }
}

function mismatch(detail: string): Malformed {
  return new Malformed('custody-join-mismatch', detail);
}
