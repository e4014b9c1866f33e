// SPDX-License-Identifier: Apache-2.0
// Attacks I01 to I07 and I11: what archives are made of to be read in two ways, or to hurt who reads them.
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  END,
  octets,
  padded,
  paxEntry,
  paxRecord,
  type TarFields,
  tar,
  tarEntry,
  tarHeader,
} from '../../scripts/mint/tar.ts';
import { fields, type ZipFields, type ZipShape, zip } from '../../scripts/mint/zip.ts';
import { type TarEntry, TarReader } from '../../src/encoding/tar.ts';
import type { TarProfile } from '../../src/encoding/tar-header.ts';
import { openArchive, openTar, openZip } from '../../src/evidence/open-archive.ts';
import { attempt } from '../../src/model/malformed.ts';
import { open } from '../support/archives.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fv-archives-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads in one piece and octet by octet: both must say the same. */
function read(bytes: Uint8Array, profile: TarProfile): { reason: string | null; entries: TarEntry[] } {
  const once = (step: number) => {
    const entries: TarEntry[] = [];
    const handler = { entry: (entry: TarEntry) => void entries.push(entry), content: () => {}, complete: () => {} };
    const result = attempt(() => {
      const reader = new TarReader(profile, handler);
      for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
      reader.end();
    });
    return { reason: result.ok ? null : result.problem.reason, entries };
  };
  const whole = once(bytes.length);
  for (const step of [1, 511, 513]) expect(once(step)).toEqual(whole);
  return whole;
}

const reasons = (bytes: Uint8Array) => ({ kit: read(bytes, 'kit').reason, foreign: read(bytes, 'foreign').reason });
const PLAIN: TarFields = { name: 'a', body: 'content of a' };
const HIDDEN: TarFields = { name: 'hidden', body: 'what only some readers see' };
const pax = (...records: [key: string, value: string, length?: string][]) =>
  paxEntry(records.map(([key, value, length]) => paxRecord(key, value, length)));

