// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import { type Check, type Finding, finding, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import type { ItemFacts } from '../model/report.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import type { Statement } from '../model/statement.ts';
import { MODEL_SIGNING } from '../statement/predicate-types.ts';
import type { ModelManifest } from '../statement/predicates/model-signing.ts';
import { readPredicate } from '../statement/predicates.ts';
import type { ArrangedEntity, Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { digestOverFiles, fileOf, isListable, manifestProblem } from './model-manifest.ts';
import type { Artifact } from './request.ts';
import { statementOf } from './statement-of.ts';

const JSON_START = 0x7b;
const SHOWN = 5;
/** What the signing tool leaves out without being told, and did not always record. */
const BY_CONVENTION = ['.git', '.gitattributes', '.github', '.gitignore'];

/**
 * Signed models (OpenSSF model signing v1.0): a bundle `….sig` or `claims.jsonl`, and the files of its manifest in the same folder,
 * or in one beside it that is named as the model. The signature is judged as that of any bundle; the artifact that it must be about
 * is the model as it lies there, by the digest over the digests of its files.
 */
export const SIGNED_MODELS: ArrangementKind = {
  id: 'model-signing',
  find: (holding) => [...signaturesOf(holding).keys()],
  read: (holding, folder) => readFolder(holding, folder),
};

function mayBeSignature({ path, head, size }: Member): boolean {
  return (
    (path.endsWith('.sig') || /(?:^|\/)claims\.jsonl$/.test(path)) &&
    head[0] === JSON_START &&
    size <= LIMITS.documentBytes
  );
}

/** By their folders: not more than LIMITS.models, each of which is compared with the whole holding. */
function signaturesOf(holding: Holding): ReadonlyMap<string, readonly Member[]> {
  const found = known.get(holding);
  if (found !== undefined) return found;
  const folders = new Map<string, Member[]>();
  for (const member of holding.members.filter(mayBeSignature).slice(0, LIMITS.models)) {
    const folder = folderOf(member.path);
    folders.set(folder, [...(folders.get(folder) ?? []), member]);
  }
  known.set(holding, folders);
  return folders;
}

const known = new WeakMap<Holding, ReadonlyMap<string, readonly Member[]>>();

function readFolder(holding: Holding, folder: string): Arrangement {
  const items: ItemFacts[] = [];
  const artifacts: Artifact[] = [];
  const entities: ArrangedEntity[] = [];
  const covered = new Map<string, string>();
  for (const member of signaturesOf(holding).get(folder) ?? []) {
    const bytes = holding.document(member);
    // What cannot be read, or is another document, is left to whoever reads single documents.
    if (!bytes.ok) continue;
    const name = memberName(holding, member.path);
    const opened = openEvidence(bytes.value, { evidence: name, pointer: '' });
    if (!opened.ok || opened.value.length !== 1) continue;
    const [entity] = opened.value;
    const statement = statementOf(entity);
    if (statement?.ok !== true || statement.value.predicateType !== MODEL_SIGNING) continue;
    const model = new Model(holding, member, entity, statement.value);
    const checks = [passed('input.read', { evidence: name, pointer: '' }), ...opened.checks];
    items.push(model.item());
    artifacts.push(model.artifact);
    entities.push({ entity, checks, findings: opened.findings, about: [model.artifact] });
    covered.set(member.path, `the signature of the model ${model.name}`);
    for (const path of model.intact) covered.set(path, `a file of the model ${model.name}`);
  }
  return { items, artifacts, entities, covered };
}

/** One manifest against the files that lie beside it. */
class Model {
  readonly name: string;
  readonly artifact: Artifact;
  /** Paths of the files that are as the manifest says. */
  readonly intact: readonly string[];
  readonly #checks: readonly Check[];
  readonly #findings: readonly Finding[];

  constructor(holding: Holding, signature: Member, entity: SignedEntity, statement: Statement) {
    const { predicate } = readPredicate(statement, entity.at);
    const manifest = predicate?.type === MODEL_SIGNING ? predicate.model : null;
    const root = manifest === null ? folderOf(signature.path) : rootOf(holding, signature, manifest, statement);
    const place = root === '' ? holding.name : memberName(holding, root);
    const problem = manifest === null ? UNREADABLE : manifestProblem(manifest, statement);
    const at = { evidence: place, pointer: '' };
    this.name = place;
    const usable = manifest !== null && (problem === null || problem.reason === 'model-digest-mismatch');
    const files = usable ? new Files(holding, root, signature, manifest) : null;
    const manifestCheck =
      problem === null
        ? passed('model.manifest', at, { resources: manifest?.resources.length ?? 0 })
        : malformedCheck('model.manifest', at, problem);
    this.#checks = [
      passed('input.read', at),
      manifestCheck,
      ...(files === null ? [skipped('model.files', at, 'model.manifest')] : files.checks(place)),
    ];
    this.#findings = files?.findings ?? [];
    this.intact = files?.intact ?? [];
    const sha256 = files === null || manifest === null ? null : digestOverFiles(manifest, files.found);
    this.artifact = {
      name: place,
      bytes: null,
      digests: new Map(sha256 === null ? [] : [['sha256' as const, sha256]]),
      given: 'file',
      origin: holding.origin === 'named' && root === '' ? 'named' : 'found',
      ecosystem: 'model',
    };
  }

  item(): ItemFacts {
    const digests = Object.fromEntries(this.artifact.digests);
    const artifacts = [{ name: this.name, digests, what: 'signed model' }];
    return {
      ...EMPTY_ITEM,
      name: this.name,
      kind: SIGNED_MODELS.id,
      artifacts,
      checks: this.#checks,
      findings: this.#findings,
    };
  }
}

