// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { KnownDiff } from '../model/replay.ts';
import type { Palette } from './palette.ts';
import { provenText, some } from './replay-rows-text.ts';
import { stateText } from './replay-spans-text.ts';

const SHOWN = 40;

export function diffLines(diff: KnownDiff, palette: Palette): string[] {
  const { from, to, rows, anchors, intervals, items, checks, verdicts } = diff;
  const until = to === null ? 'now' : formatInstant(to);
  const out = [
    palette.strong(`became known after ${from === null ? 'the beginning' : formatInstant(from)}, until ${until}`),
  ];
  const all = [
    ...rows.map(({ id, corrected, kind, actor, items: names }) => {
      const time = corrected === null ? '(time unknown)' : formatInstant(corrected);
      const who = actor === null ? '' : ` by ${escapeText(actor, 80)}`;
      const what = names.length === 0 ? '' : ` of ${some(names)}`;
      return ['+ line    ', `${id} ${time} ${escapeText(kind, 40)}${what}${who}`] as const;
    }),
    ...anchors.map(
      ({ time, source, authority }) =>
        ['+ time    ', `${formatInstant(time)} ${source} ${escapeText(authority, 80)}`] as const,
    ),
    ...intervals.map(
      ({ row, before, after }) =>
        [
          '~ proven  ',
          `${row}: ${provenText(before.notBefore, before.notAfter)}; then ${provenText(after.notBefore, after.notAfter)}`,
        ] as const,
    ),
    ...items.map(({ item, before, after }) => {
      const was = before === null ? 'not in custody' : stateText(before);
      return ['~ item    ', `"${escapeText(item, 80)}": ${was}; then ${stateText(after)}`] as const;
    }),
    ...checks.map(
      ({ log, check, before, after }) =>
        [
          '~ check   ',
          `${check} of ${escapeText(log, 80)}: ${before.join(', ') || 'not asked'}; then ${after.join(', ') || 'not asked'}`,
        ] as const,
    ),
  ];
  for (const [head, text] of all.slice(0, SHOWN)) out.push(...wrapText(`  ${head}`, text));
  if (all.length > SHOWN) out.push(`  … ${all.length - SHOWN} more changes in the JSON report`);
  if (all.length === 0) out.push('  nothing');
  const { before, after } = verdicts;
  out.push(
    `  verdict   ${before.decision} ${before.indication} (exit ${before.exitCode}); then ${after.decision} ${after.indication} (exit ${after.exitCode})`,
  );
  return out;
}
