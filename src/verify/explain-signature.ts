// SPDX-License-Identifier: Apache-2.0
import { defaultScheme } from '../crypto/algorithms.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Locator } from '../model/check.ts';
import type { ClaimedSignature, ClaimedSigner, EnvelopeId, SignedContent } from '../model/signed-entity.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { bytesAt, member, sum, verifySignature } from './explain-commands.ts';
import type { Claims, Placed } from './inspect-claims.ts';
import { keyText } from './inspect-key.ts';
import { type FactList, type Part, part, quote, quoteOrNull, readPart } from './inspect-model.ts';

type Dsse = Extract<SignedContent, { kind: 'dsse' }>;

/** What is signed: the PAE of an envelope, or the artifact itself. */
export function signedContentStep({ content, at, kind }: Claims): Part {
  const place = at.pointer + content.at;
  if (!content.read.ok) return part('what is signed', {}, { at: place, problem: content.read.problem });
  const { value } = content.read;
  if (value.kind === 'dsse') return { ...paeStep(value, content.at, at, kind), at: place };
  if (value.kind === 'simple-signing') return part('what is signed: the image payload', {}, { at: place });
  const { digest } = value;
  return part(
    'what is signed: the artifact itself',
    digest === null ? {} : { digestAlgorithm: digest.algorithm, digestClaimed: encodeHex(digest.value) },
    {
      at: place,
      says: [
        'the signature is over the bytes of the artifact; the bundle names their digest, and verify compares it with that of the artifact at hand',
      ],
      repeat: [`${sum(digest?.algorithm ?? 'sha256')} ARTIFACT`],
    },
  );
}

function paeStep({ payloadType, payload, pae }: Dsse, pointer: string, at: Locator, kind: EnvelopeId): Part {
  const typeLength = encodeUtf8(payloadType).length;
  const isPypi = kind === 'pypi-attestation' || kind === 'pypi-provenance';
  const payloadBytes = bytesAt(at, isPypi ? `${pointer}/statement` : `${pointer}/payload`);
  // PEP 740 has no member for the type: it is always this one.
  const type = isPypi ? 'application/vnd.in-toto+json' : `"$(${member(at, `${pointer}/payloadType`)})"`;
  const head = `printf 'DSSEv1 %s %s %s ' ${typeLength} \\\n${type} ${payload.length}`;
  return part(
    'what is signed: the PAE of the envelope',
    {
      payloadType: quote(payloadType),
      lengthOfType: typeLength,
      lengthOfPayload: payload.length,
      payloadSha256: sha256Hex(payload),
      lengthOfPae: pae.length,
      paeSha256: sha256Hex(pae),
    },
    {
      says: [
        'pre-authentication encoding: PAE = "DSSEv1" SP length(type) SP type SP length(payload) SP payload (DSSE v1.0); lengths count bytes, and the payload is the one behind its base64',
      ],
      // A statement without an envelope is its own payload.
      repeat:
        kind === 'in-toto-statement'
          ? ['sha256sum EVIDENCE']
          : [`${payloadBytes} | sha256sum`, `(${head};\n${payloadBytes}) | sha256sum`],
    },
  );
}

/** Under which key each signature is said to verify. */
export function signatureSteps(claims: Claims): Part[] {
  const { signatures, signer, at } = claims;
  return signatures.map((one, i) => {
    const title = `signature ${i}`;
    const place = at.pointer + one.at;
    if (!one.read.ok) return part(title, {}, { at: place, problem: one.read.problem });
    const { value } = one.read;
    return readPart(title, place, () => signatureStep(title, place, value, signer, claims));
  });
}

function signatureStep(
  title: string,
  at: string,
  { sig, keyHint }: ClaimedSignature,
  signer: Placed<ClaimedSigner>,
  { content }: Claims,
): Part {
  const over = content.read.ok && content.read.value.kind === 'message' ? 'the artifact' : 'the PAE';
  const facts: FactList = {
    signatureBytes: sig.length,
    signatureSha256: sha256Hex(sig),
    keyHint: quoteOrNull(keyHint),
  };
  const signed = over === 'the PAE' ? 'PAE' : 'ARTIFACT';
  const leaf = signer.read.ok && signer.read.value.kind === 'certificate' ? signer.read.value.chain[0] : undefined;
  if (leaf === undefined) {
    return part(title, facts, {
      at,
      says: [
        `the signature is over ${over}, under a public key that is not part of the evidence: a hint says which, and proves nothing`,
      ],
      repeat: [verifySignature('ecdsa-p256-sha256', signed)],
    });
  }
  const { key, keyProblem } = parseCertificate(leaf);
  if (key === null) return part(title, facts, { at, problem: keyProblem });
  const scheme = defaultScheme(key, null);
  const open = key.kind === 'ecdsa-p384' || key.kind === 'ecdsa-p521';
  return part(
    title,
    { ...facts, key: keyText(key), keySha256: key.fingerprint, scheme },
    {
      at,
      says: [
        `the signature is over ${over}, under the public key of the signer's certificate`,
        ...(open
          ? [
              'for this kind of key the hash is the one that the verified body of the log entry names; a signature in a file of its own may be over SHA-256 too',
            ]
          : []),
      ],
      repeat: [verifySignature(scheme, signed)],
    },
  );
}
