// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../encoding/limits.ts';

/**
 * Remembers, within one batch, which lines of which checkpoints have verified: many entries rest on one tree head. A key names
 * engine, scheme, key, note and signature, so that nothing is remembered across keys; failures never are.
 */
export interface CheckpointCache {
  has(key: string): boolean;
  add(key: string): void;
}

/** Bounded: the oldest is forgotten first. */
export function createCheckpointCache(max: number = LIMITS.checkpointCache): CheckpointCache {
  const keys = new Set<string>();
  return {
    has: (key) => keys.has(key),
    add: (key) => {
      keys.add(key);
      if (keys.size <= max) return;
      for (const oldest of keys) {
        keys.delete(oldest);
        return;
      }
    },
  };
}
