// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { witness } from '../../scripts/mint/world.ts';
import { witnessHint } from '../../src/log/cosignature.ts';
import { parseWitnessKey } from '../../src/log/witness-key.ts';
import { attempt } from '../../src/model/malformed.ts';
import { PROJECT, runJson } from '../support/cli.ts';

const raw = Buffer.concat([Buffer.from([4]), Buffer.from(witness.key.bits)]).toString('base64');
const hash = (key: string, type = 4) =>
  witnessHint({ ...parseKey(type), name: key.split('+')[0]! })
    .toString(16)
    .padStart(8, '0');
const VKEY = `${witness.name}+51e8c62c+${raw}`;

function parseKey(type: number) {
  const bytes = Buffer.concat([Buffer.from([type]), Buffer.from(witness.key.bits)]).toString('base64');
  const wrong = attempt(() => parseWitnessKey(`${witness.name}+00000000+${bytes}`));
  expect(wrong).toMatchObject({ ok: false, problem: { reason: 'key-format' } });
  return parseWitnessKey(VKEY);
}

describe('parseWitnessKey', () => {
  it('reads a key whose hash is that of its name and octets', () => {
    const found = parseWitnessKey(VKEY);
    expect([found.name, found.form, found.key.kind]).toEqual([witness.name, 'cosignature/v1', 'ed25519']);
    expect(hash(VKEY)).toBe('51e8c62c');
  });
  it.each([
    ['without a hash', `${witness.name}+${raw}`, 'key-format'],
    ['hash of another name', `x${VKEY}`, 'key-format'],
    [
      'another type',
      `${witness.name}+51e8c62c+${Buffer.concat([Buffer.from([2]), Buffer.from(witness.key.bits)]).toString('base64')}`,
      'algorithm-unsupported',
    ],
    ['white space in the name', `a b+51e8c62c+${raw}`, 'key-format'],
    ['trailing bits in base64', `${witness.name}+51e8c62c+AQ=A`, 'key-format'],
  ])('refuses one %s', (_, text, reason) => {
    expect(attempt(() => parseWitnessKey(text))).toMatchObject({ ok: false, problem: { reason } });
  });
});

describe('--witness', () => {
  const folder = join(PROJECT, 'fixtures/cases/rekor-v2-cosigned');
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  it('verifies the cosignature of a known witness, and lists it', () => {
    const result = runJson([...command, '--witness', VKEY], { cwd: folder });
    expect(result.code).toBe(0);
    expect(result.report!.items[0]!.findings.map((one) => one.code)).toContain('cosignature-verified');
  });
  it('lists the line of an unknown one, and counts it for nothing', () => {
    const result = runJson(command, { cwd: folder });
    expect(result.code).toBe(0);
    const codes = result.report!.items[0]!.findings.map((one) => one.code);
    expect(codes).toContain('cosignature-unknown');
    expect(codes).not.toContain('cosignature-verified');
  });
});
