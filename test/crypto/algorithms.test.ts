// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ALGORITHMS, defaultScheme, resolveScheme, schemesOf } from '../../src/crypto/algorithms.ts';
import type { SchemeId } from '../../src/model/public-key.ts';
import { ecKey, edKey, reasonOf } from './keys.ts';
import { rsaKey } from './rsa-keys.ts';

describe('ALGORITHMS', () => {
  it('D01: is exactly this list', () => {
    expect(Object.keys(ALGORITHMS).sort()).toEqual([
      'ecdsa-p256-sha256',
      'ecdsa-p256-sha384',
      'ecdsa-p256-sha512',
      'ecdsa-p384-sha256',
      'ecdsa-p384-sha384',
      'ecdsa-p384-sha512',
      'ecdsa-p521-sha256',
      'ecdsa-p521-sha384',
      'ecdsa-p521-sha512',
      'ed25519',
      'ml-dsa-44',
      'rsa-pkcs1v15-sha256',
      'rsa-pkcs1v15-sha384',
      'rsa-pkcs1v15-sha512',
      'rsa-pss-sha256',
      'rsa-pss-sha384',
      'rsa-pss-sha512',
    ]);
    for (const [id, row] of Object.entries(ALGORITHMS)) expect(row.id).toBe(id);
  });

  it('has no members by inheritance, and none can be added', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(ALGORITHMS[name as SchemeId]).toBeUndefined();
    expect(() => Object.assign(ALGORITHMS, { none: {} })).toThrow(TypeError);
  });
});

describe('the name of a scheme', () => {
  it.each([
    ['ed25519', 'ed25519'],
    ['EdDSA', 'ed25519'],
    ['ecdsa-sha2-nistp256', 'ecdsa-p256-sha256'],
    ['ecdsa-sha2-nistp384', 'ecdsa-p384-sha384'],
    ['ecdsa-sha2-nistp521', 'ecdsa-p521-sha512'],
    ['ecdsa-p256-sha256', 'ecdsa-p256-sha256'],
    ['ECDSA_P256_SHA_256', 'ecdsa-p256-sha256'],
    ['ES384', 'ecdsa-p384-sha384'],
    ['ecdsa-secp521r1-sha512', 'ecdsa-p521-sha512'],
    ['rsassa-pss-sha256', 'rsa-pss-sha256'],
    ['rsa-pss-sha512', 'rsa-pss-sha512'],
    ['PS384', 'rsa-pss-sha384'],
    ['rsa-pkcs1-sha256', 'rsa-pkcs1v15-sha256'],
    ['rsassa-pkcs1v15-sha256', 'rsa-pkcs1v15-sha256'],
    ['RSASSA-PKCS1-v1_5-SHA256', 'rsa-pkcs1v15-sha256'],
    ['rs512', 'rsa-pkcs1v15-sha512'],
  ])('%s is %s', (name, id) => expect(resolveScheme(name)).toBe(id));

  it('is each id itself', () => {
    for (const id of Object.keys(ALGORITHMS)) expect(resolveScheme(id)).toBe(id);
  });

  it.each([
    '',
    'none',
    'rsa',
    'ecdsa',
    'ES256K',
    'rsassa-pss-sha1',
    'hmac-sha256',
    'constructor',
    '__proto__',
    ' ed25519',
    'ed25519ph',
  ])('%j is none', (name) => expect(resolveScheme(name)).toBeNull());
});

describe('the scheme of a key', () => {
  const keys = {
    ed: edKey().key,
    p256: ecKey('P-256').key,
    p384: ecKey('P-384').key,
    p521: ecKey('P-521').key,
    rsa: rsaKey().key,
  };

  it('comes from the key where nobody says otherwise', () => {
    expect(defaultScheme(keys.ed, null)).toBe('ed25519');
    expect(defaultScheme(keys.p256, null)).toBe('ecdsa-p256-sha256');
    expect(defaultScheme(keys.p384, null)).toBe('ecdsa-p384-sha384');
    expect(defaultScheme(keys.p521, null)).toBe('ecdsa-p521-sha512');
    expect(defaultScheme(keys.rsa, null)).toBe('rsa-pkcs1v15-sha256');
    expect(defaultScheme({ ...keys.rsa, scheme: 'rsa-pss-sha512' }, null)).toBe('rsa-pss-sha512');
  });

  it('is the one asked for where it is one of the key', () => {
    for (const key of Object.values(keys))
      for (const scheme of schemesOf(key)) expect(defaultScheme(key, scheme)).toBe(scheme);
    expect(schemesOf(keys.p384)).toHaveLength(3);
    expect(schemesOf(keys.rsa)).toHaveLength(6);
    expect(schemesOf({ ...keys.rsa, scheme: 'rsa-pss-sha512' })).toEqual(['rsa-pss-sha512']);
  });

  it('B11: is never one of another key', () => {
    const asks: [keyof typeof keys, SchemeId][] = [
      ['ed', 'ecdsa-p256-sha256'],
      ['p256', 'ecdsa-p384-sha256'],
      ['p256', 'rsa-pkcs1v15-sha256'],
      ['rsa', 'ed25519'],
    ];
    for (const [name, scheme] of asks)
      expect(reasonOf(() => defaultScheme(keys[name], scheme))).toBe('algorithm-key-mismatch');
    const restricted = { ...keys.rsa, scheme: 'rsa-pss-sha512' } as const;
    expect(reasonOf(() => defaultScheme(restricted, 'rsa-pss-sha256'))).toBe('algorithm-key-mismatch');
  });
});
