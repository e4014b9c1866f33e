// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../../crypto/digest.ts';
import type { Engine } from '../../crypto/engine.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import type { Bytes } from '../../model/bytes.ts';
import { type Check, type Facts, type Locator, malformedCheck, notPassed, passed, skipped } from '../../model/check.ts';
import type { CheckId } from '../../model/checks.ts';
import type { Instant } from '../../model/instant.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import type { HashName } from '../../model/public-key.ts';
import type { SeenFile, TufMemory } from './memory.ts';
import {
  readTufSnapshot,
  readTufTargets,
  readTufTimestamp,
  type TufFile,
  type TufMeta,
  type TufRoot,
  type TufSnapshot,
} from './metadata.ts';
import { delegatorOf, rootRole, verifyRoots } from './roots.ts';
import type { TufSource } from './source.ts';
import { type FoundTarget, loadTargets, type RoleLoader } from './targets.ts';
import { verifyRole } from './threshold.ts';

export interface TufRequest {
  readonly source: TufSource;
  /** The root that is trusted already. */
  readonly pinned: TufRoot;
  readonly memory: TufMemory | null;
  readonly at: Instant;
  readonly engine: Engine;
}

export interface TufOutcome {
  readonly checks: readonly Check[];
  readonly root: TufRoot | null;
  /** There is no timestamp: nothing but the row of roots was verified. */
  readonly rootsOnly: boolean;
  /** What is to be remembered; null where anything but freshness did not pass. */
  readonly memory: TufMemory | null;
  readonly targets: readonly FoundTarget[];
  /** Delegated roles that the snapshot names and that are not in the directory. */
  readonly rolesNotHeld: readonly string[];
  readonly versions: readonly number[];
  /** When the first of the files that were read expires; null: none was. */
  readonly expires: Instant | null;
}

/**
 * The client workflow of TUF 1.0 (§5.3 to 5.7) over a directory, with the time as an argument: whatever is expired is told by the checks
 * `tuf.freshness`, and nothing else depends on the time.
 */
export function verifyTuf(request: TufRequest): TufOutcome {
  return new Workflow(request).run();
}

class Workflow {
  readonly #asked: TufRequest;
  readonly #checks: Check[] = [];
  readonly #seen = new Map<string, SeenFile>();
  #memory: TufMemory | null;
  #expires: Instant | null = null;

  constructor(request: TufRequest) {
    this.#asked = request;
    this.#memory = request.memory;
  }

