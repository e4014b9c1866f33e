// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import { Malformed } from '../model/malformed.ts';
import type { Item, Report } from '../model/report.ts';
import { restate } from '../policy/restate.ts';
import { unfinished, wholeReport, withheld } from './compose-report.ts';
import { established, notEstablished } from './established.ts';
import { summarise } from './summary.ts';
import { verdictOf } from './verdict.ts';

/**
 * Whoever edits a report has to edit all of it. What follows from its checks, modes and rules is made again, by the functions that
 * a run makes it with: judgements, indication, decision and exit code of each item, what is established, every row of a summary,
 * the verdict, and the lists of names. That its checks and facts are true, nothing here shows.
 *
 * @throws Malformed `json-shape`, with the place
 */
export function refuseContradiction(report: Report, name: string): void {
  const wrong = (what: string) => new Malformed('json-shape', `${name} contradicts itself: ${what}`);
  const { items, verdict, interrupted, verified, failed } = report;
  items.forEach((item, i) => {
    const what = contradictionIn(item, report);
    if (what !== null) throw wrong(`/items/${i}${what}`);
  });
  const folded = verdictOf(items);
  const owed = interrupted === true ? unfinished(folded) : folded;
  if (!same(owed, verdict))
    throw wrong(
      `its items lead to exit ${owed.exitCode} ${owed.indication}, and it states exit ${verdict.exitCode} ${verdict.indication}`,
    );
  const listed = wholeReport({} as Report, items, {} as Report);
  if (!same([listed.verified, listed.failed], [verified, failed]))
    throw wrong('its lists of what was verified and what failed are not those of its items');
  if (items.some(({ proposed }) => proposed !== undefined) && withheld(items) !== items)
    throw wrong('it proposes a pin, and another item is not accepted');
}

/** Behind the place of the item: where, and why. */
function contradictionIn(item: Item, { at, weakenings }: Report): string | null {
  const { checks, judgements } = item;
  if (judgements.length < checks.length) return ' has a check that was not judged';
  const restated = restate(item);
  if ('why' in restated) return `${restated.place}: ${restated.why}`;
  const { judged, policy, rejudge, weakened } = restated;
  const lead = `the checks and rules of the item lead to exit ${judged.exitCode} ${judged.indication}`;
  for (const member of ['exitCode', 'indication', 'sub', 'decision'] as const)
    if (item[member] !== judged[member]) return `/${member} is ${JSON.stringify(item[member])}: ${lead}`;
  const other = judged.judgements.findIndex((one, i) => !same(one, judgements[i]));
  if (other !== -1) return `/judgements/${other} does not follow: ${lead}`;
  if (judgements.length !== judged.judgements.length)
    return `/judgements/${judged.judgements.length} follows from nothing`;
  const unsaid = weakened.find((words) => !weakenings.some((one) => one.startsWith(words)));
  if (unsaid !== undefined) return `/judgements: "${unsaid}" is not among the weakenings of the report`;
  if (item.sigstore !== null && item.exitCode !== 0) return '/sigstore stands for an item that is accepted';
  if (item.proposed !== undefined) {
    const pins = judgements.filter(({ reason }) => reason === 'policy-digest').map(({ rule }) => rule);
    if (item.modes.fallback !== 'auto_update' || pins.length === 0 || !same(item.proposed.rules, pins))
      return '/proposed follows from no rule of the item';
  }
  const made = {
    established: established(item, judged),
    notEstablished: notEstablished(item, judged),
    summary: summarise(item, at, policy, rejudge),
  };
  for (const member of ['established', 'notEstablished', 'summary'] as const) {
    const place = differsAt(made[member], item[member]);
    if (place !== null) return `/${member}${place} is not what the checks of the item lead to`;
  }
  return null;
}

/** The first member in which two lists differ, down to the name of it where both are objects. */
function differsAt(owed: readonly unknown[], stated: readonly unknown[]): string | null {
  const i = Array.from({ length: Math.max(owed.length, stated.length) }).findIndex(
    (_, at) => at >= owed.length || at >= stated.length || !same(owed[at], stated[at]),
  );
  if (i === -1) return null;
  const [one, other] = [owed[i], stated[i]];
  if (typeof one !== 'object' || typeof other !== 'object') return `/${i}`;
  const names = Object.keys(one as object) as (keyof object)[];
  const name = names.find((member) => !same((one as object)[member], (other as object)[member]));
  return name === undefined ? `/${i}` : `/${i}/${name}`;
}

function same(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalText(a) === canonicalText(b);
}
