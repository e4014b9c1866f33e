// SPDX-License-Identifier: Apache-2.0
// Tars as tar-stream writes them, whole and broken: what is accepted must be what every reader sees (attacks I01).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paxEntry, paxRecord, tarEntry, tarHeader } from '../../scripts/mint/tar.ts';
import { open } from '../support/archives.ts';
import {
  byGnuTar,
  byPython,
  byTarStream,
  type Files,
  type Listing,
  plain,
  type WrittenEntry,
  write,
} from './archives.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fv-tars-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const part = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => !/[/\0]/.test(text) && text.isWellFormed() && !text.includes('\\x') && !text.startsWith('.'));
const names = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'));
const entry: fc.Arbitrary<Omit<WrittenEntry, 'name'> & { name: string }> = fc.record({
  name: names,
  type: fc.constantFrom('file', 'file', 'file', 'directory', 'symlink'),
  body: fc.uint8Array({ maxLength: 2000 }),
  linkname: names,
  pax: fc.constantFrom({}, {}, { mtime: '1.25' }, { 'SCHILY.xattr.user.x': 'value', comment: 'none' }),
});
/** The number in front keeps names apart. */
const archive = fc.array(entry, { maxLength: 8 }).map((entries) =>
  entries.map(({ name, type, body, linkname, pax }, i): WrittenEntry => {
    const numbered = `${i}-${name}`;
    return type === 'symlink' ? { name: numbered, type, body, linkname, pax } : { name: numbered, type, body, pax };
  }),
);

const filesOf = (entries: readonly WrittenEntry[]): Files =>
  entries
    .filter(({ type }) => type === 'file')
    .map(({ name, body }) => [plain(name), Buffer.from(body).toString('latin1')]);

