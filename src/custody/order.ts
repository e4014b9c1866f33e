// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { CustodyEvent } from './event.ts';
import type { Ledger } from './ledger.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { countedUncertainty } from './uncertainty.ts';

/**
 * C12, and the silence of C21: claimed times along the log, each less what its clock was ahead. Of C13: that nothing ended or was
 * recorded after the instant that is judged at.
 */
export class Order {
  readonly #ledger: Ledger;
  /** Nanoseconds. */
  readonly #tolerance: bigint;
  readonly #at: Instant;
  #last: CustodyEvent | null = null;

  constructor(ledger: Ledger, tolerance: bigint, at: Instant) {
    this.#ledger = ledger;
    this.#tolerance = tolerance;
    this.#at = at;
  }

  /** Corrected claimed time of the last event that was read. */
  get last(): Instant | null {
    return this.#last?.time.corrected ?? null;
  }

  /** @param whole whether no line is missing before this one */
  see(event: CustodyEvent, rules: RulesInForce, whole: boolean): void {
    const { seq, time } = event;
    const uncertainty = countedUncertainty(time.uncertainty);
    const note = (detail: string): void =>
      this.#ledger.note('custody.order', seq, 'custody-time-order', `event ${seq}: ${detail}`);
    if (time.ended !== null && time.ended < time.claimed)
      note(`it ends at ${formatInstant(time.ended)}, before it begins at ${formatInstant(time.claimed)}`);
    if (time.recorded + this.#tolerance < time.corrected - uncertainty)
      note(`it was recorded at ${formatInstant(time.recorded)}, and happened at ${formatInstant(time.corrected)}`);
    this.#future(event, uncertainty);
    const last = this.#last;
    if (last !== null && whole) {
      const earliest = last.time.corrected - countedUncertainty(last.time.uncertainty);
      if (time.corrected + uncertainty + this.#tolerance < earliest)
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

  /** What it claims to have happened in is asked with the evidence of time; here, when it ended and was written down. */
  #future({ seq, time }: CustodyEvent, uncertainty: bigint): void {
    const latest = this.#at + this.#tolerance + uncertainty;
    if (time.corrected > latest) return;
    const ended = time.ended === null ? null : time.ended - (time.claimed - time.corrected);
    const what =
      ended !== null && ended > latest
        ? `is said to have ended at ${formatInstant(time.ended!)}`
        : time.recorded > latest
          ? `is said to have been written down at ${formatInstant(time.recorded)}`
          : null;
    if (what === null) return;
    const detail = `event ${seq} ${what}, after the instant that is judged at`;
    this.#ledger.note('custody.claims', seq, 'custody-time-future', detail);
  }
}
