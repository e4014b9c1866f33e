// SPDX-License-Identifier: Apache-2.0
import type { LogKind } from './log-kind.ts';
import { REKOR_V1 } from './rekor-v1.ts';
import { REKOR_V2 } from './rekor-v2.ts';

/** Every kind of log that is known here. */
export const LOGS: readonly LogKind[] = [REKOR_V1, REKOR_V2];

/** The kind of log that writes such entries; entries that nobody writes are held against the first. */
export function logKindOf(kind: string, version: string): LogKind {
  return LOGS.find((row) => row.entryKinds.includes(`${kind} ${version}`)) ?? REKOR_V1;
}
