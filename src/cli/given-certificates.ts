// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { readCertificatePem } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import type { InputRecord } from '../model/report.ts';
import { readTrustFile } from '../trust/load.ts';
import type { TrustGiven } from '../verify/compose-report.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { UsageError } from './usage-error.ts';

const SEQUENCE = 0x30;

/** The certificates of one file: DER, or one or more PEM blocks. @throws Malformed */
export function certificatesIn(bytes: Bytes): Bytes[] {
  if (bytes[0] === SEQUENCE) return [bytes];
  return readCertificatePem(decodeUtf8(bytes)).certificates.slice();
}

/** Certificates that the examiner trusts, with the files that they stand in. */
export interface GivenCertificates {
  readonly certificates: readonly Certificate[];
  readonly inputs: readonly InputRecord[];
}

/** Certificates that the examiner trusts: a problem with one is exit 64. */
export function givenCertificates(flag: string, paths: readonly string[]): GivenCertificates {
  const inputs: InputRecord[] = [];
  const certificates = paths.flatMap((path) => {
    const read = attempt(() => {
      const bytes = readTrustFile(path);
      inputs.push({ name: path, role: 'trust', size: bytes.length, sha256: sha256Hex(bytes) });
      return certificatesIn(bytes).map((der) => parseCertificate(der));
    });
    if (read.ok) return read.value;
    throw new UsageError(`--${flag} ${path}: ${read.problem.reason}: ${read.problem.detail}`);
  });
  return { certificates, inputs };
}

/** Files that decide by being trusted, as the report names them. */
export function trustOf(inputs: readonly InputRecord[]): TrustGiven[] {
  return inputs.map(({ name, sha256 }) => ({
    origin: { name, sha256: sha256 as Sha256, issuedAt: null },
    setAside: [],
    unknownMembers: [],
  }));
}
