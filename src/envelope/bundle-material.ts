// SPDX-License-Identifier: Apache-2.0
import {
  asObject,
  member,
  optionalArray,
  optionalObject,
  optionalString,
  pointerTo,
  requireBase64,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { ClaimedSigner, LogEntry } from '../model/signed-entity.ts';
import { readLogEntry } from './bundle-log-entry.ts';
import { readHint } from './dsse.ts';

export type BundleVersion = '0.1' | '0.2' | '0.3';

export interface VerificationMaterial {
  readonly signer: ClaimedSigner;
  readonly timestamps: readonly Bytes[];
  readonly logEntries: readonly LogEntry[];
}

const POINTER = '/verificationMaterial';
const SIGNERS = ['certificate', 'x509CertificateChain', 'publicKey'] as const;
const MEMBERS = [...SIGNERS, 'tlogEntries', 'timestampVerificationData'];

/**
 * dev.sigstore.bundle.v1.VerificationMaterial: who signed, and who witnessed it.
 *
 * @throws Malformed `bundle-material`, `json-shape`, `base64-invalid`, `limit-exceeded`, and those of `readLogEntry`
 */
export function readMaterial(
  material: JsonObject,
  version: BundleVersion,
  at: Locator,
  findings: Finding[],
): VerificationMaterial {
  noteUnknownMembers(material, MEMBERS, POINTER, at, findings);
  const entries = bounded(optionalArray(material, 'tlogEntries', POINTER) ?? [], LIMITS.logEntries, 'log entries');
  return {
    signer: readSigner(material, version, at, findings),
    timestamps: readTimestamps(material, at, findings),
    logEntries: entries.map((entry, i) => {
      const pointer = `${POINTER}/tlogEntries/${i}`;
      return readLogEntry(asObject(entry, pointer), pointer, at, findings);
    }),
  };
}

/**
 * Exactly one of the three ways. Version 0.3 replaced the chain by the leaf alone: each version holds its own form, and the
 * other one shows that the media type was rewritten (attacks C04).
 */
export function readSigner(
  material: JsonObject,
  version: BundleVersion,
  at: Locator,
  findings: Finding[],
): ClaimedSigner {
  const present = SIGNERS.filter((name) => member(material, name) !== undefined);
  const [form, other] = present;
  if (form === undefined || other !== undefined) {
    const found = form === undefined ? 'no signer' : `several signers (${present.join(', ')})`;
    throw new Malformed('bundle-material', `${found} at ${POINTER}`);
  }
  const pointer = `${POINTER}/${form}`;
  const value = asObject(member(material, form)!, pointer);
  if (form === 'publicKey') {
    noteUnknownMembers(value, ['hint'], pointer, at, findings);
    return { kind: 'key', hint: readHint(optionalString(value, 'hint', pointer), `${pointer}/hint`) };
  }
  if ((form === 'certificate') !== (version === '0.3')) {
    throw new Malformed('bundle-material', `a bundle of version ${version} does not hold ${form}`);
  }
  if (form === 'certificate') {
    return { kind: 'certificate', chain: [readCertificate(value, pointer, at, findings)], form: 'certificate' };
  }
  noteUnknownMembers(value, ['certificates'], pointer, at, findings);
  const certificates = bounded(
    optionalArray(value, 'certificates', pointer) ?? [],
    LIMITS.certificates,
    'certificates',
  );
  if (certificates.length === 0) throw new Malformed('bundle-material', `the chain at ${pointer} is empty`);
  const chain = certificates.map((certificate, i) =>
    readCertificate(certificate, `${pointer}/certificates/${i}`, at, findings),
  );
  return { kind: 'certificate', chain, form: 'chain' };
}

function readCertificate(value: JsonValue, pointer: string, at: Locator, findings: Finding[]): Bytes {
  const certificate = asObject(value, pointer);
  noteUnknownMembers(certificate, ['rawBytes'], pointer, at, findings);
  const der = requireBase64(certificate, 'rawBytes', pointer);
  if (der.length === 0) throw new Malformed('bundle-material', `the certificate at ${pointer} is empty`);
  return der;
}

function readTimestamps(material: JsonObject, at: Locator, findings: Finding[]): readonly Bytes[] {
  const data = optionalObject(material, 'timestampVerificationData', POINTER);
  if (data === undefined) return [];
  const pointer = `${POINTER}/timestampVerificationData`;
  noteUnknownMembers(data, ['rfc3161Timestamps'], pointer, at, findings);
  const tokens = bounded(optionalArray(data, 'rfc3161Timestamps', pointer) ?? [], LIMITS.timestamps, 'timestamps');
  return tokens.map((value, i) => readToken(value, pointerTo(`${pointer}/rfc3161Timestamps`, i), at, findings));
}

/** One of `rfc3161Timestamps`. @throws Malformed `envelope-format`, `json-shape`, `base64-invalid` */
export function readToken(value: JsonValue, place: string, at: Locator, findings: Finding[]): Bytes {
  const token = asObject(value, place);
  noteUnknownMembers(token, ['signedTimestamp'], place, at, findings);
  const der = requireBase64(token, 'signedTimestamp', place);
  if (der.length === 0) throw new Malformed('envelope-format', `the timestamp at ${place} is empty`);
  return der;
}

function bounded<T>(values: readonly T[], limit: number, what: string): readonly T[] {
  if (values.length <= limit) return values;
  throw new Malformed('limit-exceeded', `${values.length} ${what}, more than ${limit}`);
}
