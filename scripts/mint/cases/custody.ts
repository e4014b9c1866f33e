// SPDX-License-Identifier: Apache-2.0
import { base64, bytes, flipped, hex, sha256, utf8 } from '../bytes.ts';
import { alsoGiving, type Case, passes, refuted, undecided } from '../case.ts';
import { CustodyLog, keyid, person, signedLine, stamp, verifierKey } from '../custody.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { canonical, type JsonObject } from '../json.ts';
import { edKey } from '../keys.ts';
import { treeRoot } from '../merkle.ts';
import { checkpointText, signatureLine, signedNote } from '../note.ts';
import { PLAIN } from '../plain-keys.ts';
import { tsaStranger } from '../world.ts';
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
  ORIGIN,
  OTHER,
  opened,
  receipt,
  release,
  VERIFY,
  WARRANT,
} from './custody-common.ts';
import { ARTIFACT, PROVENANCE } from './good.ts';

const THEN = '2026-02-01T19:00:00Z';
const LATER = '2026-02-01T18:00:00Z';
const witness = { name: 'witness.locker-b.example', key: edKey('custody witness') };

/** A hand-off that both have signed. */
function handedOver(log: CustodyLog = holding()): CustodyLog {
  log.add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  return log.add({
    type: 'transfer-receive',
    by: bob,
    objects: [disk()],
    more: receipt(log.hashOf(log.lines.length - 1)),
  });
}

const closed = (log: CustodyLog): CustodyLog => log.add({ type: 'close', by: alice });

/** A closed log, and one line of it replaced, left out, or moved. */
function edited(log: CustodyLog, edit: (lines: Uint8Array[]) => void): Uint8Array {
  const lines = [...log.lines];
  edit(lines);
  return bytes(...lines.flatMap((line) => [line, [10]]));
}

function refusedCase(name: string, check: string, why: string, log: CustodyLog | Uint8Array, exitCode = 3): Case {
  return refuted(`custody-${name}`, `custody.${check}`, why, logFiles(log), VERIFY, exitCode);
}

function openCase(name: string, check: string, why: string, log: CustodyLog | Uint8Array, exitCode = 3): Case {
  return undecided(`custody-${name}`, `custody.${check}`, why, logFiles(log), VERIFY, exitCode);
}

function good(name: string, why: string, log: CustodyLog, more: JsonObject = {}, flags: readonly string[] = []): Case {
  return passes(`custody-${name}`, why, logFiles(log, more as never), [...VERIFY, ...flags]);
}

export function custodyCases(): Case[] {
  return [
    ...goodLogs(),
    ...lineCases(),
    ...keyCases(),
    ...itemCases(),
    ...timeCases(),
    ...checkpointCases(),
    ...joinCases(),
    ...setCases(),
  ];
}