  run(): TufOutcome {
    const { source, pinned, engine } = this.#asked;
    const { checks, last, versions } = verifyRoots(source, pinned, engine);
    this.#checks.push(...checks);
    const rootsOnly = !source.has('timestamp.json') && versions.length > 0;
    const none = {
      checks: this.#checks,
      rootsOnly,
      memory: null,
      targets: [],
      rolesNotHeld: [],
      versions,
      expires: null,
    };
    if (last === null) {
      const because = checks.some(({ id }) => id === 'tuf.root') ? 'tuf.root' : 'tuf.pin';
      if (!rootsOnly) this.#skip(because, 'tuf.timestamp', 'tuf.snapshot', 'tuf.targets');
      return { ...none, root: null };
    }
    this.#fresh(last);
    if (rootsOnly) return { ...none, root: last };
    this.#forget(last);
    const rest = this.#belowRoot(last);
    return { ...none, ...rest, root: last, expires: this.#expires };
  }

  /** §5.3.11: keys that were changed are how a repository recovers from versions that an attacker has raised (fast-forward). */
  #forget(root: TufRoot): void {
    const { pinned } = this.#asked;
    if (root.version === pinned.version) return;
    const same = (role: string) =>
      rootRole(root, role).keyids.join() === rootRole(pinned, role).keyids.join() &&
      rootRole(root, role).threshold === rootRole(pinned, role).threshold;
    if (this.#memory !== null && !(same('timestamp') && same('snapshot')))
      this.#memory = { ...this.#memory, timestamp: null, snapshot: null, files: new Map() };
  }

  #belowRoot(root: TufRoot): Pick<TufOutcome, 'memory' | 'targets' | 'rolesNotHeld'> {
    const nothing = { memory: null, targets: [], rolesNotHeld: [] };
    const timestamp = this.#step('tuf.timestamp', 'timestamp.json', () => {
      const file = readTufTimestamp(this.#read('timestamp.json', LIMITS.tufTimestampBytes), 'timestamp.json');
      this.#verifyTop(root, 'timestamp', file);
      this.#noOlder('timestamp.json', file, this.#memory?.timestamp ?? null);
      const seen = this.#memory?.snapshot ?? null;
      if (seen !== null && file.snapshot.version < seen.version)
        throw new Malformed('tuf-rollback', `it names snapshot ${file.snapshot.version}, and ${seen.version} was seen`);
      return file;
    });
    if (timestamp === null) {
      this.#skip('tuf.timestamp', 'tuf.snapshot', 'tuf.targets');
      return nothing;
    }
    this.#fresh(timestamp);
    const name = root.consistentSnapshot ? `${timestamp.snapshot.version}.snapshot.json` : 'snapshot.json';
    const snapshot = this.#step('tuf.snapshot', name, () => {
      const bytes = this.#read(name, LIMITS.tufSnapshotBytes);
      fitsMeta(bytes, timestamp.snapshot, name);
      const file = readTufSnapshot(bytes, name);
      this.#verifyTop(root, 'snapshot', file);
      sameVersion(file, timestamp.snapshot, 'timestamp.json');
      this.#noOlder(name, file, this.#memory?.snapshot ?? null);
      this.#nothingLost(file);
      return file;
    });
    if (snapshot === null) {
      this.#skip('tuf.snapshot', 'tuf.targets');
      return nothing;
    }
    this.#fresh(snapshot);
    return this.#targets(root, timestamp, snapshot);
  }

  #targets(
    root: TufRoot,
    timestamp: TufFile,
    snapshot: TufSnapshot,
  ): Pick<TufOutcome, 'memory' | 'targets' | 'rolesNotHeld'> {
    let sound = true;
    const load: RoleLoader = (role, delegator) => {
      const meta = snapshot.meta.get(`${role.name}.json`);
      const encoded = encodeURIComponent(role.name);
      const file =
        root.consistentSnapshot && meta !== undefined ? `${meta.version}.${encoded}.json` : `${encoded}.json`;
      const top = role.name === 'targets';
      // Only what is asked for is fetched by a client: a copy may be without a delegated role. The list of targets itself is a must.
      if (!top && (meta === undefined || !this.#asked.source.has(file))) return null;
      const targets = this.#step('tuf.targets', file, () => {
        if (meta === undefined) throw new Malformed('tuf-mix', `the snapshot names no ${role.name}.json`);
        const bytes = this.#read(file, LIMITS.tufTargetsBytes);
        fitsMeta(bytes, meta, file);
        const read = readTufTargets(bytes, file);
        verifyRole(delegator, role, read, this.#asked.engine);
        sameVersion(read, meta, 'the snapshot');
        return read;
      });
      if (targets === null) sound = false;
      else {
        this.#seen.set(`${role.name}.json`, { version: targets.version, sha256: targets.sha256 });
        this.#fresh(targets);
      }
      return targets;
    };
    const walked = attempt(() => loadTargets(rootRole(root, 'targets'), delegatorOf(root), load));
    if (!walked.ok) {
      this.#checks.push(malformedCheck('tuf.targets', this.#place(''), walked.problem));
      return { memory: null, targets: [], rolesNotHeld: [] };
    }
    const found = walked.value.targets.map((one) => this.#target(one));
    const memory: TufMemory = {
      root: { version: root.version, sha256: root.sha256 },
      timestamp: { version: timestamp.version, sha256: timestamp.sha256 },
      snapshot: { version: snapshot.version, sha256: snapshot.sha256 },
      files: new Map(
        [...snapshot.meta].map(([file, { version }]) => [
          file,
          this.#seen.get(file) ?? this.#kept(file, version) ?? { version, sha256: '' },
        ]),
      ),
    };
    const all = sound && found.every((one) => one !== null);
    const targets = found.filter((one) => one !== null);
    return { memory: all ? memory : null, targets: sound ? targets : [], rolesNotHeld: walked.value.notHeld };
  }

  #kept(file: string, version: number): SeenFile | null {
    const seen = this.#memory?.files.get(file);
    return seen?.version === version ? seen : null;
  }

  /** §5.7. A target that was not copied is no fault; null where what was copied is wrong. */
  #target({ role, target }: { readonly role: string; readonly target: FoundTarget['target'] }): FoundTarget | null {
    const at: Locator = { evidence: `${this.#asked.source.name}: ${target.path}`, pointer: '' };
    const facts = { role, length: target.length, ...Object.fromEntries(target.hashes) };
    const read = attempt(() => {
      const bytes = this.#asked.source.target(target.path, target.hashes)?.bytes ?? null;
      if (bytes !== null) fits(bytes, target.length, target.hashes, target.path);
      return bytes;
    });
    if (!read.ok) {
      this.#checks.push(malformedCheck('tuf.target', at, read.problem, facts));
      return null;
    }
    if (read.value !== null) this.#checks.push(passed('tuf.target', at, facts));
    return { role, target, bytes: read.value };
  }

  /** §5.4.3, 5.5.5. A version stands for one file: another one under the same number was never an update. */
  #noOlder(name: string, file: TufFile, seen: SeenFile | null): void {
    if (seen === null) return;
    if (file.version < seen.version)
      throw new Malformed('tuf-rollback', `${name} is version ${file.version}, and ${seen.version} was seen`);
    if (file.version === seen.version && seen.sha256 !== '' && file.sha256 !== seen.sha256)
      throw new Malformed('tuf-rollback', `${name} is another version ${file.version} than the one that was seen`);
  }

  #nothingLost(file: TufSnapshot): void {
    for (const [name, seen] of this.#memory?.files ?? []) {
      const now = file.meta.get(name);
      if (now === undefined) throw new Malformed('tuf-rollback', `it no longer names ${name}`);
      if (now.version < seen.version)
        throw new Malformed('tuf-rollback', `it names version ${now.version} of ${name}, and ${seen.version} was seen`);
    }
  }

  #verifyTop(root: TufRoot, role: string, file: TufFile): void {
    verifyRole(delegatorOf(root), rootRole(root, role), file, this.#asked.engine);
  }

  #read(file: string, most: number): Bytes {
    const bytes = this.#asked.source.read(file, most);
    if (bytes === null) throw new Malformed('tuf-missing', `${file} is not in ${this.#asked.source.name}`);
    return bytes;
  }

  #step<T extends TufFile>(id: CheckId, file: string, work: () => T): T | null {
    const result = attempt(work);
    if (result.ok) this.#checks.push(passed(id, this.#place(file), factsOf(result.value)));
    else this.#checks.push(malformedCheck(id, this.#place(file), result.problem));
    return result.ok ? result.value : null;
  }

  #fresh(file: TufFile): void {
    if (this.#expires === null || file.expires < this.#expires) this.#expires = file.expires;
    const { at } = this.#asked;
    const facts = { version: file.version, expires: formatInstant(file.expires), at: formatInstant(at) };
    const place = this.#place(file.name);
    // §5.4.4: expired from that very instant on.
    if (at < file.expires) this.#checks.push(passed('tuf.freshness', place, facts));
    else {
      const detail = `${file.name} expired at ${facts.expires}`;
      this.#checks.push(notPassed('tuf.freshness', place, 'tuf-expired', detail, facts));
    }
  }

  #skip(because: CheckId, ...ids: readonly CheckId[]): void {
    for (const id of ids) this.#checks.push(skipped(id, this.#place(''), because));
  }

  #place(file: string): Locator {
    const { name, metadata } = this.#asked.source;
    return { evidence: file === '' ? name : `${metadata}/${file}`, pointer: '' };
  }
}

