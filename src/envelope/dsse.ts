// SPDX-License-Identifier: Apache-2.0
import {
  asObject,
  optionalArray,
  optionalString,
  pointerTo,
  requireBase64,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readCertificatePem } from '../encoding/pem.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Finding, finding, type Locator } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ClaimedSignature, ClaimedSigner, SignedContent } from '../model/signed-entity.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { pae } from './pae.ts';
import { isBundleShaped, isDsseShaped } from './shape.ts';

/**
 * The DSSE v1.0 JSON envelope:
 *
 *     {"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld",
 *      "signatures": [{"keyid": "a hint", "sig": "A3JqsQ…"}]}
 *
 * `payload`, `payloadType` and each `sig` must be set, in either base64 alphabet. No signatures at all is an unsigned
 * envelope; an empty one among others is malformed. `keyid` is a hint that proves nothing, and unset means the same as empty.
 */
export const DSSE: EnvelopeKind = {
  id: 'dsse',
  recognises: (value) => isDsseShaped(value) && !isBundleShaped(value),
  open: (value, bytes, at) =>
    opening('dsse', at, (findings) => {
      const parts = readDsse(asObject(value, ''), '', bytes, at, findings, ['cert']);
      return {
        envelope: 'dsse',
        version: '',
        content: parts.content,
        signatures: parts.signatures,
        signer: readSigner(parts, at, findings),
        timestamps: [],
        logEntries: [],
        at,
      };
    }),
};

export interface DsseParts {
  readonly content: SignedContent & { kind: 'dsse' };
  readonly signatures: readonly ClaimedSignature[];
  /** The members of `signatures` as they stand. */
  readonly entries: readonly JsonObject[];
}

/**
 * An envelope that stands alone or inside a bundle.
 *
 * @param stored the envelope's own bytes, where they are known
 * @param extensions members that the caller reads of a signature that is the only one
 * @throws Malformed `json-shape`, `base64-invalid`, `envelope-format`, `limit-exceeded`
 */
export function readDsse(
  envelope: JsonObject,
  pointer: string,
  stored: Bytes | null,
  at: Locator,
  findings: Finding[],
  extensions: readonly string[] = [],
): DsseParts {
  const payloadType = requireString(envelope, 'payloadType', pointer);
  const payload = requireBase64(envelope, 'payload', pointer);
  const place = pointerTo(pointer, 'signatures');
  const values = optionalArray(envelope, 'signatures', pointer) ?? [];
  if (values.length > LIMITS.signatures) {
    throw new Malformed('limit-exceeded', `${values.length} signatures at ${place}, more than ${LIMITS.signatures}`);
  }
  noteUnknownMembers(envelope, ['payload', 'payloadType', 'signatures'], pointer, at, findings);
  const known = ['keyid', 'sig', ...(values.length === 1 ? extensions : [])];
  const entries = values.map((value, i) => asObject(value, pointerTo(place, i)));
  const signatures = entries.map((entry, i) => readSignature(entry, pointerTo(place, i), known, at, findings));
  const content = { kind: 'dsse', payloadType, payload, pae: pae(payloadType, payload), stored } as const;
  return { content, signatures, entries };
}

/** One of `signatures`. @throws Malformed `envelope-format`, `json-shape`, `base64-invalid`, `limit-exceeded` */
export function readSignature(
  entry: JsonObject,
  pointer: string,
  known: readonly string[],
  at: Locator,
  findings: Finding[],
): ClaimedSignature {
  const sig = requireBase64(entry, 'sig', pointer);
  if (sig.length === 0) throw new Malformed('envelope-format', `the signature is empty at ${pointer}/sig`);
  const keyHint = readHint(optionalString(entry, 'keyid', pointer), pointerTo(pointer, 'keyid'));
  noteUnknownMembers(entry, known, pointer, at, findings);
  return { sig, keyHint };
}

/** @throws Malformed `limit-exceeded` */
export function readHint(hint: string | undefined, pointer: string): string | null {
  if (hint === undefined || hint === '') return null;
  if (hint.length > LIMITS.keyHint) {
    throw new Malformed('limit-exceeded', `the key hint at ${pointer} is longer than ${LIMITS.keyHint} characters`);
  }
  return hint;
}

/**
 * Generators before the Sigstore bundle put the signer's certificate into the signature, as PEM in `cert`. It is read where
 * there is one signature, so that it is clear whose it is; in others the member is unknown.
 */
function readSigner(parts: DsseParts, at: Locator, findings: Finding[]): ClaimedSigner {
  const [only, second] = parts.entries;
  if (only === undefined) return { kind: 'none' };
  if (second !== undefined) return { kind: 'key', hint: null };
  const pem = optionalString(only, 'cert', '/signatures/0');
  if (pem === undefined || pem === '') return { kind: 'key', hint: parts.signatures[0]!.keyHint };
  const chain = readChain(pem, '/signatures/0/cert', at, findings);
  return { kind: 'certificate', chain, form: chain.length === 1 ? 'certificate' : 'chain' };
}

function readChain(pem: string, pointer: string, at: Locator, findings: Finding[]): readonly Bytes[] {
  const read = attempt(() => readCertificatePem(pem));
  if (!read.ok) throw new Malformed(read.problem.reason, `${read.problem.detail} at ${pointer}`);
  const { certificates, outside } = read.value;
  if (certificates.length > LIMITS.certificates) {
    throw new Malformed('limit-exceeded', `${certificates.length} certificates, more than ${LIMITS.certificates}`);
  }
  if (outside.length > 0) {
    const where = { evidence: at.evidence, pointer: at.pointer + pointer };
    findings.push(finding('pem-text-outside', where, `${outside.length} lines outside the certificates`));
  }
  return certificates;
}
