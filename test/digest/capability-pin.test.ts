// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AttestationSigner, dsseAttestation, hexAttestation } from '../../src/attest/attestation-signer.ts';
import {
  type AttestationConfig,
  AttestationError,
  attestAtStart,
  attestServerDigest,
  buildTrustCapability,
  verifyAttestation,
  verifyCapabilityPin,
} from '../../src/attest/capability-pin.ts';
import { computeServerDigest } from '../../src/attest/server-digest.ts';
import { hmacSigner } from '../../src/attest/signers/hmac.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';

// Python: hashlib.sha256 of the canonical text; hmac.new(secret, digest.encode(), sha256).
const SURFACE = { echo: { input: { type: 'string' }, description: 'says it again' } };
const DIGEST = '4f3edda08cfefdd39c37884a2ce2c1a6e7c85e1d0be8b31a383b4e52f976501b';
const MAC = '4bdcef0b751c7b684477949ca12f6a6b16413ef41118bf38178e0bf568a66348';
const secret = '0123456789abcdef0123456789abcdef';
const config: AttestationConfig = { signer: 'hmac', secret, attestedAt: '2026-03-01T00:00:00Z' };
const server = computeServerDigest(SURFACE);

describe('the digest of a surface', () => {
  it('has the known answer, whatever the order of its keys', () => {
    expect(server.digest).toBe(DIGEST);
    expect(computeServerDigest({ echo: { description: 'says it again', input: { type: 'string' } } })).toEqual(server);
  });
  it('tells which tool is another', () => {
    const two = computeServerDigest({ ...SURFACE, add: {} });
    expect(two.digest).not.toBe(server.digest);
    expect(two.tools['echo']).toBe(server.tools['echo']);
  });
});

describe('an attestation', () => {
  it('is the HMAC-SHA-256 over the digest as text', async () => {
    const made = await attestServerDigest(server, config);
    expect(made).toEqual({
      valid: true,
      computedDigest: DIGEST,
      expectedDigest: null,
      signature: MAC,
      signerName: 'hmac-sha256',
      attestedAt: config.attestedAt,
      error: null,
    });
    expect(createHmac('sha256', secret).update(DIGEST).digest('hex')).toBe(MAC);
  });
  it('verifies', async () => {
    expect(await verifyAttestation(server, MAC, config)).toMatchObject({ valid: true, error: null });
  });
  it.each([
    ['another digest', { digest: DIGEST.replace('4', '5') }, MAC, {}],
    ['another signature', server, MAC.replace('4', '5'), {}],
    ['a cut signature', server, MAC.slice(2), {}],
    ['no hexadecimal', server, 'zz', {}],
    ['another secret', server, MAC, { secret: 'x'.repeat(32) }],
    ['another expected digest', server, MAC, { expectedDigest: '0'.repeat(64) }],
    ['an expected digest that is none', server, MAC, { expectedDigest: 'abc' }],
  ])('does not, with %s', async (_, digest, signature, more) => {
    const result = await verifyAttestation(digest, signature, { ...config, ...more });
    expect(result.valid).toBe(false);
    expect(typeof result.error).toBe('string');
  });
  it('is not made where the digest is not the expected one', async () => {
    const result = await attestServerDigest(server, { ...config, expectedDigest: '0'.repeat(64) });
    expect(result).toMatchObject({ valid: false, signature: null });
  });
  it('takes no weak secret', async () => {
    await expect(attestServerDigest(server, { ...config, secret: 'short' })).rejects.toMatchObject({
      reason: 'key-weak',
    });
  });
});

describe('a pin at start-up', () => {
  const wrong = { ...config, expectedDigest: '0'.repeat(64) };
  it('ends the start, and says what was expected', async () => {
    const error = await verifyCapabilityPin(server, wrong).catch((found: unknown) => found);
    expect(error).toBeInstanceOf(AttestationError);
    expect((error as AttestationError).attestation).toMatchObject({
      valid: false,
      computedDigest: DIGEST,
      expectedDigest: '0'.repeat(64),
      error: expect.stringContaining(DIGEST),
    });
  });
  it('only tells, where it shall not fail', async () => {
    expect(await verifyCapabilityPin(server, { ...wrong, failOnMismatch: false })).toMatchObject({ valid: false });
  });
  it('passes by digest, by signature, by both', async () => {
    for (const more of [
      { expectedDigest: `sha256:${DIGEST.toUpperCase()}` },
      { signature: MAC },
      { expectedDigest: DIGEST, signature: MAC },
    ])
      expect(await verifyCapabilityPin(server, { ...config, ...more })).toMatchObject({ valid: true });
  });
  it('is nothing without a pin', async () => {
    await expect(verifyCapabilityPin(server, config)).rejects.toBeInstanceOf(AttestationError);
  });
  it('is told as a capability', async () => {
    const attestation = await attestServerDigest(server, config);
    expect(buildTrustCapability(attestation, 1)).toEqual({
      serverDigest: DIGEST,
      signature: MAC,
      signerName: 'hmac-sha256',
      attestedAt: '2026-03-01T00:00:00Z',
      toolCount: 1,
      verified: true,
    });
  });
});

describe('attestAtStart', () => {
  it('computes nothing where nothing is configured', async () => {
    const asked = () => {
      throw new Error('the surface was asked for');
    };
    expect(await attestAtStart(asked, undefined)).toBeNull();
    expect(await attestAtStart(asked, null)).toBeNull();
  });
  it('exposes the capability, unless it shall not', async () => {
    const pinned = { ...config, expectedDigest: DIGEST };
    const shown = await attestAtStart(() => SURFACE, pinned);
    expect(shown?.capabilities.fusionTrust).toMatchObject({ serverDigest: DIGEST, toolCount: 1, verified: true });
    const hidden = await attestAtStart(() => SURFACE, { ...pinned, exposeCapability: false });
    expect(hidden?.capabilities).toEqual({});
  });
});

describe('signers of both forms', () => {
  const plain = hmacSigner(encodeUtf8(secret), nativeEngine);
  const about = { subject: 'surface.json', attestedAt: '2026-03-01T00:00:00Z', toolCount: 1 };
  const forms: readonly [string, AttestationSigner][] = [
    ['hex', hexAttestation(plain)],
    ['dsse', dsseAttestation(plain, about)],
  ];
  it.each(forms)('%s: verifies what it has signed, and nothing else', async (_, signer) => {
    const signature = await signer.sign(DIGEST);
    expect(await signer.verify(DIGEST, signature)).toBe(true);
    expect(await signer.verify(DIGEST.replace('4', '5'), signature)).toBe(false);
    for (const garbage of [
      '',
      '{}',
      '{"payload":"e30","payloadType":"application/vnd.in-toto+json","signatures":[]}',
      'null',
    ])
      expect(await signer.verify(DIGEST, garbage)).toBe(false);
  });
  it('never takes one form for the other', async () => {
    const [[, hex], [, dsse]] = forms as [(typeof forms)[0], (typeof forms)[0]];
    expect(await hex.verify(DIGEST, await dsse.sign(DIGEST))).toBe(false);
    expect(await dsse.verify(DIGEST, await hex.sign(DIGEST))).toBe(false);
  });
});
