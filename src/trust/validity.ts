// SPDX-License-Identifier: Apache-2.0
import { member, optionalObject, optionalString } from '../encoding/json-fields.ts';
import { formatInstant, parseRfc3339 } from '../encoding/rfc3339.ts';
import { type Instant, instantFromSeconds, type TimeWindow, windowContains } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed, type Problem } from '../model/malformed.ts';
import type { TrustedKey } from '../model/trusted-root.ts';

/** 0001-01-01, the first instant that protobuf and RFC 3339 can name: for keys whose beginning is not stated. */
export const BEGINNING = instantFromSeconds(-62_135_596_800n);

/**
 * Sigstore's TimeRange, both ends inclusive. An end before the start gives an empty window, which is not malformed.
 *
 * @returns 'absent' where there is no range, 'no-start' where it has none: the two are never taken for an open beginning
 * @throws Malformed `json-shape`, `time-invalid`
 */
export function readTimeRange(owner: JsonObject, pointer: string): TimeWindow | 'absent' | 'no-start' {
  const range = optionalObject(owner, 'validFor', pointer);
  if (range === undefined) return 'absent';
  const at = `${pointer}/validFor`;
  const end = readTime(range, 'end', at);
  const start = readTime(range, 'start', at);
  return start === null ? 'no-start' : { notBefore: start, notAfter: end };
}

/** A member that holds an RFC 3339 time; null where absent. */
export function readTime(owner: JsonObject, name: string, pointer: string): Instant | null {
  if (member(owner, name) === undefined) return null;
  const text = optionalString(owner, name, pointer);
  try {
    return parseRfc3339(text ?? '').time;
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new Malformed(error.reason, `${error.detail}, at ${pointer}/${name}`);
  }
}

/**
 * Was the key in its window when it signed. A key that never ends needs no time; one that ends wants proof of when it signed.
 *
 * @param signedAt the proven (or examiner's) time of signing, null where there is none
 * @param judgedAt whatever was signed by then was not signed under a window that begins later; null: no instant is asked about
 * @returns null where it was
 */
export function keyWindowAt(
  key: Pick<TrustedKey, 'validFor'>,
  signedAt: Instant | null,
  judgedAt: Instant | null,
): Problem | null {
  const window = key.validFor;
  if (window === null) return null;
  if (judgedAt !== null && judgedAt < window.notBefore)
    return {
      reason: 'key-window',
      detail: `the key is valid ${describeWindow(window)}, and is asked about at ${formatInstant(judgedAt)}`,
    };
  if (signedAt === null) {
    if (window.notAfter === null) return null;
    return {
      reason: 'key-window-unproven',
      detail: `the key is valid ${describeWindow(window)}, and no time of signing is known`,
    };
  }
  if (windowContains(window, signedAt)) return null;
  return {
    reason: 'key-window',
    detail: `signed at ${formatInstant(signedAt)}, and the key is valid ${describeWindow(window)}`,
  };
}

export function describeWindow(window: TimeWindow): string {
  const from = window.notBefore === BEGINNING ? '' : `from ${formatInstant(window.notBefore)} `;
  return window.notAfter === null ? `${from}on` : `${from}to ${formatInstant(window.notAfter)}`;
}
