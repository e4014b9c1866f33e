// SPDX-License-Identifier: Apache-2.0
import { decodeHex } from '../encoding/hex.ts';
import { LIMITS } from '../encoding/limits.ts';
import { compareOctets } from '../encoding/octet-name.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { readLines } from '../evidence/line-file.ts';
import { digestPrefixed } from '../evidence/regular-file.ts';
import { checksumLine } from '../merkle/checksum-line.ts';
import { leafHashOf, type MerkleProfile } from '../merkle/profiles.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, finding, type Locator, malformedCheck } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { attempt, Malformed, type Problem } from '../model/malformed.ts';

/** What a leaf is: a file by its content, a file by digest and name, a line of a text, a digest on a line of its own. */
export type LeafKind = 'files' | 'named-files' | 'lines' | 'digests';
export const LEAF_KINDS: readonly LeafKind[] = ['files', 'named-files', 'lines', 'digests'];

/** Takes each leaf in its order. */
export type TakeLeaf = (hash: Bytes, name: string | null) => void;

export interface LeavesRead {
  /** Only of what could not be read: then there is no root. */
  readonly problem: { readonly at: Locator; readonly problem: Problem } | null;
  /** What the source itself says: `input.read`, `source.format`. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Leaves without a single octet: an empty file is evidence too, and is told. */
  readonly empty: number;
}

/** Every file of some holdings, in the order of the octets of their names: of several, files that were named one by one. */
export function takeFiles(
  holdings: readonly Holding[],
  kind: 'files' | 'named-files',
  profile: MerkleProfile,
  take: TakeLeaf,
): LeavesRead {
  const checks = holdings.flatMap((holding) => holding.checks);
  const findings = holdings.flatMap((holding) => [...holding.findings, ...uncovered(holding)]);
  const first = holdings[0];
  const files = holdings.flatMap((holding) =>
    holding.members.map((member) => ({ holding, member, ...nameOf(holding, member) })),
  );
  files.sort((a, b) => compareOctets(a.order, b.order));
  if (checks.some(({ outcome }) => outcome !== 'passed')) return { problem: null, checks, findings, empty: 0 };
  let empty = 0;
  for (const { holding, member, name } of files) {
    const hash = attempt(() => fileLeaf(holding, member, name, kind, profile));
    const at = { evidence: memberName(holding, member.path), pointer: '' };
    if (!hash.ok) return { problem: { at, problem: hash.problem }, checks, findings, empty };
    take(hash.value, name);
    if (member.size === 0) empty++;
  }
  const open = kind === 'files' && !profile.coversNames && first !== undefined;
  if (open) findings.push(finding('merkle-names-open', { evidence: first.name, pointer: '' }, `${files.length} files`));
  return { problem: null, checks, findings, empty };
}

/** Each line of a text is a leaf, an empty one too; or the digest on it, which must be the only thing there. */
export function takeLines(path: string, kind: 'lines' | 'digests', profile: MerkleProfile, take: TakeLeaf) {
  let empty = 0;
  let number = 0;
  const read = attempt(() =>
    readLines(
      path,
      (line) => {
        number++;
        if (line.length === 0) empty++;
        take(kind === 'lines' ? leafHashOf(profile, line) : digestLeaf(line, number, profile), null);
        return true;
      },
      true,
    ),
  );
  const at = { evidence: path, pointer: '' };
  const parsed = read.ok ? read.value : read;
  if (!parsed.ok) return { problem: { at, problem: parsed.problem }, checks: [], findings: [], empty, file: null };
  const findings = parsed.value.ended ? [] : [finding('merkle-line-open', at, `line ${number}`)];
  return { problem: null, checks: [], findings, empty, file: parsed.value };
}

/** The problem of what could not be read, as a check. */
export function leavesCheck({ problem }: Pick<LeavesRead, 'problem'>): Check | null {
  return problem === null ? null : malformedCheck('merkle.leaves', problem.at, problem.problem);
}

const DIGEST = /^(?:sha256:)?([0-9a-f]{64})$/;

function digestLeaf(line: Bytes, number: number, profile: MerkleProfile): Bytes {
  const text = attempt(() => decodeUtf8(line));
  const match = text.ok ? DIGEST.exec(text.value) : null;
  if (match === null) throw new Malformed('merkle-leaf-format', `line ${number} is no sha256 in lowercase hexadecimal`);
  const digest = decodeHex(match[1]!);
  return profile.digestIs === 'leaf-hash' ? digest : leafHashOf(profile, digest);
}

/** @throws Malformed `input-changed`, `input-unreadable`, `limit-exceeded` */
function fileLeaf(
  holding: Holding,
  member: Member,
  name: string,
  kind: 'files' | 'named-files',
  profile: MerkleProfile,
): Bytes {
  const sha256 = member.digests.get('sha256')!;
  if (kind === 'named-files') return leafHashOf(profile, encodeUtf8(checksumLine(sha256, name)));
  if (profile.leafPrefix.length === 0) return decodeHex(sha256);
  if (member.size <= LIMITS.artifactInMemory) {
    const bytes = holding.document(member, LIMITS.artifactInMemory);
    if (bytes.ok) return leafHashOf(profile, bytes.value);
    throw new Malformed(bytes.problem.reason, bytes.problem.detail);
  }
  const shown = memberName(holding, member.path);
  const path = holding.container === 'file' ? holding.name : (holding.pathOf?.(member.path) ?? null);
  if (path === null || path === '-')
    throw new Malformed('limit-exceeded', `${shown} is too large to be read within an archive or a pipe: unpack it`);
  const hash = digestPrefixed(path, shown, profile.leafPrefix, sha256);
  if (hash.ok) return decodeHex(hash.value);
  throw new Malformed(hash.problem.reason, hash.problem.detail);
}

/** A file that was named by itself has that name; one in a set its path there. */
function nameOf(holding: Holding, { path }: Member): { name: string; order: Bytes } {
  const name = path === '' ? holding.name : path;
  return { name, order: encodeUtf8(name) };
}

function uncovered(holding: Holding): Finding[] {
  return holding.others.map(({ path, what }) =>
    finding('merkle-not-covered', { evidence: memberName(holding, path), pointer: '' }, what),
  );
}
