// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import { type Standing, standingUnder } from './demands.ts';
import type { ProvenInterval } from './intervals.ts';
import type { Trust } from './what-if-trust.ts';

/** A checkpoint over these very lines. */
export interface HeldCheckpoint {
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the note. */
  readonly note: string;
  /** Line that quotes it, from 0; null: a file of its own. */
  readonly line: number | null;
  /** Lines of other logs that quote it. */
  readonly quoted: readonly { readonly log: number; readonly line: number }[];
  /** SHA-256 of the keys of the witnesses that have cosigned it. */
  readonly cosigners: readonly string[];
}

export interface AssumedCheckpoint extends HeldCheckpoint {
  readonly standing: Standing;
  readonly existence: ProvenInterval;
  /** Cosignatures that still count. */
  readonly cosigned: number;
}

/**
 * What a log's own word, its signed checkpoint, is worth where its key or a witness's may have been stolen: a note counts where it is
 * proven to be older, as it stands. The times that tokens over it prove are not its word: they follow from the lines' hashes in it.
 */
export function assumedCheckpoints(held: readonly HeldCheckpoint[], logKey: string, trust: Trust): AssumedCheckpoint[] {
  const since = trust.compromises.get(logKey);
  return held.map((one) => {
    const existence = existenceOf(one, held, trust);
    const counts = (cosigner: string): boolean => {
      const stolen = trust.compromises.get(cosigner);
      return stolen === undefined || (existence.notAfter !== null && existence.notAfter <= stolen);
    };
    return {
      ...one,
      existence,
      standing: since === undefined ? 'stands' : standingUnder(since, existence),
      cosigned: one.cosigners.filter(counts).length,
    };
  });
}

/** The largest that stands, of those of one size the most cosigned; null: none. */
export function standingCheckpoint(all: readonly AssumedCheckpoint[]): AssumedCheckpoint | null {
  return all.reduce<AssumedCheckpoint | null>((best, one) => {
    if (one.standing !== 'stands') return best;
    if (best === null || one.size > best.size) return one;
    return one.size === best.size && one.cosigned > best.cosigned ? one : best;
  }, null);
}

/** By whatever holds this very note: lines that quote it, tokens over it. A cosignature is over its text alone, and not over the log's signature. */
function existenceOf(
  { note, size, quoted }: HeldCheckpoint,
  held: readonly HeldCheckpoint[],
  trust: Trust,
): ProvenInterval {
  const ends: (Instant | null)[] = [
    ...held.flatMap((one) => (one.note === note && one.line !== null ? [trust.interval(one.line).notAfter] : [])),
    ...quoted.map((place) => trust.endOf(place)),
    ...trust.believed.flatMap((anchor) => (anchor.over === note && !anchor.inNote ? [anchor.notAfter] : [])),
  ];
  const notAfter = ends.reduce((least, one) => (least === null || (one !== null && one < least) ? one : least), null);
  return { notAfter, notBefore: trust.interval(size - 1).notBefore };
}
