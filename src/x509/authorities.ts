// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { type Instant, windowContains } from '../model/instant.ts';
import type { Problem } from '../model/malformed.ts';
import type { CertificateAuthority } from '../model/trusted-root.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { IssuedBy } from './issued-by.ts';
import { type CandidatePath, choosePath, type PathResult, type Purpose } from './path.ts';
import { pathProblemAt } from './path-rules.ts';
import { PathSearch } from './path-search.ts';
import { remembered } from './remembered.ts';
import { anchorFromCertificate, type TrustAnchor } from './trust-anchor.ts';

/** One authority of a trusted root, parsed, and what was found out about leaves under it. */
export class PreparedAuthority {
  readonly authority: CertificateAuthority;
  /** In the order of the root: lower certificates first, the anchor last. */
  readonly certificates: readonly Certificate[];
  readonly anchor: TrustAnchor;
  readonly #links: LinkMemory;
  readonly #searches = new WeakMap<Engine, Map<Certificate, PathSearch>>();

  constructor(authority: CertificateAuthority, links: LinkMemory) {
    this.authority = authority;
    this.certificates = authority.chain.map((der) => links.certificate(der));
    this.anchor = links.anchor(this.certificates[this.certificates.length - 1]!);
    this.#links = links;
  }

  /**
   * The paths of a leaf. Those of the root's own certificates (timestamp signers) are remembered; of any other leaf only its
   * link is, so that a batch of many leaves keeps none of them alive.
   */
  search(leaf: Certificate, extras: readonly Certificate[], engine: Engine): PathSearch {
    const make = (): PathSearch =>
      new PathSearch(leaf, this.#intermediates(extras), [this.anchor], this.#links.issuedBy(engine));
    if (extras.length > 0 || !this.#links.owns(leaf)) return make();
    const searches = remembered(this.#searches, engine, () => new Map<Certificate, PathSearch>());
    return remembered(searches, leaf, make);
  }

  /** The root's own objects in place of equal ones from the evidence: their links are known. */
  #intermediates(extras: readonly Certificate[]): Certificate[] {
    const all = this.certificates.slice(0, -1);
    for (const extra of extras) if (!all.some(({ der }) => equalBytes(der, extra.der))) all.push(extra);
    return all;
  }
}

/**
 * Certificates and links of the chains that were prepared together, never shared between trusted roots or engines. A
 * certificate that stands in several chains is one object, so that its links are verified once.
 */
class LinkMemory {
  readonly #anchors = new Map<Certificate, TrustAnchor>();
  readonly #certificates: Certificate[] = [];
  readonly #issuedBy = new WeakMap<Engine, IssuedBy>();

  certificate(der: Bytes): Certificate {
    const known = this.#certificates.find((certificate) => equalBytes(certificate.der, der));
    if (known !== undefined) return known;
    const parsed = rootCertificate(der);
    this.#certificates.push(parsed);
    return parsed;
  }

  owns(certificate: Certificate): boolean {
    return this.#certificates.includes(certificate);
  }

  anchor(certificate: Certificate): TrustAnchor {
    return remembered(this.#anchors, certificate, () => anchorFromCertificate(certificate));
  }

  issuedBy(engine: Engine): IssuedBy {
    return remembered(this.#issuedBy, engine, () => new IssuedBy(engine));
  }
}

/** The authorities of one trusted root. */
export interface AnchorSet {
  readonly authorities: readonly PreparedAuthority[];
}

const rootCertificates = new WeakMap<Bytes, Certificate>();

/**
 * A certificate of a trusted root, which is read when the root is opened, and again when its chains are prepared: parsed
 * once, its key included. Only what the bytes say is remembered, never whether anything holds.
 *
 * @throws Malformed as `parseCertificate`
 */
export function rootCertificate(der: Bytes): Certificate {
  return remembered(rootCertificates, der, () => parseCertificate(der));
}

const sets = new WeakMap<readonly CertificateAuthority[], AnchorSet>();

/**
 * Parses the chains of a trusted root. The result is remembered with the array: asking again for the same costs nothing,
 * and each link of a chain is verified once, when a path first needs it.
 *
 * @throws Malformed where a certificate cannot be parsed
 */
export function prepareAnchors(chains: readonly CertificateAuthority[]): AnchorSet {
  return remembered(sets, chains, () => {
    const links = new LinkMemory();
    return { authorities: chains.map((authority) => new PreparedAuthority(authority, links)) };
  });
}

export interface AuthorityRequest {
  readonly leaf: Certificate;
  /** What the evidence brought besides the leaf: never trusted, at most a bridge. */
  readonly extraIntermediates: readonly Certificate[];
  readonly authorities: readonly PreparedAuthority[];
  /** Every verified time. None is a failure: a window that is never asked about is never satisfied. */
  readonly times: readonly Instant[];
  readonly purpose: Purpose;
  readonly engine: Engine;
}

export type AuthorityResult = (PathResult & { ok: true; authority: PreparedAuthority }) | (PathResult & { ok: false });

/**
 * The first authority of the trusted root to which the leaf leads by one path that holds at all times, each of them
 * within the authority's own window (attacks C09, C10).
 */
export function validateAgainstAuthorities(request: AuthorityRequest): AuthorityResult {
  const { leaf, extraIntermediates, times, engine } = request;
  const attempts = request.authorities.map((prepared) => ({
    prepared,
    search: prepared.search(leaf, extraIntermediates, engine),
    problemAtTimes: (path: CandidatePath) => problemAtAll(path, prepared.authority, times),
  }));
  const result = choosePath(attempts, request.purpose);
  return result.ok ? { ...result, authority: result.attempt.prepared } : result;
}

function problemAtAll(path: CandidatePath, authority: CertificateAuthority, times: readonly Instant[]): Problem | null {
  if (times.length === 0)
    return { reason: 'time-absent', detail: 'there is no time at which the path could be judged' };
  for (const at of times) {
    const problem = pathProblemAt(path, at);
    if (problem !== null) return problem;
  }
  const outside = times.find((at) => !windowContains(authority.validFor, at));
  if (outside === undefined) return null;
  return {
    reason: 'authority-window',
    detail: `${authority.uri || 'the authority'} is not trusted at ${formatInstant(outside)}`,
  };
}
