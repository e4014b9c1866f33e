// SPDX-License-Identifier: Apache-2.0
import { base64, bytes, utf8 } from '../bytes.ts';
import { type Case, passes, refuted, undecided, unusable } from '../case.ts';
import { type CustodyLog, person, verifierKey } from '../custody.ts';
import type { JsonObject } from '../json.ts';
import {
  alice,
  bob,
  DISK,
  disk,
  erin,
  holding,
  judge,
  logFiles,
  ORIGIN,
  OTHER,
  opened,
  receipt,
  release,
  VERIFY,
  WARRANT,
} from './custody-common.ts';

const closed = (log: CustodyLog): CustodyLog => log.add({ type: 'close', by: alice });
const refused = (name: string, check: string, why: string, log: CustodyLog): Case =>
  refuted(`custody-${name}`, `custody.${check}`, why, logFiles(closed(log)), VERIFY);
const open = (name: string, check: string, why: string, log: CustodyLog): Case =>
  undecided(`custody-${name}`, `custody.${check}`, why, logFiles(closed(log)), VERIFY);
const good = (name: string, why: string, log: CustodyLog): Case =>
  passes(`custody-${name}`, why, logFiles(closed(log)), VERIFY);

/** What a custodian might try who keeps to the form: each breaks one rule, and some that keep it. */
export function custodyRulesCases(): Case[] {
  return [
    ...keyCases(),
    ...correctionCases(),
    ...itemCases(),
    ...outCases(),
    ...timeCases(),
    ...keyringCases(),
    ...atHandCases(),
  ];
}

const second = person(bob.id, 'authority', 'bob, second key');
const introduces = (log: CustodyLog, more: JsonObject, signers = [bob.key]): CustodyLog =>
  log.add({
    type: 'key-status',
    by: bob,
    signers,
    more: { keys: [{ action: 'introduce', id: bob.id, publicKey: base64(second.key.spki), ...more }] },
  });

function keyCases(): Case[] {
  const recovery = { recovery: { threshold: 2, ids: [alice.id, judge.id] } };
  const limited = (more: JsonObject): CustodyLog => {
    const keys = [alice, bob].map(({ id, role, key }) => ({
      id,
      publicKey: base64(key.spki),
      roles: [role],
      ...(id === bob.id ? { validUntil: '2026-12-01T00:00:00Z' } : {}),
    }));
    return introduces(holding({}, { keys }), { roles: ['custodian'], ...more }).anchor(alice, '2026-02-01T14:00:00Z');
  };
  const weakened = holding({ dualControl: { dispose: 2 } });
  weakened.policy = {};
  weakened.add({ type: 'policy-change', by: bob, more: { policy: {}, ...WARRANT } });
  return [
    refused(
      'escalated--custody-rotation-unauthorised',
      'rotation',
      'Bob brings in a second key of his own that may act as an authority, which his first may not.',
      introduces(holding({}, recovery), { roles: ['custodian', 'authority'] }),
    ),
    good(
      'promoted',
      'As many as must have signed that a second key of Bob may act as an authority.',
      introduces(holding({}, recovery), { roles: ['custodian', 'authority'] }, [bob.key, alice.key, judge.key]),
    ),
    refused(
      'prolonged--custody-rotation-unauthorised',
      'rotation',
      'Bob, whose key ends in December, brings in a second one without an end.',
      limited({}),
    ),
    good(
      'within-window',
      'Bob brings in a second key that ends when his first one does.',
      limited({ validUntil: '2026-12-01T00:00:00Z' }),
    ),
    refused(
      'weakened-by-any--custody-policy-weakened',
      'policy',
      'A custodian who has not opened the log lets the policy ask less, with an authorization that he has written himself.',
      weakened,
    ),
  ];
}

function correctionCases(): Case[] {
  const told = (): CustodyLog => holding().add({ type: 'note', by: alice, more: { note: 'taken in room 4' } });
  const target = (log: CustodyLog, seq = 2): JsonObject => ({ target: { seq, line: log.hashOf(seq) } });
  const foreign = told();
  const own = holding().add({ type: 'note', by: bob, more: { note: 'taken in room 4' } });
  own.add({ type: 'correct', by: bob, more: target(own) });
  own.add({ type: 'redact', by: judge, more: target(own) });
  return [
    refused(
      'redacted-by-any--custody-correction-foreign',
      'correction',
      'Bob withholds what Alice has written.',
      foreign.add({ type: 'redact', by: bob, more: target(foreign) }),
    ),
    good('redacted', 'Bob corrects what he has written, and an authority withholds it.', own),
  ];
}

