// SPDX-License-Identifier: Apache-2.0
import { rootsKnownAt } from '../custody/known-at.ts';
import { openerOf } from '../custody/opener.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Check, malformedCheck } from '../model/check.ts';
import { type Holding, memberName } from '../model/holding.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import type { ItemFacts } from '../model/report.ts';
import { revokedKeys, unasked } from '../trust/revocation/data.ts';
import type { Around, Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { bundleVerifier } from './custody-bundles.ts';
import { type CustodyFolder, custodyFolders, isLogMember } from './custody-folder.ts';
import { compareCustodyItems, type ItemAtHand, isSoundCustody } from './custody-items.ts';
import { layOut } from './given-timelines.ts';
import type { ExaminationContext } from './request.ts';
import {
  CUSTODY_KIND,
  type GivenTimeline,
  type Timeline,
  type TimelineAsked,
  verifyTimelines,
  withChecks,
} from './timeline.ts';

/**
 * Custody logs `custody.jsonl`, their checkpoints and tokens beside them, and the items that lie there or were named beside them:
 * by the keys that the examiner names, as `custody verify` does, and the digests of the items too (C11). All that lie in one holding
 * are judged together: what one has released another may have received.
 */
export const CUSTODY_LOGS: ArrangementKind = {
  // Not the kind of its items: a log is evidence itself.
  id: 'custody-log',
  find: (holding) => (holding.members.some((member) => isLogMember(holding, member)) ? [''] : []),
  read: (holding, _, context, around) => new CustodyFolders(holding, context, around).read(),
};

interface FolderRead {
  readonly name: string;
  readonly folder: string;
  readonly given: GivenTimeline;
  readonly failed: readonly Check[];
}

/** The logs of one holding. */
class CustodyFolders {
  readonly #holding: Holding;
  readonly #context: ExaminationContext;
  readonly #around: Around;
  readonly #covered = new Map<string, string>();

  constructor(holding: Holding, context: ExaminationContext, around: Around) {
    this.#holding = holding;
    this.#context = context;
    this.#around = around;
  }

  read(): Arrangement {
    const refused: ItemFacts[] = [];
    const folders = custodyFolders(this.#holding).flatMap((folder): FolderRead[] => {
      const read = this.#folder(folder);
      if ('given' in read) return [read];
      refused.push(read);
      return [];
    });
    const given = folders.map((one) => one.given);
    const judged = verifyTimelines(given, { ...askedOf(this.#context), expectHead: null, notes: [], tokens: [] });
    const told = judged.map((timeline, i) => this.#withItems(timeline, folders[i]!));
    return {
      artifacts: [],
      entities: [],
      covered: this.#covered,
      items: [...refused, ...told.map(({ item }) => item)],
      spokenOf: told.flatMap(({ spokenOf }) => spokenOf),
    };
  }

  #folder({ name, folder, source, notes, tokens, failed, covered }: CustodyFolder): FolderRead | ItemFacts {
    for (const [path, what] of covered) this.#covered.set(path, what);
    if (!source.ok) {
      const checks = [malformedCheck('input.read', { evidence: name, pointer: '' }, source.problem)];
      return { ...EMPTY_ITEM, name, kind: CUSTODY_KIND, checks };
    }
    const heads = this.#context.custody?.heads ?? [];
    const [given] = layOut([this.#around.ahead(source.value)], { notes, tokens }, heads).given;
    return { name, folder, given: given!, failed };
  }

  #withItems({ item, chain }: Timeline, { name, folder, failed }: FolderRead) {
    const files = chain === null ? [] : this.#filesFor(folder);
    // Of a file that was named alone nobody knows what lies beside it.
    if (chain === null || (files.length === 0 && this.#holding.container === 'file'))
      return { item: withChecks(item, failed), spokenOf: [] };
    const all = files.length === 0 || files.some(({ holding }) => holding.container !== 'file');
    const isBare = this.#holding.members.every(({ path }) => this.#covered.has(path)) && files.length === 0;
    const { checks, intact } = compareCustodyItems(files, all, chain, name, isBare);
    const spokenOf = isSoundCustody(item.checks) ? intact : [];
    const about = spokenOf.slice(0, LIMITS.custodyRows).map(({ holding, member }): ItemFacts['artifacts'][number] => ({
      name: memberName(holding, member.path),
      digests: Object.fromEntries(member.digests),
    }));
    const told = withChecks({ ...item, artifacts: about }, [...failed, ...checks]);
    return { item: told, spokenOf };
  }

  /** What lies in the folder of the log; files that were named by themselves; and for a log that was, whatever has no log of its own. */
  #filesFor(folder: string): ItemAtHand[] {
    const holding = this.#holding;
    const isFile = holding.container === 'file';
    const scope = scopeOf(folder);
    const own = isFile ? [] : filesOf(holding, scope, true).filter(({ member }) => !this.#covered.has(member.path));
    const others = this.#around.operands.filter(
      (one) => (one.container === 'file' || isFile) && !one.members.some((member) => isLogMember(one, member)),
    );
    return [...own, ...others.flatMap((one) => filesOf(one, '', false))];
  }
}

function filesOf(holding: Holding, scope: string, own: boolean): ItemAtHand[] {
  const { container, members, name } = holding;
  return members.flatMap((member): ItemAtHand[] => {
    if (container === 'file') return [{ holding, member, path: name, own }];
    return member.path.startsWith(scope) ? [{ holding, member, path: member.path.slice(scope.length), own }] : [];
  });
}

/** A log in a folder `custody` of its own is about what lies beside that folder. */
function scopeOf(folder: string): string {
  return folder.replace(/(^|\/)custody\/$/, '$1');
}

function askedOf(context: ExaminationContext): Omit<TimelineAsked, 'expectHead' | 'notes' | 'tokens'> {
  const { custody, keys } = context;
  const knownAt = custody?.knownAt ?? null;
  const { roots } = rootsKnownAt(context.roots, knownAt);
  return {
    engine: context.engine,
    at: context.at,
    tolerance: BigInt(context.skewSeconds) * NANOSECONDS_PER_SECOND,
    keys: [...(custody?.keys ?? []), ...keys.map(openerOf)],
    ...(context.revocation === undefined
      ? {}
      : { revoked: revokedKeys(context.revocation), revocation: unasked(context.revocation) }),
    logs: custody?.logs ?? [],
    witnesses: custody?.witnesses ?? [],
    quorum: custody?.quorum ?? 0,
    authorities: [...roots.flatMap((root) => root.timestampAuthorities), ...context.extraTimestampAuthorities],
    bundles: bundleVerifier({ ...context, roots }),
    keep: false,
    knownAt,
  };
}
