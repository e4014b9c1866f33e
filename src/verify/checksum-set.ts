// SPDX-License-Identifier: Apache-2.0
import {
  type ChecksumEntry,
  type ChecksumList,
  type ListedAlgorithm,
  mayBeChecksumList,
  readChecksumList,
} from '../artifact/checksum-list.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { isBagManifest, readBagManifest } from '../evidence/bag-manifest.ts';
import { findStellaBundles, readStellaManifest } from '../evidence/stella-bundle.ts';
import { type Check, type Facts, type Finding, finding, notPassed, passed, skipped } from '../model/check.ts';
import type { Holding, Member } from '../model/holding.ts';
import { attempt } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import { artifactDigest } from './artifact-stage.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { type HeldArtifact, heldArtifact } from './held-artifact.ts';
import type { Artifact } from './request.ts';

/** A list of digests that was found. It says something once evidence speaks of it, by its own digest. */
interface FoundList {
  readonly artifact: HeldArtifact;
  readonly holding: Holding;
  /** '' or ending in a slash. */
  readonly folder: string;
  readonly entries: readonly ChecksumEntry[];
  readonly form: ChecksumList['form'] | 'bag manifest' | 'bundle manifest';
}

/** What is known of the evidence about a list. */
export interface ListStanding {
  /** Some evidence names the list by its digest, or a list that does is named so. */
  isSpokenOf(artifact: Artifact): boolean;
  /** A signature over it has verified. */
  isSigned(artifact: Artifact): boolean;
}

/**
 * The lists of digests among what the user named. A list that nobody signed is listed, and its entries are claims; what
 * differs from it is a finding. Once a signed statement or a signature names the list itself, what has a digest of it counts as
 * attested through the list, whatever it is called, and a file under a name of the list with another digest is refuted.
 */
export class ChecksumSet {
  readonly #lists: FoundList[] = [];
  readonly #byDigest = new Map<string, FoundList[]>();
  readonly #algorithms = new Set<HashName>();

  /** Those of one holding. The paths of members that are nothing else, and what they are. */
  read(holding: Holding): ReadonlyMap<string, string> {
    const paths = new Map<string, string>();
    const bags = new Set(
      holding.members.filter(({ path }) => baseOf(path) === 'bagit.txt').map(({ path }) => folderOf(path)),
    );
    const bundles = findStellaBundles(holding);
    for (const member of holding.members) {
      const isBundle = baseOf(member.path) === 'manifest.json' && bundles.has(folderOf(member.path));
      if (member.size > LIMITS.documentBytes || !(isBundle || mayBeChecksumList(member.head))) continue;
      const folder = folderOf(member.path);
      const list = isBundle ? bundleList(holding, member) : this.#listOf(holding, member, bags.has(folder));
      if (list === null) continue;
      const found = { artifact: heldArtifact(holding, member), holding, folder, ...list };
      this.#lists.push(found);
      this.#enter(found);
      // A list that the user named by itself is what he asks about.
      const named = holding.container === 'file' && holding.origin === 'named';
      if (!named && !ARRANGED.has(list.form)) paths.set(member.path, `a ${list.form}`);
    }
    return paths;
  }

