// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { essence } from '../support/examine.ts';
import { type BitField, bitFieldsOf } from '../support/mutate-bits.ts';
import { Random } from '../support/mutate-random.ts';
import { type ReadySeed, readySeeds } from '../support/mutate-run.ts';
import { fixtureSeeds } from '../support/mutate-seeds.ts';
import { uncoveredParts } from '../support/mutate-token.ts';

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

const WHOLE = ['bundle-v0.3-message', 'bundle-v0.3-dsse', 'rekor-v2-message'];
const TIMEOUT = EXHAUSTIVE ? 3_600_000 : 300_000;

/** attacks P3: a flipped bit is refused wherever it stands, or it stands where nobody has signed and changes no word of the report. */
describe('one bit turned over', () => {
  for (const name of WHOLE) {
    it(
      `is refused everywhere in ${name}`,
      async () => {
        const ready = await seedOf(name);
        const fields = bitFieldsOf(ready.seed.bytes);
        const rows = fields.map((field) => ({ path: field.path, ...flips(ready, field) }));
        const tried = rows.reduce((sum, row) => sum + row.tried, 0);
        console.log(
          `${name}: ${tried} of ${fields.reduce((sum, { bits }) => sum + bits, 0)} bits in ${rows.length} fields`,
        );
        expect(rows.filter(({ accepted }) => accepted.length > 0)).toEqual([]);
        const touched = new Set(fields.map(({ name: field }) => field));
        for (const wanted of ['rawBytes', 'canonicalizedBody', 'rootHash', 'hashes', 'envelope', 'keyId'])
          expect(touched).toContain(wanted);
      },
      TIMEOUT,
    );
  }

  it(
    'is accepted in a timestamp only in the certificates that it carries along, and with the same report',
    async () => {
      const ready = await seedOf('timestamp-embedded-certificate');
      const token = bitFieldsOf(ready.seed.bytes).find(({ name }) => name === 'signedTimestamp')!;
      const { tried, accepted } = flips(ready, token);
      const free = uncoveredParts(token.bytes);
      expect(free).toHaveLength(1);
      const outside = accepted.filter(
        ({ bit, sameReport }) =>
          !sameReport || !free.some(({ contentStart, end }) => bit >> 3 >= contentStart && bit >> 3 < end),
      );
      console.log(
        `timestamp-embedded-certificate: ${tried} of ${token.bits} bits, ${accepted.length} accepted in octets ${free[0]!.contentStart} to ${free[0]!.end - 1}`,
      );
      expect(outside).toEqual([]);
    },
    TIMEOUT,
  );
});
