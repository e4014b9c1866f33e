// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, type Problem } from '../model/malformed.ts';
import type { Certificate } from './certificate.ts';
import { KEY_USAGE, OID } from './extensions.ts';
import type { GeneralName } from './general-name.ts';
import { isEmptyName } from './name.ts';
import { ConstraintBudget, nameConstraintProblem } from './name-constraints.ts';
import { emailAddresses, nameText } from './name-text.ts';
import type { CandidatePath } from './path-search.ts';

export type Purpose = 'any' | 'codeSigning' | 'timeStamping';

/**
 * Critical extensions that are processed here, or that cannot change the outcome: policies matter only where a
 * policyConstraints extension demands one, and that is not on the list. The key identifiers are missing on purpose: they
 * may not be critical (RFC 5280 §4.2.1.1, §4.2.1.2).
 */
const PROCESSED: ReadonlySet<string> = new Set([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectAltName,
  OID.nameConstraints,
  OID.certificatePolicies,
  OID.policyMappings,
  OID.inhibitAnyPolicy,
]);

/** Where an authority demands a policy, it is refused whether critical or not: valid policies are not computed here. */
const POLICY_CONSTRAINTS = '2.5.29.36';

/** RFC 5280 §6.1.3 to §6.1.5 but for signatures (made by the search) and times: what holds at every instant alike. */
export function pathProblem({ chain }: CandidatePath, purpose: Purpose): Problem | null {
  return (
    first(chain, criticalExtensionProblem) ??
    issuerProblem(chain) ??
    leafProblem(chain[0]) ??
    (purpose === 'any' ? null : usageProblem(chain, purpose)) ??
    constraintsProblem(chain)
  );
}

/** RFC 5280 §6.1.3 (a)(2), for the anchor's certificate too (attacks C10). Both ends inclusive. */
export function pathProblemAt({ chain }: CandidatePath, at: Instant): Problem | null {
  return first(chain, (certificate) => {
    if (!(certificate.notBefore <= at))
      return timeProblem('path-not-yet-valid', certificate, certificate.notBefore, at);
    if (!(at <= certificate.notAfter)) return timeProblem('path-expired', certificate, certificate.notAfter, at);
    return null;
  });
}

function timeProblem(
  reason: 'path-not-yet-valid' | 'path-expired',
  { subject }: Certificate,
  edge: Instant,
  at: Instant,
): Problem {
  const verb = reason === 'path-expired' ? 'ended' : 'begins';
  return {
    reason,
    detail: `the certificate of ${nameText(subject)} ${verb} at ${formatInstant(edge)}, the time is ${formatInstant(at)}`,
  };
}

function criticalExtensionProblem({ extensions, subject }: Certificate): Problem | null {
  for (const [oid, { critical }] of extensions) {
    if (oid === POLICY_CONSTRAINTS || (critical && !PROCESSED.has(oid))) {
      return {
        reason: 'path-critical-extension',
        detail: `extension ${oid} in the certificate of ${nameText(subject)} is not processed here`,
      };
    }
  }
  return null;
}

/** §6.1.4 (k) to (n). Self-issued certificates do not count against a path length. */
function issuerProblem(chain: readonly Certificate[]): Problem | null {
  let below = 0;
  for (const issuer of chain.slice(1)) {
    const { basicConstraints, keyUsage, subject } = issuer;
    const of = `the certificate of ${nameText(subject)}`;
    if (basicConstraints?.ca !== true)
      return { reason: 'path-not-ca', detail: `${of} is no certification authority's` };
    if (keyUsage !== null && !keyUsage.has(KEY_USAGE.keyCertSign)) {
      return { reason: 'path-key-usage', detail: `${of} is not for signing certificates` };
    }
    if (basicConstraints.pathLength !== null && below > basicConstraints.pathLength) {
      return {
        reason: 'path-length',
        detail: `${of} allows ${basicConstraints.pathLength} authorities below, here are ${below}`,
      };
    }
    if (!issuer.selfIssued) below++;
  }
  return null;
}

function leafProblem({ key, keyProblem, basicConstraints, keyUsage, nameConstraints }: Certificate): Problem | null {
  if (key === null) return keyProblem;
  if (key.weakness !== null) return { reason: 'key-weak', detail: `the certificate's own key: ${key.weakness}` };
  if (basicConstraints?.ca === true) return null;
  if (keyUsage?.has(KEY_USAGE.keyCertSign) === true) {
    return { reason: 'certificate-usage', detail: 'a certificate that is no authority claims to sign certificates' };
  }
  if (nameConstraints === null) return null;
  return { reason: 'certificate-usage', detail: 'a certificate that is no authority constrains names' };
}

/** What the whole chain is allowed to be used for: a usage that an authority does not have, it cannot give. */
function usageProblem(chain: readonly Certificate[], purpose: 'codeSigning' | 'timeStamping'): Problem | null {
  const [leaf, ...issuers] = chain;
  const { extendedKeyUsage: usages, keyUsage, extensions } = leaf!;
  if (usages === null || !usages.includes(OID[purpose])) return usage(`the certificate is not for ${purpose}`);
  if (purpose === 'timeStamping' && (usages.length !== 1 || extensions.get(OID.extendedKeyUsage)?.critical !== true)) {
    return usage('timeStamping is not the sole and critical usage of the certificate');
  }
  const signs =
    purpose === 'codeSigning' ? [KEY_USAGE.digitalSignature] : [KEY_USAGE.digitalSignature, KEY_USAGE.nonRepudiation];
  if (keyUsage !== null && !signs.some((bit) => keyUsage.has(bit)))
    return usage('the key of the certificate is not for signatures');
  for (const { extendedKeyUsage, subject } of issuers) {
    const isOpen = extendedKeyUsage === null || extendedKeyUsage.includes(OID.anyExtendedKeyUsage);
    if (!isOpen && !extendedKeyUsage.includes(OID[purpose])) {
      return usage(`the certificate of ${nameText(subject)} may not issue for ${purpose}`);
    }
  }
  return null;
}

function usage(detail: string): Problem {
  return { reason: 'certificate-usage', detail };
}

/** §6.1.3 (b), (c): each authority's constraints hold for all below it, self-issued ones excepted unless they are the leaf. */
function constraintsProblem(chain: readonly Certificate[]): Problem | null {
  const budget = new ConstraintBudget();
  for (let upper = chain.length - 1; upper > 0; upper--) {
    const constraints = chain[upper]!.nameConstraints;
    if (constraints === null) continue;
    for (let lower = upper - 1; lower >= 0; lower--) {
      const certificate = chain[lower]!;
      if (lower > 0 && certificate.selfIssued) continue;
      const judged = attempt(() => nameConstraintProblem(constraints, namesOf(certificate), budget));
      const problem = judged.ok ? judged.value : judged.problem;
      if (problem !== null) return problem;
    }
  }
  return null;
}

/** An e-mail address in the subject counts where there are no alternative names (RFC 5280 §4.2.1.10). */
function namesOf({ subject, san }: Certificate): GeneralName[] {
  const names: GeneralName[] = isEmptyName(subject) ? [] : [{ kind: 'directoryName', name: subject }];
  const others = san ?? emailAddresses(subject).map((text): GeneralName => ({ kind: 'rfc822Name', text }));
  return [...names, ...others];
}

function first(chain: readonly Certificate[], judge: (certificate: Certificate) => Problem | null): Problem | null {
  for (const certificate of chain) {
    const problem = judge(certificate);
    if (problem !== null) return problem;
  }
  return null;
}
