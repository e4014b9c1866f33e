// SPDX-License-Identifier: Apache-2.0
import { isHashName } from '../../crypto/digest.ts';
import { decodeBase64, encodeBase64 } from '../../encoding/base64.ts';
import { escapeText } from '../../encoding/escape-text.ts';
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import {
  asString,
  optionalInt64,
  optionalObject,
  optionalString,
  requireArray,
  requireInt64,
  requireObject,
  requireString,
} from '../../encoding/json-fields.ts';
import { parseRfc3339 } from '../../encoding/rfc3339.ts';
import { decodeUtf8, encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject } from '../../model/json.ts';
import { Malformed, type Problem } from '../../model/malformed.ts';
import type { HashName } from '../../model/public-key.ts';
import type { ResourceDescriptor } from '../../model/statement.ts';
import { compact } from '../compact.ts';
import { PROMOTION_TYPE } from '../predicate-types.ts';
import { objectsAt } from './document.ts';
import type { ToldPredicateKind } from './predicate-kind.ts';

/** An image goes from one environment to the next, with what was known of it then (docs/spec/promotion-v1.md). */
export interface Promotion {
  readonly materials: readonly PromotionMaterial[];
  readonly promotion: PromotionMetadata;
  readonly rekor: PromotionLogProof | null;
  /** Of another bundle: no document holds the digest of what it lies in. */
  readonly bundleSha256: string | null;
}

export interface PromotionMaterial {
  readonly role: string;
  /** As written: an unknown one is refused where it is used. */
  readonly algorithm: string;
  /** Lowercase hexadecimal. */
  readonly digest: string;
  readonly format: string | null;
  readonly uri: string | null;
}

export interface PromotionMetadata {
  readonly from: string;
  readonly to: string;
  readonly actor: string;
  readonly timestamp: string;
  readonly pipeline: string | null;
  readonly ticket: string | null;
  readonly notes: string | null;
}

/** A log's proof about an entry that is not the promotion itself: it was there before. */
export interface PromotionLogProof {
  /** The last 32 octets of the entry's id: RFC 6962's hash of the leaf. */
  readonly leafHash: Bytes;
  /** Of the leaf within its tree. */
  readonly leafIndex: bigint;
  readonly treeSize: bigint;
  readonly rootHash: Bytes;
  readonly hashes: readonly Bytes[];
  readonly checkpoint: { readonly origin: string; readonly size: bigint; readonly hash: Bytes; readonly note: string };
  /** What the entry says; the documented form does not carry it. */
  readonly body: Bytes | null;
}

/** What is wrong with it whoever reads it: it must lead from one environment to another. */
export function whereTo({ promotion: { from, to } }: Promotion): Problem | null {
  if (from !== to) return null;
  return { reason: 'promotion-goes-nowhere', detail: `from and to are both "${escapeText(to)}"` };
}

const LENGTHS: Readonly<Record<HashName, number>> = { sha256: 64, sha384: 96, sha512: 128 };

type NamedMaterial = Pick<PromotionMaterial, 'role' | 'algorithm' | 'digest'>;

/** A material that nobody can compare. */
export function unknownMaterial(materials: readonly NamedMaterial[]): Problem | null {
  const one = materials.find(
    ({ algorithm, digest }) => !isHashName(algorithm) || digest.length !== LENGTHS[algorithm] || !HEX.test(digest),
  );
  if (one === undefined) return null;
  return { reason: 'promotion-algorithm', detail: `${shownMaterial(one)} is of no algorithm of this tool` };
}

const HEX = /^[0-9a-f]*$/;

export function shownMaterial({ role, algorithm, digest }: NamedMaterial): string {
  return `${escapeText(role)} ${escapeText(algorithm)}:${escapeText(digest, 128)}`;
}

/** What an entry of a log may name so that it is about this promotion, each with its SHA-256. */
export function namedBy(
  { materials, bundleSha256 }: Pick<Promotion, 'materials' | 'bundleSha256'>,
  subjects: readonly Pick<ResourceDescriptor, 'digest'>[],
): readonly (readonly [what: string, hex: string])[] {
  return [
    ...subjects.map(({ digest }) => ['subject', digest.get('sha256') ?? ''] as const),
    ...materials.map(({ role, algorithm, digest }) => [role, algorithm === 'sha256' ? digest : ''] as const),
    ...(bundleSha256 === null ? [] : [['bundle', bundleSha256] as const]),
  ];
}

