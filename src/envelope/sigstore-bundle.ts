// SPDX-License-Identifier: Apache-2.0
import { DIGEST_BYTES } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { asObject, member, requireBase64, requireObject, requireString } from '../encoding/json-fields.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ClaimedSignature, ClaimedSigner, SignedContent, SignedEntity } from '../model/signed-entity.ts';
import { type BundleVersion, readMaterial } from './bundle-material.ts';
import { readDsse } from './dsse.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { isBundleShaped } from './shape.ts';

/**
 * The Sigstore bundle, protobuf's JSON of dev.sigstore.bundle.v1.Bundle:
 *
 *     {"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
 *      "verificationMaterial": {"certificate": {"rawBytes": "MIIC…"}, "tlogEntries": [{"logIndex": "1", …}]},
 *      "messageSignature": {"messageDigest": {"algorithm": "SHA2_256", "digest": "oM/H…"}, "signature": "MEUC…"}}
 *
 * or with a `dsseEnvelope` of exactly one signature. A null member is an absent one; only the lowerCamelCase names are read.
 */
export const SIGSTORE_BUNDLE: EnvelopeKind = {
  id: 'sigstore-bundle',
  recognises: isBundleShaped,
  open: (value, _bytes, at) =>
    opening('sigstore-bundle', at, (findings) => readBundle(asObject(value, ''), at, findings)),
};

/** The media type is unsigned: it says how the file is written, and never which checks are done (attacks C04). */
const VERSIONS: ReadonlyMap<unknown, BundleVersion> = new Map([
  ['application/vnd.dev.sigstore.bundle+json;version=0.1', '0.1'],
  ['application/vnd.dev.sigstore.bundle+json;version=0.2', '0.2'],
  ['application/vnd.dev.sigstore.bundle+json;version=0.3', '0.3'],
  ['application/vnd.dev.sigstore.bundle.v0.3+json', '0.3'],
]);

const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['SHA2_256', 'sha256'],
  ['SHA2_384', 'sha384'],
  ['SHA2_512', 'sha512'],
]);

const MEMBERS = ['mediaType', 'verificationMaterial', 'messageSignature', 'dsseEnvelope'];

/** @throws Malformed those of its parts, `bundle-version-unsupported`, `bundle-material`, `signature-count` */
export function readBundle(bundle: JsonObject, at: Locator, findings: Finding[]): SignedEntity {
  const version = readVersion(bundle);
  noteUnknownMembers(bundle, MEMBERS, '', at, findings);
  const material = member(bundle, 'verificationMaterial');
  if (material === undefined) throw new Malformed('bundle-material', 'the bundle has no verification material');
  const verification = readMaterial(asObject(material, '/verificationMaterial'), version, at, findings);
  const { content, signature } = readContent(bundle, verification.signer, at, findings);
  return { envelope: 'sigstore-bundle', version, content, signatures: [signature], ...verification, at };
}

/** @throws Malformed `bundle-version-unsupported` */
export function readVersion(bundle: JsonObject): BundleVersion {
  const mediaType = member(bundle, 'mediaType');
  const version = VERSIONS.get(mediaType);
  if (version !== undefined) return version;
  const found = typeof mediaType === 'string' ? `"${escapeText(mediaType, 96)}"` : 'absent or not a string';
  throw new Malformed('bundle-version-unsupported', `the media type at /mediaType is ${found}`);
}

interface Content {
  readonly content: SignedContent;
  readonly signature: ClaimedSignature;
}

function readContent(bundle: JsonObject, signer: ClaimedSigner, at: Locator, findings: Finding[]): Content {
  const message = member(bundle, 'messageSignature');
  const envelope = member(bundle, 'dsseEnvelope');
  if ((message === undefined) === (envelope === undefined)) {
    throw new Malformed(
      'bundle-material',
      `the bundle holds ${message === undefined ? 'neither' : 'both'} messageSignature and dsseEnvelope`,
    );
  }
  if (envelope === undefined) return readMessage(requireObject(bundle, 'messageSignature', ''), at, findings);
  return readEnvelope(asObject(envelope, '/dsseEnvelope'), signer, at, findings);
}

function readMessage(message: JsonObject, at: Locator, findings: Finding[]): Content {
  const pointer = '/messageSignature';
  noteUnknownMembers(message, ['messageDigest', 'signature'], pointer, at, findings);
  const sig = requireBase64(message, 'signature', pointer);
  if (sig.length === 0) throw new Malformed('envelope-format', `the signature is empty at ${pointer}/signature`);
  const digest = member(message, 'messageDigest');
  return {
    content: {
      kind: 'message',
      digest: digest === undefined ? null : readDigest(asObject(digest, `${pointer}/messageDigest`), at, findings),
    },
    signature: { sig, keyHint: null },
  };
}

/** `messageDigest`. @throws Malformed `algorithm-unsupported`, `envelope-format`, `json-shape`, `base64-invalid` */
export function readDigest(
  digest: JsonObject,
  at: Locator,
  findings: Finding[],
): { algorithm: HashName; value: Uint8Array } {
  const pointer = '/messageSignature/messageDigest';
  noteUnknownMembers(digest, ['algorithm', 'digest'], pointer, at, findings);
  const name = requireString(digest, 'algorithm', pointer);
  const hash = HASHES.get(name);
  if (hash === undefined) {
    throw new Malformed(
      'algorithm-unsupported',
      `the digest algorithm at ${pointer}/algorithm is "${escapeText(name, 64)}"`,
    );
  }
  const value = requireBase64(digest, 'digest', pointer);
  if (value.length !== DIGEST_BYTES.get(hash)) {
    throw new Malformed('envelope-format', `the ${hash} digest at ${pointer}/digest has ${value.length} bytes`);
  }
  return { algorithm: hash, value };
}

/** One signature, because the verification material is that of one (client specification; attacks B13). */
function readEnvelope(envelope: JsonObject, signer: ClaimedSigner, at: Locator, findings: Finding[]): Content {
  const { content, signatures } = readDsse(envelope, '/dsseEnvelope', null, at, findings);
  const [signature, second] = signatures;
  if (signature === undefined || second !== undefined) {
    throw new Malformed(
      'signature-count',
      `${signatures.length} signatures at /dsseEnvelope/signatures, where a bundle has one`,
    );
  }
  const hint = signer.kind === 'key' ? signer.hint : null;
  if (hint !== null && signature.keyHint !== null && hint !== signature.keyHint) {
    throw new Malformed(
      'bundle-material',
      'the key hint of the verification material is not the key id of the signature',
    );
  }
  return { content, signature };
}
