// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../../model/instant.ts';
import { FRAME } from './frame.ts';
import { type Stretch, stretchesOf } from './panels.ts';

/** A stretch with its place on the sheet. */
export interface Panel extends Stretch {
  readonly left: number;
  readonly right: number;
}

/** How something comes to its end on a sheet: seen there, later or earlier than it shows, or never. */
export type EndKind = 'known' | 'beyond' | 'open';

export interface End {
  readonly x: number;
  readonly kind: EndKind;
}

const LEAST = 116;
const BREAK = 24;
/** Inside a panel, so that no mark stands on its edge. */
const MARGIN = 9;

/** From instants to whole pixels: one scale in each panel, breaks between them, gutters at both ends. Never runs back. */
export class TimeScale {
  readonly panels: readonly Panel[];
  readonly left: number;
  readonly right: number;
  /** Where the gutter of what is later ends. */
  readonly far: number;
  /** Middle of the column for what has no time. */
  readonly noTime: number | null;

  /** @param instants everything that must be seen, in any order */
  constructor(instants: readonly bigint[], withNoTime: boolean) {
    this.far = FRAME.plot.right - (withNoTime ? FRAME.noTime : 0);
    this.left = FRAME.plot.left + FRAME.gutter;
    this.right = this.far - FRAME.gutter;
    this.noTime = withNoTime ? FRAME.plot.right - FRAME.noTime / 2 : null;
    const sorted = [...new Set(instants)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    this.panels = sorted.length === 0 ? [] : placed(stretchesOf(sorted), this.left, this.right);
  }

  /** Clamped: what is beyond the sheet stands in a gutter, what is left out stands in the middle of its break. */
  x(instant: bigint): number {
    const { panels } = this;
    const first = panels[0];
    if (first === undefined || instant < first.from) return this.left - FRAME.gutter / 2;
    for (let i = 0; i < panels.length; i++) {
      const panel = panels[i]!;
      if (instant < panel.from) return Math.round((panels[i - 1]!.right + panel.left) / 2);
      if (instant <= panel.to) return within(panel, instant);
    }
    return this.right + FRAME.gutter / 2;
  }

  /** So much to both sides of an instant that it shows, not further than its panel. */
  around(instant: bigint, spread: bigint): readonly [number, number] {
    const x = this.x(instant);
    const panel = this.panels.find(({ from, to }) => instant >= from && instant <= to);
    if (panel === undefined || panel.from === panel.to) return [x, x];
    const room = BigInt(panel.right - panel.left - 2 * MARGIN);
    const pixels = Number((spread * room) / (panel.to - panel.from));
    return [Math.max(panel.left, x - pixels), Math.min(panel.right, x + pixels)];
  }

  begin(instant: Instant | null): End {
    if (instant === null) return { x: this.left - FRAME.gutter, kind: 'open' };
    return { x: this.x(instant), kind: instant < (this.panels[0]?.from ?? instant) ? 'beyond' : 'known' };
  }

  end(instant: Instant | null): End {
    if (instant === null) return { x: this.far, kind: 'open' };
    return { x: this.x(instant), kind: instant > (this.panels.at(-1)?.to ?? instant) ? 'beyond' : 'known' };
  }

  shows(instant: bigint): boolean {
    const first = this.panels[0];
    return first !== undefined && instant >= first.from && instant <= this.panels.at(-1)!.to;
  }
}

function placed(stretches: readonly Stretch[], left: number, right: number): Panel[] {
  const weights = stretches.map(({ count, from, to }) => (from === to ? 0 : Math.ceil(Math.log2(count + 1))));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const spare = right - left - BREAK * (stretches.length - 1) - LEAST * stretches.length;
  let x = left;
  return stretches.map((stretch, i) => {
    const share = weight === 0 ? spare / stretches.length : (spare * weights[i]!) / weight;
    const panel = { ...stretch, left: x, right: x + LEAST + Math.floor(share) };
    x = panel.right + BREAK;
    return panel;
  });
}

function within({ from, to, left, right }: Panel, instant: bigint): number {
  if (from === to) return Math.round((left + right) / 2);
  const room = BigInt(right - left - 2 * MARGIN);
  return left + MARGIN + Number(((instant - from) * room) / (to - from));
}
