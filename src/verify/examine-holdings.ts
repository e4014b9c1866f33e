// SPDX-License-Identifier: Apache-2.0
import { underEngine } from '../crypto/engine.ts';
import { createCheckpointCache } from '../log/checkpoint-cache.ts';
import type { Sha256 } from '../model/bytes.ts';
import { type Check, malformedCheck, notPassed, passed } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import type { Problem } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { EvidenceSetRecord, InputRecord, ItemFacts } from '../model/report.ts';
import type { Around, ArrangedEntity } from './arrangement.ts';
import { ARRANGEMENTS } from './arrangements.ts';
import { artifactDigest } from './artifact-stage.ts';
import { BesideSubjects } from './beside-subjects.ts';
import { ChecksumSet, type ListStanding } from './checksum-set.ts';
import { EMPTY_ITEM, refusedItem } from './compose-report.ts';
import type { CountedArtifact } from './coverage.ts';
import { CustodyCrew } from './custody-crew.ts';
import { type FoundLog, missingLogs } from './custody-logs.ts';
import { DigestIndex } from './digest-index.ts';
import type { DocumentJob, RemoteEntity, RemoteEntry, RemoteResult } from './document-examiner.ts';
import { mayBeDocument, type ReadDocument, readDocument } from './document-stage.ts';
import { unattested } from './evidence-set.ts';
import { GoSet } from './go-set.ts';
import { HeldArtifact, heldArtifact } from './held-artifact.ts';
import { type FactsKeeper, factsKey, type KnownFacts, mayBeKept } from './known-facts.ts';
import { type EntriesAsked, LockSet } from './lock-set.ts';
import { type FoundByName, foundByName, nameFindings, unmetNames } from './name-findings.ts';
import { completePromotion } from './promotion-materials.ts';
import { isProvenance } from './proving.ts';
import { PublishTimes } from './publish-times.ts';
import { isCatalogued, isRegistrySignature } from './registry-stage.ts';
import type { Artifact, ExaminationContext } from './request.ts';
import { examineDocuments, type WorkerPool } from './set-workers.ts';
import { examineUnderRoots } from './under-roots.ts';

export interface HoldingsAsked {
  readonly holdings: readonly Holding[];
  /** Beside what the holdings have: given by digest. */
  readonly artifacts: readonly Artifact[];
  readonly context: ExaminationContext;
  /** Artifacts that need no attestation, by their path in the holding; each one is listed. */
  readonly ignoresUnsigned: (path: string) => boolean;
  /** Of the entries of a lockfile that was named; absent: only that evidence speaks of each. */
  readonly entries?: EntriesAsked;
  /** An archive among the members, opened; null where the member is none. */
  readonly openArchive: (holding: Holding, member: Member) => Promise<Holding | null>;
  /** Whether a member may be such an archive, by its first octets; absent: any may. */
  readonly mayOpen?: (member: Member) => boolean;
  /** Threads for folders of many documents; absent: this one alone. */
  readonly pool?: WorkerPool;
  readonly known?: KnownFacts;
  readonly keeper?: FactsKeeper;
  /** Called between members with how many are done: false ends the examination with what was found so far. */
  readonly between?: (done: number, total: number) => Promise<boolean>;
}

export interface HoldingsResult {
  readonly inputs: readonly InputRecord[];
  readonly sets: readonly EvidenceSetRecord[];
  /** Every artifact, for the table of coverage. */
  readonly counted: readonly CountedArtifact[];
  readonly unmatchedArtifacts: readonly string[];
  readonly unmatchedAttestations: readonly string[];
}

/** What is known of one holding while its evidence is examined. */
interface Opened {
  readonly holding: Holding;
  readonly artifacts: HeldArtifact[];
  /** Of its arrangements: image manifests, entries of a lock. */
  readonly arranged: Artifact[];
  readonly listed: { name: string; what: string }[];
  readonly failed: Check[];
  /** Members that were left out as what trust is made of. */
  readonly leftOut: Member[];
  evidence: number;
  /** Members that an arrangement accounts for. */
  readonly covered: Map<string, string>;
  /** The archive that it was opened from: evidence in it says nothing about that. */
  readonly from: HeldArtifact | null;
  readonly outer: Opened | null;
  /** Archives in it that were opened: what lies in them was in here too. */
  archives: number;
}