describe('I01: entries that other readers do not see', () => {
  it('reads what is plain in both profiles', () => {
    const bytes = tar({ name: 'd/', type: '5' }, { name: 'd/a', body: 'x'.repeat(513) }, { name: 'b', body: '' });
    const { reason, entries } = read(bytes, 'kit');
    expect(reason).toBe(null);
    expect(entries.map(({ path, kind, size, offset }) => [path, kind, size, offset])).toEqual([
      ['d', 'directory', 0, 512],
      ['d/a', 'file', 513, 1024],
      ['b', 'file', 0, 2560],
    ]);
    expect(reasons(Buffer.concat([bytes, Buffer.alloc(8192)]))).toEqual({ kit: null, foreign: null });
  });

  const refusedByBoth: readonly [string, Uint8Array, string][] = [
    ['entries behind the end marker', Buffer.concat([tar(PLAIN), tarEntry(HIDDEN), END]), 'archive-trailing'],
    ['anything behind the end marker', Buffer.concat([tar(PLAIN), Buffer.from('x')]), 'archive-trailing'],
    ['entries behind a lone block of zeros', tar(PLAIN, Buffer.alloc(512), HIDDEN), 'archive-end'],
    ['a size record that is no decimal', tar(pax(['size', '1e3']), PLAIN), 'archive-size'],
    ['a size record in hexadecimal', tar(pax(['size', '0xc']), PLAIN), 'archive-size'],
    ['a size record with a sign', tar(pax(['size', '+12']), PLAIN), 'archive-size'],
    ['a negative size record', tar(pax(['size', '-1']), PLAIN), 'archive-size'],
    ['a size record with a leading zero', tar(pax(['size', '012']), PLAIN), 'archive-size'],
    ['a size record that the header contradicts', tar(pax(['size', '512']), PLAIN), 'archive-size'],
    ['a size beyond what numbers hold', tar(pax(['size', '9007199254740993']), { name: 'a' }), 'archive-size'],
    ['a size twice in one header', tar(pax(['size', '12'], ['size', '12']), PLAIN), 'archive-extension'],
    ['a name twice in one header', tar(pax(['path', 'b'], ['path', 'c']), PLAIN), 'archive-extension'],
    ['a record that is longer than its header', tar(pax(['path', 'b', '99']), PLAIN), 'archive-extension'],
    ['a record that is shorter than it is', tar(pax(['path', 'b', '8']), PLAIN), 'archive-extension'],
    ['a record length of zero', tar(pax(['path', 'b', '0']), PLAIN), 'archive-extension'],
    ['a record length with a leading zero', tar(pax(['path', 'b', '010']), PLAIN), 'archive-extension'],
    ['a record length in hexadecimal', tar(pax(['path', 'b', '0xa']), PLAIN), 'archive-extension'],
    ['a record without a keyword', tar(paxEntry([octets('5 =b\n')]), PLAIN), 'archive-extension'],
    ['a record without a value', tar(pax(['path', '']), PLAIN), 'archive-extension'],
    ['a name record with a NUL', tar(pax(['path', 'a\0b']), PLAIN), 'archive-extension'],
    ['two extended headers for one entry', tar(pax(['path', 'b']), pax(['path', 'c']), PLAIN), 'archive-extension'],
    ['an extended header for nothing', tar(PLAIN, pax(['path', 'b'])), 'archive-extension'],
    ['an empty extended header', tar({ type: 'x' }, PLAIN), 'archive-extension'],
    ['a name for all that follow', tar(paxEntry([paxRecord('path', 'b')], 'g'), PLAIN), 'archive-extension'],
    ['a size for all that follow', tar(paxEntry([paxRecord('size', '0')], 'g'), PLAIN), 'archive-extension'],
    ['an extended header of Solaris', tar(paxEntry([paxRecord('path', 'b')], 'X'), PLAIN), 'archive-entry-type'],
    ['a type that nobody knows', tar({ ...PLAIN, type: '!' }), 'archive-entry-type'],
    ['a negative size in binary', tar({ name: 'a', size: new Uint8Array(12).fill(0xff) }), 'archive-size'],
    [
      'a binary size beyond numbers',
      tar({ name: 'a', size: Uint8Array.of(0x80, ...Array(11).fill(0xff)) }),
      'archive-size',
    ],
    ['a size with a sign', tar({ name: 'a', size: '-0000000001\0' }), 'archive-size'],
    ['a size with an underscore', tar({ name: 'a', size: '0000000_001\0' }), 'archive-size'],
    ['a size with a digit behind a NUL', tar({ name: 'a', size: '0000000\x001\0' }), 'archive-size'],
    ['a size that is not octal', tar({ name: 'a', size: '00000000009\0' }), 'archive-size'],
    ['a mode that is no number', tar({ ...PLAIN, mode: '00006x4\0' }), 'archive-header'],
    ['a time that is no number', tar({ ...PLAIN, set: { 136: 0x2e } }), 'archive-header'],
    ['a wrong checksum', tar({ ...PLAIN, checksum: '000001\0 ' }), 'archive-checksum'],
    ['a checksum of signed octets', tar({ name: 'é', checksum: signedSum('é') }), 'archive-checksum'],
    ['a magic of no format', tar({ ...PLAIN, magic: 'ustar!00' }), 'archive-header'],
  ];
  it.each(refusedByBoth)('refuses %s', (_, bytes, reason) => {
    expect(reasons(bytes)).toEqual({ kit: reason, foreign: reason });
  });

  const refusedByKit: readonly [string, Uint8Array, string][] = [
    ['a comment for all that follow', tar(paxEntry([paxRecord('comment', 'abc')], 'g'), PLAIN), 'archive-extension'],
    [
      'long names of GNU',
      tar({ name: '././@LongLink', type: 'L', body: `${'n'.repeat(200)}\0` }, PLAIN),
      'archive-extension',
    ],
    ['a size in binary', tar({ ...PLAIN, size: Uint8Array.of(0x80, ...Array(10).fill(0), 12) }), 'archive-size'],
    ['the magic of GNU', tar({ ...PLAIN, magic: 'ustar  \0' }), 'archive-header'],
    ['a version of no standard', tar({ ...PLAIN, magic: 'ustar\0' }), 'archive-header'],
    ['no magic at all', tar({ ...PLAIN, magic: '' }), 'archive-header'],
    ['records of times', tar(pax(['mtime', '1.5']), PLAIN), 'archive-extension'],
    ['other numbers than octal', tar({ ...PLAIN, set: { 100: 0x80 } }), 'archive-header'],
    [
      'something in the padding',
      Buffer.concat([tarHeader(PLAIN), octets(PLAIN.body!), Buffer.alloc(500, 'x'), END]),
      'archive-trailing',
    ],
    ['something behind the fields', tar({ ...PLAIN, set: { 510: 1 } }), 'archive-header'],
    ['files of type 7', tar({ ...PLAIN, type: '7' }), 'archive-entry-type'],
    ['blanks before a number', tar({ ...PLAIN, size: '         14 ' }), 'archive-size'],
  ];
  it.each(refusedByKit)('refuses %s in packages of ours only', (_, bytes, reason) => {
    expect(reasons(bytes)).toEqual({ kit: reason, foreign: null });
  });

  it('takes names and sizes of extended headers where every reader does', () => {
    const long = `${'d'.repeat(120)}/${'n'.repeat(150)}`;
    for (const bytes of [
      tar(pax(['path', long], ['size', '12']), { ...PLAIN, size: 0 }),
      tar(pax(['path', long]), PLAIN),
    ]) {
      for (const profile of ['kit', 'foreign'] as const) {
        const { reason, entries } = read(bytes, profile);
        expect(reason).toBe(null);
        expect(entries).toMatchObject([{ path: long, size: 12, kind: 'file' }]);
      }
    }
    const gnu = tar(
      { type: 'K', body: 'target\0' },
      { type: 'L', body: `${long}\0` },
      { name: 'n', type: '2', link: 't' },
    );
    expect(read(gnu, 'foreign').entries).toMatchObject([{ path: long, what: 'symbolic link to "target"' }]);
  });
  it('refuses long names of GNU that stand beside an extended header, twice, empty or with a NUL', () => {
    const long = (body: string): TarFields => ({ type: 'L', body });
    for (const parts of [
      [long('b\0'), pax(['path', 'c']), PLAIN],
      [pax(['path', 'c']), long('b\0'), PLAIN],
      [pax(['mtime', '1']), long('b\0'), PLAIN],
      [long('b\0'), long('c\0'), PLAIN],
      [long('\0'), PLAIN],
      [long('b\0c\0'), PLAIN],
      [long('b\0')],
    ]) {
      expect(read(tar(...parts), 'foreign').reason).toBe('archive-extension');
    }
  });
  it('bounds an extended header, whatever size it declares', () => {
    const huge = tarHeader({ type: 'x', size: 0o77777777777 });
    expect(read(Buffer.concat([huge, END]), 'foreign').reason).toBe('limit-exceeded');
  });
});

