// SPDX-License-Identifier: Apache-2.0
import type { CoverageRow, Item } from '../model/report.ts';

/** An artifact that was found, as the table counts it. */
export interface CountedArtifact {
  readonly name: string;
  /** `npm`, `pypi`, `oci`, `golang`, or `file` for everything else. */
  readonly ecosystem: string;
  /** Lists of digests that have one of it: what is signed of them is signed of it, and attests nothing of it. */
  readonly through?: readonly string[];
}

const EMPTY = { total: 0, verified: 0, signedOnly: 0, detected: 0, none: 0 };

type State = 'verified' | 'signedOnly' | 'detected' | 'none';

/** In this order: the best that any evidence has shown of an artifact. */
const STATES = ['none', 'detected', 'signedOnly', 'verified'] as const satisfies readonly State[];

/**
 * How much of each ecosystem is covered: `verified` by an attestation that was accepted, `signedOnly` where a signature over it
 * was and nothing is attested, `detected` where evidence speaks of it and was not accepted, `none` where none does. Of the items
 * nothing is kept but the names of their artifacts.
 */
export class Coverage {
  readonly #states = new Map<string, number>();

  note({ kind, artifacts, decision, predicateType }: Item): void {
    // A token says that the artifact existed, and nothing of who stands for it.
    if (kind === 'artifact' || kind === 'rfc3161-timestamp') return;
    const state = decision === 'reject' ? 1 : predicateType === null ? 2 : 3;
    for (const { name } of artifacts) this.#states.set(name, Math.max(state, this.#states.get(name) ?? 0));
  }

  /** Of what a list names, a signature over the list covers the octets, and attests nothing of it. */
  #stateOf(name: string, through: readonly string[]): number {
    const lists = through.map((list) => Math.min(2, this.#states.get(list) ?? 0));
    return Math.max(this.#states.get(name) ?? 0, ...lists);
  }

  rows(artifacts: readonly CountedArtifact[]): CoverageRow[] {
    const counts = new Map<string, Record<keyof typeof EMPTY, number>>();
    for (const { name, ecosystem, through } of artifacts) {
      const row = counts.get(ecosystem) ?? { ...EMPTY };
      counts.set(ecosystem, row);
      row.total++;
      row[STATES[this.#stateOf(name, through ?? [])]!]++;
    }
    return [...counts.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ecosystem, row]) => ({ ecosystem, ...row, percentVerified: percent(row.verified, row.total) }));
  }
}

/** Rows of reports over different artifacts as one table. */
export function addCoverage(all: readonly CoverageRow[]): CoverageRow[] {
  const sums = new Map<string, CoverageRow>();
  for (const row of all) {
    const sum = sums.get(row.ecosystem) ?? { ecosystem: row.ecosystem, ...EMPTY, percentVerified: 0 };
    const of = (name: keyof typeof EMPTY) => sum[name] + row[name];
    const [total, verified] = [of('total'), of('verified')];
    sums.set(row.ecosystem, {
      ...{ ecosystem: row.ecosystem, total, verified },
      ...{ signedOnly: of('signedOnly'), detected: of('detected'), none: of('none') },
      percentVerified: percent(verified, total),
    });
  }
  return [...sums.values()].sort((a, b) => (a.ecosystem < b.ecosystem ? -1 : 1));
}

/** One decimal, rounded down: 100 is said of all alone. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((1000 * part) / whole) / 10;
}
