// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { HolderSpan, TimelineRow, TimelineView } from '../model/timeline-view.ts';
import type { Palette } from './palette.ts';

export function spanLines({ spans, rows }: TimelineView, palette: Palette): string[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const byItem = Map.groupBy(spans, ({ item }) => item);
  const out: string[] = [];
  for (const [item, own] of [...byItem].sort(([a], [b]) => (a < b ? -1 : 1))) {
    out.push(...wrapText('  ', `"${escapeText(item, 100)}"`).map(palette.strong));
    for (const span of own) out.push(...spanText(span, known));
  }
  return out;
}

function spanText(span: HolderSpan, rows: ReadonlyMap<string, TimelineRow>): string[] {
  const from = rows.get(span.from)?.corrected ?? null;
  const mark = { held: '=====', transit: '- - -', elsewhere: '  >  ', disposed: '  x  ', returned: '  <  ' }[
    span.state
  ];
  const head = `  ${span.from.padEnd(6)} ${mark} ${from === null ? '(time unknown)' : formatInstant(from)}  `;
  const until = span.to === null ? '' : `, until event ${span.to}`;
  const out = wrapText(head, `${stateText(span)}${until}`);
  const more = [
    ...(span.place === null ? [] : [`at ${escapeText(span.place, 60)}`]),
    ...(span.seal === null ? [] : [`sealed with ${escapeText(span.seal, 60)}`]),
    ...(span.key === null ? [] : [`key ${span.key.slice(0, 16)}…`]),
  ];
  return more.length === 0 ? out : [...out, ...wrapText('                   ', more.join(', '))];
}

export function stateText({
  state,
  holder,
  transit,
  out,
}: Pick<HolderSpan, 'state' | 'holder' | 'transit' | 'out'>): string {
  if (state === 'held') {
    const taken = out === undefined ? '' : `, checked out by ${escapeText(out, 100)}`;
    return `held by ${escapeText(holder ?? '', 100)}${taken}`;
  }
  if (state === 'elsewhere') return `received in another log by ${escapeText(holder ?? '', 100)}`;
  if (state !== 'transit') return state === 'disposed' ? 'disposed of' : 'returned';
  if (transit === undefined) return 'in transit';
  return `in transit from ${escapeText(transit.giver, 100)} to ${escapeText(transit.receiver, 100)}`;
}

const GAP_WORDS = {
  silence: 'silence',
  'missing-lines': 'missing',
  'no-holder': 'no holder',
  'two-holders': 'two holders',
  'in-transit': 'in transit',
  'end-open': 'end open',
} as const;

export function gapLines({ gaps }: TimelineView, palette: Palette): string[] {
  if (gaps.length === 0) return ['  none was found'];
  return gaps.flatMap(({ kind, item, from, to, detail }) => {
    const what = item === null ? '' : `"${escapeText(item, 60)}": `;
    const where = to === null ? `from ${from} on` : from === to ? `at ${from}` : `${from} to ${to}`;
    return wrapText(`  ${GAP_WORDS[kind].padEnd(11)} `, `${where}: ${what}${escapeText(detail, 300)}`).map(
      palette.warn,
    );
  });
}

export function anchorLines({ anchors, sources }: TimelineView): string[] {
  if (anchors.length === 0) return ['  nothing: all times are claims'];
  return anchors.flatMap(({ source, authority, covers, within, time, log }) => {
    const name = sources.length > 1 ? ` of source ${log}` : '';
    const says = [
      ...(covers > 0 ? [`the first ${covers} lines${name} existed`] : []),
      ...(within === null ? [] : [`${within} and all later ones did not`]),
    ];
    return [
      ...wrapText(`  ${formatInstant(time)}  `, says.join('; ') || 'nothing: it covers no line'),
      ...wrapText('      ', `${source} ${escapeText(authority, 100)}`),
    ];
  });
}