function goodLogs(): Case[] {
  const dual = { dualControl: { unseal: 2 } };
  const sealed = holding(dual)
    .add({ type: 'seal', by: alice, objects: [disk()], more: { custody: { seal: { id: 'S-1', state: 'applied' } } } })
    .add({
      type: 'unseal',
      by: alice,
      objects: [disk()],
      more: { custody: { seal: { id: 'S-1' } } },
      signers: [alice.key, erin.key],
    })
    .add({ type: 'examine', by: erin, objects: [disk()] });
  const held = holding()
    .add({ type: 'hold-apply', by: judge, objects: [{ name: 'EX-1' }], more: { custody: { hold: 'H-1' } } })
    .add({ type: 'hold-release', by: judge, objects: [{ name: 'EX-1' }], more: { custody: { hold: 'H-1' } } })
    .add({ type: 'dispose', by: alice, objects: [disk()] });
  const derived = holding()
    .add({ type: 'replicate', by: erin, objects: [{ name: 'EX-1.1', from: 'EX-1', change: 'copied', after: DISK }] })
    .add({
      type: 'examine',
      by: erin,
      objects: [{ name: 'EX-1.1', before: DISK, after: OTHER, change: 'altered', justification: 'partition mounted' }],
      more: WARRANT,
    });
  const second = person(bob.id, 'custodian', 'bob, second key');
  const rotated = holding();
  rotated
    .add({
      type: 'key-status',
      by: bob,
      more: { keys: [{ action: 'introduce', id: bob.id, publicKey: base64(second.key.spki), roles: ['custodian'] }] },
    })
    .add({ type: 'key-status', by: second, more: { keys: [{ action: 'retire', keyid: keyid(bob.key) }] } })
    .add({ type: 'note', by: second });
  const recovery = holding({}, { recovery: { threshold: 2, ids: [alice.id, judge.id] } });
  recovery.anchor(alice, '2026-02-01T13:00:00Z');
  recovery
    .add({
      type: 'key-status',
      by: alice,
      time: '2026-02-01T14:00:00Z',
      more: { keys: [{ action: 'compromised', keyid: keyid(bob.key), since: '2026-02-01T13:30:00Z' }] },
      signers: [alice.key, judge.key],
    })
    .add({
      type: 'key-status',
      by: alice,
      more: { keys: [{ action: 'introduce', id: bob.id, publicKey: base64(second.key.spki), roles: ['custodian'] }] },
      signers: [alice.key, judge.key],
    })
    .add({ type: 'note', by: second });
  const corrected = holding();
  corrected.add({ type: 'note', by: alice, more: { note: 'taken in room 4' } });
  corrected.add({
    type: 'correct',
    by: alice,
    more: { note: 'it was room 5', target: { seq: 2, line: corrected.hashOf(2) } },
  });
  const strict = { maxSilence: 'PT86400S' };
  const changed = holding(strict);
  changed.policy = { maxSilence: 'PT172800S' };
  changed.add({ type: 'policy-change', by: alice, more: { policy: changed.policy, ...WARRANT } });
  const anchored = handedOver();
  anchored.anchor(alice, '2026-02-01T13:00:00Z').add({ type: 'close', by: alice });
  const note = anchored.note(anchored.lines.length);
  const slow = holding().add({
    type: 'access',
    by: erin,
    objects: [disk()],
    time: '2026-01-31T11:10:00Z',
    recorded: '2026-02-01T12:10:00Z',
    more: { clock: { source: 'ws-7', sync: 'none', offset: '-PT90000S', uncertainty: 'PT2S' } },
  });
  slow.anchor(alice, '2026-02-01T13:00:00Z');
  const head = handedOver();
  const cosigned = holding({ quorum: 1 }, { witnesses: [verifierKey(witness.name, witness.key, 4)] });
  const cosignedNote = cosigned.note(2, { ...witness, time: '2026-02-01T12:30:00Z' });
  const keyring = keyringFile([{ id: alice.id, publicKey: base64(alice.key.spki) }]);
  const disclosed = handedOver();
  const proof = `c2sp.org/tlog-proof@v1\nextra ${base64(disclosed.lines[2] ?? bytes())}\nindex 2\n${disclosed.proof(2, 4).join('\n')}\n\n${disclosed.note(4)}`;
  const alone = [
    'custody',
    'verify',
    '--disclosed',
    '2.tlog-proof',
    '--key',
    'opener.pub.pem',
    '--at',
    '2026-03-01T00:00:00Z',
  ];
  const logKey = ['--log-key', verifierKey(ORIGIN, disclosed.logKey)];
  return [
    good('hand-off', 'A hand-off that giver and receiver have signed, in a log that is closed.', closed(handedOver())),
    good('seal', 'A seal that two persons open, over the same digests.', closed(sealed)),
    good('hold', 'A legal hold that is released before the item is disposed of.', closed(held)),
    good('derived', 'A copy is a new item; it is altered with a reason and an authority.', closed(derived)),
    good('rotation', 'A key brings in its successor, which retires it.', closed(rotated)),
    good(
      'recovery',
      'After a compromise a new key comes in by two of those who may recover; what was stamped before stands.',
      closed(recovery),
    ),
    good('correction', 'A correction names the event that it puts right.', closed(corrected)),
    good('policy-change', 'The policy asks less from an event on, with an authorization.', closed(changed)),
    good(
      'anchored',
      'Checkpoints and a token, in the log and beside it: every line is proven in time.',
      anchored,
      {
        'end.note': note,
        'end.tsr': stamp(utf8(note), '2026-02-01T14:00:00Z') as never,
      },
      ['--checkpoint', 'end.note', '--timestamp', 'end.tsr'],
    ),
    good(
      'slow-clock',
      'A clock that is 25 hours slow, measured and told: the corrected time is borne out.',
      closed(slow),
    ),
    good('expected-head', 'A log that is not closed, whose head the examiner knows.', head, {}, [
      '--expect-head',
      `sha256:${head.head()}`,
    ]),
    good(
      'witnessed',
      'The checkpoint is cosigned by the witness that the policy wants.',
      closed(cosigned),
      { 'two.note': cosignedNote },
      ['--checkpoint', 'two.note'],
    ),
    passes(
      'custody-keyring',
      'The opener stands in a keyring.',
      logFiles(closed(handedOver()), { 'keyring.json': keyring }),
      ['custody', 'verify', 'custody.jsonl', '--keyring', 'keyring.json', '--at', '2026-03-01T00:00:00Z'],
    ),
    passes(
      'custody-disclosed',
      'One event of a log, with the proof that it is in it.',
      { '2.tlog-proof': proof, 'opener.pub.pem': alice.key.publicPem },
      [...alone, ...logKey],
    ),
    refuted(
      'custody-disclosed-other--inclusion-root-mismatch',
      'inclusion.proof',
      'The event that is disclosed is not the one of the log: another one that the same key has signed.',
      {
        '2.tlog-proof': proof.replace(
          /^extra .*$/m,
          `extra ${base64(handedOver(holding({ maxSilence: 'PT1S' })).lines[2] ?? bytes())}`,
        ),
        'opener.pub.pem': alice.key.publicPem,
      },
      [...alone, ...logKey],
      2,
    ),
    undecided(
      'custody-disclosed-unknown--custody-checkpoint-key',
      'custody.checkpoint',
      'Nobody says under which key the log signs.',
      { '2.tlog-proof': proof, 'opener.pub.pem': alice.key.publicPem },
      alone,
    ),
  ];
}

