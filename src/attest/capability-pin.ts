// SPDX-License-Identifier: Apache-2.0

import { nativeEngine } from '../crypto/engine.ts';
import { equalTexts } from '../crypto/equal.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { type AttestationSigner, hexAttestation } from './attestation-signer.ts';
import { computeServerDigest, type ServerDigest } from './server-digest.ts';
import { hmacSigner } from './signers/hmac.ts';

/** How a service attests what it offers. */
export interface AttestationConfig {
  /** `hmac`: HMAC-SHA-256 under `secret`, in hexadecimal, over the digest as text. */
  readonly signer: 'hmac' | AttestationSigner;
  /** Of `hmac`: at least 32 bytes. */
  readonly secret?: string | Bytes;
  /** The digest of the build that is known to be good: 64 hexadecimal characters. */
  readonly expectedDigest?: string;
  /** The signature that was made then. */
  readonly signature?: string;
  /** Whether a mismatch ends the start; absent: it does. */
  readonly failOnMismatch?: boolean;
  /** Whether `attestAtStart` gives a capability to expose; absent: it does. */
  readonly exposeCapability?: boolean;
  /** RFC 3339: this library reads no clock. */
  readonly attestedAt: string;
}

export interface AttestationResult {
  readonly valid: boolean;
  readonly computedDigest: string;
  readonly expectedDigest: string | null;
  readonly signature: string | null;
  readonly signerName: string;
  readonly attestedAt: string;
  /** null where it is valid. */
  readonly error: string | null;
}

/** The start was refused. `attestation` says what was computed, and what was expected. */
export class AttestationError extends Error {
  readonly attestation: AttestationResult;
  constructor(attestation: AttestationResult) {
    super(`attestation failed: ${attestation.error ?? 'without a word'}`);
    this.name = 'AttestationError';
    this.attestation = attestation;
  }
}

type Digest = Pick<ServerDigest, 'digest'>;

/** Signs the digest, where it is the expected one. @throws Malformed `key-weak`, and what the signer throws */
export async function attestServerDigest(server: Digest, config: AttestationConfig): Promise<AttestationResult> {
  const signer = signerOf(config);
  const error = mismatch(server, config);
  const signature = error === null ? await signer.sign(server.digest) : null;
  return resultOf(server, config, signer, signature, error);
}

/** Whether the signature is one over this very digest, and the digest the expected one, where one is. */
export async function verifyAttestation(
  server: Digest,
  signature: string,
  config: AttestationConfig,
): Promise<AttestationResult> {
  const signer = signerOf(config);
  const signed = await signer.verify(server.digest, signature);
  const error = mismatch(server, config) ?? (signed ? null : `the signature is none of ${signer.name} over the digest`);
  return resultOf(server, config, signer, signature, error);
}

/**
 * What a service asks when it starts: is this what was pinned. By `expectedDigest`, by `signature`, or both; where neither is there,
 * nothing was pinned, and nothing passes.
 *
 * @throws AttestationError unless `failOnMismatch` is false
 */
export async function verifyCapabilityPin(server: Digest, config: AttestationConfig): Promise<AttestationResult> {
  const { expectedDigest, signature, failOnMismatch = true } = config;
  const result = await pinned(server, config, expectedDigest !== undefined, signature);
  if (!result.valid && failOnMismatch) throw new AttestationError(result);
  return result;
}

function pinned(server: Digest, config: AttestationConfig, expected: boolean, signature: string | undefined) {
  if (signature !== undefined) return verifyAttestation(server, signature, config);
  if (expected) return attestServerDigest(server, config);
  return resultOf(server, config, signerOf(config), null, 'neither an expected digest nor a signature was given');
}

/** What a service tells its clients of itself. */
export interface FusionTrust {
  readonly serverDigest: string;
  readonly signature: string | null;
  readonly signerName: string;
  readonly attestedAt: string;
  readonly toolCount: number;
  readonly verified: boolean;
}

export function buildTrustCapability(attestation: AttestationResult, toolCount: number): FusionTrust {
  const { computedDigest, signature, signerName, attestedAt, valid } = attestation;
  return { serverDigest: computedDigest, signature, signerName, attestedAt, toolCount, verified: valid };
}

/**
 * The whole of it, for the start of a service. Without a configuration nothing is computed: the surface is not even asked for.
 *
 * @throws AttestationError as `verifyCapabilityPin`
 */
export async function attestAtStart(
  surface: () => JsonObject | Promise<JsonObject>,
  config: AttestationConfig | null | undefined,
): Promise<{
  readonly attestation: AttestationResult;
  readonly capabilities: { readonly fusionTrust?: FusionTrust };
} | null> {
  if (config === null || config === undefined) return null;
  const server = computeServerDigest(await surface());
  const attestation = await verifyCapabilityPin(server, config);
  const expose = config.exposeCapability ?? true;
  const toolCount = Object.keys(server.tools).length;
  return { attestation, capabilities: expose ? { fusionTrust: buildTrustCapability(attestation, toolCount) } : {} };
}

function signerOf({ signer, secret }: AttestationConfig): AttestationSigner {
  if (signer !== 'hmac') return signer;
  if (secret === undefined) throw new Malformed('key-format', 'the signer hmac wants a secret');
  return hexAttestation(
    hmacSigner(typeof secret === 'string' ? encodeUtf8(secret) : secret, nativeEngine),
    'hmac-sha256',
  );
}

/** Compared in constant time: how far a guess is right is nobody's business. */
function mismatch({ digest }: Digest, { expectedDigest }: AttestationConfig): string | null {
  if (!HEX.test(digest)) return 'the computed digest is not 64 lowercase hexadecimal characters';
  if (expectedDigest === undefined) return null;
  const expected = expectedDigest.toLowerCase().replace(/^sha256:/, '');
  if (!HEX.test(expected)) return 'the expected digest is not 64 hexadecimal characters';
  return equalTexts(digest, expected) ? null : `the computed digest ${digest} is not the expected ${expected}`;
}

const HEX = /^[0-9a-f]{64}$/;

function resultOf(
  { digest }: Digest,
  { expectedDigest, attestedAt }: AttestationConfig,
  { name }: AttestationSigner,
  signature: string | null,
  error: string | null,
): AttestationResult {
  const expected = expectedDigest ?? null;
  return {
    valid: error === null,
    computedDigest: digest,
    expectedDigest: expected,
    signature,
    signerName: name,
    attestedAt,
    error,
  };
}
