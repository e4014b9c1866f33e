// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/encoding/duration.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Sha256 } from '../../src/model/bytes.ts';
import type { Instant } from '../../src/model/instant.ts';
import { REASONS } from '../../src/model/reasons.ts';
import type { TrustOrigin } from '../../src/model/trusted-root.ts';
import { checkRootAge, checkRootDigest, parsePinnedDigest } from '../../src/trust/freshness.ts';
import { problemOf } from './roots.ts';

const A = 'aa'.repeat(32) as Sha256;
const B = 'bb'.repeat(32) as Sha256;
const C = 'cc'.repeat(32) as Sha256;
const issuedAt = parseRfc3339('2026-03-01T00:00:00Z').time;
const origin = (over: Partial<TrustOrigin> = {}): TrustOrigin => ({ name: 'root', sha256: A, issuedAt, ...over });
const later = (duration: string): Instant => (issuedAt + parseDuration(duration)) as Instant;

describe('the age of a trusted root', () => {
  it('passes up to the age allowed, to the nanosecond', () => {
    const day = parseDuration('1d');
    expect(checkRootAge(origin(), day, later('1d')).outcome).toBe('passed');
    expect(checkRootAge(origin(), day, (later('1d') + 1n) as Instant)).toMatchObject({
      id: 'trust.age',
      outcome: 'indeterminate',
      reason: 'trusted-root-age',
      at: { evidence: 'root' },
      facts: { issuedAt: '2026-03-01T00:00:00Z', maxAgeSeconds: '86400' },
    });
  });

  it('is no question for an instant before it was issued', () => {
    expect(checkRootAge(origin(), 0n, (issuedAt - 1n) as Instant).outcome).toBe('passed');
  });

  it('that nobody knows does not pass, and asks for another file', () => {
    const check = checkRootAge(origin({ issuedAt: null }), parseDuration('36500d'), issuedAt);
    expect(check).toMatchObject({ outcome: 'indeterminate', reason: 'trusted-root-age', facts: { issuedAt: null } });
    expect(REASONS['trusted-root-age'].sub).toBe('TRY_LATER');
  });
});

describe('the pin of a trusted root', () => {
  const outcomes = (origins: TrustOrigin[], pins: Sha256[]) =>
    checkRootDigest(origins, pins).map((check) => ('reason' in check ? check.reason : check.outcome));

  it('is met by the document or by the whole file', () => {
    expect(outcomes([origin()], [A])).toEqual(['passed']);
    expect(outcomes([origin({ sha256: B, fileSha256: A })], [A])).toEqual(['passed']);
    expect(outcomes([origin({ sha256: B, fileSha256: A })], [B])).toEqual(['passed']);
  });

  it('speaks about each root', () => {
    expect(outcomes([origin(), origin({ sha256: B })], [A])).toEqual(['passed', 'trusted-root-digest']);
    expect(outcomes([origin(), origin({ sha256: B })], [B, A])).toEqual(['passed', 'passed']);
    expect(outcomes([origin({ sha256: B, fileSha256: C })], [A])).toEqual(['trusted-root-digest']);
  });

  it('is not met by nothing', () => {
    expect(outcomes([], [A])).toEqual(['trusted-root-digest']);
    expect(outcomes([origin()], [])).toEqual(['trusted-root-digest']);
  });

  it('is written as 64 hexadecimal digits', () => {
    expect(parsePinnedDigest(A)).toBe(A);
    expect(parsePinnedDigest(`sha256:${A.toUpperCase()}`)).toBe(A);
    for (const text of ['', 'sha256:', A.slice(2), `${A}00`, `sha512:${A}`, `${A.slice(1)}g`, ` ${A}`]) {
      expect(problemOf(() => parsePinnedDigest(text)).reason).toBe('hex-invalid');
    }
  });
});
