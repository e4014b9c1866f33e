// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, notPassed, passed } from '../model/check.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ExistenceAnswer, HolderAnswer, ReplayAnswer } from '../model/replay.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';

export const QUESTION_KIND = 'replay-question';

/** A question as an item of the report: what cannot be answered is not passed over. */
export function questionItem(answer: ReplayAnswer): ItemFacts {
  const name = nameOf(answer);
  const at = { evidence: name, pointer: '' };
  return { ...EMPTY_ITEM, name, kind: QUESTION_KIND, checks: [checkOf(answer, at)] };
}

function nameOf(answer: ReplayAnswer): string {
  return answer.question === 'first-seen'
    ? `first seen: ${answer.digest}`
    : `who held "${escapeText(answer.item, 100)}" ${answer.at === null ? 'at the end' : `at ${formatInstant(answer.at)}`}`;
}

function checkOf(answer: ReplayAnswer, at: Check['at']): Check {
  const { because } = answer;
  if (answer.question === 'first-seen') {
    const reason = EXISTENCE[answer.standing];
    if (reason !== null) return notPassed('replay.existence', at, reason, because);
    return passed('replay.existence', at, { by: formatInstant(answer.by!), row: answer.proof!.row });
  }
  const reason = HOLDER[answer.standing];
  if (reason !== null) return notPassed('replay.holder', at, reason, because);
  const [place] = answer.proven;
  return passed('replay.holder', at, { state: place!.state, holder: place!.holder, since: place!.from });
}

const HOLDER: Readonly<Record<HolderAnswer['standing'], ReasonCode | null>> = {
  proven: null,
  claimed: 'holder-claimed',
  undecided: 'holder-undecided',
  contradicted: 'holder-contradicted',
  'unknown-item': 'item-unknown',
};

const EXISTENCE: Readonly<Record<ExistenceAnswer['standing'], ReasonCode | null>> = {
  proven: null,
  claimed: 'digest-unproven',
  'unknown-digest': 'digest-unknown',
};
