// SPDX-License-Identifier: Apache-2.0
import { parseDigestOperand } from '../artifact/digest-operand.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { type Descriptor, manifestKind } from '../evidence/image-manifest.ts';
import { findImageLayouts, type ImageLayout, readImageLayout, shortDigest } from '../evidence/oci-layout.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { Holding } from '../model/holding.ts';
import type { ArrangedEntity, Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { claimedDigests } from './digest-index.ts';
import type { OpenedEntity } from './examination.ts';
import { HeldArtifact } from './held-artifact.ts';
import { attachmentsOf, claimedNames } from './image-attachments.ts';
import { type ImageEvidence, openAttachment } from './image-evidence.ts';
import type { Artifact, ExaminationContext } from './request.ts';

/**
 * Image layouts (OCI image specification; `cosign save`, `docker buildx`, `oras`, `skopeo`). Images are artifacts by the digests
 * of their manifests; what such a digest reaches is covered by it: configs, layers, the manifests of an index. Evidence must be
 * about the image that it is attached to, and about the one that was asked for.
 */
export const IMAGE_LAYOUTS: ArrangementKind = {
  id: 'oci-layout',
  find: findImageLayouts,
  read: (holding, folder, context) => new Layout(holding, folder, context).read(),
};

class Layout {
  readonly #holding: Holding;
  readonly #context: ExaminationContext;
  readonly #layout: ImageLayout;
  readonly #images: readonly Descriptor[];
  readonly #evidence: readonly ImageEvidence[];
  readonly #artifacts = new Map<string, Artifact>();
  readonly #covered: Map<string, string>;
  readonly #at: Locator;
  /** It is what the user named: an image in it that nobody signed is not a by-catch. */
  readonly #named: boolean;

  constructor(holding: Holding, folder: string, context: ExaminationContext) {
    this.#holding = holding;
    this.#context = context;
    this.#layout = readImageLayout(holding, folder);
    const { images, attachments, lists } = attachmentsOf(this.#layout);
    this.#images = images;
    this.#evidence = attachments.map((one) => openAttachment(one, this.#layout, holding, context));
    this.#covered = coveredBy(this.#layout, images, lists);
    for (const { covered } of this.#evidence) for (const [path, what] of covered) this.#covered.set(path, what);
    this.#at = { evidence: this.#layout.name, pointer: '' };
    this.#named = holding.origin === 'named' && folder === '';
  }

  read(): Arrangement {
    for (const { digest } of this.#images) this.#coverAs(digest.text);
    const { layouts, digests: asked } = this.#context.imagesAsked ?? NOTHING_ASKED;
    const isAsked = asked.length > 0 && layouts.includes(this.#holding.name);
    const picked = isAsked ? this.#asked(asked) : this.#all();
    const { name, checks, absent } = this.#layout;
    const item = { ...EMPTY_ITEM, name, kind: IMAGE_LAYOUTS.id, checks: [...checks, ...picked.checks] };
    const listed = [...absent].map(([digest, what]) => ({ name: `${name}@${digest}`, what: `${what}: absent` }));
    return {
      items: [item, ...picked.evidence.flatMap(({ refused }) => refused)],
      artifacts: [...this.#artifacts.values()],
      entities: picked.evidence.flatMap((one) =>
        one.entities.map((entity) => this.#aim(one, entity, isAsked ? asked : [])),
      ),
      covered: this.#covered,
      listed: [...listed, ...picked.listed],
    };
  }

  /** Every image of the layout, and what else evidence is attached to. */
  #all(): Picked {
    const checks: Check[] = [];
    const { blobs } = this.#layout;
    const indexed = this.#layout.checks.every(({ id, outcome }) => id !== 'image.layout' || outcome === 'passed');
    if (indexed && blobs > 0 && this.#images.length === 0 && this.#evidence.length === 0) {
      const detail = `index.json names no image and nothing attached to one, and ${blobs} files lie below blobs`;
      checks.push(notPassed('image.present', this.#at, 'image-absent', detail));
    }
    for (const { digest } of this.#images) {
      if (this.#layout.nodes.has(digest.text)) this.#artifact(digest.text, this.#named ? 'named' : 'found');
      else if (this.#layout.absent.has(digest.text)) {
        const detail = `index.json names ${digest.text}`;
        checks.push(notPassed('image.present', this.#at, 'image-blob-absent', detail));
      }
    }
    for (const { to, entities } of this.#evidence) {
      if (to !== null && entities.length > 0 && this.#layout.nodes.has(to)) this.#artifact(to, 'found');
    }
    return { evidence: this.#evidence, checks, listed: [] };
  }

  /** The images that were asked for, and the indexes that name them: what is signed of those covers them. */
  #asked(asked: readonly string[]): Picked {
    const selected = new Map(asked.map((digest) => [digest, this.#indexesOver(digest)]));
    const wanted = new Set([...selected].flatMap(([digest, above]) => [digest, ...above]));
    const kept = this.#evidence.map((one) => ({ one, names: this.#namesAny(one, wanted) }));
    const evidence = kept.filter(({ names }) => names).map(({ one }) => one);
    const checks = [...selected].map(([digest, above]) => this.#present(digest, above, evidence));
    const attested = new Set(evidence.flatMap(({ to, entities }) => (entities.length > 0 && to !== null ? [to] : [])));
    for (const [digest, above] of selected) {
      const over = above.filter((one) => attested.has(one)).map((one) => this.#artifact(one, 'found'));
      this.#tellIndexes(digest, above);
      if (this.#layout.nodes.has(digest)) this.#artifact(digest, 'named', attested.has(digest) ? [] : over);
      else if (evidence.some((one) => this.#namesAny(one, new Set([digest])))) this.#byDigest(digest);
    }
    // What names an image that was asked for, and lies beside another one, must be about both.
    for (const { to, entities } of evidence) {
      if (to === null || entities.length === 0 || this.#artifacts.has(to)) continue;
      if (this.#layout.nodes.has(to)) this.#artifact(to, 'found');
      else this.#byDigest(to, 'found');
    }
    const listed = kept
      .filter(({ names }) => !names)
      .flatMap(({ one }) => one.entities.map(({ entity }) => entity.at.evidence + entity.at.pointer))
      .map((name) => ({ name, what: 'evidence about another image than the one that was asked for' }));
    return { evidence, checks, listed };
  }

  #present(digest: string, above: readonly string[], evidence: readonly ImageEvidence[]): Check {
    const facts = { image: digest, inLayout: this.#layout.nodes.has(digest), indexes: above };
    if (facts.inLayout || evidence.some((one) => this.#namesAny(one, new Set([digest]))))
      return passed('image.present', this.#at, facts);
    const found = this.#images.map((one) => one.digest.text).slice(0, SHOWN);
    const reason = this.#layout.absent.has(digest) ? 'image-blob-absent' : 'image-absent';
    const detail = `${digest}; index.json names ${found.length === 0 ? 'no image' : found.join(', ')}`;
    return notPassed('image.present', this.#at, reason, detail, facts);
  }

  /** By what it is attached to, or by what it says. What says neither is never left out. */
  #namesAny({ to, entities }: ImageEvidence, digests: ReadonlySet<string>): boolean {
    if (to === null && entities.length === 0) return true;
    if (to !== null && digests.has(to)) return true;
    return entities.some(({ entity }) => claimsOf(entity).some((one) => digests.has(one)));
  }

  #aim({ to }: ImageEvidence, opened: OpenedEntity, asked: readonly string[]): ArrangedEntity {
    const claimed = claimsOf(opened.entity).filter((one) => asked.includes(one));
    const about = [...new Set([...(to === null ? [] : [to]), ...claimed])].flatMap(
      (digest) => this.#artifacts.get(digest) ?? [],
    );
    // Attached to what is not at hand, it is paired by digest as other evidence is.
    return about.length === 0 ? opened : { ...opened, about };
  }

  #indexesOver(digest: string): readonly string[] {
    const found = new Set<string>();
    const queue = [digest];
    for (let next = 0; next < queue.length; next++) {
      for (const parent of this.#layout.nodes.get(queue[next]!)?.parents ?? []) {
        if (!found.has(parent)) queue.push(parent);
        found.add(parent);
      }
    }
    return [...found];
  }

  #artifact(digest: string, origin: 'named' | 'found', coveredBy: readonly Artifact[] = []): Artifact {
    const known = this.#artifacts.get(digest);
    if (known !== undefined) return known;
    const { member } = this.#layout.nodes.get(digest)!;
    const as = { name: `${this.#layout.name}@${digest}`, origin, ecosystem: 'oci', coveredBy };
    const artifact = new HeldArtifact(this.#holding, member, as);
    this.#artifacts.set(digest, artifact);
    return artifact;
  }

  /** Not in the layout: the examiner's word stands for it. */
  #byDigest(digest: string, origin: 'named' | 'found' = 'named'): void {
    const parsed = parseDigestOperand(digest);
    if (parsed === null) return;
    const digests = new Map([[parsed.algorithm, parsed.hex]]);
    const base = { bytes: null, digests, given: 'digest', origin, ecosystem: 'oci' } as const;
    this.#artifacts.set(digest, { name: digest, ...base });
  }

  #tellIndexes(digest: string, above: readonly string[]): void {
    const node = this.#layout.nodes.get(digest);
    if (node === undefined || above.length === 0) return;
    const what = `an image ${node.document.kind}, ${shortDigest(digest)}, asked about: named by`;
    this.#covered.set(node.member.path, `${what} ${above.map(shortDigest).join(', ')}`);
  }

  #coverAs(digest: string): void {
    const node = this.#layout.nodes.get(digest);
    if (node === undefined) return;
    const names = claimedNames(this.#layout, digest).map((name) => `"${escapeText(name, 96)}"`);
    const called = names.length === 0 ? '' : `, called ${names.join(', ')} by index.json`;
    this.#covered.set(node.member.path, `an image ${node.document.kind}, ${shortDigest(digest)}${called}`);
  }
}

/**
 * What an image accounts for: all that its digest reaches. The layout accounts for its own two files, and for lists of what is
 * attached. Every other file is one like those outside of a layout, whatever calls it a blob.
 */
function coveredBy(
  layout: ImageLayout,
  images: readonly Descriptor[],
  lists: readonly Descriptor[],
): Map<string, string> {
  const reached = new Set<string>();
  const queue = images.filter(({ mediaType }) => manifestKind(mediaType) !== null).map(({ digest }) => digest.text);
  for (let next = 0; next < queue.length; next++) {
    const digest = queue[next]!;
    if (reached.has(digest)) continue;
    reached.add(digest);
    const document = layout.nodes.get(digest)?.document;
    if (document === undefined) continue;
    const parts = document.kind === 'index' ? document.manifests : [document.config, ...document.layers];
    queue.push(...parts.map((part) => part.digest.text));
  }
  for (const { digest } of lists) reached.add(digest.text);
  const blob = /(?:^|\/)blobs\/([^/]+)\/([^/]+)$/;
  return new Map(
    [...layout.covered].filter(([path]) => {
      const [, algorithm, encoded] = blob.exec(path) ?? [];
      return encoded === undefined || reached.has(`${algorithm}:${encoded}`);
    }),
  );
}

const SHOWN = 3;
const NOTHING_ASKED: NonNullable<ExaminationContext['imagesAsked']> = { layouts: [], digests: [] };

interface Picked {
  readonly evidence: readonly ImageEvidence[];
  readonly checks: readonly Check[];
  readonly listed: readonly { readonly name: string; readonly what: string }[];
}

function claimsOf(entity: OpenedEntity['entity']): readonly string[] {
  return claimedDigests(entity).map(({ algorithm, hex }) => `${algorithm}:${hex}`);
}
