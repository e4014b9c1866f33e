// SPDX-License-Identifier: Apache-2.0
import type { VerifyOutcome } from '../crypto/engine.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';

/** Signatures of one line that workers look at; further ones are verified by the first thread. */
export const SIGNATURES = 4;
export const SLOT_LINES = 512;
/** Lines are put into a slot until it holds so much; the last one may be as long as a line may be. */
export const SLOT_BYTES = 256 * 1024;
export const OPEN = 0;
export const DONE = 1;

const HEAD = 8;
const ENDS = 4 * (SLOT_LINES + 1);
const OUTCOMES = SIGNATURES * SLOT_LINES;

/** A part of the log in memory that both threads see: the lines go one way, one octet for each signature comes back. */
export interface LineSlot {
  readonly state: Int32Array;
  /** Where line i ends in `data`, at i + 1. */
  readonly ends: Int32Array;
  /** 0: not asked. */
  readonly outcomes: Uint8Array;
  readonly data: Bytes;
}

export function newSlot(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEAD + ENDS + OUTCOMES + SLOT_BYTES + LIMITS.custodyLine);
}

export function slotIn(shared: SharedArrayBuffer): LineSlot {
  return {
    state: new Int32Array(shared, 0, 1),
    ends: new Int32Array(shared, HEAD, SLOT_LINES + 1),
    outcomes: new Uint8Array(shared, HEAD + ENDS, OUTCOMES),
    data: new Uint8Array(shared, HEAD + ENDS + OUTCOMES) as unknown as Bytes,
  };
}

const CODES: readonly VerifyOutcome[] = [
  'valid',
  'invalid',
  'signature-encoding',
  'algorithm-key-mismatch',
  'engine-lacks-algorithm',
  'engines-disagree',
  'signed-data-needed',
];

export function codeOf(outcome: VerifyOutcome): number {
  return CODES.indexOf(outcome) + 1;
}

export function outcomeOf(code: number): VerifyOutcome | null {
  return code === 0 ? null : (CODES[code - 1] ?? null);
}
