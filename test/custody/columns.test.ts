// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../src/custody/columns.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';

const instant = (value: bigint): Instant => instantFromNanoseconds(value);

/** Steps from line to line: pages of one number, of close ones, and of such as need every bit. */
const steps = fc.constantFrom(0n, 1n, 1_000_000_000n, 60_000_000_000n, 10n ** 15n, -(10n ** 18n), 999_999_999n);
const row = fc.record({ step: steps, unread: fc.nat(1), uncertainty: fc.constantFrom(0n, 5n), keys: fc.nat(2) });

describe('what is kept of every line', () => {
  it('is given back as it was, however many lines there are', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 1300 }), (rows, count) => {
        const columns = new Columns();
        const expected = [];
        let line = -1;
        let time = -62_000_000_000_000_000_000n;
        for (let i = 0; i < count; i++) {
          // Each kind of row for as long as a page and a bit.
          const { step, unread, uncertainty, keys } = rows[Math.floor(i / 600) % rows.length]!;
          line += 1 + (i % 97 === 0 ? unread : 0);
          time += step;
          const signed = [keys, keys + 1];
          const claimed = { claimed: instant(0n), ended: null, recorded: instant(0n) };
          columns.push(line, { ...claimed, corrected: instant(time), uncertainty }, signed);
          expected.push({ line, corrected: time, uncertainty, keys: signed });
        }
        expect(columns.size).toBe(count);
        for (let i = 0; i < count; i++) expect(columns.at(i)).toEqual(expected[i]);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
