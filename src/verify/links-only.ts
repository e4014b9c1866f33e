// SPDX-License-Identifier: Apache-2.0

import type { Engine } from '../crypto/engine.ts';
import { underEngine } from '../crypto/engine.ts';
import { CUSTODY_CHECKS, type CustodyCheck, Ledger } from '../custody/ledger.ts';
import { Links } from '../custody/links.ts';
import { rollUps } from '../custody/roll-ups.ts';
import { type Check, type Locator, malformedCheck, passed } from '../model/check.ts';
import type { CustodyFacts } from '../model/custody-facts.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { CUSTODY_KIND, type GivenTimeline } from './timeline.ts';

/** What is asked where links alone are followed. */
const ASKED: ReadonlySet<CustodyCheck> = new Set<CustodyCheck>([
  'custody.links',
  'custody.sequence',
  'custody.tail',
  'custody.count',
]);

/** Numbers and links of a log, and where it ends: for a log too long to be verified at once. Nobody's signature is looked at, so that nothing passes. */
export function followLinks({ source, expectHead }: GivenTimeline, engine: Engine): ItemFacts {
  const at: Locator = { evidence: source.name, pointer: '' };
  const item = (checks: readonly Check[]) => ({ ...EMPTY_ITEM, name: source.name, kind: CUSTODY_KIND, checks });
  const ledger = new Ledger();
  const links = new Links(ledger, expectHead);
  const read = source.each((bytes) => underEngine(engine, () => links.line(bytes)));
  if (!read.ok) return item([malformedCheck('input.read', at, read.problem)]);
  conclude(links, ledger, read.value.torn, expectHead);
  const isBroken = ledger.has('custody.format');
  const because = new Map<CustodyCheck, CustodyCheck>(
    CUSTODY_CHECKS.flatMap((id) => (ASKED.has(id) ? [] : [[id, 'custody.signature']])),
  );
  // What stands at the end is no line.
  if (isBroken) because.set('custody.tail', 'custody.format');
  const checks = [passed('input.read', at), ...ledger.checks(at, because, new Set<CustodyCheck>(['custody.items']))];
  return { ...item(checks), version: '1', custody: factsOf(links, checks) };
}

function conclude(links: Links, ledger: Ledger, torn: number, expectHead: string | null): void {
  const { lines, head, root, sequence, found } = links;
  sequence.finish();
  if (torn > 0)
    ledger.note(
      'custody.format',
      lines,
      'torn-tail',
      `${torn} octets stand after the last line feed, behind line ${lines}`,
    );
  if (lines === 0) ledger.note('custody.format', null, 'custody-log-empty', 'there is no line');
  ledger.note('custody.signature', null, 'custody-links-only', `no signature of ${lines} lines was verified`);
  ledger.facts('custody.links', { head, root });
  ledger.facts('custody.count', { lines, judged: lines });
  ledger.facts('custody.tail', { lines, head, expected: expectHead, closed: sequence.closed !== null });
  if (expectHead !== null && expectHead !== head) {
    const where = found === null ? 'no line is' : `line ${found + 1} of ${lines} is`;
    const detail = `sha256:${expectHead} was expected to be the last line: ${where}`;
    ledger.note('custody.tail', null, 'custody-head-mismatch', detail);
  } else if (expectHead === null && !ledger.has('custody.format')) {
    const said = sequence.closed === null ? 'the log is not closed' : 'who has closed the log was not asked';
    ledger.note('custody.tail', null, 'custody-end-open', `no head was expected, and ${said}`);
  }
}

function factsOf({ lines, head, root, sequence }: Links, checks: readonly Check[]): CustodyFacts {
  return {
    origin: sequence.origin,
    case: sequence.caseId,
    rollUps: rollUps(checks),
    lines,
    linesOfFile: lines,
    head,
    merkleProfile: 'rfc6962',
    root,
    closed: sequence.closed !== null,
    checkpointed: 0,
    anchored: 0,
    orderUndecided: Math.max(0, lines - 1),
    keys: [],
    items: [],
    itemsNotShown: 0,
    intervals: [],
    intervalsNotShown: lines,
  };
}
