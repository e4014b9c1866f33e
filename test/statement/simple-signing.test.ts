// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { openSimpleSigning } from '../../src/envelope/simple-signing.ts';
import { parseSimpleSigning } from '../../src/statement/simple-signing.ts';

const at = { evidence: 'layer', pointer: '' };
const text = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const HEX = 'ab'.repeat(32);
const critical = (changes: Record<string, unknown> = {}) => ({
  identity: { 'docker-reference': 'r.example/a' },
  image: { 'docker-manifest-digest': `sha256:${HEX}` },
  type: 'cosign container image signature',
  ...changes,
});
const reason = (value: unknown) => {
  const [check] = parseSimpleSigning(text(value), at).checks;
  return check !== undefined && 'reason' in check ? check.reason : 'passed';
};

describe("cosign's payload of an image", () => {
  it('names an image by digest and by reference', () => {
    const result = parseSimpleSigning(text({ critical: critical(), optional: null }), at);
    expect(result).toMatchObject({
      ok: true,
      value: { reference: 'r.example/a', algorithm: 'sha256', hex: HEX },
      findings: [],
    });
    expect(
      parseSimpleSigning(text({ critical: critical(), optional: { tag: 'v1' } }), at).findings.map(({ code }) => code),
    ).toEqual(['image-payload-optional']);
  });

  it.each([
    ['no JSON', 'hello', 'image-payload-format'],
    ['a list', [], 'image-payload-format'],
    [
      'a digest twice',
      `{"critical":{"image":{"docker-manifest-digest":"a","docker-manifest-digest":"b"}}}`,
      'json-duplicate-key',
    ],
    ['no critical', { optional: {} }, 'image-payload-format'],
    ['another type', { critical: critical({ type: 'atomic container signature' }) }, 'image-payload-format'],
    ['no identity', { critical: critical({ identity: undefined }) }, 'image-payload-format'],
    ['an unknown critical member', { critical: critical({ x: 1 }) }, 'image-payload-format'],
    [
      'an unknown member of the image',
      { critical: critical({ image: { 'docker-manifest-digest': `sha256:${HEX}`, x: 1 } }) },
      'image-payload-format',
    ],
    [
      'a digest in capitals',
      { critical: critical({ image: { 'docker-manifest-digest': `sha256:${HEX.toUpperCase()}` } }) },
      'image-payload-format',
    ],
    [
      'a digest that is short',
      { critical: critical({ image: { 'docker-manifest-digest': 'sha256:ab' } }) },
      'image-payload-format',
    ],
    [
      'a weak digest',
      { critical: critical({ image: { 'docker-manifest-digest': `sha1:${'a'.repeat(40)}` } }) },
      'image-payload-format',
    ],
    [
      'a digest that is no text',
      { critical: critical({ image: { 'docker-manifest-digest': 5 } }) },
      'image-payload-format',
    ],
  ])('is refused with %s', (_, value, expected) => {
    expect(reason(value)).toBe(expected);
  });
});

describe('a layer that holds one', () => {
  const open = (annotations: Record<string, string>) => openSimpleSigning(text('{}'), annotations, at);
  const refusal = (annotations: Record<string, string>) =>
    open(annotations).checks.flatMap((check) =>
      'reason' in check && check.outcome !== 'skipped' ? [check.reason] : [],
    );
  const sig = { 'dev.cosignproject.cosign/signature': 'AAAA' };

  it('takes signature, certificate, promise and token from its annotations, and nothing from others', () => {
    const payload = { body: 'e30=', integratedTime: 1, logIndex: 2, logID: 'ab' };
    const opened = open({
      ...sig,
      'dev.sigstore.cosign/certificate': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      'dev.sigstore.cosign/chain': '-----BEGIN CERTIFICATE-----\nAAAB\n-----END CERTIFICATE-----\n',
      'dev.sigstore.cosign/bundle': JSON.stringify({ SignedEntryTimestamp: 'AAAA', Payload: payload }),
      'dev.sigstore.cosign/rfc3161timestamp': JSON.stringify({ SignedRFC3161Timestamp: 'AAAA' }),
      'org.example/author': 'nobody',
    });
    if (!opened.ok) throw new Error('did not open');
    const [entity] = opened.value;
    expect(entity).toMatchObject({
      envelope: 'cosign-image-signature',
      signer: { kind: 'certificate', form: 'chain' },
    });
    expect([entity.logEntries.length, entity.timestamps.length, entity.signatures.length]).toEqual([1, 1, 1]);
  });

  it('without a signature is unsigned', () => {
    expect(refusal({})).toEqual(['signature-absent']);
  });

  it.each([
    ['a signature that is no base64', { 'dev.cosignproject.cosign/signature': '!' }, 'base64-invalid'],
    ['a certificate that is none', { ...sig, 'dev.sigstore.cosign/certificate': 'x' }, 'pem-invalid'],
    ['a promise that is no JSON', { ...sig, 'dev.sigstore.cosign/bundle': 'x' }, 'json-invalid'],
    ['a promise without its payload', { ...sig, 'dev.sigstore.cosign/bundle': '{}' }, 'json-shape'],
    ['a token that is no JSON', { ...sig, 'dev.sigstore.cosign/rfc3161timestamp': 'x' }, 'json-invalid'],
  ])('is refused with %s', (_, annotations, expected) => {
    expect(refusal(annotations)).toEqual([expected]);
  });
});
