// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, type FactValue, type Locator, notPassed, passed } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { SignerIdentity } from '../model/signer.ts';

/** One thing that is asked of a name. It always speaks about the whole name: no criterion matches a part of one. */
export interface TextCriterion {
  readonly mode: 'exact' | 'regexp';
  /** As the user wrote it. */
  readonly text: string;
  /** It lets everybody through, so that it says nothing about who signed. */
  readonly anyone: boolean;
  matches(found: string): boolean;
}

/** Who must have signed, and who must have vouched for that name. Neither stands without the other. */
export interface IdentityCriteria {
  readonly identity: TextCriterion | null;
  readonly issuer: TextCriterion | null;
}

/**
 * The name itself, compared as it stands: no case folding, no normalisation, no trailing slash forgiven (RFC 6125 asks for
 * rules per name kind; the names here are signed claims, and only one spelling was signed).
 *
 * @throws Malformed `identity-pattern` where it is empty, as an unset shell variable makes it
 */
export function exactly(text: string): TextCriterion {
  if (text === '') throw new Malformed('identity-pattern', 'the identity or issuer asked for is empty');
  return { mode: 'exact', text, anyone: false, matches: (found) => found === text };
}

/** Check `certificate.identity`: is the signer of a certificate the one that was asked for, under the issuer asked for. */
export function matchIdentity(criteria: IdentityCriteria, found: SignerIdentity, at: Locator): Check {
  const { identity, issuer } = criteria;
  const facts: Record<string, FactValue> = {
    identity: found.kind === 'certificate' ? found.san : null,
    issuer: found.kind === 'certificate' ? found.issuer : null,
    expectedIdentity: identity?.text ?? null,
    expectedIssuer: issuer?.text ?? null,
    identityMode: identity?.mode ?? null,
    issuerMode: issuer?.mode ?? null,
    anyone: identity?.anyone === true,
    anyIssuer: issuer?.anyone === true,
  };
  const fail = (reason: 'identity-not-asked' | 'identity-mismatch' | 'issuer-mismatch', detail: string): Check =>
    notPassed('certificate.identity', at, reason, detail, facts);

  if (identity === null || issuer === null) {
    const missing = identity === null ? (issuer === null ? 'neither identity nor issuer' : 'no identity') : 'no issuer';
    return fail('identity-not-asked', `${missing} was asked for`);
  }
  if (found.kind !== 'certificate') return fail('identity-mismatch', 'the signer is a bare key and has no identity');
  if (!identity.matches(found.san)) {
    return fail('identity-mismatch', `the certificate names ${escapeText(found.san)}`);
  }
  if (found.issuer === null) return fail('issuer-mismatch', 'the certificate names no issuer');
  if (!issuer.matches(found.issuer)) {
    return fail('issuer-mismatch', `the certificate names the issuer ${escapeText(found.issuer)}`);
  }
  return passed('certificate.identity', at, facts);
}
