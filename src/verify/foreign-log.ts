// SPDX-License-Identifier: Apache-2.0
import { multisetDigest } from '../crypto/multiset.ts';
import { type Check, type Finding, malformedCheck, passed } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SourcePart } from '../model/timeline-view.ts';
import { type ForeignAsked, type ForeignSource, importTimeline } from '../timeline/import.ts';
import { EMPTY_ITEM } from './compose-report.ts';

export const FOREIGN_KIND = 'foreign-timeline';

/**
 * A timeline of another tool as an item of a report. What is judged is whether it could be read: nobody has signed it, and the report says so.
 */
export function replayForeign(
  source: ForeignSource,
  asked: ForeignAsked,
): { readonly item: ItemFacts; readonly part: SourcePart } {
  const at = { evidence: source.name, pointer: '' };
  const read = importTimeline(source, asked);
  const item = (checks: readonly Check[], findings: readonly Finding[]): ItemFacts => ({
    ...EMPTY_ITEM,
    name: source.name,
    kind: FOREIGN_KIND,
    checks,
    findings,
  });
  if (!read.ok) {
    const id = read.problem.reason === 'timeline-format' ? 'timeline.format' : 'input.read';
    const none = { name: source.name, format: asked.format ?? 'unknown', authenticated: false, linesIn: 0 };
    const part = { source: { ...none, multisetIn: multisetDigest([]) }, index: asked.index, ...NOTHING };
    return { item: item([malformedCheck(id, at, read.problem)], []), part };
  }
  const part = read.value;
  const { format, linesIn, multisetIn } = part.source;
  const odd = part.rows.filter(({ findings }) => findings.length > 0).length;
  const findings: Finding[] = [
    { code: 'timeline-unauthenticated', at, detail: `${linesIn} rows of ${format}` },
    ...(odd === 0
      ? []
      : [
          {
            code: 'timeline-rows-odd' as const,
            at,
            detail: `${odd} of ${linesIn}, ${part.bad.size} of them unreadable`,
          },
        ]),
  ];
  const facts = { format, rows: linesIn, unreadable: part.bad.size, multiset: multisetIn };
  return { item: item([passed('timeline.format', at, facts)], findings), part };
}

const NOTHING = { rows: [], bad: new Set<string>(), clocks: [], spans: [], gaps: [], keys: [], anchors: [] };
