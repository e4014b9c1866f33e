// SPDX-License-Identifier: Apache-2.0
import type { HolderSpan, TimelineView } from '../model/timeline-view.ts';

/** What one item went through, span by span, across logs where they are joined. */
export interface ItemHistory {
  readonly spans: readonly HolderSpan[];
  /** Row from which on nobody can say; null: the history goes to the end of its log. */
  readonly lostAt: string | null;
}

/** The histories of an item: one, or more where several logs speak of it and nothing joins them. */
export function historiesOf({ spans }: TimelineView, item: string): ItemHistory[] {
  const own = spans.filter((span) => span.item === item);
  const byStart = new Map(own.map((span) => [span.from, span]));
  const follows = new Set(own.flatMap(({ to }) => (to !== null && byStart.has(to) ? [to] : [])));
  return own
    .filter(({ from }) => !follows.has(from))
    .map((first) => {
      const chain = new Set([first]);
      let last = first;
      // Each step takes a span that no step before has taken, so that the walk ends.
      for (let next = nextOf(last, byStart); next !== undefined && !chain.has(next); next = nextOf(last, byStart)) {
        chain.add(next);
        last = next;
      }
      return { spans: [...chain], lostAt: last.to };
    });
}

function nextOf({ to }: HolderSpan, byStart: ReadonlyMap<string, HolderSpan>): HolderSpan | undefined {
  return to === null ? undefined : byStart.get(to);
}
