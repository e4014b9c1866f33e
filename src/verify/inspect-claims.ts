// SPDX-License-Identifier: Apache-2.0

import {
  asObject,
  member,
  optionalArray,
  optionalObject,
  pointerTo,
  requireBase64,
  requireObject,
} from '../encoding/json-fields.ts';
import { readLogEntry } from '../envelope/bundle-log-entry.ts';
import { type BundleVersion, readSigner, readToken } from '../envelope/bundle-material.ts';
import { readDsse, readSignature } from '../envelope/dsse.ts';
import type { EnvelopeKind } from '../envelope/envelope-kind.ts';
import { readDigest, readVersion } from '../envelope/sigstore-bundle.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import type {
  ClaimedSignature,
  ClaimedSigner,
  EnvelopeId,
  LogEntry,
  SignedContent,
  SignedEntity,
} from '../model/signed-entity.ts';

/** One value of a list, or why it cannot be read. */
export interface Placed<T> {
  /** JSON Pointer in the document. */
  readonly at: string;
  readonly read: Parsed<T>;
}

/** An envelope part by part: what is malformed in one place does not hide the others. */
export interface Claims {
  readonly kind: EnvelopeId;
  readonly at: Locator;
  readonly mediaType: JsonValue | undefined;
  readonly version: Parsed<string>;
  readonly content: Placed<SignedContent>;
  readonly signatures: readonly Placed<ClaimedSignature>[];
  readonly signer: Placed<ClaimedSigner>;
  readonly timestamps: readonly Placed<Bytes>[];
  readonly logEntries: readonly Placed<LogEntry>[];
  /** Why `verify` would not open the envelope, or null. */
  readonly refused: Problem | null;
  readonly findings: readonly Finding[];
}

const MATERIAL = '/verificationMaterial';
const ENTRIES = `${MATERIAL}/tlogEntries`;
const TOKENS = `${MATERIAL}/timestampVerificationData/rfc3161Timestamps`;
/** More than any envelope may hold; what is behind is not read. */
const READ = 64;

/** Opens the document as `verify` does, and where that refuses it, reads each part with the same readers. */
export function readClaims(kind: EnvelopeKind, value: JsonObject, bytes: Bytes, at: Locator): Claims {
  const opened = kind.open(value, bytes, at);
  const mediaType = member(value, 'mediaType');
  if (opened.ok) return ofEntity(kind.id, opened.value[0], mediaType, opened.findings);
  const check = opened.checks.find((one) => one.outcome === 'failed' || one.outcome === 'indeterminate');
  const refused = check !== undefined && 'detail' in check ? { reason: check.reason, detail: check.detail } : null;
  const findings = [...opened.findings];
  const parts = partsOf(kind.id, value, at, findings, refused);
  return { kind: kind.id, at, mediaType, ...parts, refused, findings };
}

/** Where one of several documents, or of another form than these, cannot be read, nothing of it is shown. */
function partsOf(id: EnvelopeId, value: JsonObject, at: Locator, findings: Finding[], refused: Problem | null): Parts {
  if (id === 'sigstore-bundle') return bundleParts(value, at, findings);
  if (id === 'dsse' || id === 'in-toto-statement') return dsseParts(value, '', at, findings);
  const problem = refused ?? { reason: 'envelope-format', detail: 'it cannot be read' };
  const unread = { at: '', read: { ok: false, problem } } as const;
  return {
    version: { ok: true, value: '' },
    content: unread,
    signatures: [],
    signer: unread,
    timestamps: [],
    logEntries: [],
  };
}

type Parts = Pick<Claims, 'version' | 'content' | 'signatures' | 'signer' | 'timestamps' | 'logEntries'>;

/** Where the forms that are neither bundle nor DSSE envelope keep their parts. */
const OWN_PLACES: ReadonlyMap<
  string,
  { readonly content: string; readonly signature: string; readonly signer: string }
> = new Map([
  [
    'pypi-attestation',
    { content: '/envelope', signature: '/envelope/signature', signer: '/verification_material/certificate' },
  ],
  ['cosign-bundle', { content: '', signature: '/base64Signature', signer: '/cert' }],
]);

