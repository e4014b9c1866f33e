// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, utf8 } from './bytes.ts';
import { quoted } from './cases/custody-logs.ts';
import { CustodyLog, digestOf, type Person, person, verifierKey } from './custody.ts';
import { type JsonObject, pretty } from './json.ts';

/**
 * The worked case of docs/CUSTODY.md: a laptop's disk goes from the one site to the other by courier, is examined at a workstation
 * whose clock is 25 hours slow, and later it turns out that a key of the second site was stolen on the way.
 */
const IMAGE = 'the disk of the laptop\n';
const EXPORT = 'url,last visit\nhttps://tide.example/,2026-01-30\n';

const ivan = person('mailto:ivan@police.example', 'investigator');
const alice = person('mailto:alice@locker-a.example', 'custodian');
const bob = person('mailto:bob@locker-b.example', 'custodian');
const bea = person('mailto:bea@locker-b.example', 'custodian');
const erin = person('mailto:erin@lab.example', 'examiner');

const CASE = 'C-42';
const DISK: JsonObject = { name: 'EX-1', before: digestOf(IMAGE) };
const WS_7: JsonObject = {
  source: 'ws-7',
  sync: 'none',
  offset: '-PT90000S',
  uncertainty: 'PT2S',
  measuredAt: '2026-02-04T08:55:00Z',
};

const at = (location: string, purpose: string, more: JsonObject = {}): JsonObject => ({ location, purpose, ...more });
const transfer = (id: string, to: Person): JsonObject => ({ custody: { transferId: id, to: { id: to.id } } });

function siteA(): CustodyLog {
  const log = new CustodyLog('locker-a.example/C-42', { maxSilence: 'PT172800S' }, CASE);
  log.open(alice, [alice, ivan], at('locker A', 'custody of the evidence of case C-42'));
  log.add({
    type: 'acquire',
    by: ivan,
    time: '2026-02-02T09:10:00Z',
    objects: [{ name: 'EX-1', after: digestOf(IMAGE) }],
    more: at('harbour office', 'seizure of the disk', {
      authorization: { type: 'warrant', identifier: 'W-7' },
    }),
  });
  log.add({
    type: 'transfer-release',
    by: ivan,
    time: '2026-02-02T11:00:00Z',
    objects: [DISK],
    more: at('locker A', 'into the locker', transfer('T-1', alice)),
  });
  log.add({
    type: 'transfer-receive',
    by: alice,
    time: '2026-02-02T11:05:00Z',
    objects: [DISK],
    more: at('locker A', 'into the locker', { custody: { transferId: 'T-1', release: { line: log.hashOf(2) } } }),
  });
  const sealed = { custody: { seal: { id: 'S-1001', state: 'applied' } } };
  log.add({
    type: 'seal',
    by: alice,
    time: '2026-02-02T11:30:00Z',
    objects: [DISK],
    more: at('locker A', 'nobody opens it until it is examined', sealed),
  });
  log.anchor(alice, '2026-02-02T12:00:00Z');
  log.add({
    type: 'transfer-release',
    by: alice,
    time: '2026-02-03T07:30:00Z',
    objects: [DISK],
    more: at('locker A', 'to be examined at the laboratory', {
      custody: { transferId: 'T-2', to: { id: bob.id }, medium: 'courier', seal: { id: 'S-1001', state: 'intact' } },
      note: 'carried by the courier of the morning round',
    }),
  });
  log.anchor(alice, '2026-02-03T07:40:00Z');
  return log.add({ type: 'close', by: alice, time: '2026-02-03T08:00:00Z' });
}

/** Line of the release that the second site receives. */
const RELEASED = 6;

