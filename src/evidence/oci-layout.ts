// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireObject, requireString } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, malformedCheck, passed, skipped } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { attempt, Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import {
  type BlobDigest,
  type Descriptor,
  type ImageIndex,
  type ImageManifest,
  manifestKind,
  parseBlobDigest,
  parseImageIndex,
  parseImageManifest,
} from './image-manifest.ts';

/** A manifest or index that is present, is what its name says, and is well formed. */
export interface LayoutNode {
  readonly descriptor: Descriptor;
  readonly member: Member;
  readonly document: ImageIndex | ImageManifest;
  /** The digests of the indexes that name it; empty where `index.json` does, or nothing. */
  readonly parents: Set<string>;
}

/** An image layout (OCI image specification) in a folder of a holding: re-hashed, and followed from `index.json`. */
export interface ImageLayout {
  /** In reports: `DIR`, `DIR/sub`, `image.tar`. */
  readonly name: string;
  /** What `index.json` names, each once for each of its annotations. */
  readonly roots: readonly Descriptor[];
  /** By digest. Manifests with a `subject` that nothing names are among them. */
  readonly nodes: ReadonlyMap<string, LayoutNode>;
  /** What is named and not there, by digest: what it would be. */
  readonly absent: ReadonlyMap<string, string>;
  /** The mark, `index.json` and every blob that something refers to, by path: what it is. */
  readonly covered: ReadonlyMap<string, string>;
  /** Members below `blobs`, whatever refers to them. */
  readonly blobs: number;
  /** `image.layout`, `image.blobs`, `image.manifests`: each once, or once for each problem. */
  readonly checks: readonly Check[];
  /** A blob that is present and is what its name says; null for every other. */
  blob(digest: BlobDigest): Member | null;
}

const VERSION = '1.0.0';
const MARK = 'oci-layout';
/** Problems of one kind that are told one by one. */
const TOLD = 16;

/** The folders in which an image layout lies, by the name of the file that marks one. */
export function findImageLayouts(holding: Holding): readonly string[] {
  return holding.members.filter(({ path }) => baseOf(path) === MARK).map(({ path }) => folderOf(path));
}

/** Reads the layout in `folder` ('' for the holding itself). Whatever is wrong with it are checks. */
export function readImageLayout(holding: Holding, folder: string): ImageLayout {
  return new Reader(holding, folder).read();
}

interface Task {
  readonly descriptor: Descriptor;
  readonly parent: string | null;
  readonly depth: number;
}

class Reader {
  readonly #holding: Holding;
  readonly #folder: string;
  readonly #name: string;
  readonly #members: ReadonlyMap<string, Member>;
  /** Blobs by digest that are what their names say. */
  readonly #sound = new Map<string, Member>();
  readonly #present = new Set<string>();
  readonly #nodes = new Map<string, LayoutNode>();
  readonly #absent = new Map<string, string>();
  readonly #covered = new Map<string, string>();
  readonly #problems: { readonly id: CheckId; readonly path: string; readonly problem: Problem }[] = [];

  constructor(holding: Holding, folder: string) {
    this.#holding = holding;
    this.#folder = folder;
    this.#name = folder === '' ? holding.name : memberName(holding, folder);
    this.#members = membersOf(holding, folder);
  }

