// SPDX-License-Identifier: Apache-2.0
import { element, type Markup } from '../html/markup.ts';

/** How a claimed time is shown. Each has a shape of its own: no two differ by colour alone. */
export type MarkKind = 'plain' | 'unauthenticated' | 'contradicted' | 'failed' | 'open' | 'unknown';

/** Around a place. `plain` is a dot; the others are told apart from it in black and white. */
export function mark(kind: MarkKind, x: number, y: number, r: number): Markup {
  switch (kind) {
    case 'plain':
      return element('circle', { class: 'dot', cx: x, cy: y, r });
    case 'unauthenticated':
      return element('circle', { class: 'dot ring', cx: x, cy: y, r });
    case 'unknown':
      return element('circle', { class: 'dot none', cx: x, cy: y, r });
    case 'contradicted':
      return element('path', {
        class: 'dot diamond',
        d: `M${x} ${y - r - 2}l${r + 2} ${r + 2}l-${r + 2} ${r + 2}l-${r + 2}-${r + 2}z`,
      });
    case 'failed':
      return element('path', {
        class: 'dot cross',
        d: `M${x - r} ${y - r}l${2 * r} ${2 * r}m0-${2 * r}l-${2 * r} ${2 * r}`,
      });
    case 'open':
      return element('path', { class: 'dot half', d: `M${x - r} ${y - r}h${2 * r}v${2 * r}h-${2 * r}z` });
  }
}

/** A claimed time is not known better than this. */
export function whisker(x1: number, x2: number, y: number): Markup {
  return element('path', { class: 'whisker', d: `M${x1} ${y - 3}v6m0-3H${x2}m0-3v6` });
}

/** Slanting lines inside a rectangle, cut at its edges by arithmetic: a pattern would have to be referred to. */
export function hatch(x: number, y: number, width: number, height: number, step = 5): string {
  let d = '';
  for (let k = step; k < width + height; k += step) {
    const x1 = x + Math.min(k, width);
    const y1 = y + Math.max(0, k - width);
    const x2 = x + Math.max(0, k - height);
    const y2 = y + Math.min(k, height);
    d += `M${x1} ${y1}L${x2} ${y2}`;
  }
  return d;
}

export function hatched(className: string, x: number, y: number, width: number, height: number): Markup {
  const edge = `M${x} ${y}h${width}v${height}h-${width}z`;
  return element('path', { class: className, d: edge + hatch(x, y, width, height) });
}
