// SPDX-License-Identifier: Apache-2.0
import { type Bag, findBags, nameOf, problemsOfCompleteness, problemsOfValidity, readBag } from '../evidence/bag.ts';
import { type Check, type Facts, malformedCheck, passed, skipped } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { type Holding, memberName } from '../model/holding.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';

/**
 * Bags (RFC 8493): is one complete, and valid. It shows that nothing in it has changed since somebody made it, and nothing of
 * who that was: what lies in it is judged as in any other folder, and nothing is attested by being in a bag.
 */
export const BAGS: ArrangementKind = { id: 'bagit-bag', find: findBags, read: readArranged };

const SHOWN = 16;
const TAG_FILE = /^(?:bagit|bag-info|fetch|(?:tag)?manifest-[a-z0-9]+)\.txt$/;

function readArranged(holding: Holding, folder: string): Arrangement {
  const name = folder === '' ? holding.name : memberName(holding, folder.slice(0, -1));
  const at = { evidence: name, pointer: '' };
  const bag = attempt(() => readBag(holding, folder));
  const checks: Check[] = bag.ok
    ? judged(bag.value, holding, name)
    : [
        malformedCheck('bag.format', at, bag.problem),
        ...(['bag.complete', 'bag.valid'] as const).map((id) => skipped(id, at, 'bag.format')),
      ];
  const covered = new Map<string, string>();
  for (const { path } of holding.members) {
    if (path.startsWith(folder) && TAG_FILE.test(path.slice(folder.length))) covered.set(path, 'a tag file of a bag');
  }
  const version = bag.ok ? bag.value.version : '';
  const item = { ...EMPTY_ITEM, name, kind: BAGS.id, version, checks };
  return { items: [item], artifacts: [], entities: [], covered };
}

function judged(bag: Bag, holding: Holding, evidence: string): Check[] {
  const facts: Facts = {
    version: bag.version,
    manifests: bag.manifests.map(nameOf),
    payload: [...bag.members.keys()].filter((path) => path.startsWith('data/')).length,
  };
  const at = { evidence, pointer: '' };
  const each = (id: CheckId, problems: readonly Problem[]): Check[] =>
    problems.length === 0
      ? [passed(id, at, facts)]
      : problems.slice(0, SHOWN).map((problem) => malformedCheck(id, at, problem, { problems: problems.length }));
  return [
    passed('bag.format', at, facts),
    ...each('bag.complete', problemsOfCompleteness(bag)),
    ...each('bag.valid', problemsOfValidity(bag, holding)),
  ];
}
