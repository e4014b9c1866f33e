// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { Holding, Member } from '../model/holding.ts';
import { Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import { type BagManifest, isBagManifest, linesOf, readBagManifest, STRONG_IN_BAGS } from './bag-manifest.ts';

/** A bag (RFC 8493) in a folder of a holding, as far as its tag files tell of it. */
export interface Bag {
  readonly version: string;
  readonly manifests: readonly BagManifest[];
  /** Path from the bag's own folder → file. */
  readonly members: ReadonlyMap<string, Member>;
  /** In the payload, and no file. */
  readonly links: readonly string[];
}

const DECLARATION = 'bagit.txt';
const VERSIONS: ReadonlySet<string> = new Set(['0.97', '1.0']);

/** The folders in which a bag lies, '' or ending in a slash. One inside the payload of another is part of that. */
export function findBags(holding: Holding): readonly string[] {
  const found = holding.members
    .filter(({ path }) => path === DECLARATION || path.endsWith(`/${DECLARATION}`))
    .map(({ path }) => path.slice(0, -DECLARATION.length));
  return found.filter((folder) => !found.some((other) => other !== folder && folder.startsWith(`${other}data/`)));
}

/**
 * @param read the octets of a tag file
 * @throws Malformed `bag-format`, `bag-encoding`, `bag-path`, `limit-exceeded`, and what reading gives
 */
export function readBag(holding: Holding, folder: string): Bag {
  const members = new Map(
    holding.members
      .filter(({ path }) => path.startsWith(folder))
      .map((member) => [member.path.slice(folder.length), member]),
  );
  const octets = (path: string) => required(holding.document(members.get(path)!));
  const version = readDeclaration(linesOf(octets(DECLARATION), DECLARATION));
  const manifests = [...members.keys()]
    .filter((path) => isBagManifest(path))
    .map((path) => readBagManifest(octets(path), path));
  if (!manifests.some(({ ofTags }) => !ofTags)) throw new Malformed('bag-format', 'it has no payload manifest');
  const links = holding.others
    .filter(({ path }) => path.startsWith(`${folder}data/`))
    .map(({ path }) => path.slice(folder.length));
  return { version, manifests, members, links };
}

function required<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Malformed(parsed.problem.reason, parsed.problem.detail);
}

/** RFC 8493 §2.1.1: two lines, and no byte order mark. */
function readDeclaration([first, second, ...more]: readonly string[]): string {
  const version = /^BagIt-Version: (\d{1,3}\.\d{1,3})$/.exec(first ?? '')?.[1];
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(second ?? '')?.[1];
  if (version === undefined || encoding === undefined || more.length > 0)
    throw new Malformed('bag-format', 'bagit.txt is not the two lines BagIt-Version and Tag-File-Character-Encoding');
  if (!VERSIONS.has(version)) throw new Malformed('bag-format', `BagIt version ${version} is not read here`);
  if (encoding.toUpperCase() !== 'UTF-8')
    throw new Malformed('bag-encoding', `bagit.txt says ${escapeText(encoding, 32)}`);
  return version;
}

/** Whether it holds exactly what its manifests list (RFC 8493 §3, complete). Every problem. */
export function problemsOfCompleteness({ version, manifests, members, links }: Bag): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (reason: ReasonCode, detail: string) => problems.push({ reason, detail });
  if (members.has('fetch.txt')) add('bag-fetch', 'fetch.txt names what is to be fetched');
  for (const link of links) add('bag-file-extra', `"${escapeText(link)}" is a link, which is not followed`);
  const composed = new Map([...members.keys()].map((path) => [path.normalize('NFC'), path]));
  for (const manifest of manifests) {
    for (const path of manifest.entries.keys()) {
      if (members.has(path)) continue;
      const other = composed.get(path.normalize('NFC'));
      const near = other === undefined ? '' : ', but is there in another Unicode form';
      add('bag-file-missing', `${nameOf(manifest)} lists "${escapeText(path)}", which is missing${near}`);
    }
  }
  const ofPayload = manifests.filter(({ ofTags }) => !ofTags);
  const payload = [...members.keys()].filter((path) => path.startsWith('data/'));
  for (const path of payload) {
    const without = ofPayload.filter(({ entries }) => !entries.has(path));
    // Until 1.0 a file had to be in one of the payload manifests only.
    if (without.length === 0 || (version === '0.97' && without.length < ofPayload.length)) continue;
    add('bag-file-extra', `"${escapeText(path)}" is not in ${without.map(nameOf).join(', ')}`);
  }
  return problems;
}

/** Whether every file has its digest (RFC 8493 §3, valid), by each algorithm that is worth it. Every problem. */
export function problemsOfValidity({ manifests, members }: Bag, holding: Holding): readonly Problem[] {
  const problems: Problem[] = [];
  const covered = new Set<string>();
  for (const manifest of manifests) {
    const algorithm = STRONG_IN_BAGS.get(manifest.algorithm);
    if (algorithm === undefined) continue;
    for (const [path, expected] of manifest.entries) {
      const member = members.get(path);
      if (member === undefined) continue;
      covered.add(path);
      const known = member.digests.get(algorithm);
      const digests = known === undefined ? holding.digests(member, [algorithm]) : null;
      if (digests?.ok === false) {
        problems.push(digests.problem);
        continue;
      }
      const found = known ?? digests?.value.get(algorithm);
      if (found === expected) continue;
      const detail = `"${escapeText(path)}" has ${algorithm} ${found}, ${nameOf(manifest)} names ${expected}`;
      problems.push({ reason: 'bag-digest-mismatch', detail });
    }
  }
  const ofPayload = manifests.filter(({ ofTags }) => !ofTags);
  const listed = new Set(ofPayload.flatMap(({ entries }) => [...entries.keys()]));
  const weak = [...listed].some((path) => members.has(path) && !covered.has(path));
  if (weak || !ofPayload.some(({ algorithm }) => STRONG_IN_BAGS.has(algorithm))) {
    const algorithms = ofPayload.map(({ algorithm }) => algorithm);
    const detail = `its payload manifests are of ${algorithms.join(', ')}`;
    problems.push({ reason: 'bag-weak-digests', detail });
  }
  return problems;
}

export function nameOf({ ofTags, algorithm }: BagManifest): string {
  return `${ofTags ? 'tag' : ''}manifest-${algorithm}.txt`;
}
