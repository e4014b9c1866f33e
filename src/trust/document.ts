// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject, member } from '../encoding/json-fields.ts';
import { type PemBlock, readPemBlocks } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { type Crl, parseCrl } from '../x509/crl.ts';
import { readTrustedKey } from './keyring.ts';
import { parseRegistryKeys, type RegistryKeys } from './npm-keys.ts';
import { parseRevocationList, REVOCATION_LIST_FORMAT, type RevocationList } from './revocation/list.ts';
import { parseTrustedRoots } from './trusted-root.ts';
import { readTufRoot, type TufRoot } from './tuf/metadata.ts';

export type TrustContent =
  | { readonly role: 'trusted-root'; readonly roots: readonly TrustedRoot[] }
  | { readonly role: 'registry-keys'; readonly keys: RegistryKeys }
  | { readonly role: 'key'; readonly key: TrustedKey }
  | { readonly role: 'certificates'; readonly certificates: readonly Certificate[] }
  | { readonly role: 'crl'; readonly lists: readonly Crl[] }
  | { readonly role: 'revocation-list'; readonly list: RevocationList }
  | { readonly role: 'tuf-root'; readonly root: TufRoot }
  /** Kept beside the others, and only shown: it says where to sign, not whom to trust. */
  | { readonly role: 'signing-config'; readonly config: JsonObject }
  /** As it stands: its signature is verified where it is imported. */
  | { readonly role: 'next-key'; readonly file: JsonObject }
  /** Persons, logs and witnesses: read where custody logs are, which know what it means. */
  | { readonly role: 'custody-keyring'; readonly ring: JsonObject };

export type TrustRole = TrustContent['role'];

/** What each role is called in front of people. */
export const ROLE_WORDS: Readonly<Record<TrustRole, string>> = {
  'trusted-root': 'trusted root',
  'registry-keys': 'registry keys',
  key: 'public key',
  certificates: 'certificates',
  crl: 'certificate revocation list',
  'revocation-list': 'list of revocations',
  'tuf-root': 'TUF root',
  'signing-config': 'signing configuration',
  'next-key': 'statement of the next key',
  'custody-keyring': 'custody keyring',
};

export interface TrustDocument {
  readonly name: string;
  readonly sha256: Sha256;
  readonly bytes: Bytes;
  readonly content: TrustContent;
}

const SEQUENCE = 0x30;
/** A signer's own book of his keys, with the statements that introduce them. */
const SIGNING_RING = 'forensic-verify/signing-ring@v1';
const CUSTODY_KEYRING = 'forensic-verify/custody-keyring@v1';
const SIGNING_CONFIG = /^application\/vnd\.dev\.sigstore\.signingconfig[.+]/;

/**
 * What a file of trust is, by what stands in it and never by its name.
 *
 * @param issuedAt where the caller knows it
 * @throws Malformed the reason of the reader, or `trusted-root-format` where it is none of them
 */
export function readTrustDocument(bytes: Bytes, name: string, issuedAt: Instant | null = null): TrustDocument {
  return { name, sha256: sha256Hex(bytes), bytes, content: readContent(bytes, name, issuedAt) };
}

function readContent(bytes: Bytes, name: string, issuedAt: Instant | null): TrustContent {
  const first = bytes.find((octet) => octet > 0x20);
  if (first === SEQUENCE) return fromDer(bytes, name);
  const json = attempt(() => parseJson(bytes));
  if (json.ok && isObject(json.value)) return fromJson(json.value, bytes, name, issuedAt);
  if (first === 0x7b) return { role: 'trusted-root', roots: parseTrustedRoots(bytes, name, issuedAt) };
  return fromPem(readPemBlocks(decodeUtf8(bytes)), bytes, name);
}

function fromJson(object: JsonObject, bytes: Bytes, name: string, issuedAt: Instant | null): TrustContent {
  const signed = member(object, 'signed');
  if (isObject(signed) && signed['_type'] === 'root') return { role: 'tuf-root', root: readTufRoot(bytes, name) };
  if (member(object, 'format') === REVOCATION_LIST_FORMAT)
    return { role: 'revocation-list', list: parseRevocationList(bytes, name) };
  if (member(object, 'format') === CUSTODY_KEYRING) return { role: 'custody-keyring', ring: object };
  const mediaType = member(object, 'mediaType');
  if (typeof mediaType === 'string' && SIGNING_CONFIG.test(mediaType))
    return { role: 'signing-config', config: object };
  if (mediaType !== undefined) return { role: 'trusted-root', roots: parseTrustedRoots(bytes, name, issuedAt) };
  if (member(object, 'payloadType') !== undefined || member(object, 'format') === SIGNING_RING)
    return { role: 'next-key', file: object };
  if (member(object, 'kty') !== undefined) return { role: 'key', key: readTrustedKey(bytes, name) };
  if (member(object, 'keys') !== undefined)
    return { role: 'registry-keys', keys: parseRegistryKeys(bytes, name, issuedAt) };
  throw new Malformed('trusted-root-format', `${name} is no document of trust that is known here`);
}

function fromPem(blocks: readonly PemBlock[], bytes: Bytes, name: string): TrustContent {
  const labels = [...new Set(blocks.map(({ label }) => label))];
  if (labels.length > 1) throw new Malformed('pem-invalid', `${name} mixes ${labels.join(' and ')}`);
  if (labels[0] === 'CERTIFICATE')
    return { role: 'certificates', certificates: blocks.map(({ der }) => parseCertificate(der)) };
  if (labels[0] === 'X509 CRL') return { role: 'crl', lists: blocks.map(({ der }) => parseCrl(der)) };
  return { role: 'key', key: readTrustedKey(bytes, name) };
}

/** A list and a certificate cannot be taken for each other: the one has a version 3, the other a time where that has a name. */
function fromDer(bytes: Bytes, name: string): TrustContent {
  const key = attempt(() => readTrustedKey(bytes, name));
  if (key.ok) return { role: 'key', key: key.value };
  const certificate = attempt(() => parseCertificate(bytes));
  if (certificate.ok) return { role: 'certificates', certificates: [certificate.value] };
  const crl = attempt(() => parseCrl(bytes));
  if (crl.ok) return { role: 'crl', lists: [crl.value] };
  const { reason, detail } = crl.problem.reason === 'der-invalid' ? certificate.problem : crl.problem;
  throw new Malformed(reason, `${name}: ${detail}`);
}
