// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';
import { equalBytes, type NonEmpty } from '../model/bytes.ts';
import type { Problem } from '../model/malformed.ts';
import type { Certificate } from './certificate.ts';
import type { IssuedBy } from './issued-by.ts';
import { sameName } from './name.ts';
import { nameText } from './name-text.ts';
import type { Issuer, TrustAnchor } from './trust-anchor.ts';

/** Certificates that are signed by one another up to an anchor. Nothing else is established. */
export interface CandidatePath {
  /** Leaf first; the anchor last where it is a certificate. */
  readonly chain: NonEmpty<Certificate>;
  readonly anchor: TrustAnchor;
  /** Whoever signed the leaf; for a leaf that is the anchor itself, that anchor. */
  readonly issuer: Issuer;
}

/** One step of a search: a path, or why it went no further there. `complete`: the search gave up, more may exist. */
export type SearchStep =
  | { readonly path: CandidatePath }
  | { readonly path: null; readonly problem: Problem; readonly gaveUp: boolean };

/**
 * Walks from a leaf through the names of issuers to the anchors (RFC 5280 §6.1 leaves building to the implementation), and
 * verifies each link on the way. Steps are found when they are asked for and remembered, so that a second instant costs
 * no second search. Bounded: links verified, and certificates visited, at most `chainCandidates` each; paths `pathLength`.
 */
export class PathSearch {
  readonly #leaf: Certificate;
  readonly #intermediates: readonly Certificate[];
  readonly #anchors: readonly TrustAnchor[];
  readonly #issuedBy: IssuedBy;
  readonly #found: SearchStep[] = [];
  readonly #walk: Iterator<SearchStep>;
  #visitsLeft: number = LIMITS.chainCandidates;
  #linksLeft: number = LIMITS.chainCandidates;
  /** The bound that ended the search, or null. */
  #exhausted: string | null = null;

  constructor(
    leaf: Certificate,
    intermediates: readonly Certificate[],
    anchors: readonly TrustAnchor[],
    issuedBy: IssuedBy,
  ) {
    this.#leaf = leaf;
    this.#intermediates = intermediates;
    this.#anchors = anchors;
    this.#issuedBy = issuedBy;
    this.#walk = this.#start();
  }

  *steps(): Generator<SearchStep, void> {
    for (let i = 0; ; i++) {
      if (i === this.#found.length) {
        const next = this.#walk.next();
        if (next.done === true) return;
        this.#found.push(next.value);
      }
      yield this.#found[i]!;
    }
  }

  *#start(): Generator<SearchStep, void> {
    const leaf = this.#leaf;
    for (const anchor of this.#anchors) {
      if (isAnchor(leaf, anchor)) yield { path: { chain: [leaf], anchor, issuer: anchor } };
    }
    yield* this.#extend([leaf]);
    if (this.#exhausted !== null) yield limit(this.#exhausted);
  }

  *#extend(chain: NonEmpty<Certificate>): Generator<SearchStep, void> {
    const child = chain[chain.length - 1]!;
    if (this.#visitsLeft-- === 0) this.#exhausted = `more than ${LIMITS.chainCandidates} candidates`;
    let isDeadEnd = true;
    for (const anchor of this.#anchors) {
      if (!sameName(anchor.subject, child.issuer) || isAnchor(child, anchor)) continue;
      isDeadEnd = false;
      if (!this.#mayLink(child, anchor)) return;
      const step = this.#link(child, anchor);
      if (step !== null) yield step;
      else yield { path: pathOf(chain, anchor) };
    }
    for (const issuer of this.#intermediates) {
      if (!sameName(issuer.subject, child.issuer) || chain.some((other) => isSameEntity(other, issuer))) continue;
      if (this.#anchors.some((anchor) => isAnchor(issuer, anchor))) continue;
      isDeadEnd = false;
      if (chain.length + 1 >= LIMITS.pathLength) {
        yield limit(`a path of more than ${LIMITS.pathLength} certificates`);
        continue;
      }
      if (!this.#mayLink(child, issuer)) return;
      const step = this.#link(child, issuer);
      if (step !== null) yield step;
      else yield* this.#extend([...chain, issuer] as unknown as NonEmpty<Certificate>);
    }
    if (isDeadEnd) {
      const detail = `no certificate at hand is that of ${nameText(child.issuer)}, who issued ${nameText(child.subject)}`;
      yield { path: null, problem: { reason: 'path-not-found', detail }, gaveUp: false };
    }
  }

  /** False once a bound is reached, on every level of the walk. */
  #mayLink(child: Certificate, issuer: Issuer): boolean {
    if (this.#exhausted === null && !this.#issuedBy.knows(child, issuer) && this.#linksLeft-- === 0) {
      this.#exhausted = `more than ${LIMITS.chainCandidates} signatures of certificates`;
    }
    return this.#exhausted === null;
  }

  /** Null where the issuer has signed the child. */
  #link(child: Certificate, issuer: Issuer): SearchStep | null {
    const problem = this.#issuedBy.problem(child, issuer);
    return problem === null ? null : { path: null, problem, gaveUp: false };
  }
}

function pathOf(chain: NonEmpty<Certificate>, anchor: TrustAnchor): CandidatePath {
  const { certificate } = anchor;
  return {
    chain: certificate === null ? chain : ([...chain, certificate] as unknown as NonEmpty<Certificate>),
    anchor,
    issuer: chain[1] ?? certificate ?? anchor,
  };
}

function isAnchor(certificate: Certificate, anchor: TrustAnchor): boolean {
  return anchor.certificate !== null && equalBytes(certificate.der, anchor.certificate.der);
}

/** The same name and key twice in one path is a cycle, in however many certificates it is written. */
function isSameEntity(a: Certificate, b: Certificate): boolean {
  return equalBytes(a.spki, b.spki) && sameName(a.subject, b.subject);
}

function limit(detail: string): SearchStep {
  return { path: null, problem: { reason: 'path-limit', detail }, gaveUp: true };
}
