// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import type { ClaimedSignature, ClaimedSigner, SignedContent } from '../model/signed-entity.ts';
import { certificatePart } from './inspect-certificate.ts';
import type { Claims, Placed } from './inspect-claims.ts';
import { logEntryPart } from './inspect-log-entry.ts';
import { listedParts, type Part, part, quote, quoteOrNull } from './inspect-model.ts';
import { payloadPart } from './inspect-statement.ts';
import { timestampPart } from './inspect-timestamp.ts';

const TITLES = {
  'sigstore-bundle': 'Sigstore bundle',
  dsse: 'DSSE envelope',
  'in-toto-statement': 'in-toto statement without an envelope',
  'pypi-attestation': 'attestation of a Python distribution (PEP 740)',
  'pypi-provenance': 'attestations of a Python distribution (PEP 740)',
  'cosign-bundle': "cosign's own bundle",
  'npm-attestations': 'attestation document of an npm registry',
  'npm-metadata': 'metadata of an npm registry, which it signs in part',
} as const;

/** A bundle, a bare envelope or a bare statement: what it is, who it says has signed it, who witnessed it, what it says. */
export function envelopeParts(claims: Claims): Part[] {
  const prefix = claims.at.pointer;
  const place = <T>(placed: Placed<T>): string => prefix + placed.at;
  return [
    overview(claims),
    ...contentParts(claims, place(claims.content)),
    ...claims.signatures.map((one, i) => or(one, `signature ${i}`, place(one), signaturePart)),
    ...signerParts(claims, place(claims.signer)),
    ...listedParts(claims.logEntries, (one, i) => or(one, `log entry ${i}`, place(one), logEntryPart), 32),
    ...listedParts(claims.timestamps, (one, i) => or(one, `timestamp ${i}`, place(one), timestampPart), 32),
  ];
}

function overview(claims: Claims): Part {
  const { kind, mediaType, version, content, signatures, signer, logEntries, timestamps, refused, findings } = claims;
  const what = content.read.ok ? contentText(content.read.value) : null;
  const bundle = {
    mediaType: typeof mediaType === 'string' ? quote(mediaType) : null,
    version: version.ok ? version.value : 'not a known one',
    content: what,
  };
  return part(
    TITLES[kind],
    {
      ...(kind === 'sigstore-bundle' ? bundle : {}),
      signatures: signatures.length,
      signer: signer.read.ok ? signer.read.value.kind : null,
      ...(kind === 'sigstore-bundle' ? { logEntries: logEntries.length, timestamps: timestamps.length } : {}),
    },
    { at: claims.at.pointer, problem: refused, findings },
  );
}

function contentText({ kind }: SignedContent): string {
  return kind === 'dsse' ? 'DSSE envelope' : 'message signature';
}

/** The part of a value that was read, or the reason why it was not. */
function or<T>(
  { read }: Placed<T>,
  title: string,
  at: string,
  show: (title: string, at: string, value: T) => Part,
): Part {
  return read.ok ? show(title, at, read.value) : part(title, {}, { at, problem: read.problem });
}

function contentParts({ content, at }: Claims, place: string): Part[] {
  if (!content.read.ok) return [part('content', {}, { at: place, problem: content.read.problem })];
  const { value } = content.read;
  if (value.kind === 'dsse') return [payloadPart(value.payloadType, value.payload, place, at)];
  if (value.kind === 'simple-signing') return [part('image payload', { bytes: value.payload.length }, { at: place })];
  const { digest } = value;
  const facts =
    digest === null ? { digest: null } : { digestAlgorithm: digest.algorithm, digest: encodeHex(digest.value) };
  return [part('signed message', facts, { at: place })];
}

function signaturePart(title: string, at: string, { sig, keyHint }: ClaimedSignature): Part {
  return part(title, { bytes: sig.length, sha256: sha256Hex(sig), keyHint: quoteOrNull(keyHint) }, { at });
}

function signerParts({ signer }: Claims, at: string): Part[] {
  if (!signer.read.ok) return [part('signer', {}, { at, problem: signer.read.problem })];
  return signerPart(signer.read.value, at);
}

function signerPart(signer: ClaimedSigner, at: string): Part[] {
  if (signer.kind === 'none') return [];
  if (signer.kind === 'key') return [part('signer', { form: 'public key', keyHint: quoteOrNull(signer.hint) }, { at })];
  return signer.chain.map((der, i) =>
    certificatePart(i === 0 ? "signer's certificate" : `certificate ${i} of the chain`, at, der),
  );
}
