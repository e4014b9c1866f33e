// SPDX-License-Identifier: Apache-2.0
import { ASKED_BY_RULES, type Judgement, type ProposedPin } from '../model/policy.ts';
import type { PolicyFacts, Rule } from '../model/policy-document.ts';
import type { ItemFacts } from '../model/report.ts';
import { algorithmOf, type DigestRule } from './rules/digest.ts';

/**
 * What `auto_update` suggests: the observed digests and signer, and only where the signature verified under a trusted root
 * and nothing else than the pinned digest differs, under the strictest reading. It changes nothing by itself.
 */
export function proposedPin(
  item: ItemFacts,
  judgements: readonly Judgement[],
  rules: readonly Rule[],
  facts: PolicyFacts | null,
): ProposedPin | null {
  if (facts === null) return null;
  // The judgement of the fallback itself is about the whole.
  const own = judgements.filter(({ check }) => check !== 'policy.fallback');
  const pins = own.filter(({ reason }) => reason === 'policy-digest');
  // What warns is wrong too, and a skipped or waived check leaves open what it would have shown.
  const others = own.filter((one) => !pins.includes(one));
  if (pins.length === 0 || others.some(isAgainst)) return null;
  if (!NEEDED.every((id) => holds(item, id, judgements))) return null;
  // A row without an algorithm that the pin has would ask less than it does.
  const held = new Set(facts.digests.map(algorithmOf));
  const pinned = (rules as readonly DigestRule[]).filter(({ kind }) => kind === 'digest');
  if (pinned.some((rule) => rule.pins.some((pin) => !held.has(algorithmOf(pin))))) return null;
  const [identity, issuer] = [textOf(facts.certificate?.['identity']), textOf(facts.certificate?.['issuer'])];
  if (identity === null || issuer === null) return null;
  const digests = [...new Set(facts.digests)];
  return {
    rules: pins.map(({ rule }) => rule),
    digests,
    signer: { identity, issuer },
    row: rowOf(digests, identity, issuer),
  };
}

const NEEDED = ['signature.valid', 'certificate.path', 'certificate.identity', 'subject.digest'];

function isAgainst({ effect, underEnforce }: Judgement): boolean {
  return [effect, underEnforce].some((one) => one === 'rejects' || one === 'warns') || effect === 'waived';
}

/** Passed; of the identity also where rules that say who may have signed are met in its place. */
function holds(item: ItemFacts, id: string, judgements: readonly Judgement[]): boolean {
  const same = item.checks.flatMap((check, i) => (check.id === id ? [{ check, judgement: judgements[i] }] : []));
  return (
    same.length > 0 &&
    same.every(({ check, judgement }) => check.outcome === 'passed' || judgement?.rule === ASKED_BY_RULES)
  );
}

/** Two keys of a `require` block, each on a line: they stand at any indentation, and ASCII alone is in them. */
function rowOf(digests: readonly string[], identity: string, issuer: string): string {
  const list = digests.map(quoted).join(', ');
  return `digest: [${list}]\nsigner: [{ identity: ${quoted(identity)}, issuer: ${quoted(issuer)} }]\n`;
}

/** A text of YAML in double quotes, which is one of JSON: nothing that the evidence brings can end it, or cannot be seen. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
