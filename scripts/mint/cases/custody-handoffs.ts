// SPDX-License-Identifier: Apache-2.0
import { base64, utf8 } from '../bytes.ts';
import { alsoGiving, type Case, passes, refuted, undecided } from '../case.ts';
import { CustodyLog, keyid, type Person, person, verifierKey } from '../custody.ts';
import type { JsonObject } from '../json.ts';
import {
  alice,
  bob,
  DISK,
  disk,
  EVERYBODY,
  erin,
  holding,
  judge,
  logFiles,
  mallory,
  OTHER,
  receipt,
  release,
  VERIFY,
  WARRANT,
} from './custody-common.ts';
import { quoted } from './custody-logs.ts';

const SEAL: JsonObject = { seal: { id: 'S-1', state: 'applied' } };
const INTACT: JsonObject = { id: 'S-1', state: 'intact' };

interface Meeting {
  readonly sealed?: boolean;
  readonly held?: boolean;
  /** What the release and the receipt say of the item, beside its name and digest. */
  readonly released?: JsonObject;
  readonly received?: JsonObject;
  readonly receivedAt?: string;
  readonly caseId?: string;
  readonly signer?: Person;
  readonly origin?: string;
  /** Who opens the receiving log, and with which key of Bob's. */
  readonly opener?: Person;
  readonly receiver?: Person;
  /** The last change of the release line. */
  readonly forged?: boolean;
}

