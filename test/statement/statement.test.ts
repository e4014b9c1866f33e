// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStatementPayloadType } from '../../src/statement/payload-type.ts';
import { parseStatement } from '../../src/statement/statement.ts';
import { A256, A512, AT, B256, document, PAYLOAD_TYPE, parse, problems, refusal, statementOf } from './support.ts';

const codes = (value: unknown) => parse(value).findings.map(({ code, detail }) => `${code}: ${detail}`);

describe('a statement', () => {
  it('is read from the bytes of the payload', () => {
    const result = parse(document());
    expect(result.ok && result.value).toEqual({
      type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'a.txt', uri: null, digest: new Map([['sha256', A256]]) }],
      predicateType: 'https://example.com/predicate/v1',
      predicate: { a: 1 },
    });
    expect(result.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'statement.format passed',
      'statement.type passed',
    ]);
    expect(result.findings).toEqual([]);
  });

  it('of version v0.1 is taken and named', () => {
    expect(codes(document({ _type: 'https://in-toto.io/Statement/v0.1' }))).toEqual([
      'statement-version-old: the statement is of version v0.1',
    ]);
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['of a later version', 'https://in-toto.io/Statement/v2'],
    ['with a slash more', 'https://in-toto.io/Statement/v1/'],
    ['in upper case', 'HTTPS://in-toto.io/Statement/v1'],
    ['with a blank', 'https://in-toto.io/Statement/v1 '],
    ['an array', ['https://in-toto.io/Statement/v1']],
    ['a layout', 'layout'],
  ])('whose type is %s is refused', (_, _type) => {
    const result = parse(document({ _type }));
    expect(problems(result)).toEqual(['statement.type statement-type-unknown']);
    expect(result.checks[0]).toMatchObject({ id: 'statement.format', outcome: 'skipped', because: 'statement.type' });
  });

  it.each([
    ['no subject', { subject: undefined }, 'statement-format'],
    ['an empty subject', { subject: [] }, 'statement-format'],
    ['a subject that is an object', { subject: {} }, 'statement-format'],
    ['a subject that is null', { subject: [null] }, 'statement-format'],
    ['a subject without digest', { subject: [{ name: 'a' }] }, 'statement-format'],
    ['a digest that is text', { subject: [{ digest: A256 }] }, 'statement-format'],
    ['a digest whose value is a number', { subject: [{ digest: { sha256: 1 } }] }, 'statement-format'],
    ['a digest whose value is null', { subject: [{ digest: { sha256: null } }] }, 'statement-format'],
    ['a name that is a number', { subject: [{ name: 1, digest: {} }] }, 'statement-format'],
    ['no predicate type', { predicateType: undefined }, 'statement-format'],
    ['an empty predicate type', { predicateType: '' }, 'statement-format'],
    ['a predicate type that is an array', { predicateType: ['x'] }, 'statement-format'],
  ])('with %s is refused', (_, changes, reason) => {
    expect(refusal(document(changes))).toBe(`statement.format ${reason}`);
  });

  it.each([
    ['no JSON', '{', 'statement-format'],
    ['an array', '[]', 'statement-format'],
    ['empty', '', 'statement-format'],
    ['followed by another document', `${JSON.stringify(document())}{}`, 'statement-format'],
    ['with a member twice', '{"_type":"a","_type":"b"}', 'json-duplicate-key'],
    ['with a member __proto__', '{"__proto__":1}', 'json-proto-key'],
    ['with a lone surrogate', '{"a":"\\udfff"}', 'json-surrogate'],
    ['of 65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, 'limit-exceeded'],
  ])('whose payload is %s is refused', (_, text, reason) => {
    expect(refusal(text)).toBe(`statement.format ${reason}`);
  });

  it('has 1,024 subjects at most, unless the examiner asks for more', () => {
    const subject = (n: number) => Array.from({ length: n }, () => ({ digest: { sha256: A256 } }));
    expect(parse(document({ subject: subject(1024) })).ok).toBe(true);
    expect(refusal(document({ subject: subject(1025) }))).toBe('statement.format limit-exceeded');
    expect(parse(document({ subject: subject(1025) }), 2000).ok).toBe(true);
  });

  it('without predicate is a finding', () => {
    for (const predicate of [undefined, null]) {
      expect(codes(document({ predicate }))).toEqual(['predicate-absent: the predicate is absent or null']);
    }
    expect(codes(document({ predicate: {} }))).toEqual([]);
  });

  it('with a predicate that is no object is a finding', () => {
    for (const predicate of ['x', [], 0, false]) {
      expect(codes(document({ predicate }))).toEqual(['predicate-schema-broken: the predicate is not an object']);
      const parsed = parse(document({ predicate }));
      expect(parsed.ok && parsed.value.predicate).toBeNull();
    }
  });

  it('lists unknown members and digests, once for all subjects', () => {
    const subject: readonly Record<string, unknown>[] = [
      { digest: { sha256: A256, gitCommit: 'x', SHA256: A256 }, odd: 1 },
      { digest: { sha1: 'x', md5: 'x', constructor: 'x' }, odder: 1, name: null, uri: 'u', annotations: {} },
    ];
    expect(codes(document({ subject, extra: 1 }))).toEqual([
      'unknown-member: extra',
      'unknown-member: odd, odder',
      'subject-digest-unknown: SHA256, constructor, gitCommit',
    ]);
  });

  it('names subjects that share a name and differ', () => {
    const subject = (...pairs: [string | undefined, string][]) =>
      pairs.map(([name, sha256]) => ({ name, digest: { sha256 } }));
    expect(codes(document({ subject: subject(['a', A256], ['a', B256], ['a', B256]) }))).toEqual([
      'subject-name-repeated: a',
    ]);
    expect(codes(document({ subject: subject(['a', A256], ['a', A256]) }))).toEqual([]);
    expect(
      codes(document({ subject: subject(['_', A256], ['_', B256], [undefined, B256], ['', A256], ['', B256]) })),
    ).toEqual([]);
    expect(
      codes(
        document({
          subject: [
            { name: 'a', digest: { sha256: A256 } },
            { name: 'a', digest: { sha256: A256, sha512: A512 } },
          ],
        }),
      ),
    ).toEqual(['subject-name-repeated: a']);
  });

  it('parses or is refused with one reason, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('_type', 'subject', 'predicateType', 'predicate'),
        fc.jsonValue({ maxDepth: 3 }),
        (name, value) => {
          const result = parse(document({ [name]: value }));
          expect(result.checks.map(({ id }) => id)).toEqual(['statement.format', 'statement.type']);
          expect(problems(result)).toHaveLength(result.ok ? 0 : 1);
        },
      ),
    );
  });
});

describe('the payload type', () => {
  const bytes = new TextEncoder().encode(JSON.stringify(document()));

  it.each([PAYLOAD_TYPE, 'application/vnd.in-toto.provenance+json', 'application/vnd.in-toto.vulns_02+json'])(
    'may be %s',
    (type) => {
      expect(parseStatement(type, bytes, AT).ok).toBe(true);
    },
  );

  it.each([
    '',
    'application/json',
    `${PAYLOAD_TYPE} `,
    `${PAYLOAD_TYPE}x`,
    PAYLOAD_TYPE.toUpperCase(),
    `${PAYLOAD_TYPE}; charset=utf-8`,
    'application/vnd.in-toto.other+json',
    'application/vnd.in-toto.provenance+cbor',
    'constructor',
  ])('is not "%s"', (type) => {
    expect(isStatementPayloadType(type)).toBe(false);
    expect(problems(parseStatement(type, bytes, AT))).toEqual(['statement.format payload-type-unsupported']);
  });
});

it('a statement keeps digests as they are written', () => {
  const digest = { sha256: A256.toUpperCase(), SHA256: A256, 'a/b~c': '' };
  expect([...statementOf({ subject: [{ digest }] }).subject[0]!.digest]).toEqual(Object.entries(digest));
});
