// SPDX-License-Identifier: Apache-2.0
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultScheme } from '../../src/crypto/algorithms.ts';
import { type Engine, loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import type { ClaimedSignature } from '../../src/model/signed-entity.ts';
import type { TrustedKey } from '../../src/model/trusted-root.ts';
import { verifyPlainSignatures } from '../../src/verify/plain-signatures.ts';

const message = new TextEncoder().encode('DSSEv1 1 a 1 b');
const at = { evidence: 'e', pointer: '' };
const pair = (curve: string) => generateKeyPairSync('ec', { namedCurve: curve });
const a = generateKeyPairSync('ed25519');
const b = pair('P-256');
const c = pair('P-384');
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });

function trusted(key: KeyObject, name: string, keyId: string | null = null): TrustedKey {
  const parsed = importSpki(new Uint8Array(key.export({ format: 'der', type: 'spki' })));
  return { name, keyId, key: parsed, scheme: defaultScheme(parsed, null), validFor: null };
}
const keyA = trusted(a.publicKey, 'a', 'id-a');
const keyB = trusted(b.publicKey, 'b');
const keyC = trusted(c.publicKey, 'c');
const byA = signature(sign(null, message, a.privateKey));
const byB = signature(sign('sha256', message, b.privateKey));
const byBRaw = signature(sign('sha256', message, { key: b.privateKey, dsaEncoding: 'ieee-p1363' }));
const byC = signature(sign('sha384', message, c.privateKey));

function signature(sig: Uint8Array, keyHint: string | null = null): ClaimedSignature {
  return { sig: new Uint8Array(sig), keyHint };
}

function judged(
  signatures: readonly ClaimedSignature[],
  keys: readonly TrustedKey[],
  more: Partial<Parameters<typeof verifyPlainSignatures>[0]> = {},
) {
  const result = verifyPlainSignatures({
    message,
    signatures,
    keys,
    hmacSecret: null,
    threshold: 1,
    engine: nativeEngine,
    at,
    acceptWeak: false,
    ...more,
  });
  const reasons = result.checks.flatMap((check) =>
    check.outcome === 'passed' || check.outcome === 'skipped' ? [] : [`${check.id} ${check.reason}`],
  );
  return { ...result, reasons, codes: result.findings.map(({ code }) => code) };
}

describe('verifyPlainSignatures', () => {
  it('counts distinct keys', () => {
    expect(judged([byA, byB, byC], [keyA, keyB, keyC], { threshold: 3 })).toMatchObject({ ok: true, reasons: [] });
    expect(judged([byA, byB], [keyA, keyB, keyC], { threshold: 3 })).toMatchObject({
      ok: false,
      reasons: ['signature.threshold signature-threshold'],
    });
  });
  it('counts one key once, however often and under whatever name it signs (B03)', () => {
    const twice = judged([byB, byBRaw], [keyB, { ...keyB, name: 'b again', keyId: 'other' }], { threshold: 2 });
    expect(twice).toMatchObject({ ok: false, reasons: ['signature.threshold signature-threshold'] });
    expect(twice.codes).toContain('signature-duplicate');
  });
  it('reads r‖s of exactly 2n octets, and names the reading (D05)', () => {
    const result = judged([byBRaw], [keyB]);
    expect(result.ok).toBe(true);
    expect(result.checks).toContainEqual(
      expect.objectContaining({ id: 'signature.valid', facts: expect.objectContaining({ encoding: 'p1363' }) }),
    );
  });
  it('lists a signature by nobody here, and does not refuse for it', () => {
    const result = judged([byC, byA], [keyA]);
    expect(result.ok).toBe(true);
    expect(result.codes).toContain('signature-not-counted');
  });
  it('never believes a key id (B10)', () => {
    expect(judged([signature(byA.sig, 'id-of-somebody')], [keyA])).toMatchObject({
      ok: true,
      codes: ['keyid-differs'],
    });
    expect(judged([signature(byB.sig, 'id-a')], [keyA])).toMatchObject({
      ok: false,
      reasons: ['signature.valid signature-encoding'],
    });
  });
  it('has no answer without a key, and none without a signature', () => {
    expect(judged([byA], [])).toMatchObject({ ok: false, reasons: ['key.trusted signer-key-unknown'] });
    expect(judged([], [keyA])).toMatchObject({ ok: false, reasons: [], signers: [] });
    expect(judged([], [keyA]).checks.every((check) => check.outcome === 'skipped')).toBe(true);
  });
  it('refuses a weak key, and only in verify', () => {
    const key = trusted(weak.publicKey, 'weak');
    const signed = signature(sign('sha256', message, weak.privateKey));
    expect(judged([signed], [key])).toMatchObject({ ok: false, reasons: ['key.trusted key-weak'] });
    expect(judged([signed], [key], { acceptWeak: true })).toMatchObject({ ok: true });
    expect(judged([signed, byA], [key, keyA], { threshold: 2 })).toMatchObject({
      ok: false,
      reasons: ['signature.threshold signature-threshold'],
    });
  });
  it('does not take another message', () => {
    expect(judged([byA], [keyA], { message: new TextEncoder().encode('b') })).toMatchObject({
      ok: false,
      reasons: ['signature.valid signature-mismatch'],
    });
  });
});

describe('a shared secret', () => {
  const hmacSecret = new Uint8Array(32).fill(7);
  const mac = (hash: string, secret = hmacSecret) => signature(createHmac(hash, secret).update(message).digest());
  it.each(['sha256', 'sha384', 'sha512'])('verifies HMAC with %s', (hash) => {
    expect(judged([mac(hash)], [], { hmacSecret })).toMatchObject({
      ok: true,
      reasons: [],
      signers: [{ scheme: `hmac-${hash}` }],
    });
  });
  it('refuses a code by another secret, and a truncated one', () => {
    expect(judged([mac('sha256', new Uint8Array(32))], [], { hmacSecret })).toMatchObject({
      ok: false,
      reasons: ['signature.valid signature-mismatch'],
    });
    expect(judged([signature(mac('sha256').sig.subarray(0, 16))], [], { hmacSecret })).toMatchObject({
      ok: false,
      reasons: ['signature.valid signature-encoding'],
    });
  });
  it('is not the public key (B11)', () => {
    const pem = new TextEncoder().encode(String(a.publicKey.export({ format: 'pem', type: 'spki' })));
    expect(judged([signature(createHmac('sha256', pem).update(message).digest())], [keyA])).toMatchObject({
      ok: false,
    });
  });
});

describe('engines', () => {
  let dual: Engine;
  let noble: Engine;
  beforeAll(async () => {
    dual = await loadEngine('dual');
    noble = await loadEngine('noble');
  });
  it('agree on good signatures', () => {
    for (const engine of [dual, noble])
      expect(judged([byA, byB, byBRaw, byC], [keyA, keyB, keyC], { engine, threshold: 3 })).toMatchObject({ ok: true });
  });
  it('never pass where they disagree', () => {
    const torn: Engine = { ...dual, verify: () => 'engines-disagree' };
    expect(judged([byA], [keyA], { engine: torn })).toMatchObject({
      ok: false,
      reasons: ['signature.valid engines-disagree'],
    });
    const tornOnce: Engine = {
      ...dual,
      verify: (scheme, key, m, sig) => (key === keyB.key ? 'engines-disagree' : dual.verify(scheme, key, m, sig)),
    };
    expect(judged([byA, byB], [keyA, keyB], { engine: tornOnce })).toMatchObject({ ok: false });
  });
});
