// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Facts, malformedCheck, passed, skipped } from '../model/check.ts';
import { type Holding, type Member, memberName, type Origin, type OtherMember } from '../model/holding.ts';
import { attempt, Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';

/** An archive is an artifact too: what was digested of the file as a whole, where that was asked for. */
export interface ArchiveHolding extends Holding {
  readonly whole: ReadonlyMap<HashName, string> | null;
}

/** How the octets of members are had again after the first pass. */
export interface MemberAccess {
  /** @throws Malformed `limit-exceeded`, `input-unreadable`, `archive-…` */
  octets(member: Member): Bytes;
  /**
   * For a member that is larger than what is read at once.
   *
   * @throws Malformed as `octets`
   */
  digests(member: Member, algorithms: readonly HashName[]): ReadonlyMap<HashName, string>;
  close(): void;
}

export interface ReadArchive {
  readonly name: string;
  readonly container: 'tar' | 'zip';
  readonly origin: Origin;
  readonly members: readonly Member[];
  readonly others: readonly OtherMember[];
  readonly whole: ReadonlyMap<HashName, string> | null;
  readonly facts: Facts;
}

/** An archive that was read to its end, and held to be what every reader sees in it. */
export function holdArchive(read: ReadArchive, access: MemberAccess): ArchiveHolding {
  const { name, members, others, facts, ...rest } = read;
  const place = { evidence: name, pointer: '' };
  const known = new Map(members.map((member) => [member.path, member]));
  /** A member of another holding, or one that was made up, has no place here. */
  const own = (member: Member) => {
    const mine = known.get(member.path);
    if (mine === undefined) throw new Error(`${name} has no member of that path`);
    return mine;
  };
  const octets = (member: Member): Bytes => {
    const bytes = access.octets(member);
    if (bytes.length === member.size && digestHex('sha256', bytes) === member.digests.get('sha256')) return bytes;
    throw new Malformed('input-changed', `${memberName(read, member.path)} changed while it was examined`);
  };
  return {
    ...rest,
    name,
    members,
    others,
    findings: [],
    checks: [
      passed('input.read', place),
      passed('source.format', place, { ...facts, files: members.length, others: others.length }),
    ],
    document(member, limit = LIMITS.documentBytes) {
      const mine = own(member);
      if (mine.size > limit) return tooLarge(memberName(read, mine.path), mine.size, limit);
      return attempt(() => octets(mine));
    },
    digests(member, algorithms) {
      const mine = own(member);
      if (algorithms.every((algorithm) => mine.digests.has(algorithm))) return { ok: true, value: mine.digests };
      return attempt(() => {
        if (mine.size > LIMITS.documentBytes) {
          const again = access.digests(mine, ['sha256', ...algorithms]);
          if (again.get('sha256') === mine.digests.get('sha256')) return again;
          throw new Malformed('input-changed', `${memberName(read, mine.path)} changed while it was examined`);
        }
        const bytes = octets(mine);
        return new Map(algorithms.map((algorithm) => [algorithm, digestHex(algorithm, bytes)]));
      });
    },
    close: () => access.close(),
  };
}

/** An archive of which nothing is used: what was read of it before it failed might be read otherwise by others. */
export function refuseArchive(
  { name, container, origin }: Pick<Holding, 'name' | 'container' | 'origin'>,
  problem: Problem,
): ArchiveHolding {
  const place = { evidence: name, pointer: '' };
  const checks: Check[] = problem.reason.startsWith('input-')
    ? [malformedCheck('input.read', place, problem), skipped('source.format', place, 'input.read')]
    : [passed('input.read', place), malformedCheck('source.format', place, problem)];
  const none = (): Parsed<never> => ({ ok: false, problem });
  return {
    name,
    container,
    origin,
    members: [],
    others: [],
    whole: null,
    checks,
    findings: [],
    document: none,
    digests: none,
    close: () => {},
  };
}

function tooLarge(name: string, size: number, limit: number): Parsed<never> {
  return { ok: false, problem: { reason: 'limit-exceeded', detail: `${name} has ${size} bytes, more than ${limit}` } };
}
