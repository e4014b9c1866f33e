// SPDX-License-Identifier: Apache-2.0
import { sha256, sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import { LIMITS } from '../encoding/limits.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { GrowingTree } from '../merkle/growing-tree.ts';
import { leafHash } from '../merkle/rfc6962.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Check, type Facts, type Finding, finding, type Locator, within } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import type { PathWitness } from '../time/rfc3161.ts';
import { Authority } from './authority.ts';
import type { BundleVerifier } from './bundle-times.ts';
import { Checkpoints, type SignedHead } from './checkpoints.ts';
import { Columns } from './columns.ts';
import { Corrections } from './corrections.ts';
import { type CustodyEvent, hexOf, readEvent } from './event.ts';
import { EvidenceOfTime, isTokenOver } from './evidence-of-time.ts';
import { Intervals } from './intervals.ts';
import { type Arrival, Items, type SignedEvent } from './items.ts';
import { type ForeignReceipt, Joins } from './joins.ts';
import { type GivenKey, KeyRing, type RingKey } from './key-ring.ts';
import type { KnownSignatures } from './known-signatures.ts';
import { type CustodyCheck, Ledger } from './ledger.ts';
import { type ClaimedLine, readLine } from './line.ts';
import { Order } from './order.ts';
import { judgeTimes } from './proven-times.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { Sequence } from './sequence.ts';
import type { SourcedAnchor } from './sourced-anchor.ts';
import type { ChainWatcher } from './watcher.ts';

/** Everything that decides what is found in a log, but the log itself. */
export interface ChainAsked {
  readonly engine: Engine;
  readonly at: Instant;
  /** Nanoseconds. */
  readonly tolerance: bigint;
  readonly keys: readonly GivenKey[];
  /** Since when keys are revoked, by their fingerprints, whoever brings them in; absent: nothing is known. */
  readonly revoked?: ReadonlyMap<string, Instant>;
  /** Keys of this log and of others, by their names: they go before what logs say of themselves. */
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  readonly quorum: number;
  readonly authorities: readonly CertificateAuthority[];
  /** What is known of revoked authorities; absent: nothing. */
  readonly witness?: PathWitness | undefined;
  /** Of Sigstore bundles over checkpoints; absent: they are listed, and prove nothing. */
  readonly bundles?: BundleVerifier;
  /** Lowercase hexadecimal; null: not asked. */
  readonly expectHead: string | null;
  /** Keep every event: for those who tell them one by one. */
  readonly keep: boolean;
  /** Told of every line and everything that is found. */
  readonly watch?: ChainWatcher;
}

/** A checkpoint or token in a file of its own. */
export interface SideFile {
  readonly name: string;
  readonly bytes: Bytes;
}

export interface ChainEnd {
  /** Octets after the last LF. */
  readonly torn: number;
  readonly notes: readonly { readonly name: string; readonly note: string }[];
  readonly tokens: readonly SideFile[];
  /** Anchors that stand in lines behind the prefix that is judged (`--known-at`). */
  readonly known?: readonly SourcedAnchor[];
  /** Only evidence of time up to then. */
  readonly knownAt?: Instant;
  /** What other logs have received of this one's releases. */
  readonly arrived?: readonly Arrival[];
  /** Receipts whose release is a line of another log that is at hand. */
  readonly over?: ReadonlySet<number>;
  /** What is found of this log and others beside each other. */
  readonly beside?: readonly FoundBeside[];
  /** Other copies of this log, and the first line that is another one there. */
  readonly copies?: readonly { readonly name: string; readonly line: number }[];
}

export interface FoundBeside {
  readonly check: CustodyCheck;
  readonly seq: number;
  readonly reason: ReasonCode;
  readonly detail: string;
}

const NONE: ReadonlySet<number> = new Set();

/** What a log tells, as far as it is borne out. */
export interface CustodyChainResult {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly lines: number;
  readonly events: number;
  readonly origin: string | null;
  readonly caseId: string | null;
  readonly closed: boolean;
  /** SHA-256 of the last line; null: there is none. */
  readonly head: string | null;
  readonly root: string;
  readonly covered: SignedHead | null;
  readonly signatures: number;
  readonly anchors: readonly SourcedAnchor[];
  readonly intervals: Intervals;
  readonly columns: Columns;
  readonly items: Items;
  readonly ring: KeyRing;
  readonly checkpoints: Checkpoints;
  /** Witnesses that must have cosigned the last checkpoint. */
  readonly quorum: number;
  readonly joins: Joins;
  readonly tree: GrowingTree;
  /** The policy behind the last line: what the next event names. */
  readonly rules: RulesInForce;
  /** Only where they were to be kept. */
  readonly kept: readonly KeptEvent[];
}

export interface KeptEvent extends SignedEvent {
  /** Number of the line, from 0. */
  readonly line: number;
}

/** Judged from what happened before: not to the end where lines are missing or cannot be read. */
const HISTORY: ReadonlySet<CustodyCheck> = new Set<CustodyCheck>([
  'custody.roles',
  'custody.transfer',
  'custody.holder',
  'custody.actors',
  'custody.digests',
  'custody.items',
  'custody.seal',
  'custody.hold',
  'custody.silence',
  'custody.correction',
  'custody.rotation',
  'custody.policy',
]);
const WITHOUT_OPENING: ReadonlySet<CustodyCheck> = new Set<CustodyCheck>([
  ...HISTORY,
  'custody.signature',
  'custody.keys',
  'custody.checkpoint',
  'custody.witnesses',
  'custody.join',
]);

/** Where one of these is broken, nothing in the log is a receipt for another one. */
const SOUND = ['custody.format', 'custody.links', 'custody.sequence', 'custody.signature'] as const;

/** All invariants over one log, line by line: of the lines themselves nothing is held but their hashes and times. */
export class CustodyChain {
  readonly #asked: ChainAsked;
  readonly #at: Locator;
  readonly #ledger: Ledger;
  readonly #ring: KeyRing;
  readonly #tree = new GrowingTree();
  readonly #corrections: Corrections;
  readonly #sequence: Sequence;
  readonly #authority: Authority;
  readonly #times: EvidenceOfTime;
  readonly #checkpoints: Checkpoints;
  readonly #joins: Joins;
  readonly #items: Items;
  readonly #order: Order;
  readonly #columns = new Columns();
  readonly #kept: KeptEvent[] = [];
  #head: string | null = null;
  /** Line that has the hash which the last one was expected to have. */
  #expectedAt: number | null = null;
  /** Lines that were read again. */
  #read = 0;
  #unread = 0;
  /** The check without which what happened before is not known. */
  #broken: CustodyCheck | null = null;
  /** The line that is being judged. */
  #now: number | null = null;
  /** The event that opens the log is signed by somebody whom the examiner trusts. */
  #trusted = false;

  constructor(asked: ChainAsked, at: Locator) {
    this.#asked = asked;
    this.#at = at;
    const { watch } = asked;
    this.#ledger = new Ledger(
      watch === undefined ? null : (seq, reason, detail) => watch.found(this.#now ?? seq, reason, detail),
    );
    this.#corrections = new Corrections(this.#ledger);
    watch?.begin();
    this.#ring = new KeyRing(asked.keys, asked.revoked);
    this.#sequence = new Sequence(this.#ledger);
    this.#authority = new Authority(this.#ring, this.#ledger, asked.engine);
    this.#times = new EvidenceOfTime(this.#ledger, asked, at);
    this.#checkpoints = new Checkpoints(this.#ledger, asked.engine, this.#tree, asked.witnesses, this.#times);
    this.#joins = new Joins(this.#ledger, asked);
    this.#items = new Items(this.#ledger);
    this.#order = new Order(this.#ledger, asked.tolerance, asked.at);
  }

  get lines(): number {
    return this.#tree.size;
  }

  get origin(): string | null {
    return this.#sequence.origin;
  }

  get caseId(): string | null {
    return this.#sequence.caseId;
  }

  /** Items that have come into custody in this log, and not out of another: in which event. */
  get acquired(): ReadonlyMap<string, number> {
    return this.#items.acquired;
  }

  /** The key of its checkpoints, where somebody who is trusted has opened it. */
  get checkpointKey(): VerifierKey | null {
    return this.#authority.opened && !this.#ledger.has('custody.signature') ? this.#checkpoints.key : null;
  }

  /** Receipts in it that are borne out, whatever else is found in it. */
  get quoting(): readonly ForeignReceipt[] {
    return this.#joins.joined;
  }

  /** Receipts in it of what other logs have released. */
  get receipts(): readonly ForeignReceipt[] {
    const isSound = !SOUND.some((check) => this.#ledger.has(check));
    return isSound ? this.#joins.joined.filter(({ isSigned }) => isSigned) : [];
  }

  /** What is proven of its lines so far, and what other logs prove of them. */
  evidence(more: readonly SourcedAnchor[]): SourcedAnchor[] {
    return [...this.#times.settle(this.#tree), ...more];
  }

  /** The first line that is another one in another copy of this log; null: one is the beginning of the other. */
  differsFrom(other: CustodyChain): number | null {
    const both = Math.min(this.lines, other.lines);
    for (let i = 0; i < both; i++) if (!equalBytes(this.#tree.leaf(i), other.#tree.leaf(i))) return i;
    return null;
  }

  /** Whether a checkpoint is over the first lines of this very log. */
  isOver({ note, size }: Pick<ForeignReceipt, 'note' | 'size'>): boolean {
    const root = attempt(() => parseCheckpoint(parseSignedNote(note).text).root);
    return root.ok && this.#checkpoints.holds({ size, root: root.value });
  }

  /** One line without its LF, in the order of the file. @returns false: no further line is read */
  line(bytes: Bytes, known: KnownSignatures | null = null): boolean {
    const line = this.#tree.size;
    if (line >= LIMITS.custodyLines) {
      this.#ledger.note('custody.format', line, 'limit-exceeded', `more than ${LIMITS.custodyLines} lines`);
      this.#broken ??= 'custody.format';
      return false;
    }
    const hex = sha256Hex(bytes);
    this.#tree.push(leafHash(bytes));
    this.#head = hex;
    if (hex === this.#asked.expectHead) this.#expectedAt = line;
    const read = attempt(() => {
      const claimed = readLine(bytes);
      return { claimed, event: readEvent(claimed.payload) };
    });
    this.#now = line;
    let signers: readonly RingKey[] = [];
    if (read.ok) signers = this.#event(read.value.event, read.value.claimed, line, hex, known);
    else this.#refuse(line, hex, bytes.length === 0 ? BLANK : read.problem);
    if (this.#asked.watch !== undefined) this.#tellLine(line, hex, read.ok ? read.value : null, signers);
    this.#now = null;
    return true;
  }

  #refuse(line: number, hash: string, { reason, detail }: Problem): void {
    this.#ledger.note('custody.format', line, reason, `line ${line + 1}: ${detail}`);
    this.#sequence.unread(hash);
    this.#unread++;
    this.#broken ??= 'custody.format';
  }

  /** @returns the keys whose signatures verify */
  #event(
    event: CustodyEvent,
    claimed: ClaimedLine,
    line: number,
    hash: string,
    known: KnownSignatures | null,
  ): readonly RingKey[] {
    const inOrder = this.#sequence.see(event, line, hash);
    if (!inOrder) this.#broken ??= 'custody.sequence';
    if (event.type === 'open' && line === 0) this.#open(event);
    const signers = this.#authority.verify(claimed, event.seq, known);
    this.#authority.judge(event, claimed, signers);
    this.#columns.push(
      line,
      event.time,
      signers.map(({ index }) => index),
    );
    this.#anchors(event, line);
    const whole = this.#broken === null && this.#authority.opened;
    this.#order.see(event, this.#authority.rules, whole);
    const signed = signedEvent(event, hash, signers, claimed);
    if (this.#asked.keep) this.#kept.push({ ...signed, line });
    const isSigned = this.#authority.opened && signers.length === claimed.signatures.length;
    const own = signers.filter(({ id }) => id === event.performer).map(({ key }) => key.fingerprint);
    const keyids = signed.signers.map(({ keyid }) => keyid);
    const receipt = { keyids, own, isSigned: isSigned && own.length > 0 };
    this.#joins.see(event, receipt, this.#authority.rules.distinctActors);
    if (!whole) return signers;
    this.#authority.follow(event, signers);
    const moved = attempt(() => this.#items.see(signed, this.#authority.rules));
    if (!moved.ok) this.#ledger.problem('custody.holder', event.seq, moved.problem);
    this.#correct(event, signers);
    return signers;
  }

  #tellLine(
    line: number,
    hash: string,
    read: { readonly event: CustodyEvent; readonly claimed: ClaimedLine } | null,
    signers: readonly RingKey[],
  ): void {
    const event = read?.event ?? null;
    const whole = read !== null && signers.length === read.claimed.signatures.length;
    if (line === 0 && event?.type === 'open') this.#trusted = whole && signers.some(({ trusted }) => trusted);
    this.#asked.watch?.line({
      line,
      hash,
      event,
      signers: signers.map(({ id, key }) => ({ id, fingerprint: key.fingerprint })),
      authenticated: this.#trusted && whole && signers.some(({ id }) => id === event?.performer),
      items: this.#broken === null && this.#authority.opened ? this.#items : null,
    });
  }

  #open(event: CustodyEvent): void {
    const { says, seq } = event;
    this.#authority.open(event);
    const keys = attempt(() => {
      const own = this.#asked.logs.find(({ name }) => name === says.log.origin);
      this.#checkpoints.use(own ?? parseVerifierKey(says.checkpointKey ?? ''), says.witnesses ?? []);
      this.#joins.introduce(says.peers ?? []);
    });
    if (!keys.ok) this.#ledger.problem('custody.checkpoint', seq, keys.problem);
  }

  /** @param line where it stands: in a log with lines missing or twice that is not its number */
  #anchors({ seq, says }: CustodyEvent, line: number): void {
    says.anchors?.forEach(({ kind, note, data, timestamps = [], bundles = [] }, i) => {
      const name = `anchor ${i} of event ${seq}`;
      if (kind === 'outside') {
        for (const token of timestamps) this.#times.outside(token, data ?? '', line);
        return;
      }
      if (note === undefined) {
        this.#ledger.note('custody.checkpoint', seq, 'checkpoint-absent', `${name} has no note`);
        return;
      }
      const head = this.#checkpoints.add(note, line, name);
      if (head === null) return;
      for (const [j, bundle] of bundles.entries()) this.#times.bundled(bundle, head, `bundle ${j} of ${name}`);
      for (const [j, token] of timestamps.entries()) {
        const what = `token ${j} of ${name}`;
        const bytes = attempt(() => decodeBase64(token));
        if (bytes.ok) this.#times.stamped(bytes.value, head, what);
        else
          this.#ledger.problem('custody.anchors', seq, {
            ...bytes.problem,
            detail: `${what}: ${bytes.problem.detail}`,
          });
      }
    });
  }

  /** C22. Whether it names the line by its hash, is asked once the lines are read again. */
  #correct(event: CustodyEvent, signers: readonly RingKey[]): void {
    const { seq, says } = event;
    const { target } = says;
    if (target === undefined) return;
    if (target.seq >= seq || target.seq >= this.lines - 1) {
      const detail = `event ${seq} corrects event ${target.seq}, which is no earlier one`;
      this.#ledger.note('custody.correction', seq, 'custody-correction-target', detail);
      return;
    }
    const signed = this.#columns.at(target.seq).keys.map((index) => this.#ring.keys[index]!);
    const foreign = this.#authority.foreignCorrection(event, signers, signed);
    this.#corrections.add({ seq, target: target.seq, foreign }, decodeHex(hexOf(target.line)));
  }

  /** Whether the lines must be read again, to the end or until one is not wanted, before it is finished. */
  get asksAgain(): boolean {
    return this.#corrections.areOpen;
  }

  /** The lines once more, in the order of the file. @returns false: no further line is wanted */
  again(bytes: Bytes): boolean {
    return this.#corrections.again(this.#read++, sha256, bytes);
  }

  /** As `again`, where the SHA-256 of the line is at hand. */
  againBy(hash: Bytes): boolean {
    return this.#corrections.again(this.#read++, (it) => it, hash);
  }

  finish(end: ChainEnd): CustodyChainResult {
    const ledger = this.#ledger;
    const lines = this.#tree.size;
    this.#sequence.finish();
    if (ledger.has('custody.sequence')) this.#broken ??= 'custody.sequence';
    if (end.torn > 0)
      ledger.note(
        'custody.format',
        lines,
        'torn-tail',
        `${end.torn} octets stand after the last line feed, behind line ${lines}`,
      );
    if (lines === 0) {
      const none = end.knownAt === undefined ? 'there is no line' : 'nothing is proven to have existed then';
      ledger.note('custody.format', null, 'custody-log-empty', none);
    }
    for (const { name, line } of end.copies ?? [])
      ledger.note('custody.fork', line, 'custody-fork', `line ${line + 1} is another one in ${name}`);
    this.#side(end);
    const quorum = Math.max(this.#asked.quorum, this.#authority.rules.quorum);
    const opened = this.#authority.opened;
    const covered = opened ? this.#checkpoints.finish(quorum) : null;
    for (const anchor of end.known ?? []) this.#times.known(anchor);
    const { knownAt } = end;
    const anchors = this.#times
      .settle(this.#tree)
      .filter(({ notAfter }) => knownAt === undefined || notAfter <= knownAt)
      .map((one) => ({ ...one, covers: Math.min(one.covers, lines) }));
    const intervals = new Intervals(lines, anchors);
    judgeTimes(this.#columns, intervals, this.#ring, this.#asked, ledger);
    this.#joins.finish(end.over ?? NONE, intervals);
    for (const { check, seq, reason, detail } of end.beside ?? []) ledger.note(check, seq, reason, detail);
    if (this.#broken === null)
      this.#items.finish(end.arrived ?? [], {
        rules: this.#authority.rules,
        closed: this.#sequence.closed,
        last: this.#order.last,
        at: this.#asked.at,
        isOf: (id, keys) => keys.some((key) => this.#ring.get(key)?.id === id),
      });
    this.#tail(covered, this.#isCut(end));
    this.#tell(intervals, anchors);
    return {
      checks: ledger.checks(this.#at, this.#blocked(end), new Set(['custody.items'])),
      findings: [...this.#times.findings, ...this.#relaxed()],
      lines,
      events: lines - this.#unread,
      origin: this.#sequence.origin,
      caseId: this.#sequence.caseId,
      closed: this.#sequence.closed !== null,
      head: this.#head,
      root: encodeHex(this.#tree.root()),
      covered,
      signatures: this.#authority.signatures,
      anchors,
      intervals,
      columns: this.#columns,
      items: this.#items,
      ring: this.#ring,
      checkpoints: this.#checkpoints,
      quorum,
      joins: this.#joins,
      tree: this.#tree,
      rules: this.#authority.rules,
      kept: this.#kept,
    };
  }

  #side({ notes, tokens, knownAt }: ChainEnd): void {
    const heads: SignedHead[] = [];
    if (this.#authority.opened) {
      for (const { name, note } of notes) {
        if (knownAt !== undefined && isLarger(note, this.#tree.size)) continue;
        const head = this.#checkpoints.add(note, null, name);
        if (head !== null) heads.push(head);
      }
    }
    // A token is paired with the note that it is over; with none, it is tried under the first, so that it says what is wrong.
    for (const { name, bytes } of tokens) {
      const over = heads.find((head) => isTokenOver(bytes, encodeUtf8(head.note))) ?? heads[0];
      if (over !== undefined) this.#times.stamped(bytes, over, name);
    }
  }

  /** What could not be judged to the end, and why. */
  #blocked(end: ChainEnd): Map<CustodyCheck, CustodyCheck> {
    const opened = this.#authority.opened;
    const because = this.#broken ?? (opened || this.#tree.size === 0 ? null : 'custody.sequence');
    const blocked = new Map<CustodyCheck, CustodyCheck>();
    if (this.#tree.size === 0) for (const id of [...WITHOUT_OPENING]) blocked.set(id, 'custody.format');
    if (because !== null) for (const id of opened ? HISTORY : WITHOUT_OPENING) blocked.set(id, because);
    if (this.#isCut(end)) blocked.set('custody.tail', 'custody.format');
    return blocked;
  }

  /** The end cannot be asked for: what stands there is no line. */
  #isCut({ torn }: ChainEnd): boolean {
    return torn > 0 || this.#broken === 'custody.format' || this.#tree.size === 0;
  }

  /** C18. */
  #tail(covered: SignedHead | null, cut: boolean): void {
    const { expectHead } = this.#asked;
    const lines = this.#tree.size;
    const facts: Facts = {
      lines,
      head: this.#head,
      expected: expectHead,
      closed: this.#sequence.closed !== null,
      covered: covered?.size ?? 0,
    };
    this.#ledger.facts('custody.tail', facts);
    if (expectHead !== null) {
      if (expectHead === this.#head) return;
      const known = this.#expectedAt;
      const where = known === null ? 'no line is' : `line ${known + 1} of ${lines} is`;
      this.#ledger.note(
        'custody.tail',
        null,
        'custody-head-mismatch',
        `sha256:${expectHead} was expected to be the last line: ${where}`,
      );
    } else if (this.#sequence.closed === null && !cut) {
      const over =
        covered === null
          ? 'no checkpoint covers any line'
          : `a checkpoint covers the first ${covered.size} of ${lines} lines`;
      this.#ledger.note(
        'custody.tail',
        null,
        'custody-end-open',
        `the log is not closed, and no head was expected: ${over}`,
      );
    }
  }

  /** C26, and what the other checks rest on. */
  #tell(intervals: Intervals, anchors: readonly SourcedAnchor[]): void {
    const lines = this.#tree.size;
    const judged = this.#columns.size + this.#unread;
    if (judged !== lines) this.#ledger.note('custody.count', null, 'custody-count', `${judged} of ${lines} lines`);
    this.#ledger.facts('custody.count', { lines, judged, unreadable: this.#unread });
    this.#ledger.facts('custody.signature', {
      signatures: this.#authority.signatures,
      keys: this.#ring.keys.length,
      engines: [...this.#asked.engine.enginesFor('ed25519')],
    });
    this.#ledger.facts('custody.anchors', { anchors: anchors.length, anchored: intervals.anchored });
    this.#ledger.facts('custody.links', { head: this.#head });
  }

  #relaxed(): Finding[] {
    return this.#authority.relaxed.map(({ seq, what }) =>
      finding('custody-policy-relaxed', within(this.#at, seq), what),
    );
  }
}

/** Of a checkpoint that covers more than what is known to have existed nothing is asked. */
function isLarger(note: string, lines: number): boolean {
  const size = attempt(() => parseCheckpoint(parseSignedNote(note).text).size);
  return size.ok && size.value > BigInt(lines);
}

const BLANK: Problem = { reason: 'jsonl-line', detail: 'it is blank' };

function signedEvent(
  event: CustodyEvent,
  lineHash: string,
  signers: readonly RingKey[],
  line: ClaimedLine,
): SignedEvent {
  // Only what is compared later: who has signed, as far as it verifies; else as far as it is claimed, so that one cause is one.
  const named = signers.length > 0 ? signers.map(({ id, key }) => ({ id, keyid: key.fingerprint as string })) : null;
  return { event, lineHash, signers: named ?? line.signatures.map(({ keyid }) => ({ id: null, keyid })) };
}
