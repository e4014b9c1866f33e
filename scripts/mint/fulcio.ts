// SPDX-License-Identifier: Apache-2.0
import { type Bytes, type HashName, utf8 } from './bytes.ts';
import {
  type Authority,
  authorityKeyIdentifier,
  type Certificate,
  type CertificatePlan,
  certificate,
  extendedKeyUsage,
  extension,
  keyUsage,
  PURPOSE,
  subjectAlternativeName,
  subjectKeyIdentifier,
  USAGE,
  uriName,
} from './certificate.ts';
import { type SctPlan, sctList, signSct } from './certificate-log.ts';
import { utf8String } from './der.ts';
import type { MintKey } from './keys.ts';

const FULCIO = '1.3.6.1.4.1.57264.1';

/** Fulcio's claims. `issuer` is written in both of its forms: .1 raw, .8 as a DER UTF8String. */
export interface Claims {
  readonly issuer: string | null;
  readonly issuerV1?: string;
  /** Arc below 57264.1 → text, each a DER UTF8String. */
  readonly more?: Readonly<Record<number, string>>;
}

export interface LeafPlan {
  readonly label: string;
  readonly key: MintKey;
  readonly issuedBy: Authority;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Empty: no such extension at all. */
  readonly names?: readonly Bytes[];
  readonly claims: Claims;
  readonly purposes?: readonly string[];
  readonly usage?: readonly number[];
  readonly scts: readonly SctPlan[];
  readonly moreExtensions?: readonly Bytes[];
  /** Changes the plan before the timestamps are made, so that they cover the change. */
  readonly change?: Partial<CertificatePlan>;
  readonly authorityKey?: MintKey;
  readonly signedBy?: MintKey;
  readonly hash?: HashName;
  /** Puts these in place of the timestamps. */
  readonly sctExtension?: Bytes;
}

export const IDENTITY = 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main';
export const ISSUER = 'https://issuer.mint.example';

/** A leaf as Fulcio issues it: the precertificate first, then the timestamps over it, then the whole. */
export function leaf(plan: LeafPlan): Certificate {
  const { issuer, issuerV1 = issuer, more = {} } = plan.claims;
  const before: CertificatePlan = {
    label: plan.label,
    subject: [],
    issuer: plan.issuedBy.subject,
    notBefore: plan.notBefore,
    notAfter: plan.notAfter,
    key: plan.key,
    signedBy: plan.signedBy ?? plan.issuedBy.key,
    ...(plan.hash === undefined ? {} : { hash: plan.hash }),
    extensions: [
      keyUsage(...(plan.usage ?? [USAGE.digitalSignature])),
      extendedKeyUsage(false, ...(plan.purposes ?? [PURPOSE.codeSigning])),
      subjectKeyIdentifier(plan.key),
      authorityKeyIdentifier(plan.authorityKey ?? plan.issuedBy.key),
      ...(plan.names?.length === 0 ? [] : [subjectAlternativeName(true, ...(plan.names ?? [uriName(IDENTITY)]))]),
      ...(issuerV1 === null ? [] : [extension(`${FULCIO}.1`, false, utf8(issuerV1))]),
      ...(issuer === null ? [] : [extension(`${FULCIO}.8`, false, utf8String(issuer))]),
      ...Object.entries(more).map(([arc, text]) => extension(`${FULCIO}.${arc}`, false, utf8String(text))),
      ...(plan.moreExtensions ?? []),
    ],
    ...plan.change,
  };
  const scts = plan.scts.map((sct) => signSct(before, plan.issuedBy.key.spki, sct));
  const list = plan.sctExtension ?? (scts.length === 0 ? null : sctList(...scts));
  return certificate({ ...before, extensions: [...before.extensions, ...(list === null ? [] : [list])] });
}
