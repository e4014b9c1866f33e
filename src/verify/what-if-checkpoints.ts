// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import type { CustodyChainResult } from '../custody/chain.ts';
import type { Quote } from '../custody/join-logs.ts';
import {
  type AssumedCheckpoint,
  assumedCheckpoints,
  type HeldCheckpoint,
  standingCheckpoint,
} from '../custody/what-if-checkpoints.ts';
import type { Compromises, Trust } from '../custody/what-if-trust.ts';
import { LIMITS } from '../encoding/limits.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { AssumedNote, WhatIfFacts } from '../model/what-if-facts.ts';
import { intervalText } from './what-if-text.ts';

interface Judged {
  readonly checkpointed: WhatIfFacts['checkpointed'];
  readonly notes: readonly AssumedNote[];
  readonly check: Check;
}

/** What the log's own word covers if its key, or that of a witness, had been stolen. */
export function judgeCheckpoints(
  { checkpoints, quorum }: CustodyChainResult,
  quotes: readonly Quote[],
  compromises: Compromises,
  now: Trust,
  then: Trust,
  at: Locator,
): Judged {
  const held = checkpoints.heads
    .filter((head) => checkpoints.holds(head))
    .map(
      ({ name, size, note, seq, cosigners }): HeldCheckpoint => ({
        name,
        size,
        note: sha256Hex(encodeUtf8(note)),
        line: seq,
        quoted: quotes.filter((quote) => quote.note === note),
        cosigners,
      }),
    );
  const logKey = checkpoints.key?.key.fingerprint ?? '';
  const keys = new Set([logKey, ...held.flatMap(({ cosigners }) => cosigners)]);
  const before = assumedCheckpoints(held, logKey, now);
  const under = assumedCheckpoints(held, logKey, then);
  const [was, is] = [standingCheckpoint(before), standingCheckpoint(under)];
  const concerned = [...compromises.keys()].some((key) => keys.has(key));
  const notes = concerned ? under.slice(0, LIMITS.custodyRows).map((one, i) => noteRow(one, before[i]!)) : [];
  const checkpointed = { now: was?.size ?? 0, assumed: is?.size ?? 0 };
  const facts = { ...checkpointed, cosigned: is?.cosigned ?? 0, quorum };
  const less = checkpointed.assumed < checkpointed.now;
  const few = (is?.cosigned ?? 0) < quorum && (was?.cosigned ?? 0) >= quorum;
  if (!less && !few) return { checkpointed, notes, check: passed('what-if.checkpoints', at, facts) };
  const detail = [
    ...(less
      ? [`checkpoints that count cover ${checkpointed.assumed} lines, and ${checkpointed.now} without the assumption`]
      : []),
    ...(few ? [`${is?.cosigned ?? 0} of ${quorum} witnesses have cosigned`] : []),
  ].join('; ');
  return {
    checkpointed,
    notes,
    check: notPassed('what-if.checkpoints', at, 'assumed-compromise-uncovered', detail, facts),
  };
}

function noteRow(
  { name, size, standing, existence, cosigned }: AssumedCheckpoint,
  before: AssumedCheckpoint,
): AssumedNote {
  return { name, size, standing, proven: intervalText(existence), cosignedNow: before.cosigned, cosigned };
}
