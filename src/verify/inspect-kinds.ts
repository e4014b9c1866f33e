// SPDX-License-Identifier: Apache-2.0

import { isObject } from '../encoding/json-fields.ts';
import { recogniseEnvelope } from '../envelope/envelopes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Problem } from '../model/malformed.ts';
import { readClaims } from './inspect-claims.ts';
import { derParts, derShape } from './inspect-der.ts';
import { envelopeParts } from './inspect-envelope.ts';
import { jsonPart } from './inspect-json-value.ts';
import { readLines } from './inspect-jsonl.ts';
import { keyPart } from './inspect-key.ts';
import { notePart } from './inspect-log-entry.ts';
import type { Material } from './inspect-material.ts';
import { type Part, part } from './inspect-model.ts';
import { isPem, pemParts } from './inspect-pem.ts';
import { isRegistryKeys, registryKeyParts } from './inspect-registry-keys.ts';
import { isReport, reportPart } from './inspect-report.ts';
import { isTrustedRoot, trustedRootParts } from './inspect-trusted-root.ts';

/** One kind of file that can be shown. */
interface InspectionKind {
  readonly id: string;
  /** null where the bytes are not of this kind. */
  show(material: Material): readonly Part[] | null;
}

/** INSPECTIONS: every kind, the more special ones first. The first row that knows the bytes shows them. */
const INSPECTIONS: readonly InspectionKind[] = [
  { id: 'envelope', show: showEnvelope },
  {
    id: 'trusted-root',
    show: json(isTrustedRoot, (root, { bytes, at }) => trustedRootParts(root, bytes, at.evidence)),
  },
  {
    id: 'registry-keys',
    show: json(isRegistryKeys, (keys, { bytes, at }) => registryKeyParts(keys, bytes, at.evidence)),
  },
  { id: 'report', show: json(isReport, (report) => [reportPart(report)]) },
  { id: 'jwk', show: json(isJwk, (_key, { bytes }) => [keyPart(bytes)]) },
  { id: 'json', show: (material) => (material.json.ok ? [jsonPart(material.json.value)] : null) },
  { id: 'jsonl', show: showLines },
  { id: 'pem', show: ({ text, bytes }) => (text !== null && isPem(text) ? pemParts(text, bytes) : null) },
  { id: 'signed-note', show: ({ text }) => (isNote(text) ? [notePart('signed note', '', text)] : null) },
  { id: 'der', show: showDer },
];

export function recognise(material: Material): { readonly kind: string; readonly parts: readonly Part[] } | null {
  for (const { id, show } of INSPECTIONS) {
    const parts = show(material);
    if (parts !== null) return { kind: id, parts };
  }
  return null;
}

/** Why no row knows the bytes. */
export function refusal({ json, bytes }: Material): Problem {
  if (bytes.length === 0) return { reason: 'input-empty', detail: 'the file is empty' };
  const first = bytes.find((octet) => octet > 0x20);
  if ((first === 0x7b || first === 0x5b) && !json.ok) return json.problem;
  return { reason: 'input-not-recognised', detail: 'the bytes are of no kind that is known here' };
}

function json(
  isOfKind: (value: JsonValue) => value is JsonObject,
  show: (value: JsonObject, material: Material) => readonly Part[],
): InspectionKind['show'] {
  return (material) => (material.json.ok && isOfKind(material.json.value) ? show(material.json.value, material) : null);
}

function showEnvelope({ json, bytes, at }: Material): readonly Part[] | null {
  const kind = json.ok ? recogniseEnvelope(json.value) : null;
  if (kind === null || !json.ok || !isObject(json.value)) return null;
  return envelopeParts(readClaims(kind, json.value, bytes, at));
}

function isJwk(value: JsonValue): value is JsonObject {
  return isObject(value) && typeof value['kty'] === 'string';
}

export function isNote(text: string | null): text is string {
  return text?.includes('\n\n— ') === true;
}

function showLines(material: Material): readonly Part[] | null {
  const lines = readLines(material);
  if (lines === null) return null;
  const { shown, count } = lines;
  return [
    part(
      'JSON Lines',
      { ...(count.ok ? { lines: count.value } : {}), shown: shown.length },
      { problem: count.ok ? null : count.problem },
    ),
    ...shown.map((line, i): Part => {
      const title = `line ${i + 1}`;
      const found = recognise(line);
      if (found === null) return part(title, {}, { problem: refusal(line) });
      return part(title, { kind: found.kind }, { parts: found.parts });
    }),
  ];
}

function showDer({ bytes }: Material): readonly Part[] | null {
  const shape = derShape(bytes);
  return shape === null ? null : derParts(bytes, shape);
}
