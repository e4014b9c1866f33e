// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDer } from '../../src/encoding/der.ts';
import { checkName, isNameWithin, sameName } from '../../src/x509/name.ts';
import { commonNames, emailAddresses, nameText } from '../../src/x509/name-text.ts';
import { name, printableName } from '../support/certificate-writer.ts';
import { type Der, oid, sequence, set, tlv, utf8String } from '../support/der-writer.ts';

const one = (value: Der, type = '2.5.4.3'): Der => sequence(set(sequence(oid(type), value)));
const bmp = (text: string): Der =>
  tlv(0x1e, Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff])));

// A string with NUL in it is read by nobody: it is compared by its bytes.
const withoutNul = (text: string): string => text.replaceAll('\0', '');

describe('sameName (RFC 5280 §7.1)', () => {
  const equal: Record<string, [Der, Der]> = {
    case: [name('CN=Good CA'), name('CN=gOOD ca')],
    'string types': [name('CN=Good CA'), printableName('CN=Good CA')],
    'a BMPString': [one(bmp('Good CA')), name('CN=Good CA')],
    'white space around and between': [name('CN=  Good   CA '), name('CN=Good CA')],
    'other white space': [name('CN=Good\u00a0\tCA'), name('CN=Good CA')],
    'full-width forms': [name('CN=Ｇｏｏｄ'), name('CN=good')],
    'sharp s': [name('CN=STRASSE'), name('CN=straße')],
    composition: [name('CN=e\u0301'), name('CN=\u00c9')],
    'characters that map to nothing': [name('CN=Go\u00adod\u200b'), name('CN=Good')],
  };
  it.each(Object.entries(equal))('does not tell %s apart', (_, [a, b]) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });

  const different: Record<string, [Der, Der]> = {
    'another text': [name('CN=Good CA'), name('CN=Good CB')],
    'another attribute': [name('CN=Good'), name('O=Good')],
    'another order': [name('O=a', 'CN=b'), name('CN=b', 'O=a')],
    'one part more': [name('O=a'), name('O=a', 'CN=b')],
    'two parts against one of two attributes': [
      name('O=a', 'CN=b'),
      sequence(set(sequence(oid('2.5.4.3'), utf8String('b')), sequence(oid('2.5.4.10'), utf8String('a')))),
    ],
    'a value that is no string': [one(tlv(0x05)), one(utf8String(''))],
    'a separator inside a value': [name('CN=a,O=b'), name('O=b', 'CN=a')],
    'white space inside a word': [name('CN=Go od'), name('CN=Good')],
  };
  it.each(Object.entries(different))('tells %s apart', (_, [a, b]) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });

  it('compares what it cannot read by its bytes', () => {
    const [a, b] = [one(tlv(0x14, Uint8Array.of(0xe9))), one(tlv(0x14, Uint8Array.of(0xe8)))];
    expect(sameName(a, Uint8Array.from(a))).toBe(true);
    expect(sameName(a, b)).toBe(false);
    expect(sameName(a, one(tlv(0x1c, Uint8Array.of(0xe9))))).toBe(false);
  });

  it('is reflexive, symmetric and blind to case for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }).map(withoutNul), (text) => {
        const [a, b] = [one(utf8String(text)), one(utf8String(text.toUpperCase()))];
        return sameName(a, one(utf8String(text))) && sameName(a, b) && sameName(b, a);
      }),
    );
  });

  it('takes time in proportion to the length', () => {
    const many = (count: number): Der =>
      sequence(
        ...Array.from({ length: count }, (_, i) =>
          set(sequence(oid('2.5.4.3'), utf8String(`${' '.repeat(20)}\u00df${i}`))),
        ),
      );
    const [a, b] = [many(5000), many(5000)];
    const start = performance.now();
    expect(sameName(a, b)).toBe(true);
    expect(sameName(a, one(utf8String(' '.repeat(200_000))))).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('names besides', () => {
  it('knows subtrees by their first parts', () => {
    expect(isNameWithin(name('C=US', 'O=A', 'CN=x'), name('c=us'.toUpperCase(), 'O=a'))).toBe(true);
    expect(isNameWithin(name('C=US'), name('C=US', 'O=A'))).toBe(false);
    expect(isNameWithin(name('C=US', 'O=AB'), name('C=US', 'O=A'))).toBe(false);
    expect(isNameWithin(name('C=US'), sequence())).toBe(true);
  });

  it('prints the most specific part first', () => {
    expect(nameText(name('C=US', 'O=A', 'CN=x'))).toBe('CN=x,O=A,C=US');
    expect(nameText(sequence())).toBe('an empty name');
    expect(commonNames(name('CN=a', 'O=b', 'CN=c'))).toEqual(['a', 'c']);
    expect(emailAddresses(name('CN=a', 'emailAddress=a@b.example'))).toEqual(['a@b.example']);
  });

  it('refuses what is no name', () => {
    for (const bytes of [set(), sequence(sequence()), sequence(set()), sequence(set(sequence(oid('2.5.4.3'))))]) {
      expect(() => checkName(readDer(bytes), 'a name')).toThrow(/^der-invalid/);
    }
  });
});
