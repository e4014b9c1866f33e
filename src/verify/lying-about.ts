// SPDX-License-Identifier: Apache-2.0
import { importKeyFile } from '../crypto/key-file.ts';
import { KEYRING_FORMAT, readCustodyKeyring } from '../custody/keyring-file.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject } from '../encoding/json-fields.ts';
import { splitJsonl } from '../encoding/jsonl.ts';
import { readCertificatePem } from '../encoding/pem.ts';
import { parseStrictYaml } from '../encoding/strict-yaml.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { openInToto, recogniseInToto } from '../envelope/in-toto-metadata.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { POLICY_KEYS, POLICY_VERSION } from '../policy/parse-policy.ts';
import { readLayout } from '../statement/layout.ts';
import { readLink } from '../statement/link.ts';
import { parseRegistryKeys } from '../trust/npm-keys.ts';
import { parseTrustedRoots } from '../trust/trusted-root.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { isRegistryKeys } from './inspect-registry-keys.ts';
import { isTrustedRoot } from './inspect-trusted-root.ts';
import { hasOnly, PUBLIC_JWKS, REGISTRY_KEYS, TRUST_CONFIG, TRUSTED_ROOT } from './member-shape.ts';

/**
 * What trust is made of, found beside evidence: listed, and never trusted because it lies there. It must be wholly of its form,
 * without any member or line of another: else a file that serves as something else could pass itself off as one, and be left
 * out of the count. Reports of this tool are files like any other.
 *
 * @param name its path, for the forms that are told by it too
 * @param value the document, where it is one of JSON
 * @returns what it is, or null for everything else
 */
export function whatLiesAbout(bytes: Bytes, name: string, value: JsonValue | null): string | null {
  const row = value === null ? firstOf(TEXTS, bytes, name) : firstOf(shapesOf(value), bytes, name);
  return row?.[0] ?? null;
}

/** Throws where it is none. */
type Recognise = (bytes: Bytes, name: string) => unknown;
type Row = readonly [string, Recognise];

function firstOf(rows: readonly Row[], bytes: Bytes, name: string): Row | undefined {
  return rows.find(([, isOne]) => attempt(() => isOne(bytes, name)).ok);
}

const TEXTS: readonly Row[] = [
  ['a public key', (bytes) => importKeyFile(bytes)],
  ['certificates', readCertificates],
  ['trusted roots', readTrustedRoots],
  ['a policy', readPolicyText],
];

/** The rows that the document's shape leaves: no document is parsed again for what it cannot be. */
function shapesOf(value: JsonValue): readonly Row[] {
  if (isTrustedRoot(value)) return [['a trusted root', readTrustedRoots]];
  if (isRegistryKeys(value)) return [['registry keys', (bytes, name) => readRegistryKeys(bytes, name, value)]];
  if (isObject(value) && typeof value['kty'] === 'string') return [['a public key', (bytes) => readJwk(bytes, value)]];
  if (isObject(value) && value['format'] === KEYRING_FORMAT) return [['a custody keyring', readCustodyKeyring]];
  const type = recogniseInToto(value);
  if (type === 'layout') return [['an in-toto layout, judged only where --layout names it', readLayoutFile]];
  if (type === 'link') return [['an in-toto link, judged only where --layout asks for it', readLinkFile]];
  return [];
}

function readCertificates(bytes: Bytes): void {
  const { certificates, outside } = readCertificatePem(decodeUtf8(bytes));
  demand(outside.length === 0);
  for (const der of certificates) parseCertificate(der);
}

function readTrustedRoots(bytes: Bytes, name: string): void {
  const roots = parseTrustedRoots(bytes, name);
  const values = roots.length === 1 ? [parseJson(bytes)] : splitJsonl(bytes).map((line) => parseJson(line));
  for (const value of values) demand(hasOnly(value, TRUSTED_ROOT) || hasOnly(value, TRUST_CONFIG));
  for (const { unknownMembers, certificateAuthorities, timestampAuthorities, tlogs, ctlogs } of roots) {
    const entries = [certificateAuthorities, timestampAuthorities, tlogs, ctlogs];
    demand(unknownMembers.length === 0 && entries.some((list) => list.length > 0));
  }
}

function readRegistryKeys(bytes: Bytes, name: string, value: JsonValue): void {
  const { keys, unknownMembers } = parseRegistryKeys(bytes, name);
  demand(keys.length > 0 && unknownMembers.length === 0 && hasOnly(value, REGISTRY_KEYS));
}

function readJwk(bytes: Bytes, value: JsonObject): void {
  const shape = PUBLIC_JWKS.get(String(value['kty']));
  demand(shape !== undefined && hasOnly(value, shape));
  importKeyFile(bytes);
}

const LINK_NAME = /^(.+)\.([0-9a-f]{8})\.link$/;
const LAYOUT_NAME = /\.layout(?:\.json)?$/;

/** By the name under which alone a layout finds it: that of its step, and of a key that has signed it. */
function readLinkFile(bytes: Bytes, name: string): void {
  const [, step, key] = LINK_NAME.exec(baseOf(name)) ?? [];
  const { signed, signers } = readInToto(bytes);
  demand(step !== undefined && signed['name'] === step && signers.some((id) => id.startsWith(key!)));
}

/** One of a sublayout stands in the place of a link. */
function readLayoutFile(bytes: Bytes, name: string): void {
  const [, , key] = LINK_NAME.exec(baseOf(name)) ?? [];
  const { signers } = readInToto(bytes);
  demand(signers.length > 0);
  demand(LAYOUT_NAME.test(name) || signers.some((id) => key !== undefined && id.startsWith(key)));
}

function readInToto(bytes: Bytes): { readonly signed: JsonObject; readonly signers: readonly string[] } {
  const at = { evidence: '', pointer: '' };
  const findings: Finding[] = [];
  const { type, signed, pointer, signatures } = openInToto(bytes, at, findings);
  if (type === 'layout') readLayout(signed, pointer, at, findings);
  else readLink(signed, pointer, at, findings);
  demand(findings.every(({ code }) => code !== 'unknown-member'));
  return { signed, signers: signatures.flatMap(({ keyId }) => keyId ?? []) };
}

/** A text that YAML and a shell both take is told by its name: nothing runs a file that is called so. */
function readPolicyText(bytes: Bytes, name: string): void {
  demand(/\.ya?ml$/.test(name));
  const { value } = parseStrictYaml(bytes);
  demand(isObject(value) && value['policy'] === POLICY_VERSION && typeof value['name'] === 'string');
  demand(isObject(value) && Object.keys(value).every((key) => (POLICY_KEYS as readonly string[]).includes(key)));
}

function demand(holds: boolean): void {
  if (!holds) throw new Malformed('input-not-recognised', 'it is not wholly of that form');
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
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
