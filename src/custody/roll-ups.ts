// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { RollUp, RollUpName } from '../model/custody-facts.ts';
import type { CustodyCheck } from './ledger.ts';

/** Which question each invariant answers (custody timeline v1, section 8). */
export const ROLL_UPS: Readonly<Record<RollUpName, readonly CustodyCheck[]>> = {
  origin: ['custody.signature', 'custody.keys', 'custody.roles', 'custody.rotation'],
  integrity: [
    'custody.format',
    'custody.links',
    'custody.digests',
    'custody.items',
    'custody.checkpoint',
    'custody.fork',
  ],
  custody: [
    'custody.transfer',
    'custody.holder',
    'custody.actors',
    'custody.seal',
    'custody.hold',
    'custody.correction',
    'custody.join',
    'custody.policy',
  ],
  time: ['custody.order', 'custody.claims', 'custody.anchors'],
  completeness: ['custody.sequence', 'custody.witnesses', 'custody.tail', 'custody.silence', 'custody.count'],
};

const WORST_FIRST = ['failed', 'indeterminate', 'skipped'] as const;

/** The five, each by the worst of its checks: never joined into one. */
export function rollUps(checks: readonly Check[]): RollUp[] {
  return Object.entries(ROLL_UPS).map(([name, ids]) => {
    const own = checks.filter(({ id }) => (ids as readonly string[]).includes(id));
    const outcome = WORST_FIRST.find((worst) => own.some((check) => check.outcome === worst)) ?? 'passed';
    const reasons = own.flatMap((check) =>
      check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check.reason] : [],
    );
    return { name: name as RollUpName, outcome, reasons: [...new Set(reasons)] };
  });
}
