// SPDX-License-Identifier: Apache-2.0
import type { Descriptor, ImageManifest } from '../evidence/image-manifest.ts';
import type { ImageLayout } from '../evidence/oci-layout.ts';

/** A manifest that stands beside an image: signatures, attestations, documents. */
export interface Attachment {
  readonly descriptor: Descriptor;
  /** Null where its blob is absent, or is not what its name says. */
  readonly manifest: ImageManifest | null;
  /** Digest of the image that it says it is attached to; null where it does not say. */
  readonly to: string | null;
}

const REF_NAMES = ['org.opencontainers.image.ref.name', 'io.containerd.image.name'];
/** `cosign save` */
const KIND = 'kind';
const COSIGN = 'dev.cosignproject.cosign/';
const ATTACHED: ReadonlySet<string> = new Set(['sigs', 'atts', 'sboms'].map((kind) => COSIGN + kind));
const IMAGES: ReadonlySet<string> = new Set(['image', 'imageIndex'].map((kind) => COSIGN + kind));

/** A tag by itself, or at the end of a reference: that of cosign's attachments, or of a list of referrers (no ending). */
const TAG = /(?:^|[:/])(sha256|sha512)-([0-9a-f]{64}|[0-9a-f]{128})(?:\.(sig|att|sbom))?$/;

export interface Roots {
  /** What `index.json` names as images: manifests and indexes that are attached to nothing; each digest once. */
  readonly images: readonly Descriptor[];
  readonly attachments: readonly Attachment[];
  /** Indexes that list what is attached to an image, and are nothing else. */
  readonly lists: readonly Descriptor[];
}

/**
 * Tells images from what is attached to them, by names alone: `subject` in the manifest, cosign's tags, and the kinds that
 * `cosign save` writes. All of it is unsigned, and only says what must be compared.
 */
export function attachmentsOf(layout: ImageLayout): Roots {
  const images = new Map<string, Descriptor>();
  const attached = new Map<string, Attachment>();
  const attach = (descriptor: Descriptor, to: string | null) => {
    const { text } = descriptor.digest;
    const known = attached.get(text);
    if (known !== undefined && (known.to !== null || to === null)) return;
    attached.set(text, { descriptor, manifest: manifestOf(layout, text), to });
  };
  for (const { descriptor, document } of layout.nodes.values()) {
    if (document.kind === 'manifest' && document.subject !== null) attach(descriptor, document.subject.digest.text);
  }
  const lists: Descriptor[] = [];
  const unattached: Descriptor[] = [];
  for (const descriptor of layout.roots) {
    const { text } = descriptor.digest;
    const tag = tagOf(descriptor);
    const kind = descriptor.annotations[KIND] ?? '';
    if (tag !== null && tag.ending === null && layout.nodes.get(text)?.document.kind === 'index') {
      lists.push(descriptor);
      continue;
    }
    if (attached.has(text)) continue;
    if (tag !== null && tag.ending !== null) attach(descriptor, tag.digest);
    else if (ATTACHED.has(kind)) unattached.push(descriptor);
    else if (!images.has(text)) images.set(text, descriptor);
  }
  // Saved beside one image, it is that one's.
  const saved = [...images.values()].filter(({ annotations }) => IMAGES.has(annotations[KIND] ?? ''));
  for (const descriptor of unattached) attach(descriptor, saved.length === 1 ? saved[0]!.digest.text : null);
  for (const text of attached.keys()) images.delete(text);
  return { images: [...images.values()], attachments: [...attached.values()], lists };
}

/** What `index.json` calls an image: anybody's word. */
export function claimedNames(layout: ImageLayout, digest: string): readonly string[] {
  const names = layout.roots
    .filter((root) => root.digest.text === digest)
    .flatMap(({ annotations }) => REF_NAMES.flatMap((name) => annotations[name] ?? []));
  return [...new Set(names)];
}

function tagOf({ annotations }: Descriptor): { readonly digest: string; readonly ending: string | null } | null {
  for (const name of REF_NAMES) {
    const [, algorithm, hex, ending] = TAG.exec(annotations[name] ?? '') ?? [];
    if (hex !== undefined) return { digest: `${algorithm}:${hex}`, ending: ending ?? null };
  }
  return null;
}

function manifestOf({ nodes }: ImageLayout, digest: string): ImageManifest | null {
  const document = nodes.get(digest)?.document;
  return document?.kind === 'manifest' ? document : null;
}