export function keyringFile(keys: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { format: 'forensic-verify/custody-keyring@v1', keys: keys as JsonObject[], ...more };
}

function lineCases(): Case[] {
  const log = closed(handedOver());
  const unknownType = holding().add({ type: 'teleport', by: alice });
  const extra = closed(
    holding().add({
      type: 'note',
      by: alice,
      change: (one) => Object.assign(one['predicate'] as JsonObject, { colour: 'red' }),
    }),
  );
  const twice = holding();
  const payload = canonical({ a: 1 }).replace('}', ',"a":2}');
  twice.lines.push(signedLine(utf8(payload), [alice.key]));
  const mixed = holding();
  mixed.lines.push(closed(holding({}, {}, 'locker-x.example/C-9')).lines[2] as Uint8Array);
  const reopened = holding();
  reopened.open(alice, EVERYBODY);
  const after = closed(holding()).add({ type: 'note', by: alice });
  return [
    openCase('torn--torn-tail', 'format', 'The last line has no end.', bytes(log.file().subarray(0, -1))),
    alsoGiving(
      refusedCase(
        'crlf--custody-line-format',
        'format',
        'Lines end in CR and LF.',
        edited(log, (lines) => {
          lines.forEach((line, i) => {
            lines[i] = bytes(line, [13]);
          });
        }),
      ),
    ),
    refusedCase('blank--jsonl-line', 'format', 'A blank line stands at the end.', bytes(log.file(), [10])),
    refusedCase(
      'event-type--custody-event-type',
      'format',
      'An event is of a type that nobody knows.',
      closed(unknownType),
    ),
    refusedCase(
      'unknown-member--custody-line-format',
      'format',
      'An event has a member that the format does not have.',
      extra,
    ),
    refusedCase('twice-named--json-duplicate-key', 'format', 'A payload names a member twice.', twice),
    undecided('custody-empty--custody-log-empty', 'custody.format', 'The log is empty.', logFiles(bytes()), VERIFY, 4),
    refusedCase(
      'resigned--custody-link-mismatch',
      'links',
      'A line was signed again, by another key of the log as well: what it says is the same.',
      edited(log, (lines) => {
        const text = new TextDecoder().decode(lines[1]);
        const body = Buffer.from(text.slice(12, text.indexOf('"', 12)), 'base64');
        lines[1] = signedLine(new Uint8Array(body), [alice.key, bob.key]);
      }),
      2,
    ),
    refusedCase(
      'dropped--custody-sequence-gap',
      'sequence',
      'A line in the middle is missing.',
      edited(log, (lines) => lines.splice(2, 1)),
    ),
    refusedCase(
      'headless--custody-sequence-gap',
      'sequence',
      'The first line is missing.',
      edited(log, (lines) => lines.splice(0, 1)),
    ),
    refusedCase(
      'doubled--custody-sequence-repeat',
      'sequence',
      'A line stands twice.',
      edited(log, (lines) => lines.splice(2, 0, lines[2] as Uint8Array)),
    ),
    refusedCase(
      'swapped--custody-sequence-order',
      'sequence',
      'Two lines have changed places.',
      edited(log, (lines) => lines.splice(2, 2, lines[3] as Uint8Array, lines[2] as Uint8Array)),
    ),
    alsoGiving(
      refusedCase('mixed--custody-log-mixed', 'sequence', 'A line is of another log.', mixed),
      'custody-link-mismatch',
    ),
    refusedCase('reopened--custody-open-misplaced', 'sequence', 'The log is opened again.', closed(reopened)),
    refusedCase('after-close--custody-after-close', 'sequence', 'A line follows the one that closes the log.', after),
  ];
}

