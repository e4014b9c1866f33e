// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { ENVELOPES } from '../../src/envelope/envelopes.ts';
import { base64, open, opened, refusal } from './support.ts';

const entry = {
  logIndex: '1',
  logId: { keyId: base64('log') },
  kindVersion: { kind: 'dsse', version: '0.0.1' },
  canonicalizedBody: base64('{}'),
};
const attestation = (changes: Record<string, unknown> = {}) => ({
  version: 1,
  verification_material: { certificate: base64('der'), transparency_entries: [entry] },
  envelope: { statement: base64('{}'), signature: base64('sig') },
  ...changes,
});
const publisher = { kind: 'GitHub', repository: 'o/r', workflow: 'w.yml', environment: null, claims: { sub: 'x' } };
const provenance = (...attestations: readonly unknown[]) => ({
  version: 1,
  attestation_bundles: [{ publisher, attestations }],
});

describe('an attestation of PEP 740', () => {
  it('is an envelope whose signature is over the PAE of the statement', () => {
    const entity = opened(attestation());
    expect(entity).toMatchObject({ envelope: 'pypi-attestation', version: '1', signatures: [{ keyHint: null }] });
    if (entity.content.kind !== 'dsse') throw new Error('no envelope');
    expect(new TextDecoder().decode(entity.content.pae)).toBe('DSSEv1 28 application/vnd.in-toto+json 2 {}');
    expect(entity.logEntries[0]!.at.pointer).toBe('/verification_material/transparency_entries/0');
  });

  it.each([
    ['version 2', attestation({ version: 2 }), 'bundle-version-unsupported'],
    ['a version that is a text', attestation({ version: '1' }), 'bundle-version-unsupported'],
    ['no version', attestation({ version: undefined }), 'bundle-version-unsupported'],
    ['no envelope', attestation({ envelope: undefined }), 'json-shape'],
    ['an empty signature', attestation({ envelope: { statement: 'e30=', signature: '' } }), 'envelope-format'],
    ['an empty certificate', attestation({ verification_material: { certificate: '' } }), 'envelope-format'],
    [
      'a signature with a line break',
      attestation({ envelope: { statement: 'e30=', signature: 'AA\nAA' } }),
      'base64-invalid',
    ],
    [
      '33 log entries',
      attestation({ verification_material: { certificate: 'AAAA', transparency_entries: Array(33).fill(entry) } }),
      'limit-exceeded',
    ],
  ])('is refused with %s', (_, value, reason) => {
    expect(refusal(value)).toBe(`envelope.format ${reason}`);
  });

  it('names what is not of its format', () => {
    const result = open(attestation({ mediaHint: 'x' }));
    expect(result.findings.map(({ code }) => code)).toEqual(['unknown-member']);
  });
});

describe('a provenance object of PEP 740', () => {
  it('is one entity an attestation, each at its place, with what the index says of the publisher', () => {
    const result = open(provenance(attestation(), attestation()));
    if (!result.ok) throw new Error('did not open');
    expect(result.value.map(({ at }) => at.pointer)).toEqual([
      '/attestation_bundles/0/attestations/0',
      '/attestation_bundles/0/attestations/1',
    ]);
    expect(result.value[0].publisher).toEqual({ kind: 'GitHub', fields: { repository: 'o/r', workflow: 'w.yml' } });
    expect(result.checks.map(({ id }) => id)).toEqual(Array(2).fill(['envelope.format', 'envelope.signatures']).flat());
  });

  it.each([
    ['version 2', { ...provenance(attestation()), version: 2 }, 'bundle-version-unsupported'],
    ['no attestation', provenance(), 'input-empty'],
    [
      'a second attestation that is malformed',
      provenance(attestation(), attestation({ version: 3 })),
      'bundle-version-unsupported',
    ],
    ['an attestation that is none', provenance(5), 'json-shape'],
    ['bundles that are no list', { version: 1, attestation_bundles: {} }, 'json-shape'],
    [
      'a publisher that is a text',
      { version: 1, attestation_bundles: [{ publisher: 'GitHub', attestations: [] }] },
      'json-shape',
    ],
  ])('is refused with %s', (_, value, reason) => {
    expect(refusal(value)).toBe(`envelope.format ${reason}`);
  });
});

