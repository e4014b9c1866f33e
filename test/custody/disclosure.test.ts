// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { base64, utf8 } from '../../scripts/mint/bytes.ts';
import { keyringFile } from '../../scripts/mint/cases/custody.ts';
import { digestOf, verifierKey } from '../../scripts/mint/custody.ts';
import { edKey } from '../../scripts/mint/keys.ts';
import { run, runJson } from '../support/cli.ts';
import { alice, bob, closed, disk, holding, ORIGIN, opened, receipt, release } from './people.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'custody-disclosure-'));
afterAll(() => rmSync(ROOT, { recursive: true }));
function file(name: string, data: string | Uint8Array): string {
  writeFileSync(join(ROOT, name), data);
  return name;
}

const handed = () => {
  const log = holding().add({ type: 'transfer-release', by: alice, objects: [disk()], more: release(bob.id) });
  return log.add({ type: 'transfer-receive', by: bob, objects: [disk()], more: receipt(log.hashOf(2)) });
};
const log = closed(handed());
file('custody.jsonl', log.file());
file('5.note', log.note());
const witness = { name: 'witness.example', key: edKey('custody witness') };
const row = (one: typeof alice, more = {}) => ({ id: one.id, publicKey: base64(one.key.spki), ...more });
const ring = (name: string, ...keys: Parameters<typeof keyringFile>[0]) =>
  file(name, JSON.stringify(keyringFile(keys)));
const KEYS = ring('keys.json', row(alice), row(bob));
const AT = ['--at', '2026-03-01T00:00:00Z'];
const LOG_KEY = ['--log-key', verifierKey(ORIGIN, log.logKey)];
const disclose = (...words: readonly string[]) =>
  run(['custody', 'disclose', ...words, '--keyring', KEYS], { cwd: ROOT });
const verify = (proof: string, keyring: string, ...flags: readonly string[]) =>
  runJson(['custody', 'verify', '--disclosed', proof, '--keyring', keyring, ...LOG_KEY, ...AT, ...flags], {
    cwd: ROOT,
  });

describe('events that are disclosed', () => {
  it('several: one proof behind the other, in the order of the log, each judged alone', () => {
    const { code, stdout } = disclose('custody.jsonl', '--event', '3', '--event', '1', '--checkpoint', '5.note');
    expect([code, stdout.match(/^index .*$/gm)]).toEqual([0, ['index 1', 'index 3']]);
    const good = verify(file('two.tlog-proof', stdout), KEYS);
    expect([good.code, good.report!.items.map(({ name }) => name)]).toEqual([
      0,
      ['two.tlog-proof/0', 'two.tlog-proof/1'],
    ]);
    const bad = verify(file('bad.tlog-proof', stdout.replace('index 3', 'index 2')), KEYS);
    expect([bad.code, bad.reasons]).toEqual([3, ['inclusion-shape']]);
    expect(bad.report!.items.map(({ indication }) => indication)).toEqual(['TOTAL-PASSED', 'TOTAL-FAILED']);
  });

  it('are all written, or none is', () => {
    const { code, stdout } = disclose('custody.jsonl', '--event', '1', '--event', '9', '--checkpoint', '5.note');
    expect(code).toBe(4);
    expect(stdout).not.toContain('tlog-proof@v1');
  });

  it('may have a line of up to 1 MiB', () => {
    const objects = Array.from({ length: 1024 }, (_, i) => ({
      name: `EX-${i}-${'x'.repeat(200)}`,
      after: digestOf('a'),
    }));
    const large = opened().add({ type: 'acquire', by: alice, objects });
    expect(large.lines[1]!.length).toBeGreaterThan(500_000);
    const { code, stdout } = disclose(
      file('large.jsonl', large.file()),
      '--event',
      '1',
      '--checkpoint',
      file('2.note', large.note()),
    );
    expect(code).toBe(0);
    expect(verify(file('large.tlog-proof', stdout), KEYS).code).toBe(0);
    const longer = stdout.replace(/^extra .*$/m, `extra ${'A'.repeat(1_500_000)}`);
    expect(verify(file('longer.tlog-proof', longer), KEYS).reasons).toEqual(['limit-exceeded']);
  });

  it('stand under keys as the examiner knows them: a compromise is one here too', () => {
    const { stdout } = disclose('custody.jsonl', '--event', '3', '--checkpoint', '5.note');
    const proof = file('3.tlog-proof', stdout);
    const stolen = ring('stolen.json', row(bob, { compromisedSince: '2026-02-10T00:00:00Z' }));
    expect([verify(proof, stolen).code, verify(proof, stolen).reasons]).toEqual([
      3,
      ['custody-key-compromised-unproven'],
    ]);
    const expired = ring('expired.json', row(bob, { validUntil: '2026-02-10T00:00:00Z' }));
    expect(verify(proof, expired).reasons).toEqual(['custody-key-unproven']);
    // A witness saw the checkpoint before.
    const cosigned = file('c.note', log.note(5, { ...witness, time: '2026-02-05T00:00:00Z' }));
    const seen = disclose('custody.jsonl', '--event', '3', '--checkpoint', cosigned).stdout;
    const known = ['--witness', verifierKey(witness.name, witness.key, 4)];
    expect(verify(file('seen.tlog-proof', seen), stolen).code).toBe(3);
    expect(verify(file('seen.tlog-proof', seen), stolen, ...known).code).toBe(0);
    expect(verify(file('seen.tlog-proof', seen), expired, ...known).code).toBe(0);
    const before = ring('before.json', row(bob, { compromisedSince: '2026-02-04T00:00:00Z' }));
    expect(verify(file('seen.tlog-proof', seen), before, ...known).code).toBe(3);
  });

  it('of a file that is none, nothing is said', () => {
    const none = verify(file('none.tlog-proof', utf8('x')), KEYS);
    expect([none.code, none.reasons]).toEqual([3, ['tlog-proof-format']]);
  });
});
