// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { PREDICATE_KINDS, SPDX_DOCUMENT } from '../../scripts/mint/cases/predicates.ts';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { canonicalJson } from '../../src/encoding/canonical-json.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { documentKind } from '../../src/statement/document-kind.ts';
import { materialDigests } from '../../src/statement/materials.ts';
import { PREDICATES, predicateDigest, readPredicate, tellPredicate } from '../../src/statement/predicates.ts';
import { checkSummary, testFindings } from '../../src/statement/summary-result.ts';
import { A256, A384, A512, AT, B256, parse, statementOf } from './support.ts';

const read = (predicateType: string, predicate: unknown) =>
  readPredicate(statementOf({ predicateType, predicate }), AT);
const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('the other predicates', () => {
  it.each(PREDICATE_KINDS)('$name: is read whole, and told', ({ type, good }) => {
    const { predicate, findings } = read(type, good);
    expect(findings).toEqual([]);
    expect(predicate?.type).toBe(type);
    expect(Object.keys(tellPredicate(predicate!) ?? {}).length).toBeGreaterThan(1);
  });

  it.each(PREDICATE_KINDS)('$name: where one thing is wrong that is the finding', ({ type, broken }) => {
    expect(codes(read(type, broken).findings)).toEqual(['predicate-schema-broken']);
  });

  it.each(PREDICATE_KINDS)(
    '$name: has the same digest whatever the order of members, and another where it says more',
    ({ type, good }) => {
      const digest = (value: unknown) => predicateDigest(read(type, value).predicate!);
      const turned = Object.fromEntries(Object.entries(good).reverse());
      expect(digest(turned)).toBe(digest(good));
      // What is read of a model's serialisation is the model again.
      const model = read(type, good).predicate!;
      const json = PREDICATES.get(type)!.toJson(model.model);
      expect(digest(json)).toBe(digest(good));
    },
  );

  it.each(PREDICATE_KINDS)('$name: takes no value of any kind for a throw', ({ type, good }) => {
    for (const name of Object.keys(good)) {
      for (const value of [null, true, 7, 'x', [], [null], {}, { '': null }]) {
        expect(() => read(type, { ...good, [name]: value })).not.toThrow();
      }
    }
  });

  it('of every type are keyed by it', () => {
    for (const [type, row] of PREDICATES) expect(row.type).toBe(type);
    expect(PREDICATES.size).toBe(32);
  });
});

describe('a document and the version in its type', () => {
  const cyclone = PREDICATE_KINDS.find(({ name }) => name === 'cyclonedx')!.good;
  it.each([
    [
      'https://cyclonedx.org/bom/v1.6',
      cyclone,
      'the predicate type names version 1.6, and the document is of another one',
    ],
    [
      'https://spdx.dev/Document/v2.2',
      SPDX_DOCUMENT,
      'the predicate type names version 2.2, and the document is of another one',
    ],
  ])('%s', (type, document, detail) => {
    expect(read(type, document)).toMatchObject({ predicate: null, findings: [{ detail }] });
  });

  it('OpenVEX without a version in its context is that of before', () => {
    const { good } = PREDICATE_KINDS.find(({ name }) => name === 'openvex')!;
    const old = { ...good, '@context': 'https://openvex.dev/ns' };
    expect(read('https://openvex.dev/ns', old).predicate?.model).toMatchObject({ version: 'v0.0.1' });
    expect(codes(read('https://openvex.dev/ns/v0.2.0', old).findings)).toEqual(['predicate-schema-broken']);
  });
});

describe('a predicate that is a text', () => {
  const type = 'https://spdx.dev/Document';
  it('is read where it is JSON', () => {
    const text = JSON.stringify(SPDX_DOCUMENT);
    for (const predicate of [text, { Data: text, Timestamp: '2026-02-01T11:00:00Z' }]) {
      const { predicate: found, findings } = read(type, predicate);
      expect(codes(findings)).toEqual(['predicate-text']);
      expect(predicateDigest(found!)).toBe(sha256Hex(canonicalJson(SPDX_DOCUMENT as JsonObject)));
    }
  });

  it('is named where it has tags and values', () => {
    const { predicate, findings } = read(type, 'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n');
    expect(predicate).toBeNull();
    expect(findings).toMatchObject([{ code: 'predicate-text', detail: 'the text is SPDX 2.3 in tags and values' }]);
  });

  it('is broken where it is neither, and where a text stands for any other type', () => {
    expect(codes(read(type, 'SPDX').findings)).toEqual(['predicate-text', 'predicate-schema-broken']);
    expect(codes(read(type, JSON.stringify(JSON.stringify(SPDX_DOCUMENT))).findings)).toContain(
      'predicate-schema-broken',
    );
    const other = parse({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256: A256 } }],
      predicateType: 'https://cyclonedx.org/bom',
      predicate: '{}',
    });
    expect(codes(other.findings)).toEqual(['predicate-schema-broken']);
  });
});