function itemCases(): Case[] {
  const check = (type: string, code: string, policy: JsonObject = {}): CustodyLog =>
    holding(policy).add({ type, by: erin, objects: [disk()], more: { outcome: { code } } });
  const received = (code: string): CustodyLog => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    return log.add({
      type: 'transfer-receive',
      by: bob,
      objects: [disk()],
      more: { ...receipt(log.hashOf(2)), outcome: { code } },
    });
  };
  const again = received('unavailable');
  again.add({ type: 'transfer-receive', by: bob, objects: [disk()], more: receipt(again.hashOf(2)) });
  const sealed = (id: string): CustodyLog =>
    holding()
      .add({ type: 'seal', by: alice, objects: [disk()], more: { custody: { seal: { id: 'S-1', state: 'applied' } } } })
      .add({
        type: 'fixity-check',
        by: erin,
        objects: [disk()],
        more: { custody: { seal: { id, state: 'intact' } } },
      });
  return [
    refused(
      'returned-again--custody-reappeared',
      'holder',
      'Alice returns an item, and Bob acquires it: a hand-over without one.',
      holding()
        .add({ type: 'return', by: alice, objects: [disk()] })
        .add({ type: 'acquire', by: bob, objects: [{ name: 'EX-1', after: DISK }] }),
    ),
    refused(
      'disposed-again--custody-reappeared',
      'holder',
      'An item that was disposed of comes in again, as another one.',
      holding()
        .add({ type: 'dispose', by: alice, objects: [disk()] })
        .add({ type: 'acquire', by: alice, objects: [{ name: 'EX-1', after: OTHER }] }),
    ),
    refused(
      'fixity-failed--custody-check-failed',
      'digests',
      'A fixity check says of itself that it has failed.',
      check('fixity-check', 'fail'),
    ),
    open(
      'validation-open--custody-check-open',
      'digests',
      'A signature could not be validated.',
      check('signature-validation', 'insufficient_evidence'),
    ),
    open(
      'receipt-failed--custody-in-transit',
      'transfer',
      'A receipt that says of itself that it has failed takes nothing over.',
      received('fail'),
    ),
    good('receipt-repeated', 'What could not be received at first is received later.', again),
    open(
      'fixity-never--custody-fixity-missing',
      'silence',
      'Nothing is done with an item for three days, where its digest is to be taken every day.',
      holding({ fixityEvery: 'PT86400S' }).add({ type: 'note', by: alice, time: '2026-02-04T12:00:00Z' }),
    ),
    refused(
      'seal-substituted--custody-seal-mismatch',
      'seal',
      'An item that was sealed with S-1 is found with S-9, intact.',
      sealed('S-9'),
    ),
    good('seal-seen', 'An item that was sealed with S-1 is found with it.', sealed('S-1')),
  ];
}

function outCases(): Case[] {
  const out = (log = holding()): CustodyLog => log.add({ type: 'check-out', by: erin, objects: [disk()] });
  const back = (log: CustodyLog): CustodyLog => log.add({ type: 'check-in', by: erin, objects: [disk()] });
  return [
    good('out-and-in', 'Erin takes an item out, and brings it back.', back(out())),
    open('out--custody-out-at-end', 'holder', 'The log is closed while Erin has the item out.', out()),
    refused(
      'out-twice--custody-checked-out',
      'holder',
      'Bob takes out what Erin has out.',
      back(out().add({ type: 'check-out', by: bob, objects: [disk()] })),
    ),
    refused('never-out--custody-not-checked-out', 'holder', 'Erin brings back what nobody had out.', back(holding())),
  ];
}

