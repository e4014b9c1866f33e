// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { notPassed } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import { refusedItem } from './compose-report.ts';
import type { ExaminationContext } from './request.ts';

/** A log that was found, by what it says of itself. */
export interface FoundLog {
  readonly origin: string | null;
  readonly head: string | null;
}

/**
 * What was asked of custody logs and none was there for: a head that was expected must be the end of one. Where a log ends
 * elsewhere, that log says so.
 */
export function* missingLogs({ custody }: ExaminationContext, found: readonly FoundLog[]): Generator<ItemFacts> {
  if (custody === undefined || custody.unasked === true) return;
  const { keys, logs, quorum, heads } = custody;
  // Witnesses are of checkpoints of other logs too.
  if (keys.length + logs.length + quorum + heads.length === 0) return;
  const name = 'custody logs';
  const at = { evidence: name, pointer: '' };
  const refuse = (detail: string): ItemFacts =>
    refusedItem(name, notPassed('custody.tail', at, 'evidence-absent', detail));
  if (found.length === 0) {
    yield refuse('no custody log (custody.jsonl) is among the evidence');
    return;
  }
  const isNamed = (log: FoundLog): boolean => heads.some(({ origin }) => origin !== null && origin === log.origin);
  for (const { origin, hex } of heads) {
    const own = found.filter((log) => (origin === null ? !isNamed(log) : log.origin === origin));
    const isTold = own.some(({ head }) => head === hex || !heads.some((one) => one.hex === head));
    const of = origin === null ? '' : ` of ${escapeText(origin, 100)}`;
    if (!isTold) yield refuse(`no custody log${of} that was found ends in sha256:${hex}`);
  }
}
