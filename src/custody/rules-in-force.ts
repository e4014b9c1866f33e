// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseIsoSeconds } from '../encoding/iso-duration.ts';
import type { JsonValue } from '../model/json.ts';
import type { PolicyRows } from './event.ts';
import { EVENT_TYPES, type EventType, ROLES, type Role } from './event-types.ts';

const TOUCHING = [
  'check-out',
  'check-in',
  'access',
  'examine',
  'analyse',
  'replicate',
  'derive',
  'fixity-check',
  'signature-validation',
  'transfer-receive',
  'transfer-release',
  'anchor',
  'note',
] as const satisfies readonly EventType[];

/** Which role may do what, where the policy does not say (custody timeline v1, section 6). */
const DEFAULT_ROLES: Readonly<Record<Role, readonly string[]>> = {
  custodian: EVENT_TYPES.filter((type) => type !== 'hold-apply' && type !== 'hold-release'),
  examiner: TOUCHING,
  investigator: [...TOUCHING, 'acquire', 'collect'],
  authority: ['hold-apply', 'hold-release', 'policy-change', 'key-status', 'correct', 'redact', 'note'],
  system: ['anchor', 'fixity-check', 'note'],
};

/** The policy of a log from one event to the next. */
export interface RulesInForce {
  /** `sha256:…` of its RFC 8785 form. */
  readonly digest: string;
  readonly roles: ReadonlyMap<Role, ReadonlySet<string>>;
  /** Distinct persons who must have signed. */
  readonly persons: (type: EventType) => number;
  readonly distinctActors: boolean;
  /** Nanoseconds; null: no bound. */
  readonly maxSilence: bigint | null;
  readonly fixityEvery: bigint | null;
  readonly quorum: number;
}

export function rulesOf(rows: PolicyRows): RulesInForce {
  const { dualControl = {}, maxSilence, fixityEvery } = rows;
  return {
    digest: policyDigestOf(rows as unknown as JsonValue),
    roles: new Map(
      ROLES.map((role) => [role, new Set(rows.roles === undefined ? DEFAULT_ROLES[role] : (rows.roles[role] ?? []))]),
    ),
    persons: (type) => (Object.hasOwn(dualControl, type) ? dualControl[type]! : 1),
    distinctActors: rows.distinctActors ?? true,
    maxSilence: maxSilence === undefined ? null : parseIsoSeconds(maxSilence),
    fixityEvery: fixityEvery === undefined ? null : parseIsoSeconds(fixityEvery),
    quorum: rows.quorum ?? 0,
  };
}

/** What an event names a policy by: `sha256:` of its RFC 8785 form. */
export function policyDigestOf(policy: JsonValue): string {
  return `sha256:${sha256Hex(canonicalJson(policy))}`;
}

/** In what a policy asks less than the one before; nothing where it asks as much or more. */
export function relaxations(before: RulesInForce, after: RulesInForce): string[] {
  const less: string[] = [];
  for (const type of EVENT_TYPES) {
    if (after.persons(type) < before.persons(type)) less.push(`${type} by ${after.persons(type)} persons`);
  }
  for (const [role, types] of after.roles) {
    const more = [...types].filter((type) => before.roles.get(role)?.has(type) !== true);
    if (more.length > 0) less.push(`${role} may ${more.slice(0, 4).join(', ')}`);
  }
  if (before.distinctActors && !after.distinctActors) less.push('one person on both sides of a hand-off');
  if (isLonger(before.maxSilence, after.maxSilence)) less.push('longer silence');
  if (isLonger(before.fixityEvery, after.fixityEvery)) less.push('fewer fixity checks');
  if (after.quorum < before.quorum) less.push(`a quorum of ${after.quorum}`);
  return less;
}

function isLonger(before: bigint | null, after: bigint | null): boolean {
  return before !== null && (after === null || after > before);
}
