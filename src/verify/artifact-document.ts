// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseExactJson } from '../encoding/exact-json.ts';
import { LIMITS } from '../encoding/limits.ts';
import { attempt } from '../model/malformed.ts';
import type { DocumentFacts } from '../model/report.ts';
import { documentKind } from '../statement/document-kind.ts';
import type { Artifact } from './request.ts';

/**
 * What an artifact is where it is a bill of materials or a VEX document: by its own word, and only told. Artifacts of other kinds
 * are not read for this: their first octets say so.
 */
export function artifactDocument(artifact: Artifact): DocumentFacts | null {
  const known = read.get(artifact);
  if (known !== undefined) return known;
  const found = readDocument(artifact);
  read.set(artifact, found);
  return found;
}

const read = new WeakMap<Artifact, DocumentFacts | null>();

function readDocument(artifact: Artifact): DocumentFacts | null {
  if (artifact.given === 'digest' || (artifact.head !== undefined && !startsAsObject(artifact.head))) return null;
  const { bytes } = artifact;
  if (bytes === null || bytes.length > LIMITS.documentBytes || !startsAsObject(bytes)) return null;
  const parsed = attempt(() => parseExactJson(bytes));
  const what = parsed.ok ? documentKind(parsed.value) : null;
  return parsed.ok && what !== null ? { what, canonicalSha256: sha256Hex(canonicalJson(parsed.value)) } : null;
}

function startsAsObject(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, LIMITS.memberHead).find((octet) => !WHITE.has(octet));
  return first === 0x7b;
}

const WHITE: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);
