// SPDX-License-Identifier: Apache-2.0
import type { LockEntry } from '../artifact/lock-entry.ts';
import { lockfileKind } from '../artifact/lockfiles.ts';
import { escapeText } from '../encoding/escape-text.ts';
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
import { attempt, type Problem } from '../model/malformed.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import type { DigestIndex } from './digest-index.ts';
import { ownIdentity } from './package-stage.ts';
import type { Artifact, PackageAsked } from './request.ts';

interface Lock {
  readonly name: string;
  readonly kind: string;
  /** The user named the lockfile itself: what it says of packages is his question. */
  readonly named: boolean;
  readonly entries: readonly LockEntry[];
  readonly problem: Problem | null;
}

/** One entry, and what is at hand of it. */
export interface LockRow {
  readonly entry: LockEntry;
  readonly lock: string;
  /** Artifacts that have a digest of it. */
  readonly artifacts: readonly Artifact[];
  /** An artifact that calls itself this package in this version, and has none of its digests; null where it has no digest. */
  readonly other: Artifact | null;
}

/** What is asked of the entries of a lockfile that the user named, beyond that evidence speaks of each. */
export interface EntriesAsked {
  /** The evidence must say how the package was built. */
  readonly provenance: boolean;
  /** Entries that need none, by their names. */
  readonly ignores: (name: string) => boolean;
}

/** How an artifact stands among the evidence. */
export interface EntryStanding {
  /** Evidence speaks of it, or none needs to. */
  isAttested(artifact: Artifact): boolean;
  /** Provenance that has verified speaks of it. */
  isProven(artifact: Artifact): boolean;
}

/**
 * The lockfiles among what the user named: each entry is matched by digest with what is at hand. One that was found says what
 * the folder claims to hold, and is compared; only one that the user named by itself asks for its packages, so that it stands
 * for the question who signed (attacks L02).
 */
export class LockSet {
  readonly #locks: Lock[] = [];
  readonly #byDigest = new Map<string, { readonly entry: LockEntry; readonly lock: Lock }>();
  readonly #asked: EntriesAsked | null;

  constructor(asked: EntriesAsked | null = null) {
    this.#asked = asked;
  }

  #isIgnored({ entry, lock }: { readonly entry: LockEntry; readonly lock: string }): boolean {
    if (this.#asked === null || !this.#asked.ignores(entry.name)) return false;
    return this.#locks.some((one) => one.name === lock && one.named);
  }

