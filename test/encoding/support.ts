// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest';
import type { Bytes } from '../../src/model/bytes.ts';
import { attempt, type Problem } from '../../src/model/malformed.ts';
import type { ReasonCode } from '../../src/model/reasons.ts';

export function bytes(...octets: readonly number[]): Bytes {
  return Uint8Array.from(octets);
}

/** Octets from hexadecimal with blanks, so that DER can be written out part by part. */
export function hex(text: string): Bytes {
  return Uint8Array.from(text.replaceAll(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** The problem that a reader reports; fails where it accepts. */
export function problemOf(read: () => unknown): Problem {
  const result = attempt(read);
  expect(result.ok, 'the reader accepts').toBe(false);
  return result.ok ? { reason: 'json-invalid', detail: '' } : result.problem;
}

export function expectReason(read: () => unknown, reason: ReasonCode): void {
  expect(problemOf(read).reason).toBe(reason);
}

/** As `expectReason`, with words that only this cause puts into the detail. */
export function expectProblem(read: () => unknown, reason: ReasonCode, words: string): void {
  const problem = problemOf(read);
  expect(problem.reason).toBe(reason);
  expect(problem.detail).toContain(words);
}
