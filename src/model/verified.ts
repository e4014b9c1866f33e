// SPDX-License-Identifier: Apache-2.0
import type { Brand } from './bytes.ts';

/**
 * A value that a verification step has established. Only crypto/, merkle/, x509/, log/, time/ and trust/ may call
 * `mintVerified` (scripts/layers.ts checks it): everything else can receive such a value, and never make one.
 */
export type Verified<T> = Brand<T, 'verified'>;

export function mintVerified<T>(value: T): Verified<T> {
  return value as Verified<T>;
}
