// SPDX-License-Identifier: Apache-2.0
import { base64, bytes } from '../bytes.ts';
import { alsoGiving, type Case, passes, refuted, undecided } from '../case.ts';
import { CustodyLog, type EventPlan } from '../custody.ts';
import type { JsonObject } from '../json.ts';
import { alice, bob, disk, EVERYBODY, erin, holding, mallory, ORIGIN, release, VERIFY } from './custody-common.ts';

/** Alice's log: she releases the disk to Bob, whose locker has a log of its own. */
export function sending(more: readonly EventPlan[] = []): CustodyLog {
  const log = holding().anchor(alice, '2026-02-01T12:30:00Z');
  log.add({
    type: 'transfer-release',
    by: alice,
    time: '2026-02-01T12:40:00Z',
    objects: [disk()],
    more: release(bob.id),
  });
  for (const plan of more) log.add(plan);
  return log.add({ type: 'close', by: alice, time: '2026-02-01T12:50:00Z' });
}

const RELEASED = 3;

/** Quotes a release as its receiver does. */
export function quoted(there: CustodyLog, index = RELEASED, size = index + 1): JsonObject {
  return {
    line: there.hashOf(index),
    origin: there.origin,
    index,
    envelope: base64(there.lines[index] ?? bytes()),
    proof: there.proof(index, size),
    note: there.note(size),
  };
}

/** The log of Bob's locker. It does not name the key of Alice's: that is known because her log is at hand. */
export function receiving(
  there: CustodyLog,
  change: { readonly origin?: string; readonly code?: string; readonly signers?: EventPlan['signers'] } = {},
): CustodyLog {
  const log = new CustodyLog(change.origin ?? 'locker-b.example/C-42');
  log.open(bob, [bob, erin, mallory]);
  log.add({
    type: 'transfer-receive',
    by: bob,
    time: '2026-02-01T13:00:00Z',
    objects: [disk()],
    more: {
      custody: { transferId: 'T-1', medium: 'courier', release: quoted(there) },
      ...(change.code === undefined ? {} : { outcome: { code: change.code } }),
    },
    ...(change.signers === undefined ? {} : { signers: change.signers }),
  });
  return log.anchor(bob, '2026-02-01T13:30:00Z').add({ type: 'close', by: bob, time: '2026-02-01T13:40:00Z' });
}

export const TWO = ['custody', 'verify', 'a.jsonl', 'b.jsonl', ...VERIFY.slice(3), '--key', 'receiver.pub.pem'];

export function logFilesOf(logs: Readonly<Record<string, CustodyLog | Uint8Array>>) {
  const files = Object.entries(logs).map(
    ([name, log]) => [name, log instanceof CustodyLog ? log.file() : log] as const,
  );
  return {
    ...Object.fromEntries(files),
    'opener.pub.pem': alice.key.publicPem,
    'receiver.pub.pem': bob.key.publicPem,
  };
}

/** Logs of several sites, judged together. */
export function custodyLogsCases(): Case[] {
  const a = sending();
  const b = receiving(a);
  const forked = new CustodyLog(ORIGIN).open(alice, EVERYBODY);
  for (let i = 0; i < 5; i++) forked.add({ type: 'note', by: alice });
  const twin = receiving(a, { origin: 'locker-c.example/C-42' });
  return [
    passes(
      'custody-two-logs',
      'Two logs that meet at a hand-off: the receipt in the one settles the release in the other.',
      logFilesOf({ 'a.jsonl': a, 'b.jsonl': b }),
      TWO,
    ),
    passes(
      'custody-two-logs-rejected',
      'What was released was rejected in the other log: it is the giver’s again.',
      logFilesOf({ 'a.jsonl': a, 'b.jsonl': receiving(a, { code: 'rejected' }) }),
      TWO,
    ),
    refuted(
      'custody-two-logs-twice--custody-two-holders',
      'custody.holder',
      'Two lockers have received the same disk by the same release.',
      logFilesOf({ 'a.jsonl': a, 'b.jsonl': b, 'c.jsonl': twin }),
      [...TWO.slice(0, 4), 'c.jsonl', ...TWO.slice(4)],
    ),
    refuted(
      'custody-two-logs-copy--custody-fork',
      'custody.fork',
      'Two copies of one log that differ from one line on: both were signed.',
      logFilesOf({ 'a.jsonl': forked.add({ type: 'close', by: alice }), 'b.jsonl': another(5) }),
      TWO,
    ),
    alsoGiving(
      refuted(
        'custody-two-logs-cut--custody-truncated',
        'custody.fork',
        'The receiver quotes a checkpoint over more lines than the sender shows now.',
        logFilesOf({ 'a.jsonl': shortened(), 'b.jsonl': b }),
        TWO,
      ),
      // The release is not there to be looked at, and --key gives no names.
      'custody-join-unverified',
    ),
    undecided(
      'custody-two-logs-apart--custody-in-transit',
      'custody.transfer',
      'The other log has received nothing of what this one has released.',
      logFilesOf({
        'a.jsonl': a,
        'b.jsonl': new CustodyLog('locker-b.example/C-42').open(bob, [bob]).add({ type: 'close', by: bob }),
      }),
      TWO,
    ),
  ];
}

/** The same log up to a line, and another one from there on. */
function another(lines: number): CustodyLog {
  const log = new CustodyLog(ORIGIN).open(alice, EVERYBODY);
  for (let i = 0; i < lines; i++)
    log.add({ type: 'note', by: alice, ...(i === 3 ? { more: { note: 'another' } } : {}) });
  return log.add({ type: 'close', by: alice });
}

/** Alice's log without the release and what follows, closed in its place. */
function shortened(): CustodyLog {
  const log = holding();
  return log.add({ type: 'close', by: alice });
}
