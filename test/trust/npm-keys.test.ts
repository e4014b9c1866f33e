// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { parseRegistryKeys } from '../../src/trust/npm-keys.ts';
import { BEGINNING } from '../../src/trust/validity.ts';
import { bytesOf, document, freshKey, KIT, type Loose, problemOf } from './roots.ts';

const target = (): Loose => JSON.parse(readFileSync(resolve(KIT, 'npm-registry-keys.json'), 'utf8'));
const servedKey = (over: Loose = {}): Loose => ({
  expires: null,
  keyid: 'SHA256:one',
  keytype: 'ecdsa-sha2-nistp256',
  scheme: 'ecdsa-sha2-nistp256',
  key: freshKey('P-256').spki,
  ...over,
});
const read = (value: unknown) => parseRegistryKeys(document(value), 'keys.json');
const refusal = (value: unknown) => {
  const problem = problemOf(() => read(value));
  expect(problem.reason).toBe('key-format');
  return problem.detail;
};

describe('registry keys as TUF distributes them', () => {
  it('have an id, a usage, a scheme and a window', () => {
    const { keys, unknownMembers } = read(target());
    expect(keys).toHaveLength(4);
    expect(keys[0]).toMatchObject({
      keyId: 'SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA',
      usage: 'npm:signatures',
      scheme: 'ecdsa-p256-sha256',
      validFor: {
        notBefore: parseRfc3339('1999-01-01T00:00:00Z').time,
        notAfter: parseRfc3339('2025-01-29T00:00:00Z').time,
      },
    });
    expect(unknownMembers).toEqual([]);
  });

  it('are set aside without a beginning or of an unsupported kind (attacks C09)', () => {
    const document = target();
    delete document.keys[0].publicKey.validFor;
    document.keys[1].publicKey.validFor = { end: '2025-01-29T00:00:00.000Z' };
    document.keys[2].publicKey.keyDetails = 'ML_DSA_65';
    const { keys, setAside } = read(document);
    expect(keys).toHaveLength(1);
    expect(setAside.map(({ what }) => what)).toEqual(['/keys/0', '/keys/1', '/keys/2']);
    expect(setAside.map(({ why }) => /validFor.start|keyDetails/.test(why))).toEqual([true, true, true]);
  });

  it('are refused where they are broken', () => {
    for (const edit of [
      (keys: Loose) => delete keys[0].keyId,
      (keys: Loose) => delete keys[0].keyUsage,
      (keys: Loose) => delete keys[0].publicKey.rawBytes,
      (keys: Loose) => (keys[0].publicKey = 'x'),
      (keys: Loose) => (keys[0].publicKey.rawBytes = freshKey('P-384').spki),
      (keys: Loose) => (keys[0].publicKey.validFor.end = '2025-02-30T00:00:00Z'),
      (keys: Loose) => (keys[0] = null),
    ]) {
      const document = target();
      edit(document.keys);
      refusal(document);
    }
  });

  it('are refused where one id names two keys', () => {
    const document = target();
    document.keys[0].publicKey.rawBytes = freshKey('P-256').spki;
    expect(refusal(document)).toContain('second key');
  });
});

describe('registry keys as a registry serves them', () => {
  it('last for ever without an expiry, and until it with one', () => {
    const { keys } = read({
      keys: [servedKey(), servedKey({ keyid: 'SHA256:two', expires: '2025-01-29T00:00:00.000Z' })],
    });
    expect(keys.map((key) => [key.keyId, key.usage, key.scheme])).toEqual([
      ['SHA256:one', null, 'ecdsa-p256-sha256'],
      ['SHA256:two', null, 'ecdsa-p256-sha256'],
    ]);
    expect(keys[0]!.validFor).toBeNull();
    expect(keys[1]!.validFor).toEqual({
      notBefore: BEGINNING,
      notAfter: parseRfc3339('2025-01-29T00:00:00Z').time,
    });
  });

  it('are set aside for a scheme of no row or a weak key', () => {
    const { keys, setAside } = read({
      keys: [
        servedKey({ scheme: 'ecdsa' }),
        servedKey({ scheme: 'constructor' }),
        servedKey({ scheme: 'rsassa-pss-sha256', key: freshKey('rsa1024').spki }),
      ],
    });
    expect(keys).toEqual([]);
    expect(setAside.map(({ why }) => why.split(':')[0])).toEqual([
      'the scheme is not supported',
      'the scheme is not supported',
      'the key is weak',
    ]);
  });

  it('are refused where they are broken', () => {
    for (const key of [
      servedKey({ keyid: undefined }),
      servedKey({ keyid: 7 }),
      servedKey({ scheme: undefined }),
      servedKey({ scheme: 'ecdsa-sha2-nistp384' }),
      servedKey({ key: freshKey('P-384').spki }),
      servedKey({ key: `${freshKey('P-256').spki}AAAA` }),
      servedKey({ key: undefined }),
      servedKey({ expires: 'never' }),
      servedKey({ expires: 1738108800 }),
      servedKey({ keytype: 1 }),
      'x',
    ]) {
      refusal({ keys: [key] });
    }
    refusal({});
    refusal([]);
    refusal({ keys: {} });
    expect(refusal({ keys: Array.from({ length: LIMITS.registryKeys + 1 }, () => servedKey()) })).toContain('limit');
    expect(problemOf(() => parseRegistryKeys(bytesOf('{"keys":[],"keys":[]}'), 'k')).detail).toContain('duplicate');
  });

  it('list what they have besides', () => {
    const { unknownMembers } = read({ keys: [servedKey({ note: 1 })], etag: '' });
    expect(unknownMembers).toEqual(['/etag', '/keys/0/note']);
  });
});
