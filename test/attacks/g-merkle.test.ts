// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytes, hex, sha256, utf8 } from '../../scripts/mint/bytes.ts';
import { edKey } from '../../scripts/mint/keys.ts';
import { inclusionPath, leafHash, treeRoot } from '../../scripts/mint/merkle.ts';
import { checkpointText, signatureLine, signedNote, verifierKey } from '../../scripts/mint/note.ts';
import { judged, type Outcome } from './program.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fv-g-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let count = 0;

/** A folder with `set/` and files beside it. */
function place(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = join(scratch, String(count++));
  mkdirSync(join(cwd, 'set'), { recursive: true });
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(join(cwd, name, '..'), { recursive: true });
    writeFileSync(join(cwd, name), data);
  }
  return cwd;
}
const setOf = (...contents: readonly (string | Uint8Array)[]) =>
  place(Object.fromEntries(contents.map((data, i) => [`set/${String(i).padStart(3, '0')}`, data])));
async function rootOf(cwd: string, profile = 'rfc6962-sha256'): Promise<string> {
  const outcome = await judged(['merkle', 'root', 'set', '--merkle-profile', profile], cwd);
  expect(outcome.code).toBe(0);
  return outcome.checks.find(({ id }) => id === 'merkle.leaves')!.facts['root'] as string;
}
const verify = (cwd: string, ...more: readonly string[]): Promise<Outcome> =>
  judged(['merkle', 'verify', 'set', ...more], cwd);
const AMBIGUOUS = ['sha256-pairs-doubled', 'sha256-pairs-promoted', 'sha256-hex-pairs-doubled', 'ers-sha256'];

describe('G01: the last leaf twice (CVE-2012-2459)', () => {
  it('is another root under RFC 6962', async () => {
    for (const n of [1, 2, 3, 5, 7]) {
      const leaves = Array.from({ length: n }, (_, i) => `leaf ${i}`);
      const root = await rootOf(setOf(...leaves));
      const outcome = await verify(setOf(...leaves, leaves.at(-1)!), '--root', root);
      expect([outcome.code, outcome.reasons]).toEqual([2, ['merkle-root-mismatch']]);
    }
  });
  it.each(['sha256-pairs-doubled', 'sha256-hex-pairs-doubled'])(
    'shares the root under %s, and never passes',
    async (profile) => {
      const [three, four] = [setOf('a', 'b', 'c'), setOf('a', 'b', 'c', 'c')];
      const root = await rootOf(three, profile);
      expect(await rootOf(four, profile)).toBe(root);
      const asked = ['--root', root, '--merkle-profile', profile];
      const bare = await verify(four, ...asked);
      expect([bare.code, bare.reasons]).toEqual([3, ['merkle-size-open']]);
      const sized = await verify(four, ...asked, '--size', '3');
      expect([sized.code, sized.reasons]).toEqual([2, ['merkle-size-mismatch']]);
      const good = await verify(three, ...asked, '--size', '3');
      expect([good.code, good.findings]).toEqual([0, expect.arrayContaining(['merkle-profile-ambiguous'])]);
    },
  );
});

