// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bigEndian, bytes, sha256 } from './bytes.ts';
import { type CertificatePlan, extension, tbsCertificate } from './certificate.ts';
import { octetString } from './der.ts';
import type { MintKey } from './keys.ts';

/** A certificate log (RFC 6962): its key is its name. */
export interface CertificateLog {
  readonly baseUrl: string;
  readonly key: MintKey;
}

/** What of an SCT a fixture may set, right or wrong. */
export interface SctPlan {
  readonly log: CertificateLog;
  readonly time: string;
  readonly extensions?: Bytes;
  /** Signs for another precertificate than the one that it is put into. */
  readonly about?: CertificatePlan;
  readonly version?: number;
}

/** RFC 6962 §3.2: the timestamp over the precertificate, which is the TBSCertificate without the list of timestamps. */
export function signSct(plan: CertificatePlan, issuerSpki: Bytes, sct: SctPlan): Bytes {
  const tbs = tbsCertificate(sct.about ?? plan);
  const time = bigEndian(BigInt(Date.parse(sct.time)), 8);
  const extensions = sct.extensions ?? bytes();
  const tail = bytes(bigEndian(BigInt(extensions.length), 2), extensions);
  const entry = bytes([0, 1], sha256(issuerSpki), bigEndian(BigInt(tbs.length), 3), tbs);
  const signature = sct.log.key.sign(bytes([0, 0], time, entry, tail), 'sha256');
  return bytes(
    [sct.version ?? 0],
    sha256(sct.log.key.spki),
    time,
    tail,
    [4, sct.log.key.kind === 'rsa' ? 1 : 3],
    bigEndian(BigInt(signature.length), 2),
    signature,
  );
}

/** RFC 6962 §3.3: the extension that embeds the list. */
export function sctList(...scts: readonly Bytes[]): Bytes {
  const items = bytes(...scts.map((sct) => bytes(bigEndian(BigInt(sct.length), 2), sct)));
  return extension('1.3.6.1.4.1.11129.2.4.2', false, octetString(bytes(bigEndian(BigInt(items.length), 2), items)));
}
