// SPDX-License-Identifier: Apache-2.0
import type { Judgement, ProposedPin } from '../model/policy.ts';
import type { PolicyFacts } from '../model/policy-document.ts';
import type { ItemFacts } from '../model/report.ts';

/**
 * What `auto_update` suggests: the observed digests and signer, and only where the signature verified under a trusted root
 * and nothing else than the pinned digest differs, under the strictest reading. It changes nothing by itself.
 */
export function proposedPin(
  item: ItemFacts,
  judgements: readonly Judgement[],
  facts: PolicyFacts | null,
): ProposedPin | null {
  if (facts === null) return null;
  // The judgement of the fallback itself is about the whole.
  const against = judgements.filter(
    ({ effect, underEnforce, check }) => (underEnforce ?? effect) === 'rejects' && check !== 'policy.fallback',
  );
  const [pin] = against;
  if (pin === undefined || against.some(({ reason }) => reason !== 'policy-digest')) return null;
  // A skipped or waived check leaves open what it would have shown.
  if (judgements.some(({ effect }) => effect === 'waived')) return null;
  const needed = ['signature.valid', 'certificate.path', 'certificate.identity', 'subject.digest'];
  if (!needed.every((id) => holds(item, id))) return null;
  return {
    rule: pin.rule,
    digests: [...facts.digests],
    signer: { identity: textOf(facts.certificate?.['identity']), issuer: textOf(facts.certificate?.['issuer']) },
  };
}

function holds(item: ItemFacts, id: string): boolean {
  const same = item.checks.filter((check) => check.id === id);
  return same.length > 0 && same.every((check) => check.outcome === 'passed');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
