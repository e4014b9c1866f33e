// SPDX-License-Identifier: Apache-2.0
import { type Case, passes, TRUSTED_ROOT, undecided } from '../case.ts';
import { CustodyLog } from '../custody.ts';
import type { JsonObject } from '../json.ts';
import { alice, bob, DISK, disk, EVERYBODY, holding, logFiles, receipt, release } from './custody-common.ts';

const SHA256 = (DISK as { readonly sha256: string }).sha256;
/** A clock that nobody has set for long. */
const UNSURE = { clock: { source: 'ws-7', sync: 'none', uncertainty: 'PT600S' } };

/**
 * A hand-off with evidence of time before and behind each half of it: that it was on its way is proven of 13:41 to 13:49, that
 * Alice held it of 13:01 to 13:19, that Bob does of 14:11 on.
 */
export function steppedLog(more: JsonObject = {}): CustodyLog {
  const log = holding().anchor(alice, '2026-02-01T13:00:00Z').anchor(alice, '2026-02-01T13:20:00Z');
  log.add({
    type: 'transfer-release',
    by: alice,
    time: '2026-02-01T13:30:00Z',
    objects: [disk()],
    more: { ...release(bob.id), ...more },
  });
  const released = log.hashOf(log.lines.length - 1);
  log.anchor(alice, '2026-02-01T13:40:00Z').anchor(alice, '2026-02-01T13:50:00Z');
  log.add({
    type: 'transfer-receive',
    by: bob,
    time: '2026-02-01T14:00:00Z',
    objects: [disk()],
    more: { ...receipt(released), location: 'locker B, shelf 4', ...more },
  });
  return log.anchor(alice, '2026-02-01T14:10:00Z').add({ type: 'close', by: bob });
}

const ask = (...more: readonly string[]) => [
  'replay',
  'custody.jsonl',
  '--key',
  'opener.pub.pem',
  ...TRUSTED_ROOT,
  ...more,
];
const held = (at: string, item = 'EX-1') => ask('--who-held', item, '--at', at);

export function replayCases(): Case[] {
  const files = logFiles(steppedLog());
  // No authority was given: all times are claims.
  const claims = ['replay', 'custody.jsonl', '--key', 'opener.pub.pem', '--who-held', 'EX-1'];
  return [
    passes(
      'replay-held',
      'By evidence of time on both sides of 13:10, Alice held the item then.',
      files,
      held('2026-02-01T13:10:00Z'),
    ),
    passes(
      'replay-transit',
      'At 13:45 the item was on its way: released before, received behind.',
      files,
      held('2026-02-01T13:45:00Z'),
    ),
    passes('replay-held-at-the-end', 'Who holds an item at the end, the order of lines decides.', files, claims),
    undecided(
      'replay-straddled--holder-undecided',
      'replay.holder',
      'The release is proven to be of 13:20 to 13:40, and its clock is told to be ten minutes off: of 13:30 nothing is known.',
      logFiles(steppedLog(UNSURE)),
      held('2026-02-01T13:30:00Z'),
    ),
    undecided(
      'replay-claimed--holder-claimed',
      'replay.holder',
      'Nobody is believed about times: that Alice held the item at 13:10 is what she says.',
      files,
      [...claims, '--at', '2026-02-01T13:10:00Z'],
    ),
    twoHistories(),
    undecided(
      'replay-item--item-unknown',
      'replay.holder',
      'The item is written otherwise in the log.',
      files,
      held('2026-02-01T13:10:00Z', 'EX1'),
      4,
    ),
    passes(
      'replay-first-seen',
      'The digest of the item is proven to have existed by 13:00: a token covers the line that names it.',
      files,
      ask('--first-seen', `sha256:${SHA256}`, '--at', '2026-03-01T00:00:00Z'),
    ),
    undecided(
      'replay-digest--digest-unknown',
      'replay.existence',
      'No line names this digest.',
      files,
      ask('--first-seen', '0'.repeat(64), '--at', '2026-03-01T00:00:00Z'),
      4,
    ),
    undecided(
      'replay-digest-open--digest-unproven',
      'replay.existence',
      'A line names the digest, and nobody is believed about times.',
      files,
      [
        'replay',
        'custody.jsonl',
        '--key',
        'opener.pub.pem',
        '--first-seen',
        `sha256:${SHA256}`,
        '--at',
        '2026-03-01T00:00:00Z',
      ],
    ),
  ];
}

/** Each log by itself holds; both tell that they took the same item, and neither speaks of the other. */
function twoHistories(): Case {
  const one = holding().add({ type: 'close', by: alice });
  const two = new CustodyLog('locker-b.example/C-43', {}, 'C-43')
    .open(alice, EVERYBODY)
    .add({ type: 'acquire', by: bob, objects: [{ name: 'EX-1', after: DISK }] })
    .add({ type: 'close', by: bob });
  const { 'custody.jsonl': log, ...rest } = logFiles(one);
  return undecided(
    'replay-two-histories--holder-contradicted',
    'replay.holder',
    'Two logs have the same item, and nothing joins them: one says that Alice holds it, the other that Bob does.',
    { ...rest, 'a.jsonl': log, 'b.jsonl': two.file() },
    ['replay', 'a.jsonl', 'b.jsonl', '--key', 'opener.pub.pem', '--who-held', 'EX-1'],
  );
}
