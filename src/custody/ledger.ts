// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { type Check, type Facts, type Locator, notPassed, passed, skipped, within } from '../model/check.ts';
import { CHECKS, type CheckId } from '../model/checks.ts';
import type { Problem } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';

export type CustodyCheck = Extract<CheckId, `custody.${string}`>;

/** The 26 invariants in their order. */
export const CUSTODY_CHECKS: readonly CustodyCheck[] = Object.keys(CHECKS).filter((id): id is CustodyCheck =>
  id.startsWith('custody.'),
);

interface Place {
  readonly seq: number | null;
  readonly reason: ReasonCode;
  readonly detail: string;
}

/** What is found wrong, check by check. Of each, some places are kept, and all are counted: a log may have a million lines. */
export class Ledger {
  readonly #places = new Map<CustodyCheck, Place[]>();
  readonly #counts = new Map<CustodyCheck, Map<ReasonCode, number>>();
  readonly #facts = new Map<CustodyCheck, Facts>();
  readonly #watch: ((seq: number | null, reason: ReasonCode, detail: string) => void) | null;

  /** @param watch told of every place, of those too for which there is no room */
  constructor(watch: ((seq: number | null, reason: ReasonCode, detail: string) => void) | null = null) {
    this.#watch = watch;
  }

  /** @param seq the line, from 0; null: the log as a whole */
  note(check: CustodyCheck, seq: number | null, reason: ReasonCode, detail: string): void {
    this.#watch?.(seq, reason, detail);
    const counts = this.#counts.get(check) ?? new Map<ReasonCode, number>();
    this.#counts.set(check, counts);
    const count = counts.get(reason) ?? 0;
    counts.set(reason, count + 1);
    // Each reason has room of its own: a thousand of one kind must not hide the first of another.
    if (count >= LIMITS.custodyPlaces) return;
    const places = this.#places.get(check) ?? [];
    this.#places.set(check, places);
    places.push({ seq, reason, detail });
  }

  problem(check: CustodyCheck, seq: number | null, { reason, detail }: Problem): void {
    this.note(check, seq, reason, detail);
  }

  /** What the check rests on where it passes, and beside what it finds. */
  facts(check: CustodyCheck, facts: Facts): void {
    this.#facts.set(check, { ...this.#facts.get(check), ...facts });
  }

  has(check: CustodyCheck): boolean {
    return this.#places.has(check);
  }

  reasons(check: CustodyCheck): ReasonCode[] {
    return [...(this.#counts.get(check)?.keys() ?? [])];
  }

  /**
   * @param blocked checks that could not be judged to the end, and the one that did not pass and is why: those that found nothing
   *   until then are skipped
   * @param absent checks that nobody asked for
   */
  checks(at: Locator, blocked: ReadonlyMap<CustodyCheck, CustodyCheck>, absent: ReadonlySet<CustodyCheck>): Check[] {
    return CUSTODY_CHECKS.flatMap((id): Check[] => {
      if (absent.has(id)) return [];
      const facts = this.#facts.get(id) ?? {};
      const places = this.#places.get(id);
      if (places !== undefined) {
        return [...places]
          .sort((a, b) => (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER))
          .map(({ seq, reason, detail }) => {
            const count = this.#counts.get(id)!.get(reason)!;
            return notPassed(id, seq === null ? at : within(at, seq), reason, detail, { ...facts, places: count });
          });
      }
      const because = blocked.get(id);
      if (because !== undefined) return [skipped(id, at, because)];
      return [passed(id, at, facts)];
    });
  }
}
