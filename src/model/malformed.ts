// SPDX-License-Identifier: Apache-2.0
import type { ReasonCode } from './reasons.ts';

/** Why a piece of input is not what it should be, and where in it. */
export interface Problem {
  readonly reason: ReasonCode;
  /** One lowercase sentence without a full stop; names the field or the offset. */
  readonly detail: string;
}

/**
 * Thrown by the readers of hostile input, and caught by `attempt` at the edge of each stage: never by anything else.
 * Any other exception is a fault of ours and must reach the top as an internal error.
 */
export class Malformed extends Error implements Problem {
  readonly reason: ReasonCode;
  readonly detail: string;
  constructor(reason: ReasonCode, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'Malformed';
    this.reason = reason;
    this.detail = detail;
  }
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Runs a reader. A `Malformed` becomes a failure that carries its reason; everything else is rethrown. */
export function attempt<T>(read: () => T): Parsed<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, problem: { reason: error.reason, detail: error.detail } };
    throw error;
  }
}