describe('G02: a node passed off as a leaf', () => {
  const pair = bytes(sha256(utf8('a')), sha256(utf8('b')));
  it('is another root under RFC 6962, for node and leaf have prefixes of their own', async () => {
    const inner = bytes([1], leafHash(utf8('a')), leafHash(utf8('b')));
    const root = await rootOf(setOf('a', 'b'));
    for (const data of [pair, inner, inner.subarray(1)])
      expect((await verify(setOf(data), '--root', root)).reasons).toEqual(['merkle-root-mismatch']);
  });
  it.each(['sha256-pairs-doubled', 'sha256-pairs-promoted'])(
    'shares the root under %s, and never passes',
    async (profile) => {
      const root = await rootOf(setOf('a', 'b'), profile);
      expect(await rootOf(setOf(pair), profile)).toBe(root);
      const asked = ['--root', root, '--merkle-profile', profile];
      expect((await verify(setOf(pair), ...asked)).reasons).toEqual(['merkle-size-open']);
      expect((await verify(setOf(pair), ...asked, '--size', '2')).reasons).toEqual(['merkle-size-mismatch']);
    },
  );
  it('no proof of a leaf can be one level short: index and size fix its length', async () => {
    const leaves = ['a', 'b', 'c', 'd'].map(utf8);
    const inner = bytes(leafHash(utf8('a')), leafHash(utf8('b')));
    const cwd = place({ forged: inner });
    const proof = {
      leafIdx: 0,
      treeSize: 4,
      leafHash: Buffer.from(leafHash(inner)).toString('base64'),
      proof: inclusionPath(leaves, 0)
        .slice(1)
        .map((hash) => Buffer.from(hash).toString('base64')),
      root: Buffer.from(treeRoot(leaves)).toString('base64'),
    };
    writeFileSync(join(cwd, 'proof.json'), JSON.stringify(proof));
    const outcome = await judged(
      ['merkle', 'verify', 'forged', '--proof', 'proof.json', '--root', hex(treeRoot(leaves))],
      cwd,
    );
    expect([outcome.code, outcome.reasons]).toEqual([3, ['inclusion-shape']]);
  });
  it.each(AMBIGUOUS)('%s is warned of in every report', async (profile) => {
    const outcome = await judged(['merkle', 'root', 'set', '--merkle-profile', profile], setOf('a', 'b'));
    expect(outcome.findings).toContain('merkle-profile-ambiguous');
  });
  it('joined names and digests cannot be cut elsewhere: "ab" and "c" is not "a" and "bc"', async () => {
    for (const profile of ['rfc6962-sha256', 'sha256-checksums', ...AMBIGUOUS]) {
      const roots = new Set<string>();
      for (const cwd of [setOf('ab', 'c'), setOf('a', 'bc'), setOf('abc')]) roots.add(await rootOf(cwd, profile));
      expect(roots.size, profile).toBe(3);
    }
    const [one, other] = [
      await rootOf(place({ 'set/a\nb': 'x' }), 'sha256-checksums'),
      await rootOf(place({ 'set/a\\nb': 'x' }), 'sha256-checksums'),
    ];
    expect(one).not.toBe(other);
  });
});

describe('G03: nothing, one, and the edges', () => {
  const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  it.each(['rfc6962-sha256', 'sha256-checksums', ...AMBIGUOUS])(
    'an empty set never passes under %s',
    async (profile) => {
      for (const words of [
        ['merkle', 'root', 'set'],
        ['merkle', 'verify', 'set', '--root', EMPTY, '--size', '0'],
      ]) {
        const outcome = await judged([...words, '--merkle-profile', profile], setOf());
        expect([outcome.code, outcome.reasons]).toEqual([4, ['merkle-empty']]);
      }
    },
  );
  it('nor does an empty file of lines, under the checkpoint of an empty log', async () => {
    const log = { name: 'log.example', key: edKey('g03') };
    const text = checkpointText(log.name, 0, treeRoot([]));
    const cwd = place({ 'log.jsonl': '', 'tree.note': signedNote(text, signatureLine(log, text)) });
    const words = [
      'merkle',
      'verify',
      'log.jsonl',
      '--leaves',
      'lines',
      '--checkpoint',
      'tree.note',
      '--key',
      verifierKey(log),
    ];
    expect(await judged(words, cwd)).toMatchObject({ code: 4, reasons: ['merkle-empty'] });
  });
  it('an empty file is evidence, and the report says so', async () => {
    const outcome = await judged(['merkle', 'root', 'set'], setOf(''));
    expect(outcome.code).toBe(0);
    expect(outcome.checks.find(({ id }) => id === 'merkle.leaves')!.facts).toMatchObject({
      leaves: '1',
      emptyLeaves: '1',
      root: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    });
  });
  it('a single leaf is its own root, and its proof is empty', async () => {
    const cwd = place({ a: 'a', 'proof.json': JSON.stringify(proofOf('a', 0, 1)) });
    expect(
      (await judged(['merkle', 'verify', 'a', '--proof', 'proof.json', '--root', hex(treeRoot([utf8('a')]))], cwd))
        .code,
    ).toBe(0);
  });
  it.each([
    ['index of the size', 1, 1],
    ['size 0', 0, 0],
    ['index beyond 2^53', '9007199254740993', 1],
    ['size beyond 2^63', 0, '9223372036854775808'],
    ['a negative index', -1, 1],
  ])('%s is refused', async (_what, index, size) => {
    const cwd = place({ a: 'a', 'proof.json': JSON.stringify(proofOf('a', index, size)) });
    const outcome = await judged(
      ['merkle', 'verify', 'a', '--proof', 'proof.json', '--root', hex(treeRoot([utf8('a')]))],
      cwd,
    );
    expect(outcome.code).toBe(3);
    expect(['inclusion-shape', 'json-shape']).toContain(outcome.reasons[0]);
  });
  function proofOf(data: string, leafIdx: number | string, treeSize: number | string) {
    const leaf = Buffer.from(leafHash(utf8(data))).toString('base64');
    return { leafIdx, treeSize, leafHash: leaf, proof: [], root: leaf };
  }
});

