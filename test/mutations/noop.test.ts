// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { essence } from '../support/examine.ts';
import { mutateWith, OPERATORS } from '../support/mutate.ts';
import { Random } from '../support/mutate-random.ts';
import { readySeeds } from '../support/mutate-run.ts';
import { corpusSeeds, fixtureSeeds } from '../support/mutate-seeds.ts';

const SEED = 20_260_301;
const TIMES = 2;

/** attacks P4: white space, the order of members, either base64 alphabet, a stranger's cosignature and the like change nothing. */
describe('the same evidence written otherwise', async () => {
  const all = await readySeeds([...corpusSeeds(), ...fixtureSeeds()]);
  const accepted = all.filter(({ examined }) => examined.exitCode === 0);
  const before = new Map(accepted.map((ready) => [ready, JSON.stringify(essence(ready.examined.report!))]));

  it('has evidence of each kind to try it on', () => {
    expect(accepted.length).toBeGreaterThan(40);
    expect(new Set(accepted.map(({ meaning }) => `${meaning.kind} ${meaning.version}`))).toEqual(
      new Set(['bundle 0.1', 'bundle 0.2', 'bundle 0.3', 'dsse ']),
    );
  });

  for (const operator of OPERATORS.filter((one) => one.class === 'noop')) {
    it(`is judged the same: ${operator.operator}`, () => {
      const random = new Random(SEED);
      const wrong: string[] = [];
      let tried = 0;
      for (const ready of accepted) {
        for (let i = 0; i < TIMES; i++) {
          const mutation = mutateWith(operator, ready.json, random, ready.json);
          if (mutation === null) continue;
          tried++;
          const { exitCode, reasons, report } = ready.examine(mutation.bytes, ready.seed.artifact);
          if (exitCode !== 0) wrong.push(`${ready.seed.name} ${mutation.place}: ${reasons.join(' ')}`);
          else if (JSON.stringify(essence(report!)) !== before.get(ready))
            wrong.push(`${ready.seed.name} ${mutation.place}: another report`);
        }
      }
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(10);
    }, 120_000);
  }
});
