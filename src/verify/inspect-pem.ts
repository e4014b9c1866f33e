// SPDX-License-Identifier: Apache-2.0
import { readCertificatePem } from '../encoding/pem.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { certificatePart } from './inspect-certificate.ts';
import { keyPart } from './inspect-key.ts';
import { listed, listedParts, type Part, part, quote, type Shown } from './inspect-model.ts';

const OUTSIDE = 16;

export function isPem(text: string): boolean {
  return /^-----BEGIN [A-Z0-9 ]+-----\r?$/m.test(text);
}

/** Certificates, one or several, or one public key. */
export function pemParts(text: string, bytes: Bytes): Part[] {
  if (/^-----BEGIN (RSA )?PUBLIC KEY-----/m.test(text)) return [keyPart(bytes)];
  const read = attempt(() => readCertificatePem(text));
  if (!read.ok) return [part('PEM file', {}, { problem: read.problem })];
  const { certificates, outside } = read.value;
  return [
    part('PEM file', {
      certificates: certificates.length,
      ...(outside.length === 0 ? {} : { linesOutside: listed(outside, outsideLine, OUTSIDE) }),
    }),
    ...listedParts(certificates, (der, i) => certificatePart(`certificate ${i}`, '', der)),
  ];
}

/** A line that may be key material, although nothing says so, is not repeated. */
function outsideLine(line: string): Shown {
  return /^[A-Za-z0-9+/=_-]{24,}$/.test(line) ? `a line of ${line.length} characters, not shown` : quote(line);
}