function timeCases(): Case[] {
  const clock = { clock: { source: 'watch', sync: 'manual', uncertainty: 'PT400000000S' } };
  const recorded = holding().add({ type: 'note', by: alice, recorded: '2036-02-01T12:00:00Z' });
  const ended = holding().add({
    type: 'note',
    by: alice,
    change: ({ predicate }) =>
      Object.assign((predicate as JsonObject)['event'] as JsonObject, { endDateTime: '2046-02-01T12:00:00Z' }),
  });
  return [
    open(
      'uncertain--custody-time-order',
      'order',
      'A clock that is said to be uncertain by twelve years excuses an event of ten years before.',
      holding()
        .add({ type: 'note', by: alice, time: '2016-02-01T12:00:00Z', more: clock })
        .add({ type: 'note', by: alice, time: '2026-02-01T12:10:00Z' }),
    ),
    open(
      'recorded-later--custody-time-future',
      'claims',
      'An event is said to have been written down ten years after the instant that is judged at.',
      recorded,
    ),
    open(
      'ended-later--custody-time-future',
      'claims',
      'An event is said to have ended twenty years after the instant that is judged at.',
      ended,
    ),
  ];
}

function keyringCases(): Case[] {
  const row = { id: alice.id, publicKey: base64(alice.key.spki) };
  const asked = ['custody', 'verify', 'custody.jsonl', '--keyring', 'keyring.json', '--at', '2026-03-01T00:00:00Z'];
  const ring = (name: string, why: string, keys: readonly JsonObject[], more: JsonObject = {}): Case => {
    const keyring = { format: 'forensic-verify/custody-keyring@v1', keys: keys as JsonObject[], ...more };
    return unusable(
      `custody-${name}--json-shape`,
      why,
      logFiles(closed(holding()), { 'keyring.json': keyring }),
      asked,
    );
  };
  return [
    ring('keyring-twice', 'A keyring has two rows for one key, and the second says that it is compromised.', [
      row,
      { ...row, compromisedSince: '2020-01-01T00:00:00Z' },
    ]),
    ring('keyring-null', 'A key of a keyring is compromised since null.', [{ ...row, compromisedSince: null }]),
    ring('keyring-quorum', 'A keyring wants less than no witness.', [row], { quorum: -1 }),
  ];
}

function atHandCases(): Case[] {
  const folder = (log: CustodyLog, items: Readonly<Record<string, string>> = {}) => ({
    'opener.pub.pem': alice.key.publicPem,
    'locker/custody.jsonl': closed(log).file(),
    ...Object.fromEntries(Object.entries(items).map(([name, text]) => [`locker/${name}`, utf8(text)])),
  });
  const verify = ['verify', 'locker', ...VERIFY.slice(3)];
  const image = 'the disk of the fixtures';
  const copied = holding()
    .add({ type: 'replicate', by: erin, objects: [{ name: 'EX-1.1', from: 'EX-1', change: 'copied', after: DISK }] })
    .add({ type: 'dispose', by: alice, objects: [disk()] });
  const log = holding();
  const proof = `c2sp.org/tlog-proof@v1\nextra ${base64(log.lines[1] ?? bytes())}\nindex 1\n${log.proof(1, 2).join('\n')}\n\n${log.note(2)}`;
  const ring = (role: string): JsonObject => ({
    format: 'forensic-verify/custody-keyring@v1',
    keys: [{ id: alice.id, publicKey: base64(alice.key.spki), roles: [role] }],
    logs: [{ origin: ORIGIN, key: verifierKey(ORIGIN, log.logKey) }],
  });
  const alone = ['--disclosed', '1.tlog-proof', '--keyring', 'keyring.json', '--at', '2026-03-01T00:00:00Z'];
  const disclosed = ['custody', 'verify', ...alone];
  return [
    undecided(
      'custody-set-disposed--custody-item-present',
      'custody.items',
      'The item that was disposed of lies in the folder.',
      folder(holding().add({ type: 'dispose', by: alice, objects: [disk()] }), { 'EX-1': image }),
      verify,
    ),
    passes(
      'custody-set-copy-kept',
      'The item was disposed of, and its copy lies in the folder.',
      folder(copied, { 'EX-1.1': image }),
      verify,
    ),
    undecided(
      'custody-set-itemless--custody-item-absent',
      'custody.items',
      'The log brings nothing into custody, and nothing lies beside it: nobody vouches for anything.',
      folder(opened()),
      verify,
      4,
    ),
    passes(
      'custody-disclosed-role',
      'One event of a log, by a key that may act as a custodian, by the keyring.',
      { '1.tlog-proof': proof, 'keyring.json': ring('custodian') },
      disclosed,
    ),
    refuted(
      'custody-disclosed-role--custody-role',
      'custody.roles',
      'One event of a log is done as a custodian, by a key that may only examine, by the keyring.',
      { '1.tlog-proof': proof, 'keyring.json': ring('examiner') },
      disclosed,
    ),
  ];
}
