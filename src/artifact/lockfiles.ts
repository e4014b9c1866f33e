// SPDX-License-Identifier: Apache-2.0
import type { LockfileKind } from './lock-entry.ts';
import { PIP_REQUIREMENTS } from './lockfiles/pip-requirements.ts';
import { PDM_LOCK, POETRY_LOCK, PYLOCK, UV_LOCK } from './lockfiles/python-toml-locks.ts';

/** Lockfiles, by the names that their tools give them. No two rows recognise the same name. */
export const LOCKFILES: readonly LockfileKind[] = [PIP_REQUIREMENTS, UV_LOCK, POETRY_LOCK, PDM_LOCK, PYLOCK];

/** The row of a file name, or null. */
export function lockfileKind(fileName: string): LockfileKind | null {
  return LOCKFILES.find((kind) => kind.recognises(fileName)) ?? null;
}
