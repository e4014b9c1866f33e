// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { parseJson } from '../../encoding/json.ts';
import {
  asInteger,
  asObject,
  asString,
  member,
  optionalObject,
  pointerTo,
  requireArray,
  requireObject,
  requireString,
  unknownMembers,
} from '../../encoding/json-fields.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { formatInstant, parseRfc3339 } from '../../encoding/rfc3339.ts';
import type { Bytes, Sha256 } from '../../model/bytes.ts';
import type { Instant, TimeWindow } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';
import type { TrustRole } from '../document.ts';
import { ROLE_WORDS } from '../document.ts';
import { memoryJson, readMemory, type TufMemory } from '../tuf/memory.ts';
import { BEGINNING } from '../validity.ts';

export const INDEX_FILE = 'trust-store.json';
export const DOCUMENT_FOLDER = 'documents';
const FORMAT = 'forensic-verify/trust-store@v1';

/** One document of a domain; its bytes lie under their own digest. */
export interface HeldDocument {
  readonly role: TrustRole;
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** In words: who vouched for it, or that the examiner named the file. */
  readonly origin: string;
  readonly importedAt: Instant;
  /** Of a plain key: the window that statements of next keys have given it. */
  readonly validFor: TimeWindow | null;
  /** Of a certificate revocation list: the certificate that its signature was verified by when it came in. */
  readonly verifiedBy?: Sha256;
  /** Of what a TUF repository vouched for: when the first of its metadata files expires. Imported at or after that, it was stale. */
  readonly metadataExpires?: Instant;
}

/** It had expired when it was taken (`--allow-stale`). */
export function isStale({ importedAt, metadataExpires }: HeldDocument): boolean {
  return metadataExpires !== undefined && importedAt >= metadataExpires;
}

/** Until when it is known to have been the newest; null: nobody knows. Whoever vouched for it did so no longer than his metadata says. */
export function newestAt({ importedAt, metadataExpires }: HeldDocument): Instant | null {
  if (metadataExpires === undefined) return null;
  return importedAt < metadataExpires ? importedAt : metadataExpires;
}

export interface TrustDomain {
  readonly name: string;
  readonly documents: readonly HeldDocument[];
  /** Only of a domain that is renewed from a TUF repository. */
  readonly tuf: TufMemory | null;
  /** Digests of documents that newer ones have taken the place of: they do not come back (attacks C15). */
  readonly superseded: readonly Sha256[];
}

export interface TrustIndex {
  /** Counts the writings. */
  readonly revision: number;
  readonly domains: readonly TrustDomain[];
}

export const EMPTY_INDEX: TrustIndex = { revision: 0, domains: [] };

const DOMAIN_NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** @throws Malformed `trust-store-format` */
export function refuseDomainName(name: string): void {
  if (!DOMAIN_NAME.test(name))
    throw new Malformed('trust-store-format', 'a domain is named in lowercase letters, digits, points and hyphens');
}

/** docs/spec/trust-store-v1.md. Two stores of the same content have the same bytes. */
export function indexBytes({ revision, domains }: TrustIndex): Bytes {
  const sorted = [...domains].sort((a, b) => (a.name < b.name ? -1 : 1));
  return canonicalJson({
    format: FORMAT,
    revision,
    domains: Object.fromEntries(
      sorted.map(({ name, documents, tuf, superseded }) => [
        name,
        {
          documents: documents.map(documentJson),
          superseded: [...superseded],
          ...(tuf === null ? {} : { tuf: memoryJson(tuf) }),
        },
      ]),
    ),
  });
}

function documentJson({
  role,
  name,
  sha256,
  size,
  origin,
  importedAt,
  validFor,
  verifiedBy,
  metadataExpires,
}: HeldDocument): JsonObject {
  const since = formatInstant(importedAt);
  const plain = {
    role,
    name,
    sha256,
    size,
    origin,
    importedAt: since,
    ...(verifiedBy ? { verifiedBy } : {}),
    ...(metadataExpires === undefined ? {} : { metadataExpires: formatInstant(metadataExpires) }),
  };
  if (validFor === null) return plain;
  const { notBefore, notAfter } = validFor;
  return {
    ...plain,
    validFrom: notBefore === BEGINNING ? null : formatInstant(notBefore),
    validUntil: notAfter === null ? null : formatInstant(notAfter),
  };
}

