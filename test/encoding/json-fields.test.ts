// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  asArray,
  asBoolean,
  asInteger,
  asObject,
  asString,
  member,
  optionalArray,
  optionalBase64,
  optionalBoolean,
  optionalInt64,
  optionalInteger,
  optionalObject,
  optionalString,
  pointerTo,
  requireArray,
  requireBase64,
  requireInt64,
  requireInteger,
  requireObject,
  requireString,
  unknownMembers,
} from '../../src/encoding/json-fields.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { bytes, expectProblem } from './support.ts';

const VALUES: Readonly<Record<string, JsonValue>> = {
  null: null,
  boolean: true,
  number: 1,
  fraction: 1.5,
  string: 'x',
  array: [],
  object: {},
};

describe('typed access', () => {
  const kinds = [
    ['object', asObject, requireObject, optionalObject],
    ['array', asArray, requireArray, optionalArray],
    ['string', asString, requireString, optionalString],
    ['boolean', asBoolean, null, optionalBoolean],
    ['number', asInteger, requireInteger, optionalInteger],
  ] as const;

  it.each(kinds)('takes %s and no other type', (kind, as, require, optional) => {
    for (const [name, value] of Object.entries(VALUES)) {
      if (name === kind) {
        expect(as(value, '')).toBe(value);
        expect(optional({ m: value }, 'm', '')).toBe(value);
        if (require !== null) expect(require({ m: value }, 'm', '')).toBe(value);
        continue;
      }
      expectProblem(() => as(value, '/a/0'), 'json-shape', 'at /a/0');
      if (require !== null) expectProblem(() => require({ m: value }, 'm', '/a'), 'json-shape', 'at /a/m');
      if (name !== 'null') expectProblem(() => optional({ m: value }, 'm', '/a'), 'json-shape', 'at /a/m');
    }
    expect(optional({}, 'm', '')).toBeUndefined();
    expect(optional({ m: null }, 'm', '')).toBeUndefined();
    if (require !== null) expectProblem(() => require({}, 'm', '/a'), 'json-shape', 'missing at /a/m');
  });

  it('sees own members only', () => {
    expect(member({}, 'constructor')).toBeUndefined();
    expect(member({}, 'toString')).toBeUndefined();
    expect(member({ constructor: 'x' }, 'constructor')).toBe('x');
    expectProblem(() => requireString({}, 'constructor', ''), 'json-shape', 'missing at /constructor');
  });

  it('takes null as absent, and false, zero and empty text as present', () => {
    expect(member({ m: null }, 'm')).toBeUndefined();
    expect(member({ m: false }, 'm')).toBe(false);
    expect(member({ m: 0 }, 'm')).toBe(0);
    expect(member({ m: '' }, 'm')).toBe('');
  });

  it('says so at the top of the document', () => {
    expectProblem(() => asObject([], ''), 'json-shape', 'at the top of the document');
  });

  it('writes pointers as RFC 6901, and shows them escaped', () => {
    expect(pointerTo('/a', 'b/c~d')).toBe('/a/b~1c~0d');
    expect(pointerTo('', 3)).toBe('/3');
    expectProblem(() => asString(1, '/a\u001b'), 'json-shape', '\\u{1b}');
  });

  it('lists members that a format does not have', () => {
    expect(unknownMembers({ b: 1, a: 2, known: 3, z: null }, ['known', 'other'])).toEqual(['a', 'b', 'z']);
    expect(unknownMembers({ known: 1 }, ['known'])).toEqual([]);
  });
});

describe('64-bit integers', () => {
  it.each<[JsonValue, bigint]>([
    ['0', 0n],
    ['123', 123n],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    [0, 0n],
    [1_700_000_000, 1_700_000_000n],
    [Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991n],
  ])('reads %j', (value, expected) => {
    expect(requireInt64({ m: value }, 'm', '')).toBe(expected);
    expect(optionalInt64({ m: value }, 'm', '')).toBe(expected);
  });

  it.each<[JsonValue]>([
    ['-1'],
    [-1],
    ['01'],
    ['1.0'],
    ['1e3'],
    [''],
    [' 1'],
    ['0x1'],
    ['9223372036854775808'],
    [1.5],
    [2 ** 53],
    [true],
    [['1']],
    [{}],
  ])('refuses %j', (value) => {
    expectProblem(() => requireInt64({ m: value }, 'm', '/a'), 'json-shape', '/a/m');
  });

  it('takes absence where it may', () => {
    expect(optionalInt64({}, 'm', '')).toBeUndefined();
    expect(optionalInt64({ m: null }, 'm', '')).toBeUndefined();
    expectProblem(() => requireInt64({ m: null }, 'm', ''), 'json-shape', 'missing');
  });
});

describe('base64 members', () => {
  it('decodes either alphabet', () => {
    expect(requireBase64({ m: '+/8=' }, 'm', '')).toEqual(bytes(0xfb, 0xff));
    expect(requireBase64({ m: '-_8' }, 'm', '')).toEqual(bytes(0xfb, 0xff));
    expect(optionalBase64({ m: '' }, 'm', '')).toEqual(bytes());
    expect(optionalBase64({}, 'm', '')).toBeUndefined();
  });

  it('keeps the reason and adds the place', () => {
    expectProblem(() => requireBase64({ m: 'Zh==' }, 'm', '/a'), 'base64-invalid', 'at /a/m');
    expectProblem(() => requireBase64({ m: 1 }, 'm', '/a'), 'json-shape', 'at /a/m');
    expectProblem(() => requireBase64({}, 'm', '/a'), 'json-shape', 'missing at /a/m');
  });
});

describe('integers', () => {
  it.each<[JsonValue]>([[1.5], [2 ** 53], [-(2 ** 53)], ['1'], [null]])('refuses %j', (value) => {
    expectProblem(() => asInteger(value, '/n'), 'json-shape', '/n');
  });

  it('takes negative ones', () => {
    expect(asInteger(-5, '')).toBe(-5);
  });
});
