// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import { domainNamed, type TrustStore } from '../trust/held/open.ts';
import type { TufSource } from '../trust/tuf/source.ts';
import { type TufOutcome, verifyTuf } from '../trust/tuf/workflow.ts';
import type { TrustGiven } from '../verify/compose-report.ts';
import type { JudgingTime } from './session.ts';
import type { StepResult } from './single-step.ts';
import { orUsage, type PinAsked } from './trust-asked.ts';

export interface RepositoryAsked {
  readonly source: TufSource;
  readonly pin: PinAsked;
  readonly store: TrustStore | null;
  readonly domain: string | null;
  readonly time: JudgingTime;
  readonly engine: Engine;
  readonly allowStale: boolean;
}

export function verifyRepository({ source, pin, store, domain, time, engine }: RepositoryAsked): TufOutcome {
  const memory = store === null || domain === null ? null : (domainNamed(store, domain)?.tuf ?? null);
  return orUsage(source.name, () => verifyTuf({ source, pinned: pin.root, memory, at: time.at, engine }));
}

/** What the report of a repository says beside its checks. */
export function repositoryStep(
  asked: RepositoryAsked,
  { rootsOnly, rolesNotHeld, targets }: TufOutcome,
): Omit<StepResult, 'name' | 'command' | 'checks'> {
  const { pin, time, engine, domain, store, allowStale } = asked;
  const seen = store !== null && domain !== null && domainNamed(store, domain)?.tuf != null;
  const at = time.isClock ? "the machine's clock" : formatInstant(time.at);
  const absent = targets.filter(({ bytes }) => bytes === null).map(({ target }) => target.path);
  return {
    criteria: [
      `from ${pin.from}, sha256:${pin.root.sha256}`,
      'each root signed by the distinct keys that the one before it and it itself ask for',
      seen ? `nothing older than what the domain ${domain} has seen` : 'nothing is remembered that could be older',
      `nothing expired at ${at}`,
    ],
    engine: engine.id,
    judgedAt: { at: time.at, source: time.isClock ? 'clock' : 'asked' },
    trust: [pinTrust(pin)],
    limitations: [
      ...(rootsOnly ? ROOTS_ONLY : ['that the copy is the newest state there is: only that it had not expired']),
      ...(absent.length === 0 ? [] : [`targets that were not copied: ${absent.join(', ')}`]),
      ...(rolesNotHeld.length === 0 ? [] : [`delegated roles that were not copied: ${rolesNotHeld.join(', ')}`]),
    ],
    ...(allowStale
      ? {
          softened: {
            policy: { ...DEFAULT_POLICY, allowStale: true },
            weakenings: ['expired metadata is taken (--allow-stale)'],
          },
        }
      : {}),
  };
}

const ROOTS_ONLY = [
  'a history of roots proves who may sign: that the last root follows from the one that is pinned',
  'it proves nothing of timestamp, snapshot and targets, which are not there: neither that a trusted root or a key file is the right one, nor that it is the newest',
];

function pinTrust({ root, from }: PinAsked): TrustGiven {
  const origin = { name: root.name, sha256: root.sha256, issuedAt: null, held: from };
  return { origin, setAside: [], unknownMembers: [] };
}
