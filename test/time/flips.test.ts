// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt } from '../../src/model/malformed.ts';
import { parseTimestampToken } from '../../src/time/token.ts';
import { token } from '../support/cms-writer.ts';
import { outcomeOf, PLAN, ROOT, STAMPER, TRUSTED, verify } from '../support/stamping-world.ts';

function flipped(der: Bytes, bit: number): Bytes {
  const copy = der.slice();
  const index = bit >> 3;
  copy[index] = (copy[index] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

function indexOf(der: Bytes, part: Bytes): number {
  return Buffer.from(der).indexOf(Buffer.from(part));
}

describe('a token with one bit turned over', () => {
  it('never verifies, but for a grant that becomes a grant with modifications', () => {
    const der = token(PLAN);
    const status = indexOf(der, Uint8Array.of(0x30, 3, 2, 1, 0)) + 4;
    const verified: number[] = [];
    for (let bit = 0; bit < der.length * 8; bit++) {
      if (outcomeOf(verify(flipped(der, bit))) === 'verified') verified.push(bit);
    }
    // The status stands outside of the signature, and both of its values say that a token was granted.
    expect(verified).toEqual([status * 8]);
  });

  it('states the same where the bit lies in a certificate that it carries along', () => {
    const root = ROOT.certificate.der;
    const der = token({ ...PLAN, status: null, certificates: [STAMPER.certificate.der, root] });
    const start = indexOf(der, STAMPER.certificate.der);
    const end = indexOf(der, root) + root.length;
    const whole = verify(der);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: der.length * 8 - 1 }), (bit) => {
        const outcome = verify(flipped(der, bit));
        if (outcome.kind !== 'verified') return;
        expect(bit >> 3).toBeGreaterThanOrEqual(start);
        expect(bit >> 3).toBeLessThan(end);
        if (whole.kind === 'verified') expect([outcome.time, outcome.check]).toEqual([whole.time, whole.check]);
      }),
      { numRuns: 2000, seed: 20260201 },
    );
  });
});

describe('whatever stands where a token should', () => {
  const good = token({ ...PLAN, certificates: [STAMPER.certificate.der] });

  it('is read or refused, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (der) => {
        const read = attempt(() => parseTimestampToken(der));
        if (!read.ok) expect(read.problem.reason).toMatch(/^(timestamp-|limit-exceeded)/);
      }),
      { numRuns: 2000, seed: 20260202 },
    );
  });

  it('is read or refused where parts of a token stand elsewhere', () => {
    const at = fc.integer({ min: 0, max: good.length });
    fc.assert(
      fc.property(at, at, at, (from, to, into) => {
        const part = good.slice(Math.min(from, to), Math.max(from, to));
        const spliced = new Uint8Array(Buffer.concat([good.subarray(0, into), part, good.subarray(into)]));
        const outcome = verify(spliced, TRUSTED);
        if (part.length > 0) expect(outcome.kind).toBe('refused');
      }),
      { numRuns: 2000, seed: 20260203 },
    );
  });
});
