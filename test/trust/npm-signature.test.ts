// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Check } from '../../src/model/check.ts';
import type { Instant } from '../../src/model/instant.ts';
import { bundledRegistryKeys } from '../../src/trust/bundled.ts';
import { parseRegistryKeys, type RegistryKey } from '../../src/trust/npm-keys.ts';
import { type RegistrySignatureRequest, verifyRegistrySignature } from '../../src/trust/npm-signature.ts';
import { document, type Loose } from './roots.ts';

const time = (text: string): Instant => parseRfc3339(text).time;
const summary = (checks: readonly Check[]) =>
  checks.map((check) => [check.id, check.outcome, 'reason' in check ? check.reason : null]);

/**
 * The registry's signature of sigstore 1.0.0, as figures: transcribed from npm/cli, test/lib/commands/audit.js, commit
 * 780afc50e3a345feb1871a28e33fa48235bc3bd5. It verifies under the key that this build carries.
 */
const REAL: RegistrySignatureRequest = {
  name: 'sigstore',
  version: '1.0.0',
  integrity: 'sha512-e+qfbn/zf1+rCza/BhIA//Awmf0v1pa5HQS8Xk8iXrn9bgytytVLqYD0P7NSqZ6IELTgq+tcDvLPkQjNHyWLNg==',
  keyId: 'SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA',
  signature: 'MEQCIBlpcHT68iWOpx8pJr3WUzD1EqQ7tb0CmY36ebbceR6IAiAVGRaxrFoyh0/5B7H1o4VFhfsHw9F8G+AxOZQq87q+lg==',
  keys: bundledRegistryKeys().keys,
  signedAt: time('2023-06-01T00:00:00Z'),
  engine: nativeEngine,
  at: { evidence: 'sigstore@1.0.0', pointer: '' },
};
const verify = (over: Partial<RegistrySignatureRequest> = {}) => summary(verifyRegistrySignature({ ...REAL, ...over }));
const KEY_OK = ['key.trusted', 'passed', null];
const SIGNATURE_OK = ['package.signature', 'passed', null];

describe("a real registry signature, under the bundled registry's key", () => {
  it('verifies', () => {
    expect(verify()).toEqual([KEY_OK, SIGNATURE_OK]);
  });

  it('names what a second examiner needs', () => {
    const [key, signature] = verifyRegistrySignature(REAL);
    expect(key!.facts).toMatchObject({
      keyId: REAL.keyId,
      scheme: 'ecdsa-p256-sha256',
      signedAt: '2023-06-01T00:00:00Z',
    });
    expect(signature!.facts).toMatchObject({ name: 'sigstore', version: '1.0.0', integrity: REAL.integrity });
  });

  it('is over this name, version and integrity', () => {
    const wrong = ['package.signature', 'failed', 'signature-mismatch'];
    expect(verify({ name: 'sigstor' })).toEqual([KEY_OK, wrong]);
    expect(verify({ version: '1.0.1' })).toEqual([KEY_OK, wrong]);
    expect(verify({ integrity: REAL.integrity.replace('e+qf', 'e+qg') })).toEqual([KEY_OK, wrong]);
  });

  it('is by this key', () => {
    expect(verify({ keyId: 'SHA256:AAAA' })).toEqual([
      ['key.trusted', 'indeterminate', 'key-id-unknown'],
      ['package.signature', 'skipped', 'prerequisite-not-passed'],
    ]);
    expect(verify({ keys: [] })[0]).toEqual(['key.trusted', 'indeterminate', 'key-id-unknown']);
    expect(
      verify({
        keyId: 'SHA256:DhQ8wR5APBvFHLF/+Tc+AYvPOdTpcIDqOhxsBHRwC7U',
        signedAt: time('2025-06-01T00:00:00Z'),
      }),
    ).toEqual([KEY_OK, ['package.signature', 'failed', 'signature-mismatch']]);
  });

  it('counts no key that is for attestations only', () => {
    const keys = REAL.keys.filter((key) => key.usage === 'npm:attestations');
    expect(keys.length).toBeGreaterThan(0);
    expect(verify({ keys })[0]).toEqual(['key.trusted', 'indeterminate', 'key-id-unknown']);
  });

  it('is strict base64 of strict DER', () => {
    expect(verify({ signature: 'bogus' })[1]).toEqual(['package.signature', 'failed', 'base64-invalid']);
    expect(verify({ signature: `${REAL.signature}\n` })[1]).toEqual(['package.signature', 'failed', 'base64-invalid']);
    expect(verify({ signature: '' })[1]).toEqual(['package.signature', 'failed', 'signature-encoding']);
    const trailing = Buffer.concat([Buffer.from(REAL.signature, 'base64'), Buffer.of(0)]).toString('base64');
    expect(verify({ signature: trailing })[1]).toEqual(['package.signature', 'failed', 'signature-encoding']);
  });
});

