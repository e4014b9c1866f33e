// SPDX-License-Identifier: Apache-2.0
import type { SideFile } from '../custody/chain.ts';
import { CUSTODY_LOG_NAME, isCustodyLog } from '../custody/timeline-name.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readEndedLines } from '../evidence/timeline-file.ts';
import { type Check, malformedCheck } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { Parsed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import type { Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { bundleVerifier } from './custody-bundles.ts';
import { compareCustodyItems, isSoundCustody } from './custody-items.ts';
import type { ExaminationContext } from './request.ts';
import {
  bytesSource,
  CUSTODY_KIND,
  expectedHead,
  type TimelineAsked,
  type TimelineSource,
  verifyTimeline,
  withChecks,
} from './timeline.ts';

const CHECKPOINT = /^checkpoints\/(?:0|[1-9][0-9]*)\.note$/;
const TOKEN = /^timestamps\/(?:0|[1-9][0-9]*)\.tsr$/;

/**
 * A custody log `custody.jsonl`, its checkpoints and tokens beside it, and the items that lie there: by the keys that the examiner
 * names, as `custody verify` does, and the digests of the items too (C11).
 */
export const CUSTODY_LOGS: ArrangementKind = {
  // Not the kind of its items: a log is evidence itself.
  id: 'custody-log',
  find: (holding) => holding.members.flatMap((member) => (isLog(holding, member) ? [folderOf(member)] : [])),
  read: readFolder,
};

function isLog({ name, container }: Holding, { path }: Member): boolean {
  return isCustodyLog(container === 'file' ? name : path);
}

/** The folder that a log lies in: '', or ending in a slash. */
function folderOf({ path }: Member): string {
  return path === '' ? '' : path.slice(0, -CUSTODY_LOG_NAME.length);
}

function readFolder(holding: Holding, folder: string, context: ExaminationContext): Arrangement {
  const log = holding.members.find((member) => isLog(holding, member) && folderOf(member) === folder)!;
  const name = memberName(holding, log.path);
  const covered = new Map([[log.path, 'a custody log']]);
  const none = { artifacts: [], entities: [], covered };
  const source = sourceOf(holding, log, name);
  if (!source.ok) {
    const checks = [malformedCheck('input.read', { evidence: name, pointer: '' }, source.problem)];
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
  const { item, chain } = verifyTimeline(source.value, {
    ...askedOf(context),
    expectHead: expectedHead(source.value, context.custody?.heads ?? []),
    notes: beside(CHECKPOINT, 'a checkpoint of a custody log'),
    tokens: beside(TOKEN, 'a token over a checkpoint of a custody log'),
  });
  // Of a file that was named alone nobody knows what lies beside it.
  if (chain === null || holding.container === 'file') return { ...none, items: [withChecks(item, failed)] };
  const scope = scopeOf(folder);
  const members = holding.members.filter(({ path }) => path.startsWith(scope) && !covered.has(path));
  const { checks, intact } = compareCustodyItems(holding, scope, members, chain, name);
  const spokenOf = isSoundCustody(item.checks) ? intact : [];
  const about = spokenOf.slice(0, LIMITS.custodyRows).map((member): ItemFacts['artifacts'][number] => ({
    name: memberName(holding, member.path),
    digests: Object.fromEntries(member.digests),
  }));
  const told = withChecks({ ...item, artifacts: about }, [...failed, ...checks]);
  return { ...none, items: [told], spokenOf: spokenOf.map(({ path }) => path) };
}

/** A log in a folder `custody` of its own is about what lies beside that folder. */
function scopeOf(folder: string): string {
  return folder.replace(/(^|\/)custody\/$/, '$1');
}

function askedOf(context: ExaminationContext): Omit<TimelineAsked, 'expectHead' | 'notes' | 'tokens'> {
  const { custody, keys, roots } = context;
  return {
    engine: context.engine,
    at: context.at,
    tolerance: BigInt(context.skewSeconds) * NANOSECONDS_PER_SECOND,
    keys: [...(custody?.keys ?? []), ...keys.map(({ key, scheme }) => ({ id: null, key, scheme }))],
    logs: custody?.logs ?? [],
    witnesses: custody?.witnesses ?? [],
    quorum: custody?.quorum ?? 0,
    authorities: [...roots.flatMap((root) => root.timestampAuthorities), ...context.extraTimestampAuthorities],
    bundles: bundleVerifier(context),
    keep: false,
    knownAt: null,
  };
}

/** A log that is too large for a document is read line by line where it lies on disk by itself. */
function sourceOf(holding: Holding, log: Member, name: string): Parsed<TimelineSource> {
  const path = holding.container === 'file' ? holding.name : (holding.pathOf?.(log.path) ?? null);
  if (log.size > LIMITS.documentBytes && path !== null)
    return { ok: true, value: onDisk(path, name, log.digests.get('sha256')!) };
  const bytes = holding.document(log, LIMITS.artifactInMemory);
  return bytes.ok ? { ok: true, value: bytesSource(name, bytes.value) } : bytes;
}

function onDisk(path: string, name: string, sha256: string): TimelineSource {
  return {
    name,
    each(line) {
      const read = readEndedLines(path, line);
      if (!read.ok || read.value.sha256 === sha256) return read;
      return { ok: false, problem: { reason: 'input-changed', detail: `${name} is not what was digested before` } };
    },
  };
}
