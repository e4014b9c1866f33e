// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const key = (name: string) => join(PROJECT, 'fixtures/keys', name);
const log = join(folder, 'audit.jsonl');
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
const AUDIT = ['--audit-log', log, '--audit-key', key('ed25519.UNSAFE.pem')];
const SIGN = ['attest', 'sign', sample, '--signer', 'key', '--signing-key', key('p256.UNSAFE.pem')];

interface Event {
  readonly purpose: string;
  readonly outcome?: { readonly code: string; readonly note?: string };
  readonly note?: string;
  readonly instrument?: readonly { readonly name: string; readonly digest?: { readonly sha256: string } }[];
}

const events = (): Event[] =>
  readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(Buffer.from(JSON.parse(line).payload, 'base64').toString()).predicate as Event);
const verifyLog = () => run(['custody', 'verify', log, '--key', key('ed25519.pub.pem')]).code;

it('records every signing, also those that are refused, in a log that custody verify checks', () => {
  expect(runAllowed([...SIGN, ...AUDIT]).stderr).toMatch(/begin it\s+with custody open/);
  const opened = runAllowed([
    ...[
      'custody',
      'open',
      log,
      '--origin',
      'locker.example/signing',
      '--case',
      'signing',
      '--actor',
      'ann@locker.example',
    ],
    ...['--role', 'custodian', '--signing-key', key('ed25519.UNSAFE.pem'), '--checkpoint-key', key('ed25519.pub.pem')],
    ...['--purpose', 'record of signings'],
  ]);
  expect(opened.code, opened.stderr).toBe(0);

  const good = runAllowed([...SIGN, ...AUDIT, '--require-claim', '/predicateType']);
  expect(good.code, good.stderr).toBe(0);
  expect(runAllowed([...SIGN, ...AUDIT, '--require-claim', '/absent']).code).toBe(3);
  const wrong = ['attest', 'sign', sample, '--signer', 'key', '--signing-key', key('p256.pub.pem'), ...AUDIT];
  expect(runAllowed(wrong).code).toBe(64);
  expect(runAllowed(['attest', 'sign', 'absent.json', ...SIGN.slice(3), ...AUDIT]).code).toBe(4);

  const [, signed, claim, keyFile, absent, ...more] = events();
  expect(more).toEqual([]);
  expect(signed?.outcome).toEqual({ code: 'pass' });
  expect(signed?.instrument?.map(({ name }) => name)).toEqual([
    'forensic-verify',
    'signer key ecdsa-p256-sha256',
    'payload application/vnd.in-toto+json',
  ]);
  expect(signed?.instrument?.[1]?.digest?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(signed!.note!).claims).toEqual({ '/predicateType': '"https://slsa.dev/provenance/v1"' });
  expect(claim?.outcome).toMatchObject({ code: 'fail', note: expect.stringContaining('signing-claim') });
  expect(keyFile?.outcome).toMatchObject({ code: 'fail', note: expect.stringContaining('a public key') });
  expect(absent?.outcome).toMatchObject({ code: 'fail', note: expect.stringContaining('input-missing') });
  // 1: nobody has said that the log ends here.
  expect(verifyLog()).toBe(1);
});

it('lets nothing out that it could not record', () => {
  const whole = readFileSync(log);
  const lines = whole.toString().trimEnd().split('\n');
  writeFileSync(log, `${[lines[0], lines[2]].join('\n')}\n`);
  expect(verifyLog()).toBe(3);
  const refused = runAllowed([...SIGN, ...AUDIT]);
  expect([refused.code, refused.stdout]).toEqual([74, '']);
  expect(refused.stderr).toMatch(/nothing\s+was\s+recorded/);
  writeFileSync(log, whole);
  const stranger = runAllowed([...SIGN, '--audit-log', log, '--audit-key', key('p384.UNSAFE.pem'), '--actor', 'eve']);
  expect(stranger.stdout).toBe('');
  expect(stranger.code).not.toBe(0);
  expect(readFileSync(log)).toEqual(whole);
});
