// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import type { InputRecord, Item, Report } from '../model/report.ts';
import { SVR_V0_2, VSA_V1 } from '../statement/predicate-types.ts';
import { BuildLevels } from './build-levels.ts';
import { type BuiltStatement, buildStatement, type SubjectGiven } from './statement.ts';

export const RESULT_FORMATS = ['vsa', 'svr'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Who has verified, and what is told of it beside the report. */
export interface ResultsAsked {
  readonly format: ResultFormat;
  /** A URI. */
  readonly verifierId: string;
  readonly version: string;
  /** Of a VSA: what the artifacts are. */
  readonly resourceUri: string;
  /** The instant that was judged at. */
  readonly at: Instant;
  /** By the clock: when the verification took place, which is never what --at says. */
  readonly madeAt: Instant;
}

const MOST_PROPERTIES = 256;

/** What an attestation says of a verification, gathered as its items come: of those that passed, and of nothing else. */
export class PassedItems {
  readonly #subjects = new Map<string, SubjectGiven>();
  readonly #levels = new BuildLevels();
  /** Checks that passed in every item; null before the first. */
  #checks: Set<string> | null = null;
  #others = 0;

  add(item: Item): void {
    if (item.indication !== 'TOTAL-PASSED' || item.decision !== 'accept') {
      this.#others++;
      return;
    }
    const about: string[] = [];
    for (const { name, digests } of item.artifacts) {
      const key = `${name} ${Object.entries(digests).join()}`;
      if (Object.keys(digests).length === 0) continue;
      this.#subjects.set(key, { name, digest: digests });
      about.push(key);
    }
    this.#levels.add(about, item);
    const passed = new Set<string>(item.checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id));
    this.#checks = this.#checks === null ? passed : new Set([...this.#checks].filter((id) => passed.has(id)));
  }

  /**
   * The statement, where everything has passed: an attestation about some of what was asked would be taken for one about all.
   *
   * @returns null, and why, where there is nothing to attest. Never one for an INDETERMINATE.
   * @throws Malformed as `buildStatement`
   */
  statement(
    asked: ResultsAsked,
    { verdict, policy, inputs }: Pick<Report, 'verdict' | 'policy' | 'inputs'>,
  ): { readonly built: BuiltStatement } | { readonly why: string } {
    if (verdict.exitCode !== 0 || verdict.indication !== 'TOTAL-PASSED' || this.#others > 0)
      return { why: `the verdict is ${verdict.decision.toUpperCase()} ${verdict.indication}` };
    if (this.#subjects.size === 0) return { why: 'no artifact with a digest was verified' };
    const subjects = [...this.#subjects.values()];
    const checks = [...(this.#checks ?? [])].sort().slice(0, MOST_PROPERTIES);
    return asked.format === 'vsa'
      ? { built: buildStatement(subjects, VSA_V1, vsa(asked, policy, inputs, this.#levels.verified())) }
      : { built: buildStatement(subjects, SVR_V0_2, svr(asked, policy, checks)) };
  }
}

function vsa(
  asked: ResultsAsked,
  policy: Report['policy'],
  inputs: readonly InputRecord[],
  verifiedLevels: readonly string[],
): JsonObject {
  return {
    verifier: { id: asked.verifierId, version: { 'forensic-verify': asked.version } },
    timeVerified: formatInstant(asked.madeAt),
    // An extension field, as the specification names such (SLSA verification summary, Parsing rules).
    ...(asked.at === asked.madeAt ? {} : { forensicVerify_judgedAt: formatInstant(asked.at) }),
    resourceUri: asked.resourceUri,
    // A policy has no address here: what it is called is its digest.
    policy: { uri: `urn:forensic-verify:policy:sha256:${policy.sha256}`, digest: { sha256: policy.sha256 } },
    inputAttestations: inputs.filter(({ role }) => role === 'evidence').map(({ sha256 }) => ({ digest: { sha256 } })),
    verificationResult: 'PASSED',
    verifiedLevels: [...verifiedLevels],
  };
}

function svr(asked: ResultsAsked, policy: Report['policy'], checks: readonly string[]): JsonObject {
  return {
    verifier: { id: asked.verifierId, policies: [{ digest: { sha256: policy.sha256 } }] },
    timeCreated: formatInstant(asked.madeAt),
    properties: [
      'FORENSIC_VERIFY_ACCEPTED',
      ...(asked.at === asked.madeAt ? [] : [`FORENSIC_VERIFY_JUDGED_AT_${formatInstant(asked.at)}`]),
      ...checks.map(propertyOf),
    ],
  };
}

/** `signature.valid` → `FORENSIC_VERIFY_SIGNATURE_VALID`. */
function propertyOf(check: string): string {
  return `FORENSIC_VERIFY_${check.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
