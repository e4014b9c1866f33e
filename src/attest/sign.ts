// SPDX-License-Identifier: Apache-2.0
import { asPlainBytes } from '../encoding/plain-bytes.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Check } from '../model/check.ts';
import { bundleBytes } from './bundle-text.ts';
import type { RequiredClaim } from './claims.ts';
import { dsseBytes, STATEMENT_TYPE } from './seal.ts';
import type { Signer } from './signer.ts';
import { examineForSigning, signExamined } from './signing.ts';

export interface SignAsked {
  /** Media type of the payload; absent: an in-toto Statement. */
  readonly payloadType?: string;
  /** What the statement must say (`readRequiredClaims`). */
  readonly claims?: readonly RequiredClaim[];
  /** `dsse`: the envelope; `bundle`: a Sigstore bundle v0.3 that names the public key. */
  readonly form?: 'dsse' | 'bundle';
}

export type SignResult =
  | { readonly ok: true; readonly bytes: Bytes; readonly checks: readonly Check[] }
  /** The first check that did not pass says why. */
  | { readonly ok: false; readonly checks: readonly Check[] };

/**
 * Signs octets as they stand, once they are read as a verifier would read them and say what they must. The signature is verified
 * before it is given out. Whatever a signer does ends in a check.
 *
 * @throws Malformed for a bundle by a shared secret, which no bundle can name
 */
export async function sign(payload: Bytes, signer: Signer, asked: SignAsked = {}): Promise<SignResult> {
  const { payloadType = STATEMENT_TYPE, claims = [], form = 'dsse' } = asked;
  const question = { payload: asPlainBytes(payload), payloadType, claims, at: { evidence: 'payload', pointer: '' } };
  const examined = examineForSigning(question);
  if (!examined.ok) return { ok: false, checks: examined.checks };
  const signed = await signExamined(() => signer, question);
  const checks = [...examined.checks, ...signed.checks];
  if (!signed.ok) return { ok: false, checks };
  return { ok: true, bytes: form === 'bundle' ? bundleBytes(signed.sealed, signer) : dsseBytes(signed.sealed), checks };
}