function signedSum(name: string): string {
  const block = Buffer.from(tarHeader({ name }));
  block.fill(' ', 148, 156);
  return `${new Int8Array(block)
    .reduce((sum, octet) => sum + octet, 0)
    .toString(8)
    .padStart(6, '0')}\0 `;
}

describe('I02: archives that were cut', () => {
  const bytes = tar(PLAIN, { name: 'b', body: 'content of b' });
  it('refuses every place but the end', () => {
    for (let at = 0; at < bytes.length; at += at % 512 === 0 ? 1 : 511 - (at % 512) + (at % 512 === 511 ? 1 : 0)) {
      const { kit, foreign } = reasons(bytes.subarray(0, at));
      expect([at, kit, foreign]).toEqual([at, 'archive-end', 'archive-end']);
    }
  });
  it('uses nothing of a cut archive, compressed or not', async () => {
    const cut = bytes.subarray(0, bytes.length - 1024);
    for (const archive of [cut, gzipSync(cut), zstdCompressSync(cut)]) {
      expect(await open(archive)).toMatchObject({ reason: 'archive-end', files: {} });
    }
    for (const whole of [gzipSync(bytes), zstdCompressSync(bytes)]) {
      expect((await open(whole))?.reason).toBe(null);
      for (const at of [20, whole.length - 9, whole.length - 5, whole.length - 1]) {
        const opened = await open(whole.subarray(0, at));
        // So little that nothing tells it apart from a file that is no tar.
        if (opened !== null) expect([at, opened.reason]).toEqual([at, 'archive-compression']);
        else expect(at).toBe(20);
      }
    }
  });
});

describe('I03: one name, two entries', () => {
  it.each([
    ['a', 'a'],
    ['a', 'A'],
    ['d/a', 'D/A'],
  ])('refuses %s and %s in packages of ours', (first, second) => {
    expect(read(tar({ name: first }, { name: second }), 'kit').reason).toBe('archive-duplicate');
  });
  it.each([
    './a',
    'a//b',
    'a/.',
    'a.',
    'a ',
    'a/',
    '\u00e9',
    'e\u0301',
    '\u00df',
    'CON',
    'nul.txt',
    '-rf',
    'a:b',
    'a\\b',
    'a\nb',
    'a b',
  ])('refuses the name %j in packages of ours', (name) => {
    expect(read(tar({ name }), 'kit').reason).toBe('archive-name');
  });
  it('refuses two contents under one name in archives of others, however it is spelled', async () => {
    for (const second of ['a', './a', './/a']) {
      expect(await open(tar(PLAIN, { name: second, body: 'other' }))).toMatchObject({ reason: 'archive-duplicate' });
    }
    expect(await open(tar(PLAIN, { name: 'a', type: '2', link: 'b' }))).toMatchObject({ reason: 'archive-duplicate' });
    expect(await open(tar(PLAIN, { name: 'a/', type: '5' }))).toMatchObject({ reason: 'archive-duplicate' });
    expect(await open(tar(PLAIN, { name: 'a/b' }))).toMatchObject({ reason: 'archive-duplicate' });
    expect(await open(tar({ name: 'a/b' }, PLAIN))).toMatchObject({ reason: 'archive-duplicate' });
    expect(await open(tar({ name: 'a', type: '2', link: '..' }, { name: 'a/b' }))).toMatchObject({
      reason: 'archive-duplicate',
    });
    expect(
      await open(
        zip([
          { name: 'a', body: '1' },
          { name: 'a', body: '2' },
        ]),
      ),
    ).toMatchObject({ reason: 'archive-duplicate' });
  });
  it('lists the same file again, and takes a directory twice', async () => {
    expect(await open(tar(PLAIN, { name: 'd', type: '5' }, { name: './d/', type: '5' }, PLAIN))).toEqual({
      reason: null,
      detail: '',
      files: { a: 'content of a' },
      others: ['a: the same file again'],
    });
  });
  it('tells names apart that only some file systems take for one', async () => {
    const names = ['A', 'a', '\u00e9', 'e\u0301', 'ss', '\u00df'];
    expect(Object.keys((await open(tar(...names.map((name) => ({ name })))))?.files ?? {})).toEqual(names);
  });
});

