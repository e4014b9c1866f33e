// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../model/report.ts';

/**
 * Whether a replay has judged anything. Rows that nobody has signed are read, and where all of them were, there is nothing more to
 * say: that a file was read whole is no verdict on what it tells.
 */
export function isJudged({ items, verdict }: Report): boolean {
  return verdict.indication !== 'TOTAL-PASSED' || items.some(({ custody }) => custody !== undefined);
}

export const NOTHING_JUDGED = 'nothing is judged: all rows were read, and nobody has signed any of them';
