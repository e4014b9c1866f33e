// SPDX-License-Identifier: Apache-2.0

import type { Facts } from './check.ts';
import type { CheckId } from './checks.ts';
import type { Instant } from './instant.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Malformed } from './malformed.ts';

export type AttestMode = 'none' | 'record' | 'enforce';
export type Fallback = 'fail' | 'warn' | 'auto_update';
export type CheckMode = 'enforce' | 'warn' | 'skip';

/** A text that a rule compares: exact, octet by octet, or by an anchored pattern on a linear engine. */
export interface TextMatch {
  readonly kind: 'exact' | 'pattern';
  /** As written. */
  readonly text: string;
  matches(value: string): boolean;
}

/**
 * What is wrong with a policy, and where: a JSON Pointer into the file, which the reader turns into line and column, those of
 * the value or of its key.
 */
export type PolicyProblem = Malformed & { readonly pointer: string; readonly place?: 'key' | 'value' };

/**
 * One requirement. Its kind is the row of policy/rules.ts that reads, judges and explains it; the rest is that row's own.
 * `half` says what the rule asks about: the signature (judged by require_signature) or what the attestation says (attest_mode).
 */
export interface Rule {
  readonly kind: string;
  /** Where it stands, for a human: `scopes[0].require.builder_id`, or `--builder-id`. */
  readonly origin: string;
  readonly half: 'signature' | 'attestation';
}

/** What a rule made of the facts. `seen` is what it read, for the decision path. */
export interface RuleOutcome {
  readonly outcome: 'passed' | 'failed' | 'indeterminate';
  readonly reason: string | null;
  readonly detail: string;
  readonly seen: Facts;
}

/** What a rule may need of the rest of the file. */
export interface RuleContext {
  /** The table that says what level a builder earns; ids as `builder_id` compares them. */
  readonly builders: readonly { readonly id: string; readonly level: number }[];
}

/** One row of RULES: everything about one kind of rule, in one file. */
export interface RuleKind<R extends Rule = Rule> {
  readonly kind: string;
  /** The key in a `require` block. */
  readonly key: string;
  /** The most that it can do, where it is not to reject: past its `ttl` an item is old, and that is all. */
  readonly worst?: 'warns';
  /** Throws PolicyProblem for anything it does not understand; nothing is coerced, nothing unknown is left over. */
  parse(value: JsonValue, pointer: string, origin: string, context?: RuleContext): readonly R[];
  judge(rule: R, facts: PolicyFacts): RuleOutcome;
  /** One sentence for `policy explain`. */
  explain(rule: R): string;
  /** In what the rule asks less than it seems to, one sentence each, for every report. */
  weakens?(rule: R): readonly string[];
}

/** What decides whether a scope is about an item. All that are given must hold; a list is met by any of its members. */
export interface ScopeMatch {
  readonly names: readonly TextMatch[];
  readonly digests: readonly string[];
  readonly purls: readonly TextMatch[];
  readonly images: readonly TextMatch[];
  readonly predicateTypes: readonly TextMatch[];
}

export interface PolicyModes {
  readonly requireSignature: boolean;
  readonly attestMode: AttestMode;
  readonly fallback: Fallback;
  readonly checks: Readonly<Partial<Record<CheckId, CheckMode>>>;
}

export interface PolicyScope {
  readonly name: string;
  readonly match: ScopeMatch;
  /** Only what the scope sets; the rest is that of `defaults`. */
  readonly modes: Partial<PolicyModes>;
  readonly rules: readonly Rule[];
}

/** Who vouched for a policy, and by what. Only of one whose signature has verified. */
export interface PolicySignature {
  /** What carries the signature: the policy file itself, or the bundle beside it. */
  readonly envelope: { readonly name: string; readonly kind: string; readonly sha256: string };
  /** A certificate's identity and issuer, or the fingerprint of a key. */
  readonly signers: readonly (
    | { readonly identity: string; readonly issuer: string }
    | { readonly fingerprint: string }
  )[];
  /** Verified times of signing, earliest first; empty: none was proven, and none was needed for a plain key. */
  readonly times: readonly string[];
}

