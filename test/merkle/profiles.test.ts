// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/crypto/digest.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { checksumLine } from '../../src/merkle/checksum-line.ts';
import { HashList } from '../../src/merkle/hash-list.ts';
import { profileFindings } from '../../src/merkle/profile-findings.ts';
import { isProfileId, leafHashOf, type MerkleProfileId, PROFILES } from '../../src/merkle/profiles.ts';
import {
  readConsistencyProofFile,
  readInclusionProofFile,
  writeConsistencyProofFile,
  writeInclusionProofFile,
} from '../../src/merkle/proof-file.ts';
import { consistencyProof, rootOfHashes } from '../../src/merkle/tree.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';

const IDS = Object.keys(PROFILES) as MerkleProfileId[];
const TREES = IDS.filter((id) => PROFILES[id].inclusion !== null);
const leavesOf = (id: MerkleProfileId, texts: readonly string[]): Bytes[] =>
  texts.map((text) => leafHashOf(PROFILES[id], encodeUtf8(text)));
function rootOf(id: MerkleProfileId, hashes: readonly Bytes[], names: readonly string[] = []): string {
  const sum = PROFILES[id].start();
  hashes.forEach((hash, i) => {
    sum.add(hash, names[i] ?? `${i}.txt`);
  });
  return encodeHex(sum.root());
}
const some = (n: number) => Array.from({ length: n }, (_, i) => `leaf ${i}`);

