// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, run, runJson } from '../support/cli.ts';
import { scratch } from './support.ts';

// What is signed here must verify here: what the verifier refuses whoever asks is refused before anybody signs it.

const folder = scratch();
const KEY = join(PROJECT, 'fixtures/keys/ed25519.UNSAFE.pem');
const PUBLIC = join(PROJECT, 'fixtures/keys/ed25519.pub.pem');
const ROOT = ['--trusted-root', join(PROJECT, 'fixtures/shared/trusted-root.json')];
const LOGGED = join(PROJECT, 'fixtures/cases/rekor-v2-message');
const BY = ['--signer', 'key', '--signing-key', KEY];
const HEX = 'a'.repeat(64);

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const statement = (predicateType: string, predicate: unknown, digest: Record<string, string> = { sha256: HEX }) =>
  JSON.stringify({
    ...{ _type: 'https://in-toto.io/Statement/v1', subject: [{ name: 'a.bin', digest }] },
    ...{ predicateType, predicate },
  });
const signed = (text: string, ...more: string[]) =>
  runJson(['attest', 'sign', put('statement.json', text), ...BY, ...more]);

const PROMOTION = {
  materials: [{ role: 'sbom', algo: 'sha256', digest: HEX }],
  promotion: { from: 'staging', to: 'prod', actor: 'ci', timestamp: '2026-02-20T10:00:00Z' },
};
const promotion = (change: object) => statement('stella.ops/promotion@v1', { ...PROMOTION, ...change });

describe('attest sign: a promotion', () => {
  it('is signed as attest promotion writes it', () => {
    expect(run(['attest', 'sign', put('statement.json', promotion({})), ...BY]).code).toBe(0);
  });

  it.each([
    ['that leads nowhere', { promotion: { ...PROMOTION.promotion, to: 'staging' } }, 'promotion-goes-nowhere'],
    [
      'with a digest of no algorithm here',
      { materials: [{ role: 'sbom', algo: 'md5', digest: 'a'.repeat(32) }] },
      'promotion-algorithm',
    ],
    [
      'with a digest that is cut',
      { materials: [{ role: 'sbom', algo: 'sha256', digest: 'ab' }] },
      'promotion-algorithm',
    ],
  ])('%s is refused', (_, change, reason) => {
    const refused = signed(promotion(change));
    expect([refused.code, refused.reasons]).toEqual([3, [reason]]);
  });

  it('with the proof of another entry is refused, and so is one that leads elsewhere', () => {
    const carried = JSON.parse(
      Buffer.from(
        JSON.parse(readFileSync(join(PROJECT, 'fixtures/cases/promotion-logged/promotion.dsse.json'), 'utf8')).payload,
        'base64',
      ).toString(),
    );
    expect(run(['attest', 'sign', put('statement.json', JSON.stringify(carried)), ...BY]).code).toBe(0);
    const { predicate } = carried;
    const other = { ...carried, predicate: { ...predicate, materials: [] } };
    expect(signed(JSON.stringify(other)).reasons).toEqual(['promotion-log-other-entry']);
    const { rekor } = predicate;
    const proof = { ...rekor.inclusionProof, hashes: rekor.inclusionProof.hashes.slice(1) };
    const broken = { ...carried, predicate: { ...predicate, rekor: { ...rekor, inclusionProof: proof } } };
    expect(signed(JSON.stringify(broken)).reasons).toEqual(['inclusion-shape']);
  });
});

