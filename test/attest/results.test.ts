// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';
import { runAllowed, scratch } from './support.ts';

const folder = scratch();
const key = (name: string) => join(PROJECT, 'fixtures/keys', name);
const CASE = join(PROJECT, 'fixtures/cases/dsse-key-ed25519');
const AT = '2026-03-01T00:00:00Z';
const artifact = join(CASE, 'artifact.txt');
const verify = (by: string) => [
  ...['verify', artifact, '--bundle', join(CASE, 'artifact.dsse.json'), '--key', key(`${by}.pub.pem`), '--at', AT],
];
const attest = (format: string, path: string) => [
  ...['--attest-results', format, '--results-path', path, '--verifier-id', 'https://verifier.example/v1'],
  ...['--resource-uri', 'pkg:generic/artifact@1', '--signer', 'key', '--signing-key', key('p256.UNSAFE.pem')],
];

it.each([
  ['vsa', 'https://slsa.dev/verification_summary/v1'],
  ['svr', 'https://in-toto.io/attestation/svr/v0.2'],
])('what passed is signed as %s, and verifies with both engines', (format, type) => {
  const path = join(folder, `${format}.json`);
  const made = runAllowed([...verify('ed25519'), ...attest(format, path)]);
  expect(made.code, made.stderr).toBe(0);
  const words = ['verify', artifact, '--bundle', path, '--key', key('p256.pub.pem'), '--type', type, '--at', AT];
  for (const engine of ['native', 'noble', 'dual']) expect(run([...words, '--engine', engine]).code).toBe(0);
  const { payload } = JSON.parse(readFileSync(path, 'utf8')) as { payload: string };
  const { predicate, subject } = JSON.parse(Buffer.from(payload, 'base64').toString());
  expect(subject).toHaveLength(1);
  if (format === 'vsa') {
    expect(predicate).toMatchObject({ verificationResult: 'PASSED', timeVerified: AT, verifiedLevels: [] });
    expect(predicate.inputAttestations).toHaveLength(1);
  } else {
    expect(predicate.timeCreated).toBe(AT);
    expect(predicate.properties).toContain('FORENSIC_VERIFY_SIGNATURE_VALID');
  }
});

it('nothing is signed for what was refused, is open, or passed with a warning', () => {
  const path = join(folder, 'none.json');
  const refused = runAllowed([...verify('p256'), ...attest('vsa', path)]);
  expect([refused.code, existsSync(path)]).toEqual([3, false]);
  // Without the artifact: INDETERMINATE.
  const words = ['verify', join(CASE, 'artifact.dsse.json'), '--key', key('ed25519.pub.pem'), '--at', AT];
  const open = runAllowed([...words, ...attest('svr', path)]);
  expect([open.code, existsSync(path)]).toEqual([4, false]);
  expect(open.stderr).toContain('nothing is attested');
  const unchecked = runAllowed([...verify('ed25519'), '--check-claims=false', ...attest('svr', path)]);
  expect(unchecked.code).not.toBe(0);
  expect(existsSync(path)).toBe(false);
});

it('a call that asks for less than it needs, or for what it cannot have, is a usage error', () => {
  const path = join(folder, 'none.json');
  for (const left of ['--results-path', '--verifier-id', '--resource-uri', '--signer']) {
    const words = attest('vsa', path);
    words.splice(words.indexOf(left), 2);
    expect(runAllowed([...verify('ed25519'), ...words]).code, left).toBe(64);
  }
  expect(run([...verify('ed25519'), '--verifier-id', 'https://x']).code).toBe(64);
  expect(existsSync(path)).toBe(false);
});

it('is on record, and where it cannot be made there is one document that says so', () => {
  const log = join(folder, 'audit.jsonl');
  const ed = key('ed25519.UNSAFE.pem');
  const opened = runAllowed([
    ...['custody', 'open', log, '--origin', 'l.example/s', '--case', 's', '--actor', 'ann', '--role', 'custodian'],
    ...['--signing-key', ed, '--checkpoint-key', key('ed25519.pub.pem'), '--purpose', 'signings'],
  ]);
  expect(opened.code, opened.stderr).toBe(0);
  const path = join(folder, 'recorded.json');
  const made = runAllowed([...verify('ed25519'), ...attest('vsa', path), '--audit-log', log, '--audit-key', ed]);
  expect(made.code, made.stderr).toBe(0);
  expect(readFileSync(log, 'utf8').split('\n')).toHaveLength(3);
  const nowhere = join(folder, 'absent', 'o.json');
  const failed = runAllowed([...verify('ed25519'), ...attest('vsa', nowhere), '--json']);
  expect(failed.code).toBe(74);
  expect(JSON.parse(failed.stdout)).toMatchObject({ exitCode: 74 });
});
