// SPDX-License-Identifier: Apache-2.0
import type { Sha256 } from './bytes.ts';
import type { Check, Facts, Finding, Locator } from './check.ts';
import type { CustodyFacts } from './custody-facts.ts';
import type { ContainerId } from './holding.ts';
import type { JsonObject } from './json.ts';
import type { Decision, Judgement, ProposedPin, VerdictExitCode } from './policy.ts';
import type { PolicyFacts, PolicySignature } from './policy-document.ts';
import type { Indication, SubIndication } from './reasons.ts';
import type { TimeRow } from './times.ts';
import type { WhatIfFacts } from './what-if-facts.ts';

export interface InputRecord {
  readonly name: string;
  readonly role: 'artifact' | 'evidence' | 'trust' | 'key' | 'policy' | 'data';
  readonly size: number;
  readonly sha256: string;
}

export interface TrustRecord {
  readonly name: string;
  readonly sha256: string;
  /** In words: the package, its version and its date, or who named the file. */
  readonly origin: string;
  readonly issuedAt: string | null;
  /** Whole days before the instant that was judged at; null where that or the date of issue is not given. */
  readonly ageDays: number | null;
  readonly setAside: readonly string[];
  /** JSON Pointers of members that are not part of the format: ignored. */
  readonly unknownMembers: readonly string[];
}

/** What was found in one operand, or in an archive that was opened. */
export interface EvidenceSetRecord {
  readonly name: string;
  readonly container: ContainerId;
  readonly files: number;
  readonly evidence: number;
  readonly artifacts: number;
  /** What is neither: keys, roots and policies that lie about, links, parts of an arrangement. Never trusted for lying there. */
  readonly listed: readonly { readonly name: string; readonly what: string }[];
}

/** How many artifacts of one ecosystem are covered, and how well. */
export interface CoverageRow {
  readonly ecosystem: string;
  readonly total: number;
  readonly verified: number;
  readonly signedOnly: number;
  readonly detected: number;
  readonly none: number;
  /** Of the total, one decimal, rounded down. */
  readonly percentVerified: number;
}

/** What a document says that it is. */
export interface DocumentFacts {
  /** `SPDX 2.3 document`, `CycloneDX 1.6 document`, … */
  readonly what: string;
  /** Over its RFC 8785 form: two spellings of the same document have the same one. */
  readonly canonicalSha256: string;
}

/** Who built it, from what; null: nobody who may say so has said it. */
export interface BuildRecord {
  readonly builder: string | null;
  readonly source: string | null;
  readonly ref: string | null;
  readonly commit: string | null;
}