function siteB(there: CustodyLog): CustodyLog {
  const log = new CustodyLog('locker-b.example/C-42', { dualControl: { unseal: 2 }, maxSilence: 'PT172800S' }, CASE);
  log.open(bob, [bob, bea, erin], {
    ...at('locker B', 'custody of the evidence of case C-42'),
    peers: [{ origin: there.origin, key: verifierKey(there.origin, there.logKey) }],
    recovery: { threshold: 2, ids: [bea.id, erin.id] },
  });
  const seal = (id: string, state: string): JsonObject => ({ seal: { id, state } });
  log.add({
    type: 'transfer-receive',
    by: bob,
    time: '2026-02-03T11:45:00Z',
    objects: [DISK],
    more: at('locker B', 'to be examined at the laboratory', {
      custody: {
        transferId: 'T-2',
        medium: 'courier',
        release: quoted(there, RELEASED),
        ...seal('S-1001', 'intact'),
      },
    }),
  });
  log.anchor(bob, '2026-02-03T12:00:00Z');
  log.add({
    type: 'unseal',
    by: bob,
    time: '2026-02-04T08:30:00Z',
    objects: [DISK],
    more: at('laboratory', 'opened before two, to be examined', { custody: { seal: { id: 'S-1001' } } }),
    signers: [bob.key, bea.key],
  });
  const slow = (claimed: string, recorded: string) => ({ time: claimed, recorded });
  log.add({
    type: 'examine',
    by: erin,
    ...slow('2026-02-03T08:05:00Z', '2026-02-04T09:06:00Z'),
    objects: [DISK],
    more: at('laboratory', 'what was looked at in January?', { clock: WS_7 }),
  });
  log.add({
    type: 'derive',
    by: erin,
    ...slow('2026-02-03T08:40:00Z', '2026-02-04T09:41:00Z'),
    objects: [{ name: 'EX-1.1', change: 'derived', from: 'EX-1', after: digestOf(EXPORT) }],
    more: at('laboratory', 'the list of what was looked at', { clock: WS_7 }),
  });
  log.anchor(bob, '2026-02-04T12:00:00Z');
  log.add({
    type: 'seal',
    by: bob,
    time: '2026-02-04T16:00:00Z',
    objects: [DISK],
    more: at('locker B', 'back into the locker', { custody: seal('S-2002', 'applied') }),
  });
  log.anchor(bea, '2026-02-04T17:00:00Z');
  log.add({
    type: 'fixity-check',
    by: bob,
    time: '2026-02-04T20:10:00Z',
    objects: [{ name: 'EX-1.1', before: digestOf(EXPORT) }],
    more: at('locker B', 'control of the evening'),
  });
  log.anchor(bea, '2026-02-05T08:00:00Z');
  log.add({
    type: 'check-out',
    by: bob,
    time: '2026-02-05T08:40:00Z',
    objects: [{ name: 'EX-1.1', before: digestOf(EXPORT) }],
    more: at('elsewhere', 'a second look'),
  });
  log.add({
    type: 'check-in',
    by: bob,
    time: '2026-02-05T10:05:00Z',
    objects: [{ name: 'EX-1.1', before: digestOf(EXPORT) }],
    more: at('locker B', 'back into the locker'),
  });
  log.anchor(bea, '2026-02-05T12:00:00Z');
  return log.add({ type: 'close', by: bea, time: '2026-02-05T16:00:00Z' });
}

/** What the workstation wrote down by itself: nobody has signed it, and its clock is the slow one. */
const WORKSTATION = [
  'message,datetime,timestamp_desc,user',
  '"session of erin opened",2026-02-03T07:58:12+00:00,Logon Time,erin',
  '"image mounted read-only: EX-1.img",2026-02-03T08:04:40+00:00,Start Time,erin',
  '"export written: EX-1.1.csv",2026-02-03T08:39:51+00:00,Creation Time,erin',
  '"session of erin closed",2026-02-03T08:52:03+00:00,Logoff Time,erin',
  '"clock of ws-7 set by hand",2026-02-09T07:00:00+00:00,Event Time,root',
  '',
].join('\n');

function keyring(logs: readonly CustodyLog[], stolen: string | null): JsonObject {
  const row = ({ id, key, role }: Person): JsonObject => ({
    id,
    publicKey: base64(key.spki),
    roles: [role],
    ...(id === bob.id && stolen !== null ? { compromisedSince: stolen } : {}),
  });
  return {
    format: 'forensic-verify/custody-keyring@v1',
    keys: [row(alice), row(bob)],
    logs: logs.map(({ origin, logKey }) => ({ origin, key: verifierKey(origin, logKey) })),
    witnesses: [],
  };
}

/** Path below the folder of the case → octets. */
export function twoSites(): Record<string, Bytes> {
  const a = siteA();
  const b = siteB(a);
  return {
    'README.md': utf8(README),
    'keyring.json': utf8(pretty(keyring([a, b], null))),
    'keyring-after-the-theft.json': utf8(pretty(keyring([a, b], '2026-02-04T22:00:00Z'))),
    'site-a/custody.jsonl': a.file(),
    'site-b/custody.jsonl': b.file(),
    'site-b/EX-1.img': utf8(IMAGE),
    'site-b/EX-1.1.csv': utf8(EXPORT),
    'site-b/ws-7.csv': utf8(WORKSTATION),
  };
}

const README = `The worked case of docs/CUSTODY.md, made by scripts/mint/two-sites.ts: two sites, one hand-off by courier, a workstation whose
clock is 25 hours slow, and a key that was stolen. The names are invented, and the keys prove nothing.
`;
