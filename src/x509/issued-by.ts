// SPDX-License-Identifier: Apache-2.0
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { equalBytes } from '../model/bytes.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { Certificate } from './certificate.ts';
import { sameName } from './name.ts';
import { nameText } from './name-text.ts';
import { remembered } from './remembered.ts';
import { schemeUnderKey } from './signature-algorithm.ts';
import type { Issuer, TrustAnchor } from './trust-anchor.ts';

/**
 * Remembers which certificate was signed by which key, so that a link of a trusted root is verified once however many
 * leaves, instants and candidate paths rest on it. Keyed by the objects themselves: nothing is kept longer than they are.
 */
export class IssuedBy {
  readonly #engine: Engine;
  readonly #known = new WeakMap<Certificate, WeakMap<Issuer, Problem | 'signed'>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Whether the answer is at hand without a public-key operation. */
  knows(child: Certificate, issuer: Issuer): boolean {
    return this.#known.get(child)?.has(issuer) === true;
  }

  /** Null where `issuer` has signed `child`; the names are compared by the caller. RFC 5280 §6.1.3 (a)(1), §4.2.1.1. */
  problem(child: Certificate, issuer: Issuer): Problem | null {
    const answers = remembered(this.#known, child, () => new WeakMap<Issuer, Problem | 'signed'>());
    const answer = remembered(answers, issuer, () => this.#judge(child, issuer) ?? 'signed');
    return answer === 'signed' ? null : answer;
  }

  #judge(child: Certificate, issuer: Issuer): Problem | null {
    if (!keyIdentifierFits(child, certificateOf(issuer))) {
      return {
        reason: 'path-key-identifier',
        detail: `${certificateText(child)} names another issuer key than that of ${nameText(issuer.subject)}`,
      };
    }
    const { key } = issuer;
    if (key === null) return issuer.keyProblem;
    if (key.weakness !== null) return { reason: 'key-weak', detail: `${key.weakness} (${nameText(issuer.subject)})` };
    const scheme = attempt(() => schemeUnderKey(child.signatureAlgorithm, key));
    if (!scheme.ok) return scheme.problem;
    const outcome = this.#engine.verify(scheme.value, key, child.tbs, child.signature);
    const reason = outcomeReason(outcome);
    if (reason === null) return null;
    const isWrong = outcome === 'invalid' || outcome === 'signature-encoding';
    return {
      reason: isWrong ? 'path-signature' : reason,
      detail: `${certificateText(child)} does not verify under the key of ${nameText(issuer.subject)}`,
    };
  }
}

function certificateText({ subject }: Certificate): string {
  return `the certificate of ${nameText(subject)}`;
}

/** An identifier that is absent on either side says nothing. */
function keyIdentifierFits({ aki }: Certificate, issuer: Certificate | null): boolean {
  if (aki === null || issuer === null) return true;
  if (aki.keyId !== null && issuer.ski !== null && !equalBytes(aki.keyId, issuer.ski)) return false;
  if (aki.serial !== null && aki.serial !== issuer.serial) return false;
  const names = aki.issuer?.flatMap((name) => (name.kind === 'directoryName' ? [name.name] : [])) ?? [];
  return names.length === 0 || names.some((name) => sameName(name, issuer.issuer));
}

function certificateOf(issuer: Issuer | TrustAnchor | Certificate): Certificate | null {
  if ('certificate' in issuer) return issuer.certificate;
  return 'tbs' in issuer ? issuer : null;
}
