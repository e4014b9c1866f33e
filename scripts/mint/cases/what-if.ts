// SPDX-License-Identifier: Apache-2.0
import { utf8 } from '../bytes.ts';
import { type Case, passes, refuted, undecided } from '../case.ts';
import { type CustodyLog, keyid, stamp } from '../custody.ts';
import { tsaA, tsaB } from '../world.ts';
import { alice, bob, DISK, disk, logFiles, opened, receipt, release, VERIFY } from './custody-common.ts';
import { logFilesOf, receiving, sending, TWO } from './custody-logs.ts';

/** Minutes past noon, when the log is opened. */
export const minute = (minutes: number): string => `2026-02-01T12:${String(minutes).padStart(2, '0')}:00Z`;

/** Eight events and two time-stamping authorities: one at 30 over four lines, the other at 40 over six. */
export function eightEvents(): CustodyLog {
  const log = opened()
    .add({ type: 'acquire', by: alice, time: minute(5), objects: [{ name: 'EX-1', after: DISK }] })
    .add({ type: 'transfer-release', by: alice, time: minute(10), objects: [disk()], more: release(bob.id) });
  log.add({ type: 'transfer-receive', by: bob, time: minute(20), objects: [disk()], more: receipt(log.hashOf(2)) });
  log.anchor(alice, minute(30), tsaA);
  log.add({ type: 'analyse', by: bob, time: minute(35), objects: [disk()], more: EXAMINED });
  log.anchor(alice, minute(40), tsaB);
  return log.add({
    type: 'seal',
    by: bob,
    time: minute(45),
    objects: [disk()],
    more: { custody: { seal: { id: 'S-1', state: 'applied' } } },
  });
}

const EXAMINED = { note: 'partition table read' };

/** The command of `custody verify`, with what is assumed beside it. */
export function whatIf(...assumed: readonly string[]): string[] {
  const [, , ...rest] = VERIFY;
  return ['what-if', ...rest, ...assumed.flatMap((one) => ['--assume-compromised', one])];
}

/** As `eightEvents`, and Bob only receives. */
function received(): CustodyLog {
  const log = opened()
    .add({ type: 'acquire', by: alice, time: minute(5), objects: [{ name: 'EX-1', after: DISK }] })
    .add({ type: 'transfer-release', by: alice, time: minute(10), objects: [disk()], more: release(bob.id) });
  log.add({ type: 'transfer-receive', by: bob, time: minute(20), objects: [disk()], more: receipt(log.hashOf(2)) });
  return log.anchor(alice, minute(30), tsaA).anchor(alice, minute(40), tsaB);
}

const tsaKey = (index: 'a' | 'b'): string => (index === 'a' ? 'CN=mint tsa' : 'CN=mint tsa b');
const ended = (log: CustodyLog): CustodyLog => log.add({ type: 'close', by: alice, time: minute(50) });

export function whatIfCases(): Case[] {
  const eight = logFiles(ended(eightEvents()));
  const bobs = keyid(bob.key);
  const stampedEnd = ended(eightEvents());
  const note = stampedEnd.note();
  return [
    passes(
      'what-if-tsa',
      'The first of two time-stamping authorities is assumed to be stolen before its token: the other one covers the same lines later, and no signature is in doubt.',
      eight,
      whatIf(`${tsaKey('a')}@${minute(25)}`),
    ),
    passes(
      'what-if-saved',
      'The key of Alice is assumed to be stolen, the evidence of time is from before: everything that she has signed stands.',
      logFiles(stampedEnd, { 'end.note': note, 'end.tsr': stamp(utf8(note), minute(54)) }),
      [
        ...whatIf(`${keyid(alice.key).slice(0, 16)}@${minute(55)}`),
        ...['--checkpoint', 'end.note', '--timestamp', 'end.tsr'],
      ],
    ),
    refuted(
      'what-if-signer--assumed-compromise-falls',
      'what-if.events',
      'The key of Bob is assumed to be stolen between two tokens: what he signed before the first stands, what is proven to be after the second falls, and what lies between them is undecided.',
      eight,
      whatIf(`${bobs}@${minute(32)}`),
    ),
    undecided(
      'what-if-both--assumed-compromise-undecided',
      'what-if.events',
      'The key of Bob and the authority that proves his receipt to be older are both assumed to be stolen: nothing proves it any more.',
      logFiles(ended(received())),
      whatIf(`${bobs}@${minute(32)}`, `${tsaKey('a')}@${minute(25)}`),
    ),
    passes(
      'what-if-two-logs',
      'The log of the receiver is assumed to be stolen after the time stamp over its receipt: that time stamp counts for both logs, and its checkpoint with it.',
      logFilesOf({ 'a.jsonl': sending(), 'b.jsonl': receiving(sending()) }),
      ['what-if', ...TWO.slice(2), '--assume-compromised', 'locker-b.example/C-42@2026-02-01T14:00:00Z'],
    ),
    refuted(
      'what-if-two-logs--assumed-compromise-falls',
      'what-if.events',
      'The key of the receiver is assumed to be stolen before the time stamp that stands in the log of the sender, in front of the release: his receipt is younger, and falls.',
      logFilesOf({ 'a.jsonl': sending(), 'b.jsonl': receiving(sending()) }),
      ['what-if', ...TWO.slice(2), '--assume-compromised', `${bobs.slice(0, 16)}@${minute(20)}`],
    ),
    undecided(
      'what-if-log-key--assumed-compromise-uncovered',
      'what-if.checkpoints',
      'The key of the log itself is assumed to be stolen before its second checkpoint: every event stands, and its own word covers fewer lines.',
      eight,
      whatIf(`${opened().origin}@${minute(32)}`),
    ),
  ];
}
