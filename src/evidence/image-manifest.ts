// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  asString,
  member,
  optionalArray,
  optionalBase64,
  optionalObject,
  optionalString,
  pointerTo,
  requireArray,
  requireInt64,
  requireInteger,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';

/** `sha256:9013…`: registered algorithms in lowercase hex; another algorithm is kept as it stands, and never compared. */
export interface BlobDigest {
  readonly text: string;
  readonly algorithm: HashName | null;
  readonly hex: string;
}

/** What names a blob (OCI image specification: descriptor). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: BlobDigest;
  readonly size: bigint;
  readonly annotations: Readonly<Record<string, string>>;
  readonly artifactType: string | null;
  /** As one text, to be compared; null where there is none. */
  readonly platform: string | null;
}

export interface ImageIndex {
  readonly kind: 'index';
  readonly mediaType: string;
  readonly manifests: readonly Descriptor[];
  readonly subject: Descriptor | null;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ImageManifest {
  readonly kind: 'manifest';
  readonly mediaType: string;
  readonly artifactType: string | null;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly subject: Descriptor | null;
  readonly annotations: Readonly<Record<string, string>>;
}

const KINDS: ReadonlyMap<string, 'index' | 'manifest'> = new Map([
  ['application/vnd.oci.image.index.v1+json', 'index'],
  ['application/vnd.oci.image.manifest.v1+json', 'manifest'],
  ['application/vnd.docker.distribution.manifest.list.v2+json', 'index'],
  ['application/vnd.docker.distribution.manifest.v2+json', 'manifest'],
]);

/** What a blob of that media type is; null for what is neither manifest nor index. */
export function manifestKind(mediaType: string): 'index' | 'manifest' | null {
  return KINDS.get(mediaType) ?? null;
}

const DIGEST = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;
const HEX: ReadonlyMap<string, RegExp> = new Map([
  ['sha256', /^[0-9a-f]{64}$/],
  ['sha384', /^[0-9a-f]{96}$/],
  ['sha512', /^[0-9a-f]{128}$/],
]);

/** @throws Malformed `image-manifest-format` */
export function parseBlobDigest(text: string, pointer: string): BlobDigest {
  const [, algorithm, hex] = DIGEST.exec(text) ?? [];
  if (algorithm === undefined || hex === undefined) throw wrong(`"${escapeText(text, 96)}" is no digest`, pointer);
  const form = HEX.get(algorithm);
  if (form === undefined) return { text, algorithm: null, hex };
  if (!form.test(hex)) throw wrong(`"${escapeText(text, 160)}" is no digest of ${algorithm}`, pointer);
  return { text, algorithm: algorithm as HashName, hex };
}

/**
 * `index.json` of a layout, an image index, or Docker's manifest list.
 *
 * @param mediaType of the descriptor that names it; null for `index.json`, which none names
 * @throws Malformed `image-manifest-format`, `image-platform-twice`, `image-blob-altered`, `limit-exceeded`, those of `parseJson`
 */
export function parseImageIndex(bytes: Bytes, mediaType: string | null): ImageIndex {
  return inThisForm(() => {
    const document = open(bytes, mediaType, 'index');
    refuse(document, ['config', 'layers', 'fsLayers']);
    const manifests = bounded(requireArray(document, 'manifests', ''), '/manifests').map((value, i) =>
      readDescriptor(value, pointerTo('/manifests', i)),
    );
    refuseTwice(manifests);
    return { kind: 'index', manifests, ...common(document, mediaType ?? OCI_INDEX) };
  });
}

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

/** An image manifest, of OCI or of Docker (version 2, schema 2). @throws Malformed as `parseImageIndex` */
export function parseImageManifest(bytes: Bytes, mediaType: string): ImageManifest {
  return inThisForm(() => {
    const document = open(bytes, mediaType, 'manifest');
    refuse(document, ['manifests', 'fsLayers']);
    const layers = bounded(requireArray(document, 'layers', ''), '/layers');
    return {
      kind: 'manifest',
      artifactType: optionalString(document, 'artifactType', '') ?? null,
      config: readDescriptor(requireObject(document, 'config', ''), '/config'),
      layers: layers.map((value, i) => readDescriptor(value, pointerTo('/layers', i))),
      ...common(document, mediaType),
    };
  });
}

function common(document: JsonObject, mediaType: string): Pick<ImageIndex, 'mediaType' | 'subject' | 'annotations'> {
  const subject = optionalObject(document, 'subject', '');
  return {
    mediaType,
    subject: subject === undefined ? null : readDescriptor(subject, '/subject'),
    annotations: readAnnotations(document, ''),
  };
}

/** The document says of itself what it is, or nothing; it never says something else than what names it. */
function open(bytes: Bytes, mediaType: string | null, kind: 'index' | 'manifest'): JsonObject {
  if (bytes.length > LIMITS.imageManifest)
    throw new Malformed('limit-exceeded', `it has ${bytes.length} bytes, more than ${LIMITS.imageManifest}`);
  const document = asObject(parseJson(bytes), '');
  if (requireInteger(document, 'schemaVersion', '') !== 2) throw wrong('the schema version is not 2', '/schemaVersion');
  const own = optionalString(document, 'mediaType', '');
  const agrees =
    own === undefined ? !isOfDocker(mediaType) : own === mediaType || (mediaType === null && own === OCI_INDEX);
  if (agrees) return document;
  const said = own === undefined ? 'it does not say its media type' : `it says that it is "${escapeText(own, 96)}"`;
  throw wrong(`${said}, and is named as ${mediaType ?? `the ${kind} of a layout`}`, '/mediaType');
}

function isOfDocker(mediaType: string | null): boolean {
  return mediaType?.startsWith('application/vnd.docker.') === true;
}

/** Members of another kind: whoever trusts the other media type would read another image (CVE-2021-41190). */
function refuse(document: JsonObject, names: readonly string[]): void {
  const strange = names.find((name) => member(document, name) !== undefined);
  if (strange !== undefined) throw wrong('a member of another kind of document', pointerTo('', strange));
}

function readDescriptor(value: JsonValue, pointer: string): Descriptor {
  const object = asObject(value, pointer);
  const read: Descriptor = {
    mediaType: requireString(object, 'mediaType', pointer),
    digest: parseBlobDigest(requireString(object, 'digest', pointer), `${pointer}/digest`),
    size: requireInt64(object, 'size', pointer),
    annotations: readAnnotations(object, pointer),
    artifactType: optionalString(object, 'artifactType', pointer) ?? null,
    platform: readPlatform(optionalObject(object, 'platform', pointer), `${pointer}/platform`),
  };
  compareData(optionalBase64(object, 'data', pointer), read, `${pointer}/data`);
  return read;
}

/** A descriptor may hold a copy of its blob: another one than the blob would be read by those who trust the copy. */
function compareData(data: Bytes | undefined, { digest: named, size }: Descriptor, pointer: string): void {
  if (data === undefined || named.algorithm === null) return;
  if (BigInt(data.length) === size && digestHex(named.algorithm, data) === named.hex) return;
  throw new Malformed('image-blob-altered', `what is embedded at ${pointer} is not ${named.text}`);
}

function readAnnotations(object: JsonObject, pointer: string): Readonly<Record<string, string>> {
  const annotations = optionalObject(object, 'annotations', pointer) ?? {};
  const place = `${pointer}/annotations`;
  const read: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(annotations)) read[name] = asString(value, pointerTo(place, name));
  return read;
}