function factsOf({ version, expires, sha256 }: TufFile): Facts {
  return { version, expires: formatInstant(expires), sha256 };
}

/** §5.5.4, 5.6.4: of another moment than the file that names it. */
function sameVersion({ name, version }: TufFile, meta: TufMeta, namedBy: string): void {
  if (version !== meta.version)
    throw new Malformed('tuf-mix', `${name} is version ${version}, and ${namedBy} names ${meta.version}`);
}

function fitsMeta(bytes: Bytes, { length, hashes }: TufMeta, name: string): void {
  fits(bytes, length, hashes, name, hashes.size === 0);
}

/** §5.5.2, 5.6.2, 5.7: length and every digest; at least one of an algorithm that counts. */
function fits(
  bytes: Bytes,
  length: number | null,
  hashes: ReadonlyMap<string, string>,
  name: string,
  bare = false,
): void {
  if (length !== null && bytes.length !== length)
    throw new Malformed('tuf-digest', `${name} has ${bytes.length} octets, and ${length} are signed for it`);
  let compared = 0;
  for (const [algorithm, expected] of hashes) {
    if (!HASHES.has(algorithm)) continue;
    compared += 1;
    if (digestHex(algorithm as HashName, bytes) !== expected)
      throw new Malformed('tuf-digest', `the ${algorithm} of ${name} is another than was signed for it`);
  }
  if (compared === 0 && !bare)
    throw new Malformed('tuf-digest', `no digest of ${name} is of a kind that is computed here`);
}

const HASHES: ReadonlySet<string> = new Set(['sha256', 'sha384', 'sha512']);