function keyCases(): Case[] {
  const bad = closed(holding());
  const text = new TextDecoder().decode(bad.lines[1]);
  const at = text.lastIndexOf('"sig":"') + 7;
  const forged = edited(closed(holding()), (lines) => {
    const sig = flipped(new Uint8Array(Buffer.from(text.slice(at, at + 88), 'base64')), 3);
    lines[1] = utf8(`${text.slice(0, at)}${base64(sig)}${text.slice(at + 88)}`);
  });
  const strange = holding().add({ type: 'note', by: mallory });
  const foreign = holding().add({ type: 'note', by: bob, signers: [alice.key] });
  const retired = holding()
    .add({ type: 'key-status', by: bob, more: { keys: [{ action: 'retire', keyid: keyid(bob.key) }] } })
    .add({ type: 'note', by: bob });
  const compromised = (line: (log: CustodyLog) => CustodyLog): CustodyLog =>
    line(holding()).add({
      type: 'key-status',
      by: alice,
      time: '2026-02-01T16:00:00Z',
      more: { keys: [{ action: 'compromised', keyid: keyid(bob.key), since: '2026-02-01T13:30:00Z' }] },
    });
  const unproven = compromised((log) => log.add({ type: 'note', by: bob, time: '2026-02-01T12:30:00Z' }));
  const proven = compromised((log) =>
    log.anchor(alice, '2026-02-01T14:00:00Z').add({ type: 'note', by: bob, time: '2026-02-01T14:30:00Z' }),
  );
  const windowed = (validUntil: string, line: (log: CustodyLog) => CustodyLog): CustodyLog => {
    const log = new CustodyLog(ORIGIN);
    const keys = EVERYBODY.map(({ id, role, key }) => ({
      id,
      publicKey: base64(key.spki),
      roles: [role],
      ...(id === bob.id ? { validUntil } : {}),
    }));
    return line(log.open(alice, EVERYBODY, { keys }));
  };
  const expired = windowed('2026-02-01T13:00:00Z', (log) =>
    log.anchor(alice, '2026-02-01T14:00:00Z').add({ type: 'note', by: bob }),
  );
  const openWindow = windowed('2026-02-01T13:00:00Z', (log) => log.add({ type: 'note', by: bob }));
  const beforeWindow = holding().anchor(alice, '2026-02-01T13:00:00Z');
  const role = holding().add({ type: 'dispose', by: erin, objects: [disk()] });
  const dual = holding({ dualControl: { dispose: 2 } }).add({ type: 'dispose', by: alice, objects: [disk()] });
  const rotation = holding().add({
    type: 'key-status',
    by: bob,
    more: { keys: [{ action: 'introduce', id: erin.id, publicKey: base64(mallory.key.spki), roles: ['examiner'] }] },
  });
  const policy = holding();
  const before = policy.policy;
  policy.policy = { quorum: 3 };
  policy.add({ type: 'note', by: alice });
  policy.policy = before;
  const weakened = holding({ dualControl: { dispose: 2 } });
  weakened.policy = {};
  weakened.add({ type: 'policy-change', by: alice, more: { policy: {} } });
  const target = holding().add({
    type: 'correct',
    by: alice,
    more: { target: { seq: 1, line: `sha256:${hex(sha256(utf8('x')))}` } },
  });
  return [
    alsoGiving(
      refusedCase(
        'forged--signature-mismatch',
        'signature',
        'One bit of a signature differs; the line after it names the one that was there.',
        forged,
      ),
      'custody-link-mismatch',
    ),
    openCase(
      'stranger--signer-key-unknown',
      'signature',
      'An event is signed by somebody whom nobody has brought in.',
      closed(strange),
    ),
    undecided(
      'custody-keyless--signer-key-unknown',
      'custody.signature',
      'The examiner names no key: nobody is believed.',
      logFiles(closed(holding())),
      ['custody', 'verify', 'custody.jsonl', '--at', '2026-03-01T00:00:00Z'],
    ),
    refusedCase(
      'impersonated--custody-signer-mismatch',
      'signature',
      "Alice signs an event that is said to be Bob's.",
      closed(foreign),
    ),
    refusedCase('retired--custody-key-retired', 'keys', 'A key signs after it was retired.', closed(retired)),
    openCase(
      'compromised-open--custody-key-compromised-unproven',
      'keys',
      'An event is claimed to be of before the compromise, and nothing proves it.',
      closed(unproven),
    ),
    refusedCase(
      'compromised--custody-key-compromised',
      'keys',
      'An event is proven to be of after the compromise, whatever it claims.',
      closed(proven),
    ),
    refusedCase(
      'expired--custody-key-expired',
      'keys',
      'An event is proven to be of after the end of the key.',
      closed(expired),
    ),
    openCase(
      'window-open--custody-key-unproven',
      'keys',
      'Nothing proves that the key had not expired.',
      closed(openWindow),
    ),
    alsoGiving(
      refuted(
        'custody-early--custody-key-early',
        'custody.keys',
        'A key signs before its window begins, by the keyring and a token.',
        logFiles(closed(beforeWindow), {
          'keyring.json': keyringFile([
            { id: alice.id, publicKey: base64(alice.key.spki), validFrom: '2026-02-01T15:00:00Z' },
          ]),
        }),
        ['custody', 'verify', 'custody.jsonl', '--keyring', 'keyring.json', ...VERIFY.slice(5)],
      ),
      'custody-key-unproven',
    ),
    alsoGiving(
      refusedCase('role--custody-role', 'roles', 'An examiner disposes of an item.', closed(role)),
      'custody-no-holder',
    ),
    refusedCase(
      'dual-control--custody-dual-control',
      'roles',
      'One person disposes of an item, where the policy wants two.',
      closed(dual),
    ),
    refusedCase(
      'rotation--custody-rotation-unauthorised',
      'rotation',
      'Bob brings in a key for Erin.',
      closed(rotation),
    ),
    refusedCase(
      'policy--custody-policy-mismatch',
      'policy',
      'An event names another policy than the one in force.',
      closed(policy),
    ),
    refusedCase(
      'weakened--custody-policy-weakened',
      'policy',
      "The policy asks less from an event on, by nobody's authority.",
      closed(weakened),
    ),
    refusedCase(
      'correction--custody-correction-target',
      'correction',
      'A correction names a line that is not there.',
      closed(target),
    ),
  ];
}

