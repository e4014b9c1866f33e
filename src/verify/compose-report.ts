// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Check, type Finding, passed } from '../model/check.ts';
import { CHECKS } from '../model/checks.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonValue } from '../model/json.ts';
import type { Policy } from '../model/policy.ts';
import type { InputRecord, InstantSource, Item, ItemFacts, Report, RunRecord, TrustRecord } from '../model/report.ts';
import type { TrustedRoot } from '../model/trusted-root.ts';
import { established, notEstablished } from './established.ts';
import { type JoinedFor, type Judging, joinPolicy, judgeJoined } from './judging.ts';
import { summarise } from './summary.ts';
import { verdictOf } from './verdict.ts';

export interface ReportParts {
  readonly version: string;
  readonly engine: string;
  readonly command: string;
  readonly at: Instant;
  /** `at` is the machine's clock: it proves nothing, and varies from run to run. */
  readonly atIsClock: boolean;
  /** Where it is neither asked for nor the clock. */
  readonly atSource?: InstantSource;
  readonly skewSeconds: number;
  readonly criteria: readonly string[];
  readonly weakenings: readonly string[];
  readonly inputs: readonly InputRecord[];
  readonly roots: readonly TrustGiven[];
  readonly policy: Policy;
  /** A policy file, and what the command line asks beside it; absent: the modes of `policy`, and no rules. */
  readonly judging?: Judging;
  readonly items: readonly ItemFacts[];
  readonly unmatchedArtifacts: readonly string[];
  readonly unmatchedAttestations: readonly string[];
  readonly limitations: readonly string[];
  readonly run: Omit<RunRecord, 'trustedRootAgeDays'> | null;
}

/** Whatever decides by being trusted: a trusted root, the certificates of a single step, the keys of a registry. */
export type TrustGiven = Pick<TrustedRoot, 'origin' | 'setAside' | 'unknownMembers'>;

/** What this tool never does, said in every report. */
const NOT_DONE = [
  'online revocation: no CRL or OCSP responder is asked; short-lived certificates rest on their log entries',
  'whether the log shows the same tree to everybody: one checkpoint proves no consistency',
  'whether the content of a predicate is true: a signature proves who said it',
];

/** Judges every item under the policy and makes the one object that report, JSON and exit code come from. */
export function composeReport(parts: ReportParts): Report {
  const atSource = parts.atSource ?? (parts.atIsClock ? 'clock' : 'asked');
  const at = atSource === 'asked' || atSource === 'evidence' ? parts.at : null;
  const joined = parts.items.map((facts) => joinPolicy(facts, parts));
  const items = withheld(parts.items.map((facts, i) => judgeItem(facts, parts, joined[i] ?? null, at)));
  const weakened = new Set([...parts.weakenings, ...joined.flatMap((one) => one?.weakenings ?? [])]);
  return {
    format: 'forensic-verify/report@v1',
    tool: { name: 'forensic-verify', version: parts.version, engine: parts.engine, offline: 'always' },
    command: parts.command,
    at: at === null ? null : formatInstant(at),
    atSource,
    knownAt: null,
    toleranceSeconds: parts.skewSeconds,
    criteria: parts.criteria,
    inputs: parts.inputs,
    trustedRoots: parts.roots.map((root) => trustRecord(root, at)),
    policy: policyRecord(parts),
    revocation: { data: [], freshness: 'none was given: revocation after signing is not judged' },
    items,
    unmatchedArtifacts: parts.unmatchedArtifacts,
    unmatchedAttestations: parts.unmatchedAttestations,
    notDone: NOT_DONE,
    limitations: [...parts.limitations, ...idleScopes(joined)],
    weakenings: [...weakened],
    verdict: verdictOf(items),
    run:
      parts.run === null
        ? null
        : { ...parts.run, trustedRootAgeDays: parts.roots.map(({ origin }) => ageInDays(origin.issuedAt, parts.at)) },
  };
}

function judgeItem(
  { policyFacts: _, ...facts }: ItemFacts,
  parts: ReportParts,
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

/** Scopes that are about nothing here: whoever wrote one may have misspelt what it is for. */
function idleScopes(joined: readonly (JoinedFor | null)[]): string[] {
  const all = joined.flatMap((one) => one?.scopes ?? []);
  const idle = new Set(all.map(({ name }) => name));
  for (const { name, applies } of all) if (applies !== 'no') idle.delete(name);
  return [...idle].map((name) => `the scope "${name}" of the policy is about nothing in this run`);
}

/** A new pin is proposed only where every other item is accepted, or differs from its own pin alone. */
function withheld(items: readonly Item[]): readonly Item[] {
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
  const { name, sha256, issuedAt, source } = root.origin;
  const published = issuedAt === null ? '' : `, published ${formatInstant(issuedAt)}`;
  return {
    name,
    sha256,
    origin: source === undefined ? 'a file that the examiner named' : `part of this build, from ${source}${published}`,
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
function policyRecord({ policy, judging, criteria, skewSeconds }: ReportParts): Report['policy'] {
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
