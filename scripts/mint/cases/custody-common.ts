// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../bytes.ts';
import { TRUSTED_ROOT } from '../case.ts';
import { CustodyLog, digestOf, person } from '../custody.ts';
import type { JsonObject } from '../json.ts';
import { ASKED_AT } from '../world.ts';

/** The people of the custody cases. */
export const alice = person('mailto:alice@locker-a.example', 'custodian');
export const bob = person('mailto:bob@locker-b.example', 'custodian');
export const erin = person('mailto:erin@lab.example', 'examiner');
export const judge = person('mailto:judge@court.example', 'authority');
export const mallory = person('mailto:mallory@elsewhere.example', 'custodian');
export const EVERYBODY = [alice, bob, erin, judge];

export const DISK = digestOf('the disk of the fixtures');
export const OTHER = digestOf('another disk');
export const WARRANT: JsonObject = { authorization: { type: 'warrant', identifier: 'W-7' } };
export const ORIGIN = 'locker-a.example/C-42';

export const disk = (digest: JsonObject = DISK): JsonObject => ({ name: 'EX-1', before: digest });

/** A log that Alice opens, with everybody's keys. */
export function opened(policy: JsonObject = {}, more: JsonObject = {}, origin = ORIGIN): CustodyLog {
  return new CustodyLog(origin, policy).open(alice, EVERYBODY, more);
}

/** As `opened`, with one item that Alice holds. */
export function holding(policy: JsonObject = {}, more: JsonObject = {}, origin = ORIGIN): CustodyLog {
  return opened(policy, more, origin).add({ type: 'acquire', by: alice, objects: [{ name: 'EX-1', after: DISK }] });
}

export const release = (to: string, id = 'T-1') => ({ custody: { transferId: id, to: { id: to } } });
export const receipt = (line: string, id = 'T-1') => ({ custody: { transferId: id, release: { line } } });

export const VERIFY = [
  'custody',
  'verify',
  'custody.jsonl',
  '--key',
  'opener.pub.pem',
  ...TRUSTED_ROOT,
  '--at',
  ASKED_AT,
];

export function logFiles(log: CustodyLog | Bytes, more: Readonly<Record<string, Bytes | string | JsonObject>> = {}) {
  return {
    'custody.jsonl': log instanceof CustodyLog ? log.file() : log,
    'opener.pub.pem': alice.key.publicPem,
    ...more,
  };
}
