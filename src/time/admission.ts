// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { equalBytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { type PreparedAuthority, prepareAnchors, validateAgainstAuthorities } from '../x509/authorities.ts';
import type { Certificate } from '../x509/certificate.ts';

/**
 * The time-stamping authorities of a trusted root with their certificates read; remembered with the list.
 *
 * @throws Malformed `trusted-root-format`
 */
export function readAuthorities(list: readonly CertificateAuthority[]): readonly PreparedAuthority[] {
  const read = attempt(() => prepareAnchors(list).authorities);
  if (read.ok) return read.value;
  throw new Malformed('trusted-root-format', `a time-stamping authority: ${read.problem.detail}`);
}

/** Those that list this very certificate. */
export function listing(authorities: readonly PreparedAuthority[], certificate: Certificate): PreparedAuthority[] {
  return authorities.filter(({ certificates }) => certificates.some(({ der }) => equalBytes(der, certificate.der)));
}

/** What fails for a path fails for a time: said in the words of a timestamp where there are some. */
const WORDS: ReadonlyMap<ReasonCode, ReasonCode> = new Map([
  ['path-expired', 'timestamp-authority-window'],
  ['path-not-yet-valid', 'timestamp-authority-window'],
  ['authority-window', 'timestamp-authority-window'],
  ['certificate-usage', 'timestamp-usage'],
]);

/**
 * The authority to which a certificate leads, as a time stamper (RFC 3161 §2.3: the sole usage, and critical), at the
 * instant that its token states and within the window in which that authority is trusted.
 *
 * @param embedded certificates of the token: they may help to build a path, and are never trusted
 * @returns that authority, and the path that led there: the signer first
 * @throws Malformed `timestamp-usage`, `timestamp-authority-window`, and reasons of the path
 */
export function admit(
  signer: Certificate,
  authorities: readonly PreparedAuthority[],
  embedded: readonly Certificate[],
  at: Instant,
  engine: Engine,
): { readonly authority: PreparedAuthority; readonly path: readonly Certificate[] } {
  const result = validateAgainstAuthorities({
    leaf: signer,
    extraIntermediates: embedded.filter(({ der }) => !equalBytes(der, signer.der)),
    authorities,
    times: [at],
    purpose: 'timeStamping',
    engine,
  });
  if (result.ok) return { authority: result.authority, path: result.path };
  const { reason, detail } = result.problem;
  throw new Malformed(WORDS.get(reason) ?? reason, detail);
}
