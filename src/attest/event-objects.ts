// SPDX-License-Identifier: Apache-2.0
import type { Digests, EventObject } from '../custody/event.ts';
import type { EventType } from '../custody/event-types.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { Malformed } from '../model/malformed.ts';

/** An item as it is at hand. */
export interface ItemAtHand {
  readonly name: string;
  /** Of its file, computed; null: it is only spoken of. */
  readonly digests: Digests | null;
  /** `altered`: it is the same item, and other octets than before. */
  readonly altered: boolean;
}

/** What the log says of an item. */
export type KnownItems = ReadonlyMap<string, { readonly digests: Digests | null }>;

const ARRIVING: ReadonlySet<string> = new Set<EventType>(['acquire', 'collect', 'accession']);
/** Said of items that need not be there. */
const DISTANT: ReadonlySet<string> = new Set<EventType>([
  'hold-apply',
  'hold-release',
  'correct',
  'redact',
  'note',
  'promote',
]);

/**
 * `objects` of an event: `after` of what comes into custody, `before` of what is there, both of what is altered; what is derived or
 * copied is a new item. `before` of an altered one is what the log says, of all others what the file has: so that a difference shows.
 *
 * @throws Malformed `custody-line-format` in words for who has named the items
 */
export function eventObjects(
  type: string,
  items: readonly ItemAtHand[],
  known: KnownItems,
  { from, justification }: { readonly from?: string | undefined; readonly justification?: string | undefined },
): EventObject[] {
  return items.map(({ name, digests, altered }): EventObject => {
    if (digests === null) {
      if (DISTANT.has(type)) return { name };
      throw wanted(`an event of type ${type} wants the item at hand: --item ${quoted(name)}=FILE`);
    }
    if (ARRIVING.has(type)) return { name, after: digests };
    if (altered) {
      const before = known.get(name)?.digests ?? null;
      if (before === null) throw wanted(`${quoted(name)} is no item of this log, so that it cannot be altered`);
      return {
        name,
        before,
        after: digests,
        change: 'altered',
        ...(justification === undefined ? {} : { justification }),
      };
    }
    if (type === 'derive' || type === 'replicate') {
      if (from === undefined)
        throw wanted(`an event of type ${type} wants the item that it is made of: --made-from NAME`);
      return { name, after: digests, change: type === 'derive' ? 'derived' : 'copied', from };
    }
    return { name, before: digests };
  });
}

/** What the log has an item under: its seal, and its legal holds. */
export interface ItemBounds {
  readonly seal: { readonly id: string } | null;
  readonly holds: ReadonlySet<string>;
}

/** What a hand-off says of an item beside its name and digest. How a seal is found is for who looks at it to say. */
export function boundsOf({ seal, holds }: ItemBounds): Pick<EventObject, 'seal' | 'holds'> {
  return {
    ...(seal === null ? {} : { seal: { id: seal.id } }),
    ...(holds.size === 0 ? {} : { holds: [...holds] }),
  };
}

/** Which digests of a file to compute: SHA-256, and whatever else the log knows it by that proves anything. */
export function digestsWanted(name: string, known: KnownItems): readonly ('sha256' | 'sha384' | 'sha512')[] {
  const digests = known.get(name)?.digests ?? {};
  return (['sha256', 'sha384', 'sha512'] as const).filter((one) => one === 'sha256' || Object.hasOwn(digests, one));
}

function wanted(detail: string): Malformed {
  return new Malformed('custody-line-format', detail);
}

function quoted(text: string): string {
  return escapeText(text, 64);
}
