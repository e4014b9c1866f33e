// SPDX-License-Identifier: Apache-2.0
import { sha256, sha256Hex } from '../crypto/digest.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Instant, windowContains } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import { bundledTrustedRoot } from '../trust/bundled.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { sameName } from '../x509/name.ts';
import { nameText } from '../x509/name-text.ts';
import { precertificateTbs } from '../x509/precertificate.ts';
import { readScts, type Sct, sctSignedBytes } from '../x509/sct.ts';
import { certificatePart, sctFacts } from './inspect-certificate.ts';
import { listedParts, type Part, part, quote, readPart } from './inspect-model.ts';

/** An instant that the evidence states, and who states it. */
export interface StatedTime {
  readonly source: string;
  readonly time: Instant;
}

/** The signer's certificate against the times of the evidence, and its certificate timestamps. */
export function certificateSteps(
  chain: readonly Bytes[],
  times: readonly StatedTime[],
  at: string,
  repeat: readonly string[],
): Part[] {
  const [leaf, ...others] = chain;
  if (leaf === undefined) return [];
  const title = "the signer's certificate";
  const shown = certificatePart(title, at, leaf);
  if (shown.problem !== null) return [shown];
  const certificate = parseCertificate(leaf);
  return [
    {
      ...shown,
      says: [
        'verify looks for a path from this certificate to a trusted root that holds at every verified time; explain builds none',
        'each time below is compared with the window from not before to not after, both ends included',
      ],
      repeat,
      parts: [...shown.parts.filter(({ title: name }) => name === 'identity'), ...times.map(timePart(certificate))],
    },
    ...sctSteps(certificate, others, at),
  ];
}

function timePart({ notBefore, notAfter }: Certificate): (stated: StatedTime) => Part {
  return ({ source, time }) => {
    const inside = windowContains({ notBefore, notAfter }, time);
    const position = inside ? 'inside the window' : time < notBefore ? 'before the window' : 'after the window';
    return part(source, { time: formatInstant(time), position });
  };
}

/** What a certificate log has signed: the certificate without the list of timestamps, and the hash of the issuer's key. */
function sctSteps(certificate: Certificate, others: readonly Bytes[], at: string): Part[] {
  const title = 'the certificate timestamps (SCT)';
  const read = readPart(title, at, () => {
    const scts = readScts(certificate);
    const tbs = precertificateTbs(certificate);
    if (tbs === null) return part(title, { timestamps: 0 }, { at });
    const issuers = issuersOf(certificate, others);
    return part(
      title,
      {
        timestamps: scts.length,
        precertificateBytes: tbs.length,
        precertificateSha256: sha256Hex(tbs),
        ...(issuers.length === 0 ? { issuer: 'not at hand: neither in the evidence nor in the bundled root' } : {}),
      },
      {
        at,
        says: [
          'a certificate log signs: version, type, time, entry type 1, SHA-256 of the SubjectPublicKeyInfo of the issuer, the TBSCertificate without the list of timestamps, extensions (RFC 6962 3.2)',
        ],
        repeat: ['openssl x509 -in ISSUER.pem -noout -pubkey |\nopenssl pkey -pubin -outform DER | sha256sum'],
        parts: [
          ...issuers.map((issuer, i) =>
            part(`issuer ${i}, by name`, {
              subject: quote(nameText(issuer.subject)),
              issuerKeyHash: sha256Hex(issuer.spki),
            }),
          ),
          ...listedParts(scts, (sct, i) => sctPart(sct, i, tbs, issuers)),
        ],
      },
    );
  });
  return [read];
}

function sctPart(sct: Sct, i: number, tbs: Bytes, issuers: readonly Certificate[]): Part {
  const signed = issuers.map(({ spki }) => sha256Hex(sctSignedBytes(sct, sha256(spki), tbs)));
  return part(`certificate timestamp ${i}`, {
    ...sctFacts(sct),
    ...(sct.version === 0 ? { signedSha256: signed } : {}),
  });
}

const ISSUERS = 4;

/** Certificates that bear the name, and where stated the key identifier, of the issuer: of the evidence, then of the bundled root. */
function issuersOf({ issuer, aki }: Certificate, others: readonly Bytes[]): Certificate[] {
  const bundled = bundledTrustedRoot().certificateAuthorities.flatMap(({ chain }) => chain);
  const keyId = aki?.keyId ?? null;
  const found: Certificate[] = [];
  for (const der of [...others, ...bundled]) {
    const read = attempt(() => parseCertificate(der));
    if (!read.ok || !sameName(read.value.subject, issuer)) continue;
    const { ski, spki } = read.value;
    if (keyId !== null && ski !== null && !equalBytes(ski, keyId)) continue;
    if (!found.some((one) => equalBytes(one.spki, spki)) && found.length < ISSUERS) found.push(read.value);
  }
  return found;
}
