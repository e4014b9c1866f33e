// SPDX-License-Identifier: Apache-2.0
import { type Content, type EntryWish, seal, stamp } from './bundle.ts';
import { type Bytes, base64, bytes, fromHex, type HashName, hash, hex, utf8 } from './bytes.ts';
import type { Files } from './case.ts';
import { IN_TOTO } from './dsse.ts';
import { type JsonObject, textAt, valueAt } from './json.ts';
import { provenanceV1, SLSA_V1, statement } from './statement.ts';
import { rekorV1, type Signer, tsaA } from './world.ts';

/** Image layouts (OCI image specification), and what cosign puts beside images. */
export const TYPES = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
  dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  payload: 'application/vnd.dev.cosign.simplesigning.v1+json',
  envelope: 'application/vnd.dsse.envelope.v1+json',
  bundle: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  empty: 'application/vnd.oci.empty.v1+json',
} as const;

export const REFERENCE = 'registry.mint.example/acme/app';

/** A blob, and the descriptor that names it. */
export interface Blob {
  readonly bytes: Bytes;
  readonly descriptor: JsonObject;
  /** What it names that is saved with it. */
  readonly parts: readonly Blob[];
}

export function digestOf(data: Bytes, name: HashName = 'sha256'): string {
  return `${name}:${hex(hash(name, data))}`;
}

export function blob(
  mediaType: string,
  content: Bytes | JsonObject,
  more: { readonly parts?: readonly Blob[]; readonly hash?: HashName; readonly [member: string]: unknown } = {},
): Blob {
  const { parts = [], hash: name, ...members } = more;
  const data = content instanceof Uint8Array ? content : utf8(JSON.stringify(content));
  const descriptor = { mediaType, digest: digestOf(data, name), size: data.length, ...members } as JsonObject;
  return { bytes: data, descriptor, parts };
}

/** The same blob under a descriptor with other members. */
export function named(one: Blob, members: JsonObject): Blob {
  return { ...one, descriptor: { ...one.descriptor, ...members } };
}

export function tagged(one: Blob, tag: string): Blob {
  return named(one, { annotations: { 'org.opencontainers.image.ref.name': tag } });
}

/** As `cosign save` marks what it saves. */
export function saved(one: Blob, kind: 'image' | 'imageIndex' | 'sigs' | 'atts' | 'sboms'): Blob {
  return named(one, { annotations: { kind: `dev.cosignproject.cosign/${kind}` } });
}

export function digest(one: Blob): string {
  return String(one.descriptor['digest']);
}

/** cosign's tag for what is attached to an image. */
export function tagFor(image: Blob, ending: 'sig' | 'att' | 'sbom'): string {
  return `${digest(image).replace(':', '-')}.${ending}`;
}

/** An image of one platform. Its layer is named and left out, as it is where only evidence is kept. */
export function image(architecture: string, change: JsonObject = {}): Blob {
  const config = blob(TYPES.config, {
    architecture,
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [] },
    config: {},
  });
  const layer = blob(TYPES.layer, utf8(`the files of ${architecture}\n`));
  const manifest = {
    schemaVersion: 2,
    mediaType: TYPES.manifest,
    config: config.descriptor,
    layers: [layer.descriptor],
    ...change,
  };
  return blob(TYPES.manifest, manifest, { parts: [config], platform: { architecture, os: 'linux' } });
}

export function dockerImage(): Blob {
  const config = blob(TYPES.dockerConfig, { architecture: 'amd64', os: 'linux' });
  const layer = blob(TYPES.dockerLayer, utf8('the files\n'));
  const manifest = {
    schemaVersion: 2,
    mediaType: TYPES.dockerManifest,
    config: config.descriptor,
    layers: [layer.descriptor],
  };
  return blob(TYPES.dockerManifest, manifest, { parts: [config] });
}

export function imageIndex(images: readonly Blob[], change: JsonObject = {}): Blob {
  const index = { schemaVersion: 2, mediaType: TYPES.index, manifests: images.map((one) => one.descriptor), ...change };
  return blob(TYPES.index, index, { parts: images });
}

export function imagePayload(one: Blob, reference = REFERENCE): Bytes {
  const critical = {
    identity: { 'docker-reference': reference },
    image: { 'docker-manifest-digest': digest(one) },
    type: 'cosign container image signature',
  };
  return utf8(JSON.stringify({ critical, optional: null }));
}

