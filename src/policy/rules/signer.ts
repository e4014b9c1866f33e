// SPDX-License-Identifier: Apache-2.0
import { exactText, takesAnyone } from '../../encoding/anchored-pattern.ts';
import { pointerTo } from '../../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Rule, RuleKind, TextMatch } from '../../model/policy-document.ts';
import { policyProblem } from '../problem.ts';
import { blockOf, listOf, memberOf, patternOf, textOf } from '../values.ts';
import { asked, open, refuted, satisfied } from './outcome.ts';

export interface AllowedSigner {
  readonly identity: TextMatch;
  readonly issuer: TextMatch;
  /** What takes every name, and so says nothing. */
  readonly anyone: readonly ('identity' | 'issuer')[];
}

export interface SignerRule extends Rule {
  readonly kind: 'signer';
  readonly signers: readonly AllowedSigner[];
}

/** The certificate must name one of these: identity and issuer of the same row, since an identity is only its issuer's word. */
export const SIGNER: RuleKind<SignerRule> = {
  kind: 'signer',
  key: 'signer',
  parse: (value, pointer, origin) => [
    { kind: 'signer', origin, half: 'signature', signers: listOf(value, pointer, readSigner) },
  ],
  judge(rule, facts) {
    const [identity, issuer] = [textFact(facts.certificate?.['identity']), textFact(facts.certificate?.['issuer'])];
    const seen = { identity, issuer };
    if (identity === null || issuer === null) return open('no certificate has verified', seen);
    const one = rule.signers.some((row) => row.identity.matches(identity) && row.issuer.matches(issuer));
    return one ? satisfied(seen) : refuted('policy-signer', 'the signer is none of those named', seen);
  },
  explain: ({ signers }) =>
    `the signer must be ${signers.map((row) => `${asked(row.identity)}, vouched for by ${asked(row.issuer)}`).join('; or ')}`,
  weakens: ({ signers, origin }) =>
    (['identity', 'issuer'] as const).flatMap((part) =>
      signers.some(({ anyone }) => anyone.includes(part)) ? [`${ANYONE[part]} (${origin})`] : [],
    ),
};

/** As of the patterns of the command line. */
const ANYONE = {
  identity: 'ANYONE may have signed: the identity pattern takes every name',
  issuer: 'ANYONE may have vouched: the issuer pattern takes every name',
} as const;

/** A row that anybody meets leaves open who signs: so it is with any list that it stands in. */
export function leavesSignerOpen(rule: Rule): boolean {
  return rule.kind === 'signer' && (rule as SignerRule).signers.some(({ anyone }) => anyone.length > 0);
}

function readSigner(value: JsonValue, pointer: string): AllowedSigner {
  const block = blockOf(value, pointer, ['identity', 'identity_pattern', 'issuer', 'issuer_pattern']);
  const parts = { identity: part(block, 'identity', pointer), issuer: part(block, 'issuer', pointer) };
  return { ...parts, anyone: (['identity', 'issuer'] as const).filter((name) => takesAnyone(parts[name])) };
}

function part(block: JsonObject, name: string, pointer: string): TextMatch {
  const exact = memberOf(block, name);
  const pattern = memberOf(block, `${name}_pattern`);
  if (exact !== undefined && pattern !== undefined)
    throw policyProblem(pointer, `${name} and ${name}_pattern exclude each other`);
  if (exact !== undefined) return exactText(textOf(exact, pointerTo(pointer, name)));
  if (pattern !== undefined) return patternOf(pattern, pointerTo(pointer, `${name}_pattern`));
  throw policyProblem(pointer, `a signer has ${name} or ${name}_pattern`);
}

function textFact(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
