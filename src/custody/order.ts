// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { CustodyEvent } from './event.ts';
import type { Ledger } from './ledger.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** C12, and the silence of C21: claimed times along the log, each less what its clock was ahead. */
export class Order {
  readonly #ledger: Ledger;
  /** Nanoseconds. */
  readonly #tolerance: bigint;
  #last: CustodyEvent | null = null;

  constructor(ledger: Ledger, tolerance: bigint) {
    this.#ledger = ledger;
    this.#tolerance = tolerance;
  }

  /** @param whole whether no line is missing before this one */
  see(event: CustodyEvent, rules: RulesInForce, whole: boolean): void {
    const { seq, time } = event;
    const note = (detail: string): void =>
      this.#ledger.note('custody.order', seq, 'custody-time-order', `event ${seq}: ${detail}`);
    if (time.ended !== null && time.ended < time.claimed)
      note(`it ends at ${formatInstant(time.ended)}, before it begins at ${formatInstant(time.claimed)}`);
    if (time.recorded + this.#tolerance < time.corrected - time.uncertainty)
      note(`it was recorded at ${formatInstant(time.recorded)}, and happened at ${formatInstant(time.corrected)}`);
    const last = this.#last;
    if (last !== null && whole) {
      const earliest = last.time.corrected - last.time.uncertainty;
      if (time.corrected + time.uncertainty + this.#tolerance < earliest)
        note(
          `it happened at ${formatInstant(time.corrected)}, and event ${last.seq} before it at ${formatInstant(last.time.corrected)}`,
        );
      const { maxSilence } = rules;
      const silence = time.corrected - last.time.corrected;
      if (maxSilence !== null && silence > maxSilence)
        this.#ledger.note(
          'custody.silence',
          seq,
          'custody-silence',
          `nothing is told from ${formatInstant(last.time.corrected)} to event ${seq} at ${formatInstant(time.corrected)}`,
        );
    }
    this.#last = event;
  }
}
