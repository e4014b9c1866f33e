// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import { type Instant, windowContains } from '../model/instant.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { entriesFor, type RevocationData } from '../trust/revocation/data.ts';
import { describeWindow } from '../trust/validity.ts';

/** Keys of a domain that answer at an instant, where nothing tells when they signed: who has stolen one can write any time. */
export function keysThatStand(
  all: readonly TrustedKey[],
  revocation: RevocationData | null,
  at: Instant,
): { readonly keys: readonly TrustedKey[]; readonly leftOut: readonly string[] } {
  const keys: TrustedKey[] = [];
  const leftOut: string[] = [];
  for (const one of all) {
    const { key, name, validFor } = one;
    const [entry] = revocation === null ? [] : entriesFor(revocation, null, key.fingerprint);
    if (entry !== undefined) leftOut.push(`the key ${name} is revoked (${entry.reason})`);
    else if (validFor !== null && !windowContains(validFor, at))
      leftOut.push(`the key ${name} is valid ${describeWindow(validFor)}, and asked at ${formatInstant(at)}`);
    else keys.push(one);
  }
  return { keys, leftOut };
}

/** Of keys that were named, or that have signed: what is revoked stands only by a proven time, and here there is none. */
export function revocationOfKeys(
  keys: readonly TrustedKey[],
  revocation: RevocationData | null,
  at: Instant,
  place: Locator,
): readonly Check[] {
  if (revocation === null || revocation.lists.length === 0 || keys.length === 0) return [];
  const lists = revocation.lists.map(({ name, issuedAt }) => `${name} of ${formatInstant(issuedAt)}`);
  const stale = revocation.lists.find(({ nextUpdate }) => nextUpdate !== null && at > nextUpdate);
  const fresh =
    stale === undefined
      ? passed('revocation.data', place, { lists })
      : notPassed(
          'revocation.data',
          place,
          'revocation-stale',
          `${stale.name} is of ${formatInstant(stale.issuedAt)}, and the next one was due by ${formatInstant(stale.nextUpdate!)}`,
          { lists },
        );
  const said = keys.flatMap(({ key, name }) =>
    entriesFor(revocation, null, key.fingerprint).map(({ since, reason }) => ({ name, since, reason })),
  );
  const worst = said.find(({ since }) => since === null) ?? said[0];
  if (worst === undefined) return [fresh, passed('key.revocation', place, { provenBy: null, revocations: [] })];
  const from = worst.since === null ? 'from the beginning' : `since ${formatInstant(worst.since)}`;
  const revoked = `the key ${worst.name} is revoked ${from} (${worst.reason})`;
  return [
    fresh,
    worst.since === null
      ? notPassed('key.revocation', place, 'revoked', revoked)
      : notPassed('key.revocation', place, 'revoked-unproven', `${revoked}, and no time has verified`),
  ];
}
