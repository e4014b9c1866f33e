// SPDX-License-Identifier: Apache-2.0

/** The name of every custody log (custody timeline v1, section 1). */
export const CUSTODY_LOG_NAME = 'custody.jsonl';

/** Whether a path is of a custody log, by its name alone: one that cannot be read as one is refused, and not passed over. */
export function isCustodyLog(path: string): boolean {
  return path === CUSTODY_LOG_NAME || path.endsWith(`/${CUSTODY_LOG_NAME}`);
}
