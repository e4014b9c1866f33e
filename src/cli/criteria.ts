// SPDX-License-Identifier: Apache-2.0
import { keysKnownAt, rootsKnownAt } from '../custody/known-at.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { kindOf } from '../policy/rules.ts';
import type { TextCriterion } from '../trust/identity.ts';
import type { CustodyTrust, ExaminationContext } from '../verify/request.ts';
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
  const about = context.packageAsked;
  const locks = context.lockfiles ?? [];
  for (const lock of locks) out.push(`the packages that ${lock} pins, by name, version and digest`);
  if (about?.name != null) out.push(`the package is named ${about.name}`);
  if (about?.version != null) out.push(`the package is of version ${about.version}`);
  if (about?.forSigner === true || (about == null && locks.length > 0 && anybodyIn(context, judging)))
    out.push('its registry attests it, and its provenance is of a workflow of github.com or gitlab.com');
  for (const { name, scheme, detachedToo, key } of keys) {
    const too = detachedToo === undefined ? '' : ` (in a file of its own also ${detachedToo.join(', ')})`;
    out.push(`a ${scheme} signature${too} by the key ${name}, sha256 ${key.fingerprint}`);
  }
  if (context.custody !== undefined) out.push(...custodyCriteria(context.custody, context.roots));
  for (const { name } of context.sumdbKeys ?? [])
    out.push(`records of the checksum database ${name}, in its signed tree`);
  if (context.merkleProfile != null)
    out.push(`the root of an evidence bundle under the Merkle profile ${context.merkleProfile}`);
  if (context.hmacSecret !== null) out.push('a message authentication code by the given secret');
  for (const rule of judging?.asked.rules ?? []) out.push(`${kindOf(rule).explain(rule)} (${rule.origin})`);
  if (judging?.document != null) {
    const { name, sha256, signature } = judging.document;
    out.push(`the policy "${name}", sha256 ${sha256}, by scopes and rules`);
    if (signature !== undefined) out.push(`that policy ${signedBy(signature)}`);
  }
  const anybody = anybodyIn(context, judging) && locks.length === 0;
  if (
    anybody &&
    keys.length === 0 &&
    context.sumdbKeys === undefined &&
    context.hmacSecret === null &&
    (context.custody?.keys.length ?? 0) === 0 &&
    about?.forSigner !== true
  )
    out.push('no signer was asked for: nothing can pass');
  if (policy.signatureThreshold > 1) out.push(`signatures by ${policy.signatureThreshold} distinct keys`);
  out.push(logs(policy.logThreshold), `${policy.certificateLogThreshold} certificate log(s) for a certificate`);
  out.push('one trusted time for a certificate');
  if (policy.timestampThreshold > 0)
    out.push(`RFC 3161 timestamps by ${policy.timestampThreshold} distinct authorities`);
  out.push(context.predicateType === null ? 'any predicate type' : `predicate type ${context.predicateType}`);
  if (context.imageReference != null) out.push(`an image that its signer called ${escapeText(context.imageReference)}`);
  for (const digest of context.imagesAsked?.digests ?? []) out.push(`the image ${digest}`);
  out.push(policy.checkClaims ? 'the artifact is a subject of what was signed' : 'the artifact is not compared');
  if (policy.requireAll === true) out.push('every artifact that is found is attested');
  if (context.notBefore !== null) out.push(`signed not before ${formatInstant(context.notBefore)}`);
  if (context.notAfter !== null) out.push(`signed not after ${formatInstant(context.notAfter)}`);
  if (flags['max-root-age'] !== undefined) out.push(`a trusted root no older than ${String(flags['max-root-age'])}`);
  return out;
}

function anybodyIn({ identity }: ExaminationContext, judging: JudgingAsked | null): boolean {
  return identity === null && judging?.asksSigner !== true;
}

function logs(threshold: number | null): string {
  if (threshold === null) return '1 transparency log for a certificate, none for a plain key';
  return threshold === 0 ? 'no transparency log' : `${threshold} transparency log(s)`;
}

function describe({ mode, text }: TextCriterion): string {
  return mode === 'exact' ? `is exactly ${text}` : `matches, as a whole, ${text}`;
}

function custodyCriteria({ keys, quorum, heads, knownAt }: CustodyTrust, roots: readonly TrustedRoot[]): string[] {
  const known = (instant: Instant): string[] => [
    `of custody logs, only what is proven to have existed at ${formatInstant(instant)}`,
    ...[...rootsKnownAt(roots, instant).leftOut, ...keysKnownAt(keys, instant).leftOut].map(
      (what) => `left out of that, since it was not known then: ${what}`,
    ),
  ];
  return [
    ...(keys.length === 0 ? [] : [`custody logs are opened under one of ${keys.length} keys of the keyring`]),
    ...(quorum === 0 ? [] : [`${quorum} witnesses have cosigned the last checkpoint of a custody log`]),
    ...heads.map(
      ({ origin, hex }) => `${origin === null ? 'a custody log' : `the custody log ${origin}`} ends in sha256:${hex}`,
    ),
    ...(knownAt === null ? [] : known(knownAt)),
  ];
}