export interface PolicyDocument {
  readonly name: string;
  /** Of the bytes that were read. */
  readonly sha256: string;
  /** Absent: nobody was asked to vouch for the file. */
  readonly signature?: PolicySignature;
  readonly effectiveFrom: Instant | null;
  readonly expires: Instant | null;
  readonly defaults: PolicyModes;
  /** Rules for every item. */
  readonly rules: readonly Rule[];
  readonly scopes: readonly PolicyScope[];
}

/** What holds for one item after scopes, command line and file are joined to the strictest. */
export interface EffectivePolicy extends PolicyModes {
  readonly scopes: readonly string[];
  readonly rules: readonly Rule[];
  /** Of scopes that are about the item by what has not verified: they are asked, and answer no question in another's place. */
  readonly claimedRules?: readonly Rule[];
  /** The examiner's own word decides the windows of certificates; absent: it does not. */
  readonly examinerDecides?: boolean;
  /** Of the file: before the one and from the other on, every item rejects. */
  readonly effectiveFrom: Instant | null;
  readonly expires: Instant | null;
}

/** What a statement says that its subjects are, where nobody has shown it. */
export interface ClaimedSubjects {
  readonly names: readonly string[];
  readonly purls: readonly string[];
  readonly images: readonly string[];
  readonly predicateTypes: readonly string[];
}

/**
 * The facts about one item that rules may read, and nothing else: CEL sees this object too, as plain JSON. All of it is
 * verified unless it says `claimed`; what was not verified is null or empty.
 */
export interface PolicyFacts {
  readonly at: Instant;
  readonly kind: string;
  readonly signerKind: 'certificate' | 'key' | 'none';
  /** Names of the artifacts at hand, then of the subjects that were matched. */
  readonly names: readonly string[];
  /** `algorithm:hex` of the artifacts at hand. */
  readonly digests: readonly string[];
  readonly purls: readonly string[];
  readonly images: readonly string[];
  /**
   * Of a statement that has not verified, or not for each artifact at hand. It can choose what is stricter, and relaxes
   * nothing. `unreadable`: it might be about anything. Null: nothing is claimed beyond what stands here. No rule reads it.
   */
  readonly claimed?: ClaimedSubjects | 'unreadable' | null;
  readonly predicateType: string | null;
  /** Of every attestation about these artifacts whose signature and signer have verified, this one's included. */
  readonly predicateTypes: readonly string[];
  /** The whole in-toto Statement, once its signature and the signer have verified. */
  readonly statement: JsonObject | null;
  /** Identity, issuer and every Fulcio extension by its name, of a certificate whose path has verified. */
  readonly certificate: Facts | null;
  /** SPKI SHA-256, lowercase hex, of every key that signed and verified. */
  readonly keyFingerprints: readonly string[];
  readonly algorithms: readonly { readonly scheme: string; readonly keyKind: string; readonly bits: number }[];
  readonly build: BuildFacts;
  readonly distinct: { readonly signers: number; readonly logs: number; readonly times: number };
  /** Verified instants of signing; the examiner's own word is none of them. */
  readonly signedAt: readonly Instant[];
  /** The examiner stated a time of signing. */
  readonly examinerTime: boolean;
  /**
   * What stands instead where nothing but that word shows when a certificate signed, and the policy takes it for the windows
   * of certificates (`examiner_time: true`). No expression sees it by itself.
   */
  readonly byExaminer?: Partial<PolicyFacts>;
  /** Entries of trusted logs whose inclusion proof and checkpoint have verified. */
  readonly inclusionProofs: number;
  readonly engine: string;
  /** A trusted root has had a say about it. */
  readonly rootUsed: boolean;
  /** Whole days, of the trusted root that was used; null: not known. */
  readonly rootAgeDays: number | null;
}

/** Who built it, from what: each from the certificate where that says it, else from the verified provenance. */
export interface BuildFacts {
  readonly builderId: string | null;
  readonly sourceRepository: string | null;
  readonly sourceRef: string | null;
  readonly sourceCommit: string | null;
  readonly sourceTag: string | null;
  readonly sourceBranch: string | null;
  readonly workflow: string | null;
  readonly workflowRef: string | null;
  readonly workflowName: string | null;
  readonly workflowRepository: string | null;
  readonly trigger: string | null;
  readonly runner: string | null;
  readonly inputs: JsonObject | null;
  /** Facts of which certificate and provenance say different things: a rule that reads one of them fails. */
  readonly contradictions: readonly string[];
}
