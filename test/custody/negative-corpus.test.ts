// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Bytes, base64, utf8 } from '../../scripts/mint/bytes.ts';
import { type CustodyLog, keyid, signedLine, stamp } from '../../scripts/mint/custody.ts';
import type { JsonObject } from '../../scripts/mint/json.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { treeRoot } from '../../scripts/mint/merkle.ts';
import { checkpointText, signatureLine, signedNote } from '../../scripts/mint/note.ts';
import { tsa } from '../../scripts/mint/world.ts';
import type { TimelineAsked } from '../../src/verify/timeline.ts';
import {
  alice,
  bob,
  closed,
  DISK,
  disk,
  erin,
  holding,
  judge,
  ORIGIN,
  OTHER,
  opened,
  receipt,
  release,
  WARRANT,
} from './people.ts';
import { ASKED, at, fileOf, reasonsOf, verdictOf, verify } from './support.ts';

interface Row {
  /** As the list of mutations names it, and what was done where that is not said by its name. */
  readonly name: string;
  readonly file: Bytes;
  readonly asked?: Partial<TimelineAsked>;
  /** Number of the invariant, its check, its reason. */
  readonly check: string;
  readonly reason: string;
  readonly indication: 'TOTAL-FAILED' | 'INDETERMINATE';
  readonly exitCode: number;
  /** What else is said, where one change breaks two rules at once. */
  readonly also?: readonly string[];
}

/** A log with a hand-off, closed: five lines. */
const whole = () => {
  const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  log.add({ type: 'transfer-receive', by: bob, objects: [disk()], more: receipt(log.hashOf(2)) });
  return closed(log);
};
const log = whole();
const edited = (edit: (lines: Uint8Array[]) => void, of: CustodyLog = log): Bytes => {
  const lines = [...of.lines];
  edit(lines);
  return fileOf(lines);
};
const payloadOf = (line: Bytes): Bytes => {
  const text = new TextDecoder().decode(line);
  return new Uint8Array(Buffer.from(text.slice(12, text.indexOf('"', 12)), 'base64'));
};

/** Bob's key is declared stolen since 13:30; what `line` adds is his, and claims to be of before. */
const stolen = (line: (log: CustodyLog) => CustodyLog): Bytes =>
  closed(
    line(holding()).add({
      type: 'key-status',
      by: alice,
      time: '2026-02-01T16:00:00Z',
      more: { keys: [{ action: 'compromised', keyid: keyid(bob.key), since: '2026-02-01T13:30:00Z' }] },
    }),
  ).file();
const backdated = (one: CustodyLog): CustodyLog => one.add({ type: 'note', by: bob, time: '2026-02-01T13:05:00Z' });

const signed = (text: string): string => signedNote(text, signatureLine({ name: ORIGIN, key: log.logKey }, text));
const forkedNote = signed(checkpointText(ORIGIN, 3, treeRoot([utf8('a'), utf8('b'), utf8('c')])));
const side = (name: string, note: string) => ({ name, bytes: utf8(note) });

const sealed = (state: JsonObject = {}): CustodyLog =>
  holding().add({ type: 'seal', by: alice, objects: [disk()], more: { custody: { seal: { id: 'S-1', ...state } } } });

const twoSigned = (): CustodyLog => {
  const one = holding({ dualControl: { dispose: 2 } });
  return one.add({ type: 'dispose', by: alice, objects: [disk()], signers: [alice.key, erin.key] });
};

/** An anchor of the first two lines whose token is what `token` makes of the checkpoint. */
const anchored = (token: (note: string) => Bytes, end = '2026-02-01T18:00:00Z'): CustodyLog => {
  const one = holding();
  const note = one.note();
  const anchors = [{ kind: 'checkpoint', note, timestamps: [base64(token(note))] }];
  return closed(one.add({ type: 'anchor', by: alice, time: end, more: { anchors } }));
};
const expired = tsa({ name: 'expired tsa', key: ecKey('p256', 'expired-tsa'), notAfter: '2026-01-01T00:00:00Z' });
const expiredAuthority = {
  uri: 'https://expired.example',
  chain: [expired.certificate.der, expired.root.certificate.der] as [Bytes, Bytes],
  validFor: { notBefore: at('2025-01-01T00:00:00Z'), notAfter: null },
};