const UNREADABLE = { reason: 'model-manifest-format', detail: 'the predicate is not that of a model' } as const;

/** The files of a model, as they lie there. */
class Files {
  readonly findings: readonly Finding[];
  readonly intact: string[] = [];
  /** Name in the manifest → the digest of the file; of those that are there. */
  readonly found = new Map<string, string>();
  readonly #altered: string[] = [];
  readonly #absent: string[] = [];
  readonly #unlisted: string[] = [];
  readonly #count: number;

  constructor(holding: Holding, root: string, signature: Member, manifest: ModelManifest) {
    const inModel = new Map<string, Member>();
    const prefix = root === '' ? '' : `${root}/`;
    for (const member of holding.members) {
      if (member.path.startsWith(prefix)) inModel.set(member.path.slice(prefix.length), member);
    }
    for (const resource of manifest.resources) {
      const member = inModel.get(resource.name);
      const hex = member === undefined ? null : fileOf(holding, member, resource.algorithm);
      if (member === undefined || hex === null) {
        this.#absent.push(resource.name);
        continue;
      }
      this.found.set(resource.name, hex);
      if (hex === resource.digest) this.intact.push(member.path);
      else this.#altered.push(resource.name);
    }
    const listed = new Set(manifest.resources.map(({ name }) => name));
    const ignored = new Set((manifest.ignorePaths ?? BY_CONVENTION).filter(isListable));
    const left = new Map<string, number>();
    for (const [path, member] of inModel) {
      if (listed.has(path) || member.path === signature.path) continue;
      const by = foldersAbove(path).find((one) => ignored.has(one));
      if (by === undefined) this.#unlisted.push(path);
      else left.set(by, (left.get(by) ?? 0) + 1);
    }
    this.#count = manifest.resources.length;
    this.findings = [...left].map(([path, files]) => {
      const how = manifest.ignorePaths === null ? ', as the signing tool does without recording it' : '';
      const at = { evidence: memberName(holding, prefix + path), pointer: '' };
      return finding('model-path-ignored', at, `${files} ${files === 1 ? 'file' : 'files'}${how}`);
    });
  }

  checks(place: string): Check[] {
    const at = { evidence: place, pointer: '' };
    const facts = { resources: this.#count, intact: this.intact.length };
    const problems = [
      ['model-file-mismatch', this.#altered],
      ['model-file-absent', this.#absent],
      ['model-file-unlisted', this.#unlisted],
    ] as const;
    const failed = problems.flatMap(([reason, paths]) =>
      paths.length === 0 ? [] : [notPassed('model.files', at, reason, named(paths), facts)],
    );
    return failed.length === 0 ? [passed('model.files', at, facts)] : failed;
  }
}

/** A path, and every folder that it lies in. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

function named(paths: readonly string[]): string {
  const shown = paths.slice(0, SHOWN).map((path) => escapeText(path));
  return `${shown.join(', ')}${paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : ''}`;
}

/** The folder of the signature, or the one beside it that is named as the model, whichever holds more of the files. */
function rootOf(holding: Holding, signature: Member, manifest: ModelManifest, statement: Statement): string {
  const own = folderOf(signature.path);
  const name = statement.subject[0]?.name ?? '';
  if (!isListable(name)) return own;
  const beside = own === '' ? name : `${own}/${name}`;
  const paths = new Set(holding.members.map(({ path }) => path));
  const count = (root: string) =>
    manifest.resources.filter((one) => paths.has(root === '' ? one.name : `${root}/${one.name}`)).length;
  return count(beside) > count(own) ? beside : own;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
