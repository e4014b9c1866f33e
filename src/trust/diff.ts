// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { TrustEntry } from './entries.ts';

export interface TrustChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: string;
  /** In words: `valid from 2022-04-13T20:06:15Z`, `threshold was 2 of 3, is 3 of 5`. */
  readonly how: string;
}

/** What the second document says that the first did not, and the other way round. */
export function diffEntries(before: readonly TrustEntry[], after: readonly TrustEntry[]): readonly TrustChange[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Map(after.map((one) => [one.id, one]));
  const changes: TrustChange[] = [];
  for (const entry of now.values()) {
    const was = old.get(entry.id);
    if (was === undefined) changes.push({ kind: 'added', what: entry.what, how: validity(entry) });
    else {
      const how = differences(was, entry);
      if (how.length > 0) changes.push({ kind: 'changed', what: entry.what, how: how.join('; ') });
    }
  }
  for (const entry of old.values())
    if (!now.has(entry.id)) changes.push({ kind: 'removed', what: entry.what, how: validity(entry) });
  return changes;
}

/** `valid from … to …`, as far as it is stated. */
export function validity({ from, to, times }: Pick<TrustEntry, 'from' | 'to' | 'times'>): string {
  if (times === 'beginning') return from === null ? '' : `since ${formatInstant(from)}`;
  const [begins, ends] = times === 'issue' ? ['issued', ', the next by'] : ['valid from', ' to'];
  if (from === null && to === null) return '';
  if (to === null) return `${begins} ${formatInstant(from!)}`;
  return from === null
    ? `valid to ${formatInstant(to)}`
    : `${begins} ${formatInstant(from)}${ends} ${formatInstant(to)}`;
}

function differences(was: TrustEntry, is: TrustEntry): string[] {
  const changes = [moved('begins', was.from, is.from), moved('ends', was.to, is.to)].filter((one) => one !== null);
  for (const name of new Set([...Object.keys(was.facts), ...Object.keys(is.facts)])) {
    const [a, b] = [was.facts[name], is.facts[name]];
    if (a !== b) changes.push(`${name} was ${a ?? 'not stated'}, is ${b ?? 'not stated'}`);
  }
  return changes;
}

function moved(verb: string, was: Instant | null, is: Instant | null): string | null {
  if (was === is) return null;
  if (is === null) return `no longer ${verb} at ${formatInstant(was!)}`;
  return was === null
    ? `${verb} at ${formatInstant(is)}`
    : `${verb} at ${formatInstant(is)}, not ${formatInstant(was)}`;
}
