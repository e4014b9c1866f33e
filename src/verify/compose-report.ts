// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Sha256 } from '../model/bytes.ts';
import { type Check, type Finding, passed } from '../model/check.ts';
import { CHECKS } from '../model/checks.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonValue } from '../model/json.ts';
import type { Policy } from '../model/policy.ts';
import {
  type EvidenceSetRecord,
  type InputRecord,
  type InstantSource,
  type Item,
  type ItemFacts,
  isVerified,
  type Report,
  type ReportEnd,
  type ReportHead,
  type RunRecord,
  type TrustRecord,
} from '../model/report.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { type CountedArtifact, Coverage } from './coverage.ts';
import { established, notEstablished } from './established.ts';
import { type JoinedFor, type Judging, joinPolicy, judgeJoined } from './judging.ts';
import { limitationsOf } from './limitations.ts';
import { summarise } from './summary.ts';
import { verdictOf } from './verdict.ts';

/** What is asked: known before the first item. */
export interface ReportAsked {
  readonly version: string;
  readonly engine: string;
  readonly command: string;
  readonly at: Instant;
  /** `at` is the machine's clock: it proves nothing, and varies from run to run. */
  readonly atIsClock: boolean;
  /** Where it is neither asked for nor the clock. */
  readonly atSource?: InstantSource;
  /** Only what is proven to have existed then was used; absent or null: all. */
  readonly knownAt?: Instant | null;
  readonly skewSeconds: number;
  readonly criteria: readonly string[];
  /** What is known of revocations; absent: nothing. */
  readonly revocation?: Report['revocation'];
  /** Of everything that decides about the facts; null or absent: it was not taken. */
  readonly question?: Sha256 | null;
  readonly policy: Policy;
  /** A policy file, and what the command line asks beside it; absent: the modes of `policy`, and no rules. */
  readonly judging?: Judging;
}

/** What is known beside the items once all of them are. */
export interface ReportRest {
  readonly weakenings: readonly string[];
  readonly inputs: readonly InputRecord[];
  readonly roots: readonly TrustGiven[];
  /** Only where operands were opened. */
  readonly sets?: readonly EvidenceSetRecord[];
  readonly counted?: readonly CountedArtifact[];
  readonly unmatchedArtifacts: readonly string[];
  readonly unmatchedAttestations: readonly string[];
  readonly limitations: readonly string[];
  /** What the evidence asks for and this tool never does, beside what it never does at all. */
  readonly notDone?: readonly string[];
  /** Not all was examined. */
  readonly interrupted?: boolean;
  readonly run: Omit<RunRecord, 'trustedRootAgeDays'> | null;
}

export interface ReportParts extends ReportAsked, ReportRest {
  readonly items: readonly ItemFacts[];
}

/** Whatever decides by being trusted: a trusted root, the certificates of a single step, the keys of a registry. */
export type TrustGiven = Pick<TrustedRoot, 'origin' | 'setAside' | 'unknownMembers'>;

/** What this tool never does, said in every report. */
const NOT_DONE = [
  'online revocation: no CRL or OCSP responder is asked; short-lived certificates rest on their log entries',
  'whether the log shows the same tree to everybody: one checkpoint proves no consistency',
  'whether the content of a predicate is true: a signature proves who said it',
];

const NO_REVOCATION = { data: [], freshness: 'none was given: revocation after signing is not judged' };

/** Judges every item under the policy and makes the one object that report, JSON and exit code come from. */
export function composeReport(parts: ReportParts): Report {
  const composer = new ReportComposer(parts);
  const items = withheld(parts.items.map((facts) => composer.add(facts)));
  return wholeReport(composer.head, items, composer.finish(parts));
}

export function wholeReport(head: ReportHead, items: readonly Item[], end: ReportEnd): Report {
  return {
    format: 'forensic-verify/report@v1',
    ...head,
    ...end,
    items,
    verified: items.filter(isVerified).map(({ name }) => name),
    failed: items.filter((item) => !isVerified(item)).map(({ name }) => name),
  };
}

/**
 * A report as its items come: each is judged when it is added, and nothing of it is kept but what the end needs. What depends on
 * all items at once, a new pin, is not proposed here.
 */