describe('attest sign: a subject', () => {
  it.each([
    ['sha256', 'AB'.repeat(32)],
    ['sha256', 'ab'],
    ['sha256', `sha256:${HEX}`],
    ['sha512', HEX],
    ['gitCommit', 'a'.repeat(39)],
    ['SHA256', HEX],
    ['sha-256', HEX],
  ])('with %s %s is refused: nothing would ever match it', (name, value) => {
    const refused = signed(statement('https://example.com/x', { k: 'v' }, { [name]: value }));
    expect([refused.code, refused.reasons]).toEqual([3, ['signing-subject']]);
  });

  it.each([
    ['gitCommit', 'a'.repeat(40)],
    ['dirHash', 'h1:abc='],
    ['blake3', 'AB'],
  ])('with %s %s is not: the name may mean anything, or it fits', (name, value) => {
    const path = put('statement.json', statement('https://example.com/x', { k: 'v' }, { sha256: HEX, [name]: value }));
    expect(run(['attest', 'sign', path, ...BY]).code).toBe(0);
  });
});

describe('attest sign: a private key', () => {
  const pem = readFileSync(KEY, 'utf8');
  it('is refused as a payload, and nothing of it is shown', () => {
    const refused = signed(pem, '--payload-type', 'x/y');
    expect([refused.code, refused.reasons]).toEqual([3, ['signing-secret']]);
    expect(refused.stdout).not.toContain(pem.split('\n')[1]);
  });

  it('is refused inside a statement', () => {
    expect(signed(statement('https://example.com/x', { log: pem })).reasons).toEqual(['signing-secret']);
  });

  it('is not meant by its head alone, nor by a public key', () => {
    for (const log of ['found "-----BEGIN PRIVATE KEY-----" in 3 files', readFileSync(PUBLIC, 'utf8')])
      expect(
        run(['attest', 'sign', put('statement.json', statement('https://example.com/x', { log })), ...BY]).code,
      ).toBe(0);
  });

  it('is not prepared for another to sign either', () => {
    const words = ['attest', 'prepare', put('secret', pem), '--payload-type', 'x/y', '--key', PUBLIC];
    expect(runJson(words).reasons).toEqual(['signing-secret']);
  });
});

describe('attest promotion --log-entry', () => {
  const bundle = join(LOGGED, 'bundle.sigstore.json');
  const words = (entry: string, ...more: string[]) => [
    ...['attest', 'promotion', `sha256:${HEX}`, '--image', 'r.example/app', '--from', 'staging', '--to', 'prod'],
    ...['--actor', 'ci', '--at', '2026-03-01T00:00:00Z', ...BY, '--log-entry', entry, ...more],
  ];
  const material = ['--material', `blob=${join(LOGGED, 'artifact.txt')}`];
  const changed = (change: (text: string) => string) => put('changed.json', change(readFileSync(bundle, 'utf8')));

  it('is signed where the entry is proven and about what is promoted, and verifies then', () => {
    const made = run(words(bundle, ...material, ...ROOT));
    expect(made.code, made.stderr).toBe(0);
    const verify = ['verify', `sha256:${HEX}`, '--bundle', put('promotion.dsse.json', made.stdout), '--key', PUBLIC];
    expect(run([...verify, ...material.map((word) => word.replace('blob=', '')), ...ROOT]).code).toBe(0);
  });

  it('is refused where the entry is about something else', () => {
    const refused = runJson(words(bundle, ...ROOT));
    expect([refused.code, refused.reasons]).toEqual([3, ['promotion-log-other-entry']]);
  });

  it('is refused where nobody trusts the log', () => {
    expect(runJson(words(bundle, ...material)).reasons).toEqual(['log-unknown']);
  });

  it('is refused where the proof leads to another root', () => {
    const entry = changed((text) =>
      text.replace(/"hashes": \[\s*"(.)/, (found, c) => found.slice(0, -1) + (c === 'A' ? 'B' : 'A')),
    );
    expect(runJson(words(entry, ...material, ...ROOT)).reasons).toEqual(['inclusion-root-mismatch']);
  });

  it('is refused where no entry is there', () => {
    const none = join(PROJECT, 'fixtures/cases/dsse-key-ed25519/artifact.dsse.json');
    expect(runJson(words(none, ...material, ...ROOT)).reasons).toEqual(['envelope-format']);
  });
});
