// SPDX-License-Identifier: Apache-2.0
import {
  type Authority,
  authority,
  authorityKeyIdentifier,
  type Certificate,
  certificate,
  distinguished,
  extendedKeyUsage,
  keyUsage,
  PURPOSE,
  subjectKeyIdentifier,
  USAGE,
} from './certificate.ts';
import type { CertificateLog } from './certificate-log.ts';
import { type Claims, ISSUER, type LeafPlan, leaf } from './fulcio.ts';
import type { JsonObject } from './json.ts';
import { ecKey, edKey, type MintKey } from './keys.ts';
import type { Rekor } from './rekor.ts';
import { authorityInstance, ctlogInstance, type RootPlan, tlogInstance, trustedRoot } from './trusted-root.ts';

/** The fixed people and institutions of the fixtures, and the fixed instants at which they act. */

/** When everything is signed; leaves are valid for the five minutes before and after. */
export const SIGNED_AT = '2026-02-01T12:00:00Z';
export const SIGNED_SECONDS = Date.parse(SIGNED_AT) / 1000;
export const LEAF_FROM = '2026-02-01T11:55:00Z';
export const LEAF_UNTIL = '2026-02-01T12:05:00Z';
/** The instant at which the cases ask. */
export const ASKED_AT = '2026-03-01T00:00:00Z';

export const caRoot: Authority = authority({ commonName: 'mint root', key: ecKey('p384', 'ca-root'), pathLength: 1 });
export const ca: Authority = authority({
  commonName: 'mint intermediate',
  key: ecKey('p384', 'ca-intermediate'),
  issuer: caRoot,
  pathLength: 0,
  more: [extendedKeyUsage(false, PURPOSE.codeSigning)],
});

export const ctLog: CertificateLog = { baseUrl: 'https://ct.mint.example', key: ecKey('p256', 'ct-log') };
export const ctLogB: CertificateLog = { baseUrl: 'https://ct-b.mint.example', key: ecKey('p256', 'ct-log-b') };
/** In no trusted root. */
export const ctLogStranger: CertificateLog = {
  baseUrl: 'https://ct.stranger.example',
  key: ecKey('p256', 'ct-log-stranger'),
};

export const rekorV1: Rekor = { host: 'rekor.mint.example', treeId: '7301', key: ecKey('p256', 'rekor-v1') };
export const rekorV1B: Rekor = { host: 'rekor-b.mint.example', treeId: '88', key: ecKey('p256', 'rekor-v1-b') };
export const rekorV2: Rekor = { host: 'log2026.rekor.mint.example', treeId: null, key: edKey('rekor-v2') };
export const rekorV2Ec: Rekor = {
  host: 'log2026-ec.rekor.mint.example',
  treeId: null,
  key: ecKey('p256', 'rekor-v2-ec'),
};
/** In no trusted root. */
export const rekorStranger: Rekor = {
  host: 'rekor.stranger.example',
  treeId: '1',
  key: ecKey('p256', 'rekor-stranger'),
};

export const witness = { name: 'witness.mint.example', key: edKey('witness') };

/** A time-stamping authority: its own root, and a leaf for that one purpose. */
export interface Tsa {
  readonly name: string;
  readonly root: Authority;
  readonly key: MintKey;
  readonly certificate: Certificate;
}

export interface TsaPlan {
  readonly name: string;
  readonly key: MintKey;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly criticalUsage?: boolean;
  readonly purposes?: readonly string[];
  readonly root?: Authority;
}

export function tsa(plan: TsaPlan): Tsa {
  const rootKey = ecKey('p384', `${plan.name} root`);
  const root = plan.root ?? authority({ commonName: `${plan.name} root`, key: rootKey, pathLength: 0 });
  const made = certificate({
    label: plan.name,
    subject: distinguished(plan.name),
    issuer: root.subject,
    notBefore: plan.notBefore ?? '2025-01-01T00:00:00Z',
    notAfter: plan.notAfter ?? '2034-01-01T00:00:00Z',
    key: plan.key,
    signedBy: root.key,
    extensions: [
      keyUsage(USAGE.digitalSignature),
      subjectKeyIdentifier(plan.key),
      authorityKeyIdentifier(root.key),
      extendedKeyUsage(plan.criticalUsage ?? true, ...(plan.purposes ?? [PURPOSE.timeStamping])),
    ],
  });
  return { name: plan.name, root, key: plan.key, certificate: made };
}

export const tsaA = tsa({ name: 'mint tsa', key: ecKey('p384', 'tsa') });
export const tsaB = tsa({ name: 'mint tsa b', key: ecKey('p256', 'tsa-b') });
/** In no trusted root. */
export const tsaStranger = tsa({ name: 'stranger tsa', key: ecKey('p256', 'tsa-stranger') });

/** Who signs a bundle: a key, with its certificate or without. */
export interface Signer {
  readonly key: MintKey;
  readonly certificate: Certificate | null;
}

export const CLAIMS: Claims = {
  issuer: ISSUER,
  more: {
    9: 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
    10: '5f2c1d7a90b3e4c86d1f0a2b7c9e8d3f4a5b6c7d',
    11: 'hosted',
    12: 'https://code.mint.example/acme/app',
    14: 'refs/heads/main',
  },
};

export const leafKey = ecKey('p256', 'signer');

export function signer(change: Partial<LeafPlan> = {}): Signer {
  const key = change.key ?? leafKey;
  const plan: LeafPlan = {
    label: 'leaf',
    key,
    issuedBy: ca,
    notBefore: LEAF_FROM,
    notAfter: LEAF_UNTIL,
    claims: CLAIMS,
    scts: [{ log: ctLog, time: LEAF_FROM }],
    ...change,
  };
  return { key, certificate: leaf(plan) };
}

export const alice: Signer = signer();

export function tsaInstance(authorityOf: Tsa, window?: { start: string; end?: string }): JsonObject {
  const chain = [authorityOf.certificate.der, authorityOf.root.certificate.der];
  return authorityInstance(
    authorityOf.name,
    `https://${authorityOf.name.replaceAll(' ', '-')}.mint.example`,
    chain,
    window,
  );
}

export function caInstance(window?: { start: string; end?: string }): JsonObject {
  return authorityInstance(
    'mint root',
    'https://ca.mint.example',
    [ca.certificate.der, caRoot.certificate.der],
    window,
  );
}

export const ROOT_PLAN: RootPlan = {
  tlogs: [rekorV1, rekorV1B, rekorV2, rekorV2Ec].map((log) => tlogInstance(log)),
  ctlogs: [ctLog, ctLogB].map((log) => ctlogInstance(log)),
  certificateAuthorities: [caInstance()],
  timestampAuthorities: [tsaA, tsaB].map((one) => tsaInstance(one)),
};

/** The trusted root of the fixtures; a case may keep its own with one part changed. */
export function mintRoot(change: Partial<RootPlan> = {}): JsonObject {
  return trustedRoot({ ...ROOT_PLAN, ...change });
}
