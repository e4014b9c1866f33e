// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/cli.ts';
import { type Examiner, examinerFor } from '../support/examine.ts';
import { type Peer, peerFor } from '../support/mutate-peer.ts';
import { Random } from '../support/mutate-random.ts';
import { describeTrial, readySeeds, trial } from '../support/mutate-run.ts';
import { corpusSeeds, fixtureSeeds, type Seed } from '../support/mutate-seeds.ts';
import { CATEGORY_IDS, type Disagreement, explain } from './categories.ts';

const SEED = Number(process.env['FORENSIC_VERIFY_SEED'] ?? 20_260_301);
const COUNT = Number(process.env['FORENSIC_VERIFY_MUTATIONS'] ?? 2_000);

const corpora = corpusSeeds();
/** The peer takes Sigstore bundles and a trusted root, and nothing else. */
const fixtures = fixtureSeeds().filter(
  (seed) => seed.question.trustedRoot !== null && Buffer.from(seed.bytes).includes('"verificationMaterial"'),
);
const mutated = corpora.length > 0 ? corpora : fixtures;

function tally(found: readonly Disagreement[]): {
  readonly counts: string;
  readonly unexplained: readonly Disagreement[];
} {
  const counts = new Map<string, number>();
  const unexplained: Disagreement[] = [];
  for (const one of found) {
    const categories = explain(one);
    if (categories.length === 0) unexplained.push(one);
    const [first = 'UNEXPLAINED'] = categories;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return {
    counts: [...counts]
      .sort()
      .map(([id, count]) => `${id} ${count}`)
      .join(', '),
    unexplained,
  };
}

function told({ seed, mutation, ours, refusal }: Disagreement): string {
  const what = mutation === null ? '' : `${mutation.class} ${mutation.operator} at ${mutation.place} of `;
  return `${what}${seed.name}: exit ${ours.exitCode} ${ours.reasons.join(' ')}; peer: ${refusal ?? 'accepted'}`;
}

const peers = new Map<Seed['question'], Peer>();
function peerOf({ question }: Seed): Peer {
  const peer = peers.get(question) ?? peerFor(question);
  peers.set(question, peer);
  return peer;
}

describe('against @sigstore/verify', () => {
  if (corpora.length === 0)
    it.skip('the corpora are not at hand: the cases of the project stand in for them', () => {});

  it('lists each kind of disagreement, and no other', () => {
    const page = readFileSync(join(PROJECT, 'docs/DISAGREEMENTS.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, id]) => id);
    expect(rows.sort()).toEqual([...CATEGORY_IDS].sort());
  });

  it('differs on whole bundles only where that is explained', async () => {
    const found: Disagreement[] = [];
    const seeds = [...corpora, ...fixtures];
    const examiners = new Map<Seed['question'], Examiner>();
    for (const seed of seeds) {
      const examine = examiners.get(seed.question) ?? (await examinerFor(seed.question));
      examiners.set(seed.question, examine);
      const ours = examine(seed.bytes, seed.artifact);
      if (seed.expect !== 'either')
        expect(ours.exitCode === 0, `${seed.name}: ${ours.reasons.join(' ')}`).toBe(seed.expect === 'accept');
      const { refusal } = peerOf(seed)(seed.bytes, seed.artifact);
      if ((ours.exitCode === 0) !== (refusal === null))
        found.push({ seed, mutation: null, bytes: seed.bytes, ours, refusal });
    }
    const { counts, unexplained } = tally(found);
    console.log(`${seeds.length} bundles, ${found.length} disagreements: ${counts}`);
    expect(unexplained.map(told)).toEqual([]);
  });

  it(`differs on ${COUNT} mutations only where that is explained, and accepts none that says something else`, async () => {
    const ready = (await readySeeds(mutated)).filter(({ meaning }) => meaning.kind === 'bundle');
    const random = new Random(SEED);
    const found: Disagreement[] = [];
    const wrong: string[] = [];
    const outcomes = new Map<string, number>();
    for (let i = 0; i < COUNT; i++) {
      const one = trial(ready, random);
      const { mutation, examined: ours } = one;
      const { seed } = one.ready;
      const row = `${mutation.class} ${one.outcome}`;
      outcomes.set(row, (outcomes.get(row) ?? 0) + 1);
      if (one.outcome !== 'refused' && !one.outcome.startsWith('accepted')) wrong.push(describeTrial(one));
      const artifact = mutation.artifact ?? seed.artifact;
      const { refusal } = peerOf(seed)(mutation.bytes, artifact);
      if ((ours.exitCode === 0) !== (refusal === null))
        found.push({ seed: { ...seed, artifact }, mutation, bytes: mutation.bytes, ours, refusal });
    }
    const { counts, unexplained } = tally(found);
    console.log(
      `seed ${SEED}, ${COUNT} mutations of ${ready.length} bundles: ${[...outcomes]
        .sort()
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}\n` + `${found.length} disagreements: ${counts}`,
    );
    expect({ wrong, unexplained: unexplained.map(told) }).toEqual({ wrong: [], unexplained: [] });
  }, 300_000);
});
