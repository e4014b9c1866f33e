// SPDX-License-Identifier: Apache-2.0
import { notPassed } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import { refusedItem } from './compose-report.ts';
import type { ExaminationContext } from './request.ts';

/**
 * What was asked of custody logs and none was there for: a head that was expected must be the end of one. Where a log ends
 * elsewhere, that log says so.
 *
 * @param found the heads of all logs that were found
 */
export function* missingLogs({ custody }: ExaminationContext, found: readonly (string | null)[]): Generator<ItemFacts> {
  if (custody === undefined) return;
  const { keys, logs, quorum, heads } = custody;
  // Witnesses are of checkpoints of other logs too.
  if (keys.length + logs.length + quorum + heads.length === 0) return;
  const name = 'custody logs';
  const at = { evidence: name, pointer: '' };
  const refuse = (detail: string): ItemFacts =>
    refusedItem(name, notPassed('custody.tail', at, 'evidence-absent', detail));
  if (found.length === 0) yield refuse('no custody log (custody.jsonl) is among the evidence');
  else if (found.every((head) => head !== null && (heads.length === 0 || heads.includes(head)))) {
    for (const head of heads)
      if (!found.includes(head)) yield refuse(`no custody log that was found ends in sha256:${head}`);
  }
}
