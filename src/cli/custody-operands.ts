// SPDX-License-Identifier: Apache-2.0
import { archiveKind } from '../evidence/archive-kind.ts';
import { openDirectory } from '../evidence/directory.ts';
import { openArchive } from '../evidence/open-archive.ts';
import { pathKind } from '../evidence/path-kind.ts';
import type { Check } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import type { InputRecord } from '../model/report.ts';
import { type CustodyFolder, custodyFolders, isCustodyPart } from '../verify/custody-folder.ts';
import { UsageError } from './usage-error.ts';

/** A timeline that was named: by its file, or by what it lies in together with its checkpoints and tokens. */
export interface NamedTimeline {
  readonly name: string;
  /** null: the file alone. */
  readonly folder: CustodyFolder | null;
  /** What could not be read of the place where it lies. */
  readonly failed: readonly Check[];
}

export interface NamedTimelines {
  readonly timelines: readonly NamedTimeline[];
  /** What was read beside the files that were named. */
  readonly inputs: readonly InputRecord[];
  close(): void;
}

/**
 * Operands of commands that read timelines: files as they are, and of folders and archives (tar, zip, a bag of either) every
 * custody log in them. Of a folder nothing else is read.
 *
 * @throws UsageError where there is no custody log in one
 */
export async function namedTimelines(operands: readonly string[]): Promise<NamedTimelines> {
  const opened: Holding[] = [];
  const inputs: InputRecord[] = [];
  const timelines: NamedTimeline[] = [];
  const close = (): void => {
    for (const holding of opened) holding.close();
  };
  try {
    for (const operand of operands) {
      const holding = await holdingAt(operand);
      if (holding === null) timelines.push({ name: operand, folder: null, failed: [] });
      else {
        opened.push(holding);
        timelines.push(...timelinesIn(holding, inputs));
      }
    }
  } catch (error) {
    close();
    throw error;
  }
  return { timelines, inputs, close };
}

async function holdingAt(path: string): Promise<Holding | null> {
  const found = pathKind(path);
  if (found?.kind === 'directory') return openDirectory(path, undefined, 'named', undefined, isCustodyPart);
  if (found === null || archiveKind(found.head) === null) return null;
  return openArchive(path, 'named');
}

function timelinesIn(holding: Holding, inputs: InputRecord[]): NamedTimeline[] {
  const { name, checks, members } = holding;
  const failed = checks.filter(({ outcome }) => outcome !== 'passed');
  const folders = custodyFolders(holding);
  if (folders.length === 0) {
    if (failed.length === 0) throw new UsageError(`${name} holds no custody.jsonl: name the timeline itself`);
    return [{ name, folder: null, failed }];
  }
  const byPath = new Map(members.map((member) => [member.path, member]));
  for (const { covered } of folders)
    for (const path of covered.keys()) inputs.push(recordOf(holding, byPath.get(path)!));
  return folders.map((folder, i) => ({ name: folder.name, folder, failed: i === 0 ? failed : [] }));
}

function recordOf(holding: Holding, { path, size, digests }: Member): InputRecord {
  return { name: memberName(holding, path), role: 'evidence', size, sha256: digests.get('sha256')! };
}