describe('I04: ways out, links and devices', () => {
  it.each(['../a', 'a/../../b', '/etc/passwd', '//a', '..', 'a/..', '', '.'])('refuses a file named %j', (name) => {
    expect(reasons(tar({ name }))).toEqual({ kit: 'archive-name', foreign: 'archive-name' });
    expect(read(tar(pax(['path', name || '/']), PLAIN), 'foreign').reason).toBe('archive-name');
  });
  it('refuses a name with a NUL in it', () => {
    expect(reasons(tar({ name: 'a\0b' }))).toEqual({ kit: 'archive-name', foreign: 'archive-name' });
  });
  it('refuses a prefix that only some readers join', () => {
    expect(read(tar({ name: 'a', prefix: '../..', magic: 'ustar  \0' }), 'foreign').reason).toBe('archive-name');
    expect(read(tar({ name: 'a', prefix: 'b', magic: '' }), 'foreign').reason).toBe('archive-name');
    expect(read(tar({ name: 'a', prefix: 'b' }), 'foreign').entries).toMatchObject([{ path: 'b/a' }]);
  });
  it('refuses a file whose name ends as that of a directory, but for archives from before POSIX', () => {
    expect(read(tar({ name: 'a/', type: '0' }), 'foreign').reason).toBe('archive-name');
    expect(read(tar({ name: 'a/', type: '\0', magic: '' }), 'foreign').entries).toMatchObject([{ kind: 'directory' }]);
    expect(read(tar(pax(['path', 'b']), { name: 'a/', type: '\0' }), 'foreign').reason).toBe('archive-name');
  });
  const SPECIAL = ['1', '2', '3', '4', '6', 'S', 'D', 'M', 'V'] as const;
  it.each(SPECIAL)('refuses an entry of type %s in packages of ours', (type) => {
    expect(read(tar({ name: 'a', type }), 'kit').reason).toBe('archive-entry-type');
  });
  it('lists links and devices of others, and follows none', async () => {
    const parts = ['1', '2', '3', '4', '6', 'D', 'V'].map((type, i) => ({
      name: `e${i}`,
      type,
      link: '../../etc/passwd',
    }));
    expect(await open(tar(PLAIN, ...parts))).toEqual({
      reason: null,
      detail: '',
      files: { a: 'content of a' },
      others: [
        'e0: hard link to "../../etc/passwd"',
        'e1: symbolic link to "../../etc/passwd"',
        'e2: device',
        'e3: device',
        'e4: pipe',
        'e5: directory of an incremental backup',
        'e6: volume label',
      ],
    });
  });
  const DISPUTED: readonly (readonly [string, readonly (TarFields | Uint8Array)[]])[] = [
    ['a sparse file of GNU', [{ ...HIDDEN, type: 'S', magic: 'ustar  \0' }]],
    ['a sparse file of GNU without content', [{ name: 'a', type: 'S', magic: 'ustar  \0' }]],
    ['a sparse map that goes on', [{ name: 'a', type: 'S', magic: 'ustar  \0', set: { 482: 1 } }]],
    ['a sparse file by its records', [pax(['GNU.sparse.major', '1'], ['GNU.sparse.name', 'x']), HIDDEN]],
    ['a file of another size by its records', [pax(['SCHILY.realsize', '4']), HIDDEN]],
    ['the rest of a file of another volume', [{ ...HIDDEN, type: 'M' }]],
    ['a directory of an incremental backup with content', [{ ...HIDDEN, type: 'D' }]],
  ];
  it.each(DISPUTED)('refuses %s: some readers take a file out of it', async (_, parts) => {
    expect(await open(tar(PLAIN, ...parts))).toMatchObject({ reason: 'archive-entry-type', files: {} });
  });
  it.each(['1', '2', '3', '4', '6', 'V'])('refuses content of an entry of type %s', async (type) => {
    expect(await open(tar(PLAIN, { ...HIDDEN, type }))).toMatchObject({ reason: 'archive-size', files: {} });
  });
  const DISGUISED: readonly (readonly [string, ZipFields])[] = [
    ['a pipe with content', { name: 'e', body: 'x', attributes: 0o10777 << 16 }],
    ['a device with content', { name: 'e', body: 'x', attributes: 0o60777 << 16 }],
    ['a link by another system', { name: 'e', body: 'x', attributes: 0o120777 << 16, host: 0 }],
    ['a device by another system', { name: 'e', attributes: 0o60777 << 16, host: 0 }],
    ['a link to what is a script', { name: 'e', body: '#!/bin/sh\nid\n', attributes: 0o120777 << 16 }],
    ['a link to what is a line of code', { name: 'e', body: 'import(os)', attributes: 0o120777 << 16 }],
    ['a link to nothing', { name: 'e', attributes: 0o120777 << 16 }],
  ];
  it.each(DISGUISED)('refuses in a zip %s', async (_, entry) => {
    expect(await open(zip([{ name: 'a', body: 'x' }, entry]))).toMatchObject({
      reason: 'archive-entry-type',
      files: {},
    });
  });
  it('lists links of a zip, and refuses names that lead out of it', async () => {
    const link = { name: 'l', body: '../x', attributes: 0o120777 << 16 };
    expect(await open(zip([{ name: 'a', body: 'x' }, link, { name: 'p', attributes: 0o10644 << 16 }]))).toMatchObject({
      reason: null,
      files: { a: 'x' },
      others: ['l: symbolic link to "../x"', 'p: device'],
    });
    for (const name of [
      '../a',
      '/a',
      'a/../b',
      'C:/a',
      'a\\b',
      '..\\a',
      './a',
      'a//b',
      'a\0b',
      '',
      '.',
      '..',
      'a/./b',
    ]) {
      expect([name, (await open(zip([{ name }])))?.reason]).toEqual([name, 'archive-name']);
    }
  });
});

