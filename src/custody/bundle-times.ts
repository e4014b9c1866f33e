// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import type { Problem } from '../model/malformed.ts';
import type { SigningTime } from '../model/times.ts';
import type { AnchorKey } from './sourced-anchor.ts';

export interface BundleTime extends SigningTime {
  /** Whose word it is. */
  readonly keys: readonly AnchorKey[];
}

/** What a Sigstore bundle over a note comes to. */
export type BundleTimes =
  | { readonly kind: 'proven'; readonly times: readonly BundleTime[] }
  /** Something of it is wrong. */
  | { readonly kind: 'refuted'; readonly problem: Problem }
  /** Nothing is wrong, and nothing known here vouches for it. */
  | { readonly kind: 'open'; readonly problem: Problem };

/** How bundles are verified: not by custody itself, which knows no envelopes of others. */
export type BundleVerifier = (bundle: JsonObject, note: Bytes, name: string) => BundleTimes;
