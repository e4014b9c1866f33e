// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../encoding/base64.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireBase64 } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import type { Checked, Finding, Locator } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ClaimedSigner, LogEntry, SignedEntity } from '../model/signed-entity.ts';
import { readRekorBundle } from './cosign-bundle.ts';
import { opening } from './envelope-kind.ts';
import { readSignerPem } from './signer-pem.ts';

const SIGNATURE = 'dev.cosignproject.cosign/signature';
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const BUNDLE = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';

/** The annotations of a layer that say how it was signed: unsigned themselves, all of them claims. */
export type LayerAnnotations = Readonly<Record<string, string>>;

/**
 * One signature of an image as cosign keeps it: a layer of media type `application/vnd.dev.cosign.simplesigning.v1+json`,
 * whose octets are the payload, and whose annotations hold the signature (base64), the certificate and its chain (PEM),
 * Rekor's promise and an RFC 3161 response (both JSON). Other annotations are nobody's word.
 *
 * @param annotations of the layer's descriptor in the manifest that lists it
 */
export function openSimpleSigning(
  payload: Bytes,
  annotations: LayerAnnotations,
  at: Locator,
): Checked<NonEmpty<SignedEntity>> {
  return opening('cosign-image-signature', at, (findings) => ({
    envelope: 'cosign-image-signature',
    version: '',
    content: { kind: 'simple-signing', payload },
    ...readLayerMaterial(annotations, at, findings),
    at,
  }));
}

/**
 * What the annotations of a signed layer say, for layers of attestations as well, where the signature stands in the envelope.
 *
 * @throws Malformed `envelope-format`, `base64-invalid`, `pem-invalid`, `json-shape` and the like
 */
export function readLayerMaterial(
  annotations: LayerAnnotations,
  at: Locator,
  findings: Finding[],
): Pick<SignedEntity, 'signatures' | 'signer' | 'timestamps' | 'logEntries'> {
  const text = (name: string) => (Object.hasOwn(annotations, name) ? (annotations[name] ?? '') : '');
  const sig = text(SIGNATURE) === '' ? null : reading(SIGNATURE, () => decodeBase64(text(SIGNATURE)));
  if (sig !== null && sig.length === 0) throw new Malformed('envelope-format', `the annotation ${SIGNATURE} is empty`);
  return {
    signatures: sig === null ? [] : [{ sig, keyHint: null }],
    signer: readSigner(text(CERTIFICATE), text(CHAIN)),
    timestamps: text(TIMESTAMP) === '' ? [] : [reading(TIMESTAMP, () => readTimestamp(text(TIMESTAMP)))],
    logEntries: readEntries(text(BUNDLE), at, findings),
  };
}

function readSigner(certificate: string, chain: string): ClaimedSigner {
  if (certificate === '') return { kind: 'key', hint: null };
  const leaf = reading(CERTIFICATE, () => readSignerPem(certificate, CERTIFICATE));
  const above = chain === '' ? null : reading(CHAIN, () => readSignerPem(chain, CHAIN));
  if (leaf.kind !== 'certificate' || above?.kind !== 'certificate') return leaf;
  const all = [...leaf.chain, ...above.chain];
  if (all.length > LIMITS.certificates)
    throw new Malformed('limit-exceeded', `${all.length} certificates, more than ${LIMITS.certificates}`);
  return { kind: 'certificate', chain: all, form: 'chain' };
}

function readEntries(text: string, at: Locator, findings: Finding[]): readonly LogEntry[] {
  if (text === '') return [];
  const value = reading(BUNDLE, () => asObject(parseJson(encodeUtf8(text)), ''));
  return [readRekorBundle(value, '/rekorBundle', at, findings)];
}

/** `{"SignedRFC3161Timestamp": "MIIC…"}`, as cosign's timestamp bundle is. */
function readTimestamp(text: string): Bytes {
  return requireBase64(asObject(parseJson(encodeUtf8(text)), ''), 'SignedRFC3161Timestamp', '');
}

function reading<T>(name: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new Malformed(result.problem.reason, `${result.problem.detail} (annotation ${name})`);
}