function itemCases(): Case[] {
  const foreign = holding().add({ type: 'transfer-release', by: bob, objects: [disk()], more: release(erin.id) });
  foreign.add({ type: 'transfer-receive', by: erin, objects: [disk()], more: receipt(foreign.hashOf(2)) });
  const unreleased = opened().add({
    type: 'transfer-receive',
    by: bob,
    objects: [disk()],
    more: receipt(`sha256:${hex(sha256(utf8('none')))}`),
  });
  const other = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(erin.id) });
  other.add({ type: 'transfer-receive', by: bob, objects: [disk()], more: receipt(other.hashOf(2)) });
  const transit = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  const two = holding().add({ type: 'acquire', by: bob, objects: [{ name: 'EX-1', after: DISK }] });
  const none = opened().add({ type: 'access', by: erin, objects: [disk()] });
  const self = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  self.add({
    type: 'transfer-receive',
    by: bob,
    objects: [disk()],
    more: receipt(self.hashOf(2)),
    signers: [bob.key, alice.key],
  });
  const digest = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  digest.add({ type: 'transfer-receive', by: bob, objects: [disk(OTHER)], more: receipt(digest.hashOf(2)) });
  const weak = opened().add({
    type: 'acquire',
    by: alice,
    objects: [{ name: 'EX-1', after: { md5: '0'.repeat(32) } }],
  });
  const altered = holding().add({
    type: 'examine',
    by: erin,
    objects: [{ name: 'EX-1', before: DISK, after: OTHER, change: 'altered' }],
  });
  const sealed = (log = holding()): CustodyLog =>
    log.add({ type: 'seal', by: alice, objects: [disk()], more: { custody: { seal: { id: 'S-1' } } } });
  const broken = sealed().add({ type: 'examine', by: erin, objects: [disk()] });
  const otherSeal = sealed().add({
    type: 'unseal',
    by: alice,
    objects: [disk()],
    more: { custody: { seal: { id: 'S-2' } } },
  });
  const held = holding()
    .add({ type: 'hold-apply', by: judge, objects: [{ name: 'EX-1' }], more: { custody: { hold: 'H-1' } } })
    .add({ type: 'dispose', by: alice, objects: [disk()] });
  const fixity = holding({ fixityEvery: 'PT86400S' }).add({
    type: 'access',
    by: erin,
    objects: [disk()],
    time: '2026-02-04T12:00:00Z',
  });
  return [
    refusedCase(
      'release--custody-release-foreign',
      'transfer',
      'Bob releases an item that Alice holds.',
      closed(foreign),
    ),
    refusedCase(
      'unreleased--custody-receive-unreleased',
      'transfer',
      'Bob receives an item that nobody has released.',
      closed(unreleased),
    ),
    refusedCase(
      'receiver--custody-receive-mismatch',
      'transfer',
      'Bob receives what was released to Erin.',
      closed(other),
    ),
    openCase('transit--custody-in-transit', 'transfer', 'An item was released, and never received.', closed(transit)),
    refusedCase('two-holders--custody-two-holders', 'holder', 'Bob acquires an item that Alice holds.', closed(two)),
    refusedCase(
      'no-holder--custody-no-holder',
      'holder',
      'Erin accesses an item that never came into custody.',
      closed(none),
    ),
    openCase(
      'self--custody-self-transfer',
      'actors',
      "Alice's key has signed the release, and the receipt as well.",
      closed(self),
    ),
    refusedCase(
      'transit-changed--custody-digest-mismatch',
      'digests',
      'The item arrives with another digest than it left with.',
      closed(digest),
      2,
    ),
    openCase('weak--custody-digest-absent', 'digests', 'An item is known by its MD5 alone.', closed(weak)),
    refusedCase(
      'altered--custody-change-unexplained',
      'digests',
      'An item is altered, without a reason and an authority.',
      closed(altered),
    ),
    refusedCase('seal--custody-seal-broken', 'seal', 'An item is examined while it is sealed.', closed(broken)),
    refusedCase(
      'other-seal--custody-seal-mismatch',
      'seal',
      'The seal that is opened is not the one that was applied.',
      closed(otherSeal),
    ),
    refusedCase('hold--custody-hold', 'hold', 'An item is disposed of under a legal hold.', closed(held)),
    openCase(
      'silence--custody-silence',
      'silence',
      'The log is silent for three days, where the policy allows one.',
      closed(holding({ maxSilence: 'PT86400S' }).add({ type: 'note', by: alice, time: '2026-02-04T12:00:00Z' })),
    ),
    openCase(
      'fixity--custody-fixity-missing',
      'silence',
      'The digest of an item was not taken for three days, where the policy allows one.',
      closed(fixity),
    ),
  ];
}