/** What is not of the format refuses it: a store that is read in part would forget what it has seen. @throws Malformed `trust-store-format` */
export function readIndex(bytes: Bytes, name: string): TrustIndex {
  const result = attempt((): TrustIndex => {
    const index = asObject(parseJson(bytes), '');
    known(index, ['format', 'revision', 'domains'], '');
    if (requireString(index, 'format', '') !== FORMAT) throw new Malformed('json-shape', `/format is not ${FORMAT}`);
    const revision = asInteger(member(index, 'revision') ?? null, '/revision');
    const domains = Object.entries(requireObject(index, 'domains', ''));
    if (domains.length > LIMITS.storeDomains)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.storeDomains} domains`);
    return {
      revision,
      domains: domains.map(([domain, value]) => {
        const at = pointerTo('/domains', domain);
        return domainOf(domain, asObject(value, at), at);
      }),
    };
  });
  if (result.ok) return result.value;
  throw new Malformed('trust-store-format', `${name}: ${result.problem.detail} (${result.problem.reason})`);
}

function domainOf(name: string, domain: JsonObject, at: string): TrustDomain {
  refuseDomainName(name);
  known(domain, ['documents', 'superseded', 'tuf'], at);
  const rows = requireArray(domain, 'documents', at);
  if (rows.length > LIMITS.storeDocuments)
    throw new Malformed('limit-exceeded', `more than ${LIMITS.storeDocuments} documents of ${name}`);
  const superseded = requireArray(domain, 'superseded', at).map((one, i) => digestOf(one, `${at}/superseded/${i}`));
  const tuf = optionalObject(domain, 'tuf', at);
  return {
    name,
    documents: rows.map((row, i) => heldOf(asObject(row, `${at}/documents/${i}`), `${at}/documents/${i}`)),
    tuf: tuf === undefined ? null : readMemory(tuf, `${at}/tuf`),
    superseded,
  };
}

const HELD = [
  'role',
  'name',
  'sha256',
  'size',
  'origin',
  'importedAt',
  'validFrom',
  'validUntil',
  'verifiedBy',
  'metadataExpires',
];

function heldOf(row: JsonObject, at: string): HeldDocument {
  known(row, HELD, at);
  const role = requireString(row, 'role', at);
  if (!Object.hasOwn(ROLE_WORDS, role)) throw new Malformed('json-shape', `${at}/role is not known`);
  return {
    role: role as TrustRole,
    name: requireString(row, 'name', at),
    sha256: digestOf(member(row, 'sha256') ?? null, `${at}/sha256`),
    size: asInteger(member(row, 'size') ?? null, `${at}/size`),
    origin: requireString(row, 'origin', at),
    importedAt: parseRfc3339(requireString(row, 'importedAt', at)).time,
    validFor: windowOf(row, at),
    ...(Object.hasOwn(row, 'metadataExpires')
      ? { metadataExpires: parseRfc3339(requireString(row, 'metadataExpires', at)).time }
      : {}),
    ...(Object.hasOwn(row, 'verifiedBy') ? { verifiedBy: digestOf(row['verifiedBy'], `${at}/verifiedBy`) } : {}),
  };
}

function windowOf(row: JsonObject, at: string): TimeWindow | null {
  if (!Object.hasOwn(row, 'validFrom') && !Object.hasOwn(row, 'validUntil')) return null;
  const time = (name: string): Instant | null =>
    member(row, name) === undefined ? null : parseRfc3339(requireString(row, name, at)).time;
  return { notBefore: time('validFrom') ?? BEGINNING, notAfter: time('validUntil') };
}

function digestOf(value: JsonObject[string] | undefined, at: string): Sha256 {
  const text = asString(value ?? null, at);
  if (!SHA256.test(text)) throw new Malformed('json-shape', `no SHA-256 at ${at}`);
  return text as Sha256;
}

function known(object: JsonObject, names: readonly string[], at: string): void {
  const [extra] = unknownMembers(object, names);
  if (extra !== undefined) throw new Malformed('json-shape', `${pointerTo(at, extra)} is no member of the format`);
}
