// SPDX-License-Identifier: Apache-2.0
import type { Predicate } from './event.ts';

const UNSETTLED: ReadonlySet<string> = new Set(['fail', 'unavailable', 'insufficient_evidence']);

/** A receipt that neither takes nor refuses: what was released is still on its way (custody timeline v1, section 4). */
export function isUnsettled({ outcome }: Predicate): boolean {
  return outcome !== undefined && UNSETTLED.has(outcome.code);
}
