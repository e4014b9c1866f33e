// SPDX-License-Identifier: Apache-2.0
import { type Finding, finding } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';

/** Names of files that were found, by their last segments. */
export type FoundByName = ReadonlyMap<string, readonly string[]>;

export function foundByName(names: readonly string[]): FoundByName {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const base = baseOf(name);
    const same = found.get(base);
    if (same === undefined) found.set(base, [name]);
    else same.push(name);
  }
  return found;
}

type Digests = Readonly<Record<string, string>>;

/**
 * What names say of a pairing that digests have made: a file that is called otherwise than the subject that it is, and a file that
 * is called as a subject and is another one. Names of packages and images are compared elsewhere.
 */
export function nameFindings({ name: item, subjects, artifacts }: ItemFacts, found: FoundByName): Finding[] {
  const out: Finding[] = [];
  for (const [index, { name, digest }] of subjects.entries()) {
    if (name === null || name === '' || isPackage(name)) continue;
    const at = { evidence: item, pointer: `/subject/${index}` };
    const same = artifacts.filter(({ digests }) => agree(digest, digests));
    const base = baseOf(name);
    const others = same.filter((one) => isFile(one.name, found) && baseOf(one.name) !== base);
    if (others.length > 0 && !same.some((one) => baseOf(one.name) === base)) {
      out.push(finding('subject-name-differs', at, `${others[0]!.name} is the subject "${name}"`));
    }
    const called = found.get(base) ?? [];
    if (same.length === 0 && called.length > 0) {
      out.push(finding('subject-name-other-digest', at, `${called[0]} is called as the subject, and is another file`));
    }
  }
  return out;
}

/** Last segments of the names of subjects that are none of the artifacts by their digests. */
export function unmetNames({ subjects, artifacts }: ItemFacts): string[] {
  return subjects.flatMap(({ name, digest }) =>
    name === null || artifacts.some(({ digests }) => agree(digest, digests)) ? [] : baseOf(name),
  );
}

function agree(digest: Digests, digests: Digests): boolean {
  return Object.entries(digest).some(([algorithm, hex]) => digests[algorithm] === hex);
}

function isPackage(name: string): boolean {
  return name.startsWith('pkg:') || name.includes('@sha256:');
}

function isFile(name: string, found: FoundByName): boolean {
  return found.get(baseOf(name))?.includes(name) === true;
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
