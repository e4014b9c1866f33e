// SPDX-License-Identifier: Apache-2.0
import {
  type GoModule,
  type GoSumEntry,
  goModHash,
  moduleHash,
  moduleOfCachePath,
  moduleOfZip,
  readGoSum,
  readGoSumLines,
} from '../artifact/go-sum.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { attempt, type Parsed } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { GoTrees, recordChecks, type SavedRecord } from './go-records.ts';
import { type HeldArtifact, heldArtifact } from './held-artifact.ts';
import type { Artifact, ExaminationContext } from './request.ts';

interface FoundSum {
  readonly artifact: HeldArtifact;
  readonly named: boolean;
  readonly entries: Parsed<readonly GoSumEntry[]>;
}

/** A module zip or a go.mod at hand: its hash, and what it calls itself where that can be told. */
interface FoundModule {
  readonly artifact: HeldArtifact;
  readonly ofGoMod: boolean;
  readonly hash: string;
  readonly module: GoModule | null;
}

/** What a record speaks of, and what became of it. */
export interface GoEvidence {
  readonly item: ItemFacts;
  readonly about: readonly Artifact[];
  readonly holding: Holding;
}

/**
 * Go modules among what the user named: zips and go.mod files, `go.sum`, and saved answers of a checksum database with its
 * tiles. A go.sum is a claim, until it is signed itself; a record counts once it is shown to be in a signed tree.
 */
export class GoSet {
  readonly #sums: FoundSum[] = [];
  readonly #records: SavedRecord[] = [];
  readonly #trees = new GoTrees();
  #any = false;
  readonly #modules: FoundModule[] = [];
  readonly #byHash = new Map<string, FoundModule[]>();
  readonly #sumsByHash = new Map<string, Artifact[]>();

  /** Those of one holding. The paths of members that are nothing else, and what they are. */
  read(holding: Holding): ReadonlyMap<string, string> {
    const covered = new Map<string, string>();
    for (const member of holding.members) {
      const what = this.#readMember(holding, member);
      this.#any ||= what !== null;
      if (what !== null) covered.set(member.path, what);
    }
    return covered;
  }

  #readMember(holding: Holding, member: Member): string | null {
    const name = memberName(holding, member.path);
    const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    const tile = this.#trees.addTile(holding, member);
    if (tile) return 'a tile of a checksum database';
    if (base === 'go.sum' || base === 'go.work.sum') {
      const document = holding.document(member);
      const entries = document.ok ? attempt(() => readGoSum(document.value)) : document;
      const named = holding.container === 'file' && holding.origin === 'named';
      const artifact = heldArtifact(holding, member);
      this.#sums.push({ artifact, named, entries });
      for (const { hash } of entries.ok ? entries.value : []) append(this.#sumsByHash, hash, artifact);
      return 'a go.sum';
    }
    if (member.size > LIMITS.noteBytes) return null;
    const head = LATIN1.decode(member.head);
    if (head.startsWith('go.sum database tree\n')) {
      this.#trees.addTree(holding, member);
      return 'a tree head of a checksum database';
    }
    if (!RECORD.test(head)) return null;
    this.#records.push({ holding, member, name });
    return 'a record of a checksum database';
  }

  get isEmpty(): boolean {
    return !this.#any;
  }

