// SPDX-License-Identifier: Apache-2.0

import { isHashName } from '../crypto/digest.ts';
import type { CustodyChainResult, SideFile } from '../custody/chain.ts';
import type { Digests } from '../custody/event.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Check, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import type { ExaminationContext } from './request.ts';
import { bytesSource, CUSTODY_KIND, verifyTimeline, withChecks } from './timeline.ts';

const FILE = 'custody.jsonl';
const CHECKPOINT = /^checkpoints\/(?:0|[1-9][0-9]*)\.note$/;
const TOKEN = /^timestamps\/(?:0|[1-9][0-9]*)\.tsr$/;

/**
 * A custody log `custody.jsonl`, its checkpoints and tokens beside it, and the items that lie there: by the keys that the examiner
 * names, as `custody verify` does, and the digests of the items too (C11).
 */
export const CUSTODY_LOGS: ArrangementKind = {
  // Not the kind of its items: a log is evidence itself.
  id: 'custody-log',
  find: (holding) =>
    holding.members.flatMap(({ path }) =>
      path === FILE || path.endsWith(`/${FILE}`) ? [path.slice(0, -FILE.length)] : [],
    ),
  read: readFolder,
};

function readFolder(holding: Holding, folder: string, context: ExaminationContext): Arrangement {
  const log = holding.members.find(({ path }) => path === `${folder}${FILE}`)!;
  const name = memberName(holding, log.path);
  const at = { evidence: name, pointer: '' };
  const covered = new Map([[log.path, 'a custody log']]);
  const none = { artifacts: [], entities: [], covered };
  const bytes = holding.document(log, LIMITS.artifactInMemory);
  if (!bytes.ok) {
    const checks = [malformedCheck('input.read', at, bytes.problem)];
    return { ...none, items: [{ ...EMPTY_ITEM, name, kind: CUSTODY_KIND, checks }] };
  }
  const failed: Check[] = [];
  const beside = (pattern: RegExp, what: string): SideFile[] =>
    holding.members.flatMap((member) => {
      if (!member.path.startsWith(folder) || !pattern.test(member.path.slice(folder.length))) return [];
      covered.set(member.path, what);
      const read = holding.document(member);
      const evidence = memberName(holding, member.path);
      if (read.ok) return [{ name: evidence, bytes: read.value }];
      failed.push(malformedCheck('input.read', { evidence, pointer: '' }, read.problem));
      return [];
    });
  const { item, chain } = verifyTimeline(bytesSource(name, bytes.value), {
    engine: context.engine,
    at: context.at,
    tolerance: BigInt(context.skewSeconds) * NANOSECONDS_PER_SECOND,
    keys: context.keys.map(({ key, scheme }) => ({ id: null, key, scheme })),
    logs: [],
    witnesses: [],
    quorum: 0,
    authorities: [...context.roots.flatMap((root) => root.timestampAuthorities), ...context.extraTimestampAuthorities],
    expectHead: null,
    keep: false,
    knownAt: null,
    notes: beside(CHECKPOINT, 'a checkpoint of a custody log'),
    tokens: beside(TOKEN, 'a token over a checkpoint of a custody log'),
  });
  if (chain === null) return { ...none, items: [withChecks(item, failed)] };
  const members = holding.members.filter(({ path }) => path.startsWith(folder) && !covered.has(path));
  const items = compareItems(holding, folder, members, chain, name);
  const sound = isSound(item.checks);
  for (const path of items.intact) if (sound) covered.set(path, 'an item of a custody log');
  return { ...none, items: [withChecks(item, [...failed, ...items.checks])] };
}

/** Who signed, and what the items were, is borne out: only then does the log speak for what lies beside it. */
function isSound(checks: readonly Check[]): boolean {
  return (
    checks.every(({ outcome }) => outcome !== 'failed') &&
    passes(checks, 'custody.signature') &&
    passes(checks, 'custody.digests')
  );
}

function passes(checks: readonly Check[], id: Check['id']): boolean {
  return checks.some((check) => check.id === id && check.outcome === 'passed');
}

/** C11: what is in custody by the log, against what lies there. */
function compareItems(
  holding: Holding,
  folder: string,
  members: readonly Member[],
  chain: CustodyChainResult,
  log: string,
): { readonly checks: readonly Check[]; readonly intact: readonly string[] } {
  const at = { evidence: log, pointer: '' };
  const unknown = chain.checks.find(({ id, outcome }) => id === 'custody.digests' && outcome === 'skipped');
  if (unknown?.outcome === 'skipped') return { checks: [skipped('custody.items', at, unknown.because)], intact: [] };
  const bySha256 = new Map<string, Member[]>();
  for (const member of members) {
    const hex = member.digests.get('sha256')!;
    bySha256.set(hex, [...(bySha256.get(hex) ?? []), member]);
  }
  const checks: Check[] = [];
  const intact: string[] = [];
  let compared = 0;
  for (const { name, state, digests } of chain.items.all) {
    if (digests === null) continue;
    const same = (bySha256.get(digests['sha256'] ?? '') ?? []).filter((member) => fits(holding, member, digests));
    const named = members.filter(({ path }) => isNamed(path.slice(folder.length), name));
    const fitting = [...same, ...named.filter((member) => !same.includes(member) && fits(holding, member, digests))];
    for (const { path } of fitting) intact.push(path);
    compared += fitting.length > 0 ? 1 : 0;
    const [other] = named.filter((member) => !fitting.includes(member));
    const shown = `"${escapeText(name, 64)}"`;
    if (fitting.length > 0) continue;
    if (other !== undefined) {
      const where = { evidence: memberName(holding, other.path), pointer: '' };
      checks.push(
        notPassed(
          'custody.items',
          where,
          'custody-item-mismatch',
          `${shown} has another digest than the log names last`,
        ),
      );
    } else if (state === 'held')
      checks.push(notPassed('custody.items', at, 'custody-item-absent', `${shown} is held, and not among the files`));
    if (checks.length >= LIMITS.custodyPlaces) break;
  }
  return { checks: checks.length > 0 ? checks : [passed('custody.items', at, { compared })], intact };
}

/** By the whole path, or by the name of the file alone. */
function isNamed(path: string, name: string): boolean {
  return path === name || path.slice(path.lastIndexOf('/') + 1) === name;
}

/** All digests of the item that are of a kind that proves anything. */
function fits(holding: Holding, member: Member, digests: Digests): boolean {
  const names = Object.keys(digests).filter(isHashName);
  if (names.length === 0) return false;
  const found = holding.digests(member, names);
  return found.ok && names.every((name) => found.value.get(name) === digests[name]);
}
