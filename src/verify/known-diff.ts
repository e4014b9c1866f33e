// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { ChangedCheck, KnownDiff } from '../model/replay.ts';
import type { Report } from '../model/report.ts';
import type { AnchorMark, HolderSpan, ProvenTime, TimelineView } from '../model/timeline-view.ts';

/** The same timelines, by what was known at one instant. */
export interface Known {
  readonly at: Instant | null;
  readonly view: TimelineView;
  readonly report: Report;
}

/** What became known between two instants: lines, evidence of time, and what they changed of what had been known before. */
export function knownDiff(earlier: Known, later: Known): KnownDiff {
  const before = new Map(earlier.view.rows.map((row) => [row.id, row]));
  const anchors = new Set(earlier.view.anchors.map(anchorName));
  return {
    from: earlier.at,
    to: later.at,
    rows: later.view.rows.filter(({ id }) => !before.has(id)),
    anchors: later.view.anchors.filter((one) => !anchors.has(anchorName(one))),
    intervals: later.view.rows.flatMap(({ id, proven }) => {
      const old = before.get(id)?.proven;
      return old === undefined || isSameTime(old, proven) ? [] : [{ row: id, before: old, after: proven }];
    }),
    items: changedItems(earlier.view.spans, later.view.spans),
    checks: later.report.items.flatMap(({ name, checks }) =>
      changedChecks(name, earlier.report.items.find((item) => item.name === name)?.checks ?? [], checks),
    ),
    verdicts: { before: earlier.report.verdict, after: later.report.verdict },
  };
}

function anchorName({ log, source, authority, covers, time }: AnchorMark): string {
  return JSON.stringify([log, source, authority, covers, String(time)]);
}

function isSameTime(a: ProvenTime, b: ProvenTime): boolean {
  return a.notBefore === b.notBefore && a.notAfter === b.notAfter;
}

/** Where each item was at the end of what was known. */
function changedItems(earlier: readonly HolderSpan[], later: readonly HolderSpan[]): KnownDiff['items'] {
  const before = lastOf(earlier);
  return [...lastOf(later)]
    .filter(([item, after]) => before.get(item)?.from !== after.from || before.get(item)?.to !== after.to)
    .map(([item, after]) => ({ item, before: before.get(item) ?? null, after }))
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}

function lastOf(spans: readonly HolderSpan[]): Map<string, HolderSpan> {
  return new Map(spans.map((span) => [span.item, span]));
}

function changedChecks(log: string, earlier: readonly Check[], later: readonly Check[]): ChangedCheck[] {
  const ids = [...new Set([...earlier, ...later].map(({ id }) => id))];
  return ids.flatMap((check) => {
    const before = wordsOf(earlier, check);
    const after = wordsOf(later, check);
    return before.join() === after.join() ? [] : [{ log, check, before, after }];
  });
}

/** Outcomes of a check, with their reasons, each once. */
function wordsOf(checks: readonly Check[], id: Check['id']): string[] {
  const words = checks
    .filter((check) => check.id === id)
    .map((check) => (check.outcome === 'passed' ? 'passed' : `${check.outcome} ${check.reason}`));
  return [...new Set(words)].sort();
}
