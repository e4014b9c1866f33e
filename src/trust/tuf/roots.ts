// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../../crypto/engine.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { olpcJson } from '../../encoding/olpc-json.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import { equalBytes } from '../../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../../model/check.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import { readTufRoot, type TufRole, type TufRoot } from './metadata.ts';
import type { TufSource } from './source.ts';
import { type Delegator, verifyRole } from './threshold.ts';

export interface RootChain {
  readonly checks: readonly Check[];
  /** The last root of an unbroken row; null where the row is broken, or does not begin at the pin. */
  readonly last: TufRoot | null;
  /** Of the whole row, also before the pin. */
  readonly versions: readonly number[];
}

/**
 * TUF 1.0 §5.3, over a directory: from the pinned root on, each next root is signed by as many distinct keys as the one before asks for
 * and as it asks for itself. A client would stop at the first number that is not there; whoever sees the whole directory sees that one
 * was left out. Roots before the pin are held to the same rule: they are history, and prove nothing for the pin.
 */
export function verifyRoots(source: TufSource, pinned: TufRoot, engine: Engine): RootChain {
  const checks: Check[] = [];
  const place = (file: string): Locator => ({ evidence: `${source.metadata}/${file}`, pointer: '' });
  const versions = source.roots();
  const pinCheck = checkPin(source, pinned, versions, place);
  checks.push(pinCheck);
  if (pinCheck.outcome !== 'passed') return { checks, last: null, versions };
  const start = beginning(versions, pinned.version);
  let before: TufRoot | null = start > pinned.version ? pinned : null;
  let whole = true;
  for (const version of versions.filter((one) => one >= start)) {
    const file = `${version}.root.json`;
    const at = place(file);
    const read = attempt(() => {
      const root = readTufRoot(source.read(file, LIMITS.tufRootBytes)!, file);
      if (root.version !== version) throw new Malformed('tuf-root-gap', `${file} is root ${root.version}`);
      if (before !== null && version !== before.version + 1)
        throw new Malformed('tuf-root-gap', `root ${before.version + 1} is not there, and root ${version} is`);
      const by = before === null ? null : verifyRole(delegatorOf(before), rootRole(before), root, engine);
      const own = verifyRole(delegatorOf(root), rootRole(root), root, engine);
      return { root, by, own };
    });
    if (!read.ok) {
      checks.push(malformedCheck('tuf.root', at, read.problem, { version }));
      whole = false;
      break;
    }
    const { root, by, own } = read.value;
    checks.push(passed('tuf.root', at, factsOf(root, before, by, own)));
    before = root;
  }
  // A directory that ends before the pin shows an older state than the one that is trusted already.
  const last = whole ? (before === null || before.version < pinned.version ? pinned : before) : null;
  return { checks, last, versions };
}

/** Where the unbroken row that leads to the pin begins: what lies before a hole in front of it leads nowhere. */
function beginning(versions: readonly number[], pin: number): number {
  let start = versions.includes(pin) ? pin : pin + 1;
  while (versions.includes(start - 1)) start -= 1;
  return start;
}

function checkPin(
  source: TufSource,
  pinned: TufRoot,
  versions: readonly number[],
  place: (file: string) => Locator,
): Check {
  const facts = { version: pinned.version, sha256: pinned.sha256, pinned: pinned.name };
  const file = `${pinned.version}.root.json`;
  if (versions.includes(pinned.version)) {
    const held = attempt(() => readTufRoot(source.read(file, LIMITS.tufRootBytes)!, file));
    if (!held.ok) return malformedCheck('tuf.pin', place(file), held.problem, facts);
    // The same root may be written with other white space, or with a signature more.
    if (held.value.sha256 === pinned.sha256 || equalBytes(olpcJson(held.value.signed), olpcJson(pinned.signed)))
      return passed('tuf.pin', place(file), facts);
    const detail = `${file} is another root ${pinned.version} than ${pinned.name}`;
    return notPassed('tuf.pin', place(file), 'tuf-root-pin', detail, facts);
  }
  const nowhere = { evidence: source.name, pointer: '' };
  if (versions.includes(pinned.version + 1) && versions[0] === pinned.version + 1)
    return passed('tuf.pin', nowhere, facts);
  // A mirror that was copied without its roots: nothing has changed since the pin, as far as it says.
  if (versions.length === 0) return passed('tuf.pin', nowhere, facts);
  const newest = versions[versions.length - 1]!;
  if (newest < pinned.version) {
    const detail = `the directory ends with root ${newest}, and root ${pinned.version} is trusted already`;
    return notPassed('tuf.pin', nowhere, 'tuf-rollback', detail, facts);
  }
  const named = `${versions[0]} to ${newest}`;
  const detail = `root ${pinned.version} is pinned, and the directory holds ${named}`;
  return notPassed('tuf.pin', nowhere, 'tuf-root-pin', detail, facts);
}

export function delegatorOf(root: TufRoot): Delegator {
  return { name: `root ${root.version}`, keys: root.keys, model: root.model };
}

export function rootRole(root: TufRoot, name = 'root'): TufRole {
  return root.roles.get(name)!;
}

function factsOf(root: TufRoot, before: TufRoot | null, by: readonly string[] | null, own: readonly string[]) {
  return {
    version: root.version,
    expires: formatInstant(root.expires),
    sha256: root.sha256,
    follows: before === null ? null : before.version,
    signedByKeysOfThatOne: by,
    signedByItsOwn: own,
    threshold: rootRole(root).threshold,
  };
}
