// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../encoding/json-fields.ts';
import type { JsonValue } from '../model/json.ts';

/** The members that a document may have, at every depth: a list of one is that of all entries, `null` is a text, number or truth. */
export type MemberShape = null | readonly [MemberShape] | { readonly [member: string]: MemberShape };

/** Whether a document has no member but these, and lists and blocks only where they belong. `null` stands for what is absent. */
export function hasOnly(value: JsonValue | undefined, shape: MemberShape): boolean {
  if (value === null || value === undefined) return true;
  if (shape === null) return typeof value !== 'object';
  if (isList(shape)) return Array.isArray(value) && value.every((one) => hasOnly(one, shape[0]));
  if (!isObject(value)) return false;
  return Object.keys(value).every((name) => Object.hasOwn(shape, name) && hasOnly(value[name], shape[name]!));
}

function isList(shape: MemberShape): shape is readonly [MemberShape] {
  return Array.isArray(shape);
}

const RANGE = { start: null, end: null };
const KEY = { rawBytes: null, keyDetails: null, validFor: RANGE };
const LOG = {
  baseUrl: null,
  hashAlgorithm: null,
  publicKey: KEY,
  logId: { keyId: null },
  checkpointKeyId: { keyId: null },
  operator: null,
};
const AUTHORITY = {
  subject: { organization: null, commonName: null },
  uri: null,
  certChain: { certificates: [{ rawBytes: null }] },
  validFor: RANGE,
  operator: null,
} as const;
const SERVICES = [{ url: null, majorApiVersion: null, validFor: RANGE, operator: null }] as const;
const SELECTION = { selector: null, count: null };

/** sigstore_trustroot.proto: TrustedRoot. */
export const TRUSTED_ROOT = {
  mediaType: null,
  tlogs: [LOG],
  certificateAuthorities: [AUTHORITY],
  ctlogs: [LOG],
  timestampAuthorities: [AUTHORITY],
} as const;

/** sigstore_trustroot.proto: ClientTrustConfig. */
export const TRUST_CONFIG = {
  mediaType: null,
  trustedRoot: TRUSTED_ROOT,
  signingConfig: {
    mediaType: null,
    caUrls: SERVICES,
    oidcUrls: SERVICES,
    rekorTlogUrls: SERVICES,
    rekorTlogConfig: SELECTION,
    tsaUrls: SERVICES,
    tsaConfig: SELECTION,
  },
} as const;

/** Both forms of npm's keys. */
export const REGISTRY_KEYS = {
  keys: [
    {
      ...{ keyId: null, keyUsage: null, publicKey: KEY },
      ...{ expires: null, keyid: null, keytype: null, scheme: null, key: null },
    },
  ],
} as const;

/** What a public JWK of each kind is made of (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2). */
const COMMON_JWK = { kty: null, alg: null, use: null, kid: null, key_ops: [null] } as const;
export const PUBLIC_JWKS: ReadonlyMap<string, MemberShape> = new Map<string, MemberShape>([
  ['EC', { ...COMMON_JWK, crv: null, x: null, y: null }],
  ['OKP', { ...COMMON_JWK, crv: null, x: null }],
  ['RSA', { ...COMMON_JWK, n: null, e: null }],
]);