function timeCases(): Case[] {
  const back = holding().add({ type: 'note', by: alice, time: '2026-02-01T09:00:00Z' });
  const late = holding();
  late.add({ type: 'note', by: erin, time: '2026-02-01T15:00:00Z' });
  const early = late.note();
  late.add({
    type: 'anchor',
    by: alice,
    time: '2026-02-01T15:01:00Z',
    more: {
      anchors: [{ kind: 'checkpoint', note: early, timestamps: [base64(stamp(utf8(early), '2026-02-01T13:00:00Z'))] }],
    },
  });
  const future = holding().add({ type: 'note', by: alice, time: '2027-02-01T12:00:00Z' });
  const imprint = holding();
  const note = imprint.note();
  imprint.add({
    type: 'anchor',
    by: alice,
    more: { anchors: [{ kind: 'checkpoint', note, timestamps: [base64(stamp(utf8('the payload alone'), LATER))] }] },
  });
  const unknown = holding();
  const note2 = unknown.note();
  unknown.add({
    type: 'anchor',
    by: alice,
    more: {
      anchors: [{ kind: 'checkpoint', note: note2, timestamps: [base64(stamp(utf8(note2), LATER, tsaStranger))] }],
    },
  });
  return [
    openCase('order--custody-time-order', 'order', 'Claimed times run back by three hours.', closed(back)),
    openCase(
      'contradicted--claimed-time-contradicted',
      'claims',
      'An event claims a time after the one by which a token proves that it existed.',
      closed(late),
    ),
    openCase(
      'future--custody-time-future',
      'claims',
      'An event claims a time after the instant that is judged at.',
      future.add({ type: 'close', by: alice }),
    ),
    refusedCase(
      'imprint--timestamp-imprint',
      'anchors',
      'A token is over something else than the checkpoint.',
      closed(imprint),
      2,
    ),
    good(
      'stranger-stamp',
      'A token of an authority that nobody here knows counts for nothing, and refuses nothing.',
      closed(unknown),
    ),
    undecided(
      'custody-known-at--custody-log-empty',
      'custody.format',
      'Nothing of the log is proven to have existed at the instant that is asked about.',
      logFiles(closed(holding())),
      [...VERIFY, '--known-at', '2026-02-01T12:00:00Z'],
      4,
    ),
  ];
}

