// SPDX-License-Identifier: Apache-2.0
import type { VerifyOutcome } from '../crypto/engine.ts';
import type { RingKey } from './key-ring.ts';

/** What another thread, or an earlier run over the same line, has found of the signatures of one line. */
export interface KnownSignatures {
  /**
   * @param index of the signature in its line
   * @returns what `key` makes of it; null: nobody has asked yet
   */
  of(index: number, key: RingKey): VerifyOutcome | null;
  /** Told of what nobody knew, once it is found. */
  found?(index: number, key: RingKey, outcome: VerifyOutcome): void;
}
