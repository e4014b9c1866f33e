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
  /** Of the artifact, as a message bundle names them. */
  readonly trueDigests: ReadonlySet<string>;
}

/**
 * Those seeds that are one document of a kind that the oracle reads. Questions that are the same share one examiner. A seed
 * that is not judged as it should be would make its mutations worthless.
 */
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
    const examined = examine(seed.bytes, seed.artifact);
    if (seed.expect !== 'either' && (examined.exitCode === 0) !== (seed.expect === 'accept')) {
      throw new Error(`${seed.name}: exit ${examined.exitCode} ${examined.reasons.join(' ')}`);
    }
    ready.push({
      seed,
      json,
      meaning,
      examine,
      examined,
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

/** One random mutation of one random seed. Seven of eight are of seeds that are accepted. */
export function choose(
  all: readonly ReadySeed[],
  random: Random,
): { readonly ready: ReadySeed; readonly mutation: Mutation } {
  const wanted = random.below(8) > 0;
  const ready = random.pick(all.filter(({ examined }) => (examined.exitCode === 0) === wanted));
  const other = random.pick(all);
  const mutation =
    random.below(16) === 0 ? otherArtifact(ready, other, random) : mutate(ready.json, random, other.json);
  return { ready, mutation };
}

/** The evidence as it is, shown for something else (attacks B07). */
function otherArtifact({ seed }: ReadySeed, other: ReadySeed, random: Random): Mutation {
  const base = { class: 'semantic', operator: 'other-artifact', place: 'artifact', bytes: seed.bytes } as const;
  if (random.below(2) === 0) return { ...base, artifact: other.seed.artifact };
  if (typeof seed.artifact !== 'string') {
    const changed =
      random.below(4) === 0 ? Buffer.concat([seed.artifact, Buffer.from('\n')]) : Buffer.from(seed.artifact);
    if (changed.length === seed.artifact.length && changed.length > 0)
      changed[random.below(changed.length)]! ^= 1 << random.below(8);
    return { ...base, artifact: new Uint8Array(changed) };
  }
  const at = seed.artifact.length - 1 - random.below(32);
  return {
    ...base,
    artifact: `${seed.artifact.slice(0, at)}${seed.artifact[at] === 'a' ? 'b' : 'a'}${seed.artifact.slice(at + 1)}`,
  };
}

/** Whether the evidence speaks of the artifact at all: the digest of a message, any strong digest in a payload. */
function isNamed({ content, digest }: Meaning, artifact: GivenArtifact): boolean {
  const digests = digestsOf(artifact);
  if (content === 'message') return digests.has(digest);
  const payload = Buffer.from(content.split(' ').at(-1)!, 'hex').toString();
  return [...digests].some((one) => payload.includes(one.split(':')[1]!));
}

/** The same, examined and judged. */
export function trial(all: readonly ReadySeed[], random: Random): Trial {
  const { ready, mutation } = choose(all, random);
  return judged(all, ready, mutation);
}

export function judged(all: readonly ReadySeed[], ready: ReadySeed, mutation: Mutation): Trial {
  let examined: Examined;
  try {
    examined = ready.examine(mutation.bytes, mutation.artifact ?? ready.seed.artifact);
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
  if (mutation.artifact !== undefined) {
    if (examined.exitCode !== 0) return 'refused';
    return isNamed(ready.meaning, mutation.artifact) ? 'accepted-same' : 'FALSE-ACCEPT';
  }
  const built = mutation.class === 'noop' || mutation.class === 'lenient' ? mutation.class : 'other';
  const mutated = { bytes: mutation.bytes, examined };
  const own = outcomeOf(ready, mutated, built);
  if (own !== 'FALSE-ACCEPT' || built === 'lenient') return own;
  const meaning = meaningOf(mutation.bytes);
  // What was taken away from refused evidence may have been all that was wrong with it.
  if (ready.examined.exitCode !== 0 && compareMeaning(ready.meaning, meaning, ready.trueDigests).relation === 'less')
    return 'accepted-less';
  // What is good under another question may be under this one: the evidence itself, unchanged, is asked about again.
  const others = all.flatMap((other) => {
    if (compareMeaning(other.meaning, meaning, ready.trueDigests).relation === 'other') return [];
    const again = ready.examine(other.seed.bytes, ready.seed.artifact);
    return again.exitCode === 0 ? [{ ...other, examined: again, trueDigests: ready.trueDigests }] : [];
  });
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
