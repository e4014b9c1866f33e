// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '../attest/signer.ts';
import { attemptAsync } from '../attest/signing.ts';
import { type Check, type Locator, malformedCheck, skipped } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import type { Parsed } from '../model/malformed.ts';

export type Made<T> =
  | { readonly ok: true; readonly value: T; readonly signer: Signer | null }
  | { readonly ok: false; readonly checks: readonly Check[] };

/**
 * Makes something that is signed: first all that can be wrong with what it is made of, so that nobody is asked to sign what cannot be,
 * then the signature. Whatever goes wrong ends in a check.
 *
 * @param what the check that speaks of what it is made of
 */
export async function makeSigned<P, T>(
  opening: (() => Promise<Signer>) | null,
  at: Locator,
  what: CheckId,
  prepare: () => P,
  sign: (prepared: P, signer: Signer | null) => Promise<T>,
): Promise<Made<T>> {
  const prepared = await attemptAsync(prepare);
  if (!prepared.ok) return { ok: false, checks: [malformedCheck(what, at, prepared.problem)] };
  const opened: Parsed<Signer | null> = opening === null ? { ok: true, value: null } : await attemptAsync(opening);
  const signer = opened.ok ? opened.value : null;
  const signed = opened.ok ? await attemptAsync(() => sign(prepared.value, signer)) : opened;
  if (signed.ok) return { ok: true, value: signed.value, signer };
  const { problem } = signed;
  if (problem.reason === 'signature-mismatch')
    return { ok: false, checks: [malformedCheck('signing.signature', at, problem)] };
  if (problem.reason === 'lockfile-value') return { ok: false, checks: [malformedCheck(what, at, problem)] };
  const checks = [malformedCheck('signing.signer', at, problem), skipped('signing.signature', at, 'signing.signer')];
  return { ok: false, checks };
}
