// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseStrictYaml, YamlFault } from '../../src/encoding/strict-yaml.ts';
import { hiddenCharacter } from '../../src/encoding/yaml-scalar.ts';
import { bytes, utf8 } from './support.ts';

const read = (text: string) => parseStrictYaml(utf8(text)).value;

function faultOf(text: string | Uint8Array): YamlFault {
  try {
    parseStrictYaml(typeof text === 'string' ? utf8(text) : text);
  } catch (error) {
    if (error instanceof YamlFault) return error;
    throw error;
  }
  throw new Error('the reader accepts');
}

describe('strict yaml: what it reads', () => {
  it.each<[string, unknown]>([
    ['a: 1', { a: 1 }],
    ['---\na: 1\n', { a: 1 }],
    ['# comment\na: b # comment\n', { a: 'b' }],
    ['a: b#c', { a: 'b#c' }],
    ['a: true\nb: false\nc: null', { a: true, b: false, c: null }],
    ['a: [1, -2.5, 1e3]', { a: [1, -2.5, 1000] }],
    ['a:\n- b\n- c: d', { a: ['b', { c: 'd' }] }],
    ["a: 'it''s'\nb: \"\\u00e9\\n\"", { a: "it's", b: 'é\n' }],
    ['a: |\n  x == 1 &&\n  y: *z\nb: >-\n  one\n  line', { a: 'x == 1 &&\ny: *z\n', b: 'one line' }],
    ['{\n\t"a": "\\ud83d\\ude00"\n}', { a: '😀' }],
    ['a: x\r\nb: y\r\n', { a: 'x', b: 'y' }],
    ['a: https://host:8080/x@y', { a: 'https://host:8080/x@y' }],
    ['a: [x,\n  y]', { a: ['x', 'y'] }],
    ["'1': a", { '1': 'a' }],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each(['no', 'off', 'yes', 'on', 'y', 'n', '2026-01-01', '2026-01-01T00:00:00Z', '1.2.3', '12:30:45', 'v1', '90d'])(
    'the plain word %s is a text',
    (word) => {
      expect(read(`a: ${word}`)).toEqual({ a: word });
    },
  );

  it('objects have no prototype', () => {
    expect(Object.getPrototypeOf(read('a: {b: 1}'))).toBeNull();
  });
});

describe('strict yaml: what it refuses, and where', () => {
  it.each<[string, string, number, number]>([
    ['a: &x 1', 'anchors', 1, 4],
    ['a: {b: &x c}', 'anchors', 1, 8],
    ['&x a: 1', 'anchors', 1, 1],
    ['a: *x', 'aliases', 1, 4],
    ['a: !!str 1', 'tags', 1, 4],
    ['a: ! 1', 'tags', 1, 4],
    ['b: 1\na: !<tag:x> 1', 'tags', 2, 4],
    ['%YAML 1.1\n---\na: 1', 'directives', 1, 1],
    ['%TAG ! x\n---\na: 1', 'directives', 1, 1],
    ['a: 1\n---\nb: 2', 'a second one', 2, 1],
    ['---\n---\nb: 2', 'a second one', 2, 1],
    ['a: 1\n...\n', 'nothing ends it', 2, 1],
    ['? a\n: b', 'keys with ?', 1, 1],
    ['{? a : b}', 'keys with ?', 1, 2],
    ['a: 1\n<<: {b: 1}', 'merge key', 2, 1],
    ['a: 1\n"<<": {b: 1}', 'merge key', 2, 1],
    ['a: 1\nb: 2\na: 3', 'a second key "a"', 3, 1],
    ['a: 1\n"\\u0061": 3', 'a second key "a"', 2, 1],
    ['x: {a: 1, "a": 2}', 'a second key "a"', 1, 11],
    ['__proto__: 1', '__proto__', 1, 1],
    ['"": 1', 'an empty key', 1, 1],
    ['true: 1', 'a key that is no text', 1, 1],
    ['1: a', 'a key that is no text', 1, 1],
    ['[a]: b', 'a key that is no text', 1, 1],
    ['a:\nb: 1', 'nothing stands', 1, 3],
    ['a:\n  - \n  - b', 'nothing stands', 2, 5],
    ['{a, b}', 'nothing stands', 1, 2],
    ['{a:1}', 'nothing stands', 1, 2],
    ['a: b\n  c', 'goes on in the next line', 1, 4],
    ['a: "b\n  c"', 'goes on in the next line', 1, 4],
    ["a: 'b\n  c'", 'goes on in the next line', 1, 4],
    ['a: b\n c: d', 'goes on in the next line', 1, 4],
    ['a:\n  b: 1\n c: 2', 'indentation', 3, 1],
    ['a:\n\tb: 1', 'a tab', 2, 1],
    ['a: b: c', 'put the text in quotes', 1, 4],
    ['a: "b', 'is missing', 1, 6],
    ['[b', 'is missing', 1, 3],
    ['a: [b', 'indentation', 1, 6],
    ['a: "b" c', 'not YAML', 1, 8],
    ['a: "\\q"', 'an escape', 1, 5],
    ['a: @b', 'cannot begin', 1, 4],
    ['', 'the file is empty', 1, 1],
    ['# nothing', 'the file is empty', 1, 1],
    ['a: x\u202ey', 'does not show', 1, 5],
    ['a: x\u200by', 'does not show', 1, 5],
    ['a: é\u00a0\u0007', 'does not show', 1, 6],
    ['a: x\rb: y', 'does not show', 1, 5],
    ['a: x\u2028b', 'does not show', 1, 5],
    ['a: "\\u202e"', 'written as an escape', 1, 4],
    ['a: "\\0"', 'written as an escape', 1, 4],
    ['a: "\\ud800"', 'written as an escape', 1, 4],
    ['é: 1\n😀😀: !x 1', 'tags', 2, 5],
  ])('%j: %s', (text, words, line, column) => {
    const fault = faultOf(text);
    expect(fault.reason).toBe('yaml-invalid');
    expect(fault.problem).toContain(words);
    expect(fault.place).toEqual({ line, column });
    expect(fault.detail).toBe(`${fault.problem} at line ${line} column ${column}`);
  });

  it.each([
    'True',
    'FALSE',
    'Null',
    'NULL',
    '~',
    '0x1F',
    '0o17',
    '0b1',
    '017',
    '00',
    '+1',
    '1_000',
    '.5',
    '5.',
    '+.5e3',
  ])('the plain word %s, which readers take differently', (word) => {
    expect(faultOf(`a: ${word}`).problem).toContain('differently');
    expect(read(`a: '${word}'`)).toEqual({ a: word });
  });

  it.each(['.inf', '-.INF', '.NaN', 'nan', 'Infinity'])('the number %s', (word) => {
    expect(faultOf(`a: ${word}`).problem).toContain('differently');
  });

  it.each(['9007199254740993', '1e999', '1234567890123456789012345678901234567890'])('the number %s', (word) => {
    expect(faultOf(`a: ${word}`).problem).toContain('too large');
  });

  it('bytes that are no UTF-8, and a byte order mark', () => {
    expect(faultOf(bytes(0x61, 0x3a, 0x20, 0xff)).problem).toContain('UTF-8');
    expect(faultOf('\ufeffa: 1').problem).toContain('byte order mark');
  });
});

describe('strict yaml: bounds', () => {
  it('length, depth and tokens', () => {
    expect(faultOf(`a: ${'x'.repeat(LIMITS.yamlBytes)}`).problem).toContain('bytes');
    for (const text of ['- ', '[', '{a: ', '[{a: ']) expect(faultOf(text.repeat(2000)).problem).toContain('deeper');
    expect(faultOf('a\n\n'.repeat(60_000)).problem).toMatch(/tokens|next line/);
    expect(faultOf(`[${'a,'.repeat(60_000)}a]`).problem).toContain('tokens');
  });

  it('depth at its edge', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => read(nested(LIMITS.yamlDepth))).not.toThrow();
    expect(faultOf(nested(LIMITS.yamlDepth + 2)).problem).toContain('deeper');
  });

  it.each([
    ' ',
    '\n',
    '#\n',
    '"',
    "'",
    '? ',
    ': ',
    '- ',
    '{',
    '}',
    ',',
    '|\n',
    '*',
    '&a ',
    '!',
    '%',
    '---\n',
    '\\',
    'a: b\n',
  ])('many of %j in no time', (text) => {
    const started = performance.now();
    try {
      parseStrictYaml(utf8(text.repeat(Math.floor(200_000 / text.length))));
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
    }
    expect(performance.now() - started).toBeLessThan(8000);
  });
});

