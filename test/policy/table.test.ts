// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { committedRows, judgedRows, SITUATIONS, tableAsMarkdown } from './product.ts';

const judged = judgedRows();
const nameOf = (row: (typeof judged)[number]) =>
  `${row.situation}, require_signature ${row.require_signature}, attest_mode ${row.attest_mode}`;

describe('the whole product of modes', () => {
  const committed = committedRows();
  it('has every cell once: 7 situations × 2 × 3, and 3 fallbacks in each', () => {
    expect(committed.map(nameOf)).toEqual(judged.map(nameOf));
    expect(new Set(committed.map(nameOf)).size).toBe(7 * 2 * 3);
    expect(SITUATIONS).toHaveLength(7);
  });
  it.each(judged.map((row, i) => [nameOf(row), row.exit, committed[i]?.exit] as const))('%s', (_, now, expected) => {
    expect(now).toEqual(expected);
  });
});

describe('what the table has to say, whatever its cells', () => {
  it('0 is for what is right, and where an attestation is not asked for', () => {
    for (const row of judged.filter(({ exit }) => exit.fail === 0)) {
      const free = row.situation === 'missing attestation' && row.attest_mode === 'none';
      expect(free || row.situation === 'signed', nameOf(row)).toBe(true);
    }
  });
  it('a fallback makes 1 of 2 and 3, and nothing else of anything', () => {
    for (const { exit } of judged) {
      const soft = exit.fail === 2 || exit.fail === 3 ? 1 : exit.fail;
      expect([exit.warn, exit.auto_update]).toEqual([soft, soft]);
    }
  });
  it('a milder mode is never stricter', () => {
    const rank = { enforce: 0, record: 1, none: 2 } as const;
    for (const a of judged)
      for (const b of judged) {
        if (a.situation !== b.situation || rank[b.attest_mode] < rank[a.attest_mode]) continue;
        if (b.require_signature && !a.require_signature) continue;
        expect(b.exit.fail, `${nameOf(b)} beside ${nameOf(a)}`).toBeLessThanOrEqual(a.exit.fail);
      }
  });
});

it('prints as Markdown for the documentation', () => {
  const lines = tableAsMarkdown().trimEnd().split('\n');
  expect(lines).toHaveLength(2 + 7);
  expect(lines[2]).toBe('| signed | 0 | 0 | 0 | 0 | 0 | 0 |');
  expect(new Set(lines.map((line) => line.split('|').length))).toEqual(new Set([9]));
});
