// SPDX-License-Identifier: Apache-2.0
import type { Sha256 } from './bytes.ts';

export type SanType = 'email' | 'uri' | 'dns' | 'other-name';

/** Fulcio's certificate extensions (OID 1.3.6.1.4.1.57264.1.*), by the names of its oid-info document. */
export type FulcioExtensions = Readonly<Record<string, string>>;

export type SignerIdentity =
  | { readonly kind: 'key'; readonly name: string; readonly fingerprint: Sha256 }
  | {
      readonly kind: 'certificate';
      readonly san: string;
      readonly sanType: SanType;
      readonly issuer: string | null;
      readonly extensions: FulcioExtensions;
      readonly fingerprint: Sha256;
    };
