// SPDX-License-Identifier: Apache-2.0
import type { SideFile } from '../custody/chain.ts';
import { CUSTODY_LOG_NAME, isCustodyLog } from '../custody/timeline-name.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readEndedLines } from '../evidence/timeline-file.ts';
import { type Check, malformedCheck } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import type { Parsed } from '../model/malformed.ts';
import { bytesSource, type TimelineSource } from './timeline.ts';

const CHECKPOINT = /^checkpoints\/(?:0|[1-9][0-9]*)\.note$/;
const TOKEN = /^timestamps\/(?:0|[1-9][0-9]*)\.tsr$/;
const ANY_PART = /(?:^|\/)(?:custody\.jsonl|checkpoints\/(?:0|[1-9][0-9]*)\.note|timestamps\/(?:0|[1-9][0-9]*)\.tsr)$/;

/** A custody log where it lies, with its checkpoints and the tokens over them (custody timeline v1, section 7). */
export interface CustodyFolder {
  readonly name: string;
  /** Where it lies in the holding: '', or ending in a slash. */
  readonly folder: string;
  readonly log: Member;
  readonly source: Parsed<TimelineSource>;
  readonly notes: readonly SideFile[];
  readonly tokens: readonly SideFile[];
  /** Side files that could not be read. */
  readonly failed: readonly Check[];
  /** By path: what each member is. */
  readonly covered: ReadonlyMap<string, string>;
}

/** By its name alone: whether a file in a folder is one of those that a custody log is made of. */
export function isCustodyPart(path: string): boolean {
  return ANY_PART.test(path);
}

export function isLogMember({ name, container }: Holding, { path }: Member): boolean {
  return isCustodyLog(container === 'file' ? name : path);
}

/** Every custody log in a holding. */
export function custodyFolders(holding: Holding): CustodyFolder[] {
  return holding.members.filter((member) => isLogMember(holding, member)).map((log) => custodyFolder(holding, log));
}

function custodyFolder(holding: Holding, log: Member): CustodyFolder {
  const name = memberName(holding, log.path);
  const folder = log.path === '' ? '' : log.path.slice(0, -CUSTODY_LOG_NAME.length);
  const covered = new Map([[log.path, 'a custody log']]);
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
  const notes = beside(CHECKPOINT, 'a checkpoint of a custody log');
  const tokens = beside(TOKEN, 'a token over a checkpoint of a custody log');
  return { name, folder, log, source: sourceOf(holding, log, name), notes, tokens, failed, covered };
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
