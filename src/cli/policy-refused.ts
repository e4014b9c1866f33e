// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { Report } from '../model/report.ts';
import { composeReport } from '../verify/compose-report.ts';
import type { PolicyFile } from './policy-file.ts';
import { judgingTime, type OutputFlags, runRecord } from './session.ts';
import { VERSION } from './version.ts';

type Refused = Extract<PolicyFile, { ok: false }>;

/** The report of a run that ended at its policy: the policy is its one item, and no evidence was read. */
export function refusedPolicyReport(
  command: string,
  { item, inputs, trust, criteria }: Refused,
  flags: OutputFlags & { readonly [name: string]: unknown },
): Report {
  const { at, isClock } = judgingTime({
    at: flags['at'] as string | undefined,
    attime: flags['attime'] as string | undefined,
  });
  // A digest is the same at every instant.
  const source = trust.roots.length === 0 ? 'none' : isClock ? 'clock' : 'asked';
  return composeReport({
    version: VERSION,
    engine: (flags['engine'] as string | undefined) ?? 'native',
    command,
    at,
    atIsClock: isClock,
    atSource: source,
    skewSeconds: 0,
    criteria,
    weakenings: [],
    inputs,
    roots: trust.roots.filter(({ origin }) => trust.inputs.length > 0 || origin.sha256 === item.trustedRoot),
    policy: DEFAULT_POLICY,
    items: [item],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: [
      'the policy is not established as the one asked for: no evidence was read, and nothing was judged',
      ...(source === 'clock' ? ["the instant to judge at is the machine's clock, which proves nothing"] : []),
    ],
    run: runRecord(flags, { at, isClock }, source),
  });
}
