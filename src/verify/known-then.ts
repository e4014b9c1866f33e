// SPDX-License-Identifier: Apache-2.0
import { type Check, notPassed } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';

/**
 * Of signed or stamped evidence that is no custody log nothing is known of what was known at an earlier instant: it is judged as it is now, and
 * where `--known-at` was asked that is no answer.
 */
export function unknownThen({ name, custody, signers, times, checks }: ItemFacts): Check[] {
  const isSigned = signers.length > 0 || times.length > 0 || checks.some(({ id }) => id === 'signature.valid');
  if (custody !== undefined || !isSigned) return [];
  const detail = 'it is judged as it is now: --known-at is about custody logs';
  return [notPassed('time.known-at', { evidence: name, pointer: '' }, 'known-at-unanswered', detail)];
}
