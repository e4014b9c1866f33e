// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../../encoding/limits.ts';
import type { Bytes } from '../../model/bytes.ts';
import { Malformed } from '../../model/malformed.ts';
import type { TufRole, TufTarget, TufTargets } from './metadata.ts';
import { isDelegated } from './path-pattern.ts';
import type { Delegator } from './threshold.ts';

export interface FoundTarget {
  /** The role that vouches for it. */
  readonly role: string;
  readonly target: TufTarget;
  /** null: it was not copied. */
  readonly bytes: Bytes | null;
}

/** The verified list of a role; null where it is not at hand, or was refused. */
export type RoleLoader = (role: TufRole, delegator: Delegator) => TufTargets | null;

interface Walked {
  readonly targets: readonly { readonly role: string; readonly target: TufTarget }[];
  readonly notHeld: readonly string[];
}

/**
 * TUF 1.0 §5.6.7: every list of targets that is delegated to, and for each target the role that comes first in a walk through the
 * delegations that are about it. A role that is missing hides what comes after it: it might have spoken first.
 *
 * @throws Malformed `limit-exceeded`, `tuf-role`
 */
export function loadTargets(top: TufRole, root: Delegator, load: RoleLoader): Walked {
  const loaded: Loaded = new Map();
  const visit = (role: TufRole, delegator: Delegator, path: readonly string[]): void => {
    if (path.includes(role.name)) throw new Malformed('tuf-role', `${[...path, role.name].join(' delegates to ')}`);
    // Delegated to by two: it was verified for the first of them alone, and counts for that one.
    if (loaded.has(role.name)) return;
    const most = LIMITS.tufRoles + 2 ** LIMITS.tufBinBits;
    if (loaded.size >= most) throw new Malformed('limit-exceeded', `more than ${most} roles`);
    const targets = load(role, delegator);
    loaded.set(role.name, { by: path[path.length - 1] ?? null, targets });
    if (targets === null) return;
    const own: Delegator = { name: role.name, keys: targets.keys, model: targets.model };
    for (const next of targets.delegations) visit(next, own, [...path, role.name]);
  };
  visit(top, root, []);
  const names = new Set([...loaded.values()].flatMap(({ targets }) => [...(targets?.targets.keys() ?? [])]));
  return {
    targets: [...names].sort().flatMap((name) => find(name, top.name, loaded) ?? []),
    notHeld: [...loaded].filter(([, { targets }]) => targets === null).map(([name]) => name),
  };
}

type Loaded = Map<string, { readonly by: string | null; readonly targets: TufTargets | null }>;

function find(path: string, top: string, loaded: Loaded) {
  const left = [top];
  const visited = new Set<string>();
  for (let role = left.pop(); role !== undefined; role = left.pop()) {
    if (visited.has(role)) continue;
    visited.add(role);
    const list = loaded.get(role)?.targets ?? null;
    if (list === null) return null;
    const target = list.targets.get(path);
    if (target !== undefined) return { role, target };
    const next: string[] = [];
    for (const delegation of list.delegations) {
      if (!isDelegated(delegation, path)) continue;
      // As if it were not held.
      if (loaded.get(delegation.name)?.by !== role) return null;
      next.push(delegation.name);
      if (delegation.terminating) {
        left.length = 0;
        break;
      }
    }
    left.push(...next.reverse());
  }
  return null;
}
