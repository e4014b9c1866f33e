// SPDX-License-Identifier: Apache-2.0
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Sha256 } from '../model/bytes.ts';
import { type Check, notPassed, passed } from '../model/check.ts';
import { type Instant, NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { TrustOrigin } from '../model/trusted-root.ts';

/**
 * Check `trust.age`: was the root issued no longer than `maxAge` (nanoseconds) before `at`. Where nobody knows when it was
 * issued, its age is not shown to be small, and the answer is the same.
 */
export function checkRootAge(origin: TrustOrigin, maxAge: bigint, at: Instant): Check {
  const place = { evidence: origin.name, pointer: '' };
  const facts = {
    issuedAt: origin.issuedAt === null ? null : formatInstant(origin.issuedAt),
    at: formatInstant(at),
    maxAgeSeconds: (maxAge / NANOSECONDS_PER_SECOND).toString(),
  };
  if (origin.issuedAt === null) {
    return notPassed('trust.age', place, 'trusted-root-age', 'nothing says when the trusted root was issued', facts);
  }
  const age = at - origin.issuedAt;
  if (age <= maxAge) return passed('trust.age', place, facts);
  const seconds = age / NANOSECONDS_PER_SECOND;
  return notPassed('trust.age', place, 'trusted-root-age', `the trusted root is ${seconds} s old`, facts);
}

/**
 * Check `trust.digest`, one per root: is it one of the pinned ones, by the digest of its document or of the whole file that
 * it is a line of. Without any root the pin is not met either.
 */
export function checkRootDigest(origins: readonly TrustOrigin[], pinned: readonly Sha256[]): Check[] {
  if (origins.length === 0) {
    const nowhere = { evidence: '', pointer: '' };
    return [notPassed('trust.digest', nowhere, 'trusted-root-digest', 'no trusted root is at hand', { pinned })];
  }
  return origins.map((origin) => {
    const place = { evidence: origin.name, pointer: '' };
    const facts = { sha256: origin.sha256, fileSha256: origin.fileSha256 ?? null, pinned };
    const met = pinned.some((digest) => digest === origin.sha256 || digest === origin.fileSha256);
    if (met) return passed('trust.digest', place, facts);
    return notPassed('trust.digest', place, 'trusted-root-digest', `its digest is sha256:${origin.sha256}`, facts);
  });
}

/**
 * A pin as the user writes it: 64 hexadecimal digits, with or without `sha256:` in front.
 *
 * @throws Malformed `hex-invalid`
 */
export function parsePinnedDigest(text: string): Sha256 {
  const digest = decodeHex(text.startsWith('sha256:') ? text.slice(7) : text);
  if (digest.length !== 32) throw new Malformed('hex-invalid', 'a SHA-256 digest has 64 hexadecimal digits');
  return encodeHex(digest) as Sha256;
}