const resigned = (line: Bytes): Bytes => signedLine(payloadOf(line), [alice.key, bob.key]);

const ROWS: readonly Row[] = [
  {
    name: 'dropped tail line: the head is known',
    file: edited((lines) => lines.pop()),
    asked: { expectHead: log.head() },
    check: 'C18 custody.tail',
    reason: 'custody-head-mismatch',
    indication: 'TOTAL-FAILED',
    exitCode: 2,
  },
  {
    name: 'dropped tail line: nothing is known of the end',
    file: edited((lines) => lines.pop()),
    check: 'C18 custody.tail',
    reason: 'custody-end-open',
    indication: 'INDETERMINATE',
    exitCode: 1,
  },
  {
    name: 'dropped tail line: a checkpoint covers it',
    file: edited((lines) => lines.pop()),
    asked: { notes: [side('5.note', log.note())] },
    check: 'C15 custody.fork',
    reason: 'custody-truncated',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
    also: ['custody-end-open'],
  },
  {
    name: 'dropped middle line',
    file: edited((lines) => lines.splice(2, 1)),
    check: 'C03 custody.sequence',
    reason: 'custody-sequence-gap',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'swapped lines',
    file: edited((lines) => lines.splice(2, 2, lines[3]!, lines[2]!)),
    check: 'C03 custody.sequence',
    reason: 'custody-sequence-order',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 're-signed line with same payload: in the middle',
    file: edited((lines) => lines.splice(1, 1, resigned(lines[1]!))),
    check: 'C02 custody.links',
    reason: 'custody-link-mismatch',
    indication: 'TOTAL-FAILED',
    exitCode: 2,
  },
  {
    name: 're-signed line with same payload: the last one, under a checkpoint',
    file: edited((lines) => lines.splice(4, 1, resigned(lines[4]!))),
    asked: { notes: [side('5.note', log.note())] },
    check: 'C14 custody.checkpoint',
    reason: 'custody-checkpoint-root',
    indication: 'TOTAL-FAILED',
    exitCode: 2,
  },
  {
    name: 'stripped second signature: of a line that another one follows',
    file: edited((lines) => lines.splice(2, 1, signedLine(payloadOf(lines[2]!), [alice.key])), closed(twoSigned())),
    check: 'C06 custody.roles',
    reason: 'custody-dual-control',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
    also: ['custody-link-mismatch'],
  },
  {
    name: 'stripped second signature: of the last line, where two must sign',
    file: edited((lines) => lines.splice(2, 1, signedLine(payloadOf(lines[2]!), [alice.key])), twoSigned()),
    check: 'C06 custody.roles',
    reason: 'custody-dual-control',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
    also: ['custody-end-open'],
  },
  {
    name: 'backdated event by compromised key before anchor',
    file: stolen((one) => backdated(one).anchor(alice, '2026-02-01T14:00:00Z')),
    check: 'C05 custody.keys',
    reason: 'custody-key-compromised-unproven',
    indication: 'INDETERMINATE',
    exitCode: 3,
  },
  {
    name: 'backdated event by compromised key after anchor',
    file: stolen((one) => backdated(one.anchor(alice, '2026-02-01T14:00:00Z'))),
    check: 'C05 custody.keys',
    reason: 'custody-key-compromised',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
    also: ['custody-time-order', 'claimed-time-contradicted'],
  },
  {
    name: 'fork at size n: two signed checkpoints',
    file: log.file(),
    asked: { notes: [side('a.note', log.note(3)), side('b.note', forkedNote)] },
    check: 'C15 custody.fork',
    reason: 'custody-fork',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'fork at size n: another line behind the same one',
    file: fileOf([...log.lines.slice(0, 3), holding().add({ type: 'note', by: bob }).lines[2]!, log.lines[4]!]),
    check: 'C03 custody.sequence',
    reason: 'custody-sequence-repeat',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
    also: ['custody-sequence-gap'],
  },
  {
    name: 'receive without release',
    file: closed(
      opened().add({ type: 'transfer-receive', by: bob, objects: [disk()], more: receipt(`sha256:${'0'.repeat(64)}`) }),
    ).file(),
    check: 'C07 custody.transfer',
    reason: 'custody-receive-unreleased',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'changed byte in transit',
    file: (() => {
      const one = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
      one.add({ type: 'transfer-receive', by: bob, objects: [disk(OTHER)], more: receipt(one.hashOf(2)) });
      return closed(one).file();
    })(),
    check: 'C10 custody.digests',
    reason: 'custody-digest-mismatch',
    indication: 'TOTAL-FAILED',
    exitCode: 2,
  },
  {
    name: 'CRLF file',
    file: utf8(new TextDecoder().decode(log.file()).replaceAll('\n', '\r\n')),
    check: 'C01 custody.format',
    reason: 'custody-line-format',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'duplicate JSON key',
    file: fileOf([...holding().lines, signedLine(utf8('{"_type":"a","_type":"b"}'), [alice.key])]),
    check: 'C01 custody.format',
    reason: 'json-duplicate-key',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'future claimed time',
    file: closed(holding().add({ type: 'note', by: alice, time: '2027-02-01T12:00:00Z' })).file(),
    check: 'C13 custody.claims',
    reason: 'custody-time-future',
    indication: 'INDETERMINATE',
    exitCode: 3,
  },
  {
    name: '268-day clock offset: not measured',
    file: (() => {
      const one = holding().anchor(alice, '2026-02-01T13:00:00Z');
      return closed(one.add({ type: 'access', by: erin, objects: [disk()], time: '2025-05-09T13:30:00Z' })).file();
    })(),
    check: 'C13 custody.claims',
    reason: 'claimed-time-contradicted',
    indication: 'INDETERMINATE',
    exitCode: 3,
    also: ['custody-time-order'],
  },
  {
    name: 'sub-millisecond ordering: a nanosecond back',
    file: closed(
      holding()
        .add({ type: 'note', by: alice, time: '2026-02-01T12:05:00.000000002Z' })
        .add({ type: 'note', by: alice, time: '2026-02-01T12:05:00.000000001Z' }),
    ).file(),
    check: 'C12 custody.order',
    reason: 'custody-time-order',
    indication: 'INDETERMINATE',
    exitCode: 3,
  },
  {
    name: 'TST over payload only',
    file: anchored(() => stamp(payloadOf(holding().lines[1]!), '2026-02-01T18:00:00Z')).file(),
    check: 'C17 custody.anchors',
    reason: 'timestamp-imprint',
    indication: 'TOTAL-FAILED',
    exitCode: 2,
  },
  {
    name: 'expired TSA',
    file: anchored((note) => stamp(utf8(note), '2026-02-01T18:00:00Z', expired)).file(),
    asked: { authorities: [...ASKED.authorities, expiredAuthority] },
    check: 'C17 custody.anchors',
    reason: 'timestamp-authority-window',
    indication: 'INDETERMINATE',
    exitCode: 3,
  },
  {
    name: 'weak hash: an item that is known by its MD5 alone',
    file: closed(
      opened().add({ type: 'acquire', by: alice, objects: [{ name: 'EX-1', after: { md5: '0'.repeat(32) } }] }),
    ).file(),
    check: 'C10 custody.digests',
    reason: 'custody-digest-absent',
    indication: 'INDETERMINATE',
    exitCode: 3,
  },
  {
    name: 'seal broken: opened without unsealing it',
    file: closed(sealed().add({ type: 'examine', by: erin, objects: [disk()] })).file(),
    check: 'C19 custody.seal',
    reason: 'custody-seal-broken',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'seal broken: found so when it is opened',
    file: closed(
      sealed().add({
        type: 'unseal',
        by: alice,
        objects: [disk()],
        more: { custody: { seal: { id: 'S-1', state: 'broken' } } },
      }),
    ).file(),
    check: 'C19 custody.seal',
    reason: 'custody-seal-broken',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'two holders',
    file: closed(holding().add({ type: 'acquire', by: bob, objects: [{ name: 'EX-1', after: DISK }] })).file(),
    check: 'C08 custody.holder',
    reason: 'custody-two-holders',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'disposal under hold',
    file: closed(
      holding()
        .add({ type: 'hold-apply', by: judge, objects: [{ name: 'EX-1' }], more: { custody: { hold: 'H-1' } } })
        .add({ type: 'dispose', by: alice, objects: [disk()], more: WARRANT }),
    ).file(),
    check: 'C20 custody.hold',
    reason: 'custody-hold',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
  {
    name: 'unknown event type',
    file: closed(holding().add({ type: 'teleport', by: alice })).file(),
    check: 'C01 custody.format',
    reason: 'custody-event-type',
    indication: 'TOTAL-FAILED',
    exitCode: 3,
  },
];

/** Every mutation that the design lists: it has a row above, or a place where it is told apart. */
const LISTED = [
  'dropped tail line',
  'dropped middle line',
  'swapped lines',
  're-signed line with same payload',
  'stripped second signature',
  'backdated event by compromised key before anchor',
  'backdated event by compromised key after anchor',
  'fork at size n',
  'receive without release',
  'changed byte in transit',
  'CRLF file',
  'duplicate JSON key',
  'future claimed time',
  '268-day clock offset',
  'sub-millisecond ordering',
  'TST over payload only',
  'expired TSA',
  'weak hash',
  'seal broken',
  'two holders',
  'disposal under hold',
  'unknown event type',
];

describe('the negative corpus: one change each, and the check that finds it', () => {
  it('is whole without any change', () => {
    expect(reasonsOf(verify(log.file()))).toEqual([]);
    expect(verdictOf(verify(log.file()))).toEqual({ indication: 'TOTAL-PASSED', exitCode: 0 });
  });

  it('has a row for every mutation that is listed', () => {
    for (const one of LISTED)
      expect(
        ROWS.map(({ name }) => name.split(':')[0]),
        one,
      ).toContain(one);
  });

  it.each(ROWS)('$name: $check $reason', ({ file, asked, check, reason, indication, exitCode, also = [] }) => {
    const found = verify(file, asked);
    const [, id] = check.split(' ');
    const place = found.item.checks.find((one) => one.outcome !== 'passed' && 'reason' in one && one.reason === reason);
    expect(place?.id).toBe(id);
    expect(new Set(reasonsOf(found))).toEqual(new Set([reason, ...also]));
    expect(verdictOf(found)).toEqual({ indication, exitCode });
  });
});

describe('what looks wrong and is not', () => {
  const good = (one: CustodyLog): string[] => reasonsOf(verify(closed(one).file()));
  it('equal timestamps: no order is made up, and nothing is refused', () => {
    const time = '2026-02-01T12:05:00Z';
    const one = closed(holding().add({ type: 'note', by: alice, time }).add({ type: 'note', by: alice, time }));
    const { item } = verify(one.file());
    expect(reasonsOf(verify(one.file()))).toEqual([]);
    expect(item.custody!.orderUndecided).toBe(one.lines.length - 1);
  });
  it('268-day clock offset: measured, and taken into account', () => {
    const offset = `-PT${268 * 86_400}S`;
    const clock = { source: 'vm', sync: 'none', offset, uncertainty: 'PT1S' };
    const one = holding().anchor(alice, '2026-02-01T13:00:00Z');
    one.add({
      type: 'access',
      by: erin,
      objects: [disk()],
      time: '2025-05-09T13:30:00Z',
      recorded: '2026-02-01T13:31:00Z',
      more: { clock },
    });
    one.add({ type: 'note', by: alice, time: '2026-02-01T13:40:00Z' });
    expect(good(one)).toEqual([]);
  });
  it('sub-millisecond ordering: a nanosecond forward', () => {
    const one = holding().add({ type: 'note', by: alice, time: '2026-02-01T12:05:00.000000001Z' });
    expect(good(one.add({ type: 'note', by: alice, time: '2026-02-01T12:05:00.000000002Z' }))).toEqual([]);
  });
  it('zip-slip names and hostile strings are names like any other: text, and no path', () => {
    const names = [
      '../../../etc/passwd',
      '/etc/passwd',
      'C:\\x',
      '<script>alert(1)</script>',
      '\u202Eexe.txt',
      '\u001b[31m',
    ];
    const one = opened().add({ type: 'acquire', by: alice, objects: names.map((name) => ({ name, after: DISK })) });
    const found = verify(closed(one).file());
    expect(reasonsOf(found)).toEqual([]);
    expect(found.item.custody!.items.map(({ name }) => name)).toEqual(names);
  });
});
