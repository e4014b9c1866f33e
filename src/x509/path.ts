// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import type { NonEmpty } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/malformed.ts';
import { mintVerified, type Verified } from '../model/verified.ts';
import type { Certificate } from './certificate.ts';
import { IssuedBy } from './issued-by.ts';
import { type Purpose, pathProblem, pathProblemAt } from './path-rules.ts';
import { type CandidatePath, PathSearch } from './path-search.ts';
import type { Issuer, TrustAnchor } from './trust-anchor.ts';

export type { Purpose } from './path-rules.ts';
export type { CandidatePath } from './path-search.ts';

export type PathResult =
  | {
      readonly ok: true;
      /** Leaf first, the anchor's certificate last where it has one. */
      readonly path: Verified<NonEmpty<Certificate>>;
      readonly anchor: TrustAnchor;
      /** Whoever signed the leaf. */
      readonly issuer: Issuer;
    }
  | {
      readonly ok: false;
      /** Of all that was tried, the problem of the path that got furthest. */
      readonly problem: Problem;
      readonly tried: readonly Problem[];
      /** That path, where its signatures at least lead to an anchor: for checks that are reported all the same. */
      readonly path: CandidatePath | null;
    };

export interface PathRequest {
  readonly leaf: Certificate;
  /** Anything that may help to reach an anchor; unused ones do no harm. */
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly TrustAnchor[];
  readonly at: Instant;
  readonly purpose: Purpose;
  readonly engine: Engine;
}

/** RFC 5280 §6 at one instant: the first path to an anchor that satisfies every rule. */
export function validatePath(request: PathRequest): PathResult {
  const search = new PathSearch(request.leaf, request.intermediates, request.anchors, new IssuedBy(request.engine));
  return choosePath([{ search, problemAtTimes: (path) => pathProblemAt(path, request.at) }], request.purpose);
}

/** One place to look for paths, and what depends on instants there. */
export interface PathAttempt {
  readonly search: PathSearch;
  readonly problemAtTimes: (path: CandidatePath) => Problem | null;
}

/** The first path, in the order of the attempts, that satisfies the rules of the purpose and those of its attempt. */
export function choosePath<T extends PathAttempt>(
  attempts: Iterable<T>,
  purpose: Purpose,
): (PathResult & { ok: true; attempt: T }) | (PathResult & { ok: false }) {
  const failures = new Failures();
  for (const attempt of attempts) {
    for (const step of attempt.search.steps()) {
      if (step.path === null) {
        failures.add(step.problem, step.gaveUp ? RANK.gaveUp : rankOfLink(step.problem), null);
        continue;
      }
      const { path } = step;
      const fixed = pathProblem(path, purpose);
      const problem = fixed ?? attempt.problemAtTimes(path);
      if (problem === null) {
        return { ok: true, path: mintVerified(path.chain), anchor: path.anchor, issuer: path.issuer, attempt };
      }
      failures.add(problem, fixed === null ? rankOfTime(problem) : RANK.rule, path);
    }
  }
  return failures.result();
}

/** How far a path came. A search that gave up has refuted nothing, so that nothing else may be said in its place. */
const RANK = { nothing: 0, keyIdentifier: 1, link: 2, rule: 3, time: 4, authority: 5, gaveUp: 6 } as const;

function rankOfLink({ reason }: Problem): number {
  if (reason === 'path-not-found') return RANK.nothing;
  return reason === 'path-key-identifier' ? RANK.keyIdentifier : RANK.link;
}

function rankOfTime({ reason }: Problem): number {
  return reason === 'authority-window' ? RANK.authority : RANK.time;
}

/** Collects what went wrong and names the best of it: the first of the highest rank. */
class Failures {
  readonly #tried: Problem[] = [];
  #best: { problem: Problem; rank: number; path: CandidatePath | null } | null = null;

  add(problem: Problem, rank: number, path: CandidatePath | null): void {
    this.#tried.push(problem);
    if (this.#best === null || rank > this.#best.rank) this.#best = { problem, rank, path };
  }

  result(): PathResult & { ok: false } {
    const none: Problem = { reason: 'path-not-found', detail: 'no trust anchor was given' };
    return { ok: false, problem: this.#best?.problem ?? none, tried: this.#tried, path: this.#best?.path ?? null };
  }
}
