// SPDX-License-Identifier: Apache-2.0

/** Rights of the runtime's permission model, and what each is for. */
const RIGHTS = {
  'fs.read': 'read files',
  'fs.write': 'write files',
  net: 'open a network connection',
  child: 'start other programs',
  worker: 'start threads',
  wasi: 'run WASI modules',
  addon: 'load native modules',
  inspector: 'be opened by a debugger',
} as const;
export type Right = keyof typeof RIGHTS;

export interface Permission {
  readonly right: Right;
  readonly what: string;
  /** null: nobody forbids it, since the runtime was started without its permission model. */
  readonly granted: boolean | null;
}

/** What this very process may do now: rights that a run gave up count as not granted. */
export function permissionsInForce(): readonly Permission[] {
  const { permission } = process as { permission?: { has(scope: string): boolean } };
  return Object.entries(RIGHTS).map(([right, what]) => ({
    right: right as Right,
    what,
    granted: permission === undefined ? null : permission.has(right),
  }));
}
