// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/crypto/digest.ts';
import { nameFromOctets } from '../../src/encoding/octet-name.ts';
import { openDirectory } from '../../src/evidence/directory.ts';

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fv-directory-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(scratch, name);
  for (const [path, content] of Object.entries(files)) {
    const at = join(root, path);
    mkdirSync(join(at, '..'), { recursive: true });
    writeFileSync(at, content);
  }
  return root;
}

describe('a directory', () => {
  it('is read in the order of the octets of whole paths, hidden files with it', () => {
    const root = folder('order', { 'a/b': '1', 'a-b': '2', a0: '3', '.hidden': '4', 'Z/z': '5', ä: '6' });
    const held = openDirectory(root);
    expect(held.members.map(({ path }) => path)).toEqual(['.hidden', 'Z/z', 'a-b', 'a/b', 'a0', 'ä']);
    expect(held.members[3]!.digests.get('sha256')).toBe(sha256Hex(new TextEncoder().encode('1')));
    expect(held.checks.map(({ id, outcome }) => [id, outcome])).toEqual([['input.read', 'passed']]);
  });

  it('lists links and other things that are no files, and follows none', () => {
    const root = folder('links', { file: 'x' });
    symlinkSync('/etc/passwd', join(root, 'passwd'));
    symlinkSync('.', join(root, 'loop'));
    symlinkSync('nowhere', join(root, 'dangling'));
    const held = openDirectory(root);
    expect(held.members.map(({ path }) => path)).toEqual(['file']);
    expect(held.others).toEqual([
      { path: 'dangling', what: 'symbolic link' },
      { path: 'loop', what: 'symbolic link' },
      { path: 'passwd', what: 'symbolic link' },
    ]);
  });

  it('keeps a name that is no UTF-8 as its octets, apart from every other name', () => {
    const root = folder('octets', {});
    mkdirSync(root, { recursive: true });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.of(0x61, 0xff)]), 'odd');
    writeFileSync(join(root, 'a\\xff'), 'even');
    const held = openDirectory(root);
    expect(held.members.map(({ path }) => path)).toEqual(['a\\x5cxff', 'a\\xff']);
    const [even, odd] = held.members;
    expect(held.document(odd!)).toEqual({ ok: true, value: new TextEncoder().encode('odd') });
    expect(held.digests(even!, ['sha512']).ok).toBe(true);
  });

  it('says of a file that changed, grew or went away since, and gives none of its octets', () => {
    const root = folder('changes', { one: 'first', two: 'second', three: 'third' });
    const held = openDirectory(root);
    writeFileSync(join(root, 'one'), 'tsrif');
    appendFileSync(join(root, 'two'), '!');
    rmSync(join(root, 'three'));
    const reasons = held.members.map((member) => {
      const read = held.document(member);
      const again = held.digests(member, ['sha384']);
      return [read.ok ? null : read.problem.reason, again.ok ? null : again.problem.reason];
    });
    expect(reasons).toEqual(Array.from({ length: 3 }, () => ['input-changed', 'input-changed']));
  });

  it('gives no more of a file than the bound that was asked for', () => {
    const held = openDirectory(folder('bound', { long: 'x'.repeat(100) }));
    const read = held.document(held.members[0]!, 99);
    expect(read.ok ? null : read.problem.reason).toBe('limit-exceeded');
  });

  it('digests a file of more than one chunk as one stream', () => {
    const large = new Uint8Array(9 * 1024 * 1024 + 17).fill(7);
    const held = openDirectory(folder('large', { large }));
    expect(held.members[0]).toMatchObject({ size: large.length });
    expect(held.members[0]!.digests.get('sha256')).toBe(sha256Hex(large));
  });

  it.skipIf(process.getuid?.() === 0)('fails for a folder that cannot be read, and goes on with the rest', () => {
    const root = folder('closed', { 'a/x': '1', 'b/y': '2' });
    chmodSync(join(root, 'a'), 0);
    const held = openDirectory(root);
    chmodSync(join(root, 'a'), 0o700);
    expect(held.members.map(({ path }) => path)).toEqual(['b/y']);
    expect(held.checks).toMatchObject([{ id: 'input.read', outcome: 'indeterminate', reason: 'input-unreadable' }]);
  });
});

describe('the text of a name', () => {
  it('is another one for every name', () => {
    const names = [
      [0x61],
      [0xff],
      [0x5c, 0x78, 0x66, 0x66],
      [0xc3],
      [0xc3, 0xa4],
      [0x5c],
      [0xed, 0xa0, 0x80],
      [0x5c, 0x78],
    ];
    const texts = names.map((octets) => nameFromOctets(Uint8Array.from(octets)));
    expect(new Set(texts).size).toBe(names.length);
    expect(texts[1]).toBe('\\xff');
    expect(texts[4]).toBe('ä');
  });
});
