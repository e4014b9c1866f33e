// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { encodeHex } from '../encoding/hex.ts';
import { openDirectory } from '../evidence/directory.ts';
import { holdFile } from '../evidence/file-holding.ts';
import { readInput } from '../evidence/input.ts';
import { openArchiveMember } from '../evidence/open-archive.ts';
import { pathKind } from '../evidence/path-kind.ts';
import { profileFindings } from '../merkle/profile-findings.ts';
import { DEFAULT_PROFILE, type MerkleProfile, type MerkleProfileId, PROFILES } from '../merkle/profiles.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import { type Holding, memberName } from '../model/holding.ts';
import type { InputRecord } from '../model/report.ts';
import {
  LEAF_KINDS,
  type LeafKind,
  leavesCheck,
  type TakeLeaf,
  takeFiles,
  takeLines,
} from '../verify/merkle-leaves.ts';
import { UsageError } from './usage-error.ts';

/** What every command over a set takes. */
export const SET_FLAGS = {
  'merkle-profile': Flags.string({
    options: Object.keys(PROFILES),
    description: `how leaves become one root, ${DEFAULT_PROFILE} where none is named (docs/spec/merkle-profiles-v1.md)`,
  }),
  leaves: Flags.string({
    options: [...LEAF_KINDS],
    default: 'files',
    description: 'what a leaf is: a file, a file by digest and name, a line, a digest on a line of its own',
  }),
} as const;

export interface SetAsked {
  readonly operands: readonly string[];
  readonly kind: LeafKind;
  readonly profile: MerkleProfile;
}

export function setAsked(
  operands: readonly string[],
  flags: { readonly leaves?: string | undefined; readonly 'merkle-profile'?: string | undefined },
): SetAsked {
  const kind = (flags.leaves ?? 'files') as LeafKind;
  const profile = PROFILES[(flags['merkle-profile'] ?? DEFAULT_PROFILE) as MerkleProfileId];
  const byLine = kind === 'lines' || kind === 'digests';
  if (byLine && (operands.length !== 1 || operands[0] === '-'))
    throw new UsageError(`--leaves ${kind} wants one file, by its name`);
  if (profile.coversNames && kind !== 'files')
    throw new UsageError(`--merkle-profile ${profile.id} sums names and digests of files: it wants --leaves files`);
  return { operands, kind, profile };
}

/** A decimal that no number rounds. */
export function countAsked(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : -1;
  if (value < 0 || !Number.isSafeInteger(value)) throw new UsageError(`--${flag} wants a whole number`);
  return value;
}

export interface SetRead {
  /** Those of the source, then `merkle.leaves`. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly inputs: readonly InputRecord[];
  /** Every leaf was read, and there is one. */
  readonly ok: boolean;
  readonly at: Locator;
}

/**
 * Reads every leaf in its order.
 *
 * @param facts asked for once all leaves were taken: they stand in `merkle.leaves`
 */
export async function readSet(
  { operands, kind, profile }: SetAsked,
  take: TakeLeaf,
  facts: () => Readonly<Record<string, string>>,
): Promise<SetRead> {
  const at = { evidence: setName(operands), pointer: '' };
  let count = 0;
  const counted: TakeLeaf = (hash: Bytes, name) => {
    take(hash, name);
    count++;
  };
  const source =
    kind === 'lines' || kind === 'digests' ? fromLines(operands[0]!, kind) : await fromFiles(operands, kind);
  function fromLines(path: string, of: 'lines' | 'digests') {
    const read = takeLines(path, of, profile, counted);
    const place = { evidence: path, pointer: '' };
    const isInput = read.problem?.problem.reason.startsWith('input-') === true;
    if (isInput)
      return {
        ...read,
        problem: null,
        checks: [malformedCheck('input.read', place, read.problem!.problem)],
        inputs: [],
      };
    const inputs: InputRecord[] =
      read.file === null ? [] : [{ name: path, role: 'evidence', size: read.file.size, sha256: read.file.sha256 }];
    return { ...read, checks: [passed('input.read', place)], inputs };
  }
  async function fromFiles(paths: readonly string[], of: 'files' | 'named-files') {
    const opened = await openSet(paths);
    const read = takeFiles(opened.holdings, of, profile, counted);
    for (const holding of opened.holdings) holding.close();
    const inputs = opened.holdings.flatMap(recordsOf);
    return { ...read, checks: [...opened.checks, ...read.checks], inputs };
  }
  const { checks, findings, inputs, empty } = source;
  const said = {
    profile: profile.id,
    order: profile.order,
    leafKind: kind,
    leaves: String(count),
    ...(empty === 0 ? {} : { emptyLeaves: String(empty) }),
  };
  const isRead = source.problem === null && checks.every(({ outcome }) => outcome === 'passed');
  const own =
    leavesCheck(source) ??
    (!isRead
      ? null
      : count === 0
        ? notPassed('merkle.leaves', at, 'merkle-empty', 'the set is empty: its root is that of nothing', said)
        : passed('merkle.leaves', at, { ...said, ...facts() }));
  return {
    checks: own === null ? checks : [...checks, own],
    findings: [...findings, ...profileFindings(profile.id, at)],
    inputs,
    ok: own?.outcome === 'passed',
    at,
  };
}

export function setName(operands: readonly string[]): string {
  return operands.length === 1 ? operands[0]! : `${operands.length} files`;
}

/** One folder or archive, or files that are named one by one: these stay closed, whatever they are. */
async function openSet(paths: readonly string[]): Promise<{ holdings: Holding[]; checks: Check[] }> {
  const [first] = paths;
  if (first !== undefined && paths.length === 1 && pathKind(first)?.kind === 'directory')
    return { holdings: [openDirectory(first)], checks: [] };
  const holdings: Holding[] = [];
  const checks: Check[] = [];
  if (new Set(paths).size !== paths.length) throw new UsageError('a file was named twice: it would be two leaves');
  for (const path of paths) {
    if (pathKind(path)?.kind === 'directory')
      throw new UsageError(`${path} is a folder: name one folder alone, or files`);
    const input = readInput(path, ['sha256']);
    if (!input.ok) {
      checks.push(malformedCheck('input.read', { evidence: path, pointer: '' }, input.problem));
      continue;
    }
    const holding = holdFile(input.value);
    const archive = paths.length === 1 ? await openArchiveMember(holding, holding.members[0]!) : null;
    holdings.push(archive ?? holding);
  }
  return { holdings, checks };
}

function recordsOf(holding: Holding): InputRecord[] {
  return holding.members.map((member) => ({
    name: memberName(holding, member.path),
    role: 'evidence',
    size: member.size,
    sha256: member.digests.get('sha256')!,
  }));
}

/** 64 hexadecimal digits, with `sha256:` in front or without. */
export function rootAsked(flag: string, text: string): string {
  const match = /^(?:sha256:)?([0-9a-fA-F]{64})$/.exec(text);
  if (match === null) throw new UsageError(`--${flag} wants 64 hexadecimal digits`);
  return match[1]!.toLowerCase();
}

/** The facts of a root, where there is one. */
export function rootFact(root: Bytes): { readonly root: string } {
  return { root: encodeHex(root) };
}
