// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { isTruncatedTag, resolveMac, verifyMac, weakSecret } from '../../src/crypto/mac.ts';
import { encodePem } from '../../src/encoding/pem.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import type { HashName } from '../../src/model/public-key.ts';
import { ecKey, flipped, message } from './keys.ts';

const HASHES: HashName[] = ['sha256', 'sha384', 'sha512'];
const secret = new Uint8Array(32).fill(0x5a);
const tagOf = (hash: HashName, key: Bytes = secret): Bytes =>
  Uint8Array.from(createHmac(hash, key).update(message).digest());

describe('a message authentication code', () => {
  it.each(HASHES)('of %s verifies, and no other octets do', (hash) => {
    const tag = tagOf(hash);
    expect(verifyMac(hash, secret, message, tag)).toBe(true);
    expect(verifyMac(hash, secret, message.subarray(1), tag)).toBe(false);
    expect(verifyMac(hash, flipped(secret, 3), message, tag)).toBe(false);
    for (let bit = 0; bit < 8 * tag.length; bit++)
      expect(verifyMac(hash, secret, message, flipped(tag, bit))).toBe(false);
  });

  it('is of full length or nothing', () => {
    const tag = tagOf('sha256');
    for (const length of [0, 1, 16, 31]) {
      expect(verifyMac('sha256', secret, message, tag.subarray(0, length))).toBe(false);
      expect(isTruncatedTag('sha256', tag.subarray(0, length))).toBe(true);
    }
    expect(isTruncatedTag('sha256', tag)).toBe(false);
    expect(verifyMac('sha256', secret, message, Uint8Array.from([...tag, 0]))).toBe(false);
    expect(verifyMac('sha384', secret, message, tag)).toBe(false);
  });

  it('has one judgement in all engines, for any secret', async () => {
    const engines = [nativeEngine, await loadEngine('noble'), await loadEngine('dual')];
    fc.assert(
      fc.property(fc.constantFrom(...HASHES), fc.uint8Array({ maxLength: 200 }), fc.uint8Array(), (hash, key, text) => {
        const tag = Uint8Array.from(createHmac(hash, key).update(text).digest());
        for (const engine of engines) {
          expect(engine.verifyMac(hash, key, text, tag)).toBe('valid');
          expect(engine.verifyMac(hash, key, text, flipped(tag, text.length))).toBe('invalid');
          expect(engine.verifyMac(hash, key, text, tag.subarray(1))).toBe('invalid');
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a secret', () => {
  it('B11: is no PEM file, wherever the block stands in it', () => {
    const pem = encodePem('PUBLIC KEY', ecKey('P-256').key.spki);
    expect(weakSecret(encodeUtf8(pem))).toMatch(/PEM/);
    expect(weakSecret(encodeUtf8(`\n# my key\n${pem}`))).toMatch(/PEM/);
  });

  it('has 32 bytes at least', () => {
    expect(weakSecret(new Uint8Array(0))).toMatch(/0 bytes/);
    expect(weakSecret(new Uint8Array(31))).toMatch(/31 bytes/);
    expect(weakSecret(new Uint8Array(32))).toBeNull();
  });
});

describe('the name of a MAC', () => {
  it('is one of those in use', () => {
    for (const name of ['hmac-sha256', 'HMACSHA256', 'HMAC-SHA-256', 'hmac_sha256', 'HS256'])
      expect(resolveMac(name), name).toBe('sha256');
    expect(resolveMac('hmac-sha384')).toBe('sha384');
    expect(resolveMac('HMACSHA512')).toBe('sha512');
  });

  it('is nothing else', () => {
    for (const name of [
      '',
      'none',
      'hmac',
      'hmac-sha1',
      'HMACSHA3-256',
      'HMACSHA512/256',
      'constructor',
      '__proto__',
      'sha256',
    ])
      expect(resolveMac(name), name).toBeNull();
  });
});