/** Evidence whose artifact may still come out of an archive; of documents on disk, what was found without one. */
type Waiting =
  | { readonly one: ArrangedEntity; readonly opened: Opened; readonly evidence: Sha256 | null }
  | {
      readonly one: null;
      readonly opened: Opened;
      readonly member: Member;
      readonly name: string;
      readonly item: ItemFacts;
    };

/** The examination was asked to end. */
class Stopped extends Error {}

/**
 * Examines everything that the user named, in one order: arrangements and single pieces of evidence as they lie, then the
 * archives that no attestation names, then what is left over. Artifacts are paired with evidence by digest, never by name.
 */
export class HoldingsExamination {
  readonly #asked: HoldingsAsked;
  readonly #index = new DigestIndex();
  readonly #opened: Opened[] = [];
  readonly #matched = new Set<Artifact>();
  readonly #unmatchedAttestations = new Set<string>();
  #inputs: InputRecord[] = [];
  #waiting: Waiting[] = [];
  /** Archives may be opened: what is about nothing so far has to wait. */
  #mayOpen = true;
  #done = 0;
  #total = 0;
  #stopped = false;
  /** A member, and what an arrangement has made of it. */
  readonly #known = new Map<Artifact, Artifact>();
  #allOpened = true;
  /** Names of subjects that were not at hand. */
  readonly #unmet = new Set<string>();
  #names: { readonly holdings: number; readonly of: FoundByName } | null = null;
  /** The artifacts that workers know, by their places. */
  #remote: readonly Artifact[] = [];
  readonly #locks: LockSet;
  readonly #beside = new BesideSubjects();
  readonly #lists = new ChecksumSet();
  readonly #go = new GoSet();
  /** What a verified signature speaks of. */
  readonly #signed = new Set<Artifact>();
  /** What verified provenance speaks of. */
  readonly #proven = new Set<Artifact>();
  readonly #standing: ListStanding = {
    isSpokenOf: (artifact) => this.#isMatched(this.#known.get(artifact) ?? artifact),
    isSigned: (artifact) => this.#isSigned(this.#known.get(artifact) ?? artifact),
  };
  /** Of the custody logs that were found. */
  readonly #logs: FoundLog[] = [];
  /** For the signatures of long custody logs; null: there is one thread. */
  readonly #crew: CustodyCrew | null;
  /** Packages that a lockfile names, and of which nothing but their digest is at hand. */
  #locked: readonly Artifact[] = [];

  constructor(asked: HoldingsAsked) {
    const { context } = asked;
    const checkpoints = context.checkpoints ?? createCheckpointCache();
    this.#asked = { ...asked, context: { ...context, published: new PublishTimes(), checkpoints } };
    this.#crew = (asked.pool?.workers ?? 1) > 1 ? new CustodyCrew(asked.pool!, context.engine.id) : null;
    this.#locks = new LockSet(asked.entries ?? null);
    for (const artifact of asked.artifacts) this.#index.add(artifact);
  }

  /** Whether it was ended before all was examined. */
  get stopped(): boolean {
    return this.#stopped;
  }

  async *items(): AsyncGenerator<ItemFacts, void> {
    for await (const item of this.#items())
      yield this.#named(
        completePromotion(item, (...digest) => this.#files(...digest), this.#asked.context.materials ?? []),
      );
  }

  #files(algorithm: HashName, hex: string): readonly string[] {
    const given = (this.#asked.context.materials ?? []).filter(({ digests }) => digests.get(algorithm) === hex);
    return [...given, ...this.#index.find(algorithm, hex)].map(({ name }) => name);
  }

  /** With what names say: pairing is by digest, and a name that disagrees is told. */
  #named(item: ItemFacts): ItemFacts {
    if (item.subjects.length === 0) return item;
    for (const name of unmetNames(item)) this.#unmet.add(name);
    if (this.#names?.holdings !== this.#opened.length) {
      const found = this.#opened.flatMap(({ holding }) => holding.members.map(({ path }) => memberName(holding, path)));
      this.#names = { holdings: this.#opened.length, of: foundByName(found) };
    }
    const told = nameFindings(item, this.#names.of);
    return told.length === 0 ? item : { ...item, findings: [...item.findings, ...told] };
  }

  async *#items(): AsyncGenerator<ItemFacts, void> {
    try {
      yield* this.#all();
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.#stopped = true;
    } finally {
      await this.#crew?.end();
    }
  }

  async *#all(): AsyncGenerator<ItemFacts, void> {
    for (const holding of this.#asked.holdings) this.#take(holding, null, null);
    // What files mean together first, in all of them: evidence elsewhere may be about what they hold.
    const all = [...this.#opened];
    this.#total = all.reduce((total, { holding }) => total + holding.members.length, 0);
    const { mayOpen } = this.#asked;
    this.#mayOpen = mayOpen === undefined || all.some(({ holding }) => holding.members.some(mayOpen));
    for (const { holding, covered } of all) {
      for (const path of this.#locks.read(holding)) covered.set(path, 'a lockfile');
      this.#readLists(holding, covered);
    }
    this.#locked = this.#locks.absent(this.#index);
    for (const artifact of this.#locked) this.#index.add(artifact);
    yield* this.#examineModules(all);
    for (const opened of all) yield* this.#arrange(opened);
    for (const opened of all) yield* this.#examine(opened);
    yield* this.#examineArchives();
    yield* this.#examineWaiting();
    this.#closeArchives();
    this.#countReplaced();
    yield* this.#leftOver();
    yield* missingLogs(this.#asked.context, this.#logs);
  }

  /** Once all items were taken. */
  result(): HoldingsResult {
    const artifacts = this.#everything();
    const open = [...artifacts, ...this.#asked.artifacts].filter((artifact) => !this.#isAccounted(artifact));
    // Nothing stands for them that an attestation could be about.
    const missing = this.#locks.missing(this.#index, artifacts);
    return {
      inputs: this.#inputs,
      sets: this.#opened.filter(isOpened).map((opened) => this.#record(opened)),
      counted: [
        ...[...artifacts, ...this.#asked.artifacts]
          .filter((one) => !this.#isCovered(one))
          .map((one) => ({
            name: one.name,
            ecosystem: this.#ecosystemOf(one),
            through: [...this.#lists.naming(one), ...this.#go.naming(one)].map(({ name }) => name),
          })),
        ...missing,
      ],
      unmatchedArtifacts: [...open, ...missing].map(({ name }) => name),
      unmatchedAttestations: [...this.#unmatchedAttestations],
    };
  }

  #readLists(holding: Holding, covered: Map<string, string>): void {
    const read = [...this.#lists.read(holding), ...this.#go.read(holding)];
    for (const [path, what] of read) if (!covered.has(path)) covered.set(path, what);
  }

  /** What a Go checksum database says of modules. */
  async *#examineModules(all: readonly Opened[]): AsyncGenerator<ItemFacts, void> {
    for (const { holding } of all) await this.#go.readModules(holding, this.#asked.openArchive);
    for (const { item, about, holding } of this.#go.evidence(this.#asked.context)) {
      const opened = all.find((one) => one.holding === holding);
      if (opened !== undefined) opened.evidence++;
      for (const artifact of about) this.#matched.add(artifact);
      if (about.length === 0) this.#unmatchedAttestations.add(item.name);
      yield item;
    }
  }

  #everything(): readonly Artifact[] {
    return [...this.#opened.flatMap((opened) => [...opened.artifacts, ...opened.arranged]), ...this.#locked];
  }

  #ecosystemOf(artifact: Artifact): string {
    if (this.#go.isModule(artifact)) return 'golang';
    return this.#locks.ecosystemOf(artifact) ?? ecosystemOf(artifact);
  }

  #take(holding: Holding, from: HeldArtifact | null, outer: Opened | null): Opened {
    const opened: Opened = {
      holding,
      artifacts: [],
      arranged: [],
      listed: [],
      failed: [],
      leftOut: [],
      evidence: 0,
      covered: new Map(),
      from,
      outer,
      archives: 0,
    };
    for (const member of holding.members) this.#index.add(this.#artifactOf(opened, member));
    this.#opened.push(opened);
    return opened;
  }

  #artifactOf({ holding }: Opened, member: Member): HeldArtifact {
    return heldArtifact(holding, member);
  }

  *#arrange(opened: Opened): Generator<ItemFacts, void> {
    const { holding, covered } = opened;
    const entities: ArrangedEntity[] = [];
    for (const kind of ARRANGEMENTS) {
      for (const folder of kind.find(holding)) {
        const arrangement = kind.read(holding, folder, this.#asked.context, this.#around(opened));
        // A member belongs to the first arrangement that takes it.
        const taken = new Set([...covered.keys()].map((path) => memberName(holding, path)));
        for (const [path, what] of arrangement.covered) if (!covered.has(path)) covered.set(path, what);
        for (const artifact of arrangement.artifacts) {
          opened.arranged.push(artifact);
          this.#index.add(artifact);
          if (artifact instanceof HeldArtifact) this.#known.set(heldArtifact(holding, artifact.member), artifact);
        }
        for (const { holding, member } of arrangement.spokenOf ?? []) this.#matched.add(heldArtifact(holding, member));
        const items = arrangement.items.filter((item) => item.kind === kind.id || !taken.has(item.name));
        const evidence = items.filter((item) => item.kind !== kind.id);
        if (evidence.some(isRefused)) this.#allOpened = false;
        opened.evidence += evidence.length + arrangement.entities.length;
        opened.listed.push(...(arrangement.listed ?? []));
        for (const { custody } of evidence) if (custody !== undefined) this.#logs.push(custody);
        yield* items;
        entities.push(...arrangement.entities);
      }
    }
    for (const one of entities) yield* this.#pair(one, opened, null, true);
  }

  #around({ holding, from }: Opened): Around {
    const operands = from === null ? this.#asked.holdings.filter((one) => one !== holding) : [];
    return { operands, ahead: (source) => this.#crew?.ahead(source) ?? source };
  }

  async *#examine(opened: Opened): AsyncGenerator<ItemFacts, void> {
    const { holding, covered } = opened;
    const open = holding.members.filter(({ path }) => !covered.has(path));
    const remote = this.#onDisk(opened, open);
    try {
      for (const member of holding.members) {
        const what = covered.get(member.path);
        if (what !== undefined) this.#list(opened, member, what);
        else if (remote === null || !isRemote(holding, member)) yield* this.#examineMember(opened, member);
        else {
          const { value } = await remote.next();
          if (value === undefined || value.kind === 'here') yield* this.#examineMember(opened, member);
          else yield* this.#takeRemote(opened, member, value);
        }
        this.#done++;
        if ((await this.#asked.between?.(this.#done, Math.max(this.#done, this.#total))) === false) throw new Stopped();
      }
    } finally {
      await remote?.return();
    }
  }

  /** The results for those members that may be documents on disk, in their order, whatever the number of threads. */
  #onDisk(opened: Opened, members: readonly Member[]): AsyncGenerator<RemoteResult, void> | null {
    const { pool = null, context, known } = this.#asked;
    const { holding, from } = opened;
    if (from !== null || !this.#locks.isEmpty) return null;
    const documents = members.filter((member) => isRemote(holding, member));
    if (documents.length === 0) return null;
    const jobs = documents.map(({ path, size, digests, head }): DocumentJob => {
      const sha256 = digests.get('sha256') as Sha256;
      return { path: holding.pathOf?.(path) ?? '', name: memberName(holding, path), size, sha256, head };
    });
    this.#remote = [...new Set(this.#index.artifacts.map((one) => this.#known.get(one) ?? one))];
    const artifacts = this.#remote.map(remoteEntry);
    return examineDocuments(jobs, { artifacts, context, known: known?.keys ?? new Set() }, pool);
  }

  *#takeRemote(
    opened: Opened,
    member: Member,
    result: Exclude<RemoteResult, { kind: 'here' }>,
  ): Generator<ItemFacts, void> {
    if (result.kind !== 'evidence') {
      this.#takeRead(opened, member, result);
      return;
    }
    this.#noteEvidence(opened, member, result);
    yield* result.refused;
    for (const entity of result.entities) {
      const { name, about } = entity;
      for (const place of about) this.#matched.add(this.#remote[place]!);
      const item = this.#factsOf(entity, opened, member);
      this.#beside.note(item);
      this.#noteSigned(
        item,
        about.map((place) => this.#remote[place]!),
      );
      if (about.length > 0) yield item;
      else if (this.#mayOpen) this.#waiting.push({ one: null, opened, member, name, item });
      else yield this.#unmatched(name, item);
    }
  }

  #noteSigned(item: ItemFacts, about: readonly Artifact[]): void {
    if (!isSigned(item)) return;
    for (const artifact of about) this.#signed.add(artifact);
    if (isProvenance(item)) for (const artifact of about) this.#proven.add(artifact);
  }

  #factsOf({ key, item, name }: RemoteEntity, opened: Opened, member: Member): ItemFacts {
    const { known, keeper } = this.#asked;
    const facts = item ?? known?.recall(key) ?? this.#again(opened, member, name);
    if (mayBeKept(facts)) keeper?.keep(key, facts);
    return facts;
  }

  #unmatched(name: string, item: ItemFacts): ItemFacts {
    this.#unmatchedAttestations.add(name);
    return item;
  }

  /** An entity of a document that was read before. */
  #again(opened: Opened, member: Member, name: string): ItemFacts {
    const read = this.#read(opened, member);
    const entities = read.kind === 'evidence' ? read.entities : [];
    const one = entities.find(({ entity: { at } }) => at.evidence + at.pointer === name);
    if (one !== undefined) return this.#examineEntity(one, opened, member.digests.get('sha256') as Sha256);
    return refusedItem(name, malformedCheck('input.read', { evidence: name, pointer: '' }, CHANGED));
  }

  *#examineMember(opened: Opened, member: Member): Generator<ItemFacts, void> {
    const read = this.#read(opened, member);
    if (read.kind !== 'evidence') {
      this.#takeRead(opened, member, read);
      return;
    }
    this.#noteEvidence(opened, member, read);
    yield* read.refused;
    const evidence = member.digests.get('sha256') as Sha256;
    for (const one of read.entities) yield* this.#pair(one, opened, evidence, this.#mayOpen);
  }

  #read({ holding }: Opened, member: Member): ReadDocument {
    const name = memberName(holding, member.path);
    const named = holding.container === 'file';
    return readDocument(member, name, named, () => holding.document(member), this.#asked.context);
  }

  #takeRead(opened: Opened, member: Member, read: Exclude<ReadDocument, { kind: 'evidence' }>): void {
    if (read.kind === 'failed') this.#fail(opened, member, read.problem);
    else if (read.kind === 'listed') {
      this.#list(opened, member, read.what);
      opened.leftOut.push(member);
    } else {
      opened.artifacts.push(this.#artifactOf(opened, member));
      this.#inputs.push(recordOf(memberName(opened.holding, member.path), member, 'artifact'));
    }
  }

  #noteEvidence(
    opened: Opened,
    member: Member,
    { refused, alsoArtifact }: { readonly refused: readonly ItemFacts[]; readonly alsoArtifact: boolean },
  ): void {
    opened.evidence++;
    if (alsoArtifact) opened.artifacts.push(this.#artifactOf(opened, member));
    this.#inputs.push(recordOf(memberName(opened.holding, member.path), member, 'evidence'));
    if (refused.length > 0) this.#allOpened = false;
  }

  /**
   * What had to wait, now that all archives are opened. Of a document on disk that was about nothing the facts stay, unless one
   * was opened: then it is looked at again.
   */
  *#examineWaiting(): Generator<ItemFacts, void> {
    const opened = this.#opened.some(({ from }) => from !== null);
    const isLast = ({ one }: Waiting) => one !== null && isRegistrySignature(one.entity);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const row of [...waiting.filter((one) => !isLast(one)), ...waiting.filter(isLast)]) {
      if (row.one === null)
        yield opened ? this.#again(row.opened, row.member, row.name) : this.#unmatched(row.name, row.item);
      else if (!isCatalogued(row.one.entity) || this.#about(row.one, row.opened).length > 0)
        yield this.#examineEntity(row.one, row.opened, row.evidence);
    }
  }

  /** @param waits it may be about something that was not opened yet */
  *#pair(one: ArrangedEntity, opened: Opened, evidence: Sha256 | null, waits: boolean): Generator<ItemFacts, void> {
    const early = isRegistrySignature(one.entity) || (waits && this.#about(one, opened).length === 0);
    if (one.about === undefined && early) this.#waiting.push({ one, opened, evidence });
    else yield this.#examineEntity(one, opened, evidence);
  }

  #about(one: ArrangedEntity, { from }: Opened): readonly Artifact[] {
    if (one.about !== undefined) return [...one.about, ...this.#given(one.about)];
    const found = underEngine(this.#asked.context.engine, () => this.#index.about(one.entity));
    const about = found.map((artifact) => this.#known.get(artifact) ?? artifact);
    return [...new Set(about)].filter((artifact) => artifact !== from);
  }

  /** What the user gave by its digest, and is one of these. */
  #given(about: readonly Artifact[]): readonly Artifact[] {
    return this.#asked.artifacts.filter((given) =>
      about.some((one) => [...given.digests].every(([name, hex]) => artifactDigest(one, name) === hex)),
    );
  }

  /** @param evidence of the one document that it is; null where it was put together, or is not asked for among what is known */
  #examineEntity(one: ArrangedEntity, opened: Opened, evidence: Sha256 | null): ItemFacts {
    const { known, keeper } = this.#asked;
    const about = this.#about(one, opened);
    const { at, envelope, registry } = one.entity;
    const name = at.evidence + at.pointer;
    for (const artifact of about) this.#matched.add(artifact);
    if (about.length === 0) this.#unmatchedAttestations.add(name);
    const context = this.#contextOf(about);
    const asked = context === this.#asked.context ? null : (context.packageAsked ?? null);
    const wanted = (known !== undefined || keeper !== undefined) && evidence !== null && registry === undefined;
    const key = wanted ? factsKey(evidence, name, envelope, about, asked) : null;
    const recalled = key !== null && known?.keys.has(key) === true ? known.recall(key) : null;
    const item = recalled ?? examineUnderRoots(one, about, context);
    this.#beside.note(item);
    this.#noteSigned(item, about);
    const changed = about.flatMap((artifact) => (artifact instanceof HeldArtifact ? problemsOf(artifact) : []));
    if (key !== null && changed.length === 0 && mayBeKept(item)) keeper?.keep(key, item);
    return changed.length === 0 ? item : { ...item, checks: [...changed, ...item.checks] };
  }

  /**
   * Archives that no evidence so far names: an archive is first an artifact. All are opened before anything in them is examined,
   * since what lies in one may speak of what lies in another.
   */
  async *#examineArchives(): AsyncGenerator<ItemFacts, void> {
    const inner: Opened[] = [];
    for (const outer of [...this.#opened]) {
      for (const artifact of outer.artifacts) {
        if (this.#matched.has(artifact)) continue;
        const holding = await this.#asked.openArchive(outer.holding, artifact.member);
        if (holding !== null) inner.push(this.#take(holding, artifact, outer));
      }
    }
    for (const { holding, covered } of inner) this.#readLists(holding, covered);
    yield* this.#examineModules(inner);
    for (const opened of inner) yield* this.#arrange(opened);
    for (const opened of inner) yield* this.#examine(opened);
  }

  /** An archive without evidence, and of which none speaks, is one artifact, and not as many as it has files. */
  #closeArchives(): void {
    for (const opened of this.#opened.filter(({ from }) => from !== null)) {
      const { holding, outer } = opened;
      const from = opened.from as HeldArtifact;
      const refused = holding.checks.some(({ outcome }) => outcome !== 'passed');
      const spokenOf = [...opened.artifacts, ...opened.arranged].some((artifact) => this.#matched.has(artifact));
      if (opened.evidence > 0 || spokenOf || (refused && from.origin === 'named')) {
        if (this.#matched.has(from) || outer === null) continue;
        outer.artifacts.splice(outer.artifacts.indexOf(from), 1);
        outer.listed.push({ name: from.name, what: `${holding.container} archive, opened` });
        outer.archives++;
        continue;
      }
      if (refused && outer !== null && !this.#isAccounted(from)) {
        // What it holds depends on who reads it: nothing in it is used, and it is not passed over.
        outer.failed.push(...holding.checks.filter(({ outcome }) => outcome !== 'passed'));
      }
      this.#forget(opened);
    }
  }

  #forget(opened: Opened): void {
    this.#opened.splice(this.#opened.indexOf(opened), 1);
    const prefix = memberName(opened.holding, 'x').slice(0, -1);
    this.#inputs = this.#inputs.filter(({ name }) => !name.startsWith(prefix));
    opened.holding.close();
  }

  /** What a lockfile asks of a package stands where the command line asked for none. */
  #contextOf(about: readonly Artifact[]): ExaminationContext {
    const { context } = this.#asked;
    if (this.#locks.isEmpty || context.packageAsked != null) return context;
    const signerAsked = context.identity !== null || context.keys.length > 0 || context.hmacSecret !== null;
    const packageAsked = this.#locks.asks(about, signerAsked);
    return packageAsked === null ? context : { ...context, packageAsked };
  }

  /** A key that is called as a subject, and is another file than that, stands in its place: it is an artifact then. */
  #countReplaced(): void {
    for (const opened of this.#opened) {
      for (const member of opened.leftOut) {
        const artifact = this.#artifactOf(opened, member);
        const name = member.path.slice(member.path.lastIndexOf('/') + 1);
        if (!this.#unmet.has(name) || this.#matched.has(artifact)) continue;
        opened.artifacts.push(artifact);
        const at = opened.listed.findIndex((one) => one.name === artifact.name);
        if (at >= 0) opened.listed.splice(at, 1);
      }
    }
  }

  *#leftOver(): Generator<ItemFacts, void> {
    const { artifacts } = this.#asked;
    const found = this.#opened.flatMap((opened) => [...opened.artifacts, ...opened.arranged]);
    const named = found.filter(({ origin }) => origin === 'named');
    if (this.#allOpened) {
      for (const artifact of [...artifacts, ...named]) {
        if (!this.#isMatched(artifact)) yield unattested(artifact, this.#beside.findings(artifact));
      }
    }
    yield* this.#lists.items(this.#standing);
    yield* this.#go.items((artifact) => this.#isMatched(artifact));
    yield* this.#locks.items(this.#index, this.#everything(), {
      isAttested: (artifact) => this.#isAccounted(artifact),
      // By itself: that a list or an image is proven says nothing of how what it names was built.
      isProven: (artifact) => this.#proven.has(this.#known.get(artifact) ?? artifact),
    });
    for (const opened of this.#opened) {
      if (opened.holding.container !== 'file') yield this.#setItem(opened);
      else for (const check of opened.failed) yield refusedItem(opened.holding.name, check);
    }
  }

  /** The operand itself: was all of it read, does evidence speak of it, is every artifact in it attested. */
  #setItem(opened: Opened): ItemFacts {
    const { holding, failed } = opened;
    const at = { evidence: holding.name, pointer: '' };
    const found = [...opened.artifacts, ...opened.arranged];
    const open = found.filter((artifact) => !this.#isAccounted(artifact));
    const ignored = found.filter((artifact) => !this.#isMatched(artifact)).length - open.length;
    const facts = {
      files: holding.members.length,
      evidence: opened.evidence,
      artifacts: found.length,
      attested: found.length - open.length - ignored,
      unattested: open.length,
      ignored,
    };
    const concerned = opened.evidence > 0 || facts.attested > 0 || opened.archives > 0;
    const checks: Check[] = [...holding.checks, ...failed];
    if (concerned) checks.push(passed('set.evidence', at, facts));
    else checks.push(notPassed('set.evidence', at, 'evidence-absent', `${facts.files} files, and no evidence`, facts));
    if (open.length === 0) checks.push(passed('set.attested', at, facts));
    else {
      const shown = open.slice(0, SHOWN).map(({ name }) => name);
      const detail = `${open.length} of ${found.length}: ${shown.join(', ')}${open.length > SHOWN ? ', …' : ''}`;
      checks.push(notPassed('set.attested', at, 'artifact-unattested', detail, facts));
    }
    const beside = open.flatMap((artifact) => this.#beside.findings(artifact));
    const findings = [...holding.findings, ...this.#lists.findings(holding, this.#standing), ...beside];
    return { ...EMPTY_ITEM, name: holding.name, kind: 'evidence-set', checks, findings };
  }

  /** By what is signed of another one alone: it is not counted beside that. */
  #isCovered(artifact: Artifact): boolean {
    return !this.#matched.has(artifact) && (artifact.coveredBy ?? []).some((one) => this.#matched.has(one));
  }

  /** By evidence about it, about what names it, or about a list that has its digest. */
  #isMatched(artifact: Artifact): boolean {
    return this.#reaches(artifact, this.#matched);
  }

  #isSigned(artifact: Artifact): boolean {
    return this.#reaches(artifact, this.#signed);
  }

  #reaches(artifact: Artifact, spokenOf: ReadonlySet<Artifact>): boolean {
    if (spokenOf.has(artifact) || (artifact.coveredBy ?? []).some((one) => spokenOf.has(one))) return true;
    if (this.#lists.isEmpty && this.#go.isEmpty) return false;
    // No list can have the digest of a list that has its own: this ends.
    return [...this.#lists.naming(artifact), ...this.#go.naming(artifact)].some((list) =>
      this.#reaches(this.#known.get(list) ?? list, spokenOf),
    );
  }

  #isAccounted(artifact: Artifact): boolean {
    if (this.#isMatched(artifact) || this.#locks.isIgnored(artifact)) return true;
    return artifact instanceof HeldArtifact && this.#asked.ignoresUnsigned(artifact.member.path || artifact.name);
  }

  #list(opened: Opened, member: Member, what: string): void {
    const name = memberName(opened.holding, member.path);
    opened.listed.push({ name, what });
    this.#inputs.push(recordOf(name, member, 'data'));
  }

  #fail(opened: Opened, member: Member, problem: Problem): void {
    const name = memberName(opened.holding, member.path);
    opened.failed.push(malformedCheck('input.read', { evidence: name, pointer: '' }, problem));
    this.#inputs.push(recordOf(name, member, 'data'));
  }

  #record(opened: Opened): EvidenceSetRecord {
    const { holding } = opened;
    const others = holding.others.map(({ path, what }) => ({ name: memberName(holding, path), what }));
    const ignored = [...opened.artifacts]
      .filter((artifact) => !this.#isMatched(artifact) && this.#isAccounted(artifact))
      .map(({ name }) => ({ name, what: 'left out by --ignore-unsigned' }));
    return {
      name: holding.name,
      container: holding.container,
      files: holding.members.length,
      evidence: opened.evidence,
      artifacts: opened.artifacts.length + opened.arranged.length,
      listed: [...opened.listed, ...others, ...ignored],
    };
  }
}

