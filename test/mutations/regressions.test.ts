// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { examinerFor } from '../support/examine.ts';
import type { Json, JsonMembers } from '../support/mutate-json.ts';
import { fixtureSeeds } from '../support/mutate-seeds.ts';
import { nodesOf, put, write } from '../support/mutate-tree.ts';

const seeds = fixtureSeeds();

/** What mutation testing has found, each as small as it can be. */
describe('found by mutations', () => {
  it('shows the index of a log entry only where a promise or the proof covers it', async () => {
    const seed = seeds.find(({ name }) => name === 'fixtures: bundle-v0.3-message')!;
    const examine = await examinerFor(seed.question);
    const bundle = JSON.parse(Buffer.from(seed.bytes).toString()) as JsonMembers;
    const [entry] = nodesOf(bundle).filter(({ path }) => path === '/verificationMaterial/tlogEntries/0');
    const members = entry!.value as JsonMembers;
    const promised = examine(write(bundle), seed.artifact).report!.items[0]!;
    expect(promised.summary[0]!.logIndex).toBe(String(members['logIndex']));

    const index = nodesOf(bundle).find(({ path }) => path === '/verificationMaterial/tlogEntries/0/logIndex')!;
    delete members['inclusionPromise'];
    delete members['integratedTime'];
    put(index, '7777777');
    const unsigned = examine(write(bundle as Json), seed.artifact);
    expect(unsigned.reasons).toEqual(['time-absent']);
    const [item] = unsigned.report!.items;
    expect(item!.summary[0]!.logIndex).toBeNull();
    expect(item!.checks.find(({ id }) => id === 'log.consistency')!.facts).toEqual({ unsignedLogIndex: '7777777' });
  });
});
