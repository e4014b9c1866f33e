// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSigner } from '../../src/attest/signers.ts';
import { currentRow, Rotation, readSigningRing } from '../../src/attest/signing-ring.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { readTrustFile } from '../../src/trust/load.ts';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { scratch, utf8Of } from './support.ts';

const folder = scratch();
const key = (name: string) => join(PROJECT, 'fixtures/keys', name);
const sample = join(PROJECT, 'offline-kit/samples/job.statement.json');
for (const name of ['p256', 'p384']) copyFileSync(key(`${name}.UNSAFE.pem`), join(folder, `${name}.pem`));
const file = join(folder, 'ring.json');
const at = (text: string) => parseRfc3339(text).time;

const row = (name: string, from: string, until: string | null) => [
  ...[
    '--next-key',
    key(`${name}.pub.pem`),
    '--next-id',
    name,
    '--next-signing-key',
    `${name}.pem`,
    '--valid-from',
    from,
  ],
  ...(until === null ? [] : ['--valid-until', until]),
];
const first = run(['attest', 'rotate', ...row('p256', '2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z')]);
writeFileSync(join(folder, 'ring1.json'), first.stdout);
const rotate = (time: string, signer = 'p256') => [
  ...['attest', 'rotate', join(folder, 'ring1.json'), ...row('p384', '2026-06-01T00:00:00Z', null), '--at', time],
  ...['--signer', 'key', '--signing-key', key(`${signer}.UNSAFE.pem`)],
];
const ring = run(rotate('2026-05-01T00:00:00Z')).stdout;
writeFileSync(file, ring);

it('the current key is chosen at --at, and the last one where windows overlap', () => {
  const signed = (time: string) =>
    run(['attest', 'sign', sample, '--signer', 'key', '--key-ring', file, '--at', time]).stdout;
  const check = (text: string, name: string) => {
    writeFileSync(join(folder, 'o.json'), text);
    return run(['check', 'dsse', join(folder, 'o.json'), '--key', key(`${name}.pub.pem`)]).code;
  };
  expect(check(signed('2026-05-31T23:59:59Z'), 'p256')).toBe(0);
  expect(check(signed('2026-06-01T00:00:00Z'), 'p384')).toBe(0);
  expect(check(signed('2030-01-01T00:00:00Z'), 'p384')).toBe(0);
  const early = run(['attest', 'sign', sample, '--signer', 'key', '--key-ring', file, '--at', '2025-12-31T23:59:59Z']);
  expect(early.code).toBe(3);
  expect(early.stdout).toContain('signing-ring');
  expect(early.stdout).not.toContain('"payload"');
});

it('another key than the current one signs nothing', () => {
  const words = [
    'attest',
    'sign',
    sample,
    '--signer',
    'key',
    '--signing-key',
    key('p256.UNSAFE.pem'),
    '--key-ring',
    file,
  ];
  expect(run([...words, '--at', '2026-05-01T00:00:00Z']).code).toBe(0);
  const late = runJson([...words, '--at', '2026-06-15T00:00:00Z']);
  expect([late.code, late.reasons]).toEqual([3, ['signing-ring']]);
});

it('only a key of the ring that is valid introduces the next one', () => {
  expect(runJson(rotate('2026-07-01T00:00:00Z')).reasons).toEqual(['signing-ring']);
  expect(runJson(rotate('2026-05-01T00:00:00Z', 'ed25519')).reasons).toEqual(['signing-ring']);
});

it('a ring in which anything was altered is refused', () => {
  const altered = [
    ring.replace('"validFrom":"2026-06-01T00:00:00Z"', '"validFrom":"2026-05-02T00:00:00Z"'),
    ring.replace(/"sig":"..../, '"sig":"MEUA'),
    JSON.stringify({ ...JSON.parse(ring), keys: [...JSON.parse(ring).keys, JSON.parse(ring).keys[1]] }),
    JSON.stringify({ ...JSON.parse(ring), keys: [] }),
  ];
  expect(() => readSigningRing(utf8Of(ring), nativeEngine)).not.toThrow();
  for (const [i, text] of altered.entries())
    expect(() => readSigningRing(utf8Of(text), nativeEngine), String(i)).toThrow();
});

it('a program that outlives a key is told of the change', async () => {
  const read = readSigningRing(utf8Of(ring), nativeEngine);
  const changes: string[] = [];
  const rotation = new Rotation(
    read,
    ({ signingKey }) => openSigner('key', { keyFile: readTrustFile(join(folder, signingKey!)) }),
    { rotated: ({ from, to }) => void changes.push(`${from?.id ?? '-'} ${to.id}`) },
  );
  for (const time of ['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-08-01T00:00:00Z'])
    await rotation.signerAt(at(time));
  expect(changes).toEqual(['- p256', 'p256 p384']);
  expect(currentRow(read, at('2026-06-15T00:00:00Z')).id).toBe('p384');
  const wrong = new Rotation(read, () => openSigner('key', { keyFile: readTrustFile(key('ed25519.UNSAFE.pem')) }));
  await expect(wrong.signerAt(at('2026-02-01T00:00:00Z'))).rejects.toThrow(/signing-ring/);
});
