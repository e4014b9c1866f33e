// SPDX-License-Identifier: Apache-2.0
import type { Check } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { InputRecord } from '../model/report.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import type { TrustGiven } from '../verify/compose-report.ts';
import { trustedRoots } from './asked.ts';
import type { HeldTrust } from './held-trust.ts';
import type { StepResult } from './single-step.ts';
import { MaterialNeeded, UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** What of a trust store can answer a question. */
export type Answering = 'roots' | 'certificates' | 'keys' | 'registry' | 'keyrings';

export interface TrustQuestion {
  /** Where a store holds none of it, there is nothing to judge by. */
  readonly answers: readonly Answering[];
  /** An identity was asked for, so that no key answers. */
  readonly withIdentity?: boolean;
}

/** Trust beyond files of keys and roots: its reader is loaded only where it is asked for. */
const HELD = ['trust-store', 'trust-domain', 'crl', 'revocation-list'] as const;

const NOTHING = {
  keys: [],
  registry: null,
  keyrings: [],
  certificates: [],
  stale: [],
  revocation: null,
  later: [],
  told: null,
} as const;

/**
 * Whom to trust: of every command, by `--trusted-root`, or by `--trust-store` and `--trust-domain`, with what is known of revocations.
 *
 * @throws UsageError, MaterialNeeded where a domain is named and not held
 */
export async function trustGiven(flags: Flags, question: TrustQuestion): Promise<HeldTrust> {
  if (HELD.some((name) => flags[name] !== undefined))
    return (await import('./held-trust.ts')).heldTrust(flags, question);
  if (!question.answers.includes('roots')) return { ...NOTHING, trust: { roots: [], inputs: [] }, origins: [] };
  return {
    ...NOTHING,
    trust: trustedRoots((flags['trusted-root'] as readonly string[] | undefined) ?? []),
    origins: [],
  };
}

export interface PlainKeys {
  readonly keys: readonly TrustedKey[];
  readonly inputs: readonly InputRecord[];
  /** For the report: which keys of the domains do not count, and why. */
  readonly leftOut: readonly string[];
  /** What is known of the keys that were named by their files. */
  readonly revocationOf: (place: Check['at']) => readonly Check[];
  readonly trust: readonly TrustGiven[];
  /** The report names the instant where windows of keys were asked about it. */
  readonly judged: { readonly judgedAt?: { readonly at: Instant; readonly source: 'clock' } };
}

/**
 * Keys of files, and those of the domains that are named: for questions that have no time of signing, so that a key which has ended at the
 * instant, or is revoked, answers no longer.
 */
export async function plainKeys(
  flags: Flags,
  given: { readonly keys: readonly TrustedKey[]; readonly inputs: readonly InputRecord[] },
  at: Instant,
): Promise<PlainKeys> {
  const files = { ...given, leftOut: [], revocationOf: () => [], trust: [], judged: {} };
  if (flags['trust-store'] === undefined && flags['trust-domain'] === undefined) return files;
  if (flags['trust-domain'] === undefined)
    throw new UsageError('--trust-store: name the domain whose keys are meant with --trust-domain');
  const held = await trustGiven(flags, { answers: ['keys'] });
  const { keysThatStand, revocationOfKeys } = await import('../verify/plain-revocation.ts');
  const { keys, leftOut } = keysThatStand(held.keys, held.revocation, at);
  if (keys.length === 0 && given.keys.length === 0)
    throw new MaterialNeeded(`no key of the domain counts at this instant: ${leftOut.join('; ')}`);
  return {
    keys: [...given.keys, ...keys],
    inputs: [...given.inputs, ...held.trust.inputs],
    leftOut: leftOut.map((what) => `left out: ${what}`),
    revocationOf: (place) => revocationOfKeys(given.keys, held.revocation, at, place),
    trust: held.origins,
    judged: { judgedAt: { at, source: 'clock' } },
  };
}

/** For the report of a single step: what of the trust was imported from expired metadata, as `verify` tells it among the weakenings. */
export function softenedBy(stale: readonly string[]): { readonly softened?: NonNullable<StepResult['softened']> } {
  return stale.length === 0 ? {} : { softened: { policy: DEFAULT_POLICY, weakenings: stale } };
}
