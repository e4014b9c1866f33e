// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { kindOf } from '../policy/rules.ts';
import type { TextCriterion } from '../trust/identity.ts';
import type { ExaminationContext } from '../verify/request.ts';
import type { JudgingAsked } from './policy-asked.ts';
import { signedBy } from './policy-signer.ts';

/** What is enforced, in words, told before the verdict. */
export function criteriaOf(
  context: ExaminationContext,
  flags: { readonly [name: string]: unknown },
  judging: JudgingAsked | null = null,
): string[] {
  const { identity, keys, policy } = context;
  const out: string[] = [];
  if (identity?.identity != null) out.push(`the identity in the certificate ${describe(identity.identity)}`);
  if (identity?.issuer != null) out.push(`the issuer of that identity ${describe(identity.issuer)}`);
  for (const { name, scheme, key } of keys)
    out.push(`a ${scheme} signature by the key ${name}, sha256 ${key.fingerprint}`);
  if (context.hmacSecret !== null) out.push('a message authentication code by the given secret');
  for (const rule of judging?.asked.rules ?? []) out.push(`${kindOf(rule).explain(rule)} (${rule.origin})`);
  if (judging?.document != null) {
    const { name, sha256, signature } = judging.document;
    out.push(`the policy "${name}", sha256 ${sha256}, by scopes and rules`);
    if (signature !== undefined) out.push(`that policy ${signedBy(signature)}`);
  }
  const anybody = identity === null && judging?.asksSigner !== true;
  if (anybody && keys.length === 0 && context.hmacSecret === null)
    out.push('no signer was asked for: nothing can pass');
  if (policy.signatureThreshold > 1) out.push(`signatures by ${policy.signatureThreshold} distinct keys`);
  out.push(logs(policy.logThreshold), `${policy.certificateLogThreshold} certificate log(s) for a certificate`);
  out.push('one trusted time for a certificate');
  if (policy.timestampThreshold > 0)
    out.push(`RFC 3161 timestamps by ${policy.timestampThreshold} distinct authorities`);
  out.push(context.predicateType === null ? 'any predicate type' : `predicate type ${context.predicateType}`);
  out.push(policy.checkClaims ? 'the artifact is a subject of what was signed' : 'the artifact is not compared');
  if (context.notBefore !== null) out.push(`signed not before ${formatInstant(context.notBefore)}`);
  if (context.notAfter !== null) out.push(`signed not after ${formatInstant(context.notAfter)}`);
  if (flags['max-root-age'] !== undefined) out.push(`a trusted root no older than ${String(flags['max-root-age'])}`);
  return out;
}

function logs(threshold: number | null): string {
  if (threshold === null) return '1 transparency log for a certificate, none for a plain key';
  return threshold === 0 ? 'no transparency log' : `${threshold} transparency log(s)`;
}

function describe({ mode, text }: TextCriterion): string {
  return mode === 'exact' ? `is exactly ${text}` : `matches, as a whole, ${text}`;
}
