// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainEvidence } from '../../src/verify/explain.ts';
import { inspectEvidence } from '../../src/verify/inspect.ts';
import { PROJECT } from '../support/cli.ts';
import { corpus } from '../support/corpora.ts';
import { Random } from '../support/mutate-random.ts';

const SMALL = 200_000;
const ROUNDS = 1500;

/** Every kind of evidence that lies under a folder, at most so many of one ending. */
function evidenceBelow(folder: string, perEnding: number): Uint8Array[] {
  const found = new Map<string, Uint8Array[]>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const ending = `${entry.parentPath.split('/').at(-2)} ${entry.name.split('.').slice(1).join('.')}`;
    const same = found.get(ending) ?? [];
    if (!entry.isFile() || same.length >= perEnding || statSync(path).size > SMALL) continue;
    found.set(ending, [...same, new Uint8Array(readFileSync(path))]);
  }
  return [...found.values()].flat();
}

/** Anything may come, and nothing but a marked story may come out. */
function check(bytes: Uint8Array): void {
  const claims = inspectEvidence(bytes, 'evidence');
  const steps = explainEvidence(bytes, 'evidence');
  for (const line of claims.text.split('\n').slice(0, -1)) {
    if (!/^unverified( |$)/.test(line)) throw new Error(`a line without its mark: ${line}`);
  }
  expect(steps.text).toMatch(/^unverified: explain .* judges nothing;\n/);
  for (const { text, json, known } of [claims, steps]) {
    expect(text).not.toMatch(/[^\x20-\x7e\n…]/);
    expect(text.length).toBeLessThan(1_000_000);
    expect(JSON.parse(json)).toMatchObject({ format: 'forensic-verify/inspection@v1', unverified: true, known });
  }
  expect(claims.known).toBe(steps.known);
}

/** Octets turned, cut out, doubled, or taken from another file. */
function mutateBytes(original: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(original);
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + random.below(64));
  switch (random.below(5)) {
    case 0:
      for (let n = 0; n <= random.below(8); n++)
        if (bytes.length > 0) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
      return bytes;
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(end)]);
    case 3:
      return Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(at)]);
    default: {
      const from = random.below(other.length + 1);
      return Uint8Array.from([...bytes.subarray(0, at), ...other.subarray(from, from + 256), ...bytes.subarray(at)]);
    }
  }
}

type Tree = Record<string, unknown>;

function asTree(bytes: Uint8Array): Tree | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Tree;
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** Every place of a document, as its owner and its name. */
function placesOf(tree: Tree): [Tree, string][] {
  return Object.keys(tree).flatMap((name): [Tree, string][] => {
    const value = tree[name];
    return [[tree, name], ...(typeof value === 'object' && value !== null ? placesOf(value as Tree) : [])];
  });
}

/** One or two values in place of others: of another type, of another place, or a text that is cut or continued. */
function mutateTree(original: Tree, other: Tree, random: Random): Uint8Array {
  const tree = structuredClone(original);
  for (let n = 0; n <= random.below(2); n++) {
    const places = placesOf(tree);
    if (places.length === 0) break;
    const [owner, name] = random.pick(places);
    const elsewhere = placesOf(structuredClone(other));
    const value = owner[name];
    const text = typeof value === 'string' ? value : '';
    const values: unknown[] = [
      null,
      {},
      [],
      '',
      '\u202e\u001b[2J\nVERDICT: PASS',
      random.below(2) === 0 ? -1 : 1e300,
      true,
      [value, value],
      text.slice(0, random.below(text.length + 1)),
      `${text}${text.slice(0, 4)}`,
      ...(elsewhere.length === 0 ? [] : [random.pick(elsewhere)].map(([from, key]) => from[key])),
    ];
    if (random.below(8) === 0) delete owner[name];
    else owner[name] = random.pick(values.map((one) => ({ one }))).one;
  }
  return new TextEncoder().encode(JSON.stringify(tree));
}

const SOURCES: [string, string | null, number][] = [
  ['fixtures/cases', join(PROJECT, 'fixtures/cases'), 2],
  ['fixtures/keys', join(PROJECT, 'fixtures/keys'), 4],
  ...['sigstore-conformance', 'cosign', 'rfc3161', 'sigstore-trust-roots', 'npm', 'slsa-verifier', 'sct', 'dsse'].map(
    (name): [string, string | null, number] => [`corpus ${name}`, corpus(name), 3],
  ),
];

describe('inspect and explain of mutated evidence', () => {
  for (const [name, folder, perEnding] of SOURCES) {
    it.skipIf(folder === null)(`never throw and always mark: ${name}`, () => {
      const seeds = evidenceBelow(folder!, perEnding).filter((bytes) => bytes.length > 0);
      const documents = seeds.map(asTree).filter((one) => one !== null);
      const random = new Random(0x1d5bec7);
      for (const bytes of seeds) check(bytes);
      for (let round = 0; round < ROUNDS / SOURCES.length; round++) {
        check(mutateBytes(random.pick(seeds), random.pick(seeds), random));
        if (documents.length > 0) check(mutateTree(random.pick(documents), random.pick(documents), random));
      }
    });
  }
});
