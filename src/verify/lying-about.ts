// SPDX-License-Identifier: Apache-2.0
import { importKeyFile } from '../crypto/key-file.ts';
import { isObject } from '../encoding/json-fields.ts';
import { readCertificatePem } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { type InTotoType, openInToto, recogniseInToto } from '../envelope/in-toto-metadata.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { readLayout } from '../statement/layout.ts';
import { readLink } from '../statement/link.ts';
import { parseRegistryKeys } from '../trust/npm-keys.ts';
import { parseTrustedRoots } from '../trust/trusted-root.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { isRegistryKeys } from './inspect-registry-keys.ts';
import { isTrustedRoot } from './inspect-trusted-root.ts';

/**
 * What trust is made of, or what this tool writes, found beside evidence: listed, and never trusted because it lies there. Read
 * strictly, so that nothing can pass itself off as one and be left out of the count.
 *
 * @param value the document, where it is one of JSON
 * @returns what it is, or null for everything else
 */
export function whatLiesAbout(bytes: Bytes, name: string, value: JsonValue | null): string | null {
  const row = value === null ? firstOf(TEXTS, bytes, name) : firstOf(shapesOf(value), bytes, name);
  return row?.[0] ?? null;
}

type Recognise = (bytes: Bytes, name: string) => unknown;
type Row = readonly [string, Recognise];

function firstOf(rows: readonly Row[], bytes: Bytes, name: string): Row | undefined {
  return rows.find(([, isOne]) => attempt(() => isOne(bytes, name)).ok);
}

const TEXTS: readonly Row[] = [
  ['a public key', (bytes) => importKeyFile(bytes)],
  ['certificates', readCertificates],
  ['trusted roots', (bytes, name) => parseTrustedRoots(bytes, name)],
  ['a policy', (bytes) => requireText(bytes, /^(?:#[^\n]*\n|\s)*policy: *["']?forensic-verify\/policy@v1["']?\s/)],
];

/** The rows that the document's shape leaves: no document is parsed again for what it cannot be. */
function shapesOf(value: JsonValue): readonly Row[] {
  if (isTrustedRoot(value)) return [['a trusted root', (bytes, name) => parseTrustedRoots(bytes, name)]];
  if (isRegistryKeys(value)) return [['registry keys', (bytes, name) => parseRegistryKeys(bytes, name)]];
  if (isObject(value) && typeof value['kty'] === 'string') return [['a public key', (bytes) => importKeyFile(bytes)]];
  if (isObject(value) && value['format'] === REPORT) return [['a report of this tool', () => true]];
  const type = recogniseInToto(value);
  if (type === 'layout')
    return [['an in-toto layout, judged only where --layout names it', (bytes) => readInToto(bytes, type)]];
  if (type === 'link')
    return [['an in-toto link, judged only where --layout asks for it', (bytes) => readInToto(bytes, type)]];
  return [];
}

const REPORT = 'forensic-verify/report@v1';

function readCertificates(bytes: Bytes): void {
  const { certificates, outside } = readCertificatePem(decodeUtf8(bytes));
  if (outside.length > 0) throw new Malformed('key-format', 'text around the certificates');
  for (const der of certificates) parseCertificate(der);
}

function readInToto(bytes: Bytes, type: InTotoType): void {
  const at = { evidence: '', pointer: '' };
  const { signed, pointer } = openInToto(bytes, at, []);
  if (type === 'layout') readLayout(signed, pointer, at, []);
  else readLink(signed, pointer, at, []);
}

function requireText(bytes: Bytes, pattern: RegExp): void {
  if (!pattern.test(decodeUtf8(bytes))) throw new Malformed('input-not-recognised', 'another text');
}

const MARKS =
  /"(?:payloadType|mediaType|dsseEnvelope|messageSignature|verificationMaterial|verification_material|attestation_bundles|base64Signature|predicateType)"/;
const NAMES = /\.(?:sigstore|bundle|dsse|intoto|att|attestation|provenance|link|layout)(?:\.jsonl?)?$/;

/** Whether a document that cannot be read was meant as evidence: then it is told as such, and not as one more artifact. */
export function wasMeantAsEvidence(bytes: Bytes, name: string): boolean {
  if (NAMES.test(name)) return true;
  const text = attempt(() => decodeUtf8(bytes));
  return text.ok && MARKS.test(text.value);
}
