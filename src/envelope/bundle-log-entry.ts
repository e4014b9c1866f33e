// SPDX-License-Identifier: Apache-2.0
import {
  asBase64,
  optionalArray,
  optionalBase64,
  optionalInt64,
  optionalObject,
  optionalString,
  requireBase64,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { InclusionProof, LogEntry } from '../model/signed-entity.ts';

const MEMBERS = [
  'logIndex',
  'logId',
  'kindVersion',
  'integratedTime',
  'inclusionPromise',
  'inclusionProof',
  'canonicalizedBody',
];
const PROOF_MEMBERS = ['logIndex', 'rootHash', 'treeSize', 'hashes', 'checkpoint'];

/** 9999-12-31T23:59:59Z and not a second more (attacks F05). */
const LAST_SECOND = 253_402_300_799n;

/**
 * dev.sigstore.rekor.v1.TransparencyLogEntry. protobuf's JSON leaves zeros out: an absent index is 0, an absent integrated
 * time is none. The log, the kind and the body must be there: without them nothing can be bound to the signature.
 *
 * @throws Malformed `json-shape`, `base64-invalid`, `envelope-format`, `time-invalid`, `limit-exceeded`
 */
export function readLogEntry(entry: JsonObject, pointer: string, at: Locator, findings: Finding[]): LogEntry {
  noteUnknownMembers(entry, MEMBERS, pointer, at, findings);
  const logId = requireObject(entry, 'logId', pointer);
  noteUnknownMembers(logId, ['keyId'], `${pointer}/logId`, at, findings);
  const kindVersion = requireObject(entry, 'kindVersion', pointer);
  noteUnknownMembers(kindVersion, ['kind', 'version'], `${pointer}/kindVersion`, at, findings);
  return {
    kind: requireString(kindVersion, 'kind', `${pointer}/kindVersion`),
    version: requireString(kindVersion, 'version', `${pointer}/kindVersion`),
    logIndex: optionalInt64(entry, 'logIndex', pointer) ?? 0n,
    logId: filled(requireBase64(logId, 'keyId', `${pointer}/logId`), `${pointer}/logId/keyId`),
    integratedTime: readTime(entry, pointer),
    promise: readPromise(entry, pointer, at, findings),
    proof: readProof(entry, pointer, at, findings),
    body: filled(requireBase64(entry, 'canonicalizedBody', pointer), `${pointer}/canonicalizedBody`),
    at: { evidence: at.evidence, pointer: at.pointer + pointer },
  };
}

function readTime(entry: JsonObject, pointer: string): bigint | null {
  return checkedTime(optionalInt64(entry, 'integratedTime', pointer) ?? 0n, `${pointer}/integratedTime`);
}

/** Seconds since 1970, or null for zero. @throws Malformed `time-invalid` */
export function checkedTime(seconds: bigint, pointer: string): bigint | null {
  if (seconds > LAST_SECOND) throw new Malformed('time-invalid', `the time at ${pointer} is after the year 9999`);
  return seconds === 0n ? null : seconds;
}

function readPromise(entry: JsonObject, pointer: string, at: Locator, findings: Finding[]): Bytes | null {
  const promise = optionalObject(entry, 'inclusionPromise', pointer);
  if (promise === undefined) return null;
  const place = `${pointer}/inclusionPromise`;
  noteUnknownMembers(promise, ['signedEntryTimestamp'], place, at, findings);
  return filled(requireBase64(promise, 'signedEntryTimestamp', place), `${place}/signedEntryTimestamp`);
}

function readProof(entry: JsonObject, pointer: string, at: Locator, findings: Finding[]): InclusionProof | null {
  const proof = optionalObject(entry, 'inclusionProof', pointer);
  if (proof === undefined) return null;
  const place = `${pointer}/inclusionProof`;
  noteUnknownMembers(proof, PROOF_MEMBERS, place, at, findings);
  const hashes = optionalArray(proof, 'hashes', place) ?? [];
  if (hashes.length > LIMITS.proofHashes) {
    throw new Malformed(
      'limit-exceeded',
      `${hashes.length} hashes at ${place}/hashes, more than ${LIMITS.proofHashes}`,
    );
  }
  return {
    logIndex: optionalInt64(proof, 'logIndex', place) ?? 0n,
    treeSize: optionalInt64(proof, 'treeSize', place) ?? 0n,
    rootHash: optionalBase64(proof, 'rootHash', place) ?? new Uint8Array(0),
    hashes: hashes.map((hash, i) => asBase64(hash, `${place}/hashes/${i}`)),
    checkpoint: readCheckpoint(proof, place, at, findings),
  };
}

function readCheckpoint(proof: JsonObject, pointer: string, at: Locator, findings: Finding[]): string | null {
  const checkpoint = optionalObject(proof, 'checkpoint', pointer);
  if (checkpoint === undefined) return null;
  const place = `${pointer}/checkpoint`;
  noteUnknownMembers(checkpoint, ['envelope'], place, at, findings);
  const note = optionalString(checkpoint, 'envelope', place) ?? '';
  return note === '' ? null : note;
}

function filled(bytes: Bytes, pointer: string): Bytes {
  if (bytes.length > 0) return bytes;
  throw new Malformed('envelope-format', `the member at ${pointer} is empty`);
}