  /** Hashes the modules of a holding, where anything at hand may speak of them. */
  async readModules(
    holding: Holding,
    openArchive: (holding: Holding, member: Member) => Promise<Holding | null>,
  ): Promise<void> {
    if (this.isEmpty) return;
    for (const member of holding.members) {
      const sha256 = member.digests.get('sha256');
      const artifact = () => heldArtifact(holding, member);
      if (sha256 !== undefined && /(?:^|\/)[^/]*\.mod$/.test(member.path)) {
        this.#enter({
          artifact: artifact(),
          ofGoMod: true,
          hash: goModHash(sha256),
          module: moduleOfCachePath(member.path),
        });
      }
      if (!isZip(member)) continue;
      const zip = await openArchive(holding, member);
      if (zip === null) continue;
      const whole = zip.checks.every(({ outcome }) => outcome === 'passed') && zip.others.length === 0;
      const module = whole ? moduleOfZip(zip.members.map(({ path }) => path)) : null;
      if (module !== null) {
        const files = zip.members.map(({ path, digests }) => ({ name: path, sha256: digests.get('sha256') ?? '' }));
        this.#enter({ artifact: artifact(), ofGoMod: false, hash: moduleHash(files), module });
      }
      zip.close();
    }
  }

  #enter(found: FoundModule): void {
    this.#modules.push(found);
    append(this.#byHash, found.hash, found);
  }

  isModule(artifact: Artifact): boolean {
    return this.#modules.some((one) => one.artifact === artifact);
  }

  /** The go.sum files that have its hash. */
  naming(artifact: Artifact): readonly Artifact[] {
    if (this.#sums.length === 0) return [];
    return this.#modules
      .filter((one) => one.artifact === artifact)
      .flatMap(({ hash }) => this.#sumsByHash.get(hash) ?? []);
  }

  /** Of what was read since the last time: one for each record, and for each tree head that is not what it should be. */
  evidence(context: ExaminationContext): readonly GoEvidence[] {
    const found = this.#records.splice(0).map((record) => this.#recordItem(record, context));
    return [...found, ...this.#trees.readSaved(context)];
  }

  #recordItem(saved: SavedRecord, context: ExaminationContext): GoEvidence {
    const { holding, name } = saved;
    const at: Locator = { evidence: name, pointer: '' };
    const { checks, text, signer, tree } = recordChecks(saved, this.#trees, context);
    if (tree !== null) this.#trees.note(tree);
    const lines = text === null ? [] : attemptLines(text);
    const about = [
      ...new Set(lines.flatMap(({ hash }) => this.#byHash.get(hash) ?? []).map(({ artifact }) => artifact)),
    ];
    const other = this.#others(lines);
    const all: Check[] = [...checks];
    if (text !== null) all.push(...moduleChecks(lines, about, other, at));
    const item: ItemFacts = {
      ...EMPTY_ITEM,
      name,
      kind: 'go-checksum-record',
      artifacts: about.map((one) => ({ name: one.name, digests: Object.fromEntries(one.digests) })),
      signers: signer === null ? [] : [{ database: signer }],
      signerKind: signer === null ? 'none' : 'key',
      registrySigned: true,
      checks: all,
    };
    return { item, about, holding };
  }

  /** What calls itself a module of these lines, and has another hash. */
  #others(lines: readonly GoSumEntry[]): readonly { readonly found: FoundModule; readonly line: GoSumEntry }[] {
    return this.#modules.flatMap((found) => {
      const line = lines.find(
        ({ module, version, ofGoMod }) =>
          ofGoMod === found.ofGoMod && module === found.module?.module && version === found.module.version,
      );
      return line === undefined || line.hash === found.hash ? [] : [{ found, line }];
    });
  }

  /** One for each go.sum of which something is at hand, or that the user named; and one for the trees of each database. */
  items(isAttested: (artifact: Artifact) => boolean): readonly ItemFacts[] {
    const sums = this.#sums.flatMap(({ artifact, named, entries }) => {
      const at: Locator = { evidence: artifact.name, pointer: '' };
      const base = { ...EMPTY_ITEM, name: artifact.name, kind: 'lockfile', version: 'go.sum' };
      if (!entries.ok) return [{ ...base, checks: [malformedCheck('lock.format', at, entries.problem)] }];
      const rows = entries.value;
      const other = this.#others(rows);
      const atHand = rows.filter(({ hash }) => this.#byHash.has(hash));
      if (!named && atHand.length === 0 && other.length === 0) return [];
      const attested = atHand.filter(({ hash }) => this.#byHash.get(hash)!.some((one) => isAttested(one.artifact)));
      const open = atHand.length - attested.length;
      const facts = { entries: rows.length, atHand: atHand.length, attested: attested.length, different: other.length };
      const checks: Check[] = [passed('lock.format', at, { kind: 'go.sum', entries: rows.length })];
      if (other.length === 0) checks.push(passed('lock.entries', at, facts));
      else checks.push(notPassed('lock.entries', at, 'lock-digest-mismatch', tell(other), facts));
      if (attested.length > 0) checks.push(passed('set.evidence', at, facts));
      else
        checks.push(
          notPassed(
            'set.evidence',
            at,
            'evidence-absent',
            `${atHand.length} modules at hand, and no evidence of any`,
            facts,
          ),
        );
      if (open === 0) checks.push(passed('set.attested', at, facts));
      else
        checks.push(notPassed('set.attested', at, 'artifact-unattested', `${open} of ${atHand.length} at hand`, facts));
      return [{ ...base, checks }];
    });
    return [...sums, ...this.#trees.items()];
  }
}

const LATIN1 = new TextDecoder('latin1');
const RECORD = /^\d{1,20}\n[^\s]+ v[^\s]+ h1:[A-Za-z0-9+/]{43}=\n/;
const SHOWN = 4;

function attemptLines(text: string): readonly GoSumEntry[] {
  const lines = attempt(() => readGoSumLines(text));
  return lines.ok ? lines.value : [];
}

function moduleChecks(
  lines: readonly GoSumEntry[],
  about: readonly Artifact[],
  other: readonly { readonly found: FoundModule; readonly line: GoSumEntry }[],
  at: Locator,
): Check[] {
  const [first] = lines;
  const facts = {
    module: first?.module ?? '',
    version: first?.version ?? '',
    found: about.map(({ name }) => name).slice(0, SHOWN),
  };
  if (other.length > 0) return [notPassed('module.hash', at, 'module-hash-mismatch', tell(other), facts)];
  if (about.length > 0) return [passed('module.hash', at, facts)];
  const what = first === undefined ? 'no module' : `${escapeText(first.module, 96)} ${escapeText(first.version, 64)}`;
  return [notPassed('subject.digest', at, 'artifact-absent', `${what} is not at hand`, facts)];
}

function tell(other: readonly { readonly found: FoundModule; readonly line: GoSumEntry }[]): string {
  const shown = other
    .slice(0, SHOWN)
    .map(
      ({ found, line }) =>
        `${found.artifact.name} is ${escapeText(line.module, 96)} ${line.version} and has ${found.hash}, not ${line.hash}`,
    );
  return `${shown.join('; ')}${other.length > SHOWN ? '; …' : ''}`;
}

function isZip({ head }: Member): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const same = map.get(key);
  if (same === undefined) map.set(key, [value]);
  else same.push(value);
}
