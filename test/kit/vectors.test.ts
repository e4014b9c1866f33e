// SPDX-License-Identifier: Apache-2.0
import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Engine, loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { parseJson } from '../../src/encoding/json.ts';
import { runVectorFile } from '../../src/kit/vectors.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import { describeCorpus } from '../support/corpora.ts';

const noble = await loadEngine('noble');
const dual = await loadEngine('dual');

describeCorpus('wycheproof', (folder) => {
  const base = join(folder, 'testvectors_v1');
  const files = readdirSync(base).filter((name) => name.endsWith('.json'));
  const run = (name: string, engine: Engine) => runVectorFile(parseJson(readFileSync(join(base, name))), name, engine);

  it('has files', () => expect(files.length).toBeGreaterThanOrEqual(8));

  describe.each(files)('%s', (name) => {
    it('is judged as published by native, without exception', () => {
      const report = run(name, nativeEngine);
      expect(report.failed).toEqual([]);
      expect(report.passed).toBeGreaterThan(0);
      const aside = report.unsupported.reduce((sum, group) => sum + group.tests, 0);
      expect(report.passed + aside).toBe(report.tests);
      for (const { why } of report.unsupported) expect(why).toMatch(/truncated to 128 bits/);
    });

    it('is judged as published by both engines together', { timeout: 120_000 }, () => {
      const report = run(name, dual);
      expect(report.failed).toEqual([]);
      expect(report.passed).toBe(run(name, nativeEngine).passed);
    });

    it('is judged as published by noble, or set aside as a whole', { timeout: 120_000 }, () => {
      const report = run(name, noble);
      expect(report.failed).toEqual([]);
      if (!name.startsWith('rsa_')) expect(report.passed).toBe(run(name, nativeEngine).passed);
      else expect([report.passed, report.unsupported[0]?.why]).toEqual([0, expect.stringMatching(/engine noble/)]);
    });
  });

  it('says which keys are weak', () => {
    const report = run('rsa_signature_2048_sha256_test.json', nativeEngine);
    expect(report.weakKeys.map(({ weakness }) => weakness)).toEqual(
      Array(2).fill(expect.stringMatching(/exponent is 3/)),
    );
  });
});

const test = (fields: JsonObject): JsonObject => ({
  tcId: 1,
  comment: 'made up',
  flags: [],
  msg: '00',
  result: 'valid',
  ...fields,
});
const file = (algorithm: string, ...testGroups: JsonObject[]): JsonObject => ({ algorithm, schema: 'x', testGroups });
const spkiHex = (key: KeyObject): string => encodeHex(Uint8Array.from(key.export({ format: 'der', type: 'spki' })));
const run = (json: JsonObject, engine: Engine = nativeEngine) => runVectorFile(json, 'made up', engine);

const SIGNED: JsonObject = {
  type: 'EcdsaVerify',
  publicKeyDer: spkiHex(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey),
  sha: 'SHA-256',
  tests: [test({ sig: '00', result: 'invalid' })],
};

