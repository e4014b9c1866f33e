// SPDX-License-Identifier: Apache-2.0

/** Lockfiles by the names that their tools give them, apart from their readers: whether a file is one is asked of every operand. */
export const LOCKFILE_NAMES = {
  'package-lock.json': (fileName: string) => fileName === 'package-lock.json' || fileName === 'npm-shrinkwrap.json',
  'pnpm-lock.yaml': (fileName: string) => fileName === 'pnpm-lock.yaml',
  'yarn.lock': (fileName: string) => fileName === 'yarn.lock',
  'requirements.txt': (fileName: string) =>
    /^(?:requirements|constraints)(?:[-_.][A-Za-z0-9._-]+)?\.txt$/.test(fileName),
  'mcp-tap.lock': (fileName: string) => fileName === 'mcp-tap.lock',
  'uv.lock': (fileName: string) => fileName === 'uv.lock',
  'poetry.lock': (fileName: string) => fileName === 'poetry.lock',
  'pdm.lock': (fileName: string) => fileName === 'pdm.lock',
  'pylock.toml': (fileName: string) => /^pylock(?:\.[^.]+)?\.toml$/.test(fileName),
} as const;

export type LockfileId = keyof typeof LOCKFILE_NAMES;

/** By the last part of the path. */
export function isLockfileName(path: string): boolean {
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  return Object.values(LOCKFILE_NAMES).some((isOne) => isOne(fileName));
}
