// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { CustodyEvent } from './event.ts';
import { hexOf } from './event.ts';
import type { Ledger } from './ledger.ts';

const GAPS = 64;

/** C02 and C03: links, numbers, one log and one case, the first line and the last. */
export class Sequence {
  readonly #ledger: Ledger;
  /** Numbers that a later line may still have: then lines were moved, and none is missing. */
  readonly #gaps: { readonly from: number; readonly to: number; readonly line: number; found: number }[] = [];
  /** The number that comes next: one more than the highest so far. */
  #next = 0;
  /** Of the line before, where it could be read. */
  #last: { readonly seq: number | null; readonly hash: string } | null = null;
  #origin: string | null = null;
  #case: string | null = null;
  #closed: number | null = null;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** The line that closes the log, where nothing follows it. */
  get closed(): number | null {
    return this.#closed;
  }

  get origin(): string | null {
    return this.#origin;
  }

  get caseId(): string | null {
    return this.#case;
  }

  /** Whether all lines so far stand in their order, and none has closed the log: then there is one line that comes next. */
  get expected(): {
    readonly seq: number;
    readonly origin: string;
    readonly caseId: string;
    readonly prev: string;
  } | null {
    const [last, origin, caseId] = [this.#last, this.#origin, this.#case];
    if (last === null || origin === null || caseId === null || this.#closed !== null) return null;
    return last.seq === this.#next - 1 ? { seq: this.#next, origin, caseId, prev: last.hash } : null;
  }

  /** A line that is known to be the expected one, and neither opens nor closes the log. */
  follow(hash: string): void {
    this.#last = { seq: this.#next++, hash };
  }

  /** A line that is no event: its number is taken for the next. */
  unread(hash: string): void {
    this.#next++;
    this.#last = { seq: null, hash };
  }

  /** @returns whether the line is the one that comes next */
  see(event: CustodyEvent, line: number, hash: string): boolean {
    const { seq, says } = event;
    const inOrder = this.#number(seq, line);
    this.#link(seq, says.log.prev, line);
    this.#identify(event, line);
    if (this.#closed !== null)
      this.#note(line, 'custody-after-close', `event ${seq} stands after event ${this.#closed}, which closes the log`);
    else if (event.type === 'close') this.#closed = seq;
    this.#last = { seq, hash };
    return inOrder;
  }

  finish(): void {
    for (const { from, to, line, found } of this.#gaps) {
      const missing = to - from + 1 - found;
      if (missing <= 0) continue;
      const which = missing === 1 && from === to ? `event ${from} is` : `${missing} of the events ${from} to ${to} are`;
      this.#note(line, 'custody-sequence-gap', `${which} missing before line ${line + 1}`);
    }
  }

  #number(seq: number, line: number): boolean {
    if (seq === this.#next) {
      this.#next++;
      return true;
    }
    if (seq > this.#next) {
      if (this.#gaps.length < GAPS) this.#gaps.push({ from: this.#next, to: seq - 1, line, found: 0 });
      else
        this.#note(
          line,
          'custody-sequence-gap',
          `events ${this.#next} to ${seq - 1} are missing before line ${line + 1}`,
        );
      this.#next = seq + 1;
      return false;
    }
    const gap = this.#gaps.find(({ from, to }) => from <= seq && seq <= to);
    if (gap === undefined)
      this.#note(line, 'custody-sequence-repeat', `event ${seq} stands a second time, in line ${line + 1}`);
    else {
      gap.found++;
      this.#note(line, 'custody-sequence-order', `event ${seq} stands in line ${line + 1}, behind later ones`);
    }
    return false;
  }

  /** Where numbers are missing or moved, the line before is not the one that was linked to: that is told once, there. */
  #link(seq: number, prev: string | null, line: number): void {
    const last = this.#last;
    if (line === 0) {
      if (prev !== null && seq === 0)
        this.#ledger.note('custody.links', line, 'custody-link-mismatch', 'the first line names a line before it');
      return;
    }
    if (last === null || (last.seq !== null && seq !== last.seq + 1)) return;
    if (prev !== null && hexOf(prev) === last.hash) return;
    this.#ledger.note(
      'custody.links',
      line,
      'custody-link-mismatch',
      `line ${line + 1} names ${prev ?? 'nothing'}, line ${line} has sha256:${last.hash}`,
    );
  }

  #identify({ seq, type, says }: CustodyEvent, line: number): void {
    if (type === 'open' ? seq !== 0 : line === 0 && seq === 0)
      this.#note(line, 'custody-open-misplaced', `event ${seq} is of type ${type}`);
    const { origin } = says.log;
    const { id } = says.case;
    this.#origin ??= origin;
    this.#case ??= id;
    if (origin !== this.#origin)
      this.#note(line, 'custody-log-mixed', `event ${seq} is of the log ${origin}, the first one of ${this.#origin}`);
    if (id !== this.#case)
      this.#note(
        line,
        'custody-log-mixed',
        `event ${seq} is of the case "${escapeText(id, 64)}", the first one of "${escapeText(this.#case, 64)}"`,
      );
  }

  #note(
    line: number,
    reason:
      | 'custody-sequence-gap'
      | 'custody-sequence-repeat'
      | 'custody-sequence-order'
      | 'custody-log-mixed'
      | 'custody-open-misplaced'
      | 'custody-after-close',
    detail: string,
  ): void {
    this.#ledger.note('custody.sequence', line, reason, detail);
  }
}
