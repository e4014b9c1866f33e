// SPDX-License-Identifier: Apache-2.0
import { readCertificatePem } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { readTrustFile } from '../trust/load.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { UsageError } from './usage-error.ts';

const SEQUENCE = 0x30;

/** The certificates of one file: DER, or one or more PEM blocks. @throws Malformed */
export function certificatesIn(bytes: Bytes): Bytes[] {
  if (bytes[0] === SEQUENCE) return [bytes];
  return readCertificatePem(decodeUtf8(bytes)).certificates.slice();
}

/** Certificates that the examiner names on the command line: a problem with one is exit 64. */
export function givenCertificates(flag: string, paths: readonly string[]): Certificate[] {
  return paths.flatMap((path) => {
    const read = attempt(() => certificatesIn(readTrustFile(path)).map((der) => parseCertificate(der)));
    if (read.ok) return read.value;
    throw new UsageError(`--${flag} ${path}: ${read.problem.reason}: ${read.problem.detail}`);
  });
}
