// SPDX-License-Identifier: Apache-2.0
// One way to the root of a million leaves of 64 octets, or to that of one inclusion proof, in a process of its own.
import { createHash, hash } from 'node:crypto';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { rootFromInclusion } from '../../src/merkle/rfc6962.ts';
import { RFC_6962 } from '../../src/merkle/tree.ts';
import { TreeHasher } from '../../src/merkle/tree-hasher.ts';

export interface MerkleAccount {
  /** Milliseconds, or of proofs microseconds each. */
  readonly cpu: number;
  /** Octets of the highest resident set. */
  readonly rss: number;
  readonly root: string;
}

const LEAVES = 1_000_000;
const PROOFS = 20_000;
const DEPTH = 20;
const [, , way = ''] = process.argv;

/** Leaf i: its number, little-endian, at the head of 64 octets. */
const leaf = Buffer.alloc(64);
const number = (i: number): Buffer => {
  leaf.writeUInt32LE(i);
  return leaf;
};

function ours(): Uint8Array {
  const tree = new TreeHasher(RFC_6962);
  for (let i = 0; i < LEAVES; i++) tree.addData(number(i));
  return tree.root();
}

/** The loop that everybody writes first: a Buffer for each hash. */
function buffers(join: (...parts: Uint8Array[]) => Uint8Array): Uint8Array {
  const slots: (Uint8Array | null)[] = [];
  const [zero, one] = [Buffer.of(0), Buffer.of(1)];
  for (let i = 0; i < LEAVES; i++) {
    let node = join(zero, number(i));
    let level = 0;
    for (; slots[level]; level++) {
      node = join(one, slots[level]!, node);
      slots[level] = null;
    }
    slots[level] = node;
  }
  return slots.filter((slot) => slot !== null).reduce((right, left) => join(one, left, right));
}

const path = Array.from({ length: DEPTH }, (_, i) => new Uint8Array(hash('sha256', `sibling ${i}`, 'buffer')));
const first = new Uint8Array(hash('sha256', 'leaf', 'buffer'));

function walk(of: (bytes: Uint8Array) => Uint8Array, index: number): Uint8Array {
  const input = new Uint8Array(65);
  input[0] = 1;
  let node = first;
  path.forEach((sibling, level) => {
    const isRight = (index >> level) % 2 === 1;
    input.set(isRight ? sibling : node, 1);
    input.set(isRight ? node : sibling, 33);
    node = of(input) as Uint8Array<ArrayBuffer>;
  });
  return node;
}

const SIZE = 1n << BigInt(DEPTH);
const WAYS: Record<string, () => Uint8Array> = {
  bare: () => new Uint8Array(0),
  ours,
  buffers: () =>
    buffers((...parts) => {
      const state = createHash('sha256');
      for (const part of parts) state.update(part);
      return state.digest();
    }),
  'one-shot buffers': () => buffers((...parts) => hash('sha256', Buffer.concat(parts), 'buffer')),
  'proof ours': () => {
    let root = first;
    for (let i = 0; i < PROOFS; i++) root = rootFromInclusion(BigInt(i), SIZE, first, path) as typeof first;
    return root;
  },
  'proof noble': () => {
    let root = first;
    for (let i = 0; i < PROOFS; i++) root = walk(nobleSha256, i) as typeof first;
    return root;
  },
};

const work = WAYS[way]!;
// Of proofs: once before, for the compiler.
if (way.startsWith('proof')) work();
const before = process.cpuUsage();
const root = work();
const used = process.cpuUsage(before);
const micros = used.user + used.system;
process.send!({
  cpu: way.startsWith('proof') ? micros / PROOFS : micros / 1000,
  rss: process.resourceUsage().maxRSS * 1024,
  root: Buffer.from(root).toString('hex'),
} satisfies MerkleAccount);