function checkpointCases(): Case[] {
  const log = closed(handedOver());
  const side = (
    name: string,
    check: string,
    why: string,
    note: string,
    exitCode = 3,
    more: Record<string, string> = {},
  ): Case =>
    refuted(
      `custody-${name}`,
      `custody.${check}`,
      why,
      logFiles(log, { 'a.note': note, ...more }),
      [...VERIFY, '--checkpoint', 'a.note', ...Object.keys(more).flatMap((file) => ['--checkpoint', file])],
      exitCode,
    );
  const signed = (text: string): string => signedNote(text, signatureLine({ name: ORIGIN, key: log.logKey }, text));
  const other = signed(checkpointText(ORIGIN, 3, treeRoot([utf8('a'), utf8('b'), utf8('c')])));
  const larger = signed(checkpointText(ORIGIN, 9, treeRoot([utf8('a')])));
  const foreign = checkpointText('locker-x.example/C-9', 3, treeRoot(log.lines.slice(0, 3)));
  const text = checkpointText(ORIGIN, 3, treeRoot(log.lines.slice(0, 3)));
  const badLine = signatureLine({ name: ORIGIN, key: log.logKey }, `${text}x`);
  const strange = signatureLine({ name: ORIGIN, key: mallory.key }, text);
  const back = holding();
  back.anchor(alice, '2026-02-01T13:00:00Z');
  const small = back.note(1);
  back.add({
    type: 'anchor',
    by: alice,
    time: '2026-02-01T13:10:00Z',
    more: { anchors: [{ kind: 'checkpoint', note: small }] },
  });
  const quorum = holding({ quorum: 1 }, { witnesses: [verifierKey(witness.name, witness.key, 4)] });
  return [
    side(
      'other-lines--custody-checkpoint-root',
      'checkpoint',
      'The log has signed a checkpoint over other lines.',
      other,
      2,
    ),
    side('fork--custody-fork', 'fork', 'Two signed checkpoints of one size have different roots.', other, 3, {
      'b.note': log.note(3),
    }),
    refusedCase(
      'shrunk--custody-fork',
      'fork',
      'A later checkpoint covers fewer lines than an earlier one.',
      closed(back),
    ),
    side(
      'truncated--custody-truncated',
      'fork',
      'A signed checkpoint covers more lines than there are: the tail was cut.',
      larger,
    ),
    side(
      'note-origin--checkpoint-origin',
      'checkpoint',
      'The checkpoint is of another log.',
      signedNote(foreign, signatureLine({ name: 'locker-x.example/C-9', key: log.logKey }, foreign)),
    ),
    side(
      'note-forged--checkpoint-signature',
      'checkpoint',
      "The line of the log's key is over another text.",
      signedNote(text, badLine),
    ),
    undecided(
      'custody-note-unsigned--checkpoint-unsigned',
      'custody.checkpoint',
      'No line of the checkpoint is by the log.',
      logFiles(log, { 'a.note': signedNote(text, strange) }),
      [...VERIFY, '--checkpoint', 'a.note'],
    ),
    openCase(
      'quorum--custody-witness-quorum',
      'witnesses',
      'No witness has cosigned a checkpoint, where the policy wants one.',
      closed(quorum),
    ),
    {
      ...undecided(
        'custody-open-end--custody-end-open',
        'custody.tail',
        'The log is not closed, and no head is expected: the tail may have been cut.',
        logFiles(handedOver()),
        VERIFY,
        1,
      ),
    },
    refuted(
      'custody-head--custody-head-mismatch',
      'custody.tail',
      'The tail was cut: the last line is not the one that is expected.',
      logFiles(edited(log, (lines) => lines.splice(4, 1))),
      [...VERIFY, '--expect-head', `sha256:${log.head()}`],
      2,
    ),
  ];
}

/** Bob's own log, which takes what Alice's has released. */
function joined(
  change: {
    readonly quote?: JsonObject;
    readonly peer?: boolean;
    readonly giver?: boolean;
    readonly items?: JsonObject;
  } = {},
): CustodyLog {
  const there = holding();
  there.add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  const log = new CustodyLog('locker-b.example/C-42');
  const peers =
    change.peer === false
      ? {}
      : {
          peers: [
            {
              origin: ORIGIN,
              key: verifierKey(ORIGIN, there.logKey),
              ...(change.giver === false ? {} : { keys: [{ id: alice.id, publicKey: base64(alice.key.spki) }] }),
            },
          ],
        };
  log.open(bob, [bob, erin], peers);
  return log.add({
    type: 'transfer-receive',
    by: bob,
    time: '2026-02-01T13:00:00Z',
    objects: [disk(change.items)],
    more: {
      custody: {
        transferId: 'T-1',
        medium: 'courier',
        release: {
          line: there.hashOf(2),
          origin: ORIGIN,
          index: 2,
          envelope: base64(there.lines[2] ?? bytes()),
          proof: there.proof(2, 3),
          note: there.note(3),
          ...change.quote,
        },
      },
    },
  });
}