const SHOWN = 5;
const CHANGED: Problem = { reason: 'input-changed', detail: 'it changed while it was examined' };

/** A document that lies on disk by itself, so that another thread can read it. */
function isRemote(holding: Holding, member: Member): boolean {
  return mayBeDocument(member) && holding.pathOf !== undefined && holding.pathOf(member.path) !== null;
}

function remoteEntry(artifact: Artifact): RemoteEntry {
  const { name, digests, given, package: named } = artifact;
  const held = artifact instanceof HeldArtifact ? artifact : null;
  const path = held?.holding.pathOf?.(held.member.path) ?? null;
  const head = held === null ? {} : { head: held.head };
  const size = held?.member.size ?? 0;
  return {
    name,
    digests: new Map(digests),
    given,
    size,
    ...head,
    path,
    ...(named === undefined ? {} : { package: named }),
  };
}

/** A signature has verified, and over these very octets. */
function isSigned({ checks }: ItemFacts): boolean {
  const has = (id: CheckId) => {
    const same = checks.filter((check) => check.id === id);
    return same.length > 0 && same.every(({ outcome }) => outcome === 'passed');
  };
  return has('signature.valid') && has('subject.digest') && checks.every(({ outcome }) => outcome !== 'failed');
}

/** Evidence that could not be had or opened: what it would have named is not known. */
function isRefused({ kind }: ItemFacts): boolean {
  return kind === 'input' || kind === 'unknown';
}

function isOpened({ holding }: Opened): boolean {
  return holding.container !== 'file';
}

function ecosystemOf({ ecosystem, package: named }: Artifact): string {
  return ecosystem ?? named?.ecosystem ?? 'file';
}

function problemsOf({ name, problem }: HeldArtifact): Check[] {
  return problem === null ? [] : [malformedCheck('input.read', { evidence: name, pointer: '' }, problem)];
}

function recordOf(name: string, { size, digests }: Member, role: InputRecord['role']): InputRecord {
  return { name, role, size, sha256: digests.get('sha256')! };
}
