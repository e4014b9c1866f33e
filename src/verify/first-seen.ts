// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { ExistenceAnswer } from '../model/replay.ts';
import type { TimelineRow, TimelineView } from '../model/timeline-view.ts';
import { proofOf } from './replay-proof.ts';

/**
 * By when a digest is proven to have existed: the earliest end of what is proven of any line that names it. Whoever wrote the
 * line, and whether it is true, does not matter for that.
 *
 * @param digest `sha256:<lowercase hexadecimal>`, …
 */
export function firstSeen(view: TimelineView, digest: string): ExistenceAnswer {
  const naming = view.rows.filter(({ digests }) => digests.includes(digest));
  const asked = { question: 'first-seen', digest } as const;
  const claiming = naming.find(({ corrected }) => corrected !== null);
  const claim = claiming === undefined ? null : { row: claiming.id, time: claiming.corrected! };
  const proven = naming.reduce<TimelineRow | null>((best, row) => (isEarlier(row, best) ? row : best), null);
  const by = proven?.proven.notAfter ?? null;
  if (proven !== null && by !== null) {
    const because = `event ${proven.id} names it, and existed by ${formatInstant(by)}`;
    return { ...asked, standing: 'proven', by, proof: proofOf(view, proven), claim, because };
  }
  if (naming.length === 0)
    return { ...asked, standing: 'unknown-digest', by: null, proof: null, claim, because: 'no timeline speaks of it' };
  const because = `${naming.length === 1 ? 'one event names' : `${naming.length} events name`} it, and nothing proves when`;
  return { ...asked, standing: 'claimed', by: null, proof: null, claim, because };
}

function isEarlier({ proven }: TimelineRow, best: TimelineRow | null): boolean {
  const end = proven.notAfter;
  const known = best?.proven.notAfter ?? null;
  return end !== null && (known === null || end < known);
}