describe('tars of tar-stream', () => {
  it('are read as they were written, plain and compressed', async () => {
    await fc.assert(
      fc.asyncProperty(archive, async (entries) => {
        const bytes = await write(entries);
        // Without an entry it is zeros, which are no tar.
        fc.pre(entries.length > 0);
        for (const form of [bytes, gzipSync(bytes), zstdCompressSync(bytes)]) {
          const opened = await open(form);
          expect(opened?.reason, opened?.detail).toBe(null);
          expect(Object.entries(opened!.files)).toEqual(filesOf(entries));
          expect(opened!.others.length).toBe(entries.filter(({ type }) => type === 'symlink').length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** A generator that a seed repeats. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FIELDS = [
  0, 100, 108, 116, 124, 125, 130, 134, 135, 136, 147, 148, 156, 157, 257, 262, 263, 265, 329, 345, 346, 482, 500,
];
const VALUES = [
  0, 0x20, 0x2d, 0x2e, 0x2f, 0x30, 0x31, 0x32, 0x35, 0x37, 0x38, 0x4b, 0x4c, 0x53, 0x58, 0x67, 0x78, 0x80, 0xff,
];

/** Breaks a tar in one to three ways, and makes its checksums good again, mostly. */
function broken(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let blocks: Buffer[] = Array.from({ length: bytes.length / 512 }, (_, i) =>
    Buffer.from(bytes.subarray(i * 512, i * 512 + 512)),
  );
  for (let count = next(3) === 0 ? 2 : 1; count > 0; count--) {
    const at = next(blocks.length);
    const block = blocks[at]!;
    const isHeader = block.subarray(257, 262).toString('latin1') === 'ustar';
    const way = next(10);
    if (way < 4 && isHeader) block[FIELDS[next(FIELDS.length)]!] = VALUES[next(VALUES.length)]!;
    else if (way === 4) blocks.splice(at, 1);
    else if (way === 5) blocks.splice(at, 0, Buffer.from(blocks[next(blocks.length)]!));
    else if (way === 6) blocks.splice(at, 0, Buffer.alloc(512));
    else if (way === 7) blocks = blocks.slice(0, at + 1);
    else if (way === 8) blocks.push(...extra(next));
    else blocks.splice(at, 0, ...extra(next));
    if (isHeader && next(8) > 0) restoreChecksum(block);
  }
  return Buffer.concat(blocks);
}

function extra(next: (below: number) => number): Buffer[] {
  const size = [0, 1, 12, 100, 512, 513][next(6)]!;
  const made = [
    () => paxEntry([paxRecord('path', `renamed${next(10)}`)]),
    () => paxEntry([paxRecord('size', String(size))]),
    () => paxEntry([paxRecord('size', ['1e3', '-1', '+5', '0x10', ' 5', '5 '][next(6)]!)]),
    () => paxEntry([paxRecord('comment', 'x')], 'g'),
    () => paxEntry([paxRecord('path', 'global')], 'g'),
    () => paxEntry([paxRecord('path', 'x', String(next(30)))]),
    () => tarEntry({ name: '././@LongLink', type: 'L', body: `${'l'.repeat(next(300))}\0`, magic: 'ustar  \0' }),
    () => tarEntry({ name: '././@LongLink', type: 'K', body: 'target\0' }),
    () => tarHeader({ name: 'big', size: Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, size >> 8, size & 255) }),
    () => tarHeader({ name: 'dir/', type: '5', size }),
    () => tarHeader({ name: 'link', type: '1', link: 'x', size }),
    () => tarHeader({ name: 'old', magic: '', type: '\0', size }),
    () => tarEntry({ name: 'seven', type: '7', body: 'x'.repeat(size) }),
    () => tarEntry({ name: ['../up', '/abs', 'a/../b', './c', 'd//e', 'slash/'][next(6)]!, body: 'x' }),
  ];
  const bytes = Buffer.from(made[next(made.length)]!());
  return Array.from({ length: bytes.length / 512 }, (_, i) => bytes.subarray(i * 512, i * 512 + 512));
}

function restoreChecksum(block: Buffer): void {
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, octet) => total + octet, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}

describe('broken tars', () => {
  const COUNT = 5000;
  it('are refused, or are what every reader sees', { timeout: 120_000 }, async ({ annotate }) => {
    const samples = fc.sample(
      archive.filter((entries) => entries.length > 1),
      { numRuns: 40, seed: 4 },
    );
    const whole = await Promise.all(samples.map(write));
    const accepted = new Map<string, Files>();
    const reasons: Record<string, number> = {};
    for (let i = 0; i < COUNT; i++) {
      const bytes = broken(whole[i % whole.length]!, random(i));
      const ours = await open(bytes);
      const reason = ours === null ? 'no tar' : (ours.reason ?? 'accepted');
      reasons[reason] = (reasons[reason] ?? 0) + 1;
      if (ours === null || ours.reason !== null) continue;
      const theirs = await byTarStream(bytes);
      const once = new Map(theirs ?? []);
      expect(Object.keys(ours.files).map(lossy).sort(), `seed ${i}`).toEqual([...once.keys()].map(lossy).sort());
      for (const [name, content] of once) if (!/\ufffd/.test(name)) expect(ours.files[name], `seed ${i}`).toBe(content);
      const file = `${i}.tar`;
      writeFileSync(join(folder, file), bytes);
      accepted.set(file, Object.entries(ours.files));
    }
    await annotate(JSON.stringify(reasons));
    expect(reasons['accepted']).toBeGreaterThan(200);
    for (const reason of [
      'checksum',
      'header',
      'extension',
      'size',
      'name',
      'entry-type',
      'duplicate',
      'end',
      'trailing',
    ]) {
      expect(reasons[`archive-${reason}`], reason).toBeGreaterThan(0);
    }
    for (const [who, listing] of [
      ['GNU tar', byGnuTar(folder, [...accepted.keys()])],
      ['Python', byPython(folder, [...accepted.keys()])],
    ] as const) {
      if (listing === null) await annotate(`${who} is not at hand: not asked`);
      else compare(who, accepted, listing);
    }
  });
});

/** Names that another reader spells in its own way are left to the comparison of sizes. */
function compare(who: string, accepted: ReadonlyMap<string, Files>, listing: Listing): void {
  for (const [file, files] of accepted) {
    const theirs = listing.get(file) ?? null;
    expect(theirs, `${who} fails on ${file}`).not.toBe(null);
    const shown = (line: string) => (/^\d+ [\x21-\x5b\x5d-\x7e]+$/.test(line) ? line : line.split(' ')[0]!);
    const ours = files.map(([name, content]) => shown(`${content.length} ${name}`));
    // The same file again is one of ours.
    expect([...new Set(theirs!.map(shown))].sort(), `${who} on ${file}`).toEqual([...new Set(ours)].sort());
  }
}

/** tar-stream has one letter for all octets that are no UTF-8. */
const lossy = (name: string) => name.replace(/(?:\\x[0-9a-f]{2}|\ufffd)+/g, '?');
