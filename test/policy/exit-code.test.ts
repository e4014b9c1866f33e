// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { VerdictExitCode } from '../../src/model/policy.ts';
import { REASONS } from '../../src/model/reasons.ts';
import { EXIT_CODES, exitCodeOf, worstExitCode } from '../../src/policy/exit-code.ts';

describe('worstExitCode', () => {
  it.each<[readonly VerdictExitCode[], VerdictExitCode]>([
    [[0, 0], 0],
    [[0, 1], 1],
    [[1, 5], 5],
    [[5, 4], 4],
    [[4, 2], 2],
    [[2, 3], 3],
    [[0, 1, 2, 3, 4, 5], 3],
    [[], 4],
  ])('%j is %i', (codes, worst) => {
    expect(worstExitCode(codes)).toBe(worst);
    expect(worstExitCode([...codes].reverse())).toBe(worst);
  });
  it('counts nothing: 512 failures are one code', () => {
    expect(worstExitCode(Array.from({ length: 512 }, () => 2 as const))).toBe(2);
  });
});

describe('exitCodeOf', () => {
  it('maps every reason to a code that is no success', () => {
    for (const { sub } of Object.values(REASONS)) expect([2, 3, 4, 5]).toContain(exitCodeOf(sub));
  });
  it('follows the sub-indication', () => {
    expect(exitCodeOf('HASH_FAILURE')).toBe(2);
    expect(exitCodeOf('SIGNED_DATA_NOT_FOUND')).toBe(4);
    expect(exitCodeOf('TRY_LATER')).toBe(5);
    expect(exitCodeOf('SIG_CRYPTO_FAILURE')).toBe(3);
  });
});

it('the table holds verdicts, usage, internal, output and interruption, and nothing else', () => {
  expect(Object.keys(EXIT_CODES).map(Number)).toEqual([0, 1, 2, 3, 4, 5, 9, 64, 70, 74, 130]);
});
