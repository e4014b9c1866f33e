// SPDX-License-Identifier: Apache-2.0
import type { CoverageRow, Item } from '../model/report.ts';

/** An artifact that was found, as the table counts it. */
export interface CountedArtifact {
  readonly name: string;
  /** `npm`, `pypi`, `oci`, `golang`, or `file` for everything else. */
  readonly ecosystem: string;
}

const EMPTY = { total: 0, verified: 0, signedOnly: 0, detected: 0, none: 0 };

type State = 'verified' | 'signedOnly' | 'detected' | 'none';

/**
 * How much of each ecosystem is covered: `verified` by an attestation that was accepted, `signedOnly` where a signature over it
 * was and nothing is attested, `detected` where evidence speaks of it and was not accepted, `none` where none does.
 */
export function coverageOf(artifacts: readonly CountedArtifact[], items: readonly Item[]): CoverageRow[] {
  const about = new Map<string, Item[]>();
  for (const item of items) {
    // A token says that the artifact existed, and nothing of who stands for it.
    if (item.kind === 'artifact' || item.kind === 'rfc3161-timestamp') continue;
    for (const { name } of item.artifacts) {
      const same = about.get(name);
      if (same === undefined) about.set(name, [item]);
      else same.push(item);
    }
  }
  const counts = new Map<string, Record<keyof typeof EMPTY, number>>();
  for (const { name, ecosystem } of artifacts) {
    const row = counts.get(ecosystem) ?? { ...EMPTY };
    counts.set(ecosystem, row);
    row.total++;
    row[stateOf(about.get(name) ?? [])]++;
  }
  return [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ecosystem, row]) => ({ ecosystem, ...row, percentVerified: percent(row.verified, row.total) }));
}

function stateOf(items: readonly Item[]): State {
  const accepted = items.filter(({ decision }) => decision !== 'reject');
  if (accepted.some(({ predicateType }) => predicateType !== null)) return 'verified';
  if (accepted.length > 0) return 'signedOnly';
  return items.length > 0 ? 'detected' : 'none';
}

/** One decimal, rounded down: 100 is said of all alone. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((1000 * part) / whole) / 10;
}
