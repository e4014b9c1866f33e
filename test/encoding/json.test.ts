// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/encoding/json.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { attempt } from '../../src/model/malformed.ts';
import { bytes, expectProblem, expectReason, utf8 } from './support.ts';

const parse = (text: string) => parseJson(utf8(text));

describe('json: the grammar', () => {
  it.each([
    '[]',
    '{}',
    'null',
    'true',
    'false',
    '0',
    '-0',
    '"text"',
    '""',
    ' \t\r\n[ 1 , 2 ]\n',
    '[[],[[]],{}]',
    '{"":0}',
    '{"a":{"a":1},"b":[{"a":2},{"a":3}]}',
    '[0,-1,10,1.5,-0.25,1e3,1E3,1e+3,1e-3,0e0,1.7976931348623157e308,1e-400]',
    '["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\\u0000"]',
    '["\u007f\u0080\u2028\u2029é€😀"]',
    '"\uffff"',
    '["a long string that needs more than one word, and \\" an escape in its middle"]',
  ])('reads %j as the platform does', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['nothing', '', 'ends early'],
    ['white space alone', ' \n ', 'ends early'],
    ['two documents', '{} {}', 'follows'],
    ['a comma behind the document', '1,', 'follows'],
    ['NUL behind the document', '1\0', 'follows'],
    ['an open array', '[1', 'ends early'],
    ['an open array with a comma', '[1,', 'ends early'],
    ['an open object', '{"a":1', 'ends early'],
    ['an object that ends in a name', '{"a"', 'ends early'],
    ['an object that ends in a colon', '{"a":', 'ends early'],
    ['an object that ends in a comma', '{"a":1,', 'ends early'],
    ['an opening brace alone', '{', 'ends early'],
    ['an array closed as an object', '[1}', 'end of the array'],
    ['an object closed as an array', '{"a":1]', 'end of the object'],
    ['a closing bracket alone', ']', 'no value'],
    ['a trailing comma in an array', '[1,]', 'no value'],
    ['a trailing comma in an object', '{"a":1,}', 'no member name'],
    ['a leading comma', '[,1]', 'no value'],
    ['two commas', '[1,,2]', 'no value'],
    ['no comma', '[1 2]', 'end of the array'],
    ['no comma between members', '{"a":1 "b":2}', 'end of the object'],
    ['no colon', '{"a" 1}', 'no colon'],
    ['a colon in an array', '["a":1]', 'end of the array'],
    ['two colons', '{"a"::1}', 'no value'],
    ['no value of a member', '{"a":}', 'no value'],
    ['a bare name', '{a:1}', 'no member name'],
    ['a number for a name', '{1:1}', 'no member name'],
    ['null for a name', '{null:1}', 'no member name'],
    ['single quotes', "['a']", 'no value'],
    ['a line comment', '[1]// x', 'follows'],
    ['a block comment', '[/* x */1]', 'no value'],
    ['capital True', '[True]', 'no value'],
    ['a cut-off literal', '[nul]', 'no value'],
    ['a cut-off literal at the end', 'tru', 'no value'],
    ['a literal with a tail', '[truex]', 'end of the array'],
    ['NaN', '[NaN]', 'no value'],
    ['Infinity', '[Infinity]', 'no value'],
    ['undefined', 'undefined', 'no value'],
    ['a leading zero', '[01]', 'leading zero'],
    ['a leading zero behind a minus', '[-012]', 'leading zero'],
    ['a plus sign', '[+1]', 'no value'],
    ['a point in front', '[.5]', 'no value'],
    ['a point at the end', '[1.]', 'behind its point'],
    ['a point before an exponent', '[1.e3]', 'behind its point'],
    ['an exponent without digits', '[1e]', 'exponent'],
    ['a signed exponent without digits', '[1e+]', 'exponent'],
    ['an exponent at the end of the document', '1e', 'exponent'],
    ['a minus alone', '[-]', 'without digits'],
    ['a minus before a letter', '[-a]', 'without digits'],
    ['hexadecimal', '[0x1]', 'end of the array'],
    ['two points', '[1.2.3]', 'end of the array'],
    ['a separator', '[1_000]', 'end of the array'],
    ['a full-width digit', '[１]', 'no value'],
    ['a string without its end', '["a]', 'without its end'],
    ['a string that ends in a backslash', '"\\', 'escape'],
    ['a cut-off unicode escape', '"\\u00', 'escape'],
    ['an unknown escape', '["\\x41"]', 'escape'],
    ['a capital U escape', '["\\U0041"]', 'escape'],
    ['a unicode escape with a letter g', '["\\u00g0"]', 'escape'],
    ['an escaped newline', '["\\\n"]', 'escape'],
    ['a tab in a string', '["\t"]', 'control'],
    ['a newline in a string', '["a\nb"]', 'control'],
    ['NUL in a string', '["\0"]', 'control'],
    ['U+001F deep in a long string', `["${'x'.repeat(50)}\u001f${'x'.repeat(50)}"]`, 'control'],
    ['a control character in a name', '{"a\u0001":1}', 'control'],
    ['a name without its end', '{"a', 'without its end'],
    ['a form feed between values', '[1,\f2]', 'no value'],
    ['a no-break space', '[\u00a01]', 'no value'],
  ])('refuses %s', (_, text, words) => {
    expectProblem(() => parse(text), 'json-invalid', words);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it.each([
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x5b, 0x5d]],
    ['UTF-16', [0xff, 0xfe, 0x5b, 0, 0x5d, 0]],
    ['an overlong quote', [0x22, 0xc0, 0xa2, 0x22]],
    ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a byte 0xff in a string', [0x22, 0xff, 0x22]],
    ['a gzip header', [0x1f, 0x8b, 0x08]],
  ])('refuses %s', (_, octets) => {
    expectReason(() => parseJson(bytes(...octets)), 'utf8-invalid');
  });

  it('counts lines and columns in characters', () => {
    expectProblem(() => parse('{\n  "é😀": x}'), 'json-invalid', 'line 2 column 9');
    expectProblem(() => parse('[1,\r\n\r\n!'), 'json-invalid', 'line 3 column 1');
  });

  it('reads a document that does not lie on a word boundary', () => {
    const text = '{"payload":"eyJhIjoiYiJ9","n":[1,"\\u00e9"]}';
    for (let shift = 0; shift < 8; shift++) {
      const memory = new Uint8Array(shift + text.length + 9).fill(0x22);
      memory.set(utf8(text), shift);
      expect(parseJson(memory.subarray(shift, shift + text.length))).toEqual(JSON.parse(text));
    }
  });

  it('finds the end of strings of any length, wherever they begin', () => {
    for (let length = 0; length < 20; length++) {
      for (let indent = 0; indent < 5; indent++) {
        for (const tail of ['', '\\n', 'é', '\\ud83d\\ude00', '\x7f']) {
          const text = `${' '.repeat(indent)}["${'a'.repeat(length)}${tail}",1]`;
          expect(parse(text)).toEqual(JSON.parse(text));
        }
        expectProblem(() => parse(`${' '.repeat(indent)}"${'a'.repeat(length)}`), 'json-invalid', 'without its end');
        expectProblem(() => parse(`${' '.repeat(indent)}"${'a'.repeat(length)}\x1f"`), 'json-invalid', 'control');
      }
    }
  });
});