/** The facts about one item of evidence, before any policy. */
export interface ItemFacts {
  readonly name: string;
  readonly kind: string;
  readonly version: string;
  readonly artifacts: readonly {
    readonly name: string;
    readonly digests: Readonly<Record<string, string>>;
    /** Only of bills of materials and VEX documents, by their own word. */
    readonly what?: string;
  }[];
  readonly subjects: readonly { readonly name: string | null; readonly digest: Readonly<Record<string, string>> }[];
  readonly predicateType: string | null;
  /** Only where the predicate is a bill of materials or a VEX document. */
  readonly predicateDocument?: DocumentFacts;
  /** `sha256:…` of what the statement says went into its subjects: it attests none of them. Only where there are any. */
  readonly materials?: readonly string[];
  /** Only where something of it is verified: what certificate and provenance say of the build, and do not contradict each other in. */
  readonly build?: BuildRecord;
  /** Only of promotions; left out of the report: what is at hand of its materials is a check. */
  readonly promotion?: {
    readonly at: Locator;
    readonly materials: readonly { readonly role: string; readonly algorithm: string; readonly digest: string }[];
  };
  readonly signers: readonly Facts[];
  readonly times: readonly TimeRow[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Only what a signature check has covered; in sigstore-go's verification result form, for bundles that passed. */
  readonly sigstore: JsonObject | null;
  /** The digest (RFC 8785) of the statement's payload, and the trusted root under which the facts were found. */
  readonly attestationDigest: string | null;
  readonly trustedRoot: string | null;
  readonly signerKind: 'certificate' | 'key' | 'none';
  /** A registry's key answers for the signer: rules about builders, sources and identities are not about this item. */
  readonly registrySigned?: true;
  /** Only of custody timelines. */
  readonly custody?: CustodyFacts;
  /** Only where keys are assumed to be stolen. */
  readonly whatIf?: WhatIfFacts;
  /** These facts were not found in this run: they stand in an earlier report, whose SHA-256 this is (`--known-results`). */
  readonly reused?: { readonly report: string };
  /** Only where rules will be judged; left out of the report. */
  readonly policyFacts?: PolicyFacts;
}

export type TrustStatus = 'valid' | 'unsigned' | 'expired' | 'revoked' | 'untrusted' | 'failed';

/** What pipelines collect, one row per subject that was matched or asked for. */
export interface SubjectSummary {
  readonly subject: string;
  readonly signer: string | null;
  readonly issuer: string | null;
  readonly logIndex: string | null;
  readonly attestationDigest: string | null;
  readonly signedTime: string | null;
  readonly verificationTime: string | null;
  readonly digestAlgorithm: string;
  readonly decisionPath: readonly string[];
  readonly trustStatus: TrustStatus;
  readonly claimsChecked: boolean;
  readonly reason: string | null;
}

/** The modes that the item was judged under, after scopes, command line and file were joined. */
export interface JudgedModes {
  readonly requireSignature: boolean;
  readonly attestMode: 'none' | 'record' | 'enforce';
  readonly fallback: 'fail' | 'warn' | 'auto_update';
}

/** Whether a scope of the policy is about the item. `strictly`: by what has not verified, so that it relaxes nothing. */
export interface JudgedScope {
  readonly name: string;
  readonly applies: 'yes' | 'strictly' | 'no';
  /** The key of its `match` that is not met, or not by anything verified; null where all are. */
  readonly because: string | null;
}

export interface Item extends ItemFacts {
  readonly modes: JudgedModes;
  /** Every scope, in the order of the policy; absent where it has none. */
  readonly scopes?: readonly JudgedScope[];
  readonly indication: Indication;
  readonly sub: SubIndication | null;
  readonly decision: Decision;
  readonly exitCode: VerdictExitCode;
  readonly judgements: readonly Judgement[];
  /** Only under `fallback: auto_update`, where nothing in the whole report is wrong but a pinned digest. */
  readonly proposed?: ProposedPin;
  readonly established: readonly string[];
  readonly notEstablished: readonly string[];
  readonly summary: readonly SubjectSummary[];
}

/** `evidence`: the time that a timestamp states, in a step that judges it at that time. `none`: nothing depends on the time. */
export type InstantSource = 'asked' | 'clock' | 'evidence' | 'none';

export interface RunRecord {
  readonly startedAt: string;
  /** The instant that was judged at. */
  readonly at: string;
  readonly durationMs: number;
  readonly clock: 'system (untrusted)' | 'given by --at' | 'stated by the evidence' | 'not needed';
  readonly host: string;
  readonly workingDirectory: string;
  readonly arguments: readonly string[];
  readonly binarySha256: string | null;
  readonly runtime: string;
  readonly environmentIgnored: readonly string[];
  /** Whole days, one for each of `trustedRoots`, before the instant that was judged at, be it the machine's clock. */
  readonly trustedRootAgeDays: readonly (number | null)[];
}

export interface Report {
  readonly format: 'forensic-verify/report@v1';
  readonly tool: {
    readonly name: 'forensic-verify';
    readonly version: string;
    readonly engine: string;
    readonly offline: 'always';
  };
  readonly command: string;
  /** The instant that was judged at; null where it was the machine's clock, which stands in `run`, or where none was needed. */
  readonly at: string | null;
  readonly atSource: InstantSource;
  readonly knownAt: string | null;
  readonly toleranceSeconds: number;
  readonly criteria: readonly string[];
  readonly inputs: readonly InputRecord[];
  readonly trustedRoots: readonly TrustRecord[];
  /**
   * Over everything that decides what the facts are, but the evidence itself: two reports with the same one asked the same. Only
   * where operands were opened, and not where a shared secret was given.
   */
  readonly question?: Sha256;
  /** `sha256`: over the RFC 8785 form of `{criteria, policy, toleranceSeconds}`, so that another question is another digest. */
  readonly policy: { readonly sha256: string; readonly name: string; readonly signature?: PolicySignature };
  readonly revocation: { readonly data: readonly string[]; readonly freshness: string };
  readonly items: readonly Item[];
  /** Names of the items that were accepted, with warnings or without, and of those that were not, or of which nothing is verified. */
  readonly verified: readonly string[];
  readonly failed: readonly string[];
  /** The operands that were opened: folders, archives, image layouts. Empty where every operand is a file. */
  readonly sets: readonly EvidenceSetRecord[];
  /** One row for each ecosystem of the artifacts in them. */
  readonly coverage: readonly CoverageRow[];
  readonly unmatchedArtifacts: readonly string[];
  readonly unmatchedAttestations: readonly string[];
  readonly notDone: readonly string[];
  readonly limitations: readonly string[];
  readonly weakenings: readonly string[];
  readonly verdict: {
    readonly decision: Decision;
    readonly exitCode: VerdictExitCode;
    readonly indication: Indication;
  };
  /** The run was ended before all was examined: what is told is true, and not all. Never a success. */
  readonly interrupted?: true;
  readonly run: RunRecord | null;
}

/** What is known before the first item: what was asked, and by what it is judged. */
export type ReportHead = Pick<
  Report,
  | 'tool'
  | 'command'
  | 'at'
  | 'atSource'
  | 'knownAt'
  | 'toleranceSeconds'
  | 'criteria'
  | 'question'
  | 'policy'
  | 'revocation'
>;

/** What is known once all items are. The names of those that were accepted and of the others follow from the items. */
export type ReportEnd = Omit<Report, keyof ReportHead | 'format' | 'items' | 'verified' | 'failed'>;

/** Not refused, and not of a kind that is only told of, so that it can be listed as verified. */
export function isVerified({ kind, decision }: Pick<Item, 'kind' | 'decision'>): boolean {
  return decision !== 'reject' && kind !== 'foreign-signature';
}