export interface LayerPlan {
  readonly signer: Signer;
  /** None: a plain key's signature as `cosign sign --tlog-upload=false` makes it. */
  readonly entry?: Partial<EntryWish> | null;
  readonly stamped?: boolean;
  /** What the annotations say in place of what was made. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A layer with cosign's signature over a payload. */
export function signatureLayer(payload: Bytes, plan: LayerPlan): Blob {
  const { bundle, signature } = sealed({ artifact: payload }, plan);
  const annotations = {
    'dev.cosignproject.cosign/signature': base64(signature),
    ...material(bundle, signature, plan),
    ...plan.annotations,
  };
  return blob(TYPES.payload, payload, { annotations });
}

/** A layer with cosign's attestation of an image. */
export function attestationLayer(one: Blob, plan: LayerPlan): Blob {
  const [algorithm = '', value = ''] = digest(one).split(':');
  const payload = statement([{ name: REFERENCE, digest: { [algorithm]: value } }], SLSA_V1, provenanceV1());
  const { bundle, signature } = sealed({ payload, payloadType: IN_TOTO }, plan);
  const annotations = {
    'dev.cosignproject.cosign/signature': '',
    predicateType: SLSA_V1,
    ...material(bundle, signature, plan),
    ...plan.annotations,
  };
  return blob(TYPES.envelope, valueAt(bundle, '/dsseEnvelope') as JsonObject, { annotations });
}

function sealed(content: Content, { signer, entry }: LayerPlan) {
  const bodyKind = 'payload' in content ? ({ bodyKind: 'intoto 0.0.2' } as const) : {};
  return seal({ signer, content, entries: entry === null ? [] : [{ log: rekorV1, ...bodyKind, ...entry }] });
}

function material(bundle: JsonObject, signature: Bytes, { signer, entry, stamped }: LayerPlan): Record<string, string> {
  const made: Record<string, string> = {};
  if (signer.certificate !== null) made['dev.sigstore.cosign/certificate'] = pem(signer.certificate.der);
  if (entry !== null) made['dev.sigstore.cosign/bundle'] = JSON.stringify(rekorBundle(bundle));
  if (stamped === true) {
    const token = String(stamp({ tsa: tsaA }, signature)['signedTimestamp']);
    made['dev.sigstore.cosign/rfc3161timestamp'] = JSON.stringify({ SignedRFC3161Timestamp: token });
  }
  return made;
}

/** Rekor's answer as cosign keeps it: the promise, and no inclusion proof. */
export function rekorBundle(bundle: JsonObject): JsonObject {
  const entry = '/verificationMaterial/tlogEntries/0';
  return {
    SignedEntryTimestamp: textAt(bundle, `${entry}/inclusionPromise/signedEntryTimestamp`),
    Payload: {
      body: textAt(bundle, `${entry}/canonicalizedBody`),
      integratedTime: Number(textAt(bundle, `${entry}/integratedTime`)),
      logIndex: Number(textAt(bundle, `${entry}/logIndex`)),
      logID: hex(new Uint8Array(Buffer.from(textAt(bundle, `${entry}/logId/keyId`), 'base64'))),
    },
  };
}

export function pem(der: Bytes): string {
  const lines = base64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** The manifest of cosign's attachments. */
export function attachment(layers: readonly Blob[], change: JsonObject = {}): Blob {
  const config = blob(TYPES.config, { architecture: '', os: '', rootfs: { type: 'layers', diff_ids: [] }, config: {} });
  const manifest = {
    schemaVersion: 2,
    mediaType: TYPES.manifest,
    config: config.descriptor,
    layers: layers.map((one) => one.descriptor),
    ...change,
  };
  return blob(TYPES.manifest, manifest, { parts: [config, ...layers] });
}

/** A bundle as a referrer of an image. */
export function referrer(one: Blob, bundle: JsonObject): Blob {
  const config = blob(TYPES.empty, utf8('{}'));
  const layer = blob(TYPES.bundle, bundle);
  const { mediaType, digest: of, size } = one.descriptor as { mediaType: string; digest: string; size: number };
  const manifest = {
    schemaVersion: 2,
    mediaType: TYPES.manifest,
    artifactType: TYPES.bundle,
    config: config.descriptor,
    layers: [layer.descriptor],
    subject: { mediaType, digest: of, size },
  };
  return blob(TYPES.manifest, manifest, { parts: [config, layer], artifactType: TYPES.bundle });
}

export interface LayoutChange {
  /** Instead of `{"imageLayoutVersion": "1.0.0"}`. */
  readonly mark?: string;
  readonly index?: JsonObject;
  /** Blobs by digest: other octets, or null where they are left out. */
  readonly blobs?: Readonly<Record<string, Bytes | null>>;
}

/** The files of a layout, by their paths in it. */
export function layoutFiles(roots: readonly Blob[], change: LayoutChange = {}): Record<string, Bytes> {
  const files: Record<string, Bytes> = {
    'oci-layout': utf8(change.mark ?? '{"imageLayoutVersion": "1.0.0"}\n'),
    'index.json': utf8(
      `${JSON.stringify({ schemaVersion: 2, manifests: roots.map((one) => one.descriptor), ...change.index }, null, 1)}\n`,
    ),
  };
  const put = (one: Blob): void => {
    const other = change.blobs?.[digest(one)];
    if (other !== null) files[`blobs/${digest(one).replace(':', '/')}`] = other ?? one.bytes;
    for (const part of one.parts) put(part);
  };
  for (const root of roots) put(root);
  return files;
}

export function below(folder: string, files: Readonly<Record<string, Bytes>>): Files {
  return Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]));
}

/** A plain ustar archive, in the order of the files. */
export function ustar(files: Readonly<Record<string, Bytes>>): Bytes {
  const parts = Object.entries(files).flatMap(([path, data]) => {
    const header = Buffer.alloc(512);
    const octal = (value: number, at: number, length: number) =>
      header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
    header.write(path, 0);
    octal(0o644, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(data.length, 124, 12);
    octal(0, 136, 12);
    header.write('        0', 148);
    header.write('ustar\x0000', 257);
    header.write(
      `${header
        .reduce((sum, octet) => sum + octet, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    return [new Uint8Array(header), data, new Uint8Array((512 - (data.length % 512)) % 512)];
  });
  return bytes(...parts, fromHex('00'.repeat(1024)));
}
