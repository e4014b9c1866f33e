// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  bitString,
  boolean,
  concat,
  type Der,
  ia5String,
  implicit,
  integer,
  namedBits,
  nothing,
  octetString,
  oid,
  printableString,
  sequence,
  set,
  tagged,
  utcTime,
  utf8String,
} from './der-writer.ts';

export interface TestKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly spki: Uint8Array;
}

function keyFrom({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): TestKey {
  return { privateKey, publicKey, spki: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })) };
}
export const p256Key = (): TestKey => keyFrom(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
export const p384Key = (): TestKey => keyFrom(generateKeyPairSync('ec', { namedCurve: 'P-384' }));
export const ed25519Key = (): TestKey => keyFrom(generateKeyPairSync('ed25519'));
export const rsaKey = (bits = 2048): TestKey => keyFrom(generateKeyPairSync('rsa', { modulusLength: bits }));

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const ECDSA_SHA384 = sequence(oid('1.2.840.10045.4.3.3'));
const ED25519 = sequence(oid('1.3.101.112'));
const RSA_SHA256 = sequence(oid('1.2.840.113549.1.1.11'), nothing());
export const ALGORITHM = { ECDSA_SHA256, ECDSA_SHA384, ED25519, RSA_SHA256 };

function algorithmOf(key: TestKey): { identifier: Der; hash: string | null } {
  if (key.publicKey.asymmetricKeyType === 'ed25519') return { identifier: ED25519, hash: null };
  if (key.publicKey.asymmetricKeyType === 'rsa') return { identifier: RSA_SHA256, hash: 'sha256' };
  if (key.publicKey.asymmetricKeyDetails?.namedCurve === 'secp384r1')
    return { identifier: ECDSA_SHA384, hash: 'sha384' };
  return { identifier: ECDSA_SHA256, hash: 'sha256' };
}

const ATTRIBUTES: Record<string, string> = {
  CN: '2.5.4.3',
  O: '2.5.4.10',
  C: '2.5.4.6',
  emailAddress: '1.2.840.113549.1.9.1',
};

/** `name('O=Example', 'CN=Root')`: UTF8String, e-mail as IA5String; one relative distinguished name each. */
export function name(...parts: readonly string[]): Der {
  return sequence(
    ...parts.map((part) => {
      const [type, ...rest] = part.split('=');
      const text = rest.join('=');
      return set(sequence(oid(ATTRIBUTES[type!]!), type === 'emailAddress' ? ia5String(text) : utf8String(text)));
    }),
  );
}

/** The same in PrintableString. */
export function printableName(...parts: readonly string[]): Der {
  return sequence(
    ...parts.map((part) => {
      const [type, text] = part.split('=');
      return set(sequence(oid(ATTRIBUTES[type!]!), printableString(text!)));
    }),
  );
}

export function extension(id: string, value: Der, critical = false): Der {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
export const email = (text: string): Der => implicit(1, ascii(text));
export const dns = (text: string): Der => implicit(2, ascii(text));
export const uri = (text: string): Der => implicit(6, ascii(text));
export const ip = (...octets: readonly number[]): Der => implicit(7, Uint8Array.from(octets));
export const directory = (value: Der): Der => tagged(4, value);
export const otherName = (type: string, value: Der): Der => tagged(0, oid(type), tagged(0, value));

export const san = (...names: readonly Der[]): Der => extension('2.5.29.17', sequence(...names), true);
export const ca = (pathLength?: number, critical = true): Der =>
  extension('2.5.29.19', sequence(boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])), critical);
export const keyUsage = (...bits: readonly number[]): Der => extension('2.5.29.15', namedBits(...bits), true);
export const extendedKeyUsage = (critical: boolean, ...usages: readonly string[]): Der =>
  extension('2.5.29.37', sequence(...usages.map(oid)), critical);
export const ski = (id: Uint8Array): Der => extension('2.5.29.14', octetString(id));
export const aki = (id: Uint8Array): Der => extension('2.5.29.35', sequence(implicit(0, id)));
export function nameConstraints(permitted: readonly Der[], excluded: readonly Der[] = []): Der {
  const list = (n: number, bases: readonly Der[]) =>
    bases.length === 0 ? [] : [tagged(n, ...bases.map((base) => sequence(base)))];
  return extension('2.5.29.30', sequence(...list(0, permitted), ...list(1, excluded)), true);
}

export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export interface CertificateFields {
  readonly key: TestKey;
  readonly subject: Der;
  readonly issuer: Der;
  readonly signer: TestKey;
  readonly extensions?: readonly Der[];
  readonly serial?: Der;
  readonly notBefore?: Der;
  readonly notAfter?: Der;
  readonly version?: readonly Der[];
  /** Replaces the inner AlgorithmIdentifier only. */
  readonly innerAlgorithm?: Der;
  readonly algorithm?: Der;
  readonly uniqueIds?: readonly Der[];
  readonly spki?: Der;
}

export const NOT_BEFORE = '260101000000Z';
export const NOT_AFTER = '270101000000Z';

export function tbsCertificate(fields: CertificateFields): Der {
  const algorithm = fields.algorithm ?? algorithmOf(fields.signer).identifier;
  const extensions = fields.extensions ?? [];
  return sequence(
    ...(fields.version ?? [tagged(0, integer(2))]),
    fields.serial ?? integer(1),
    fields.innerAlgorithm ?? algorithm,
    fields.issuer,
    sequence(fields.notBefore ?? utcTime(NOT_BEFORE), fields.notAfter ?? utcTime(NOT_AFTER)),
    fields.subject,
    fields.spki ?? fields.key.spki,
    ...(fields.uniqueIds ?? []),
    ...(extensions.length === 0 ? [] : [tagged(3, sequence(...extensions))]),
  );
}

/** A certificate as told, right or wrong, with a right signature. */
export function writeCertificate(fields: CertificateFields): Der {
  const tbs = tbsCertificate(fields);
  const { identifier, hash } = algorithmOf(fields.signer);
  const signature = Uint8Array.from(sign(hash, tbs, fields.signer.privateKey));
  return sequence(tbs, fields.algorithm ?? identifier, bitString(signature));
}

export { concat };
