// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { bundledSumdbKeys, readSumdbRecord, readSumdbTree, type SumdbTree, sumdbSigner } from '../log/sumdb.ts';
import { checkConsistency, checkInclusion, leafHash } from '../merkle/rfc6962.ts';
import { consistencyFromTiles, inclusionFromTiles, TILE_WIDTH, type TileSource } from '../merkle/tiles.ts';
import {
  type Check,
  type Finding,
  finding,
  type Locator,
  malformedCheck,
  notPassed,
  passed,
  skipped,
} from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { attempt, type Parsed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import type { GoEvidence } from './go-set.ts';
import type { ExaminationContext } from './request.ts';

/** A saved answer of `/lookup`, not yet read. */
export interface SavedRecord {
  readonly holding: Holding;
  readonly member: Member;
  readonly name: string;
}

/** A tree head whose signature has verified. */
export interface FoundTree {
  readonly name: string;
  readonly holding: Holding;
  readonly database: string;
  readonly tree: SumdbTree;
}

const TILE = /^(.*?\/?)tile\/8\/(\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;
const HASH_OCTETS = 32;

/** Tiles and tree heads that were saved. Nothing of them is trusted but what leads to a signed root. */
export class GoTrees {
  /** One for each folder that has tiles: level and index → members, by their width. */
  readonly #tiles = new Map<
    string,
    { readonly holding: Holding; readonly members: Map<string, Map<number, Member>> }
  >();
  readonly #saved: SavedRecord[] = [];
  readonly #known: FoundTree[] = [];

  addTile(holding: Holding, member: Member): boolean {
    const match = TILE.exec(member.path);
    const width = Number(match?.[4] ?? TILE_WIDTH);
    if (match === null || width < 1 || member.size !== width * HASH_OCTETS) return false;
    const folder = memberName(holding, match[1]!);
    const set = this.#tiles.get(folder) ?? { holding, members: new Map<string, Map<number, Member>>() };
    this.#tiles.set(folder, set);
    const key = `${Number(match[2])}/${BigInt(match[3]!.replaceAll(/[x/]/g, ''))}`;
    const widths = set.members.get(key) ?? new Map<number, Member>();
    set.members.set(key, widths.set(width, member));
    return true;
  }

  addTree(holding: Holding, member: Member): void {
    this.#saved.push({ holding, member, name: memberName(holding, member.path) });
  }

  note(tree: FoundTree): void {
    this.#known.push(tree);
  }

  get sources(): readonly TileSource[] {
    return [...this.#tiles.values()].map(({ holding, members }): TileSource => {
      const read = new Map<Member, ReturnType<TileSource>>();
      return (level, index) => {
        const widths = members.get(`${level}/${index}`);
        const member = widths?.get(Math.max(...widths.keys()));
        if (member === undefined) return null;
        const known = read.get(member);
        if (known !== undefined) return known;
        const document = holding.document(member);
        read.set(member, document.ok ? document.value : null);
        return document.ok ? document.value : null;
      };
    });
  }

  /** Reads the tree heads that were saved by themselves. What is wrong with one is an item. */
  readSaved(context: ExaminationContext): readonly GoEvidence[] {
    return this.#saved.splice(0).flatMap(({ name, ...saved }): GoEvidence[] => {
      const at: Locator = { evidence: name, pointer: '' };
      const read = parsedOf({ name, ...saved }, readSumdbTree);
      const checks: Check[] = [];
      if (!read.ok) checks.push(malformedCheck('sumdb.format', at, read.problem));
      else {
        const { check, database } = signatureCheck(read.value, context, at);
        checks.push(passed('sumdb.format', at, treeFacts(read.value)), check);
        if (database !== null) {
          this.note({ name, holding: saved.holding, database, tree: read.value });
          return [];
        }
      }
      const item = { ...EMPTY_ITEM, name, kind: 'go-checksum-tree', checks };
      return [{ item, about: [], holding: saved.holding }];
    });
  }

  /** One for each database of which several tree heads are known: are they of one history, as far as tiles tell. */
  items(): readonly ItemFacts[] {
    const databases = [...new Set(this.#known.map(({ database }) => database))];
    return databases.flatMap((database) => this.#consistency(database));
  }

  #consistency(database: string): readonly ItemFacts[] {
    const trees = this.#known
      .filter((one) => one.database === database)
      .sort((a, b) => (a.tree.head.size < b.tree.head.size ? -1 : a.tree.head.size > b.tree.head.size ? 1 : 0));
    const newest = trees.at(-1)!;
    if (trees.length < 2) return [];
    const at: Locator = { evidence: newest.name, pointer: '' };
    const checks: Check[] = [];
    const findings: Finding[] = [];
    for (let i = 0; i + 1 < trees.length; i++) {
      const [older, newer] = [trees[i]!, trees[i + 1]!];
      const result = attempt(() => isConsistent(older.tree, newer.tree, this.sources));
      const sizes = { size1: String(older.tree.head.size), size2: String(newer.tree.head.size), older: older.name };
      if (!result.ok) checks.push(malformedCheck('sumdb.consistency', at, result.problem, sizes));
      else if (result.value) checks.push(passed('sumdb.consistency', at, sizes));
      else
        findings.push(
          finding('sumdb-trees-not-compared', at, `of ${sizes.size1} (${older.name}) and ${sizes.size2} records`),
        );
    }
    const name = `trees of ${database}`;
    const item = { ...EMPTY_ITEM, name, kind: 'go-checksum-tree', artifacts: [], findings };
    // Trees that cannot be compared are told, and prove nothing.
    if (checks.length === 0) return [{ ...item, checks: [passed('sumdb.signature', at, { database })] }];
    return [{ ...item, checks }];
  }
}

function isConsistent(older: SumdbTree, newer: SumdbTree, sources: readonly TileSource[]): boolean {
  const [a, b] = [older.head, newer.head];
  if (a.size === b.size) {
    checkConsistency(a.size, b.size, a.root, b.root, []);
    return true;
  }
  const each = sources.map((tiles) => consistencyFromTiles(a.size, b.size, tiles)).filter((one) => one !== null);
  if (each.length === 0) return false;
  const tried = each.map((hashes) => attempt(() => checkConsistency(a.size, b.size, a.root, b.root, hashes)));
  if (!tried.some(({ ok }) => ok)) checkConsistency(a.size, b.size, a.root, b.root, each[0]!);
  return true;
}

function parsedOf<T>({ holding, member }: SavedRecord, read: (bytes: Uint8Array) => T): Parsed<T> {
  const document = holding.document(member);
  return document.ok ? attempt(() => read(document.value)) : document;
}

function signatureCheck(
  tree: SumdbTree,
  context: ExaminationContext,
  at: Locator,
): { readonly check: Check; readonly database: string | null } {
  const keys = context.sumdbKeys ?? bundledSumdbKeys();
  const signer = sumdbSigner(tree, keys, context.engine);
  const facts = { known: keys.map(({ name }) => name), lines: tree.note.lines.map(({ name }) => name) };
  if (signer.outcome === 'signed')
    return { check: passed('sumdb.signature', at, { ...facts, database: signer.name }), database: signer.name };
  if (signer.outcome === 'forged') {
    const detail = `the line of ${signer.name} does not verify`;
    return { check: notPassed('sumdb.signature', at, 'sumdb-signature', detail, facts), database: null };
  }
  const detail = `signed by ${facts.lines.join(', ')}`;
  return { check: notPassed('sumdb.signature', at, 'sumdb-key-unknown', detail, facts), database: null };
}

function treeFacts({ head }: SumdbTree) {
  return { size: String(head.size), root: encodeHex(head.root) };
}

export interface RecordChecks {
  readonly checks: readonly Check[];
  readonly text: string | null;
  readonly signer: string | null;
  readonly tree: FoundTree | null;
}

/** Is it well formed, is its tree signed, and is it in that tree. */
export function recordChecks(saved: SavedRecord, trees: GoTrees, context: ExaminationContext): RecordChecks {
  const at: Locator = { evidence: saved.name, pointer: '' };
  const read = parsedOf(saved, readSumdbRecord);
  if (!read.ok) {
    const rest = (['sumdb.signature', 'sumdb.inclusion'] as const).map((id) => skipped(id, at, 'sumdb.format'));
    return {
      checks: [malformedCheck('sumdb.format', at, read.problem), ...rest],
      text: null,
      signer: null,
      tree: null,
    };
  }
  const { index, text, tree } = read.value;
  const { check, database } = signatureCheck(tree, context, at);
  const format = passed('sumdb.format', at, { record: String(index), ...treeFacts(tree) });
  if (database === null)
    return {
      checks: [format, check, skipped('sumdb.inclusion', at, 'sumdb.signature')],
      text,
      signer: null,
      tree: null,
    };
  const inclusion = inclusionCheck(index, text, tree, trees.sources, at);
  const found = { name: saved.name, holding: saved.holding, database, tree };
  return { checks: [format, check, inclusion], text, signer: database, tree: found };
}

function inclusionCheck(
  index: bigint,
  text: string,
  { head }: SumdbTree,
  sources: readonly TileSource[],
  at: Locator,
): Check {
  const leaf = leafHash(encodeUtf8(text));
  const facts = {
    record: String(index),
    size: String(head.size),
    leafHash: encodeHex(leaf),
    root: encodeHex(head.root),
  };
  if (index >= head.size) {
    const detail = `record ${index} in a tree of ${head.size}`;
    return notPassed('sumdb.inclusion', at, 'inclusion-shape', detail, facts);
  }
  const proofs = sources.map((tiles) => inclusionFromTiles(index, head.size, tiles)).filter((one) => one !== null);
  if (proofs.length === 0)
    return notPassed(
      'sumdb.inclusion',
      at,
      'sumdb-inclusion-absent',
      `no tiles for record ${index} of ${head.size}`,
      facts,
    );
  const tried = proofs.map((hashes) => attempt(() => checkInclusion(index, head.size, leaf, hashes, head.root)));
  if (tried.some(({ ok }) => ok)) return passed('sumdb.inclusion', at, facts);
  return notPassed('sumdb.inclusion', at, 'inclusion-root-mismatch', 'the saved tiles lead to another root', facts);
}
