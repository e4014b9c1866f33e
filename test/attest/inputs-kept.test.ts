// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run } from '../support/cli.ts';
import { scratch } from './support.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);
const statement = join(PROJECT, 'offline-kit/samples/job.statement.json');
copyFileSync(join(PROJECT, 'fixtures/keys/ed25519.UNSAFE.pem'), at('key.pem'));
copyFileSync(join(PROJECT, 'fixtures/keys/ed25519.pub.pem'), at('key.pub.pem'));
writeFileSync(at('secret'), 'x'.repeat(32));
writeFileSync(at('predicate.json'), '{"k":"v"}');
writeFileSync(at('surface.json'), '{"echo":{}}');

describe('no output takes the place of a file that the command names', () => {
  it.each([
    ['key.pem', ['attest', 'sign', statement, '--signer', 'key', '--signing-key', at('key.pem')]],
    ['key.pem', ['attest', 'sign', statement, '--signer', 'key', `--signing-key=${at('key.pem')}`]],
    ['secret', ['attest', 'sign', statement, '--signer', 'hmac', '--hmac-key', at('secret')]],
    ['secret', ['digest', 'pin', at('surface.json'), '--signer', 'hmac', '--hmac-key', at('secret')]],
    ['predicate.json', ['attest', 'build', statement, '--predicate-file', at('predicate.json'), '--type', 'urn:x:y']],
    ['key.pub.pem', ['check', 'dsse', statement, '--key', at('key.pub.pem')]],
  ])('%s (%#)', (name, words) => {
    const before = readFileSync(at(name));
    const ended = run([...words, '--output-file', at(name), '--force']);
    expect([ended.code, readFileSync(at(name)).equals(before)]).toEqual([64, true]);
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain('which is an input');
  });

  it('two outputs of one command are two files', () => {
    const words = ['attest', 'prepare', statement, '--key', at('key.pub.pem'), '--to-sign', at('one')];
    expect(run([...words, '--output-file', at('one'), '--force']).code).toBe(64);
  });
});

describe('numbers that no double holds', () => {
  it.each([
    ['attest build', ['attest', 'build', statement, '--type', 'urn:x:y', '--predicate-file']],
    ['digest pin', ['digest', 'pin']],
  ])('%s refuses them', (_, words) => {
    const file = at('inexact.json');
    writeFileSync(file, '{"a":{"n":12345678901234567890}}');
    const ended = run([...words, file]);
    expect(ended.code).toBeGreaterThanOrEqual(2);
    expect((ended.stdout + ended.stderr).replaceAll(/\s+/g, ' ')).toContain('json-number');
  });
});

it('attest build takes a short name or a URI as the type, and says what was meant', () => {
  const words = ['attest', 'build', statement, '--predicate-file', at('predicate.json'), '--type'];
  expect(run([...words, 'not a uri']).code).toBe(64);
  const slip = run([...words, 'slsaprovenace1']);
  expect([slip.code, slip.stderr]).toEqual([64, expect.stringContaining('slsaprovenance1')]);
});

it('attest rotate takes no key that would never sign', () => {
  const words = ['attest', 'rotate', '--next-id', 'a', '--next-key', at('key.pub.pem')];
  const window = ['--valid-from', '2026-02-01T00:00:00Z', '--valid-until', '2026-01-01T00:00:00Z'];
  expect(run([...words, ...window]).code).toBe(64);
});