/** Alice's log, and the one that receives what she has released. */
function meeting(change: Meeting = {}): { readonly a: CustodyLog; readonly b: CustodyLog } {
  const a = holding();
  if (change.sealed) a.add({ type: 'seal', by: alice, objects: [disk()], more: { custody: SEAL } });
  if (change.held)
    a.add({ type: 'hold-apply', by: judge, objects: [{ name: 'EX-1' }], more: { custody: { hold: 'H-1' } } });
  a.add({
    type: 'transfer-release',
    by: alice,
    time: '2026-02-01T12:40:00Z',
    objects: [{ ...disk(), ...change.released }],
    more: release(bob.id),
    ...(change.signer === undefined ? {} : { signers: [change.signer.key] }),
  });
  const index = a.lines.length - 1;
  if (change.forged === true) {
    const line = new TextDecoder().decode(a.lines[index]);
    a.lines[index] = utf8(line.replace(/"sig":"[^"]+"/, `"sig":"${base64(new Uint8Array(64))}"`));
  }
  const receiver = change.receiver ?? bob;
  const opener = change.opener ?? receiver;
  const b = new CustodyLog(change.origin ?? 'locker-b.example/C-42', {}, change.caseId ?? 'C-42');
  b.open(opener, [...new Set([opener, receiver])], {
    peers: [{ origin: a.origin, key: verifierKey(a.origin, a.logKey) }],
  });
  b.add({
    type: 'transfer-receive',
    by: receiver,
    time: change.receivedAt ?? '2026-02-01T13:00:00Z',
    objects: [{ ...disk(), ...change.received }],
    more: { custody: { transferId: 'T-1', release: quoted(a, index) } },
  });
  b.add({ type: 'close', by: opener });
  a.add({ type: 'close', by: alice });
  return { a, b };
}

const row = ({ id, key }: Person, more: JsonObject = {}): JsonObject => ({ id, publicKey: base64(key.spki), ...more });
const ring = (...keys: readonly JsonObject[]): JsonObject => ({
  format: 'forensic-verify/custody-keyring@v1',
  keys: [...keys],
});

const files = (logs: Readonly<Record<string, CustodyLog>>, keyring = ring(row(alice), row(bob))) => ({
  ...Object.fromEntries(Object.entries(logs).map(([name, log]) => [`${name}.jsonl`, log.file()])),
  'keyring.json': keyring,
});

const judged = (...names: readonly string[]): string[] => [
  'custody',
  'verify',
  ...names.map((name) => `${name}.jsonl`),
  '--keyring',
  'keyring.json',
  ...VERIFY.slice(5),
];

const BOTH = judged('a', 'b');

/** What goes along with an item from log to log, and who must have signed it (custody timeline v1, section 9). */
export function custodyHandoffCases(): Case[] {
  return [...stateCases(), ...giverCases(), ...receiverCases(), ...placeCases(), ...withinCases()];
}

function stateCases(): Case[] {
  const sealed = { seal: INTACT };
  const held = { holds: ['H-1'] };
  return [
    passes(
      'custody-handoff-state',
      'A sealed item under a legal hold goes to another log: the release and the receipt name both.',
      files(meeting({ sealed: true, held: true, released: { ...sealed, ...held }, received: { ...sealed, ...held } })),
      BOTH,
    ),
    refuted(
      'custody-handoff-seal-unsaid--custody-seal-mismatch',
      'custody.seal',
      'A sealed item is released without a word of its seal.',
      files(meeting({ sealed: true })),
      BOTH,
    ),
    refuted(
      'custody-handoff-seal-lost--custody-seal-mismatch',
      'custody.seal',
      'The release names the seal, and the receipt in the other log does not.',
      files(meeting({ sealed: true, released: sealed })),
      BOTH,
    ),
    refuted(
      'custody-handoff-seal-made--custody-seal-mismatch',
      'custody.seal',
      'The receipt names a seal that the item was not released under.',
      files(meeting({ received: sealed })),
      BOTH,
    ),
    refuted(
      'custody-handoff-hold-unsaid--custody-hold',
      'custody.hold',
      'An item under a legal hold is released without a word of the hold.',
      files(meeting({ held: true })),
      BOTH,
    ),
    refuted(
      'custody-handoff-hold-lost--custody-hold',
      'custody.hold',
      'The release names the legal hold, and the receipt in the other log does not.',
      files(meeting({ held: true, released: held })),
      BOTH,
    ),
    refuted(
      'custody-handoff-hold-made--custody-hold',
      'custody.hold',
      'The release names a legal hold that is not on the item.',
      files(meeting({ released: held, received: held })),
      BOTH,
    ),
  ];
}

function giverCases(): Case[] {
  const compromised = ring(row(alice, { compromisedSince: '2026-01-01T00:00:00Z' }), row(bob));
  return [
    passes(
      'custody-handoff-giver',
      'The log of the receiver alone: the release that it quotes is signed by a key that the keyring gives to the giver.',
      files({ b: meeting().b }),
      judged('b'),
    ),
    refuted(
      'custody-handoff-unsigned--custody-join-mismatch',
      'custody.join',
      'The signature of the quoted release is nothing but zeros.',
      files({ b: meeting({ forged: true }).b }),
      judged('b'),
    ),
    undecided(
      'custody-handoff-by-other--custody-join-unverified',
      'custody.join',
      'Somebody of whom nobody knows a key has signed the quoted release in the name of the giver.',
      files({ b: meeting({ signer: mallory }).b }),
      judged('b'),
    ),
    undecided(
      'custody-handoff-giver-stolen--custody-key-compromised-unproven',
      'custody.keys',
      'The keyring says that the key of the giver was stolen before the receipt is proven to have existed.',
      files({ b: meeting().b }, compromised),
      judged('b'),
    ),
    undecided(
      'custody-handoff-giver-expired--custody-key-unproven',
      'custody.keys',
      'The key of the giver was valid until a time by which the receipt is not proven to have existed.',
      files({ b: meeting().b }, ring(row(alice, { validUntil: '2026-02-01T12:30:00Z' }), row(bob))),
      judged('b'),
    ),
    undecided(
      'custody-handoff-giver-early--custody-key-unproven',
      'custody.keys',
      'The key of the giver was valid from a time on, and nothing here proves that the release is later.',
      files({ b: meeting().b }, ring(row(alice, { validFrom: '2026-01-01T00:00:00Z' }), row(bob))),
      judged('b'),
    ),
    undecided(
      'what-if-giver--assumed-compromise-undecided',
      'what-if.events',
      'If the key of the giver had been stolen, nothing proves that the release that is quoted is older.',
      files({ b: meeting().b }),
      [
        'what-if',
        'b.jsonl',
        '--keyring',
        'keyring.json',
        ...VERIFY.slice(5),
        '--assume-compromised',
        `${keyid(alice.key)}@2026-02-01T12:30:00Z`,
      ],
    ),
  ];
}

function receiverCases(): Case[] {
  const eve = person('mailto:eve@elsewhere.example', 'custodian');
  const fake = person(bob.id, 'custodian', 'another who is called Bob');
  return [
    undecided(
      'custody-handoff-false-receiver--custody-in-transit',
      'custody.transfer',
      'Another log calls somebody Bob to whom neither the log of the release nor the keyring gives that name.',
      files(meeting({ opener: eve, receiver: fake }), ring(row(alice), row(bob), row(eve))),
      BOTH,
    ),
  ];
}

function placeCases(): Case[] {
  const first = (origin: string, by: Person): CustodyLog =>
    new CustodyLog(origin)
      .open(by, [by])
      .add({ type: 'acquire', by, objects: [{ name: 'EX-1', after: by === alice ? DISK : OTHER }] })
      .add({ type: 'close', by });
  return [
    refuted(
      'custody-handoff-two-origins--custody-two-holders',
      'custody.holder',
      'Two logs of one case take an item of one name into custody, and neither has it from the other.',
      files({ a: first('locker-a.example/C-42', alice), b: first('locker-b.example/C-42', bob) }),
      BOTH,
    ),
    refuted(
      'custody-handoff-received-twice--custody-two-holders',
      'custody.holder',
      'One release is received in two logs; that of the release is not at hand.',
      files({ b: meeting().b, c: meeting({ origin: 'locker-c.example/C-42' }).b }),
      judged('b', 'c'),
    ),
    undecided(
      'custody-handoff-before--custody-time-order',
      'custody.order',
      'The receipt claims to be half an hour older than the release that it quotes.',
      files(meeting({ receivedAt: '2026-02-01T12:10:00Z' })),
      BOTH,
    ),
    alsoGiving(
      refuted(
        'custody-handoff-other-case--custody-join-mismatch',
        'custody.join',
        'The release is of one case, the receipt of another.',
        files(meeting({ caseId: 'C-43' })),
        BOTH,
      ),
      'custody-in-transit',
    ),
  ];
}

/** Hand-offs within one log. */
function withinCases(): Case[] {
  const within = (received: JsonObject, more: JsonObject = {}): CustodyLog => {
    const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
    return log
      .add({ type: 'transfer-receive', by: bob, objects: [received], more: { ...more, ...receipt(log.hashOf(2)) } })
      .add({ type: 'close', by: bob });
  };
  const altered = { ...disk(), after: OTHER, change: 'altered', justification: 'partition mounted' };
  const named = (id: string): Person => ({ ...bob, id });
  const toSelf = (other: Person): CustodyLog => {
    const log = new CustodyLog('locker-a.example/C-42').open(alice, [...EVERYBODY.filter((one) => one !== bob), other]);
    log.add({ type: 'acquire', by: alice, objects: [{ name: 'EX-1', after: DISK }] });
    log.add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(other.id) });
    log.add({ type: 'transfer-receive', by: other, objects: [disk()], more: receipt(log.hashOf(2)) });
    return log.add({ type: 'close', by: other });
  };
  const refused = (name: string, check: string, why: string, log: CustodyLog): Case =>
    refuted(name, check, why, logFiles(log), VERIFY);
  return [
    refused(
      'custody-handoff-altered--custody-change-unexplained',
      'custody.digests',
      'An item is altered by its receipt, with a reason and a warrant: nothing happens to an item by being handed over.',
      within(altered, WARRANT),
    ),
    refused(
      'custody-altered-blank--custody-change-unexplained',
      'custody.digests',
      'An item is altered with a blank for a justification.',
      holding()
        .add({ type: 'examine', by: erin, objects: [{ ...altered, justification: ' ' }], more: WARRANT })
        .add({ type: 'close', by: alice }),
    ),
    refused(
      'custody-altered-blank-order--custody-change-unexplained',
      'custody.digests',
      'An item is altered by the authority of a blank.',
      holding()
        .add({
          type: 'examine',
          by: erin,
          objects: [altered],
          more: { authorization: { type: 'order', identifier: ' ' } },
        })
        .add({ type: 'close', by: alice }),
    ),
    ...[
      ['case', 'MAILTO:Alice@locker-a.example', 'It differs in case alone'],
      ['scheme', 'alice@locker-a.example', 'It is the same without its scheme'],
      ['script', 'mailto:\u{430}lice@locker-a.example', 'Its first letter is a Cyrillic one'],
    ].map(([what = '', id = '', why = '']) =>
      undecided(
        `custody-alike-${what}--custody-self-transfer`,
        'custody.actors',
        `Giver and receiver have names that look alike. ${why}.`,
        logFiles(toSelf(named(id))),
        VERIFY,
      ),
    ),
    refuted(
      'custody-name-unseen--custody-line-format',
      'custody.format',
      'A name has a letter of no width in it.',
      logFiles(toSelf(named('mailto:alice\u{200b}@locker-a.example'))),
      VERIFY,
    ),
    refuted(
      'custody-name-blank--custody-line-format',
      'custody.format',
      'A name ends in a blank.',
      logFiles(toSelf(named('mailto:alice@locker-a.example '))),
      VERIFY,
    ),
    refuted(
      'custody-alike-dual--custody-dual-control',
      'custody.roles',
      'Two who must sign have names that look alike.',
      logFiles(dual(named('MAILTO:alice@locker-a.example'))),
      VERIFY,
    ),
  ];
}

/** An item is disposed of by Alice and somebody whose name looks like hers. */
function dual(other: Person): CustodyLog {
  const log = new CustodyLog('locker-a.example/C-42', { dualControl: { dispose: 2 } }).open(alice, [alice, other]);
  log.add({ type: 'acquire', by: alice, objects: [{ name: 'EX-1', after: DISK }] });
  log.add({ type: 'dispose', by: alice, objects: [disk()], signers: [alice.key, other.key] });
  return log.add({ type: 'close', by: alice });
}
