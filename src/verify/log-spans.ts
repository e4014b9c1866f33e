// SPDX-License-Identifier: Apache-2.0
import type { CustodyEvent } from '../custody/event.ts';
import type { ItemState, Items } from '../custody/items.ts';
import type { HolderSpan } from '../model/timeline-view.ts';

type OpenSpan = { -readonly [name in keyof HolderSpan]: HolderSpan[name] };

/**
 * Who held what from which event to which, read off the items as the rules of custody leave them after each event: no second
 * account that could differ from theirs. The spans of one item follow each other without a hole.
 */
export class LogSpans {
  readonly #open = new Map<string, OpenSpan>();
  readonly #all: OpenSpan[] = [];
  /** The last key that each person has signed with. */
  readonly #keys = new Map<string, string>();

  get all(): readonly HolderSpan[] {
    return this.#all;
  }

  /** The span that an item is in now. */
  current(item: string): HolderSpan | undefined {
    return this.#open.get(item);
  }

  signed(performer: string, key: string): void {
    this.#keys.set(performer, key);
  }

  follow(event: CustodyEvent, items: Items, row: string): void {
    for (const { name } of event.objects) {
      const item = items.get(name);
      if (item === undefined) continue;
      const before = this.#open.get(name);
      const now = this.#spanOf(item, event, row, before);
      if (before !== undefined && isSame(before, now)) continue;
      if (before !== undefined) before.to = row;
      this.#open.set(name, now);
      this.#all.push(now);
    }
  }

  /** From here on nobody can say where anything is. */
  lose(row: string): void {
    for (const span of this.#open.values()) span.to = row;
    this.#open.clear();
  }

  #spanOf(item: ItemState, event: CustodyEvent, row: string, before: HolderSpan | undefined): OpenSpan {
    const { name, state, holder, seal, transfer, out } = item;
    const stays = before !== undefined && before.state === state && before.holder === holder;
    const key = holder === null ? null : stays ? before.key : (this.#keys.get(holder) ?? null);
    const place = holder === null ? null : (event.says.location ?? (stays ? before.place : null));
    const way =
      state === 'transit' && transfer !== null
        ? { transit: { id: transfer.id, giver: transfer.from, receiver: transfer.to } }
        : {};
    const taken = out === null || state !== 'held' ? {} : { out: out.by };
    return { item: name, state, holder, key, place, seal: seal?.id ?? null, ...taken, ...way, from: row, to: null };
  }
}

function isSame(a: HolderSpan, b: HolderSpan): boolean {
  return (
    a.state === b.state &&
    a.holder === b.holder &&
    a.key === b.key &&
    a.place === b.place &&
    a.seal === b.seal &&
    a.out === b.out &&
    a.transit?.id === b.transit?.id
  );
}
