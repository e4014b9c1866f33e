// SPDX-License-Identifier: Apache-2.0
import { isHashName } from '../crypto/digest.ts';
import type { CustodyChainResult } from '../custody/chain.ts';
import { sameDigests } from '../custody/digests.ts';
import type { Digests } from '../custody/event.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Check, notPassed, passed, skipped } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';

/** Who signed, and what the items were, is borne out: only then does the log speak for what lies beside it. */
export function isSoundCustody(checks: readonly Check[]): boolean {
  return (
    checks.every(({ outcome }) => outcome !== 'failed') &&
    passes(checks, 'custody.signature') &&
    passes(checks, 'custody.digests')
  );
}

function passes(checks: readonly Check[], id: Check['id']): boolean {
  return checks.some((check) => check.id === id && check.outcome === 'passed');
}

/** A file at hand that an item of the log may be. */
export interface ItemAtHand {
  readonly holding: Holding;
  readonly member: Member;
  /** From the folder on that the log is about; of a file that was named by itself, its name. */
  readonly path: string;
  /** It lies with the log: else it was named beside it, and may be what another log speaks of. */
  readonly own: boolean;
}

export interface ComparedItems {
  readonly checks: readonly Check[];
  /** Those that have the digests that the log names last. */
  readonly intact: readonly ItemAtHand[];
}

/**
 * C11: what is in custody by the log, against what lies there.
 *
 * @param all whether these are all files of some place: what the log holds and is not among them is missed
 * @param log its name
 * @param isBare nothing lies there but logs and what is theirs: of a log without items the question is of nothing at all
 */
export function compareCustodyItems(
  files: readonly ItemAtHand[],
  all: boolean,
  chain: CustodyChainResult,
  log: string,
  isBare = false,
): ComparedItems {
  const at = { evidence: log, pointer: '' };
  const unknown = chain.checks.find(({ id, outcome }) => id === 'custody.digests' && outcome === 'skipped');
  if (unknown?.outcome === 'skipped') return { checks: [skipped('custody.items', at, unknown.because)], intact: [] };
  const bySha256 = new Map<string, ItemAtHand[]>();
  for (const file of files) {
    const hex = file.member.digests.get('sha256')!;
    bySha256.set(hex, [...(bySha256.get(hex) ?? []), file]);
  }
  const known = new Set([...chain.items.all].map(({ digests }) => digests?.['sha256']));
  const checks: Check[] = [];
  const intact = new Set<ItemAtHand>();
  let compared = 0;
  let absent = 0;
  for (const { name, state, digests } of chain.items.all) {
    if (digests === null) continue;
    const same = (bySha256.get(digests['sha256'] ?? '') ?? []).filter((file) => fits(file, digests));
    const named = files.filter(({ path }) => isNamed(path, name));
    // A file with the whole name of another item is that one: EX-1.1 is no EX-1 in another format.
    const alike = files.filter(({ path }) => stemOf(path) === name && chain.items.get(fileOf(path)) === undefined);
    const fitting = [...same, ...named.filter((file) => !same.includes(file) && fits(file, digests))];
    for (const file of fitting) intact.add(file);
    compared += fitting.length > 0 ? 1 : 0;
    const shown = `"${escapeText(name, 64)}"`;
    // What bears the item's name is the item or passes itself off as it, whatever else has its digests.
    const isThere = [...named, ...alike].some((file) => fitting.includes(file));
    const other =
      otherOf(named.filter(isOwn), alike.filter(isOwn), fitting.filter(isOwn), known) ??
      // What it has handed on is its word no more, wherever else a file of that name lies.
      (state === 'held' ? otherOf(named.filter(isBeside), alike.filter(isBeside), fitting, known) : null);
    if (other !== null) {
      const where = { evidence: nameOf(other), pointer: '' };
      const elsewhere = fitting[0] === undefined ? '' : `; ${escapeText(nameOf(fitting[0]), 200)} has them`;
      checks.push(
        notPassed(
          'custody.items',
          where,
          'custody-item-mismatch',
          `${shown} has another digest than the log names last${elsewhere}`,
        ),
      );
    } else if (state === 'disposed' && fitting.length > 0 && (isThere || !isKept(chain, digests))) {
      const where = { evidence: nameOf(fitting[0]!), pointer: '' };
      checks.push(notPassed('custody.items', where, 'custody-item-present', `${shown} was disposed of, by the log`));
    } else if (fitting.length === 0 && state === 'held') {
      absent++;
      if (all)
        checks.push(notPassed('custody.items', at, 'custody-item-absent', `${shown} is held, and not among the files`));
    }
    if (checks.length >= LIMITS.custodyPlaces) break;
  }
  if (known.size === 0 && isBare)
    checks.push(notPassed('custody.items', at, 'custody-item-absent', 'the log brings no item into custody'));
  const found = [...intact];
  if (checks.length > 0) return { checks, intact: found };
  // Where single files were named and none is of this log, nothing of it was asked.
  if (compared === 0 && !all) return { checks: [], intact: [] };
  return { checks: [passed('custody.items', at, { compared, ...(all ? {} : { notAtHand: absent }) })], intact: found };
}

const isOwn = ({ own }: ItemAtHand): boolean => own;
const isBeside = ({ own }: ItemAtHand): boolean => !own;

/** What bears the item's name in one place and is not the item, if nothing that bears it there is; null: nothing is. */
function otherOf(
  named: readonly ItemAtHand[],
  alike: readonly ItemAtHand[],
  fitting: readonly ItemAtHand[],
  known: ReadonlySet<string | undefined>,
): ItemAtHand | null {
  if ([...named, ...alike].some((file) => fitting.includes(file))) return null;
  const swapped = alike.find(({ member }) => known.has(member.digests.get('sha256')!));
  return named[0] ?? (fitting.length === 0 ? alike[0] : swapped) ?? null;
}

function nameOf({ holding, member }: ItemAtHand): string {
  return memberName(holding, member.path);
}

/** Another item with the same digest is still there: a copy of what was disposed of. */
function isKept({ items }: CustodyChainResult, digests: Digests): boolean {
  return [...items.all].some(({ state, digests: other }) => {
    return state !== 'disposed' && other !== null && sameDigests(digests, other);
  });
}

/** By the whole path, or by the name of the file alone. */
function isNamed(path: string, name: string): boolean {
  return path === name || fileOf(path) === name;
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of the file without what follows its last dot. */
function stemOf(path: string): string {
  const file = fileOf(path);
  const dot = file.lastIndexOf('.');
  return dot > 0 ? file.slice(0, dot) : file;
}

/** All digests of the item that are of a kind that proves anything. */
function fits({ holding, member }: ItemAtHand, digests: Digests): boolean {
  const names = Object.keys(digests).filter(isHashName);
  if (names.length === 0) return false;
  const found = holding.digests(member, names);
  return found.ok && names.every((name) => found.value.get(name) === digests[name]);
}