describe('the known answers over a, b, c', () => {
  it.each([
    ['rfc6962-sha256', '36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1'],
    ['sha256-pairs-doubled', 'd31a37ef6ac14a2db1470c4316beb5592e6afd4465022339adafda76a18ffabe'],
    ['sha256-pairs-promoted', '7075152d03a5cd92104887b476862778ec0c87be5c2fa1c0a90f87c49fad6eff'],
    ['sha256-hex-pairs-doubled', '0bdf27bf7ec894ca7cadfe491ec1a3ece840f117989e8c5e9bd7086467bf6c38'],
    ['ers-sha256', '46c4cf3be906323205e07cbafdad7e8927571191219c9e48b052ddc906d44495'],
    ['sha256-checksums', '9aab24dcc550531e3e751172e15adf644a69f4426e12ffbd44a74f15867e22b1'],
  ] as const)('%s', (id, root) => {
    expect(rootOf(id, leavesOf(id, ['a', 'b', 'c']), ['a.txt', 'b.txt', 'c.txt'])).toBe(root);
  });
  it('of nothing and of an empty leaf, as RFC 6962 has them', () => {
    expect(rootOf('rfc6962-sha256', [])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(encodeHex(leafHashOf(PROFILES['rfc6962-sha256'], new Uint8Array(0)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });
  it('there are six, and `constructor` is none', () => {
    expect(IDS).toHaveLength(6);
    expect([isProfileId('constructor'), isProfileId('__proto__'), isProfileId('rfc6962-sha256')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

/** As the profile is told in words: level by level, nothing streamed. */
function plainly(id: MerkleProfileId, hashes: readonly Bytes[]): string {
  const hex = id === 'sha256-hex-pairs-doubled';
  const prefix = id === 'rfc6962-sha256' ? [1] : [];
  const join = (a: Bytes, b: Bytes) =>
    sha256(hex ? encodeUtf8(encodeHex(a) + encodeHex(b)) : Uint8Array.from([...prefix, ...a, ...b]));
  let level = [...hashes];
  while (level.length > 1) {
    const above: Bytes[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i]!, level[i + 1]];
      if (b !== undefined) above.push(join(a, b));
      else above.push(id.endsWith('doubled') ? join(a, a) : a);
    }
    level = above;
  }
  return encodeHex(level[0]!);
}

describe('a tree of pairs', () => {
  it.each(TREES)('%s: the streamed root is the plain one, for every size up to 70', (id) => {
    for (let n = 1; n <= 70; n++)
      expect(rootOf(id, leavesOf(id, some(n))), String(n)).toBe(plainly(id, leavesOf(id, some(n))));
  });
  it.each(TREES)('%s: a root may be asked for at any time, and more may follow', (id) => {
    const hashes = leavesOf(id, some(33));
    const sum = PROFILES[id].start();
    for (const [i, hash] of hashes.entries()) {
      sum.add(hash, null);
      expect(encodeHex(sum.root())).toBe(plainly(id, hashes.slice(0, i + 1)));
    }
  });
  it.each(TREES)(
    '%s: a proof leads every leaf of every tree up to 40 to the root, and no other leaf, index or size',
    (id) => {
      const { prove, rootFrom } = PROFILES[id].inclusion!;
      for (let n = 1; n <= 40; n++) {
        const hashes = leavesOf(id, some(n));
        const list = new HashList();
        for (const hash of hashes) list.push(hash);
        const root = rootOf(id, hashes);
        for (let i = 0; i < n; i++) {
          const proof = prove(list, i);
          expect(encodeHex(rootFrom(BigInt(i), BigInt(n), hashes[i]!, proof))).toBe(root);
          const wrong = attempt(() => encodeHex(rootFrom(BigInt(i), BigInt(n), sha256(hashes[i]!), proof)));
          expect(wrong.ok && wrong.value).not.toBe(root);
          const longer = attempt(() => rootFrom(BigInt(i), BigInt(n), hashes[i]!, [...proof, hashes[0]!]));
          expect(longer).toMatchObject({ ok: false, problem: { reason: 'inclusion-shape' } });
          if (proof.length > 0) {
            const shorter = attempt(() => rootFrom(BigInt(i), BigInt(n), hashes[i]!, proof.slice(1)));
            expect(shorter).toMatchObject({ ok: false, problem: { reason: 'inclusion-shape' } });
          }
        }
        for (const [index, size] of [
          [-1n, BigInt(n)],
          [BigInt(n), BigInt(n)],
          [0n, 0n],
          [0n, 1n << 64n],
          [1n << 60n, 5n],
        ] as const)
          expect(attempt(() => rootFrom(index, size, hashes[0]!, []))).toMatchObject({
            ok: false,
            problem: { reason: 'inclusion-shape' },
          });
      }
    },
  );
});

describe('a group of hashes (RFC 4998)', () => {
  it('is a set: every order has the same root, and one alone is its own', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 12 }), fc.nat(), (texts, turn) => {
        const hashes = leavesOf('ers-sha256', texts);
        const turned = [...hashes.slice(turn % hashes.length), ...hashes.slice(0, turn % hashes.length)];
        expect(rootOf('ers-sha256', turned)).toBe(rootOf('ers-sha256', hashes));
      }),
    );
    const [one] = leavesOf('ers-sha256', ['x']);
    expect(rootOf('ers-sha256', [one!])).toBe(encodeHex(one!));
  });
});

describe('a checksum list', () => {
  it('lets no name pass for two lines, as sha256sum escapes it', () => {
    expect(checksumLine('ab', 'a b')).toBe('ab  a b');
    expect(checksumLine('ab', 'a\nb')).toBe('\\ab  a\\nb');
    expect(checksumLine('ab', 'a\\nb')).toBe('\\ab  a\\\\nb');
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => a === b || checksumLine('ab', a) !== checksumLine('ab', b)),
    );
  });
  it('wants names', () => {
    expect(attempt(() => PROFILES['sha256-checksums'].start().add(sha256(new Uint8Array(0)), null))).toMatchObject({
      ok: false,
      problem: { reason: 'merkle-leaf-unnamed' },
    });
  });
});

describe('what is said of a profile', () => {
  const at = { evidence: 'x', pointer: '' };
  it('warns of every one under which two sets can share a root, and of no other', () => {
    expect(IDS.filter((id) => profileFindings(id, at).length > 0)).toEqual([
      'sha256-pairs-doubled',
      'sha256-pairs-promoted',
      'sha256-hex-pairs-doubled',
      'ers-sha256',
    ]);
  });
  it('says the order: all are sequences but the group', () => {
    expect(IDS.filter((id) => PROFILES[id].order === 'set')).toEqual(['ers-sha256']);
  });
});

describe('proof files', () => {
  it.each(TREES)('%s: what is written is read again', (id) => {
    const hashes = leavesOf(id, some(7));
    const proof = {
      profile: id,
      index: 4n,
      size: 7n,
      leafHash: hashes[4]!,
      hashes: PROFILES[id].inclusion!.prove(hashes, 4),
      root: new Uint8Array(32),
    };
    expect(readInclusionProofFile(writeInclusionProofFile(proof, 'x'))).toEqual(proof);
  });
  const proof = {
    size1: 3n,
    size2: 7n,
    root1: rootOfHashes(leavesOf('rfc6962-sha256', some(3))),
    root2: rootOfHashes(leavesOf('rfc6962-sha256', some(7))),
    hashes: consistencyProof(leavesOf('rfc6962-sha256', some(7)), 3),
  };
  it('of consistency too', () => expect(readConsistencyProofFile(writeConsistencyProofFile(proof))).toEqual(proof));
  it.each([
    ['another format', { format: 'x' }],
    ['another kind', { kind: 'inclusion' }],
    ['a profile of no known name', { profile: 'constructor' }],
    ['a profile without such proofs', { profile: 'sha256-pairs-doubled' }],
  ])('%s is not guessed at', (_what, change) => {
    const changed = { ...writeConsistencyProofFile(proof), ...change };
    expect(attempt(() => readConsistencyProofFile(changed))).toMatchObject({
      ok: false,
      problem: { reason: 'json-shape' },
    });
  });
});