describe('json: lone surrogates', () => {
  it.each([
    ['a high one', '["\\ud800"]'],
    ['a low one', '["\\udc00"]'],
    ['two high ones', '["\\ud800\\ud800"]'],
    ['the wrong order', '["\\ude00\\ud83d"]'],
    ['a high one before a letter', '["\\ud83dx"]'],
    ['a high one before another escape', '["\\ud83d\\n"]'],
    ['a high one before a character in UTF-8', '["\\ud83d😀"]'],
    ['a high one before a cut-off low one', '["\\ud83d\\ude0"]'],
    ['a high one at the end of the document', '"\\ud83d'],
    ['one in a name', '{"\\uDBFF":1}'],
    ['one in a deep value', '{"a":[{"b":"x\\udfff"}]}'],
  ])('refuses %s', (_, text) => {
    expectReason(() => parse(text), 'json-surrogate');
  });

  it.each(['["\\ud800\\udc00"]', '["\\udbff\\udfff"]', '["\\uD83D\\ude00x"]', '["\\ud7ff\\ue000"]'])(
    'reads %s',
    (text) => {
      expect(parse(text)).toEqual(JSON.parse(text));
    },
  );
});

describe('json: __proto__', () => {
  it.each([
    '{"__proto__":{}}',
    '{"\\u005f_proto__":1}',
    '{"__proto_\\u005F":1}',
    '{"a":1,"__proto__":1}',
    '[{"x":{"__proto__":null}}]',
    `{${Array.from({ length: 40 }, (_, i) => `"k${i}":0`).join(',')},"__proto__":1}`,
    '{"\\u0061":1,"__proto__":1}',
  ])('refuses %s', (text) => {
    expectReason(() => parse(text), 'json-proto-key');
  });

  it.each([
    '{"__proto":1}',
    '{"__proto___":1}',
    '{"_\\u005fproto_":1}',
    '["__proto__"]',
    '{"constructor":1,"toString":2}',
  ])('reads %s', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });
});