describe('G05: set or sequence', () => {
  it('permuted lines are another root, where the profile says sequence', async () => {
    const cwd = place({ 'a.jsonl': '1\n2\n3\n', 'b.jsonl': '2\n1\n3\n' });
    const root = async (file: string, profile: string) => {
      const outcome = await judged(['merkle', 'root', file, '--leaves', 'lines', '--merkle-profile', profile], cwd);
      return outcome.checks.find(({ id }) => id === 'merkle.leaves')!.facts;
    };
    for (const profile of ['rfc6962-sha256', ...AMBIGUOUS]) {
      const [a, b] = [await root('a.jsonl', profile), await root('b.jsonl', profile)];
      expect(a['order']).toBe(profile === 'ers-sha256' ? 'set' : 'sequence');
      expect(a['root'] === b['root']).toBe(a['order'] === 'set');
    }
    const outcome = await judged(
      [
        'merkle',
        'verify',
        'b.jsonl',
        '--leaves',
        'lines',
        '--root',
        (await root('a.jsonl', 'rfc6962-sha256'))['root'] as string,
      ],
      cwd,
    );
    expect([outcome.code, outcome.reasons]).toEqual([2, ['merkle-root-mismatch']]);
  });
  it('files stand in the order of their octets, however they were written or named', async () => {
    const root = await rootOf(place({ 'set/b': '2', 'set/B': '1', 'set/ä': '4', 'set/c/d': '3' }));
    expect(root).toBe(hex(treeRoot(['1', '2', '3', '4'].map(utf8))));
    const cwd = place({ b: '2', a: '1' });
    for (const words of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const outcome = await judged(['merkle', 'root', ...words], cwd);
      expect(outcome.checks.find(({ id }) => id === 'merkle.leaves')!.facts['root']).toBe(
        hex(treeRoot(['1', '2'].map(utf8))),
      );
    }
  });
});

describe('G06: a root that nobody else vouches for', () => {
  it('proves nothing, whether it lies beside the data or in the proof', async () => {
    const cwd = place({ 'set/a': 'a', 'root.txt': hex(treeRoot([utf8('a')])) });
    expect(await verify(cwd)).toMatchObject({ code: 3, reasons: ['merkle-root-unanchored'] });
  });
  it('nor does a checkpoint without a key, or under the key of nobody who was named', async () => {
    const log = { name: 'log.example', key: edKey('g06') };
    const text = checkpointText(log.name, 1, treeRoot([utf8('a')]));
    const cwd = place({ 'set/a': 'a', 'tree.note': signedNote(text, signatureLine(log, text)) });
    expect((await verify(cwd, '--checkpoint', 'tree.note')).code).toBe(64);
    const other = verifierKey({ name: log.name, key: edKey('g06 other') });
    expect(await verify(cwd, '--checkpoint', 'tree.note', '--key', other)).toMatchObject({
      code: 3,
      reasons: ['checkpoint-unsigned'],
    });
    expect((await verify(cwd, '--checkpoint', 'tree.note', '--key', verifierKey(log))).code).toBe(0);
  });
});

describe('what is under no hash', () => {
  it('is told: links beside files, names beside content', async () => {
    const cwd = setOf('a');
    symlinkSync('000', join(cwd, 'set/link'));
    const outcome = await judged(['merkle', 'root', 'set'], cwd);
    expect(outcome.findings.toSorted()).toEqual(['merkle-names-open', 'merkle-not-covered']);
    const named = await judged(['merkle', 'root', 'set', '--leaves', 'named-files'], cwd);
    expect(named.findings).toEqual(['merkle-not-covered']);
  });
  it('a renamed file is another root where names are leaves', async () => {
    const roots: unknown[] = [];
    for (const files of [{ 'set/a': 'x' }, { 'set/b': 'x' }]) {
      const outcome = await judged(['merkle', 'root', 'set', '--leaves', 'named-files'], place(files));
      roots.push(outcome.checks.find(({ id }) => id === 'merkle.leaves')!.facts['root']);
    }
    expect(roots[0]).not.toBe(roots[1]);
  });
});
