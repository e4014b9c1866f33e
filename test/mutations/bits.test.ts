// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { essence } from '../support/examine.ts';
import { type BitField, bitFieldsOf } from '../support/mutate-bits.ts';
import { Random } from '../support/mutate-random.ts';
import { type ReadySeed, readySeeds } from '../support/mutate-run.ts';
import { fixtureSeeds } from '../support/mutate-seeds.ts';
import { isUncovered } from '../support/mutate-token.ts';

/** Every bit, or one bit of each octet, which one being the matter of a fixed seed. */
const EXHAUSTIVE = process.env['FORENSIC_VERIFY_EXHAUSTIVE'] === '1';
const SEED = 20_260_301;

const seeds = fixtureSeeds();
async function seedOf(name: string): Promise<ReadySeed> {
  const [ready] = await readySeeds(seeds.filter((seed) => seed.name === `fixtures: ${name}`));
  if (ready === undefined) throw new Error(`no case ${name}`);
  expect(ready.examined.exitCode, ready.examined.reasons.join(' ')).toBe(0);
  return ready;
}

function bitsOf({ bits }: BitField): number[] {
  const random = new Random(SEED);
  return EXHAUSTIVE
    ? [...Array(bits).keys()]
    : Array.from({ length: bits / 8 }, (_, octet) => octet * 8 + random.below(8));
}

interface Flips {
  readonly tried: number;
  readonly accepted: readonly { readonly bit: number; readonly sameReport: boolean }[];
}

function flips({ seed, examine, examined }: ReadySeed, field: BitField): Flips {
  const before = JSON.stringify(essence(examined.report!));
  const bits = bitsOf(field);
  const accepted = bits.flatMap((bit) => {
    const { exitCode, report } = examine(field.flipped(bit), seed.artifact);
    return exitCode === 0 ? [{ bit, sameReport: JSON.stringify(essence(report!)) === before }] : [];
  });
  return { tried: bits.length, accepted };
}

/** Those accepted where somebody's signature stands, or with another report. */
function wrongly(field: BitField, { accepted }: Flips): readonly string[] {
  const isFree = (bit: number) => field.name === 'signedTimestamp' && isUncovered(field.bytes, bit);
  return accepted
    .filter(({ bit, sameReport }) => !sameReport || !isFree(bit))
    .map(({ bit, sameReport }) => `${field.path} bit ${bit}${sameReport ? '' : ', another report'}`);
}

/** The last one carries the stamper's certificate in its token, where the trusted root has it too. */
const CASES = ['bundle-v0.3-message', 'bundle-v0.3-dsse', 'rekor-v2-message', 'timestamp-embedded-certificate'];
const FIELDS = ['rawBytes', 'canonicalizedBody', 'rootHash', 'hashes', 'envelope', 'keyId'];

/**
 * attacks P3: a flipped bit is refused wherever it stands, unless it stands where nobody has signed and changes no word of the
 * report. That is so in three places of a timestamp only: see `isUncovered`.
 */
describe('one bit turned over', () => {
  for (const name of CASES) {
    it(
      `is refused everywhere in ${name}`,
      async () => {
        const ready = await seedOf(name);
        const fields = bitFieldsOf(ready.seed.bytes);
        const rows = fields.map((field) => ({ field, flips: flips(ready, field) }));
        const tried = rows.reduce((sum, row) => sum + row.flips.tried, 0);
        const all = fields.reduce((sum, { bits }) => sum + bits, 0);
        const free = rows.reduce((sum, row) => sum + row.flips.accepted.length, 0);
        console.log(
          `${name}: ${tried} of ${all} bits in ${rows.length} fields, ${free} of them in parts that nobody signed`,
        );
        expect(rows.flatMap((row) => wrongly(row.field, row.flips))).toEqual([]);
        const touched = new Set(fields.map((field) => field.name));
        for (const wanted of FIELDS) expect(touched).toContain(wanted);
        if (name === 'timestamp-embedded-certificate') expect(free).toBeGreaterThan(0);
      },
      EXHAUSTIVE ? 3_600_000 : 300_000,
    );
  }
});