export class ReportComposer {
  readonly head: ReportHead;
  readonly #asked: ReportAsked;
  /** null where it is the machine's clock, or none was needed. */
  readonly #at: Instant | null;
  readonly #coverage = new Coverage();
  readonly #weakened = new Set<string>();
  readonly #kinds = new Set<string>();
  /** Verdicts of items, each distinct one once. */
  readonly #verdicts = new Map<string, Item>();
  readonly #reused = new Map<string, number>();
  /** Scopes of the policy, and whether any item is one that they are about. */
  readonly #scopes = new Map<string, boolean>();

  constructor(asked: ReportAsked) {
    this.#asked = asked;
    const atSource = asked.atSource ?? (asked.atIsClock ? 'clock' : 'asked');
    this.#at = atSource === 'asked' || atSource === 'evidence' ? asked.at : null;
    this.head = {
      tool: { name: 'forensic-verify', version: asked.version, engine: asked.engine, offline: 'always' },
      command: asked.command,
      at: this.#at === null ? null : formatInstant(this.#at),
      atSource,
      knownAt: asked.knownAt == null ? null : formatInstant(asked.knownAt),
      toleranceSeconds: asked.skewSeconds,
      criteria: asked.criteria,
      ...(asked.question == null ? {} : { question: asked.question }),
      policy: policyRecord(asked),
      revocation: asked.revocation ?? NO_REVOCATION,
    };
  }

