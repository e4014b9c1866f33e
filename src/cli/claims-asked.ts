// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { claimFromWord, type RequiredClaim, readRequiredClaims } from '../attest/claims.ts';
import { readTrustFile } from '../trust/load.ts';
import { orUsage } from './signer-asked.ts';

/** What must be said before it is signed. */
export const CLAIM_FLAGS = {
  'require-claim': Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    description: 'what the statement must say: /pointer, or /pointer=TEXT',
  }),
  claims: Flags.string({ description: 'file of required claims (JSON), as the rule claims of a policy has them' }),
} as const;

/** @throws UsageError */
export function claimsAsked(flags: Readonly<Record<string, unknown>>): readonly RequiredClaim[] {
  const words = (flags['require-claim'] as readonly string[] | undefined) ?? [];
  const file = flags['claims'] as string | undefined;
  return [
    ...words.map((word) => orUsage('--require-claim', () => claimFromWord(word))),
    ...(file === undefined ? [] : orUsage(`--claims ${file}`, () => readRequiredClaims(readTrustFile(file)))),
  ];
}