describe('I06: bombs, several streams in one, and what follows them', () => {
  const bytes = tar(PLAIN);
  it('refuses a second member, a second frame, and anything behind', async () => {
    const other = tar(HIDDEN);
    for (const [first, second] of [
      [gzipSync(bytes), gzipSync(other)],
      [gzipSync(bytes), Buffer.alloc(1)],
      [gzipSync(bytes), Buffer.alloc(4096)],
      [gzipSync(bytes), Buffer.from('garbage')],
      [zstdCompressSync(bytes), zstdCompressSync(other)],
      [zstdCompressSync(bytes), Buffer.alloc(1)],
      // A frame that decoders skip (RFC 8878 §3.1.2).
      [zstdCompressSync(bytes), Buffer.from([0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 0])],
    ] as const) {
      expect(await open(Buffer.concat([first, second]))).toMatchObject({ reason: 'archive-compression', files: {} });
    }
    expect(await open(Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))]))).toMatchObject({
      reason: 'archive-compression',
    });
  });
  it('compares the CRC-32, the length and the checksum of the stream', async () => {
    const gz = Buffer.from(gzipSync(bytes));
    for (const [at, reason] of [
      [gz.length - 1, 'archive-content'],
      [gz.length - 5, 'archive-content'],
    ] as const) {
      const changed = Buffer.from(gz);
      changed[at]! ^= 1;
      expect(await open(changed)).toMatchObject({ reason, files: {} });
    }
    const zst = Buffer.from(zstdCompressSync(bytes, { params: { 201: 1 } }));
    expect((await open(zst))?.reason).toBe(null);
    zst[zst.length - 1]! ^= 1;
    expect(await open(zst)).toMatchObject({ reason: 'archive-compression', files: {} });
  });
  it('refuses a gzip header with a wrong CRC or reserved flags', async () => {
    const raw = deflateRawSync(bytes);
    const header = (flags: number, ...more: number[]) =>
      Buffer.concat([
        Uint8Array.of(0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3, ...more),
        raw,
        gzipSync(bytes).subarray(-8),
      ]);
    expect((await open(header(8, 0x61, 0)))?.reason).toBe(null);
    expect((await open(header(4 | 16, 2, 0, 1, 2, 0x61, 0)))?.reason).toBe(null);
    // Both are told from a plain gzip file by opening only.
    for (const wrong of [header(2, 0, 0), header(0x20)]) {
      const holding = await openTar({ name: 'a', bytes: wrong }, 'named');
      expect(holding?.checks.at(-1)).toMatchObject({ reason: 'archive-compression' });
    }
  });
  it('stops a bomb by its ratio, long before it has expanded', async () => {
    const size = 3 * 1024 ** 3;
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    // A member of 3 GiB by its header, of which 64 MiB of zeros are enough to stop.
    const start = Buffer.concat([tarHeader({ name: 'zeros', size: 1024 ** 3 }), zeros]);
    for (const bomb of [gzipSync(start), zstdCompressSync(start)]) {
      expect(await open(bomb)).toMatchObject({ reason: 'archive-ratio', files: {} });
    }
    const huge = tarHeader({ name: 'huge', size });
    expect(await open(gzipSync(huge))).toMatchObject({ reason: 'limit-exceeded' });
  });
  it('stops a zip whose content is longer than it says, or expands too far', async () => {
    const data = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
    const bomb = (size: number): ZipFields => ({ name: 'zeros', data, size, crc: 0 });
    expect(await open(zip([bomb(10)]))).toMatchObject({ reason: 'archive-content', files: {} });
    expect(await open(zip([bomb(5_000_000)]))).toMatchObject({ reason: 'archive-content' });
    expect(await open(zip([bomb(64 * 1024 * 1024)]))).toMatchObject({ reason: 'archive-ratio' });
    expect(await open(zip([bomb(3 * 1024 ** 3)]))).toMatchObject({ reason: 'limit-exceeded' });
    // Each small enough by itself.
    const small = deflateRawSync(Buffer.alloc(1024 * 1024));
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `z${i}`, data: small, size: 1024 * 1024, crc: 0 }));
    expect(await open(zip(many))).toMatchObject({ reason: 'archive-ratio' });
  });
  it('refuses a zstd window that no honest archive needs', async () => {
    // Frame header without single segment: window descriptor 0xff.
    const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 0x01, 0x00, 0x00]);
    expect(await open(frame)).toMatchObject({ reason: 'limit-exceeded' });
  });

  const ENTRY: ZipFields = { name: 'a', body: 'content of a' };
  const wrongZips: readonly [string, readonly ZipFields[], ZipShape, string][] = [
    ['entries that overlap', [ENTRY, { ...ENTRY, name: 'b', shift: -20 }], {}, 'archive-layout'],
    [
      'one entry listed as two',
      [ENTRY, { ...ENTRY, before: new Uint8Array(0), shift: -43 - 12 }],
      {},
      'archive-layout',
    ],
    ['a gap between entries', [ENTRY, { ...ENTRY, name: 'b', before: new Uint8Array(7) }], {}, 'archive-layout'],
    ['something behind the last entry', [ENTRY], { beforeDirectory: new Uint8Array(5) }, 'archive-trailing'],
    [
      'an entry that is not in the directory',
      [ENTRY],
      { beforeDirectory: zip([ENTRY]).subarray(0, 45) },
      'archive-trailing',
    ],
    ['more entries than there are', [ENTRY], { entries: 2 }, 'archive-layout'],
    ['fewer entries than there are', [ENTRY, { ...ENTRY, name: 'b' }], { entries: 1 }, 'archive-layout'],
    ['an archive in the comment', [ENTRY], { comment: zip([ENTRY]) }, 'archive-layout'],
    ['one of several parts', [ENTRY], { disk: 1 }, 'archive-unsupported'],
    ['an encrypted entry', [{ ...ENTRY, flags: 1 }], {}, 'archive-unsupported'],
    ['a method that is not read', [{ ...ENTRY, method: 12 }], {}, 'archive-unsupported'],
    ['another name in the local header', [{ ...ENTRY, local: { name: 'b' } }], {}, 'archive-layout'],
    ['another method in the local header', [{ ...ENTRY, local: { method: 0 } }], {}, 'archive-layout'],
    ['another size in the local header', [{ ...ENTRY, local: { size: 11 } }], {}, 'archive-layout'],
    ['another length in the local header', [{ ...ENTRY, local: { length: 3 } }], {}, 'archive-layout'],
    ['another CRC-32 in the local header', [{ ...ENTRY, local: { crc: 1 } }], {}, 'archive-layout'],
    ['other flags in the local header', [{ ...ENTRY, local: { flags: 0 } }], {}, 'archive-layout'],
    ['a wrong CRC-32', [{ ...ENTRY, crc: 1 }], {}, 'archive-content'],
    ['a size that is too small', [{ ...ENTRY, size: 11 }], {}, 'archive-content'],
    ['a size that is too large', [{ ...ENTRY, size: 13 }], {}, 'archive-content'],
    [
      'deflate that goes on',
      [{ ...ENTRY, data: Buffer.concat([deflateRawSync(octets('content of a')), octets('x')]) }],
      {},
      'archive-compression',
    ],
    [
      'deflate that is cut',
      [{ ...ENTRY, data: deflateRawSync(octets('content of a')).subarray(0, -3) }],
      {},
      'archive-compression',
    ],
    ['deflate that is none', [{ ...ENTRY, data: octets('\xff\xff\xff') }], {}, 'archive-compression'],
    [
      'another name in an extra field',
      [{ ...ENTRY, extra: Buffer.concat([fields([0x7075, 2], [6, 2]), octets('\x01\0\0\0\0b')]) }],
      {},
      'archive-name',
    ],
    ['a malformed extra field', [{ ...ENTRY, extra: fields([0x9999, 2], [60, 2]) }], {}, 'archive-layout'],
    [
      'large sizes twice',
      [{ ...ENTRY, extra: Buffer.concat([fields([1, 2], [0, 2]), fields([1, 2], [0, 2])]) }],
      {},
      'archive-layout',
    ],
    ['a name in no code page', [{ ...ENTRY, name: Uint8Array.of(0xe9), flags: 0 }], {}, 'archive-name'],
    ['a name that is no UTF-8', [{ ...ENTRY, name: Uint8Array.of(0xe9) }], {}, 'archive-name'],
    ['a directory with content', [{ ...ENTRY, name: 'a/' }], {}, 'archive-size'],
    ['a directory by its mode only', [{ ...ENTRY, attributes: 0o40755 << 16 }], {}, 'archive-name'],
    [
      'a link with too long a target',
      [{ name: 'l', body: 'x'.repeat(5000), attributes: 0o120777 << 16 }],
      {},
      'archive-size',
    ],
  ];
  it.each(wrongZips)('refuses a zip with %s', async (_, entries, shape, reason) => {
    expect(await open(zip(entries, shape))).toMatchObject({ reason, files: {} });
  });
  it('refuses a zip with something in front, which no magic tells of', async () => {
    const bytes = zip([{ ...ENTRY, before: Buffer.from('#!/bin/sh\n') }]);
    expect(await open(bytes)).toBe(null);
    const holding = await openZip({ name: 'a', bytes }, 'named');
    expect(holding.checks[1]).toMatchObject({ reason: 'archive-trailing' });
    expect(holding.members).toEqual([]);
  });
  it('refuses a zip that was cut, or that something follows', async () => {
    const whole = zip([ENTRY, { ...ENTRY, name: 'b' }]);
    for (let at = 4; at < whole.length; at++) {
      expect([at, (await open(whole.subarray(0, at)))?.reason]).toEqual([
        at,
        expect.stringMatching(/^archive-(end|trailing)$/),
      ]);
    }
    expect(await open(Buffer.concat([whole, octets('x')]))).toMatchObject({ reason: 'archive-trailing' });
  });
  it('reads zips of every honest shape', async () => {
    const files = { a: 'content of a', 'd/b': '', 'd/ü': 'x'.repeat(70_000) };
    const entries = Object.entries(files).map(([name, body]) => ({ name, body }));
    for (const shape of [{}, { comment: 'a comment' }, { zip64: true }]) {
      for (const change of [
        {},
        { method: 0 },
        ...(['marked', 'plain', 'large'] as const).map((descriptor) => ({ descriptor })),
      ]) {
        const made = zip([{ name: 'd/' }, ...entries.map((entry) => ({ ...entry, ...change }))], shape);
        expect(await open(made)).toEqual({ reason: null, detail: '', files, others: [] });
      }
    }
    expect(await open(zip([]))).toMatchObject({ reason: null, files: {} });
  });
});