  #listOf(holding: Holding, member: Member, inBag: boolean): Pick<FoundList, 'entries' | 'form'> | null {
    const name = baseOf(member.path === '' ? holding.name : member.path);
    const document = holding.document(member);
    if (!document.ok) return null;
    if (inBag && isBagManifest(name)) {
      const manifest = attempt(() => readBagManifest(document.value, name));
      if (!manifest.ok) return null;
      const { algorithm, entries } = manifest.value;
      const digests = (hex: string) => new Map([[algorithm as ListedAlgorithm, hex]]);
      return {
        form: 'bag manifest',
        entries: [...entries].map(([path, hex]) => ({ name: path, digests: digests(hex) })),
      };
    }
    const list = attempt(() => readChecksumList(document.value, name));
    return list.ok ? list.value : null;
  }

  #enter(list: FoundList): void {
    for (const { digests } of list.entries) {
      for (const [algorithm, hex] of digests) {
        if (!isStrong(algorithm)) continue;
        this.#algorithms.add(algorithm);
        const key = `${algorithm}:${hex}`;
        const same = this.#byDigest.get(key);
        if (same === undefined) this.#byDigest.set(key, [list]);
        else if (same.at(-1) !== list) same.push(list);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#lists.length === 0;
  }

  /** The lists that have a strong digest of it. */
  naming(artifact: Artifact): readonly Artifact[] {
    const found = new Set<Artifact>();
    for (const algorithm of this.#algorithms) {
      const hex = algorithm === 'sha256' ? artifact.digests.get(algorithm) : artifactDigest(artifact, algorithm);
      if (hex === undefined || hex === null) continue;
      for (const list of this.#byDigest.get(`${algorithm}:${hex}`) ?? []) found.add(list.artifact);
    }
    found.delete(artifact);
    return [...found];
  }

  /** One for each list that evidence speaks of. */
  items(standing: ListStanding): readonly ItemFacts[] {
    return this.#lists.flatMap((list) => {
      const { artifact, form } = list;
      // Of a bag, the checks of the bag say it all.
      if (ARRANGED.has(form) || !standing.isSpokenOf(artifact)) return [];
      const at = { evidence: artifact.name, pointer: '' };
      const compared = compare(list);
      const check = standing.isSigned(artifact)
        ? entryCheck(compared, artifact.name)
        : skipped('checksum.entry', at, 'signature.valid');
      const findings = compared.weak === 0 ? [] : [weakFinding(list, compared)];
      return [{ ...EMPTY_ITEM, name: artifact.name, kind: 'checksum-list', version: form, checks: [check], findings }];
    });
  }

  /** About the files of one holding that an unsigned list names otherwise. */
  findings(holding: Holding, standing: ListStanding): readonly Finding[] {
    return this.#lists
      .filter((list) => list.holding === holding && !ARRANGED.has(list.form) && !standing.isSpokenOf(list.artifact))
      .flatMap((list) => {
        const compared = compare(list);
        const at = { evidence: list.artifact.name, pointer: '' };
        const differing = compared.differing.map((one) => finding('checksum-differs', at, one));
        return compared.weak === list.entries.length ? [weakFinding(list, compared), ...differing] : differing;
      });
  }
}

/** Checks of an arrangement say all that is to be said of them. */
const ARRANGED: ReadonlySet<FoundList['form']> = new Set(['bag manifest', 'bundle manifest']);

function bundleList(holding: Holding, member: Member): Pick<FoundList, 'entries' | 'form'> | null {
  const document = holding.document(member);
  const manifest = document.ok ? attempt(() => readStellaManifest(document.value)) : document;
  if (!manifest.ok || manifest.value === null) return null;
  const entries = manifest.value.map(({ path, sha256 }) => ({
    name: path,
    digests: new Map([['sha256', sha256] as const]),
  }));
  return { form: 'bundle manifest', entries };
}

interface Compared {
  readonly entries: number;
  readonly same: readonly string[];
  readonly differing: readonly string[];
  readonly absent: number;
  readonly weak: number;
}

/** Each entry with the file that has its name, from the folder of the list on. */
function compare({ holding, folder, entries, artifact }: FoundList): Compared {
  const members = new Map(holding.members.map((member) => [member.path, member]));
  const same: string[] = [];
  const differing: string[] = [];
  let absent = 0;
  let weak = 0;
  for (const { name, digests } of entries) {
    const strong = [...digests].filter(([algorithm]) => isStrong(algorithm)) as [HashName, string][];
    if (strong.length === 0) weak++;
    const path = name.startsWith('./') ? name.slice(2) : name;
    const member = members.get(folder + path);
    if (member === undefined || member === artifact.member) absent++;
    else if (strong.length > 0) {
      const file = heldArtifact(holding, member);
      const other = strong.find(([algorithm, hex]) => artifactDigest(file, algorithm) !== hex);
      if (other === undefined) same.push(file.name);
      else
        differing.push(`${file.name} has ${other[0]} ${artifactDigest(file, other[0]) ?? 'unknown'}, not ${other[1]}`);
    }
  }
  return { entries: entries.length, same, differing, absent, weak };
}

const SHOWN = 8;

function entryCheck({ entries, same, differing, absent, weak }: Compared, evidence: string): Check {
  const facts: Facts = {
    entries,
    same: same.length,
    different: differing.length,
    absent,
    weak,
    through: same.slice(0, SHOWN),
  };
  const at = { evidence, pointer: '' };
  if (differing.length === 0) return passed('checksum.entry', at, facts);
  const detail = `${escapeText(differing.slice(0, SHOWN).join('; '), 1024)}${differing.length > SHOWN ? '; …' : ''}`;
  return notPassed('checksum.entry', at, 'checksum-mismatch', detail, facts);
}

function weakFinding({ artifact, entries }: FoundList, { weak }: Compared): Finding {
  const at = { evidence: artifact.name, pointer: '' };
  return finding('checksum-weak', at, `${weak} of ${entries.length} entries have neither SHA-256, SHA-384 nor SHA-512`);
}

function isStrong(algorithm: ListedAlgorithm): algorithm is HashName {
  return algorithm === 'sha256' || algorithm === 'sha384' || algorithm === 'sha512';
}

function baseOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
