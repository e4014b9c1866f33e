// SPDX-License-Identifier: Apache-2.0
import type { Examined } from './examine.ts';
import { essence } from './examine.ts';
import { type EntryMeaning, type Meaning, meaningOf } from './mutate-meaning.ts';
import { tokenMeaning } from './mutate-token.ts';

/**
 * What mutated evidence is to the original:
 * `same`: it says the very same, so that it must be judged the same;
 * `less`: the same but for hints, evidence that was stripped or doubled, and what nobody's signature covers: may be accepted;
 * `other`: it says something else, or nothing readable: must not be accepted.
 */
export type Relation = 'same' | 'less' | 'other';

export interface Comparison {
  readonly relation: Relation;
  /** Entries, tokens and signatures that the original does not have: acceptable only where the report counts none of them. */
  readonly strangers: {
    readonly entries: readonly number[];
    readonly timestamps: readonly number[];
    readonly signatures: number;
  };
}

const NONE = { entries: [], timestamps: [], signatures: 0 } as const;

/** @param trueDigests of the artifact at hand: a message may name any of them */
export function compareMeaning(
  original: Meaning,
  mutated: Meaning | null,
  trueDigests: ReadonlySet<string>,
): Comparison {
  if (mutated === null) return { relation: 'other', strangers: NONE };
  if (JSON.stringify(original) === JSON.stringify(mutated)) return { relation: 'same', strangers: NONE };
  const sameCore =
    original.kind === mutated.kind &&
    original.content === mutated.content &&
    original.signer === mutated.signer &&
    (original.digest === mutated.digest || mutated.digest === '' || trueDigests.has(mutated.digest));
  if (!sameCore) return { relation: 'other', strangers: NONE };
  const tokens = new Set(original.timestamps.map(tokenMeaning));
  const strangers = {
    entries: indexes(mutated.entries, (one) => !original.entries.some((known) => isLessThan(one, known))),
    timestamps: indexes(mutated.timestamps, (one) => !tokens.has(tokenMeaning(one))),
    signatures: mutated.signatures.filter((one) => !original.signatures.some((known) => lowS(known) === lowS(one)))
      .length,
  };
  if (mutated.kind === 'bundle' && (strangers.signatures > 0 || mutated.signatures.length !== 1))
    return { relation: 'other', strangers };
  return { relation: 'less', strangers };
}

function indexes<T>(values: readonly T[], test: (value: T) => boolean): number[] {
  return values.flatMap((value, i) => (test(value) ? [i] : []));
}

/** The same entry, possibly with a promise, a proof, a checkpoint or the lines of others taken away. */
function isLessThan(one: EntryMeaning, known: EntryMeaning): boolean {
  const kept = (a: string, b: string) => a === b || a === '';
  return (
    one.about === known.about &&
    // Rekor v1's index stands nowhere but under the promise.
    (one.index === known.index || (one.promise === '' && !isRekorV2(one))) &&
    // So does the time of both kinds of log: it proves nothing, and no report may show it.
    (one.time === known.time || one.promise === '') &&
    kept(lowS(one.promise), lowS(known.promise)) &&
    kept(one.proof, known.proof) &&
    kept(one.checkpoint, known.checkpoint)
  );
}

function isRekorV2({ about }: EntryMeaning): boolean {
  return about.startsWith('hashedrekord 0.0.2 ') || about.startsWith('dsse 0.0.2 ');
}

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const P256_SIGNATURE = /^30(..)02(20|21|1f)((?:..)*?)02(20|21|1f|1e)((?:..)+)$/;

/**
 * An ECDSA signature and its mirror (r, n - s) sign the same bytes: both are written as the smaller one. So are DER and r ‖ s,
 * of which a bare envelope may hold either (attacks D05).
 */
function lowS(signature: string): string {
  if (signature.length === 128) return smaller(signature.slice(0, 64), signature.slice(64));
  const found = P256_SIGNATURE.exec(signature);
  if (found === null || found[3]!.length !== 2 * Number.parseInt(found[2]!, 16)) return signature;
  return smaller(found[3]!, found[5]!);
}

function smaller(r: string, hex: string): string {
  const s = BigInt(`0x${hex}`);
  return `${BigInt(`0x${r}`)} ${s > P256_ORDER / 2n ? P256_ORDER - s : s}`;
}

export type Outcome =
  | 'refused'
  | 'accepted-same'
  | 'accepted-less'
  | 'FALSE-ACCEPT'
  | 'FALSE-REJECT'
  | 'REPORT-DIFFERS';

/**
 * The verdict on the verdict (attacks, equivalence oracle).
 *
 * @param built whether the mutation was built to change nothing, to be refused for its spelling whatever it means, or neither
 */
export function outcomeOf(
  original: { readonly meaning: Meaning; readonly examined: Examined; readonly trueDigests: ReadonlySet<string> },
  mutated: { readonly bytes: Uint8Array; readonly examined: Examined },
  built: 'noop' | 'lenient' | 'other',
): Outcome {
  const comparison = compareMeaning(original.meaning, meaningOf(mutated.bytes), original.trueDigests);
  const wasAccepted = original.examined.exitCode === 0;
  if (mutated.examined.exitCode !== 0) {
    return wasAccepted && (built === 'noop' || comparison.relation === 'same') && built !== 'lenient'
      ? 'FALSE-REJECT'
      : 'refused';
  }
  if (built === 'lenient' || comparison.relation === 'other' || !wasAccepted) return 'FALSE-ACCEPT';
  const before = original.examined.report!;
  const after = mutated.examined.report!;
  if (comparison.relation === 'same') {
    return JSON.stringify(essence(before)) === JSON.stringify(essence(after)) ? 'accepted-same' : 'REPORT-DIFFERS';
  }
  return countsNoStranger(comparison, after) && claimsNoMore(before, after) ? 'accepted-less' : 'FALSE-ACCEPT';
}

type Report = NonNullable<Examined['report']>;

function countsNoStranger({ strangers }: Comparison, report: Report): boolean {
  const [item] = report.items;
  if (item === undefined) return false;
  const unknownToken = (i: number) =>
    item.findings.some(
      ({ code, at }) => code === 'timestamp-authority-unknown' && at.pointer.includes(`/rfc3161Timestamps/${i}/`),
    );
  const unknownLog = (i: number) =>
    item.checks.some(
      (check) =>
        check.id === 'log.key' &&
        check.outcome === 'indeterminate' &&
        check.reason === 'log-unknown' &&
        check.at.pointer.includes(`/tlogEntries/${i}/`),
    );
  const uncounted = item.findings.filter(({ code }) => code === 'signature-not-counted').length;
  return (
    strangers.timestamps.every(unknownToken) && strangers.entries.every(unknownLog) && strangers.signatures <= uncounted
  );
}

/** Everything that the report says to be so, the original's report says too. */
function claimsNoMore(before: Report, after: Report): boolean {
  const said = new Set(before.items.flatMap(claims));
  return after.items.flatMap(claims).every((claim) => said.has(claim));
}

function claims(item: Report['items'][number]): string[] {
  const { artifacts, subjects, predicateType, signers, times, established } = item;
  return [
    ...artifacts.map((one) => JSON.stringify(one)),
    ...subjects.map((one) => JSON.stringify(one)),
    ...signers.map((one) => JSON.stringify(one)),
    // A log is named by its checkpoint where there is one: the name is not compared.
    ...times.filter(({ trusted }) => trusted).map(({ source, instant }) => `${source.split(' ')[0]} ${instant}`),
    ...established.map((one) => JSON.stringify(one)),
    JSON.stringify(predicateType),
  ];
}
