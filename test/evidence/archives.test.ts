// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { END, octets, tar, tarEntry, tarHeader } from '../../scripts/mint/tar.ts';
import { zip } from '../../scripts/mint/zip.ts';
import { digestHex } from '../../src/crypto/digest.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { openDirectory } from '../../src/evidence/directory.ts';
import { holdFile } from '../../src/evidence/file-holding.ts';
import { archiveKind, openArchive, openArchiveMember, openTar } from '../../src/evidence/open-archive.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fv-holdings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAIN = tar(
  { name: 'd', type: '5' },
  { name: 'd/a.json', body: '{"a":1}' },
  { name: 'b', body: 'x'.repeat(100_000) },
);
const FORMS = {
  'plain.bin': PLAIN,
  'gz.bin': gzipSync(PLAIN),
  'zst.bin': zstdCompressSync(PLAIN),
  'zip.bin': zip([{ name: 'd/' }, { name: 'd/a.json', body: '{"a":1}' }, { name: 'b', body: 'x'.repeat(100_000) }]),
};

describe('archiveKind', () => {
  it('goes by the magic', () => {
    const head = (bytes: Uint8Array) => archiveKind(bytes.subarray(0, LIMITS.memberHead));
    expect(Object.values(FORMS).map(head)).toEqual(['tar', 'tar.gz', 'tar.zst', 'zip']);
    expect(head(gzipSync('no tar'.repeat(1000)))).toBe('gzip');
    expect(head(gzipSync(''))).toBe('gzip');
    expect(head(zip([]))).toBe('zip');
    expect(head(tar({ name: 'old', magic: '', body: 'x' }))).toBe('tar');
    for (const text of ['', 'P', '{"a":1}', '\x1f\x8b\x08', 'x'.repeat(512)]) expect(head(octets(text))).toBe(null);
    expect(head(new Uint8Array(1024))).toBe(null);
  });
});

describe('an archive as a holding', () => {
  it.each(Object.entries(FORMS))('has members, documents and digests: %s', async (name, bytes) => {
    writeFileSync(at(name), bytes);
    const told: number[] = [];
    const progress = (_: string, done: number, total: number) => told.push(done / total);
    for (const place of [at(name), { name: at(name), bytes }]) {
      const holding = (await openArchive(place, 'found', { progress, whole: ['sha256'] }))!;
      const container = name === 'zip.bin' ? 'zip' : 'tar';
      expect(holding).toMatchObject({ name: at(name), container, origin: 'found', others: [], findings: [] });
      expect(holding.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
        'input.read passed',
        'source.format passed',
      ]);
      expect(holding.checks[1]!.facts).toMatchObject({ size: bytes.length, files: 2, others: 0 });
      expect(holding.whole?.get('sha256')).toBe(digestHex('sha256', bytes));
      expect(holding.members.map(({ path, size }) => [path, size])).toEqual([
        ['d/a.json', 7],
        ['b', 100_000],
      ]);
      const [json, large] = holding.members as [never, never];
      for (let twice = 0; twice < 2; twice++) {
        const document = holding.document(json);
        expect(document.ok && Buffer.from(document.value).toString()).toBe('{"a":1}');
      }
      expect(holding.document(json, 6)).toMatchObject({ ok: false, problem: { reason: 'limit-exceeded' } });
      const digests = holding.digests(large, ['sha512']);
      expect(digests.ok && digests.value.get('sha512')).toBe(digestHex('sha512', octets('x'.repeat(100_000))));
      holding.close();
      expect(Math.max(...told)).toBeLessThanOrEqual(1);
      expect(told.length).toBeGreaterThan(0);
    }
  });
  it('holds no descriptor behind the first pass, and reads a thousand side by side', async () => {
    writeFileSync(at('many.tar'), PLAIN);
    const fds = () => readdirSync('/proc/self/fd').length;
    const before = fds();
    const holdings = await Promise.all(Array.from({ length: 200 }, () => openArchive(at('many.tar'), 'named')));
    expect(fds()).toBeLessThanOrEqual(before + 1);
    for (const holding of holdings) expect(holding!.document(holding!.members[0]!)).toMatchObject({ ok: true });
    expect(fds()).toBeLessThanOrEqual(before + 1);
    for (const holding of holdings) holding!.close();
    expect(fds()).toBe(before);
  });
  it.each(['gz.bin', 'zst.bin', 'zip.bin'] as const)('reads nothing of %s once it has changed', async (name) => {
    for (const other of [tar({ name: 'd/a.json', body: '{"a":2}' }), octets('x')]) {
      writeFileSync(at('changing'), FORMS[name]);
      const holding = (await openArchive(at('changing'), 'named'))!;
      writeFileSync(at('changing'), other);
      expect(holding.document(holding.members[1]!), name).toMatchObject({
        ok: false,
        problem: { reason: expect.stringMatching(/^(input-changed|archive-)/) },
      });
      holding.close();
    }
  });
  it('keeps the documents of what is too large to expand twice, and says so of the rest', async () => {
    const bulk = Buffer.alloc(LIMITS.artifactInMemory);
    for (let i = 0; i + 4 <= bulk.length; i += 50) bulk.writeUInt32LE(i, i);
    const json = `{"a":"${'x'.repeat(200_000)}"}`;
    const bytes = Buffer.concat([
      tarHeader({ name: 'bulk', size: bulk.length }),
      bulk,
      tarEntry({ name: 'a.json', body: json }),
      tarEntry({ name: 'small', body: 'small' }),
      tarEntry({ name: 'middle', body: 'm'.repeat(LIMITS.keptFile + 1) }),
      tarEntry({ name: 'empty' }),
      END,
    ]);
    for (const form of [gzipSync(bytes, { level: 1 }), zstdCompressSync(bytes)]) {
      const holding = (await openTar({ name: 'large.tgz', bytes: form }, 'named'))!;
      const [large, document, small, middle, empty] = holding.members as [never, never, never, never, never];
      const read = holding.document(document);
      expect(read.ok && Buffer.from(read.value).equals(octets(json))).toBe(true);
      for (const kept of [small, empty]) expect(holding.document(kept)).toMatchObject({ ok: true });
      const refused = holding.document(middle);
      expect(refused).toMatchObject({ ok: false, problem: { reason: 'limit-exceeded' } });
      expect(refused.ok ? '' : refused.problem.detail).toMatch(/large.tgz!\/middle was not kept: .* unpack it$/);
      for (const [member, content] of [
        [large, bulk],
        [middle, octets('m'.repeat(LIMITS.keptFile + 1))],
        [small, octets('small')],
      ] as const) {
        const digests = holding.digests(member, ['sha384', 'sha512']);
        expect(digests.ok && digests.value.get('sha384')).toBe(digestHex('sha384', content));
        expect(digests.ok && digests.value.get('sha512')).toBe(digestHex('sha512', content));
      }
      holding.close();
    }
  });
  it('bounds what it keeps', async () => {
    const body = Buffer.alloc(15_000_000, ' ');
    for (let i = 0; i < body.length; i += 20) body[i] = 0x21 + ((Math.imul(i, 2654435761) >>> 7) % 90);
    body[0] = 0x7b;
    const documents = Array.from({ length: 6 }, (_, i) => tarEntry({ name: `${i}.json`, body }));
    const bytes = Buffer.concat([...documents, END]);
    const holding = (await openTar({ name: 'a', bytes: gzipSync(bytes) }, 'named'))!;
    const kept = holding.members.filter((member) => holding.document(member).ok).map(({ path }) => path);
    expect(kept).toEqual(['0.json', '1.json', '2.json', '3.json']);
    holding.close();
  });
});

