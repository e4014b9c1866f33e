// SPDX-License-Identifier: Apache-2.0
import {
  asObject,
  optionalBase64,
  optionalObject,
  optionalString,
  pointerTo,
  requireArray,
  requireBase64,
  requireObject,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { CertificateAuthority, TransparencyLog } from '../model/trusted-root.ts';
import { rootCertificate } from '../x509/authorities.ts';
import { enumName, readKeyMaterial } from './key-details.ts';
import { readTimeRange } from './validity.ts';

/** An entry of a trusted root: usable, or set aside with the reason. */
export type Entry<T> = { readonly kept: true; readonly value: T } | { readonly kept: false; readonly why: string };

/** RFC 6962 trees are over SHA-256, and so is every tree that this tool can compute. */
const TREE_HASHES: ReadonlyMap<string, HashName> = new Map([['SHA2_256', 'sha256']]);
const HASH_NUMBERS: ReadonlyMap<number, string> = new Map([
  [1, 'SHA2_256'],
  [2, 'SHA2_384'],
  [3, 'SHA2_512'],
]);

/**
 * A TransparencyLogInstance. A window without a beginning sets it aside: the log is then unknown, and what rests on it fails.
 *
 * @throws Malformed where the entry is broken
 */
export function parseLog(log: JsonObject, pointer: string, ignored: string[]): Entry<TransparencyLog> {
  note(log, ['baseUrl', 'hashAlgorithm', 'publicKey', 'logId', 'checkpointKeyId', 'operator'], pointer, ignored);
  const publicKey = requireObject(log, 'publicKey', pointer);
  const keyAt = `${pointer}/publicKey`;
  note(publicKey, ['rawBytes', 'keyDetails', 'validFor'], keyAt, ignored);
  const material = readKeyMaterial(publicKey, keyAt);
  const validFor = readTimeRange(publicKey, keyAt);
  const baseUrl = optionalString(log, 'baseUrl', pointer) ?? '';
  const operator = optionalString(log, 'operator', pointer);
  const logId = readLogId(log, 'logId', pointer);
  const checkpointKeyId = readLogId(log, 'checkpointKeyId', pointer);
  const hashName = enumName(log, 'hashAlgorithm', HASH_NUMBERS, pointer);
  if (logId === undefined && checkpointKeyId === undefined) throw new Malformed('json-shape', `no logId at ${pointer}`);

  if (!material.usable) return aside(material.why);
  if (typeof validFor === 'string') return aside('publicKey.validFor.start is missing');
  if (logId === undefined) return aside('logId is missing');
  const hash = hashName === null ? undefined : TREE_HASHES.get(hashName);
  if (hash === undefined) return aside(`hashAlgorithm ${hashName ?? 'is not stated'}`);
  const value: TransparencyLog = {
    baseUrl,
    logId,
    key: material.key,
    scheme: material.scheme,
    hash,
    validFor,
    ...(checkpointKeyId === undefined ? {} : { checkpointKeyId }),
    ...(operator === undefined ? {} : { operator }),
  };
  return { kept: true, value };
}

/**
 * A CertificateAuthority (Fulcio or a timestamp authority): its chain, issuing certificate first, anchor last.
 *
 * @throws Malformed where the entry or one of its certificates is broken
 */
export function parseAuthority(entry: JsonObject, pointer: string, ignored: string[]): Entry<CertificateAuthority> {
  note(entry, ['subject', 'uri', 'certChain', 'validFor', 'operator'], pointer, ignored);
  optionalObject(entry, 'subject', pointer);
  const uri = optionalString(entry, 'uri', pointer) ?? '';
  const operator = optionalString(entry, 'operator', pointer);
  const validFor = readTimeRange(entry, pointer);
  const { chain, unsupported } = readChain(entry, pointer, ignored);

  if (unsupported !== null) return aside(`certificate ${unsupported} has a key of an unsupported kind`);
  if (typeof validFor === 'string') return aside('validFor.start is missing');
  return { kept: true, value: { uri, chain, validFor, ...(operator === undefined ? {} : { operator }) } };
}

function readChain(entry: JsonObject, pointer: string, ignored: string[]) {
  const certChain = requireObject(entry, 'certChain', pointer);
  note(certChain, ['certificates'], `${pointer}/certChain`, ignored);
  const certificates = requireArray(certChain, 'certificates', `${pointer}/certChain`);
  const at = `${pointer}/certChain/certificates`;
  if (certificates.length > LIMITS.certificates) {
    throw new Malformed('limit-exceeded', `more than ${LIMITS.certificates} certificates at ${at}`);
  }
  let unsupported: number | null = null;
  const read = certificates.map((item, index): Bytes => {
    const certificate = asObject(item, `${at}/${index}`);
    note(certificate, ['rawBytes'], `${at}/${index}`, ignored);
    const der = requireBase64(certificate, 'rawBytes', `${at}/${index}`);
    const { keyProblem } = rootCertificate(der);
    if (keyProblem?.reason === 'algorithm-unsupported') unsupported ??= index;
    else if (keyProblem !== null) throw new Malformed(keyProblem.reason, `${keyProblem.detail}, at ${at}/${index}`);
    return der;
  });
  const [first, ...rest] = read;
  if (first === undefined) throw new Malformed('json-shape', `no certificate at ${at}`);
  return { chain: [first, ...rest] as const, unsupported };
}

function readLogId(log: JsonObject, name: string, pointer: string): Bytes | undefined {
  const id = optionalObject(log, name, pointer);
  const keyId = id === undefined ? undefined : optionalBase64(id, 'keyId', `${pointer}/${name}`);
  return keyId === undefined || keyId.length === 0 ? undefined : keyId;
}

function note(object: JsonObject, known: readonly string[], pointer: string, ignored: string[]): void {
  for (const name of unknownMembers(object, known)) ignored.push(pointerTo(pointer, name));
}

function aside(why: string): { readonly kept: false; readonly why: string } {
  return { kept: false, why };
}
