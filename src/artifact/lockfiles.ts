// SPDX-License-Identifier: Apache-2.0
import type { LockfileKind } from './lock-entry.ts';
import { MCP_TAP_LOCK } from './lockfiles/mcp-tap-lock.ts';
import { PACKAGE_LOCK } from './lockfiles/package-lock.ts';
import { PIP_REQUIREMENTS } from './lockfiles/pip-requirements.ts';
import { PNPM_LOCK } from './lockfiles/pnpm-lock.ts';
import { PDM_LOCK, POETRY_LOCK, PYLOCK, UV_LOCK } from './lockfiles/python-toml-locks.ts';
import { YARN_LOCK } from './lockfiles/yarn-lock.ts';

/** Lockfiles, by the names that their tools give them. No two rows recognise the same name. */
export const LOCKFILES: readonly LockfileKind[] = [
  PACKAGE_LOCK,
  PNPM_LOCK,
  YARN_LOCK,
  PIP_REQUIREMENTS,
  MCP_TAP_LOCK,
  UV_LOCK,
  POETRY_LOCK,
  PDM_LOCK,
  PYLOCK,
];

/** The row of a file name, or null. */
export function lockfileKind(fileName: string): LockfileKind | null {
  return LOCKFILES.find((kind) => kind.recognises(fileName)) ?? null;
}
