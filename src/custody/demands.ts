// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import type { ProvenInterval } from './intervals.ts';
import type { RingKey } from './key-ring.ts';

/** How a signature fares under what is known of its key. */
export type Standing = 'stands' | 'undecided' | 'falls';

/**
 * What the time of a line must be, for a signature on it to be anybody's word: `compromised` and `join`: at or before the edge,
 * `expired`: likewise, `early`: at or after it.
 */
export interface Demand {
  readonly kind: 'compromised' | 'expired' | 'early' | 'join';
  /** Number of the line, from 0. */
  readonly line: number;
  /** SHA-256 of the key. */
  readonly key: string;
  readonly edge: Instant;
}

/** What is asked of a signature, by what is said of its key. A compromise after the instant that is judged at is none. */
export function demandsOf(
  { key, validFrom, validUntil, compromised }: Pick<RingKey, 'key' | 'validFrom' | 'validUntil' | 'compromised'>,
  line: number,
  at: Instant,
  assumed: Instant | null = null,
): Demand[] {
  const { fingerprint } = key;
  const known = compromised !== null && compromised.since <= at ? compromised.since : null;
  const since = known === null || (assumed !== null && assumed < known) ? assumed : known;
  return [
    ...(since === null ? [] : [{ kind: 'compromised' as const, line, key: fingerprint, edge: since }]),
    ...(validUntil === null ? [] : [{ kind: 'expired' as const, line, key: fingerprint, edge: validUntil }]),
    ...(validFrom === null ? [] : [{ kind: 'early' as const, line, key: fingerprint, edge: validFrom }]),
  ];
}

/**
 * By what is proven of the line alone: claimed times never count, since a thief can backdate. Where evidence contradicts itself, it
 * stands: so that taking evidence away never makes more stand, and C13 tells of the contradiction.
 */
export function fares({ kind, edge }: Demand, { notBefore, notAfter }: ProvenInterval): Standing {
  if (kind === 'early') {
    if (notBefore !== null && notBefore >= edge) return 'stands';
    return notAfter !== null && notAfter < edge ? 'falls' : 'undecided';
  }
  if (kind === 'compromised') return standingUnder(edge, { notBefore, notAfter });
  if (notAfter !== null && notAfter <= edge) return 'stands';
  // What another log has signed is no younger than what quotes it; how old it is, nothing here says.
  return kind === 'expired' && notBefore !== null && notBefore > edge ? 'falls' : 'undecided';
}

/** Custody timeline v1, section 5: a compromised key, by what is proven of the line alone. */
export function standingUnder(since: Instant, { notBefore, notAfter }: ProvenInterval): Standing {
  if (notAfter !== null && notAfter <= since) return 'stands';
  return notBefore !== null && notBefore >= since ? 'falls' : 'undecided';
}

const WORST: readonly Standing[] = ['falls', 'undecided', 'stands'];

/** All of them must stand. Of none: it stands. */
export function worst(standings: Iterable<Standing>): Standing {
  const all = new Set(standings);
  return WORST.find((one) => all.has(one)) ?? 'stands';
}