  /** Stands for entries alone that need no evidence. */
  isIgnored(artifact: Artifact): boolean {
    if (this.#asked === null) return false;
    const known = [...artifact.digests].flatMap(([algorithm, hex]) => {
      const one = this.#byDigest.get(`${algorithm}:${hex}`);
      return one === undefined ? [] : [{ entry: one.entry, lock: one.lock.name }];
    });
    return known.length > 0 && known.every((one) => this.#isIgnored(one));
  }

  /** Reads those of one holding, by the names that their tools give them. The paths of those members. */
  read(holding: Holding): readonly string[] {
    const paths: string[] = [];
    for (const member of holding.members) {
      const name = memberName(holding, member.path);
      const kind = lockfileKind(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
      if (kind === null) continue;
      const read = this.#entries(holding, member, kind.read);
      const named = holding.container === 'file' && holding.origin === 'named';
      const lock: Lock = {
        name,
        kind: kind.id,
        named,
        entries: read.ok ? read.value : [],
        problem: read.ok ? null : read.problem,
      };
      this.#locks.push(lock);
      paths.push(member.path);
      for (const entry of lock.entries) {
        for (const { algorithm, hex } of strongOf(entry)) {
          const key = `${algorithm}:${hex}`;
          if (named || !this.#byDigest.has(key)) this.#byDigest.set(key, { entry, lock });
        }
      }
    }
    return paths;
  }

  #entries(holding: Holding, member: Member, read: (bytes: Uint8Array) => readonly LockEntry[]) {
    const document = holding.document(member);
    return document.ok ? attempt(() => read(document.value)) : document;
  }

  get isEmpty(): boolean {
    return this.#locks.length === 0;
  }

  /** The packages of lockfiles that the user named and that are not at hand: their digests stand for them. */
  absent(index: DigestIndex): readonly Artifact[] {
    const told = new Map<string, string>();
    return this.rows(index, []).flatMap(({ entry, artifacts, lock }) => {
      const named = this.#locks.some((one) => one.name === lock && one.named);
      const digests = new Map<HashName, string>(strongOf(entry).map(({ algorithm, hex }) => [algorithm, hex]));
      // Of several files of one version nobody can say which is wanted.
      if (!named || artifacts.length > 0 || digests.size === 0 || digests.size < strongOf(entry).length) return [];
      const { ecosystem, version } = entry;
      const identity = version === null ? {} : { package: { ecosystem, name: entry.name, version, from: lock } };
      const plain = `${textOf(entry)} in ${lock}`;
      const octets = JSON.stringify([...digests]);
      // Two that are called the same and are not: what is shown of the one is nothing of the other.
      const isOther = (told.get(plain) ?? octets) !== octets;
      if (!isOther) told.set(plain, octets);
      const name = isOther ? `${plain}${pointerOf(entry)}` : plain;
      return [{ name, bytes: null, digests, given: 'digest' as const, origin: 'found' as const, ...identity }];
    });
  }

  /** The question that a lockfile asks about an artifact, or null where none that the user named does. */
  asks(artifacts: readonly Artifact[], signerAsked: boolean): PackageAsked | null {
    for (const { digests } of artifacts) {
      for (const [algorithm, hex] of digests) {
        const known = this.#byDigest.get(`${algorithm}:${hex}`);
        if (known === undefined) continue;
        const { entry, lock } = known;
        return { name: entry.name, version: entry.version, from: lock.name, forSigner: lock.named && !signerAsked };
      }
    }
    return null;
  }

  /** Of a package that is pinned, or that says what it is; null where there is no lockfile. */
  ecosystemOf(artifact: Artifact): string | null {
    if (this.isEmpty) return null;
    for (const [algorithm, hex] of artifact.digests) {
      const known = this.#byDigest.get(`${algorithm}:${hex}`);
      if (known !== undefined) return known.entry.ecosystem;
    }
    return packageOf(artifact)?.ecosystem ?? null;
  }

  /** @param artifacts that may call themselves a package of an entry */
  rows(index: DigestIndex, artifacts: readonly Artifact[]): readonly LockRow[] {
    const pinned = new Set<Artifact>();
    const found = this.#locks.flatMap((lock) =>
      lock.entries.map((entry) => {
        const own = strongOf(entry).flatMap(({ algorithm, hex }) => index.find(algorithm, hex));
        for (const artifact of own) pinned.add(artifact);
        return { entry, lock: lock.name, artifacts: [...new Set(own)] };
      }),
    );
    const others = new Map<string, Artifact>();
    for (const artifact of artifacts) {
      const own = pinned.has(artifact) ? null : packageOf(artifact);
      if (own !== null) others.set(`${own.ecosystem} ${own.name}@${own.version}`, artifact);
    }
    return found.map((row) => {
      const { ecosystem, name, version } = row.entry;
      const isPinned = strongOf(row.entry).length > 0;
      return { ...row, other: isPinned ? (others.get(`${ecosystem} ${name}@${version}`) ?? null) : null };
    });
  }

  /**
   * What lockfiles name, and no artifact stands for, be it only by its digest: for the table of coverage. Named by their places,
   * so that no evidence can be about them.
   */
  missing(
    index: DigestIndex,
    artifacts: readonly Artifact[],
  ): readonly { readonly name: string; readonly ecosystem: string }[] {
    const rows = this.rows(index, artifacts);
    return this.#locks.flatMap((lock) => {
      const own = rows.filter((row) => row.lock === lock.name);
      if (!isJudged(lock, own)) return [];
      return own
        .filter((row) => row.artifacts.length === 0 && !this.#isIgnored(row))
        .map(({ entry }) => ({
          name: `${textOf(entry)} in ${lock.name}${pointerOf(entry)}`,
          ecosystem: entry.ecosystem,
        }));
    });
  }

  /**
   * One for each lockfile: could it be read, is everything of it that is at hand what it pins, and is all of it attested. One
   * that was found, and of which nothing is at hand, is only listed.
   */
  items(index: DigestIndex, artifacts: readonly Artifact[], standing: EntryStanding): readonly ItemFacts[] {
    const rows = this.rows(index, artifacts);
    return this.#locks.flatMap((lock) => {
      const at: Locator = { evidence: lock.name, pointer: '' };
      const base = { ...EMPTY_ITEM, name: lock.name, kind: 'lockfile', version: lock.kind };
      if (lock.problem !== null) return [{ ...base, checks: [malformedCheck('lock.format', at, lock.problem)] }];
      const own = rows.filter((row) => row.lock === lock.name);
      const format = passed('lock.format', at, { kind: lock.kind, entries: own.length });
      if (!isJudged(lock, own)) return [];
      const ignored = own.filter((row) => this.#isIgnored(row));
      const needed = own.filter((row) => !ignored.includes(row));
      const checks = [format, entriesCheck(own, at), ...attestedChecks(needed, ignored.length, at, standing)];
      if (lock.named && this.#asked?.provenance === true) checks.push(provenanceCheck(needed, at, standing));
      const left = ignored.map(({ entry }) =>
        finding('lock-entry-ignored', { evidence: lock.name, pointer: pointerOf(entry) }, textOf(entry)),
      );
      return [{ ...base, checks, findings: [...unpinned(needed, lock.name), ...left] }];
    });
  }
}

/** One that was found, and of which nothing is at hand, says nothing about what is. */
function isJudged(lock: Lock, rows: readonly LockRow[]): boolean {
  return lock.named || rows.some((row) => row.artifacts.length > 0 || row.other !== null);
}

const SHOWN = 8;

function entriesCheck(rows: readonly LockRow[], at: Locator): Check {
  const other = rows.filter((row) => row.other !== null);
  const atHand = rows.filter(({ artifacts }) => artifacts.length > 0).length;
  const facts = { entries: rows.length, atHand, absent: rows.length - atHand, different: other.length };
  if (other.length === 0) return passed('lock.entries', at, facts);
  const shown = other
    .slice(0, SHOWN)
    .map(({ entry, other: found }) => `${found?.name} is ${escapeText(entry.name, 96)} ${entry.version}`);
  const detail = `${shown.join(', ')}${other.length > SHOWN ? ', …' : ''}, and has none of its digests`;
  return notPassed('lock.entries', at, 'lock-digest-mismatch', detail, facts);
}

function attestedChecks(
  rows: readonly LockRow[],
  ignored: number,
  at: Locator,
  { isAttested }: EntryStanding,
): readonly Check[] {
  const open = rows.filter(({ artifacts }) => !artifacts.some(isAttested));
  const facts = {
    entries: rows.length,
    attested: rows.length - open.length,
    unattested: open.length,
    ...(ignored > 0 ? { ignored } : {}),
  };
  const evidence =
    facts.attested > 0 || (rows.length === 0 && ignored > 0)
      ? passed('set.evidence', at, facts)
      : notPassed('set.evidence', at, 'evidence-absent', `${rows.length} packages, and no evidence of any`, facts);
  if (open.length === 0) return [evidence, passed('set.attested', at, facts)];
  return [evidence, notPassed('set.attested', at, 'artifact-unattested', detailOf(open, rows), facts)];
}

/** Of those that evidence speaks of at all: what else is signed of a package says nothing of how it was built. */
function provenanceCheck(rows: readonly LockRow[], at: Locator, { isAttested, isProven }: EntryStanding): Check {
  const attested = rows.filter(({ artifacts }) => artifacts.some(isAttested));
  const open = attested.filter(({ artifacts }) => !artifacts.some(isProven));
  if (open.length > 0) return notPassed('lock.provenance', at, 'lock-entry-unproven', detailOf(open, rows));
  if (attested.length < rows.length) return skipped('lock.provenance', at, 'set.attested');
  return passed('lock.provenance', at, { entries: rows.length });
}

function detailOf(open: readonly LockRow[], rows: readonly LockRow[]): string {
  const shown = open.slice(0, SHOWN).map(({ entry }) => `${escapeText(entry.name, 96)} ${entry.version ?? ''}`.trim());
  return `${open.length} of ${rows.length}: ${shown.join(', ')}${open.length > SHOWN ? ', …' : ''}`;
}

/** By what is inside, where it is a package of npm's world and can be read; else by its name. */
function packageOf(artifact: Artifact): PackageIdentity | null {
  if (artifact.package !== undefined) return artifact.package;
  if (!/\.(tgz|tar\.gz)$/i.test(artifact.name)) return null;
  const inside = attempt(() => ownIdentity(artifact));
  return inside.ok ? inside.value : null;
}

/** What no digest pins: a git reference, a folder, an entry whose integrity was taken out; a line that brings in others. */
function unpinned(rows: readonly LockRow[], evidence: string): Finding[] {
  return rows
    .filter(({ entry }) => strongOf(entry).length === 0)
    .map(({ entry }) => {
      const place = { evidence, pointer: pointerOf(entry) };
      if (entry.isOption === true) return finding('lock-option', place, entry.name);
      const from = entry.resolved === null ? '' : `, from ${escapeText(entry.resolved, 96)}`;
      const what = `${escapeText(entry.name, 96)} ${entry.version ?? 'without a version'}${from}`;
      return finding('lock-no-integrity', place, what);
    });
}

function textOf({ name, version, isOption }: LockEntry): string {
  return isOption === true ? name : `${escapeText(name, 96)}@${version ?? 'no version'}`;
}

function pointerOf({ pointer }: LockEntry): string {
  return pointer.startsWith('/') ? pointer : `/${pointer}`;
}

function strongOf({ integrities }: LockEntry): readonly { readonly algorithm: HashName; readonly hex: string }[] {
  return integrities.flatMap(({ algorithm, hex }) =>
    algorithm === 'sha1' || algorithm === 'md5' ? [] : [{ algorithm, hex }],
  );
}