function joinCases(): Case[] {
  const files = (log: CustodyLog) =>
    logFiles(log.add({ type: 'close', by: bob }), { 'opener.pub.pem': bob.key.publicPem });
  return [
    passes(
      'custody-join',
      "Bob's log takes what Alice's has released: the release, its proof and her checkpoint are quoted.",
      files(joined()),
      VERIFY,
    ),
    undecided(
      'custody-join-unknown--custody-join-unverified',
      'custody.join',
      'Nobody says under which key the other log signs.',
      files(joined({ peer: false })),
      VERIFY,
    ),
    undecided(
      'custody-join-giver--custody-join-unverified',
      'custody.join',
      'Nobody says which key the one has who released the item.',
      files(joined({ giver: false })),
      VERIFY,
    ),
    refuted(
      'custody-join-proof--custody-join-mismatch',
      'custody.join',
      'The proof does not lead to the checkpoint.',
      files(joined({ quote: { proof: [base64(sha256(utf8('x'))), base64(sha256(utf8('y')))] } })),
      VERIFY,
    ),
    refuted(
      'custody-join-items--custody-join-mismatch',
      'custody.join',
      'The item arrives with another digest than the other log released it with.',
      files(joined({ items: OTHER })),
      VERIFY,
    ),
  ];
}

/** A folder that holds a log and its items: `verify` runs the log, and compares the items. */
function setCases(): Case[] {
  const log = closed(handedOver());
  const note = log.note();
  const in_ = (files: Readonly<Record<string, Uint8Array | string>>) => ({
    'opener.pub.pem': alice.key.publicPem,
    ...Object.fromEntries(Object.entries(files).map(([path, data]) => [`locker/${path}`, data])),
  });
  const verify = ['verify', 'locker', ...VERIFY.slice(3)];
  const image = utf8('the disk of the fixtures');
  const two = holding().add({ type: 'acquire', by: alice, objects: [{ name: 'EX-2', after: OTHER }] });
  const known = {
    'custody.jsonl': log.file(),
    'checkpoints/5.note': note,
    'timestamps/5.tsr': stamp(utf8(note), LATER),
  };
  return [
    passes(
      'custody-set',
      'A folder with a log, a checkpoint, a token over it, and the item.',
      in_({
        'custody.jsonl': log.file(),
        'checkpoints/5.note': note,
        'timestamps/5.tsr': stamp(utf8(note), LATER),
        'evidence/EX-1': image,
      }),
      verify,
    ),
    undecided(
      'custody-links--custody-links-only',
      'custody.signature',
      'Numbers, links and the expected head are as they should be, and no signature is looked at.',
      logFiles(log),
      ['custody', 'verify', 'custody.jsonl', '--links-only', '--expect-head', log.head() ?? '', ...VERIFY.slice(-2)],
    ),
    passes(
      'custody-beside',
      'A log and an item, each named by itself: the item has the digest that the log names last.',
      logFiles(log, { 'EX-1.img': image }),
      ['verify', 'EX-1.img', ...VERIFY.slice(2)],
    ),
    alsoGiving(
      refuted(
        'custody-beside--custody-item-mismatch',
        'custody.items',
        'A log and an item, each named by itself: the item is another one.',
        logFiles(log, { 'EX-1.img': utf8('another disk') }),
        ['verify', 'EX-1.img', ...VERIFY.slice(2)],
      ),
      'signature-absent',
    ),
    passes(
      'custody-set-known-at',
      'A folder with a log, all of which is proven to have been known at the instant that is asked about.',
      in_({ ...known, 'evidence/EX-1': image }),
      [...verify, '--known-at', THEN],
    ),
    undecided(
      'custody-set-known-at--known-at-unanswered',
      'time.known-at',
      'Beside the log lies an attestation under a plain key: when that became known, nothing says.',
      {
        ...in_({
          ...known,
          'EX-1': image,
          'artifact.txt': ARTIFACT,
          'artifact.dsse.json': canonical(envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.ed25519]))),
        }),
        'plain.pub.pem': PLAIN.ed25519.publicPem,
      },
      [...verify, '--key', 'plain.pub.pem', '--known-at', THEN],
    ),
    alsoGiving(
      refuted(
        'custody-set-item--custody-item-mismatch',
        'custody.items',
        'The item that lies in the folder is not the one of the log.',
        in_({ 'custody.jsonl': log.file(), 'evidence/EX-1': utf8('another disk') }),
        verify,
        2,
      ),
      'artifact-unattested',
    ),
    alsoGiving(
      refuted(
        'custody-set-swapped--custody-item-mismatch',
        'custody.items',
        'The files of two items bear each other’s names.',
        in_({
          'custody.jsonl': closed(two).file(),
          'EX-1': utf8('another disk'),
          'EX-2': image,
        }),
        verify,
        2,
      ),
    ),
    undecided(
      'custody-set-absent--custody-item-absent',
      'custody.items',
      'The item that the log has in custody is not in the folder.',
      in_({ 'custody.jsonl': log.file() }),
      verify,
      4,
    ),
  ];
}