describe('documentKind', () => {
  it.each(
    PREDICATE_KINDS.filter(({ name }) => /^(spdx|cyclonedx|openvex)/.test(name)).map(
      ({ name, good }) => [name, good] as const,
    ),
  )('%s', (_, document) => {
    expect(documentKind(document as JsonValue)).toMatch(
      /^(SPDX (2\.3|3\.0\.1)|CycloneDX 1\.[4-7]|OpenVEX v0\.2\.0) document$/,
    );
  });

  it.each([
    [null],
    ['SPDX-2.3'],
    [[]],
    [{}],
    [{ spdxVersion: 'SPDX-9.9' }],
    [{ bomFormat: 'CycloneDX', specVersion: 1 }],
  ])('knows nothing of %j', (value) => {
    expect(documentKind(value as JsonValue)).toBeNull();
  });
});

describe('checkSummary', () => {
  const good = {
    verifier: { id: 'v' },
    resourceUri: 'r',
    policy: {},
    verificationResult: 'PASSED',
    verifiedLevels: ['SLSA_BUILD_LEVEL_2'],
  };
  const check = (predicate: unknown, predicateType = 'https://slsa.dev/verification_summary/v1') => {
    const statement = statementOf({ predicateType, predicate });
    return checkSummary(statement, readPredicate(statement, AT).predicate, AT);
  };

  it('passes where it says PASSED, and tells by whom', () => {
    expect(check(good)).toMatchObject({
      outcome: 'passed',
      facts: { verifier: 'v', verificationResult: 'PASSED', verifiedLevels: ['SLSA_BUILD_LEVEL_2'] },
    });
  });

  it.each([
    ['FAILED', { ...good, verificationResult: 'FAILED' }],
    ['a level FAILED', { ...good, verifiedLevels: ['SLSA_BUILD_LEVEL_2', 'FAILED'] }],
    ['PASSED with a space', { ...good, verificationResult: 'PASSED ' }],
    ['nothing', { ...good, verificationResult: null }],
    ['a list', { ...good, verificationResult: ['PASSED'] }],
    ['levels that cannot be read', { ...good, verifiedLevels: 'FAILED' }],
    ['no predicate', null],
  ])('does not pass with %s', (_, predicate) => {
    expect(check(predicate)).toMatchObject({ outcome: 'indeterminate', reason: 'summary-not-passed' });
  });

  it('is not asked of other types', () => {
    expect(check(good, 'https://slsa.dev/verification_summary/v1/')).toBeNull();
  });
});

it('testFindings names what has failed', () => {
  const type = 'https://in-toto.io/attestation/test-result/v0.1';
  const told = (predicate: unknown) => testFindings(read(type, predicate).predicate, AT).map(({ detail }) => detail);
  const failedTests = Array.from({ length: 10 }, (_, i) => `t${i}`);
  expect(told({ result: 'FAILED', configuration: [], failedTests })).toEqual([
    'the result is FAILED: t0, t1, t2, t3, t4, t5, t6, t7 and 2 more',
  ]);
  expect(told({ result: 'PASSED', configuration: [], failedTests: ['a'] })).toEqual(['the result is PASSED: a']);
  expect(told({ result: 'WARNED', configuration: [] })).toEqual([]);
});

describe('materialDigests', () => {
  const of = (predicate: unknown) => materialDigests(statementOf({ predicate }));
  it('finds them wherever statements have them', () => {
    expect(
      of({
        buildDefinition: { resolvedDependencies: [{ digest: { sha256: A256, gitCommit: 'a' } }] },
        materials: [{ digest: { sha512: A512 } }, { role: 'sbom', algo: 'sha256', digest: B256 }],
        inputAttestations: [{ digest: { sha384: A384 } }],
      }),
    ).toEqual([`sha256:${A256}`, `sha512:${A512}`, `sha256:${B256}`, `sha384:${A384}`]);
    expect(of({ materials: { 'a.c': { sha256: A256 } } })).toEqual([`sha256:${A256}`]);
  });

  it('takes no weak, no malformed and no endless ones', () => {
    expect(
      of({
        materials: [{ digest: { sha1: 'a', md5: 'b' } }, { digest: A256 }, { digest: { sha256: A256.toUpperCase() } }],
      }),
    ).toEqual([]);
    expect(of({ materials: [null, 7, [], 'x', { digest: [] }], buildDefinition: 'x' })).toEqual([]);
    const many = Array.from({ length: LIMITS.materials + 1 }, (_, i) => ({
      digest: { sha256: i.toString(16).padStart(64, '0') },
    }));
    expect(of({ materials: many })).toHaveLength(LIMITS.materials);
  });
});