  read(): ImageLayout {
    this.#hashBlobs();
    const index = attempt(() => this.#readIndex());
    if (!index.ok) this.#problem('image.layout', 'index.json', index.problem);
    const roots = index.ok ? index.value.manifests : [];
    this.#follow(roots.map((descriptor) => ({ descriptor, parent: null, depth: 0 })));
    this.#findReferrers();
    return {
      name: this.#name,
      roots,
      nodes: this.#nodes,
      absent: this.#absent,
      covered: this.#covered,
      blobs: [...this.#members.keys()].filter((path) => path.startsWith('blobs/')).length,
      checks: this.#checks(index.ok, roots.length),
      blob: ({ text }) => this.#sound.get(text) ?? null,
    };
  }

  #checks(indexed: boolean, roots: number): Check[] {
    const at = { evidence: this.#name, pointer: '' };
    const facts = {
      'image.layout': { version: VERSION, manifests: roots },
      'image.blobs': { present: this.#present.size, absent: this.#absent.size },
      'image.manifests': { read: this.#nodes.size },
    };
    return (['image.layout', 'image.blobs', 'image.manifests'] as const).flatMap((id): Check[] => {
      const found = this.#problems.filter((one) => one.id === id);
      if (found.length === 0)
        return [indexed || id !== 'image.manifests' ? passed(id, at, facts[id]) : skipped(id, at, 'image.layout')];
      return found.slice(0, TOLD).map(({ path, problem }, i) => {
        const more = i === TOLD - 1 && found.length > TOLD ? `; and ${found.length - TOLD} more` : '';
        const place = { evidence: memberName(this.#holding, this.#path(path)), pointer: '' };
        return malformedCheck(id, place, { ...problem, detail: problem.detail + more });
      });
    });
  }

  /** Every blob that is present, whatever names it. */
  #hashBlobs(): void {
    for (const [path, member] of this.#members) {
      const [, algorithm, encoded] = /^blobs\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
      const digest = attempt(() => parseBlobDigest(`${algorithm}:${encoded}`, path));
      if (encoded === undefined || !digest.ok || digest.value.algorithm === null) continue;
      const { text, algorithm: name, hex } = digest.value;
      this.#present.add(text);
      const found = this.#digestOf(member, name);
      if (!found.ok) this.#problem('image.blobs', path, found.problem);
      else if (found.value === hex) this.#sound.set(text, member);
      else {
        const detail = `it has ${name} ${found.value}`;
        this.#problem('image.blobs', path, { reason: 'image-blob-altered', detail });
      }
    }
  }

  #digestOf(member: Member, algorithm: NonNullable<BlobDigest['algorithm']>): Parsed<string> {
    const known = member.digests.get(algorithm);
    if (known !== undefined) return { ok: true, value: known };
    const read = this.#holding.digests(member, [algorithm]);
    return read.ok ? { ok: true, value: read.value.get(algorithm)! } : read;
  }

  #readIndex(): ImageIndex {
    const mark = asObject(parseJson(this.#document(MARK)), '');
    const version = requireString(mark, 'imageLayoutVersion', '');
    if (version !== VERSION)
      throw new Malformed('image-layout-format', `the version of the layout is "${escapeText(version, 32)}"`);
    this.#cover(MARK, 'the mark of an image layout');
    const index = parseImageIndex(this.#document('index.json'), null);
    this.#cover('index.json', 'the index of an image layout');
    return index;
  }

  /** @throws Malformed `image-layout-format`, those of `Holding.document` */
  #document(path: string): Bytes {
    const member = this.#members.get(path);
    if (member === undefined) throw new Malformed('image-layout-format', `the layout has no ${path}`);
    const bytes = this.#holding.document(member, LIMITS.imageManifest);
    if (bytes.ok) return bytes.value;
    throw new Malformed(bytes.problem.reason, bytes.problem.detail);
  }

  /** Level by level; what was read once is not read again, so that no cycle can be followed. */
  #follow(tasks: readonly Task[]): void {
    const queue = [...tasks];
    for (let next = 0; next < queue.length; next++) {
      const task = queue[next]!;
      const result = attempt(() => this.#visit(task));
      if (!result.ok) this.#problem('image.manifests', pathOf(task.descriptor.digest), result.problem);
      else queue.push(...result.value);
    }
  }

  #visit({ descriptor, parent, depth }: Task): Task[] {
    const { digest, mediaType } = descriptor;
    const kind = manifestKind(mediaType);
    const known = this.#nodes.get(digest.text);
    if (known !== undefined) {
      if (parent !== null) known.parents.add(parent);
      this.#compareSize(descriptor, known.member);
      if (known.document.mediaType === mediaType) return [];
      throw new Malformed('image-manifest-format', `it is named as ${escapeText(mediaType, 96)} too`);
    }
    const of = parent === null ? '' : ` of ${shortDigest(parent)}`;
    const member = this.#resolve(descriptor, (kind === null ? 'a blob' : `an image ${kind}`) + of);
    if (member === null || kind === null) return [];
    if (depth > LIMITS.imageDepth)
      throw new Malformed('limit-exceeded', `indexes in indexes, more than ${LIMITS.imageDepth} deep`);
    if (this.#nodes.size >= LIMITS.imageManifests)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.imageManifests} manifests and indexes`);
    const bytes = this.#document(pathOf(digest));
    const document = kind === 'index' ? parseImageIndex(bytes, mediaType) : parseImageManifest(bytes, mediaType);
    this.#nodes.set(digest.text, { descriptor, member, document, parents: new Set(parent === null ? [] : [parent]) });
    const own = digest.text;
    if (document.kind === 'index')
      return document.manifests.map((one) => ({ descriptor: one, parent: own, depth: depth + 1 }));
    const parts: [Descriptor, string][] = [[document.config, 'the config']];
    for (const layer of document.layers) parts.push([layer, 'a layer']);
    for (const [part, what] of parts) {
      const of = `${what} of ${shortDigest(own)} (${escapeText(part.mediaType, 96)})`;
      const read = attempt(() => this.#resolve(part, of));
      if (!read.ok) this.#problem('image.manifests', pathOf(digest), read.problem);
    }
    return [];
  }

  /** The blob of a descriptor, of the size that it says. Null where it is absent, or is not what its name says. */
  #resolve(descriptor: Descriptor, what: string): Member | null {
    const { digest } = descriptor;
    if (digest.algorithm === null)
      throw new Malformed('algorithm-unsupported', `${escapeText(digest.text, 96)} is of an algorithm not known here`);
    const path = pathOf(digest);
    const member = this.#members.get(path);
    if (member === undefined) {
      if (!this.#absent.has(digest.text)) this.#absent.set(digest.text, what);
      return null;
    }
    if (!this.#covered.has(member.path)) this.#covered.set(member.path, what);
    const sound = this.#sound.get(digest.text);
    if (sound === undefined) return null;
    this.#compareSize(descriptor, sound);
    return sound;
  }

  #compareSize({ digest, size }: Descriptor, member: Member): void {
    if (BigInt(member.size) === size) return;
    throw new Malformed('image-blob-size', `${digest.text} has ${member.size} bytes, and is named with ${size}`);
  }

  /**
   * Manifests that refer to one that was reached, and that nothing names: registries list those apart, and layouts may leave
   * them out.
   */
  #findReferrers(): void {
    const referrers = new Map<string, Task[]>();
    for (const [text, member] of this.#sound) {
      if (this.#covered.has(member.path) || member.head[0] !== BRACE || member.size > LIMITS.imageManifest) continue;
      const digest = parseBlobDigest(text, '');
      const found = attempt(() => {
        const document = asObject(parseJson(this.#document(pathOf(digest))), '');
        const mediaType = requireString(document, 'mediaType', '');
        return { mediaType, to: requireString(requireObject(document, 'subject', ''), 'digest', '/subject') };
      });
      if (!found.ok || manifestKind(found.value.mediaType) === null) continue;
      const { mediaType, to } = found.value;
      const none = { annotations: {}, artifactType: null, platform: null };
      const descriptor = { mediaType, digest, size: BigInt(member.size), ...none };
      const same = referrers.get(to) ?? [];
      same.push({ descriptor, parent: null, depth: 0 });
      referrers.set(to, same);
    }
    // Those that are found on the way come behind, and have their own.
    for (const text of this.#nodes.keys()) this.#follow(referrers.get(text) ?? []);
  }

  #cover(path: string, what: string): void {
    this.#covered.set(this.#path(path), what);
  }

  #problem(id: CheckId, path: string, problem: Problem): void {
    const ours = id === 'image.layout' && SHAPES.has(problem.reason) ? 'image-layout-format' : problem.reason;
    this.#problems.push({ id, path, problem: { ...problem, reason: ours } });
  }

  #path(path: string): string {
    return this.#folder === '' ? path : `${this.#folder}/${path}`;
  }
}

/** For people: the algorithm and the first twelve digits. */
export function shortDigest(text: string): string {
  return text.slice(0, text.indexOf(':') + 13);
}

const BRACE = 0x7b;
const SHAPES: ReadonlySet<string> = new Set(['json-shape', 'json-invalid', 'image-manifest-format']);

function pathOf({ text }: BlobDigest): string {
  return `blobs/${text.replace(':', '/')}`;
}

const known = new WeakMap<Holding, ReadonlyMap<string, ReadonlyMap<string, Member>>>();

/** The members of each layout, by their paths in it: from one pass over the holding, however many layouts it has. */
function membersOf(holding: Holding, folder: string): ReadonlyMap<string, Member> {
  let layouts = known.get(holding);
  if (layouts === undefined) {
    const found = new Map(findImageLayouts(holding).map((one) => [one, new Map<string, Member>()]));
    for (const member of holding.members) {
      const split = member.path.startsWith('blobs/') ? 0 : member.path.lastIndexOf('/blobs/') + 1;
      const start = split > 0 || member.path.startsWith('blobs/') ? split : member.path.lastIndexOf('/') + 1;
      const path = member.path.slice(start);
      if (path.startsWith('blobs/') || OWN.has(path))
        found.get(member.path.slice(0, Math.max(0, start - 1)))?.set(path, member);
    }
    layouts = found;
    known.set(holding, layouts);
  }
  return layouts.get(folder) ?? new Map();
}

const OWN: ReadonlySet<string> = new Set([MARK, 'index.json']);

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