describe('strict yaml: properties', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((one) => hiddenCharacter(one, false) === -1 && one.isWellFormed());
  const name = text.filter((one) => one !== '' && one !== '__proto__' && one !== '<<');
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(name, tie('value'), { maxKeys: 5 }),
    ),
  }));

  it('reads JSON as JSON', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2, '\t'), (one, indent) => {
        const json = JSON.stringify(one, null, indent);
        expect(JSON.stringify(read(json))).toBe(JSON.stringify(JSON.parse(json)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives a value or a fault for any text, never another error', () => {
    const token = fc.constantFrom(
      ...'a,b,:, ,\n,-,{,},[,],",\',#,&,*,!,|,>,%,?,---,\t,1,true,<<,~,: ,- ,\n  '.split(','),
      ',',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        try {
          read(tokens.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(YamlFault);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('knows the place of every value and key', () => {
    const text = 'a:\n  - b: é x\n    "c/d": [1, {e: 2}]\n';
    const yaml = parseStrictYaml(utf8(text));
    expect(yaml.placeOf('/a/0/b')).toEqual({ line: 2, column: 8 });
    expect(yaml.placeOf('/a/0/b', 'key')).toEqual({ line: 2, column: 5 });
    expect(yaml.placeOf('/a/0/c~1d/1/e')).toEqual({ line: 3, column: 20 });
    expect(yaml.placeOf('/a/0/c~1d/1/e', 'key')).toEqual({ line: 3, column: 17 });
    expect(yaml.placeOf('/a/0/nothing/here')).toEqual(yaml.placeOf('/a/0'));
    expect(yaml.placeOf('')).toEqual({ line: 1, column: 1 });
  });
});
