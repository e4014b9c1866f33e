// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Instant } from '../../src/model/instant.ts';
import { checkTrustedKey, readKeyScheme, readTrustedKey } from '../../src/trust/keyring.ts';
import { keyWindowAt } from '../../src/trust/validity.ts';
import { bytesOf, freshKey, problemOf } from './roots.ts';

const at = { evidence: 'x.json', pointer: '' };
const der = (kind: string) => Buffer.from(freshKey(kind).spki, 'base64');
const pem = (kind: string) =>
  createPublicKey({ key: der(kind), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
const time = (text: string) => parseRfc3339(text).time;

describe('a key file', () => {
  it('is PEM, DER or JWK, and the same key in each', () => {
    const jwk = createPublicKey({ key: der('P-256'), format: 'der', type: 'spki' }).export({ format: 'jwk' });
    const keys = [bytesOf(pem('P-256')), new Uint8Array(der('P-256')), bytesOf(JSON.stringify(jwk))].map((bytes) =>
      readTrustedKey(bytes, 'key'),
    );
    expect(new Set(keys.map((key) => key.key.fingerprint)).size).toBe(1);
    expect(keys[0]).toMatchObject({ name: 'key', keyId: null, scheme: 'ecdsa-p256-sha256', validFor: null });
  });

  it('has its own scheme, or the one asked for where it leaves that open', () => {
    expect(readTrustedKey(der('rsa2048'), 'k').scheme).toBe('rsa-pkcs1v15-sha256');
    expect(readTrustedKey(der('rsa2048'), 'k', readKeyScheme('rsassa-pss-sha256')).scheme).toBe('rsa-pss-sha256');
    expect(readTrustedKey(der('P-384'), 'k', 'ecdsa-p384-sha256').scheme).toBe('ecdsa-p384-sha256');
    expect(problemOf(() => readTrustedKey(der('P-256'), 'k', 'rsa-pss-sha256')).reason).toBe('algorithm-key-mismatch');
    expect(problemOf(() => readKeyScheme('rot13')).reason).toBe('algorithm-unsupported');
    expect(problemOf(() => readKeyScheme('__proto__')).reason).toBe('algorithm-unsupported');
  });

  it('with anything but one public key is refused (attacks D06)', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(problemOf(() => readTrustedKey(bytesOf(secret), 'k')).reason).toBe('key-private');
    expect(
      problemOf(() => readTrustedKey(bytesOf(JSON.stringify(pair.privateKey.export({ format: 'jwk' }))), 'k')).reason,
    ).toBe('key-private');
    for (const bytes of [
      bytesOf(''),
      bytesOf(pem('P-256') + pem('P-384')),
      bytesOf(`junk\n${pem('P-256')}`),
      new Uint8Array([...der('P-256'), 0]),
    ]) {
      expect(() => readTrustedKey(bytes, 'k')).toThrow(expect.objectContaining({ name: 'Malformed' }));
    }
  });
});

describe('check key.trusted', () => {
  const NOW = time('2026-03-01T00:00:00Z');
  const key = readTrustedKey(der('P-256'), 'k');
  const windowed = {
    ...key,
    validFor: { notBefore: time('2025-01-01T00:00:00Z'), notAfter: time('2026-01-01T00:00:00Z') },
  };

  it('passes a strong key without a window', () => {
    expect(checkTrustedKey(key, null, NOW, at)).toMatchObject({
      id: 'key.trusted',
      outcome: 'passed',
      facts: { fingerprint: key.key.fingerprint },
    });
  });

  it('refuses a weak one', () => {
    const weak = readTrustedKey(der('rsa1024'), 'k');
    expect(checkTrustedKey(weak, null, NOW, at)).toMatchObject({ outcome: 'indeterminate', reason: 'key-weak' });
  });

  it('asks for the window, inclusive at both ends, whoever brought the key (attacks C09)', () => {
    const { notBefore, notAfter } = windowed.validFor;
    for (const inside of [notBefore, notAfter])
      expect(checkTrustedKey(windowed, inside, NOW, at).outcome).toBe('passed');
    for (const outside of [(notBefore - 1n) as Instant, (notAfter + 1n) as Instant]) {
      expect(checkTrustedKey(windowed, outside, NOW, at)).toMatchObject({
        outcome: 'indeterminate',
        reason: 'key-window',
      });
    }
    expect(checkTrustedKey(windowed, null, NOW, at)).toMatchObject({ reason: 'key-window-unproven' });
    expect(keyWindowAt({ validFor: null }, null, NOW)).toBeNull();
    const open = { ...windowed, validFor: { ...windowed.validFor, notAfter: null } };
    expect(checkTrustedKey(open, null, notBefore, at).outcome).toBe('passed');
    // Whatever is there before the window begins was not signed in it, proven or not.
    for (const key of [open, windowed])
      expect(checkTrustedKey(key, null, (notBefore - 1n) as Instant, at)).toMatchObject({ reason: 'key-window' });
    const empty = { validFor: { notBefore: notAfter, notAfter: notBefore } };
    expect(keyWindowAt(empty, notBefore, NOW)?.reason).toBe('key-window');
    expect(keyWindowAt(empty, notAfter, NOW)?.reason).toBe('key-window');
  });
});
