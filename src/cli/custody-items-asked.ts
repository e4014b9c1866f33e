// SPDX-License-Identifier: Apache-2.0
import { boundsOf, digestsWanted, eventObjects, type ItemAtHand, type KnownItems } from '../attest/event-objects.ts';
import type { JudgedLog } from '../attest/judge-event.ts';
import type { Digests, EventObject } from '../custody/event.ts';
import { readInput } from '../evidence/input.ts';
import { attempt } from '../model/malformed.ts';
import { listOf } from './custody-writing.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** The items that the call names, their files digested now. */
export function itemsAsked(type: string, flags: Flags, log: JudgedLog): EventObject[] {
  const known: KnownItems = new Map([...log.items.all].map((item) => [item.name, item]));
  const items = [
    ...listOf(flags, 'item').map((text) => itemAtHand('item', text, known, false)),
    ...listOf(flags, 'altered').map((text) => itemAtHand('altered', text, known, true)),
  ];
  const objects = attempt(() =>
    eventObjects(type, items, known, {
      from: flags['made-from'] as string | undefined,
      justification: flags['justification'] as string | undefined,
    }),
  );
  if (objects.ok)
    return type === 'transfer-release' ? objects.value.map((one) => bound(one, flags, log)) : objects.value;
  throw new UsageError(objects.problem.detail);
}

/** A release names what the item is under: as the log has it, where the call does not say it. */
function bound(object: EventObject, flags: Flags, { items }: JudgedLog): EventObject {
  const item = items.get(object.name);
  if (item === undefined) return object;
  const { seal, holds } = boundsOf(item);
  return {
    ...object,
    ...(seal === undefined || flags['seal'] !== undefined ? {} : { seal }),
    ...(holds === undefined || flags['hold'] !== undefined ? {} : { holds }),
  };
}

/** `NAME=FILE`, or `NAME` alone; the first equals sign ends the name. */
export function itemAtHand(flag: string, text: string, known: KnownItems, altered: boolean): ItemAtHand {
  const gap = text.indexOf('=');
  if (gap === -1 && !altered) return { name: text, digests: null, altered };
  const [name, file] = [text.slice(0, gap), text.slice(gap + 1)];
  if (gap < 1 || file === '') throw new UsageError(`--${flag} is written NAME=FILE`);
  return { name, digests: digestsOfFile(flag, file, digestsWanted(name, known)), altered };
}

export function digestsOfFile(flag: string, file: string, wanted: ReturnType<typeof digestsWanted>): Digests {
  const input = readInput(file, [...wanted]);
  if (!input.ok) throw new UsageError(`--${flag}: ${input.problem.reason}: ${input.problem.detail}`);
  return Object.fromEntries(input.value.digests);
}
