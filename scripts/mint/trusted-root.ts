// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, sha256 } from './bytes.ts';
import type { CertificateLog } from './certificate-log.ts';
import type { JsonObject } from './json.ts';
import type { MintKey } from './keys.ts';
import { logId, type Rekor } from './rekor.ts';

export interface Window {
  readonly start: string;
  readonly end?: string;
}

const ALWAYS: Window = { start: '2025-01-01T00:00:00Z' };

function publicKey(key: MintKey, window: Window): JsonObject {
  return { rawBytes: base64(key.spki), keyDetails: key.details, validFor: { ...window } };
}

export function tlogInstance(log: Rekor, window: Window = ALWAYS): JsonObject {
  return {
    baseUrl: `https://${log.host}`,
    hashAlgorithm: 'SHA2_256',
    publicKey: publicKey(log.key, window),
    logId: { keyId: base64(logId(log)) },
  };
}

export function ctlogInstance(log: CertificateLog, window: Window = ALWAYS): JsonObject {
  return {
    baseUrl: log.baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: publicKey(log.key, window),
    logId: { keyId: base64(sha256(log.key.spki)) },
  };
}

/** `chain`: lower certificates first, the anchor last. */
export function authorityInstance(
  commonName: string,
  uri: string,
  chain: readonly Bytes[],
  window: Window = ALWAYS,
): JsonObject {
  return {
    subject: { organization: 'mint.example', commonName },
    uri,
    certChain: { certificates: chain.map((der) => ({ rawBytes: base64(der) })) },
    validFor: { ...window },
  };
}

export interface RootPlan {
  readonly tlogs: JsonObject[];
  readonly ctlogs: JsonObject[];
  readonly certificateAuthorities: JsonObject[];
  readonly timestampAuthorities: JsonObject[];
}

/** Sigstore's TrustedRoot. */
export function trustedRoot(plan: RootPlan): JsonObject {
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: plan.tlogs,
    certificateAuthorities: plan.certificateAuthorities,
    ctlogs: plan.ctlogs,
    timestampAuthorities: plan.timestampAuthorities,
  };
}
