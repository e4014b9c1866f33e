// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Quote } from './join-logs.ts';
import type { AcrossLogs, SourcedAnchor } from './sourced-anchor.ts';

/** One of several logs that were judged together. */
export interface MetLog {
  readonly anchors: readonly SourcedAnchor[];
  readonly quotes: readonly Quote[];
}

/**
 * Evidence of time of several logs, as each of them sees it (custody timeline v1, section 11). A line that quotes a checkpoint holds
 * the root of the lines under it: what proves that the one was there proves it of the others, and what is inside of a release
 * is older than its receipt. Hashes say so and nobody's word, so that no assumption about keys changes how far a piece
 * reaches, but only whether it is believed.
 *
 * @returns for each log its own evidence, in its order, then that of others which reaches it, or proves what does
 */
export function evidenceAcross(logs: readonly MetLog[]): SourcedAnchor[][] {
  const reach = new Reach(logs);
  const all = logs.flatMap(({ anchors }, log) =>
    anchors.filter(({ derived }) => derived !== true).map((anchor) => ({ ...anchor, across: reach.of(anchor, log) })),
  );
  return logs.map((_, view) => {
    const own = all.filter(({ across }) => across.log === view);
    const others = all.filter(({ across }) => across.log !== view);
    return [...own, ...concerned(view, own, others)].map((anchor) => ({
      ...anchor,
      covers: anchor.across.covers[view]!,
      within: anchor.across.within[view]!,
    }));
  });
}

type Reaching = SourcedAnchor & { readonly across: AcrossLogs };

/** Evidence of other logs that tells something of this one, or that may prove such evidence to be old, or that. */
function concerned(view: number, own: readonly Reaching[], others: readonly Reaching[]): Reaching[] {
  const taken = new Set<Reaching>();
  const lines = new Map<number, number>();
  const notes = new Set<string>();
  const take = ({ across, inNote, over }: Reaching): void => {
    for (const { log, line } of across.stands) lines.set(log, Math.min(line, lines.get(log) ?? line));
    if (inNote && over !== null) notes.add(over);
  };
  for (const one of own) take(one);
  const reaches = ({ across: { covers, within }, over }: Reaching): boolean =>
    covers[view]! > 0 ||
    within[view] !== null ||
    (over !== null && notes.has(over)) ||
    [...lines].some(([log, line]) => covers[log]! > line);
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const one of others) {
      if (taken.has(one) || !reaches(one)) continue;
      taken.add(one);
      take(one);
    }
  }
  return others.filter((one) => taken.has(one));
}

class Reach {
  readonly #logs: readonly MetLog[];
  /** Checkpoints by their SHA-256, and the lines of other logs that quote them. */
  readonly #quoted = new Map<string, { readonly log: number; readonly line: number }[]>();
  readonly #covers = new Map<string, readonly number[]>();
  readonly #within = new Map<string, readonly (number | null)[]>();

  constructor(logs: readonly MetLog[]) {
    this.#logs = logs;
    for (const { quotes } of logs) {
      for (const { note, log, line } of quotes) {
        const id = sha256Hex(encodeUtf8(note));
        this.#quoted.set(id, [...(this.#quoted.get(id) ?? []), { log, line }]);
      }
    }
  }

  of({ covers, within, inNote, over }: SourcedAnchor, log: number): AcrossLogs {
    const quoted = inNote && over !== null ? (this.#quoted.get(over) ?? []) : [];
    return {
      log,
      stands: [...(within === null ? [] : [{ log, line: within }]), ...quoted],
      covers: this.#coversOf(log, covers),
      within: this.#withinOf(log, within),
    };
  }

  /** From a receipt that is covered to the lines under the checkpoint that it quotes. */
  #coversOf(log: number, covers: number): readonly number[] {
    const name = `${log} ${covers}`;
    const known = this.#covers.get(name);
    if (known !== undefined) return known;
    const found = this.#logs.map((_, i) => (i === log ? covers : 0));
    for (let changed = covers > 0; changed; ) {
      changed = false;
      this.#logs.forEach(({ quotes }, to) => {
        for (const { log: from, line, size } of quotes) {
          if (found[from]! <= line || found[to]! >= size) continue;
          found[to] = size;
          changed = true;
        }
      });
    }
    this.#covers.set(name, found);
    return found;
  }

  /** From a release to the receipt that quotes it. */
  #withinOf(log: number, within: number | null): readonly (number | null)[] {
    const name = `${log} ${within}`;
    const known = this.#within.get(name);
    if (known !== undefined) return known;
    const found = this.#logs.map((_, i) => (i === log ? within : null));
    for (let changed = within !== null; changed; ) {
      changed = false;
      this.#logs.forEach(({ quotes }, to) => {
        for (const { log: from, line, index } of quotes) {
          const [inside, there] = [found[to]!, found[from]!];
          if (inside === null || inside > index || (there !== null && there <= line)) continue;
          found[from] = line;
          changed = true;
        }
      });
    }
    this.#within.set(name, found);
    return found;
  }
}
