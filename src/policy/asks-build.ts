// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../model/policy-document.ts';
import type { ClaimRule } from './rules/claims.ts';

const KINDS: ReadonlySet<string> = new Set([
  'signer',
  'key_fingerprint',
  'builder_id',
  'slsa_level',
  'source',
  'workflow',
  'trigger',
  'runner',
  'expect',
]);

/**
 * Whether a rule is about who built it, from what: a question to provenance. The attestation by which a registry says that it
 * published the package is not asked; it never stands without a provenance of the same package, which is.
 */
export function asksBuild(rule: Rule): boolean {
  return KINDS.has(rule.kind) || (rule.kind === 'claims' && (rule as ClaimRule).on === 'certificate');
}