describe('a member that is an archive', () => {
  it('is opened where it lies, in a directory, a file or another archive', async () => {
    mkdirSync(at('folder'));
    writeFileSync(at('folder/inner'), FORMS['gz.bin']);
    writeFileSync(at('folder/text'), 'no archive');
    writeFileSync(at('folder/empty'), '');
    symlinkSync('inner', at('folder/link'));
    const directory = openDirectory(at('folder'));
    const outer = (await openArchive(
      { name: 'outer', bytes: tar({ name: 'inner', body: FORMS['zip.bin'] }) },
      'named',
    ))!;
    const bytes = FORMS['plain.bin'];
    const digests = new Map([['sha256', digestHex('sha256', bytes)]] as const);
    const standardInput = holdFile({ name: '-', size: bytes.length, bytes, digests });
    for (const [holding, path, name] of [
      [directory, 'inner', at('folder/inner')],
      [outer, 'inner', 'outer!/inner'],
      [standardInput, '', '-'],
    ] as const) {
      const inner = await openArchiveMember(holding, holding.members.find((member) => member.path === path)!);
      expect(inner?.name).toBe(name);
      expect(inner?.members.map((member) => member.path)).toEqual(['d/a.json', 'b']);
    }
    for (const path of ['text', 'empty']) {
      const member = directory.members.find((one) => one.path === path)!;
      expect(await openArchiveMember(directory, member)).toBe(null);
    }
  });
  it('is not what was digested: nothing of it is used', async () => {
    mkdirSync(at('swap'));
    writeFileSync(at('swap/a'), PLAIN);
    const directory = openDirectory(at('swap'));
    writeFileSync(at('swap/a'), tar({ name: 'other', body: 'x' }));
    const inner = await openArchiveMember(directory, directory.members[0]!);
    expect(inner).toMatchObject({
      members: [],
      checks: [{ id: 'input.read', reason: 'input-changed' }, { outcome: 'skipped' }],
    });
    rmSync(at('swap/a'));
    symlinkSync(at('plain.bin'), at('swap/a'));
    expect(await openArchiveMember(directory, directory.members[0]!)).toMatchObject({ members: [] });
  });
  it('takes gzip and zstd of anything else for files', async () => {
    for (const bytes of [
      gzipSync('text'),
      zstdCompressSync('text'),
      gzipSync(''),
      zstdCompressSync(Buffer.alloc(2000)),
    ]) {
      expect(await openArchive({ name: 'a', bytes }, 'named')).toBe(null);
    }
  });
});