describe('a vector file', () => {
  it('may say what it holds', () => {
    const said = { ...file('ECDSA', SIGNED), schema: 'ecdsa_verify_schema_v1.json', numberOfTests: 1 };
    expect(run(said)).toMatchObject({ tests: 1, passed: 1 });
  });
  const key = Uint8Array.from({ length: 32 }, (_, i) => i);
  const tag = createHmac('sha256', key).update(Uint8Array.of(0)).digest('hex');
  const group = (fields: JsonObject, ...tests: JsonObject[]): JsonObject => ({
    type: 'MacTest',
    keySize: 256,
    tagSize: 256,
    tests,
    ...fields,
  });
  const mac = (fields: JsonObject): JsonObject => test({ key: encodeHex(key), tag, ...fields });

  it('counts what was judged as published, and names what was not', () => {
    const report = run(
      file(
        'HMACSHA256',
        group(
          {},
          mac({}),
          mac({ tcId: 2, result: 'invalid' }),
          mac({ tcId: 3, tag: '00' }),
          mac({ tcId: 4, tag: '00', result: 'invalid' }),
        ),
      ),
    );
    expect(report).toMatchObject({
      tests: 4,
      passed: 2,
      engine: 'native',
      algorithm: 'HMACSHA256',
      unsupported: [],
      weakKeys: [],
    });
    expect(report.failed).toEqual([
      { tcId: 2, comment: 'made up', published: 'invalid', outcome: 'valid' },
      { tcId: 3, comment: 'made up', published: 'valid', outcome: 'invalid' },
    ]);
  });

  it('lets an acceptable vector go either way, but not undecided', () => {
    const either = [mac({ result: 'acceptable' }), mac({ result: 'acceptable', tag: '00' })];
    expect(run(file('HMACSHA256', group({}, ...either)))).toMatchObject({ passed: 2, failed: [] });
    const undecided: Engine = { ...nativeEngine, verifyMac: () => 'engines-disagree' };
    const report = run(file('HMACSHA256', group({}, ...either, mac({ result: 'invalid' }))), undecided);
    expect(report.passed).toBe(0);
    expect(report.failed.map(({ outcome }) => outcome)).toEqual(Array(3).fill('engines-disagree'));
  });

  it.each([
    ['a truncated MAC', file('HMACSHA256', group({ tagSize: 128 }, mac({})))],
    ['another MAC', file('HMACSHA3-256', group({}, mac({})))],
    ['a MAC by the name of an object member', file('constructor', group({}, mac({})))],
    ['another kind of group', file('AES-GCM', { type: 'AeadTest', tests: [mac({})] })],
    ['a kind by the name of an object member', file('x', { type: 'constructor', tests: [mac({})] })],
  ])('sets %s aside, and passes nothing', (_, json) => {
    const report = run(json);
    expect(report).toMatchObject({ tests: 1, passed: 0, failed: [] });
    expect(report.unsupported).toEqual([{ group: 0, tests: 1, why: expect.stringMatching(/not on the list/) }]);
  });

  it('sets curves, hashes and salts aside that are not on the list', () => {
    const k1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey;
    const p256 = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const ed448 = generateKeyPairSync('ed448').publicKey;
    const tests = [test({ sig: '00' })];
    const ecdsa = { type: 'EcdsaVerify', tests };
    const pss = {
      type: 'RsassaPssVerify',
      publicKeyDer: spkiHex(rsa),
      sha: 'SHA-256',
      mgf: 'MGF1',
      mgfSha: 'SHA-256',
      sLen: 32,
      tests,
    };
    const aside: [string, JsonObject][] = [
      ['ECDSA', { ...ecdsa, publicKeyDer: spkiHex(k1), sha: 'SHA-256' }],
      ['ECDSA', { ...ecdsa, publicKeyDer: spkiHex(p256), sha: 'SHA3-256' }],
      ['ECDSA', { ...ecdsa, publicKeyDer: spkiHex(p256), sha: 'SHA-1' }],
      ['ECDSA', { ...ecdsa, publicKeyDer: spkiHex(rsa), sha: 'SHA-256' }],
      ['EDDSA', { type: 'EddsaVerify', publicKeyDer: spkiHex(ed448), tests }],
      ['EDDSA', { type: 'EddsaVerify', publicKeyDer: spkiHex(p256), tests }],
      ['RSASSA-PSS', { ...pss, sLen: 20 }],
      ['RSASSA-PSS', { ...pss, sLen: 0 }],
      ['RSASSA-PSS', { ...pss, mgfSha: 'SHA-1' }],
      ['RSASSA-PSS', { ...pss, mgf: 'SHAKE128' }],
      ['RSASSA-PSS', { ...pss, sha: 'SHA-224', mgfSha: 'SHA-224', sLen: 28 }],
      ['RSASSA-PKCS1-v1_5', { type: 'RsassaPkcs1Verify', publicKeyDer: spkiHex(rsa), sha: 'SHA-512/256', tests }],
    ];
    for (const [algorithm, group] of aside) {
      const report = run(file(algorithm, group));
      expect(report.unsupported).toHaveLength(1);
      expect(report).toMatchObject({ tests: 1, passed: 0, failed: [] });
    }
  });

  it('holds a refused key for a refused signature, and never for a good one', () => {
    const point = spkiHex(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey).slice(0, -128);
    const off = { type: 'EcdsaVerify', publicKeyDer: point + 'ff'.repeat(64), sha: 'SHA-256' };
    const report = run(
      file('ECDSA', { ...off, tests: [test({ sig: '3006020101020101' }), test({ sig: '00', result: 'invalid' })] }),
    );
    expect(report).toMatchObject({ passed: 1, failed: [{ published: 'valid', outcome: 'invalid' }] });
    expect(report.weakKeys).toHaveLength(1);
  });

  it.each<[string, JsonObject, string]>([
    ['no object', [] as unknown as JsonObject, 'json-shape'],
    ['nothing', {}, 'json-shape'],
    ['no groups', { algorithm: 'ECDSA' }, 'json-shape'],
    ['a group that is none', file('ECDSA', 5 as unknown as JsonObject), 'json-shape'],
    ['a group without a type', file('ECDSA', { tests: [] }), 'json-shape'],
    ['a group without a key', file('ECDSA', { type: 'EcdsaVerify', sha: 'SHA-256', tests: [] }), 'json-shape'],
    ['a group with half a digit', file('EDDSA', { type: 'EddsaVerify', publicKeyDer: '0', tests: [] }), 'hex-invalid'],
    ['an unknown result', file('HMACSHA256', group({}, mac({ result: 'maybe' }))), 'json-shape'],
    ['a test without a tag', file('HMACSHA256', group({}, { ...mac({}), tag: null })), 'json-shape'],
    [
      'one test more than it promises',
      { ...file('HMACSHA256', group({}, mac({}), mac({}))), numberOfTests: 1 },
      'vector-header',
    ],
    [
      'one test less than it promises',
      { ...file('HMACSHA256', group({}, mac({}))), numberOfTests: 2 },
      'vector-header',
    ],
    ['a count that is none', { ...file('HMACSHA256', group({}, mac({}))), numberOfTests: '1' }, 'json-shape'],
    ['the algorithm of other groups', file('ECDSA', group({}, mac({}))), 'vector-header'],
    ['the algorithm of MACs over signatures', file('HMACSHA256', SIGNED), 'vector-header'],
    [
      'the schema of other groups',
      { ...file('ECDSA', SIGNED), schema: 'ecdsa_p1363_verify_schema_v1.json' },
      'vector-header',
    ],
    ['a tag in other digits', file('HMACSHA256', group({}, mac({ tag: 'zz' }))), 'hex-invalid'],
  ])('is refused with %s', (_, json, reason) => {
    const result = attempt(() => run(json));
    expect(result).toMatchObject({ ok: false, problem: { reason } });
  });

  it('without tests passes nothing', () => {
    expect(run(file('ECDSA'))).toMatchObject({ tests: 0, passed: 0, failed: [] });
  });
});
