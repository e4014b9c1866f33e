// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeChecksumList, readChecksumList } from '../../src/artifact/checksum-list.ts';
import { readSmallXml } from '../../src/encoding/small-xml.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { attempt } from '../../src/model/malformed.ts';

const A = 'a'.repeat(64);
const read = (text: string, name = 'SHA256SUMS') =>
  readChecksumList(encodeUtf8(text), name).entries.map((one) => [one.name, Object.fromEntries(one.digests)]);
const reasonOf = (text: string, name = 'SHA256SUMS') => {
  const result = attempt(() => read(text, name));
  return result.ok ? null : result.problem.reason;
};
const maybe = (text: string) => mayBeChecksumList(encodeUtf8(text).subarray(0, 512));

describe('checksum lists', () => {
  it.each([
    [`${A}  a.txt\n`, 'a.txt'],
    [`${A.toUpperCase()} *dir/a b.txt\r\n`, 'dir/a b.txt'],
    [`\\${A}  a\\nb\\\\c\\rd\n`, 'a\nb\\c\rd'],
    [`SHA256 (a (1).txt) = ${A}\n`, 'a (1).txt'],
    [`SHA2-256(a.txt)= ${A}\n`, 'a.txt'],
    [`\\SHA256 (a\\nb) = ${A}\n`, 'a\nb'],
    [`# made by hand\n\n${A}  a.txt\n`, 'a.txt'],
  ])('reads %j', (text, name) => {
    expect(read(text)).toEqual([[name, { sha256: A }]]);
  });

  it('reads a digest by itself where the name tells whose it is', () => {
    expect(read(`${A}\n`, 'a.txt.sha256')).toEqual([['a.txt', { sha256: A }]]);
    expect(reasonOf(`${A}\n`, 'notes.txt')).toBe('input-not-recognised');
  });

  it.each([
    ['', 'SHA256SUMS'],
    ['only words\n', 'SHA256SUMS'],
    [`${A}  a.txt\nand a line of words\n`, 'SHA256SUMS'],
    [`${A} a.txt\n`, 'SHA256SUMS'],
    [`${A.slice(2)}  a.txt\n`, 'SHA256SUMS'],
    [`SHA512 (a.txt) = ${A}\n`, 'SHA256SUMS'],
    [`\\${A}  a\\tb\n`, 'SHA256SUMS'],
    [`${A}  a.txt\n`, 'B2SUMS'],
    [`${A}  a.txt\n`, 'a.blake3'],
  ])('refuses %j in %s', (text, name) => {
    expect(reasonOf(text, name)).toBe('input-not-recognised');
  });

  it('reads hashdeep: the columns that its second line names, and commas in names', () => {
    const list = `%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: /\n##\n3,${'0'.repeat(32)},${A},/a,b.txt\n`;
    expect(read(list)).toEqual([['/a,b.txt', { md5: '0'.repeat(32), sha256: A }]]);
    expect(reasonOf(list.replace('size,', 'length,'))).toBe('input-not-recognised');
    expect(reasonOf(list.replace('3,0', 'x,0'))).toBe('input-not-recognised');
    expect(reasonOf(list.replace(A, A.slice(1)))).toBe('input-not-recognised');
  });

  const dfxml = (inside: string, root = 'dfxml') => `<?xml version="1.0"?>\n<${root}>${inside}</${root}>\n`;
  const file = (digest: string) =>
    `<fileobject><filename>a &amp; b</filename><byte_runs><byte_run><hashdigest type="md5">x</hashdigest></byte_run></byte_runs><hashdigest type="SHA256">${digest}</hashdigest></fileobject>`;

  it('reads DFXML: files, and no digests of their parts', () => {
    expect(read(dfxml(file(A)))).toEqual([['a & b', { sha256: A }]]);
  });

  it('passes over comments, and reads one of a million characters', () => {
    expect(read(dfxml(`<!-- ${'- x'.repeat(400_000)} -->${file(A)}`))).toHaveLength(1);
    expect(reasonOf(dfxml(`<!-- a -- b -->${file(A)}`))).toBe('input-not-recognised');
    expect(reasonOf(dfxml(`<!-- a ${file(A)}`))).toBe('input-not-recognised');
  });

  it.each([
    [dfxml(file('00'))],
    [
      dfxml(
        file(A).replace(
          '<hashdigest type="SHA',
          `<hashdigest type="sha256">${'b'.repeat(64)}</hashdigest><hashdigest type="SHA`,
        ),
      ),
    ],
    [dfxml(file(A).replace('<filename>', '<filename>x</filename><filename>'))],
    [dfxml(file(A), 'other')],
    [dfxml('')],
    [dfxml(file(A)).replace('?>', '?><!DOCTYPE dfxml [<!ENTITY a "b">]>')],
    [dfxml(file(A)).replace('&amp;', '&a;')],
    [dfxml(file(A)).replace('</dfxml>', '')],
    [`${dfxml(file(A))}<dfxml/>`],
  ])('refuses %j', (text) => {
    expect(reasonOf(text)).toBe('input-not-recognised');
  });

  it('looks at nothing but heads that begin as one', () => {
    expect(maybe(`${A}  a`)).toBe(true);
    expect(maybe('%%%% HASHDEEP-1.0\n')).toBe(true);
    expect(maybe('<?xml version="1.0"?><dfxml>')).toBe(true);
    expect(maybe('<?xml version="1.0"?><project>')).toBe(false);
    expect(maybe('deadbeef is a word\n')).toBe(false);
    expect(maybe('')).toBe(false);
  });

  it('throws nothing but Malformed, whatever it reads', () => {
    const piece = fc.constantFrom(
      A,
      '  ',
      ' *',
      '\\',
      '\n',
      '\\n',
      'SHA256 (',
      ') = ',
      '<',
      '>',
      '<a>',
      '</a>',
      '&amp;',
      '&',
      '"',
      '%%%% ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        if (!text.isWellFormed()) return;
        attempt(() => read(text));
        const xml = readSmallXml(text);
        expect(Array.isArray(xml) || 'offset' in xml).toBe(true);
      }),
    );
  });
});
