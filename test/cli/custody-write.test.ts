// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwrapped } from '../support/cli.ts';
import { appending, desk, linesIn, minute, opening, PEOPLE, smallKey, verifyWords, write } from '../support/writer.ts';

const ITEM = ['--item', 'EX-1=disk.img'];
const LOG_B = [
  ...['custody', 'open', 'b.jsonl', '--origin', 'locker-b.example/C-42', '--case', 'C-42', '--actor', 'dan@b.example'],
  ...[
    '--role',
    'custodian',
    '--signing-key',
    'eve.pem',
    '--checkpoint-key',
    'log-b.pub.pem',
    '--purpose',
    'received case',
  ],
];

function must(folder: string, words: readonly string[], code = 0): string {
  const run = write(folder, words);
  expect({ code: run.code, stderr: code === 0 ? run.stderr : '' }, words.join(' ')).toEqual({ code, stderr: '' });
  return run.stdout;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Two sites: ann acquires, hands over to a courier of her own site, who hands over to dan of the other. */
function twoSites(): { folder: string; vkey: string } {
  const folder = desk();
  must(folder, opening());
  must(folder, appending(1, 'acquire', [...ITEM, '--item', 'EX-2=phone.img', '--authorization', 'warrant=W-7']));
  must(folder, appending(2, 'seal', [...ITEM, '--seal', 'S-1']));
  must(
    folder,
    appending(3, 'transfer-release', [...ITEM, '--to', 'ben@a.example', '--transfer-id', 'T-1', '--medium', 'courier']),
  );
  must(folder, [
    ...['custody', 'receive', 'a.jsonl', '--signing-key', 'ben.pem', '--role', 'custodian', '--purpose', 'courier'],
    ...['--at', minute(4), ...ITEM, '--seal', 'S-1'],
  ]);
  must(
    folder,
    appending(
      5,
      'transfer-release',
      [...ITEM, '--to', 'dan@b.example', '--transfer-id', 'T-2', '--role', 'custodian'],
      'a.jsonl',
      'ben',
    ),
  );
  must(folder, ['custody', 'checkpoint', 'a.jsonl', '--key', 'log-a.pem', '--output-file', '6.note']);
  const proof = must(folder, [
    'custody',
    'disclose',
    'a.jsonl',
    '--event',
    '5',
    '--key',
    'ann.pub.pem',
    '--checkpoint',
    '6.note',
  ]);
  writeFileSync(join(folder, 'release.tlog-proof'), proof);
  const opened = JSON.parse(Buffer.from(JSON.parse(linesIn(folder)[0]!).payload, 'base64').toString()) as {
    predicate: { checkpointKey: string };
  };
  return { folder, vkey: opened.predicate.checkpointKey };
}

describe('custody logs that the commands write', () => {
  it('go through two sites, a courier and a seal, and verify', () => {
    const { folder, vkey } = twoSites();
    must(folder, [...LOG_B, '--at', minute(6), '--peer', `${vkey},ben@a.example=ben.pub.pem`]);
    must(folder, [
      ...[
        'custody',
        'receive',
        'b.jsonl',
        '--from',
        'release.tlog-proof',
        '--signing-key',
        'eve.pem',
        '--purpose',
        'lab',
      ],
      ...['--at', minute(7), ...ITEM],
    ]);
    const received = JSON.parse(Buffer.from(JSON.parse(linesIn(folder, 'b.jsonl')[1]!).payload, 'base64').toString());
    // The seal went along, though nobody has spoken of it since.
    expect(received.predicate.objects[0].seal).toEqual({ id: 'S-1' });
    expect(write(folder, appending(8, 'examine', ITEM, 'b.jsonl', 'eve')).code).toBe(3);
    must(folder, appending(8, 'unseal', [...ITEM, '--seal', 'S-1'], 'b.jsonl', 'eve'));
    must(folder, appending(9, 'examine', ITEM, 'b.jsonl', 'eve'));
    must(folder, appending(9, 'derive', ['--item', 'EX-1.1=phone.img', '--made-from', 'EX-1'], 'b.jsonl', 'eve'));
    must(folder, appending(10, 'note', ['--note', 'nothing else'], 'b.jsonl', 'eve'));
    must(folder, appending(11, 'correct', ['--correct', '4', '--note', 'a slip'], 'b.jsonl', 'eve'));
    must(folder, appending(12, 'close', [], 'b.jsonl', 'eve'));
    const head = sha256(linesIn(folder, 'b.jsonl').at(-1)!);
    const words = ['custody', 'verify', 'b.jsonl', '--key', 'eve.pub.pem', '--at', '2026-03-01T00:00:00Z'];
    must(folder, [...words, '--expect-head', head]);
    must(folder, appending(13, 'close', []));
    const row = (id: string, who: string) => {
      const pem = readFileSync(join(folder, `${who}.pub.pem`), 'utf8');
      return { id, publicKey: pem.split('\n').slice(1, -2).join('') };
    };
    const keys = [row('ann@a.example', 'ann'), row('dan@b.example', 'eve')];
    writeFileSync(join(folder, 'ring.json'), JSON.stringify({ format: 'forensic-verify/custody-keyring@v1', keys }));
    const both = ['custody', 'verify', 'a.jsonl', 'b.jsonl', '--keyring', 'ring.json'];
    must(folder, [...both, '--at', '2026-03-01T00:00:00Z', '--checkpoint', '6.note']);
    expect(readdirSync(folder).filter((name) => /lock|pending|tmp/.test(name))).toEqual([]);
  });

  it('are the same octets whenever the same words are said', () => {
    const [one, two] = [twoSites(), twoSites()];
    for (const name of ['a.jsonl', '6.note', 'release.tlog-proof'])
      expect(readFileSync(join(one.folder, name), 'utf8')).toBe(readFileSync(join(two.folder, name), 'utf8'));
  });

  it('take a receipt from the log of the sender as from its proof', () => {
    const { folder, vkey } = twoSites();
    must(folder, [...LOG_B, '--at', minute(6), '--peer', vkey]);
    const common = ['--signing-key', 'eve.pem', '--purpose', 'lab', '--at', minute(7), ...ITEM, '--dry-run', '--json'];
    const from = (...words: string[]) => must(folder, ['custody', 'receive', 'b.jsonl', ...words, ...common]);
    expect(from('--from', 'a.jsonl', '--from-checkpoint', '6.note')).toBe(from('--from', 'release.tlog-proof'));
  });

  it('show a mismatch before acceptance, and refuse it in writing only when asked', () => {
    const { folder, vkey } = twoSites();
    must(folder, [...LOG_B, '--at', minute(6), '--peer', vkey]);
    writeFileSync(join(folder, 'disk.img'), 'another disk');
    const words = [
      ...[
        'custody',
        'receive',
        'b.jsonl',
        '--from',
        'release.tlog-proof',
        '--signing-key',
        'eve.pem',
        '--purpose',
        'lab',
      ],
      ...['--at', minute(7), ...ITEM],
    ];
    const refused = write(folder, words);
    expect(refused.code).toBe(2);
    expect(refused.stdout).toContain('custody-digest-mismatch');
    expect(unwrapped(refused.stderr)).toContain('nothing was written: what has arrived is not what was released');
    expect(linesIn(folder, 'b.jsonl')).toHaveLength(1);
    must(folder, [...words, '--reject']);
    const last = JSON.parse(Buffer.from(JSON.parse(linesIn(folder, 'b.jsonl')[1]!).payload, 'base64').toString());
    expect(last.predicate.outcome.code).toBe('rejected');
    expect(last.predicate.outcome.note).toContain(sha256('another disk'));
    expect(last.predicate.objects[0].before.sha256).toBe(sha256('the disk'));
  });

  it('are signed by as many as must', () => {
    const folder = desk();
    writeFileSync(join(folder, 'policy.json'), '{"dualControl":{"unseal":2}}');
    must(folder, opening('a.jsonl', ['--policy', 'policy.json', '--recovery', '2:ann@a.example,ben@a.example']));
    must(folder, appending(1, 'acquire', ITEM));
    must(folder, appending(2, 'seal', [...ITEM, '--seal', 'S-1']));
    const unseal = appending(3, 'unseal', [...ITEM, '--seal', 'S-1']);
    const alone = write(folder, unseal);
    expect([alone.code, alone.stdout.includes('custody-dual-control')]).toEqual([3, true]);
    must(folder, [...unseal, '--signing-key', 'ben.pem']);
    must(
      folder,
      appending(4, 'hold-apply', ['--item', 'EX-1', '--hold', 'H-1', '--role', 'authority'], 'a.jsonl', 'cho'),
    );
    expect(write(folder, appending(5, 'dispose', ITEM)).stdout).toContain('custody-hold');
    must(folder, verifyWords('a.jsonl', ['--expect-head', sha256(linesIn(folder).at(-1)!)]));
  });

  it('say what is altered, and why', () => {
    const folder = desk();
    must(folder, opening());
    must(folder, appending(1, 'acquire', ITEM));
    writeFileSync(join(folder, 'disk.img'), 'the disk, repaired');
    expect(write(folder, appending(2, 'fixity-check', ITEM)).code).toBe(2);
    const altered = ['--altered', 'EX-1=disk.img'];
    expect(write(folder, appending(2, 'analyse', altered)).stdout).toContain('custody-change-unexplained');
    must(
      folder,
      appending(2, 'analyse', [...altered, '--justification', 'a bad sector', '--authorization', 'order=O-1']),
    );
    must(folder, appending(3, 'fixity-check', ITEM));
    must(folder, verifyWords('a.jsonl', ['--expect-head', sha256(linesIn(folder).at(-1)!)]));
  });

  it('bring keys in and out', () => {
    const folder = desk();
    must(folder, opening());
    must(folder, appending(1, 'key-status', ['--introduce-key', 'eve@a.example=eve.pub.pem:custodian']));
    must(folder, appending(2, 'note', ['--note', 'here'], 'a.jsonl', 'eve'));
    const { stdout } = write(folder, [...appending(3, 'note', ['--dry-run', '--json'], 'a.jsonl', 'eve')]);
    const keyid = /keyid\\":\\"([0-9a-f]{64})/.exec(stdout)![1]!;
    must(folder, appending(4, 'key-status', ['--retire-key', keyid]));
    const late = write(folder, appending(5, 'note', [], 'a.jsonl', 'eve'));
    expect([late.code, late.stdout.includes('custody-key-retired')]).toEqual([3, true]);
  });

  it('carry checkpoints, cosigned by a witness who has looked for himself', () => {
    const folder = desk();
    must(folder, opening());
    must(folder, appending(1, 'acquire', ITEM));
    must(folder, ['custody', 'checkpoint', 'a.jsonl', '--key', 'log-a.pem', '--output-file', '2.note']);
    const cosign = [
      'custody',
      'checkpoint',
      'a.jsonl',
      '--note',
      '2.note',
      '--witness-key',
      'w.example=witness.pem',
      '--at',
      minute(3),
    ];
    const cosigned = must(folder, cosign);
    expect(cosigned.startsWith(readFileSync(join(folder, '2.note'), 'utf8'))).toBe(true);
    writeFileSync(join(folder, '2.cosigned.note'), cosigned);
    must(folder, appending(4, 'anchor', ['--anchor-note', '2.cosigned.note']));
    const again = write(folder, [...cosign.map((word) => (word === '2.note' ? '2.cosigned.note' : word))]);
    expect(unwrapped(again.stderr)).toContain('has signed this checkpoint already');
    // Another log of the same key: the witness sees that the root is not that of his lines.
    must(folder, opening('other.jsonl', ['--location', 'elsewhere']));
    must(folder, appending(1, 'acquire', ITEM, 'other.jsonl'));
    const fork = write(
      folder,
      cosign.map((word) => (word === 'a.jsonl' ? 'other.jsonl' : word)),
    );
    expect([fork.code, fork.stdout.includes('custody-checkpoint-root')]).toEqual([2, true]);
    expect(write(folder, ['custody', 'checkpoint', 'a.jsonl', '--key', 'log-b.pem']).code).toBe(64);
  });

  it('are not touched by a dry run', () => {
    const folder = desk();
    must(folder, opening());
    const before = readFileSync(join(folder, 'a.jsonl'), 'utf8');
    const shown = must(folder, appending(1, 'acquire', [...ITEM, '--dry-run']));
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe(before);
    must(folder, appending(1, 'acquire', ITEM));
    expect(shown).toContain(linesIn(folder)[1]!);
  });

  it('are signed with keys that are encrypted, and no secret is told', () => {
    const folder = desk();
    const secret = 'correct horse battery';
    const cipher = { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: secret } as const;
    writeFileSync(join(folder, 'ann.pem'), smallKey(PEOPLE.ann).export(cipher));
    writeFileSync(join(folder, 'phrase'), `${secret}\n`);
    const words = [...opening(), '--passphrase', 'env:PHRASE'];
    const told: string[] = [];
    const run = (more: readonly string[], env: Record<string, string>, code: number): void => {
      const { stdout, stderr, code: found } = write(folder, more, { env });
      told.push(stdout, stderr);
      expect(found).toBe(code);
    };
    run(opening(), {}, 64);
    run(words, {}, 64);
    run(words, { PHRASE: `${secret}?` }, 64);
    run(words, { PHRASE: secret }, 0);
    run([...appending(1, 'acquire', ITEM), '--passphrase', 'phrase'], {}, 0);
    run(
      [...appending(2, 'note', []), '--passphrase', 'phrase', '--signing-key', 'ben.pem', '--passphrase', 'phrase'],
      {},
      0,
    );
    run([...appending(3, 'note', []), '--passphrase', 'phrase', '--passphrase', 'phrase'], {}, 64);
    const pemText = readFileSync(join(folder, 'ann.pem'), 'utf8').split('\n')[1]!;
    expect(told.join('')).not.toContain(secret);
    expect(told.join('')).not.toContain(pemText.slice(0, 16));
  });

  it('say by which clock: one that is 25 hours slow runs back by nothing', () => {
    const folder = desk();
    must(folder, opening());
    const slow = ['--event-time', '2026-01-31T11:01:00Z', '--clock-source', 'camera'];
    expect(must(folder, appending(1, 'acquire', [...ITEM, ...slow]), 3)).toContain('custody-time-order');
    expect(must(folder, appending(1, 'acquire', [...ITEM, '--event-time', '2036-01-01T00:00:00Z']), 3)).toContain(
      'custody-time-future',
    );
    const offset = ['--clock-offset=-25h', '--clock-uncertainty', '2s', '--clock-sync', 'manual'];
    expect(must(folder, appending(1, 'acquire', [...ITEM, ...slow, ...offset]))).not.toContain('custody-time-order');
    const said = JSON.parse(Buffer.from(JSON.parse(linesIn(folder)[1]!).payload, 'base64').toString());
    expect(said.predicate.clock).toEqual({
      offset: '-PT90000S',
      source: 'camera',
      sync: 'manual',
      uncertainty: 'PT2S',
    });
  });

  it('are not signed by a key that nobody has introduced', () => {
    const folder = desk();
    must(folder, opening());
    const stranger = appending(
      1,
      'note',
      ['--note', 'x', '--actor', 'mailto:eve@x', '--role', 'custodian'],
      'a.jsonl',
      'eve',
    );
    expect(must(folder, stranger, 3)).toContain('signer-key-unknown');
    expect(linesIn(folder)).toHaveLength(1);
  });

  it('take further members from a file, and none of them twice', () => {
    const folder = desk();
    must(folder, opening());
    const file = (content: object): void => writeFileSync(join(folder, 'event.json'), JSON.stringify(content));
    const words = appending(1, 'note', ['--event', 'event.json']);
    file({ instrument: [{ name: 'a tool', version: '1' }], location: 'the lab' });
    must(folder, words);
    const said = JSON.parse(Buffer.from(JSON.parse(linesIn(folder)[1]!).payload, 'base64').toString());
    expect(said.predicate).toMatchObject({ location: 'the lab', instrument: [{ name: 'a tool' }] });
    expect(unwrapped(write(folder, [...words, '--location', 'here']).stderr)).toContain('says location, and so do');
    for (const content of [{ performer: { id: 'x', role: 'custodian' } }, { log: {} }, { surprise: 1 }]) {
      file(content);
      expect(write(folder, words).code).toBe(64);
    }
    expect(linesIn(folder)).toHaveLength(2);
  });

  it('are files by themselves, with lines of at most 1 MiB', () => {
    const folder = desk();
    must(folder, opening());
    symlinkSync('a.jsonl', join(folder, 'link.jsonl'));
    const linked = write(folder, appending(1, 'note', [], 'link.jsonl'));
    expect([linked.code, unwrapped(linked.stderr)]).toEqual([74, expect.stringContaining('is a symbolic link')]);
    writeFileSync(join(folder, 'big'), Buffer.alloc(700_000, 7));
    writeFileSync(join(folder, 'token'), 'no token');
    const long = write(folder, appending(1, 'anchor', ['--anchor-data', 'big', '--anchor-token', 'token']));
    expect([long.code, unwrapped(long.stderr)]).toEqual([64, expect.stringContaining('longer than 1048576')]);
    const nowhere = write(folder, opening('absent/a.jsonl'));
    expect([nowhere.code, unwrapped(nowhere.stderr)]).toEqual([
      74,
      expect.stringContaining('absent/a.jsonl.lock cannot be written'),
    ]);
    expect(linesIn(folder)).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => /lock|pending/.test(name))).toEqual([]);
  });

  it('are not opened by half: a broken log is told, and left alone', () => {
    const folder = desk();
    must(folder, opening());
    must(folder, appending(1, 'acquire', ITEM));
    const [one, two] = linesIn(folder) as [string, string];
    for (const content of [`${two}\n`, `${one}\n${one}\n`, `${one}\n${two.replace('eyJ', 'eyK')}\n`]) {
      writeFileSync(join(folder, 'a.jsonl'), content);
      const refused = write(folder, appending(2, 'note', []));
      expect(refused.code).toBe(3);
      expect(unwrapped(refused.stderr)).toContain('nothing was written');
      expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe(content);
    }
  });
});
