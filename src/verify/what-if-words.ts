// SPDX-License-Identifier: Apache-2.0
import { type Demand, fares, type Standing } from '../custody/demands.ts';
import type { ProvenInterval } from '../custody/intervals.ts';
import { formatInstant } from '../encoding/rfc3339.ts';

/** Names of keys, by their SHA-256. */
export type KeyNames = ReadonlyMap<string, string>;

/** Why an event stands, falls or is undecided: the demand that decides, in words. */
export function becauseOf(
  line: number,
  standing: Standing,
  demands: readonly Demand[],
  intervalOf: (line: number) => ProvenInterval,
  names: KeyNames,
): string {
  const same = demands.filter((demand) => fares(demand, intervalOf(demand.line)) === standing);
  // Of those that stand the one with the least room is told.
  const [first] = [...same].sort((a, b) => (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0));
  if (first === undefined)
    return standing === 'stands' ? 'no key of it is in doubt' : 'no signature of it verifies under a known key';
  return `${placeOf(first, line)}${SAYS[first.kind][standing](first, intervalOf(first.line))}, and the ${ROLE[first.kind]} of ${names.get(first.key) ?? first.key} ${EDGE[first.kind]} ${formatInstant(first.edge)}`;
}

function placeOf({ kind, line: own }: Demand, line: number): string {
  if (kind === 'join') return `what event ${line} quotes of the other log `;
  return own === line ? 'it ' : `event ${own}, which brought its key in, `;
}

const ROLE: Readonly<Record<Demand['kind'], string>> = {
  compromised: 'key',
  join: 'key',
  expired: 'key',
  early: 'key',
};
const EDGE: Readonly<Record<Demand['kind'], string>> = {
  compromised: 'is in other hands since',
  join: 'is in other hands since',
  expired: 'was valid until',
  early: 'was valid from',
};

type Say = (demand: Demand, interval: ProvenInterval) => string;
const existed: Say = (_, { notAfter }) =>
  `existed by ${notAfter === null ? 'nobody knows when' : formatInstant(notAfter)}`;
const later: Say = (_, { notBefore }) =>
  `did not exist before ${notBefore === null ? 'nobody knows when' : formatInstant(notBefore)}`;
const unprovenBy: Say = (_, { notAfter }) =>
  notAfter === null
    ? 'is not proven to have existed by any time'
    : `is proven to have existed by ${formatInstant(notAfter)} only`;
const unprovenFrom: Say = (_, { notBefore }) =>
  notBefore === null
    ? 'is not proven to be later than any time'
    : `is proven to be later than ${formatInstant(notBefore)} only`;

const BY: Readonly<Record<Standing, Say>> = { stands: existed, falls: later, undecided: unprovenBy };
const SAYS: Readonly<Record<Demand['kind'], Readonly<Record<Standing, Say>>>> = {
  compromised: BY,
  join: BY,
  expired: BY,
  early: { stands: later, falls: existed, undecided: unprovenFrom },
};
