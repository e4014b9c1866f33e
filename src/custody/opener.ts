// SPDX-License-Identifier: Apache-2.0
import type { TrustedKey } from '../model/trusted-root.ts';
import { BEGINNING } from '../trust/validity.ts';
import type { GivenKey } from './key-ring.ts';

/** A plain key that the examiner trusts: it may open a log, and says nothing of whose it is. A trust store may have given it a window. */
export function openerOf({ key, scheme, validFor }: TrustedKey): GivenKey {
  const from = validFor === null || validFor.notBefore === BEGINNING ? {} : { validFrom: validFor.notBefore };
  const until = validFor === null || validFor.notAfter === null ? {} : { validUntil: validFor.notAfter };
  return { id: null, key, scheme, ...from, ...until };
}
