// SPDX-License-Identifier: Apache-2.0

import type { Engine } from '../crypto/engine.ts';
import { encodeHex } from '../encoding/hex.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { judgeLines } from '../log/note-line.ts';
import { parseSignedNote } from '../log/signed-note.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import type { GrowingTree } from '../merkle/growing-tree.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { EvidenceOfTime } from './evidence-of-time.ts';
import type { Ledger } from './ledger.ts';

/** A checkpoint that the log's key has signed. */
export interface SignedHead {
  readonly size: number;
  readonly root: Bytes;
  readonly note: string;
  /** The event that quotes it; null: a file of its own. */
  readonly seq: number | null;
  readonly name: string;
  /** Witnesses whose cosignatures verify. */
  readonly cosigned: readonly string[];
  /** SHA-256 of their keys. */
  readonly cosigners: readonly string[];
}

/** C14, C15, C16: what the log's own key says of the lines, and whether that is one story. */
export class Checkpoints {
  readonly #ledger: Ledger;
  readonly #engine: Engine;
  readonly #tree: GrowingTree;
  #key: VerifierKey | null = null;
  /** Those of the log may be counted for its quorum; the time of those alone that the examiner names counts as evidence. */
  readonly #witnesses: VerifierKey[];
  readonly #trusted: ReadonlySet<string>;
  readonly #heads: SignedHead[] = [];
  /** Sizes about which two signed checkpoints differ. */
  readonly #forked = new Set<number>();
  #quoted = 0;
  readonly #times: EvidenceOfTime;

  constructor(
    ledger: Ledger,
    engine: Engine,
    tree: GrowingTree,
    witnesses: readonly VerifierKey[],
    times: EvidenceOfTime,
  ) {
    this.#ledger = ledger;
    this.#engine = engine;
    this.#tree = tree;
    this.#times = times;
    this.#witnesses = [...witnesses];
    this.#trusted = new Set(witnesses.map(({ key }) => key.fingerprint));
  }

  get key(): VerifierKey | null {
    return this.#key;
  }

  get witnesses(): readonly VerifierKey[] {
    return this.#witnesses;
  }

  /** Those that the log has signed, over these lines or not. */
  get heads(): readonly SignedHead[] {
    return this.#heads;
  }

  /** @throws Malformed what is wrong with the keys */
  use(key: VerifierKey, witnesses: readonly string[]): void {
    this.#key = key;
    for (const text of witnesses) {
      const witness = parseVerifierKey(text);
      if (!this.#witnesses.some((one) => one.key.fingerprint === witness.key.fingerprint))
        this.#witnesses.push(witness);
    }
  }

  /**
   * A checkpoint of this log. The root of one in a file of its own is compared when all lines are there.
   *
   * @param seq of the event that quotes it, or null
   * @returns null where it is not the log's; what is wrong is noted
   */
  add(note: string, seq: number | null, name: string): SignedHead | null {
    const head = attempt(() => this.#read(note, seq, name));
    if (!head.ok) {
      const { reason, detail } = head.problem;
      this.#ledger.problem('custody.checkpoint', seq, { reason, detail: `${name}: ${detail}` });
      return null;
    }
    const { size, root } = head.value;
    if (seq !== null && size > seq) {
      this.#ledger.note('custody.fork', seq, 'custody-fork', `${name} covers ${size} lines, and ${seq} were there`);
      return null;
    }
    if (seq !== null && size < this.#quoted)
      this.#ledger.note(
        'custody.fork',
        seq,
        'custody-fork',
        `${name} covers ${size} lines, an earlier one ${this.#quoted}`,
      );
    if (seq !== null) this.#quoted = Math.max(this.#quoted, size);
    const other = this.#heads.find((one) => one.size === size && !equalBytes(one.root, root));
    if (other !== undefined) {
      this.#forked.add(size);
      this.#ledger.note(
        'custody.fork',
        seq,
        'custody-fork',
        `${name} and ${other.name} are both signed, of size ${size}, with the roots ${encodeHex(root)} and ${encodeHex(other.root)}`,
      );
    }
    if (this.#heads.length < LIMITS.custodyAnchors) this.#heads.push(head.value);
    return head.value;
  }

  /** Roots, against the lines that are there. @returns the largest checkpoint that is over these very lines */
  finish(quorum: number): SignedHead | null {
    let last: SignedHead | null = null;
    let good = 0;
    for (const head of this.#heads) {
      if (!this.holds(head)) continue;
      good++;
      if (
        last === null ||
        head.size > last.size ||
        (head.size === last.size && head.cosigned.length > last.cosigned.length)
      )
        last = head;
    }
    for (const head of this.#heads) this.#judgeRoot(head);
    this.#ledger.facts('custody.checkpoint', {
      checkpoints: good,
      covers: last?.size ?? 0,
      root: last === null ? null : encodeHex(last.root),
      key: this.#key?.key.fingerprint ?? null,
    });
    if (quorum > 0 && (last?.cosigned.length ?? 0) < quorum)
      this.#ledger.note(
        'custody.witnesses',
        null,
        'custody-witness-quorum',
        `${last?.cosigned.length ?? 0} of ${quorum} witnesses have cosigned ${last === null ? 'a checkpoint' : `the checkpoint of ${last.size} lines`}`,
      );
    this.#ledger.facts('custody.witnesses', { wanted: quorum, cosigned: [...(last?.cosigned ?? [])] });
    return last;
  }

