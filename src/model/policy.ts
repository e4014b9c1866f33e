// SPDX-License-Identifier: Apache-2.0
import type { Facts } from './check.ts';

/** What the examiner asks of the evidence. Read by policy/ alone: no stage may change a fact because of it. */
export interface Policy {
  readonly requireSignature: boolean;
  readonly attestMode: 'none' | 'record' | 'enforce';
  readonly fallback: 'fail' | 'warn' | 'auto_update';
  /** Distinct keys that must have signed an envelope with plain keys. */
  readonly signatureThreshold: number;
  /** Distinct transparency logs; null: one for certificates, none for plain keys. */
  readonly logThreshold: number | null;
  /** Distinct certificate logs (SCT). */
  readonly certificateLogThreshold: number;
  /** Distinct sources of trusted time; null: one for certificates, none for plain keys. */
  readonly timeThreshold: number | null;
  /** Distinct RFC 3161 authorities that must be among them. */
  readonly timestampThreshold: number;
  /** `false`: the artifact is not compared, said loudly, never better than exit 1. */
  readonly checkClaims: boolean;
  /** Every artifact that was found must be attested; else one without evidence is a warning. */
  readonly requireAll?: boolean;
  /** Expired metadata of a trust repository is taken, never without a warning. */
  readonly allowStale?: boolean;
}

export const DEFAULT_POLICY: Policy = {
  requireSignature: true,
  attestMode: 'enforce',
  fallback: 'fail',
  signatureThreshold: 1,
  logThreshold: null,
  certificateLogThreshold: 1,
  timeThreshold: null,
  timestampThreshold: 0,
  checkClaims: true,
};

export type Decision = 'accept' | 'warn' | 'reject';

/** The codes that a verdict can have; usage, internal, output and interruption codes belong to cli/. */
export type VerdictExitCode = 0 | 1 | 2 | 3 | 4 | 5;

export type Effect = 'satisfied' | 'waived' | 'not-required' | 'warns' | 'rejects';

/** What the decision path calls it that rules ask who signed, in the place of `--certificate-identity`. */
export const ASKED_BY_RULES = 'certificate.asked-by-rules';

/** One step of the decision path: what a rule made of one check, or, after the checks, of the facts. */
export interface Judgement {
  readonly rule: string;
  /** Id of the check, or `policy.` and the kind of a policy's rule. */
  readonly check: string;
  readonly at: string;
  readonly effect: Effect;
  readonly reason: string | null;
  /** Where a mode made it milder: what it would have been under `enforce`, `require_signature` and `fail`. */
  readonly underEnforce?: Effect;
  /** What a policy's rule read. */
  readonly seen?: Facts;
  /** What a policy's rule found wrong; of a question that rules answer, which ones. */
  readonly detail?: string;
}

/** What `fallback: auto_update` suggests for the policy. It is written nowhere but into the report. */
export interface ProposedPin {
  /** Origins of the rules whose pins differ. */
  readonly rules: readonly string[];
  readonly digests: readonly string[];
  readonly signer: { readonly identity: string; readonly issuer: string };
  /** YAML: the keys `digest` and `signer` of a `require` block, ready to stand there. */
  readonly row: string;
}
