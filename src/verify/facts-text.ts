// SPDX-License-Identifier: Apache-2.0
import type { PolicyFacts } from '../model/policy-document.ts';
import type { ItemFacts } from '../model/report.ts';

type TextOf<T> = { readonly [name in keyof T]: unknown };

/** Facts as JSON, those that rules read among them: for this tool alone. */
export function factsText({ policyFacts, ...facts }: ItemFacts): string {
  if (policyFacts === undefined) return JSON.stringify(facts);
  const { at, signedAt, ...rest } = policyFacts;
  const told: TextOf<PolicyFacts> = { ...rest, at: String(at), signedAt: signedAt.map(String) };
  return JSON.stringify({ ...facts, policyFacts: told });
}

/** @param text what `factsText` has written, which is known by its checksum */
export function factsFromText(text: string): ItemFacts {
  const { policyFacts, ...facts } = JSON.parse(text) as ItemFacts & { readonly policyFacts?: TextOf<PolicyFacts> };
  if (policyFacts === undefined) return facts;
  const { at, signedAt } = policyFacts as { readonly at: string; readonly signedAt: readonly string[] };
  const told = { ...policyFacts, at: BigInt(at), signedAt: signedAt.map(BigInt) };
  return { ...facts, policyFacts: told as unknown as PolicyFacts };
}
