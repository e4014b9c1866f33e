// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type Examined, type Examiner, examinerFor, type GivenArtifact } from './examine.ts';
import { type Mutation, mutate } from './mutate.ts';
import type { Json } from './mutate-json.ts';
import { type Meaning, meaningOf } from './mutate-meaning.ts';
import { compareMeaning, type Outcome, outcomeOf } from './mutate-oracle.ts';
import type { Random } from './mutate-random.ts';
import type { Seed } from './mutate-seeds.ts';

/** A seed with what it says and what it is worth. */
export interface ReadySeed {
  readonly seed: Seed;
  readonly json: Json;
  readonly meaning: Meaning;
  readonly examine: Examiner;
  readonly examined: Examined;
  readonly id: string;
  /** Of the artifact, as a message bundle names them. */
  readonly trueDigests: ReadonlySet<string>;
}

/** Those seeds that are one document of a kind that the oracle reads. Questions that are the same share one examiner. */
export async function readySeeds(seeds: readonly Seed[]): Promise<ReadySeed[]> {
  const examiners = new Map<string, Examiner>();
  const ready: ReadySeed[] = [];
  for (const seed of seeds) {
    const meaning = meaningOf(seed.bytes);
    if (meaning === null) continue;
    const id = JSON.stringify([
      seed.question.identity,
      seed.question.keyScheme,
      seed.question.at,
      ...seed.question.keys.map(text),
      text(seed.question.trustedRoot),
    ]);
    const examine = examiners.get(id) ?? (await examinerFor(seed.question));
    examiners.set(id, examine);
    const json = JSON.parse(Buffer.from(seed.bytes).toString()) as Json;
    ready.push({
      seed,
      json,
      meaning,
      examine,
      examined: examine(seed.bytes, seed.artifact),
      id: `${id} ${text(seed.artifact)}`,
      trueDigests: digestsOf(seed.artifact),
    });
  }
  return ready;
}

const HASHES = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' } as const;

function digestsOf(artifact: GivenArtifact): Set<string> {
  const given = typeof artifact === 'string' ? artifact.split(':') : null;
  return new Set(
    Object.entries(HASHES).flatMap(([name, word]) => {
      if (given === null) return [`${word}:${createHash(name).update(artifact).digest('hex')}`];
      return given[0] === name ? [`${word}:${given[1]}`] : [];
    }),
  );
}

function text(bytes: Uint8Array | string | null): string {
  return bytes === null || typeof bytes === 'string' ? (bytes ?? '') : Buffer.from(bytes).toString('base64');
}

export interface Trial {
  readonly ready: ReadySeed;
  readonly mutation: Mutation;
  readonly examined: Examined;
  readonly outcome: Outcome | 'CRASH';
  readonly detail: string;
}

/** One random mutation of one random seed, examined and judged. Seven of eight are of seeds that are accepted. */
export function trial(all: readonly ReadySeed[], random: Random): Trial {
  const wanted = random.below(8) > 0;
  const ready = random.pick(all.filter(({ examined }) => (examined.exitCode === 0) === wanted));
  const mutation = mutate(ready.json, random, random.pick(all).json);
  return judged(all, ready, mutation);
}

export function judged(all: readonly ReadySeed[], ready: ReadySeed, mutation: Mutation): Trial {
  let examined: Examined;
  try {
    examined = ready.examine(mutation.bytes, ready.seed.artifact);
  } catch (error) {
    return { ready, mutation, examined: ready.examined, outcome: 'CRASH', detail: String((error as Error).stack) };
  }
  return {
    ready,
    mutation,
    examined,
    outcome: judge(all, ready, mutation, examined),
    detail: examined.reasons.join(' '),
  };
}

/** The outcome of a mutation, judged against its seed and against everything else at hand that is about the same. */
export function judge(all: readonly ReadySeed[], ready: ReadySeed, mutation: Mutation, examined: Examined): Outcome {
  const built = mutation.class === 'noop' || mutation.class === 'lenient' ? mutation.class : 'other';
  const mutated = { bytes: mutation.bytes, examined };
  const own = outcomeOf(ready, mutated, built);
  if (own !== 'FALSE-ACCEPT' || built === 'lenient') return own;
  const meaning = meaningOf(mutation.bytes);
  // What was taken away from refused evidence may have been all that was wrong with it.
  if (ready.examined.exitCode !== 0 && compareMeaning(ready.meaning, meaning, ready.trueDigests).relation === 'less')
    return 'accepted-less';
  const others = all.filter(
    (other) =>
      other.id === ready.id &&
      other.examined.exitCode === 0 &&
      compareMeaning(other.meaning, meaning, ready.trueDigests).relation !== 'other',
  );
  const [first] = others;
  return first === undefined ? own : outcomeOf(pooled(first, others), mutated, 'other');
}

/** Entries and tokens of other accepted evidence about the same signature are as good as the own ones. */
function pooled(
  first: ReadySeed,
  others: readonly ReadySeed[],
): Pick<ReadySeed, 'meaning' | 'examined' | 'trueDigests'> {
  const meaning = {
    ...first.meaning,
    entries: others.flatMap((other) => other.meaning.entries),
    timestamps: others.flatMap((other) => other.meaning.timestamps),
  };
  const report = { ...first.examined.report!, items: others.flatMap((other) => other.examined.report!.items) };
  return { meaning, examined: { ...first.examined, report }, trueDigests: first.trueDigests };
}

/** How to see a mutation again: its place, and the evidence itself where it is short. */
export function describeTrial({ ready, mutation, outcome, detail }: Trial): string {
  return `${outcome}: ${mutation.class} ${mutation.operator} at ${mutation.place || '(top)'} of ${ready.seed.name}: ${detail.split('\n').slice(0, 3).join(' | ')}`;
}