  add(facts: ItemFacts): Item {
    const joined = joinPolicy(facts, this.#asked);
    for (const weakening of joined?.weakenings ?? []) this.#weakened.add(weakening);
    for (const { name, applies } of joined?.scopes ?? []) {
      if (applies !== 'no') this.#scopes.set(name, true);
      else if (!this.#scopes.has(name)) this.#scopes.set(name, false);
    }
    const item = judgeItem(facts, this.#asked, joined, this.#at);
    this.#kinds.add(item.kind);
    this.#coverage.note(item);
    const { decision, exitCode, indication, reused } = item;
    const verdict = `${decision} ${exitCode} ${indication}`;
    if (!this.#verdicts.has(verdict)) this.#verdicts.set(verdict, item);
    if (reused !== undefined) this.#reused.set(reused.report, (this.#reused.get(reused.report) ?? 0) + 1);
    return item;
  }

  /** Scopes that are about nothing here: whoever wrote one may have misspelt what it is for. */
  #idleScopes(): string[] {
    const idle = [...this.#scopes].filter(([, applies]) => !applies);
    return idle.map(([name]) => idleScope(name));
  }

  finish(rest: ReportRest): ReportEnd {
    const { inputs, roots, interrupted = false, run } = rest;
    const ages = roots.map(({ origin }) => ageInDays(origin.issuedAt, this.#asked.at));
    const verdict = verdictOf([...this.#verdicts.values()]);
    return {
      inputs,
      trustedRoots: roots.map((root) => trustRecord(root, this.#at)),
      sets: rest.sets ?? [],
      coverage: interrupted ? [] : this.#coverage.rows(rest.counted ?? []),
      unmatchedArtifacts: rest.unmatchedArtifacts,
      unmatchedAttestations: rest.unmatchedAttestations,
      notDone: [...NOT_DONE, ...(rest.notDone ?? [])],
      limitations: [
        ...rest.limitations,
        ...(interrupted ? [INTERRUPTED] : []),
        ...[...this.#reused].map(([report, count]) => reuse(count, report)),
        ...limitationsOf(this.#kinds),
        ...this.#idleScopes(),
      ],
      weakenings: [...new Set([...rest.weakenings, ...this.#weakened])],
      ...(interrupted ? { interrupted: true as const } : {}),
      verdict: interrupted ? unfinished(verdict) : verdict,
      run: run === null ? null : { ...run, trustedRootAgeDays: ages },
    };
  }
}

/** The limitation that names a scope of the policy. */
export function idleScope(name: string): string {
  return `the scope "${name}" of the policy is about nothing in this run`;
}

const INTERRUPTED =
  'the run was interrupted: what is not told here was not examined, and nothing is said of coverage or of what is unmatched';

function reuse(count: number, report: string): string {
  return `${count} ${count === 1 ? 'item was' : 'items were'} not examined again: the facts are those of the report with sha256 ${report}, which is believed`;
}

/** Of what was not examined nothing is known: no better than missing. */
export function unfinished(verdict: Report['verdict']): Report['verdict'] {
  const { indication } = verdict;
  const exitCode = verdict.decision === 'reject' ? verdict.exitCode : 4;
  return { decision: 'reject', exitCode, indication: indication === 'TOTAL-FAILED' ? indication : 'INDETERMINATE' };
}

function judgeItem(
  { policyFacts: _, promotion: _materials, ...facts }: ItemFacts,
  parts: ReportAsked,
  joined: JoinedFor | null,
  at: Instant | null,
): Item {
  const ordered = { ...facts, checks: inOrder(facts.checks), findings: inListOrder(facts.findings) };
  const judging = (one: ItemFacts) => judgeJoined(one, parts, joined);
  const judged = judging(ordered);
  const { requireSignature, attestMode, fallback } = joined?.policy ?? parts.policy;
  const sigstore = judged.exitCode === 0 ? ordered.sigstore : null;
  const item = {
    ...ordered,
    ...judged,
    sigstore,
    modes: { requireSignature, attestMode, fallback },
    ...(joined === null || joined.scopes.length === 0 ? {} : { scopes: joined.scopes }),
    established: established(ordered, judged),
    notEstablished: notEstablished(ordered, judged),
    summary: [],
  };
  return { ...item, summary: summarise(item, at === null ? null : formatInstant(at), parts.policy, judging) };
}

/** A new pin is proposed only where every other item is accepted, or differs from its own pin alone. */
export function withheld(items: readonly Item[]): readonly Item[] {
  if (items.every(({ decision, proposed }) => decision === 'accept' || proposed !== undefined)) return items;
  return items.map(({ proposed: _, ...item }) => item);
}

const RANK = new Map(Object.keys(CHECKS).map((id, i) => [id, i]));

/** The order of CHECKS; checks of one kind stay as the stages gave them. */
function inOrder(checks: readonly Check[]): Check[] {
  return checks
    .map((check, i) => [RANK.get(check.id)!, i, check] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , check]) => check);
}

function inListOrder(findings: readonly Finding[]): Finding[] {
  const key = (one: Finding) => `${one.code} ${one.at.evidence} ${one.at.pointer} ${one.detail}`;
  const seen = new Set<string>();
  return [...findings]
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    .filter((one) => !seen.has(key(one)) && seen.add(key(one)));
}

function trustRecord(root: TrustGiven, at: Instant | null): TrustRecord {
  const { name, sha256, issuedAt, source, held } = root.origin;
  const published = issuedAt === null ? '' : `, published ${formatInstant(issuedAt)}`;
  return {
    name,
    sha256,
    origin:
      held ??
      (source === undefined ? 'a file that the examiner named' : `part of this build, from ${source}${published}`),
    issuedAt: issuedAt === null ? null : formatInstant(issuedAt),
    ageDays: at === null ? null : ageInDays(issuedAt, at),
    setAside: root.setAside.map(({ what, why }) => `${what}: ${why}`),
    unknownMembers: root.unknownMembers,
  };
}

const DAY = 86_400_000_000_000n;

function ageInDays(issuedAt: Instant | null, at: Instant): number | null {
  return issuedAt === null ? null : Number((at - issuedAt) / DAY);
}

/** A policy file by its own digest; else the built-in policy with the thresholds and criteria of the command line. */
function policyRecord({ policy, judging, criteria, skewSeconds }: ReportAsked): Report['policy'] {
  if (judging?.document != null) {
    const { name, sha256, signature } = judging.document;
    return { name, sha256, ...(signature === undefined ? {} : { signature }) };
  }
  const decides = { criteria, policy, toleranceSeconds: skewSeconds };
  return { name: 'built-in', sha256: sha256Hex(canonicalJson(decides as unknown as JsonValue)) };
}

export const EMPTY_ITEM: Omit<ItemFacts, 'name' | 'kind' | 'checks'> = {
  version: '',
  artifacts: [],
  subjects: [],
  predicateType: null,
  signers: [],
  times: [],
  findings: [],
  sigstore: null,
  attestationDigest: null,
  trustedRoot: null,
  signerKind: 'none',
};

/** An input that could not become an item of its own kind. */
export function refusedItem(name: string, check: Check): ItemFacts {
  return { ...EMPTY_ITEM, name, kind: 'input', checks: [check] };
}

export function readCheck(name: string): Check {
  return passed('input.read', { evidence: name, pointer: '' });
}