describe("cosign's bundle of old", () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  const body = {
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: { data: { hash: { algorithm: 'sha256', value: 'ab'.repeat(32) } } },
  };
  const rekorBundle = {
    SignedEntryTimestamp: base64('set'),
    Payload: { body: base64(JSON.stringify(body)), integratedTime: 5, logIndex: 7, logID: 'c0ff' },
  };
  const bundle = (changes: Record<string, unknown> = {}) => ({
    base64Signature: base64('sig'),
    cert: base64(certificate),
    rekorBundle,
    ...changes,
  });

  it('is a message signature with a promise, and the digest that the entry names', () => {
    const entity = opened(bundle());
    expect(entity).toMatchObject({ envelope: 'cosign-bundle', signer: { kind: 'certificate', form: 'certificate' } });
    expect(entity.content).toEqual({
      kind: 'message',
      digest: { algorithm: 'sha256', value: new Uint8Array(32).fill(0xab) },
    });
    expect(entity.logEntries[0]).toMatchObject({
      kind: 'hashedrekord',
      version: '0.0.1',
      logIndex: 7n,
      integratedTime: 5n,
      proof: null,
    });
    expect(entity.logEntries[0]!.logId).toEqual(new Uint8Array([0xc0, 0xff]));
  });

  it('takes PEM with and without base64 around it, and trusts no key that it finds', () => {
    expect(opened(bundle({ cert: certificate })).signer.kind).toBe('certificate');
    const key = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';
    expect(opened(bundle({ cert: base64(key) })).signer).toEqual({ kind: 'key', hint: null });
    expect(opened(bundle({ cert: undefined })).signer).toEqual({ kind: 'key', hint: null });
  });

  it('holds a whole envelope where an attestation was signed', () => {
    const envelope = { payloadType: 'application/vnd.in-toto+json', payload: 'e30=', signatures: [{ sig: 'AAAA' }] };
    expect(opened(bundle({ base64Signature: base64(JSON.stringify(envelope)) })).content.kind).toBe('dsse');
  });

  it('is opened without an entry, and then nothing has witnessed it', () => {
    const entity = opened(bundle({ rekorBundle: undefined }));
    expect([entity.logEntries, entity.content]).toEqual([[], { kind: 'message', digest: null }]);
  });

  it.each([
    ['no signature', { base64Signature: '' }, 'envelope-format'],
    ['a signature that is no base64', { base64Signature: '!' }, 'base64-invalid'],
    ['a certificate that is none', { cert: base64('hello') }, 'pem-invalid'],
    [
      'a private key',
      { cert: base64('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n') },
      'key-private',
    ],
    ['no promise', { rekorBundle: { Payload: rekorBundle.Payload } }, 'json-shape'],
    [
      'a log id that is no hex',
      { rekorBundle: { ...rekorBundle, Payload: { ...rekorBundle.Payload, logID: 'xy' } } },
      'hex-invalid',
    ],
    [
      'a time after the year 9999',
      { rekorBundle: { ...rekorBundle, Payload: { ...rekorBundle.Payload, integratedTime: 1e15 } } },
      'time-invalid',
    ],
  ])('is refused with %s', (_, changes, reason) => {
    expect(refusal(bundle(changes))).toBe(`envelope.format ${reason}`);
  });
});

it('no document is of two kinds, whatever marks it bears', () => {
  const marks: readonly Record<string, unknown>[] = [
    { verification_material: {} },
    { attestation_bundles: [] },
    { base64Signature: 'AAAA' },
    { verificationMaterial: {} },
    { payloadType: 'x', payload: '', signatures: [] },
    { _type: 'https://in-toto.io/Statement/v1', predicateType: 'x' },
    { attestations: [{ bundle: {} }] },
    { signed: { _type: 'link' }, signatures: [] },
  ];
  for (let set = 0; set < 1 << marks.length; set++) {
    const document = Object.assign({}, ...marks.filter((_, i) => (set & (1 << i)) !== 0));
    const kinds = Object.values(ENVELOPES).filter((kind) => kind.recognises(document));
    expect(kinds.map(({ id }) => id).slice(1), JSON.stringify(document)).toEqual([]);
  }
});
