// SPDX-License-Identifier: Apache-2.0
import { CustodyLog } from '../../scripts/mint/custody.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import type { TimelineView } from '../../src/model/timeline-view.ts';
import { composeReport } from '../../src/verify/compose-report.ts';
import { composeView } from '../../src/verify/compose-view.ts';
import { joinParts } from '../../src/verify/join-logs.ts';
import type { Known } from '../../src/verify/known-diff.ts';
import { type ReplayedLog, replayLogs } from '../../src/verify/replay-log.ts';
import { RowRoom } from '../../src/verify/row-room.ts';
import { bytesSource, type TimelineAsked } from '../../src/verify/timeline.ts';
import { alice, bob } from '../custody/people.ts';
import { ASKED } from '../custody/support.ts';

/** Alice and Bob may open logs. */
export const BOTH = [alice, bob].map(({ key }) => ({
  id: null,
  key: importSpki(key.spki),
  scheme: 'ed25519' as const,
}));

export function replayed(
  logs: readonly (CustodyLog | Uint8Array)[],
  change: Partial<TimelineAsked> = {},
  room = new RowRoom(1000),
): ReplayedLog[] {
  const numbered = logs.map((log, index) => ({
    index,
    given: {
      source: bytesSource(`${index}.jsonl`, log instanceof CustodyLog ? log.file() : log),
      notes: [],
      tokens: [],
      expectHead: null,
    },
  }));
  return replayLogs(numbered, { ...ASKED, keys: BOTH, ...change }, room);
}

export function viewOf(logs: readonly (CustodyLog | Uint8Array)[], change: Partial<TimelineAsked> = {}): TimelineView {
  return knownOf(logs, change).view;
}

export function knownOf(logs: readonly (CustodyLog | Uint8Array)[], change: Partial<TimelineAsked> = {}): Known {
  const asked = { ...ASKED, ...change };
  const told = replayed(logs, change);
  const view = composeView(joinParts(told), {
    title: 'a test',
    at: asked.at,
    atIsClock: false,
    knownAt: asked.knownAt,
  });
  const report = composeReport({
    version: '0',
    engine: 'native',
    command: 'replay',
    at: asked.at,
    atIsClock: false,
    skewSeconds: 0,
    criteria: [],
    weakenings: [],
    inputs: [],
    roots: [],
    policy: DEFAULT_POLICY,
    items: told.map(({ item }) => item),
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: [],
    run: null,
  });
  return { at: asked.knownAt, view, report };
}

/** What is told of an item, span by span: enough to compare. */
export function spansOf({ spans }: TimelineView, item = 'EX-1'): string[] {
  return spans
    .filter((span) => span.item === item)
    .map(({ state, holder, from, to }) => `${from}-${to ?? ''} ${state}${holder === null ? '' : ` ${holder}`}`);
}
