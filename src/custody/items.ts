// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { digestText, isProving, sameDigests } from './digests.ts';
import { type CustodyEvent, type Digests, type EventObject, holdsOf, sealOf } from './event.ts';
import type { EventType } from './event-types.ts';
import type { Ledger } from './ledger.ts';
import { isUnsettled } from './outcome.ts';
import { isSaid, samePerson } from './persons.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** Where an item is, as far as the events go. */
export interface ItemState {
  readonly name: string;
  holder: string | null;
  /** `held`, on its way, received in another log, or gone for good. */
  state: 'held' | 'transit' | 'elsewhere' | 'disposed' | 'returned';
  digests: Digests | null;
  /** Line of the event that made it so. */
  since: number;
  transfer: Transfer | null;
  seal: { readonly id: string; readonly digests: Digests | null; readonly line: number } | null;
  readonly holds: Set<string>;
  /** Who has taken it out, and with which event; its holder answers for it meanwhile. */
  out: { readonly by: string; readonly line: number } | null;
  /** Corrected claimed time at which its digest was taken last. */
  fixedAt: Instant;
}

/** Items on their way: the release, and what came of it. */
interface Transfer {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly hash: string;
  readonly keys: readonly string[];
  readonly items: ReadonlyMap<string, Digests | null>;
}

/** A receipt in another log that is borne out. */
export interface Arrival {
  /** `sha256:…` of the line of the release. */
  readonly release: string;
  readonly receiver: string;
  readonly rejected: boolean;
  /** SHA-256 of the receiver's keys under which it is signed. */
  readonly keys: readonly string[];
  /** Which event of which log. */
  readonly log: string;
}

/** Where a log ends. */
export interface ItemsEnd {
  readonly rules: RulesInForce;
  /** Line of the event that closes it. */
  readonly closed: number | null;
  /** Corrected claimed time of the last event. */
  readonly last: Instant | null;
  /** That is judged at. */
  readonly at: Instant;
  /** Whether one of these keys is this person's, by this log or the examiner: who another log calls so may be anybody. */
  readonly isOf: (id: string, keys: readonly string[]) => boolean;
}

/** An event with who has signed it, and the hash of its line. */
export interface SignedEvent {
  readonly event: CustodyEvent;
  /** Lowercase hexadecimal. */
  readonly lineHash: string;
  readonly signers: readonly { readonly id: string | null; readonly keyid: string }[];
}

const ARRIVING: ReadonlySet<EventType> = new Set(['acquire', 'collect', 'accession']);
/** Nothing of this may happen to a sealed item. */
const OPENING: ReadonlySet<EventType> = new Set(['access', 'examine', 'analyse', 'replicate', 'derive', 'check-out']);
const BY_HOLDER: ReadonlySet<EventType> = new Set(['transfer-release', 'dispose', 'return', 'seal', 'unseal']);
/** Nothing of this happens to an item that somebody has out. */
const INDOORS: ReadonlySet<EventType> = new Set([
  'transfer-release',
  'dispose',
  'return',
  'check-out',
  'seal',
  'unseal',
]);
/** Checks of an item, whose outcome is the point of them. */
const CHECKING: ReadonlySet<EventType> = new Set(['fixity-check', 'signature-validation']);
const TAKES_DIGEST: ReadonlySet<EventType> = new Set([
  ...ARRIVING,
  'fixity-check',
  'transfer-receive',
  'check-in',
  'unseal',
]);
/** Said of items without their being there. */
const DISTANT: ReadonlySet<EventType> = new Set(['hold-apply', 'hold-release', 'correct', 'redact', 'note', 'promote']);