describe('I07: streams that never end', () => {
  it('refuses a directory with content, which other readers wait for', () => {
    const bytes = tar({ name: 'd/', type: '5', size: 512 }, PLAIN);
    expect(reasons(bytes)).toEqual({ kit: 'archive-size', foreign: 'archive-size' });
  });
  it.each(['1', '2', '3', '4', '6'])('refuses an entry of type %s with content', (type) => {
    expect(read(tar({ name: 'l', type, size: 512, body: 'x' }), 'foreign').reason).toBe('archive-size');
  });
  it('ends where a declared size is never reached', async () => {
    expect(await open(Buffer.concat([tarHeader({ name: 'a', size: 0o77777777777 }), END]))).toMatchObject({
      reason: 'archive-end',
    });
  });
});

describe('I09: names of every kind', () => {
  const HOSTILE = [
    '\x1b[31mred',
    'a\u202eb',
    'a\nb',
    'a\rb',
    '\x9b2J',
    ' ',
    'CON',
    'a'.repeat(255),
    '-rf',
    '$(id)',
    'a\\b',
    '\u{1f600}',
    '<script>',
  ];
  it('reads them as they are, in both forms', async () => {
    const entries = HOSTILE.map((name, i) => ({ name, body: `content ${i}` }));
    const long = entries.flatMap(({ name, body }) => [pax(['path', name]), { name: 'x', body }]);
    expect(Object.keys((await open(tar(...long)))?.files ?? {})).toEqual(HOSTILE);
    const plain = entries.filter(({ name }) => !name.includes('\\'));
    expect(Object.keys((await open(zip(plain)))?.files ?? {})).toEqual(plain.map(({ name }) => name));
  });
  it('spells octets that are no UTF-8, and never one name for two', async () => {
    const name = (...octets: number[]) => Uint8Array.from(octets);
    const opened = await open(tar({ name: name(0xff) }, { name: '\\xff', body: 'x' }, { name: name(0x61, 0xc3) }));
    expect(Object.keys(opened?.files ?? {})).toEqual(['\\xff', '\\x5cxff', 'a\\xc3']);
  });
  it('bounds a name', () => {
    expect(read(tar(pax(['path', 'n'.repeat(4097)]), PLAIN), 'foreign').reason).toBe('limit-exceeded');
    expect(read(tar(pax(['path', 'n/'.repeat(2047)]), { name: 'd', type: '5' }), 'foreign').reason).toBe(null);
  });
  it('never shows one as it is in a message', async () => {
    for (const bytes of [tar({ name: '../\x1b[31m\u202e' }), zip([{ name: '../\x1b[31m\u202e' }])]) {
      expect((await open(bytes))?.detail).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

describe('I11: large files, holes and changes', () => {
  it('reads members at offsets beyond 2 GiB and 4 GiB', async () => {
    const path = join(folder, 'large.tar');
    const fd = openSync(path, 'w');
    const size = 4 * 1024 ** 3 + 512;
    const start = writeSync(fd, tarHeader({ name: 'hole', size })) + size;
    writeSync(fd, tarEntry({ name: 'behind', body: 'found' }), 0, 1024, start);
    ftruncateSync(fd, start + 2048);
    closeSync(fd);
    const holding = await openTar(path, 'named');
    expect(holding?.checks.at(-1)).toMatchObject({ id: 'source.format', outcome: 'passed' });
    const behind = holding!.members[1]!;
    const document = holding!.document(behind);
    expect(document.ok && Buffer.from(document.value).toString()).toBe('found');
    expect(holding!.document(behind, 4)).toMatchObject({ ok: false, problem: { reason: 'limit-exceeded' } });
    holding!.close();
    rmSync(path);
  }, 120_000);
  it('says so where the archive changes meanwhile, or behind its back', async () => {
    const path = join(folder, 'changing.tar');
    const bytes = tar({ name: 'a', body: 'x'.repeat(10_000) }, { name: 'b', body: 'y' });
    writeFileSync(path, bytes);
    let done = false;
    const progress = () => {
      if (!done) truncateSync(path, bytes.length + 512);
      done = true;
    };
    const changed = await openTar(path, 'named', { progress });
    expect(changed?.checks).toMatchObject([{ id: 'input.read', reason: 'input-changed' }, { outcome: 'skipped' }]);
    expect(changed?.members).toEqual([]);

    writeFileSync(path, bytes);
    const holding = (await openArchive(path, 'named'))!;
    const fd = openSync(path, 'r+');
    writeSync(fd, 'z', 600);
    closeSync(fd);
    const reason = { ok: false, problem: { reason: 'input-changed' } };
    expect(holding.document(holding.members[0]!)).toMatchObject(reason);
    expect(holding.digests(holding.members[0]!, ['sha512'])).toMatchObject(reason);
    expect(holding.document(holding.members[1]!)).toMatchObject({ ok: true });
    truncateSync(path, 700);
    expect(holding.document(holding.members[0]!)).toMatchObject(reason);
    holding.close();
    expect(statSync(path).size).toBe(700);
  });
  it('opens no link, FIFO or folder in the place of a file that was found', async () => {
    for (const [path, reason] of [
      [join(folder, 'none.tar'), 'input-missing'],
      [folder, 'input-unreadable'],
      ['/dev/zero', 'input-unreadable'],
      ['a\0b', 'input-missing'],
    ] as const) {
      expect((await openArchive(path, 'found'))?.checks[0]).toMatchObject({ id: 'input.read', reason });
      expect((await openZip(path, 'named')).checks[0]).toMatchObject({ id: 'input.read', reason });
    }
  });
});

describe('M: many entries', () => {
  it('reads 100,000 entries', async () => {
    const count = 100_000;
    const parts = Array.from({ length: count }, (_, i) => tarHeader({ name: `d${i % 100}/f${i}` }));
    const holding = await openTar({ name: 'many', bytes: Buffer.concat([...parts, END]) }, 'named');
    expect(holding?.members.length).toBe(count);
    const zipped = zip(Array.from({ length: 65_534 }, (_, i) => ({ name: `d${i % 100}/f${i}`, method: 0 })));
    expect((await openZip({ name: 'many', bytes: zipped }, 'named')).members.length).toBe(65_534);
  }, 60_000);
  it('pads what it writes', () => {
    expect(padded(new Uint8Array(513)).length).toBe(1024);
  });
});
