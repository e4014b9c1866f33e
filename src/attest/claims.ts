// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import { asObject, isObject, optionalString } from '../encoding/json-fields.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Facts, type Locator, notPassed, passed } from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { PolicyFacts } from '../model/policy-document.ts';
import { CLAIMS, type ClaimRule } from '../policy/rules/claims.ts';

export const CLAIMS_FORMAT = 'forensic-verify/required-claims@v1';

/** What a statement must say before anything signs it. */
export interface RequiredClaim {
  readonly rule: ClaimRule;
  readonly says: string;
}

/**
 * A file of required claims: `{"format": "forensic-verify/required-claims@v1", "claims": […]}`, each claim as the rule `claims` of a
 * policy has it (docs/POLICY.md), `on: statement` understood.
 *
 * @throws Malformed `json-…`, `policy-invalid`
 */
export function readRequiredClaims(bytes: Bytes): readonly RequiredClaim[] {
  const file = asObject(parseJson(bytes), '');
  if (optionalString(file, 'format', '') !== CLAIMS_FORMAT)
    throw new Malformed('json-shape', `the format at /format is not ${CLAIMS_FORMAT}`);
  const unknown = Object.keys(file).find((name) => name !== 'format' && name !== 'claims');
  if (unknown !== undefined) throw new Malformed('json-shape', 'a member is neither format nor claims');
  return claimsOf(file['claims'] ?? null);
}

/** `/pointer`: it must be there; `/pointer=TEXT`: it must be this text. @throws Malformed `policy-invalid` */
export function claimFromWord(word: string): RequiredClaim {
  const [pointer = '', ...rest] = word.split('=');
  const test: JsonObject = rest.length === 0 ? { present: true } : { equals: rest.join('=') };
  return claimsOf([{ pointer, ...test }])[0]!;
}

function claimsOf(value: JsonValue): readonly RequiredClaim[] {
  const rows = Array.isArray(value) ? value.map((one) => (isObject(one) ? { on: 'statement', ...one } : one)) : value;
  return CLAIMS.parse(rows, '/claims', 'claims').map((rule) => {
    if (rule.on !== 'statement')
      throw new Malformed('policy-invalid', 'a claim that is signed is one of the statement');
    return { rule, says: CLAIMS.explain(rule) };
  });
}

/** The values that were found, for the record of what was signed. */
export type ClaimsFound = Facts;

/** Every claim is asked, whatever the others say: one check each. */
export function checkClaims(
  claims: readonly RequiredClaim[],
  statement: JsonObject,
  at: Locator,
): { readonly checks: readonly Check[]; readonly found: ClaimsFound } {
  // The rule reads the statement, and of artifacts only their digests, of which there are none before anything is signed.
  const facts = { statement, certificate: null, digests: [] } as unknown as PolicyFacts;
  const found: Record<string, Facts[string]> = {};
  const checks = claims.map(({ rule, says }) => {
    const { outcome, detail, seen } = CLAIMS.judge(rule, facts);
    Object.assign(found, seen);
    const place = { evidence: at.evidence, pointer: rule.pointer };
    if (outcome === 'passed') return passed('signing.claims', place, { asked: says });
    return notPassed('signing.claims', place, 'signing-claim', detail, { asked: says });
  });
  return { checks, found };
}