describe("the window of a registry's key", () => {
  const refused = (reason: string) => [['key.trusted', 'indeterminate', reason], SIGNATURE_OK];

  it('wants a time of signing where the key ends', () => {
    expect(verify({ signedAt: null })).toEqual(refused('key-window-unproven'));
  });

  it('includes both of its ends, to the nanosecond', () => {
    const end = time('2025-01-29T00:00:00Z');
    const start = time('1999-01-01T00:00:00Z');
    expect(verify({ signedAt: end })).toEqual([KEY_OK, SIGNATURE_OK]);
    expect(verify({ signedAt: (end + 1n) as Instant })).toEqual(refused('key-window'));
    expect(verify({ signedAt: start })).toEqual([KEY_OK, SIGNATURE_OK]);
    expect(verify({ signedAt: (start - 1n) as Instant })).toEqual(refused('key-window'));
  });

  it('may be one of several of the same key', () => {
    const [key] = REAL.keys;
    const later: RegistryKey = {
      ...key!,
      validFor: { notBefore: time('2030-01-01T00:00:00Z'), notAfter: time('2031-01-01T00:00:00Z') },
    };
    const keys = [key!, later];
    expect(verify({ keys, signedAt: time('2030-06-01T00:00:00Z') })).toEqual([KEY_OK, SIGNATURE_OK]);
    expect(verify({ keys, signedAt: time('2029-06-01T00:00:00Z') })).toEqual(refused('key-window'));
  });

  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = (over: Loose) => {
    const served = {
      keyid: 'own',
      scheme: 'ecdsa-sha2-nistp256',
      key: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    };
    const { keys } = parseRegistryKeys(document({ keys: [{ ...served, ...over }] }), 'own');
    const text = `${REAL.name}@${REAL.version}:${REAL.integrity}`;
    const signature = sign(
      'sha256',
      Buffer.from(text),
      createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    );
    return { keys, keyId: 'own', signature: signature.toString('base64') };
  };

  it('is no question for a key without expiry', () => {
    expect(verify({ ...own({ expires: null }), signedAt: null })).toEqual([KEY_OK, SIGNATURE_OK]);
    expect(verify({ ...own({ expires: null }), signedAt: time('2099-01-01T00:00:00Z') })).toEqual([
      KEY_OK,
      SIGNATURE_OK,
    ]);
    expect(verify({ ...own({ expires: '2020-01-01T00:00:00Z' }), signedAt: null })).toEqual(
      refused('key-window-unproven'),
    );
  });

  it('with a beginning only passes without a time, and never before it', () => {
    const keys = own({}).keys.map((key) => ({
      ...key,
      validFor: { notBefore: time('2025-01-13T00:00:00Z'), notAfter: null },
    }));
    const request = { ...own({}), keys };
    expect(verify({ ...request, signedAt: null })).toEqual([KEY_OK, SIGNATURE_OK]);
    expect(verify({ ...request, signedAt: time('2025-01-12T23:59:59Z') })).toEqual(refused('key-window'));
  });

  it('does not excuse a weak key', () => {
    const keys = own({}).keys.map((key) => ({ ...key, key: { ...key.key, weakness: 'made so for this test' } }));
    expect(verify({ ...own({}), keys })[0]).toEqual(['key.trusted', 'indeterminate', 'key-weak']);
  });
});

describe('the text that a registry signs (attacks L04)', () => {
  const refused = ['package.signature', 'failed', 'package-coordinates'];
  it('is read in one way only: no part holds what parts them', () => {
    for (const name of [
      '',
      'a@1',
      'a:b',
      '@/a',
      '@a',
      '@a/',
      '@a/b/c',
      'a/b',
      'a b',
      'a\n',
      'ä',
      '@@a/b',
      'x'.repeat(215),
    ]) {
      expect([name, verify({ name })[1]]).toEqual([name, refused]);
    }
    for (const version of ['', '1.0.0@x', '1.0.0:', '1.0.0\n', ' 1.0.0', '1.0.0/x', '9'.repeat(257)]) {
      expect([version, verify({ version })[1]]).toEqual([version, refused]);
    }
    for (const name of ['@scope/a', 'JSONStream', 'a.b-c_d~e', "(a)!*'"]) {
      expect([name, verify({ name })[1]![2]]).toEqual([name, 'signature-mismatch']);
    }
    expect(verify({ version: '1.0.0-rc.1+x' })[1]![2]).toBe('signature-mismatch');
  });

  it('holds one strong integrity', () => {
    const sha512 = REAL.integrity;
    for (const integrity of [
      '',
      'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
      'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      `${sha512} ${sha512}`,
      `sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= ${sha512}`,
      `${sha512}?x`,
      `${sha512}\n`,
      sha512.slice(0, -1),
      sha512.replace('Ng==', 'Nh=='),
      sha512.replaceAll('+', '-'),
      sha512.slice(7),
      sha512.toUpperCase(),
    ]) {
      expect([integrity, verify({ integrity })[1]]).toEqual([integrity, refused]);
    }
  });
});
