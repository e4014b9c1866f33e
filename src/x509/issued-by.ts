// SPDX-License-Identifier: Apache-2.0
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
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
  readonly #known = new WeakMap<Certificate, Answers>();
  /** Links that held, by the digests of certificate and key: what stays of a leaf when its object is gone. Never failures. */
  readonly #signed = new Set<string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Whether the answer is at hand without a public-key operation. */
  knows(child: Certificate, issuer: Issuer): boolean {
    const answers = this.#known.get(child);
    return answers !== undefined && (answers.issuer === issuer || answers.others?.has(issuer) === true);
  }

  /** Null where `issuer` has signed `child`; the names are compared by the caller. RFC 5280 §6.1.3 (a)(1), §4.2.1.1. */
  problem(child: Certificate, issuer: Issuer): Problem | null {
    const answers = this.#known.get(child);
    if (answers === undefined) {
      const answer = this.#judge(child, issuer);
      this.#known.set(child, { issuer, answer, others: null });
      return answer;
    }
    if (answers.issuer === issuer) return answers.answer;
    answers.others ??= new WeakMap();
    return remembered(answers.others, issuer, () => ({ answer: this.#judge(child, issuer) })).answer;
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
    const link = `${child.fingerprint} ${key.fingerprint} ${scheme.value}`;
    if (this.#signed.has(link)) return null;
    const outcome = this.#engine.verify(scheme.value, key, child.tbs, child.signature);
    const reason = outcomeReason(outcome);
    if (reason === null) {
      this.#remember(link);
      return null;
    }
    const isWrong = outcome === 'invalid' || outcome === 'signature-encoding';
    return {
      reason: isWrong ? 'path-signature' : reason,
      detail: `${certificateText(child)} does not verify under the key of ${nameText(issuer.subject)}`,
    };
  }

  #remember(link: string): void {
    this.#signed.add(link);
    if (this.#signed.size <= LIMITS.rememberedLinks) return;
    for (const oldest of this.#signed) {
      this.#signed.delete(oldest);
      return;
    }
  }
}

/** Most certificates have one issuer that is ever asked about. */
interface Answers {
  readonly issuer: Issuer;
  readonly answer: Problem | null;
  others: WeakMap<Issuer, { readonly answer: Problem | null }> | null;
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