/** C07 to C10, C19, C20, and the fixity half of C21: what happens to items. */
export class Items {
  readonly #ledger: Ledger;
  readonly #items = new Map<string, ItemState>();
  /** The last hand-off of each id that has arrived: a second receipt is told from an invented one. */
  readonly #arrived = new Map<string, number>();
  /** Hand-offs of which no receipt is known, by the hash of the release. */
  readonly #away = new Map<string, Transfer>();
  /** Releases that were received in another log, and in which. */
  readonly #settled = new Map<string, string>();
  /** Receipts in another log under keys that nobody here gives to the receiver, by the hash of the release. */
  readonly #strange = new Map<string, string>();
  readonly #acquired = new Map<string, number>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  get all(): IterableIterator<ItemState> {
    return this.#items.values();
  }

  get(name: string): ItemState | undefined {
    return this.#items.get(name);
  }

  /** Items that came into custody here, and not out of another log: the event that took each first. */
  get acquired(): ReadonlyMap<string, number> {
    return this.#acquired;
  }

  /** Releases (`sha256:…`) that a receipt in another log has settled. */
  isSettled(release: string): boolean {
    return this.#settled.has(release);
  }

  see(signed: SignedEvent, rules: RulesInForce): void {
    const { event } = signed;
    if (event.type === 'transfer-release') this.#release(signed, rules);
    else if (event.type === 'transfer-receive') this.#receive(signed, rules);
    else for (const object of event.objects) this.#touch(event, object, rules);
  }

  /**
   * After the last line.
   *
   * @param arrived receipts of this log's releases that other logs hold
   */
  finish(arrived: readonly Arrival[], end: ItemsEnd): void {
    for (const one of arrived) {
      if (end.isOf(one.receiver, one.keys)) this.#settle(one);
      else this.#strange.set(one.release, one.log);
    }
    this.#finishHeld(end);
    for (const transfer of this.#away.values()) {
      const strange = this.#strange.get(`sha256:${transfer.hash}`);
      const why = strange === undefined ? '' : `: ${strange} is under a key that nobody here gives to him`;
      const names = [...transfer.items.keys()];
      const what = `${names.slice(0, 4).map(quoted).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
      this.#ledger.note(
        'custody.transfer',
        transfer.line,
        'custody-in-transit',
        `${what} in transit to ${quoted(transfer.to)} since event ${transfer.line}${why}`,
      );
    }
  }

  /** Of what is still in custody: whether it is all there, and was looked at lately. An open log goes on until it is judged. */
  #finishHeld({ rules, closed, last, at }: ItemsEnd): void {
    if (last === null) return;
    const until = closed === null && at > last ? at : last;
    for (const item of this.#items.values()) {
      if (item.state !== 'held') continue;
      this.#judgeSilence(closed, 'the end', until, item, rules);
      if (closed !== null && item.out !== null)
        this.#ledger.note(
          'custody.holder',
          closed,
          'custody-out-at-end',
          `event ${closed} closes the log: ${quoted(item.name)} is out with ${quoted(item.out.by)} since event ${item.out.line}`,
        );
    }
  }

  /** Something that was released here has been received in another log. */
  #settle({ release, receiver, rejected, log }: Arrival): void {
    const before = this.#settled.get(release);
    if (before !== undefined && before !== log) {
      const detail = `what was released as ${release} was received twice: ${before} and ${log}`;
      this.#ledger.note('custody.holder', null, 'custody-two-holders', detail);
    }
    if (before !== undefined) return;
    this.#settled.set(release, log);
    const transfer = this.#away.get(release);
    if (transfer === undefined) return;
    this.#away.delete(release);
    for (const name of transfer.items.keys()) {
      const item = this.#items.get(name);
      if (item?.transfer !== transfer) continue;
      item.state = rejected ? 'held' : 'elsewhere';
      item.holder = rejected ? transfer.from : receiver;
      item.transfer = null;
    }
  }

  #release({ event, lineHash, signers }: SignedEvent, rules: RulesInForce): void {
    const { custody } = event.says;
    const transfer: Transfer = {
      id: custody!.transferId!,
      from: event.performer,
      to: custody!.to!.id,
      line: event.seq,
      hash: lineHash,
      keys: signers.map(({ keyid }) => keyid),
      items: new Map(event.objects.map(({ name, before }) => [name, before ?? null])),
    };
    this.#away.set(`sha256:${lineHash}`, transfer);
    if (samePerson(transfer.to, transfer.from) && rules.distinctActors)
      this.#self(event, `${quoted(transfer.to)} releases items to himself`);
    for (const object of event.objects) {
      this.#requireUnchanged(event, object);
      const item = this.#touch(event, object, rules);
      if (item === null) continue;
      this.#requireStateSaid(event, object, item);
      item.state = 'transit';
      item.holder = null;
      item.transfer = transfer;
      item.since = event.seq;
    }
  }

  #receive(signed: SignedEvent, rules: RulesInForce): void {
    const { event } = signed;
    const { custody, outcome } = event.says;
    const release = custody!.release!;
    const id = custody!.transferId!;
    // From another log: what is quoted of it is judged by C24, and the items are new here.
    if (release.origin !== undefined && release.origin !== event.says.log.origin) {
      if (outcome?.code === 'rejected') return;
      if (isUnsettled(event.says)) {
        const names = event.objects.slice(0, 4).map(({ name }) => quoted(name));
        const detail = `event ${event.seq}: ${names.join(', ')} still in transit: the receipt ends with "${outcome?.code}"`;
        this.#ledger.note('custody.transfer', event.seq, 'custody-in-transit', detail);
        return;
      }
      for (const object of event.objects) {
        // What comes back was away; that it had arrived there is still to be shown.
        const isBack = this.#items.get(object.name)?.state === 'transit';
        this.#requireUnchanged(event, object);
        this.#arrive(event, object, isBack ? null : 'custody-two-holders');
        this.#arriveSealed(event, object);
      }
      return;
    }
    const names = event.objects.map(({ name }) => name);
    const transfer = names.map((name) => this.#items.get(name)?.transfer ?? null).find((one) => one?.id === id) ?? null;
    if (transfer === null) {
      const again = this.#arrived.get(id);
      if (again !== undefined) {
        this.#ledger.note(
          'custody.holder',
          event.seq,
          'custody-two-holders',
          `event ${event.seq} receives transfer ${quoted(id)} again: event ${again} has received it`,
        );
        return;
      }
      this.#ledger.note(
        'custody.transfer',
        event.seq,
        'custody-receive-unreleased',
        `event ${event.seq} receives transfer ${quoted(id)}, which nobody has released`,
      );
      for (const object of event.objects) this.#arrive(event, object, null);
      return;
    }
    this.#compareReceipt(signed, transfer, names, release.line);
    this.#compareActors(signed, transfer, rules);
    if (isUnsettled(event.says)) return;
    this.#arrived.set(id, event.seq);
    this.#away.delete(`sha256:${transfer.hash}`);
    const rejected = outcome?.code === 'rejected';
    for (const object of event.objects) {
      const item = this.#items.get(object.name);
      if (item === undefined) continue;
      this.#requireUnchanged(event, object);
      this.#compareDigests(event, object, item);
      this.#judgeSealAtReceipt(event, object, item);
      item.state = 'held';
      item.transfer = null;
      item.holder = rejected ? transfer.from : event.performer;
      item.since = event.seq;
      item.fixedAt = event.time.corrected;
    }
  }

  #compareReceipt({ event }: SignedEvent, transfer: Transfer, names: readonly string[], line: string): void {
    const differ = (detail: string): void =>
      this.#ledger.note('custody.transfer', event.seq, 'custody-receive-mismatch', `event ${event.seq}: ${detail}`);
    if (transfer.to !== event.performer)
      differ(`released to ${quoted(transfer.to)}, received by ${quoted(event.performer)}`);
    if (line !== `sha256:${transfer.hash}`) differ(`the receipt cites ${line}, the release is sha256:${transfer.hash}`);
    const missing = [...transfer.items.keys()].filter((name) => !names.includes(name));
    const more = names.filter((name) => !transfer.items.has(name));
    if (missing.length + more.length > 0) {
      differ(`not the same items: ${[...missing, ...more].slice(0, 4).map(quoted).join(', ')}`);
    }
  }

  #compareActors({ event, signers }: SignedEvent, transfer: Transfer, rules: RulesInForce): void {
    if (!rules.distinctActors) return;
    const shared = signers.find(({ keyid }) => transfer.keys.includes(keyid));
    if (shared !== undefined) this.#self(event, `key ${shared.keyid} has signed the release and the receipt`);
    else if (samePerson(transfer.from, event.performer) && !samePerson(transfer.to, transfer.from))
      this.#self(event, `${quoted(event.performer)} has released what he receives`);
  }

  #self({ seq }: CustodyEvent, detail: string): void {
    this.#ledger.note('custody.actors', seq, 'custody-self-transfer', `event ${seq}: ${detail}`);
  }

  /** An item comes into custody. */
  #arrive(event: CustodyEvent, object: EventObject, ifHeld: 'custody-two-holders' | null): void {
    const known = this.#items.get(object.name);
    if (known?.state === 'disposed' || known?.state === 'returned') {
      this.#ledger.note(
        'custody.holder',
        event.seq,
        'custody-reappeared',
        `event ${event.seq} takes ${quoted(object.name)}, which was ${known.state} with event ${known.since}`,
      );
      return;
    }
    if (known !== undefined && ifHeld !== null && (known.state === 'held' || known.state === 'transit')) {
      const where = known.state === 'held' ? `held by ${quoted(known.holder ?? '')}` : 'in transit';
      this.#ledger.note(
        'custody.holder',
        event.seq,
        ifHeld,
        `event ${event.seq} takes ${quoted(object.name)}, which is ${where} since event ${known.since}`,
      );
      return;
    }
    if (known === undefined && this.#items.size >= LIMITS.custodyItems)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.custodyItems} items`);
    const digests = object.after ?? object.before ?? null;
    this.#requireProving(event, object.name, digests);
    this.#items.set(object.name, {
      name: object.name,
      holder: event.performer,
      state: 'held',
      digests,
      since: event.seq,
      transfer: null,
      seal: null,
      holds: new Set(),
      out: null,
      fixedAt: event.time.corrected,
    });
  }

  /** What a hand-off says of an item is where its log goes on from: a release names its seal and its holds. */
  #requireStateSaid(event: CustodyEvent, object: EventObject, { name, seal, holds }: ItemState): void {
    const { seq } = event;
    const told = sealOf(event, object);
    if (told?.id !== seal?.id) {
      const is = seal === null ? 'is not sealed' : `is sealed with ${quoted(seal.id)}`;
      const said = told === undefined ? 'without a word of it' : `as sealed with ${quoted(told.id)}`;
      const detail = `event ${seq}: ${quoted(name)} ${is}, and released ${said}`;
      this.#ledger.note('custody.seal', seq, 'custody-seal-mismatch', detail);
    }
    if (object.seal?.state === 'broken')
      this.#ledger.note(
        'custody.seal',
        seq,
        'custody-seal-broken',
        `event ${seq}: the seal of ${quoted(name)} is broken`,
      );
    const said = holdsOf(event, object);
    const lost = [...holds].find((hold) => !said.includes(hold));
    const made = said.find((hold) => !holds.has(hold));
    const hold = (detail: string): void =>
      this.#ledger.note('custody.hold', seq, 'custody-hold', `event ${seq}: ${quoted(name)} is ${detail}`);
    if (lost !== undefined) hold(`released without a word of hold ${quoted(lost)}`);
    if (made !== undefined) hold(`released under hold ${quoted(made)}, which is not on it`);
  }

  /** Nothing happens to an item by being handed over. */
  #requireUnchanged({ seq, type }: CustodyEvent, { name, before, after, change }: EventObject): void {
    const same = after === undefined || (before !== undefined && sameDigests(before, after));
    if ((change === undefined || change === 'none') && same) return;
    const detail = `event ${seq} (${type}): ${quoted(name)} is changed by being handed over`;
    this.#ledger.note('custody.digests', seq, 'custody-change-unexplained', detail);
  }

  /** What comes from another log brings its seal and its holds along; whether they are those that it was released with is C24's to compare. */
  #arriveSealed(event: CustodyEvent, object: EventObject): void {
    const { seq } = event;
    const { name } = object;
    const told = sealOf(event, object);
    const item = this.#items.get(name);
    for (const hold of holdsOf(event, object)) item?.holds.add(hold);
    if (told === undefined || item === undefined) return;
    if (told.state === 'broken')
      this.#ledger.note(
        'custody.seal',
        seq,
        'custody-seal-broken',
        `event ${seq}: the seal of ${quoted(name)} arrived broken`,
      );
    else item.seal = { id: told.id, digests: item.digests, line: seq };
  }

  /** Something is done with an item in custody. @returns null where it is not there to be judged further */
  #touch(event: CustodyEvent, object: EventObject, rules: RulesInForce): ItemState | null {
    const { type, seq } = event;
    if (ARRIVING.has(type)) {
      if (!this.#acquired.has(object.name)) this.#acquired.set(object.name, seq);
      this.#arrive(event, object, 'custody-two-holders');
      return null;
    }
    if (object.change === 'derived' || object.change === 'copied') {
      this.#derive(event, object);
      return null;
    }
    const item = this.#items.get(object.name);
    if (item === undefined || item.state !== 'held') {
      if (item !== undefined && DISTANT.has(type)) return this.#mark(event, item);
      const where =
        item === undefined
          ? 'has never come into custody'
          : item.state === 'transit'
            ? `is in transit since event ${item.since}`
            : `left custody with event ${item.since}`;
      this.#ledger.note(
        'custody.holder',
        seq,
        'custody-no-holder',
        `event ${seq} (${type}): ${quoted(object.name)} ${where}`,
      );
      return null;
    }
    if (BY_HOLDER.has(type) && item.holder !== event.performer) {
      const detail = `event ${seq} (${type}): ${quoted(object.name)} is held by ${quoted(item.holder ?? '')}, not by ${quoted(event.performer)}`;
      if (type === 'transfer-release') this.#ledger.note('custody.transfer', seq, 'custody-release-foreign', detail);
      else this.#ledger.note('custody.holder', seq, 'custody-no-holder', detail);
    }
    this.#judgeSilence(seq, `event ${seq}`, event.time.corrected, item, rules);
    this.#judgeOut(event, item);
    this.#judgeSeal(event, item, object);
    this.#compareDigests(event, object, item);
    if (this.#judgeOutcome(event, item) && TAKES_DIGEST.has(type)) item.fixedAt = event.time.corrected;
    return this.#mark(event, item);
  }

  /** One at a time has an item out, and brings it back before it goes anywhere else. */
  #judgeOut({ type, seq, performer }: CustodyEvent, item: ItemState): void {
    const { name, out } = item;
    const note = (reason: 'custody-checked-out' | 'custody-not-checked-out', detail: string): void =>
      this.#ledger.note('custody.holder', seq, reason, `event ${seq} (${type}): ${quoted(name)} ${detail}`);
    if (out !== null && INDOORS.has(type))
      note('custody-checked-out', `is out with ${quoted(out.by)} since event ${out.line}`);
    if (type === 'check-in' && out === null) note('custody-not-checked-out', 'is brought back, and nobody had it out');
    if (type === 'check-in') item.out = null;
    if (type === 'check-out') item.out = { by: performer, line: seq };
  }

  /** @returns whether the item was looked at, and found to be as it should */
  #judgeOutcome({ type, seq, says }: CustodyEvent, { name }: ItemState): boolean {
    const code = says.outcome?.code;
    if (!CHECKING.has(type) || code === undefined || code === 'pass' || code === 'accepted') return true;
    const failed = code === 'fail' || code === 'rejected';
    this.#ledger.note(
      'custody.digests',
      seq,
      failed ? 'custody-check-failed' : 'custody-check-open',
      `event ${seq} (${type}): ${quoted(name)} ${failed ? 'has not passed' : 'was not checked to the end'}: "${code}"`,
    );
    return false;
  }

  #mark({ type, seq, says }: CustodyEvent, item: ItemState): ItemState {
    const hold = says.custody?.hold;
    if (type === 'hold-apply' && hold !== undefined) item.holds.add(hold);
    if (type === 'hold-release' && hold !== undefined && !item.holds.delete(hold))
      this.#ledger.note(
        'custody.hold',
        seq,
        'custody-hold',
        `event ${seq} releases a hold that is not on ${quoted(item.name)}`,
      );
    if (type === 'dispose' || type === 'return') {
      this.#requireFree(seq, item, type === 'dispose' ? 'disposed of' : 'returned');
      item.state = type === 'dispose' ? 'disposed' : 'returned';
      item.holder = null;
      item.since = seq;
    }
    return item;
  }

  #requireFree(seq: number, { name, holds }: ItemState, what: string): void {
    if (holds.size === 0) return;
    const by = [...holds].slice(0, 4).map(quoted).join(', ');
    this.#ledger.note('custody.hold', seq, 'custody-hold', `event ${seq}: ${quoted(name)} is ${what} under hold ${by}`);
  }

  /** A new item that comes of another; a copy has the digest of what it was made of. */
  #derive(event: CustodyEvent, object: EventObject): void {
    const { seq } = event;
    const from = object.from === undefined ? undefined : this.#items.get(object.from);
    const unexplained = (detail: string): void =>
      this.#ledger.note('custody.digests', seq, 'custody-change-unexplained', `event ${seq}: ${detail}`);
    if (object.from === undefined) unexplained(`${quoted(object.name)} is ${object.change} of nothing that is named`);
    else if (from === undefined || from.state !== 'held') {
      this.#ledger.note(
        'custody.holder',
        seq,
        'custody-no-holder',
        `event ${seq}: ${quoted(object.from)}, of which ${quoted(object.name)} is ${object.change}, is not in custody`,
      );
    } else {
      this.#judgeSeal(event, from, object);
      if (object.change === 'copied' && from.digests !== null && object.after !== undefined) {
        if (!sameDigests(from.digests, object.after)) this.#differs(seq, object.name, object.after, from.digests);
      }
    }
    if (this.#items.has(object.name) || object.name === object.from) {
      unexplained(`${quoted(object.name)} is an item already: what is derived is a new one`);
      return;
    }
    if (object.after === undefined) unexplained(`${quoted(object.name)} comes into being without a digest`);
    this.#arrive(event, object, null);
    const made = this.#items.get(object.name);
    if (made !== undefined && from !== undefined) made.holder = from.holder;
  }

  #compareDigests(
    event: CustodyEvent,
    { name, before, after, change, justification }: EventObject,
    item: ItemState,
  ): void {
    const { seq } = event;
    if (before !== undefined) {
      this.#requireProving(event, name, before);
      if (item.digests !== null && isProving(before) && !sameDigests(before, item.digests))
        this.#differs(seq, name, before, item.digests);
    }
    if (change === 'altered') {
      this.#requireFree(seq, item, 'altered');
      if (!isSaid(justification) || !isSaid(event.says.authorization?.identifier) || after === undefined) {
        this.#ledger.note(
          'custody.digests',
          seq,
          'custody-change-unexplained',
          `event ${seq}: ${quoted(name)} is altered without a justification, an authorization or its new digest`,
        );
      }
      if (after !== undefined) item.digests = after;
      return;
    }
    if (after !== undefined && item.digests !== null && isProving(after) && !sameDigests(after, before ?? item.digests))
      this.#differs(seq, name, after, before ?? item.digests);
  }

  #differs(seq: number, name: string, found: Digests, known: Digests): void {
    this.#ledger.note(
      'custody.digests',
      seq,
      'custody-digest-mismatch',
      `event ${seq}: ${quoted(name)} has ${digestText(found)}, and had ${digestText(known)}`,
    );
  }

  #requireProving({ seq }: CustodyEvent, name: string, digests: Digests | null): void {
    if (digests !== null && isProving(digests)) return;
    this.#ledger.note(
      'custody.digests',
      seq,
      'custody-digest-absent',
      `event ${seq}: ${quoted(name)} has no SHA-256, SHA-384 or SHA-512`,
    );
  }

  #judgeSeal({ type, seq, says }: CustodyEvent, item: ItemState, object: EventObject): void {
    const id = says.custody?.seal?.id ?? '';
    const broken = (reason: 'custody-seal-broken' | 'custody-seal-mismatch', detail: string): void =>
      this.#ledger.note('custody.seal', seq, reason, `event ${seq} (${type}): ${quoted(item.name)} ${detail}`);
    if (type === 'seal') {
      if (item.seal !== null) broken('custody-seal-mismatch', `is sealed already, with ${quoted(item.seal.id)}`);
      else item.seal = { id, digests: object.before ?? item.digests, line: seq };
      return;
    }
    if (type === 'unseal') {
      if (says.custody?.seal?.state === 'broken') broken('custody-seal-broken', 'is found with its seal broken');
      if (item.seal === null) broken('custody-seal-mismatch', 'is not sealed');
      else if (item.seal.id !== id)
        broken('custody-seal-mismatch', `was sealed with ${quoted(item.seal.id)}, not ${quoted(id)}`);
      else if (
        item.seal.digests !== null &&
        object.before !== undefined &&
        !sameDigests(item.seal.digests, object.before)
      )
        broken('custody-seal-mismatch', `was ${digestText(item.seal.digests)} when it was sealed`);
      item.seal = null;
      return;
    }
    const told = says.custody?.seal;
    if (told !== undefined && told.id !== item.seal?.id) {
      const known = item.seal === null ? 'is not sealed' : `is sealed with ${quoted(item.seal.id)}`;
      broken('custody-seal-mismatch', `${known}, and said to bear the seal ${quoted(told.id)}`);
    }
    if (item.seal === null) return;
    if (told?.state === 'broken') broken('custody-seal-broken', `arrives with its seal broken`);
    else if (OPENING.has(type) || object.change === 'altered')
      broken('custody-seal-broken', `is sealed since event ${item.seal.line}`);
  }

  #judgeSealAtReceipt(event: CustodyEvent, object: EventObject, item: ItemState): void {
    const { seq } = event;
    const told = sealOf(event, object);
    if (told === undefined) return;
    if (item.seal === null)
      this.#ledger.note(
        'custody.seal',
        seq,
        'custody-seal-mismatch',
        `event ${seq}: ${quoted(item.name)} was not sealed, and arrived with ${quoted(told.id)}`,
      );
    else if (told.state === 'broken')
      this.#ledger.note(
        'custody.seal',
        seq,
        'custody-seal-broken',
        `event ${seq}: the seal of ${quoted(item.name)} arrived broken`,
      );
    else if (told.id !== item.seal.id)
      this.#ledger.note(
        'custody.seal',
        seq,
        'custody-seal-mismatch',
        `event ${seq}: ${quoted(item.name)} was sealed with ${quoted(item.seal.id)} and arrived with ${quoted(told.id)}`,
      );
  }

  /** The time since its digest was taken last, asked whenever something is done with it, and at the end. */
  #judgeSilence(seq: number | null, where: string, now: Instant, item: ItemState, { fixityEvery }: RulesInForce): void {
    if (fixityEvery === null || now - item.fixedAt <= fixityEvery) return;
    this.#ledger.note(
      'custody.silence',
      seq,
      'custody-fixity-missing',
      `${where}: the digest of ${quoted(item.name)} was taken last at ${formatInstant(item.fixedAt)}`,
    );
  }
}

function quoted(text: string): string {
  return `"${escapeText(text, 64)}"`;
}
