// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeHex } from '../encoding/hex.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  isObject,
  optionalObject,
  optionalString,
  requireBase64,
  requireInt64,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Finding, type Locator, within } from '../model/check.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ClaimedSigner, LogEntry, SignedEntity } from '../model/signed-entity.ts';
import { checkedTime } from './bundle-log-entry.ts';
import { readDsse } from './dsse.ts';
import { type EnvelopeKind, opening } from './envelope-kind.ts';
import { hasMember, isBundleShaped, isDsseShaped } from './shape.ts';
import { readSignerPem } from './signer-pem.ts';

/**
 * What `cosign sign-blob --bundle` wrote before the Sigstore bundle:
 *
 *     {"base64Signature": "MEUC…", "cert": "LS0tLS1CRUdJTi…",
 *      "rekorBundle": {"SignedEntryTimestamp": "MEQC…",
 *                      "Payload": {"body": "eyJh…", "integratedTime": 1, "logIndex": 2, "logID": "c0d2…"}}}
 *
 * `cert` is PEM or base64 of PEM, of a certificate or of the public key. `cosign attest-blob` put a whole DSSE envelope where
 * the signature stands. There is a promise and no inclusion proof.
 */
export const COSIGN_BUNDLE: EnvelopeKind = {
  id: 'cosign-bundle',
  recognises: (value) =>
    hasMember(value, 'base64Signature') &&
    !hasMember(value, '_type') &&
    !hasMember(value, 'attestations') &&
    !hasMember(value, 'signed') &&
    !hasMember(value, 'verification_material') &&
    !hasMember(value, 'attestation_bundles') &&
    !isBundleShaped(value) &&
    !isDsseShaped(value),
  open: (value, _bytes, at) =>
    opening('cosign-bundle', at, (findings) => readBundle(asObject(value, ''), at, findings)),
};

const BRACE = 0x7b;

function readBundle(bundle: JsonObject, at: Locator, findings: Finding[]): SignedEntity {
  noteUnknownMembers(bundle, ['base64Signature', 'cert', 'rekorBundle'], '', at, findings);
  const made = requireBase64(bundle, 'base64Signature', '');
  if (made.length === 0) throw new Malformed('envelope-format', 'the signature is empty at /base64Signature');
  const rekor = optionalObject(bundle, 'rekorBundle', '');
  const entry = rekor === undefined ? null : readRekorBundle(rekor, '/rekorBundle', at, findings);
  return {
    envelope: 'cosign-bundle',
    version: '',
    ...contentOf(made, entry, at, findings),
    signer: readCert(optionalString(bundle, 'cert', '') ?? ''),
    timestamps: [],
    logEntries: entry === null ? [] : [entry],
    at,
  };
}

/** No signature begins with a brace: ECDSA's with 0x30, and what is text here is the envelope of an attestation. */
function contentOf(
  made: Bytes,
  entry: LogEntry | null,
  at: Locator,
  findings: Finding[],
): Pick<SignedEntity, 'content' | 'signatures'> {
  const value = made[0] === BRACE ? attempt(() => parseJson(made)) : null;
  if (value === null || !value.ok || !isDsseShaped(value.value))
    return { content: { kind: 'message', digest: digestOf(entry) }, signatures: [{ sig: made, keyHint: null }] };
  const { content, signatures } = readDsse(asObject(value.value, ''), '', made, at, findings);
  return { content, signatures };
}

/** The format names the artifact nowhere but in the body of the entry: a claim, like a bundle's messageDigest. */
function digestOf(entry: LogEntry | null): { algorithm: 'sha256'; value: Bytes } | null {
  if (entry === null || entry.kind !== 'hashedrekord') return null;
  const value = attempt(() => {
    const data = requireObject(requireObject(asObject(parseJson(entry.body), ''), 'spec', ''), 'data', '');
    const hash = requireObject(data, 'hash', '');
    return requireString(hash, 'algorithm', '') === 'sha256' ? decodeHex(requireString(hash, 'value', '')) : null;
  });
  return value.ok && value.value?.length === 32 ? { algorithm: 'sha256', value: value.value } : null;
}

function readCert(text: string): ClaimedSigner {
  if (text === '') return { kind: 'key', hint: null };
  const pem = text.startsWith('-----') ? text : decodeUtf8(decodeBase64(text));
  return readSignerPem(pem, '/cert');
}

/**
 * Rekor's answer as cosign kept it, also in the annotation `dev.sigstore.cosign/bundle`.
 *
 * @throws Malformed `json-shape`, `base64-invalid`, `hex-invalid`, `time-invalid`
 */
export function readRekorBundle(rekor: JsonObject, pointer: string, at: Locator, findings: Finding[]): LogEntry {
  noteUnknownMembers(rekor, ['SignedEntryTimestamp', 'Payload'], pointer, at, findings);
  const payload = requireObject(rekor, 'Payload', pointer);
  const place = `${pointer}/Payload`;
  noteUnknownMembers(payload, ['body', 'integratedTime', 'logIndex', 'logID'], place, at, findings);
  const body = requireBase64(payload, 'body', place);
  const seconds = checkedTime(requireInt64(payload, 'integratedTime', place), `${place}/integratedTime`);
  return {
    ...kindOf(body),
    logIndex: requireInt64(payload, 'logIndex', place),
    logId: decodeHex(requireString(payload, 'logID', place)),
    integratedTime: seconds,
    promise: requireBase64(rekor, 'SignedEntryTimestamp', pointer),
    proof: null,
    body,
    at: within(at, ...pointer.split('/').slice(1)),
  };
}

/** The format has no kind beside the body. What the body does not say is found out where the entry is compared. */
function kindOf(body: Bytes): Pick<LogEntry, 'kind' | 'version'> {
  const value = attempt(() => parseJson(body));
  const object: JsonObject = value.ok && isObject(value.value) ? value.value : {};
  const { kind, apiVersion } = object;
  return { kind: typeof kind === 'string' ? kind : '', version: typeof apiVersion === 'string' ? apiVersion : '' };
}