describe('json: duplicate members', () => {
  it.each([
    ['two equal names', '{"a":1,"a":1}'],
    ['an empty name twice', '{"":1,"":2}'],
    ['an escaped spelling second', '{"a":1,"\\u0061":2}'],
    ['an escaped spelling first', '{"\\u0061":1,"a":2}'],
    ['two escaped spellings', '{"\\u0061b":1,"a\\u0062":2}'],
    ['an escaped slash', '{"a/b":1,"a\\/b":2}'],
    ['capital and small hexadecimal', '{"\\u00e9":1,"\\u00E9":2}'],
    ['UTF-8 and an escape', '{"é":1,"\\u00e9":2}'],
    ['UTF-8 and a pair of surrogates', '{"😀":1,"\\ud83d\\ude00":2}'],
    ['names in UTF-8', '{"é":1,"b":2,"é":3}'],
    ['names with a byte order mark', '{"\ufeffa":1,"\\u0062":0,"\ufeffa":2}'],
    ['a deep object', '{"x":[1,{"y":{"a":1,"b":2,"a":3}}]}'],
    ['around a nested object of the same names', '{"a":{"a":1,"b":2},"b":1,"a":2}'],
    ['the second object of an array', '[{"a":1,"b":2},{"a":1,"a":2}]'],
    ['an object that first follows the one before', '[{"a":1,"b":2,"c":3},{"a":1,"b":2,"b":3}]'],
    ['an object that follows the one before to its end', '[{"a":1,"b":2},{"a":1,"b":2,"a":3}]'],
    ['an object that leaves the order of the one before', '[{"a":1,"b":2},{"b":1,"a":2,"b":3}]'],
    ['an object behind one with an escaped name', '[{"a":1,"\\u0062":2},{"a":1,"b":2,"b":3}]'],
    ['an object behind an empty one', '[{"a":1},{},{"a":1,"a":2}]'],
  ])('refuses %s', (_, text) => {
    expectReason(() => parse(text), 'json-duplicate-key');
  });

  it.each([
    '{"a":1,"A":2,"aa":3,"":4}',
    '[{"a":1},{"a":1},{"a":1,"b":2},{"b":1,"a":2}]',
    '{"a":{"a":{"a":1}}}',
    '{"é":1,"e\u0301":2}',
    '{"K":1,"\u212a":2}',
    '{"a\\u0000":1,"a":2}',
    '{"\\\\u0061":1,"a":2}',
    '{"Aa":1,"BB":2,"AaAa":3,"BBBB":4,"AaBB":5,"BBAa":6}',
    '{"\ufeffa":1,"a":2,"\\u0062":3,"c":4}',
  ])('reads %j', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it('names the member and its place', () => {
    expectProblem(() => parse('{"a":1,\n "\\u0061":2}'), 'json-duplicate-key', '"a" at line 2 column 2');
    expectProblem(() => parse('{"\\u001b":1,"\\u001B":2}'), 'json-duplicate-key', '\\u{1b}');
  });

  /** One spelling of a name among the many that JSON allows. */
  const spelling = (name: string, escapes: readonly boolean[]) =>
    [...name].map((c, i) => (escapes[i] ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c)).join('');

  it('finds a repeated name among any number of others, however it is spelled', () => {
    const names = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '_', 'A', 'B'), maxLength: 6 }),
      {
        minLength: 1,
        maxLength: 90,
      },
    );
    const flags = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        names,
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        flags,
        fc.nat(3),
        (all, mixed, which, where, escapes, before) => {
          const members = all.map((name, i) => `"${mixed && i % 5 === 0 ? spelling(name, escapes) : name}":${i}`);
          const object = `{${members.join(',')}}`;
          const prefix = `${object},`.repeat(before);
          expect(parse(`[${prefix}${object}]`)).toEqual(JSON.parse(`[${prefix}${object}]`));
          const again = [...members];
          again.splice(where % (all.length + 1), 0, `"${spelling(all[which % all.length]!, escapes)}":null`);
          expectReason(() => parse(`[${prefix}{${again.join(',')}}]`), 'json-duplicate-key');
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('json: numbers', () => {
  it.each(['1e309', '-1e309', '1e400', `${'9'.repeat(310)}`, `1${'0'.repeat(309)}.5`, '17976931348623159e292'])(
    'refuses %s, which is no double',
    (text) => {
      expectReason(() => parse(`[${text}]`), 'json-number');
    },
  );

  it.each([
    '1e308',
    `${'9'.repeat(308)}`,
    `0.${'9'.repeat(400)}`,
    '9007199254740993',
    '1e-999',
    `${'0.'}${'0'.repeat(500)}1`,
  ])('reads %s', (text) => {
    expect(parse(`[${text}]`)).toEqual(JSON.parse(`[${text}]`));
  });

  it('keeps negative zero', () => {
    expect(Object.is(parse('-0'), -0)).toBe(true);
  });
});

describe('json: bounds', () => {
  it(`reads ${LIMITS.jsonDepth} levels and refuses one more`, () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parse(nested(LIMITS.jsonDepth))).toEqual(JSON.parse(nested(LIMITS.jsonDepth)));
    expectProblem(() => parse(nested(LIMITS.jsonDepth + 1)), 'limit-exceeded', 'nested deeper');
    const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(parse(objects(LIMITS.jsonDepth))).toEqual(JSON.parse(objects(LIMITS.jsonDepth)));
    expectProblem(() => parse(objects(LIMITS.jsonDepth + 1)), 'limit-exceeded', 'nested deeper');
  });

  it('refuses more bytes than a document may have, whatever they are', () => {
    expectProblem(
      () => parseJson(new Uint8Array(LIMITS.documentBytes + 1).fill(0x20)),
      'limit-exceeded',
      'longer than',
    );
  });

  it('reads a document of exactly the size allowed', () => {
    const document = new Uint8Array(LIMITS.documentBytes).fill(0x61);
    document[0] = document[document.length - 1] = 0x22;
    expect(parseJson(document)).toHaveLength(LIMITS.documentBytes - 2);
  });

  it('counts values', () => {
    const zeros = (count: number) => utf8(`[${'0,'.repeat(count - 1)}0]`);
    expect(parseJson(zeros(LIMITS.jsonNodes - 1))).toHaveLength(LIMITS.jsonNodes - 1);
    expectProblem(() => parseJson(zeros(LIMITS.jsonNodes)), 'limit-exceeded', 'values');
  });

  it('counts names that no object before has led to', () => {
    const objects = (count: number, name: (i: number) => string) =>
      utf8(`[${Array.from({ length: count }, (_, i) => `{"${name(i)}":0}`).join(',')}]`);
    const count = Math.floor((LIMITS.jsonNodes - 1) / 2) - 1;
    expect(parseJson(objects(count, () => 'same'))).toHaveLength(count);
    expectProblem(() => parseJson(objects(count, (i) => `k${i}`)), 'limit-exceeded', 'names');
  });

  it('counts members of one object', () => {
    const object = (count: number) => utf8(`{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join(',')}}`);
    expect(Object.keys(parseJson(object(LIMITS.jsonMembers)) as object)).toHaveLength(LIMITS.jsonMembers);
    expectProblem(() => parseJson(object(LIMITS.jsonMembers + 1)), 'limit-exceeded', 'members');
  });

  it.each([
    ['open arrays', '['],
    ['open objects', '{"a":'],
    ['small objects', '{},'],
    ['small arrays', '[],'],
    ['backslashes', '\\'],
    ['quotes', '"'],
    ['lone halves of escapes', '\\ud800'],
    ['nines', '9'],
    ['line ends', '\n'],
    ['bad bytes', '\u00ff'],
  ])('answers 16 MiB of %s with a problem', (_, unit) => {
    const octets = unit === '\u00ff' ? bytes(0xff) : utf8(unit);
    const document = new Uint8Array(LIMITS.documentBytes);
    for (let i = 0; i < document.length; i++) document[i] = octets[i % octets.length]!;
    for (const first of ['[', '"', '']) {
      if (first !== '') document[0] = first.charCodeAt(0);
      expect(attempt(() => parseJson(document)).ok).toBe(false);
    }
  });

  it('holds names with equal hashes in linear time', () => {
    const blocks = ['Aa', 'BB'];
    const names = Array.from({ length: 2 ** 14 }, (_, i) =>
      Array.from({ length: 14 }, (_, bit) => blocks[(i >> bit) & 1]).join(''),
    );
    const started = process.cpuUsage();
    parse(`{${names.map((name) => `"${name}":0`).join(',')}}`);
    const chunks = Array.from({ length: 512 }, (_, i) => names.slice(i * 32, i * 32 + 32));
    parse(`[${chunks.map((chunk) => `{${chunk.map((name) => `"${name}":0`).join(',')}}`).join(',')}]`);
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});

describe('json: against the platform', () => {
  const OURS = ['json-duplicate-key', 'json-surrogate', 'json-proto-key', 'json-number', 'limit-exceeded'];

  it('reads every value that the platform writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const result = attempt(() => parse(text));
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
        else expect(OURS).toContain(result.problem.reason);
      }),
      { numRuns: 1000 },
    );
  });

  it('never reads what the platform refuses, and refuses for a reason of its own otherwise', () => {
    const token = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        '"a"',
        '"b"',
        '"\\u0061"',
        '\\',
        '1',
        '-',
        '0',
        '.5',
        'e3',
        'true',
        'null',
        ' ',
        '\n',
      ],
    );
    let read = 0;
    const check = (text: string) => {
      const result = attempt(() => parse(text));
      let platform: { value: unknown } | null = null;
      try {
        platform = { value: JSON.parse(text) };
      } catch {
        // Refused by the platform: then by us too, for the grammar or for something found before it.
      }
      if (result.ok) {
        read++;
        expect(result.value).toEqual(platform?.value);
      } else if (platform !== null) {
        expect(OURS).toContain(result.problem.reason);
      }
    };
    fc.assert(
      fc.property(fc.array(token, { maxLength: 9 }), (tokens) => check(tokens.join(''))),
      { numRuns: 5000 },
    );
    const document = '{"a":[1,-2.5e+3,"x\\n\\u00e9",{"b":null}],"c":{"a":true,"b":"\\ud83d\\ude00"},"d":[]}';
    fc.assert(
      fc.property(
        fc.nat(document.length - 1),
        fc.constantFrom(...'{}[]:,"\\0e-.ua \x00'),
        fc.nat(2),
        (at, character, how) => {
          check(document.slice(0, at) + (how === 2 ? '' : character) + document.slice(how === 0 ? at : at + 1));
        },
      ),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