function readPlatform(platform: JsonObject | undefined, pointer: string): string | null {
  if (platform === undefined) return null;
  const text = (name: string) => optionalString(platform, name, pointer) ?? '';
  const features = (optionalArray(platform, 'os.features', pointer) ?? []).map((one) => asString(one, pointer)).sort();
  const parts = [text('os'), text('architecture'), text('variant'), text('os.version'), ...features];
  return parts.map((part) => JSON.stringify(part)).join(' ');
}

/** `unknown/unknown` is what builders call their attestations; annotations may tell two of one platform apart. */
function refuseTwice(manifests: readonly Descriptor[]): void {
  const seen = new Map<string, BlobDigest>();
  for (const [i, { platform, annotations, digest: own }] of manifests.entries()) {
    if (platform === null || platform.startsWith('"unknown" "unknown"')) continue;
    const known = Object.keys(annotations).sort();
    const key = `${platform} ${known.map((name) => JSON.stringify([name, annotations[name]])).join(' ')}`;
    const other = seen.get(key);
    if (other !== undefined && other.text !== own.text) {
      throw new Malformed(
        'image-platform-twice',
        `the platform at /manifests/${i}/platform is that of ${other.text} too`,
      );
    }
    seen.set(key, own);
  }
}

function bounded(values: readonly JsonValue[], pointer: string): readonly JsonValue[] {
  if (values.length <= LIMITS.imageDescriptors) return values;
  throw new Malformed(
    'limit-exceeded',
    `${values.length} descriptors at ${pointer}, more than ${LIMITS.imageDescriptors}`,
  );
}

/** The shape is this format's own; that it is no JSON, or ambiguous JSON, keeps its name. */
function inThisForm<T>(read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  const { reason, detail } = result.problem;
  throw new Malformed(SHAPE.has(reason) ? 'image-manifest-format' : reason, detail);
}

const SHAPE: ReadonlySet<string> = new Set(['json-shape', 'base64-invalid']);

function wrong(detail: string, pointer: string): Malformed {
  return new Malformed('image-manifest-format', `${detail} (${pointer})`);
}