function ofEntity(
  id: EnvelopeId,
  entity: SignedEntity,
  mediaType: Claims['mediaType'],
  findings: readonly Finding[],
): Claims {
  const isBundle = entity.envelope === 'sigstore-bundle';
  const own = OWN_PLACES.get(entity.envelope);
  const place = !isBundle
    ? (own?.content ?? '')
    : entity.content.kind === 'dsse'
      ? '/dsseEnvelope'
      : '/messageSignature';
  const fine = <T>(at: string, value: T): Placed<T> => ({ at, read: { ok: true, value } });
  const signatureAt = (i: number) =>
    own?.signature ?? (entity.content.kind === 'dsse' ? `${place}/signatures/${i}` : place);
  return {
    kind: id,
    at: entity.at,
    mediaType,
    version: { ok: true, value: entity.version },
    content: fine(place, entity.content),
    signatures: entity.signatures.map((signature, i) => fine(signatureAt(i), signature)),
    signer: fine(isBundle ? MATERIAL : (own?.signer ?? ''), entity.signer),
    timestamps: entity.timestamps.map((token, i) => fine(pointerTo(TOKENS, i), token)),
    logEntries: entity.logEntries.map((entry, i) =>
      fine(entry.at.pointer.slice(entity.at.pointer.length) || pointerTo(ENTRIES, i), entry),
    ),
    refused: null,
    findings,
  };
}

function bundleParts(bundle: JsonObject, at: Locator, findings: Finding[]): Parts {
  const version = attempt(() => readVersion(bundle));
  const material = attempt(() => asObject(member(bundle, 'verificationMaterial') ?? null, MATERIAL));
  const inMaterial = <T>(read: (object: JsonObject) => T): Parsed<T> =>
    material.ok ? attempt(() => read(material.value)) : material;
  const signer = inMaterial((object) => readSigner(object, version.ok ? version.value : fitting(object), at, findings));
  const entries = inMaterial((object) => optionalArray(object, 'tlogEntries', MATERIAL) ?? []);
  const tokens = inMaterial((object) => {
    const data = optionalObject(object, 'timestampVerificationData', MATERIAL);
    return data === undefined ? [] : (optionalArray(data, 'rfc3161Timestamps', TOKENS) ?? []);
  });
  return {
    ...contentParts(bundle, at, findings),
    version,
    signer: { at: MATERIAL, read: signer },
    logEntries: each(entries, ENTRIES, (entry, place) => readLogEntry(asObject(entry, place), place, at, findings)),
    timestamps: each(tokens, TOKENS, (token, place) => readToken(token, place, at, findings)),
  };
}

/** Without a version that is known: the one that holds such a signer. */
function fitting(material: JsonObject): BundleVersion {
  return member(material, 'x509CertificateChain') === undefined ? '0.3' : '0.2';
}

function contentParts(bundle: JsonObject, at: Locator, findings: Finding[]): Pick<Parts, 'content' | 'signatures'> {
  const envelope = member(bundle, 'dsseEnvelope');
  if (envelope !== undefined && member(bundle, 'messageSignature') === undefined) {
    const object = attempt(() => asObject(envelope, '/dsseEnvelope'));
    if (object.ok) return dsseParts(object.value, '/dsseEnvelope', at, findings);
    return { content: { at: '/dsseEnvelope', read: object }, signatures: [] };
  }
  const place = '/messageSignature';
  const message = attempt(() => requireObject(bundle, 'messageSignature', ''));
  if (!message.ok) return { content: { at: place, read: message }, signatures: [] };
  const content = attempt((): SignedContent => {
    const digest = optionalObject(message.value, 'messageDigest', place);
    return { kind: 'message', digest: digest === undefined ? null : readDigest(digest, at, findings) };
  });
  const sig = attempt(() => ({ sig: requireBase64(message.value, 'signature', place), keyHint: null }));
  return { content: { at: place, read: content }, signatures: [{ at: place, read: sig }] };
}

/** The payload without the signatures, and each signature without the others. */
function dsseParts(envelope: JsonObject, pointer: string, at: Locator, findings: Finding[]): Parts {
  const place = `${pointer}/signatures`;
  const content = attempt(() => readDsse({ ...envelope, signatures: [] }, pointer, null, at, findings).content);
  const signatures = attempt(() => optionalArray(envelope, 'signatures', pointer) ?? []);
  return {
    version: { ok: true, value: '' },
    content: { at: pointer, read: content },
    signatures: each(signatures, place, (one, where) =>
      readSignature(asObject(one, where), where, ['keyid', 'sig', 'cert'], at, findings),
    ),
    signer: { at: place, read: { ok: true, value: { kind: 'none' } } },
    timestamps: [],
    logEntries: [],
  };
}

function each<T>(
  values: Parsed<readonly JsonValue[]>,
  pointer: string,
  read: (value: JsonValue, place: string) => T,
): Placed<T>[] {
  if (!values.ok) return [{ at: pointer, read: values }];
  const placed = values.value.slice(0, READ).map((value, i): Placed<T> => {
    const place = pointerTo(pointer, i);
    return { at: place, read: attempt(() => read(value, place)) };
  });
  const left = values.value.length - placed.length;
  if (left > 0) placed.push({ at: pointer, read: attempt(() => refuse(`${left} more are not shown`)) });
  return placed;
}

function refuse(detail: string): never {
  throw new Malformed('limit-exceeded', detail);
}