  /** The smallest one that covers a line. */
  covering(line: number): SignedHead | null {
    return this.#heads
      .filter((head) => head.size > line && this.holds(head))
      .reduce<SignedHead | null>((least, one) => (least === null || one.size < least.size ? one : least), null);
  }

  /** Whether it is over these very lines. Only of sizes that are there already. */
  holds({ size, root }: Pick<SignedHead, 'size' | 'root'>): boolean {
    return size > 0 && size <= this.#tree.size && equalBytes(this.#tree.root(size), root);
  }

  #judgeRoot(head: SignedHead): void {
    const { size, root, seq, name } = head;
    if (this.#forked.has(size) || this.holds(head)) return;
    if (size > this.#tree.size)
      this.#ledger.note(
        'custody.fork',
        seq,
        'custody-truncated',
        `${name} covers ${size} lines, and there are ${this.#tree.size}`,
      );
    else
      this.#ledger.note(
        'custody.checkpoint',
        seq,
        'custody-checkpoint-root',
        `${name} has the root ${encodeHex(root)} of ${size} lines, these have ${encodeHex(this.#tree.root(size))}`,
      );
  }

  #read(text: string, seq: number | null, name: string): SignedHead {
    const key = this.#key;
    if (key === null) throw new Malformed('custody-checkpoint-key', 'nobody has named the key of this log');
    const note = parseSignedNote(text);
    const checkpoint = parseCheckpoint(note.text);
    requireOurs(checkpoint, key);
    const { lines } = judgeLines(note, [key, ...this.#witnesses], this.#engine);
    const own = lines.filter((line) => line.key === key);
    if (own.length === 0) throw new Malformed('checkpoint-unsigned', `no line is by the log ${key.name}`);
    const wrong = lines.find(({ problem }) => problem !== null)?.problem;
    if (wrong != null)
      throw new Malformed(wrong.reason === 'note-signature' ? 'checkpoint-signature' : wrong.reason, wrong.detail);
    const cosigners = lines.filter((line) => line.key !== key);
    const size = Number(checkpoint.size);
    const head = {
      size,
      root: checkpoint.root,
      note: text,
      seq,
      name,
      cosigned: [...new Set(cosigners.map((line) => line.key.name))].sort(),
      cosigners: [...new Set(cosigners.map((line) => line.key.key.fingerprint))],
    };
    for (const { key: witness, time } of cosigners) {
      if (time !== null && this.#trusted.has(witness.key.fingerprint)) this.#times.cosigned(witness, time, head);
    }
    return head;
  }
}

function requireOurs({ origin, extensions, size }: Checkpoint, key: VerifierKey): void {
  if (origin !== key.name) throw new Malformed('checkpoint-origin', `the origin is not ${key.name}`);
  if (extensions.length > 0) throw new Malformed('checkpoint-format', 'it has extension lines');
  if (size > BigInt(LIMITS.custodyLines)) throw new Malformed('limit-exceeded', `${size} lines`);
}
