// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import { asObject } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { openCosignAttestation } from '../envelope/cosign-attestation.ts';
import { openSimpleSigning } from '../envelope/simple-signing.ts';
import type { Descriptor, ImageManifest } from '../evidence/image-manifest.ts';
import { type ImageLayout, shortDigest } from '../evidence/oci-layout.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { attempt } from '../model/malformed.ts';
import type { ItemFacts } from '../model/report.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import type { OpenedEntity } from './examination.ts';
import type { Attachment } from './image-attachments.ts';
import { openFile } from './open-file.ts';
import type { ExaminationContext } from './request.ts';

/** What of one attachment is evidence. */
export interface ImageEvidence {
  /** Digest of the image that it is attached to; null where nothing says. */
  readonly to: string | null;
  readonly entities: readonly OpenedEntity[];
  /** What could not be had or opened. */
  readonly refused: readonly ItemFacts[];
  /** Layers, by path of their blob, and what they are. */
  readonly covered: ReadonlyMap<string, string>;
}

const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const ENVELOPE = 'application/vnd.dsse.envelope.v1+json';
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\+json;version=0\.[123]|\.v0\.3\+json)$/;

export function isSigned({ mediaType }: Descriptor): boolean {
  return mediaType === SIMPLE_SIGNING || mediaType === ENVELOPE || BUNDLE.test(mediaType);
}

/** Opens the signatures, attestations and bundles of one attachment. Documents that nobody signed are left to whoever reads the other files. */
export function openAttachment(
  attachment: Attachment,
  layout: ImageLayout,
  holding: Holding,
  context: ExaminationContext,
): ImageEvidence {
  return new Opening(layout, holding, context).open(attachment);
}

class Opening {
  readonly #layout: ImageLayout;
  readonly #holding: Holding;
  readonly #context: ExaminationContext;
  readonly #entities: OpenedEntity[] = [];
  readonly #refused: ItemFacts[] = [];
  readonly #covered = new Map<string, string>();

  constructor(layout: ImageLayout, holding: Holding, context: ExaminationContext) {
    this.#layout = layout;
    this.#holding = holding;
    this.#context = context;
  }

  open({ descriptor, manifest, to }: Attachment): ImageEvidence {
    const { text } = descriptor.digest;
    if (manifest !== null) this.#layers(manifest, text, to);
    else if (this.#layout.absent.has(text)) {
      const at = { evidence: `${this.#layout.name}@${text}`, pointer: '' };
      this.#refuse(at, 'input', notPassed('input.read', at, 'image-blob-absent', `${text}, attached to an image`));
    }
    return { to, entities: this.#entities, refused: this.#refused, covered: this.#covered };
  }

  #layers(manifest: ImageManifest, digest: string, to: string | null): void {
    const member = this.#layout.blob(this.#layout.nodes.get(digest)!.descriptor.digest)!;
    const image = to === null ? 'an image' : shortDigest(to);
    this.#covered.set(member.path, `a manifest attached to ${image}`);
    this.#config(manifest.config, image);
    for (const [i, layer] of manifest.layers.entries()) {
      // What nobody signed is a file like any other: to be attached to an image is no proof of it.
      if (!isSigned(layer)) continue;
      const blob = this.#layout.blob(layer.digest);
      const at = { evidence: memberName(this.#holding, member.path), pointer: `/layers/${i}` };
      if (blob === null) {
        this.#withoutBlob(layer, at);
        continue;
      }
      this.#covered.set(blob.path, `evidence attached to ${image}`);
      this.#layer(layer, blob, at);
    }
  }

  /** cosign writes that of an image without files, others `{}`. Nothing but a document is taken for one. */
  #config({ digest }: Descriptor, image: string): void {
    const blob = this.#layout.blob(digest);
    const bytes = blob === null ? null : this.#holding.document(blob, LIMITS.imageManifest);
    if (blob === null || bytes?.ok !== true || !attempt(() => asObject(parseJson(bytes.value), '')).ok) return;
    this.#covered.set(blob.path, `the config of a manifest attached to ${image}`);
  }

  /** Of one that is there and altered, the layout tells why it is not used. */
  #withoutBlob({ digest }: Descriptor, at: Locator): void {
    const absent = this.#layout.absent.has(digest.text);
    const reason = absent ? 'image-blob-absent' : 'image-blob-altered';
    this.#refuse(at, 'input', notPassed('input.read', at, reason, `the layer ${digest.text}`));
  }

  #layer({ mediaType, annotations }: Descriptor, blob: Member, at: Locator): void {
    const bytes = this.#holding.document(blob);
    if (!bytes.ok) {
      this.#refuse(at, 'input', malformedCheck('input.read', at, bytes.problem));
      return;
    }
    if (BUNDLE.test(mediaType)) {
      const file = openFile(memberName(this.#holding, blob.path), bytes.value, this.#context);
      this.#refused.push(...file.refused);
      this.#entities.push(...file.entities);
      return;
    }
    const open = mediaType === ENVELOPE ? openCosignAttestation : openSimpleSigning;
    const opened = open(bytes.value, annotations, at);
    const read = passed('input.read', at);
    if (opened.ok) {
      const [entity] = opened.value;
      this.#entities.push({ entity, checks: [read, ...opened.checks], findings: opened.findings });
    } else this.#refuse(at, 'unknown', read, ...opened.checks);
  }

  #refuse(at: Locator, kind: 'input' | 'unknown', ...checks: readonly Check[]): void {
    this.#refused.push({ ...EMPTY_ITEM, name: at.evidence + at.pointer, kind, checks });
  }
}
