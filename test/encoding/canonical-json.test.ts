// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/encoding/canonical-json.ts';
import { parseJson } from '../../src/encoding/json.ts';
import { attempt } from '../../src/model/malformed.ts';
import { expectReason, utf8 } from './support.ts';

const canonical = (text: string) => new TextDecoder().decode(canonicalJson(parseJson(utf8(text))));

describe('rfc 8785', () => {
  it.each([
    ['{"b":2,"a":1}', '{"a":1,"b":2}'],
    [' [ 1.0 , 1e3 , -0 , 1E-7 , 1e21 ] ', '[1,1000,0,1e-7,1e+21]'],
    ['{"10":1,"9":2,"a":3,"":4}', '{"":4,"10":1,"9":2,"a":3}'],
    ['"\\u00e9\\/\\u000a\\u001f\\u007f"', '"é/\\n\\u001f\x7f"'],
    ['{"\\ud83d\\ude00":1,"\\ufb33":2}', '{"😀":1,"\ufb33":2}'],
    ['9007199254740993', '9007199254740992'],
    ['{"toJSON":"x","valueOf":1}', '{"toJSON":"x","valueOf":1}'],
    ['null', 'null'],
  ])('writes %s as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it('has no form for a lone surrogate that this tool itself would write', () => {
    expect(() => canonicalJson('\ud800')).toThrow();
  });

  it('is a fixed point', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        if (!attempt(() => parseJson(utf8(text))).ok) return;
        const once = canonical(text);
        expect(canonical(once)).toBe(once);
        expect(JSON.parse(once)).toEqual(JSON.parse(text.replaceAll('-0,', '0,').replaceAll(/-0(?=[\]}]|$)/g, '0')));
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.integer()), (value) => {
        fc.pre(!Object.hasOwn(value, '__proto__'));
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(JSON.stringify(reversed))).toBe(canonical(JSON.stringify(value)));
      }),
      { numRuns: 30 },
    );
  });

  it('is only ever reached through the strict reader', () => {
    expectReason(() => canonical('{"a":1,"a":1}'), 'json-duplicate-key');
    expectReason(() => canonical('1e400'), 'json-number');
  });
});