export const PROMOTION_KIND: ToldPredicateKind<typeof PROMOTION_TYPE, Promotion> = {
  type: PROMOTION_TYPE,
  schema: 'promotion-v1',
  parse: (predicate) => ({
    materials: objectsAt(predicate, 'materials', '').map((one, i) => readMaterial(one, `/materials/${i}`)),
    promotion: readMetadata(requireObject(predicate, 'promotion', '')),
    rekor: readRekor(optionalObject(predicate, 'rekor', '')),
    bundleSha256: readBundle(optionalObject(predicate, 'attestation', '')),
  }),
  toJson: ({ materials, promotion, rekor, bundleSha256 }) => ({
    // An empty list is one all the same.
    materials: materials.map(materialJson),
    ...compact({
      promotion: compact({ ...promotion }),
      rekor: rekor === null ? null : rekorJson(rekor),
      attestation: bundleSha256 === null ? null : { bundle_sha256: `sha256:${bundleSha256}` },
    }),
  }),
  tell: ({ materials, promotion: { from, to, actor, timestamp, ticket }, rekor }) => ({
    ...{ from, to, actor, timestamp, ticket },
    materials: materials.map(({ role, algorithm, digest }) => `${role} ${algorithm}:${digest}`),
    logged: rekor !== null,
  }),
};

export function materialJson({ role, algorithm, digest, format, uri }: PromotionMaterial): JsonObject {
  return compact({ role, algo: algorithm, digest, format, uri });
}

export function rekorJson({ leafHash, leafIndex, treeSize, rootHash, hashes, checkpoint, body }: PromotionLogProof) {
  const { origin, size, hash, note } = checkpoint;
  return compact({
    uuid: encodeHex(leafHash),
    logIndex: Number(leafIndex),
    body: body === null ? null : encodeBase64(body),
    inclusionProof: {
      logIndex: Number(leafIndex),
      rootHash: encodeHex(rootHash),
      hashes: hashes.map(encodeHex),
      treeSize: Number(treeSize),
      checkpoint: { origin, size: Number(size), hash: encodeHex(hash), signedNote: encodeBase64(encodeUtf8(note)) },
    },
  });
}

function readMaterial(material: JsonObject, pointer: string): PromotionMaterial {
  return {
    role: requireString(material, 'role', pointer),
    algorithm: requireString(material, 'algo', pointer),
    digest: requireString(material, 'digest', pointer).toLowerCase(),
    format: optionalString(material, 'format', pointer) ?? null,
    uri: optionalString(material, 'uri', pointer) ?? null,
  };
}

function readMetadata(metadata: JsonObject): PromotionMetadata {
  const [from, to, actor, timestamp] = ['from', 'to', 'actor', 'timestamp'].map((name) =>
    requireString(metadata, name, '/promotion'),
  ) as [string, string, string, string];
  parseRfc3339(timestamp);
  const [pipeline, ticket, notes] = ['pipeline', 'ticket', 'notes'].map(
    (name) => optionalString(metadata, name, '/promotion') ?? null,
  ) as [string | null, string | null, string | null];
  return { from, to, actor, timestamp, pipeline, ticket, notes };
}

function readRekor(rekor: JsonObject | undefined): PromotionLogProof | null {
  if (rekor === undefined) return null;
  const place = '/rekor/inclusionProof';
  const proof = requireObject(rekor, 'inclusionProof', '/rekor');
  const checkpoint = requireObject(proof, 'checkpoint', place);
  const uuid = decodeHex(requireString(rekor, 'uuid', '/rekor'));
  if (uuid.length !== 32 && uuid.length !== 40) throw new Malformed('json-shape', 'no id of an entry at /rekor/uuid');
  const body = optionalString(rekor, 'body', '/rekor');
  return {
    leafHash: uuid.subarray(-32),
    leafIndex: optionalInt64(proof, 'logIndex', place) ?? requireInt64(rekor, 'logIndex', '/rekor'),
    treeSize: requireInt64(proof, 'treeSize', place),
    rootHash: hashAt(requireString(proof, 'rootHash', place), `${place}/rootHash`),
    hashes: requireArray(proof, 'hashes', place).map((one, i) =>
      hashAt(asString(one, `${place}/hashes/${i}`), `${place}/hashes/${i}`),
    ),
    checkpoint: {
      origin: requireString(checkpoint, 'origin', `${place}/checkpoint`),
      size: requireInt64(checkpoint, 'size', `${place}/checkpoint`),
      hash: hashAt(requireString(checkpoint, 'hash', `${place}/checkpoint`), `${place}/checkpoint/hash`),
      note: noteOf(requireString(checkpoint, 'signedNote', `${place}/checkpoint`)),
    },
    body: body === undefined ? null : decodeBase64(body),
  };
}

/** Rekor's interface writes hashes in hexadecimal, and its checkpoints in base64. */
function hashAt(text: string, pointer: string): Bytes {
  const hash = /^[0-9A-Fa-f]{64}$/.test(text) ? decodeHex(text) : decodeBase64(text);
  if (hash.length !== 32) throw new Malformed('json-shape', `no SHA-256 at ${pointer}`);
  return hash;
}

function noteOf(text: string): string {
  return text.includes('\n') ? text : decodeUtf8(decodeBase64(text));
}

function readBundle(attestation: JsonObject | undefined): string | null {
  if (attestation === undefined) return null;
  return (
    optionalString(attestation, 'bundle_sha256', '/attestation')
      ?.toLowerCase()
      .replace(/^sha256:/, '') ?? null
  );
}
