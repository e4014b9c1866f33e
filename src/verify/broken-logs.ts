// SPDX-License-Identifier: Apache-2.0
import type { CustodyCheck } from '../custody/ledger.ts';
import type { ItemFacts } from '../model/report.ts';

/**
 * Where one of these is refuted, it is not an event that does not stand, but the log: other lines may have stood there, or other
 * keys may sign, without any single line showing it.
 */
const OF_THE_LOG: ReadonlySet<string> = new Set<CustodyCheck>([
  'custody.links',
  'custody.fork',
  'custody.checkpoint',
  'custody.rotation',
  'custody.policy',
  'custody.tail',
  'custody.count',
]);

/** By the number of the source: what is refuted of the log as a whole. */
export function brokenLogs(items: readonly Pick<ItemFacts, 'checks'>[]): ReadonlyMap<number, readonly string[]> {
  const broken = new Map<number, readonly string[]>();
  for (const [i, { checks }] of items.entries()) {
    const reasons = checks.flatMap((check) =>
      check.outcome === 'failed' && OF_THE_LOG.has(check.id) ? [check.reason] : [],
    );
    if (reasons.length > 0) broken.set(i, [...new Set(reasons)]);
  }
  return broken;
}
