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

export interface ComparedItems {
  readonly checks: readonly Check[];
  /** Those that have the digests that the log names last. */
  readonly intact: readonly Member[];
}

/**
 * C11: what is in custody by the log, against what lies there.
 *
 * @param folder whose members are meant, '' or ending in a slash
 * @param log its name
 * @param isBare nothing lies there but logs and what is theirs: of a log without items the question is of nothing at all
 */
export function compareCustodyItems(
  holding: Holding,
  folder: string,
  members: readonly Member[],
  chain: CustodyChainResult,
  log: string,
  isBare = false,
): ComparedItems {
  const at = { evidence: log, pointer: '' };
  const unknown = chain.checks.find(({ id, outcome }) => id === 'custody.digests' && outcome === 'skipped');
  if (unknown?.outcome === 'skipped') return { checks: [skipped('custody.items', at, unknown.because)], intact: [] };
  const bySha256 = new Map<string, Member[]>();
  for (const member of members) {
    const hex = member.digests.get('sha256')!;
    bySha256.set(hex, [...(bySha256.get(hex) ?? []), member]);
  }
  const known = new Set([...chain.items.all].map(({ digests }) => digests?.['sha256']));
  const checks: Check[] = [];
  const intact = new Set<Member>();
  let compared = 0;
  for (const { name, state, digests } of chain.items.all) {
    if (digests === null) continue;
    const same = (bySha256.get(digests['sha256'] ?? '') ?? []).filter((member) => fits(holding, member, digests));
    const named = members.filter(({ path }) => isNamed(path.slice(folder.length), name));
    // A file with the whole name of another item is that one: EX-1.1 is no EX-1 in another format.
    const alike = members.filter(({ path }) => stemOf(path) === name && chain.items.get(fileOf(path)) === undefined);
    const fitting = [...same, ...named.filter((member) => !same.includes(member) && fits(holding, member, digests))];
    for (const member of fitting) intact.add(member);
    compared += fitting.length > 0 ? 1 : 0;
    const shown = `"${escapeText(name, 64)}"`;
    // What bears the item's name is the item or passes itself off as it, whatever else has its digests.
    const isThere = [...named, ...alike].some((member) => fitting.includes(member));
    const swapped = alike.find(({ digests }) => known.has(digests.get('sha256')!));
    const other = isThere ? undefined : (named[0] ?? (fitting.length === 0 ? alike[0] : swapped));
    if (other !== undefined) {
      const where = { evidence: memberName(holding, other.path), pointer: '' };
      const elsewhere =
        fitting[0] === undefined ? '' : `; ${escapeText(memberName(holding, fitting[0].path), 200)} has them`;
      checks.push(
        notPassed(
          'custody.items',
          where,
          'custody-item-mismatch',
          `${shown} has another digest than the log names last${elsewhere}`,
        ),
      );
    } else if (state === 'disposed' && fitting.length > 0 && (isThere || !isKept(chain, digests))) {
      const where = { evidence: memberName(holding, fitting[0]!.path), pointer: '' };
      checks.push(notPassed('custody.items', where, 'custody-item-present', `${shown} was disposed of, by the log`));
    } else if (fitting.length === 0 && state === 'held')
      checks.push(notPassed('custody.items', at, 'custody-item-absent', `${shown} is held, and not among the files`));
    if (checks.length >= LIMITS.custodyPlaces) break;
  }
  if (known.size === 0 && isBare)
    checks.push(notPassed('custody.items', at, 'custody-item-absent', 'the log brings no item into custody'));
  return { checks: checks.length > 0 ? checks : [passed('custody.items', at, { compared })], intact: [...intact] };
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
function fits(holding: Holding, member: Member, digests: Digests): boolean {
  const names = Object.keys(digests).filter(isHashName);
  if (names.length === 0) return false;
  const found = holding.digests(member, names);
  return found.ok && names.every((name) => found.value.get(name) === digests[name]);
}
