// SPDX-License-Identifier: Apache-2.0
import type { Bytes, NonEmpty, Sha256 } from './bytes.ts';
import type { Instant, TimeWindow } from './instant.ts';
import type { HashName, PublicKey, SchemeId } from './public-key.ts';

/** Where a trusted root came from, for the report. `issuedAt` null: its age is unknown. */
export interface TrustOrigin {
  readonly name: string;
  readonly sha256: Sha256;
  /** Digest of the whole file, where the root is one line of several (JSONL). */
  readonly fileSha256?: Sha256;
  readonly issuedAt: Instant | null;
  /** The package and version that a build took it from; absent where the examiner named the file. */
  readonly source?: string;
  /** Of a trust store: its domain, who vouched for it, and when it was imported. */
  readonly held?: string;
}

export interface CertificateAuthority {
  readonly uri: string;
  /** DER, as TrustedRoot has them: lower certificates first, the trust anchor last. */
  readonly chain: NonEmpty<Bytes>;
  readonly validFor: TimeWindow;
  /** Scheme-less URI of who runs it, where the root says (v0.2). */
  readonly operator?: string;
}

export interface TransparencyLog {
  readonly baseUrl: string;
  /** RFC 6962 §3.2 / C2SP key id as the root states it. */
  readonly logId: Bytes;
  readonly key: PublicKey;
  readonly scheme: SchemeId;
  readonly hash: HashName;
  readonly validFor: TimeWindow;
  /** C2SP signed-note key id, where the root states it (v0.2); else it is the head of `logId`. */
  readonly checkpointKeyId?: Bytes;
  /** Scheme-less URI of who runs it, where the root says (v0.2). */
  readonly operator?: string;
}

export interface TrustedRoot {
  readonly origin: TrustOrigin;
  readonly certificateAuthorities: readonly CertificateAuthority[];
  readonly timestampAuthorities: readonly CertificateAuthority[];
  readonly tlogs: readonly TransparencyLog[];
  readonly ctlogs: readonly TransparencyLog[];
  /** Entries of an unsupported kind: listed, not used. */
  readonly setAside: readonly { readonly what: string; readonly why: string }[];
  /** JSON Pointers of members that are not part of the format: ignored, and listed. */
  readonly unknownMembers: readonly string[];
}

/** A plain key that the examiner trusts. */
export interface TrustedKey {
  readonly name: string;
  readonly keyId: string | null;
  readonly key: PublicKey;
  readonly scheme: SchemeId;
  /** Nobody has said the scheme: other common ones of such keys, which signatures in files of their own may be of too. */
  readonly detachedToo?: readonly SchemeId[];
  readonly validFor: TimeWindow | null;
}
