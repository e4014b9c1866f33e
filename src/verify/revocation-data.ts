// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { NamedCrl, RevocationData } from '../trust/revocation/data.ts';
import type { TimeWitness } from '../trust/revocation/time-witness.ts';
import { nameText } from '../x509/name-text.ts';

/** Lists of an issuer that is asked about, and that it has not signed. */
export function unsoundLists({ problems }: TimeWitness, place: Locator): Check[] {
  return problems.map((problem) => malformedCheck('revocation.data', place, problem));
}

/** Whether what is known is still what is known: a list that should have been followed by another may miss what matters. */
export function freshLists(data: RevocationData, crls: Iterable<NamedCrl>, at: Instant, place: Locator): Check[] {
  const all = [
    ...[...crls].map(({ name, crl }) => ({ name, issued: crl.thisUpdate, next: crl.nextUpdate })),
    ...data.lists.map(({ name, issuedAt, nextUpdate }) => ({ name, issued: issuedAt, next: nextUpdate })),
  ];
  const distinct = all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
  if (distinct.length === 0) return [];
  const stale = distinct.find(({ next }) => next !== null && at > next);
  const facts = { lists: distinct.map(({ name, issued }) => `${name} of ${formatInstant(issued)}`) };
  if (stale === undefined) return [passed('revocation.data', place, facts)];
  const detail = `${stale.name} is of ${formatInstant(stale.issued)}, and the next one was due by ${formatInstant(stale.next!)}`;
  return [notPassed('revocation.data', place, 'revocation-stale', detail, facts)];
}

/** A list that was named for the question and answers nothing of it: who asked believes that it was looked up. */
export function unrelatedLists(data: RevocationData, related: ReadonlySet<NamedCrl>, place: Locator): Check[] {
  const asked = data.crls.filter((one) => one.asked);
  if (asked.length === 0 || asked.some((one) => related.has(one))) return [];
  const issuers = asked.map(({ name, crl }) => `${name} is of ${nameText(crl.issuer)}`);
  return [notPassed('revocation.data', place, 'crl-other-issuer', issuers.join('; '))];
}
