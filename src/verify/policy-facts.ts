// SPDX-License-Identifier: Apache-2.0

import type { EngineId } from '../crypto/engine.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Check, Facts } from '../model/check.ts';
import type { CheckId } from '../model/checks.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import type { ClaimedSubjects, PolicyFacts } from '../model/policy-document.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { ReasonCode } from '../model/reasons.ts';
import type { ItemFacts } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import type { SigningTime } from '../model/times.ts';
import { digestsOfSubjects } from '../statement/subjects.ts';
import { digestsFor } from './artifact-stage.ts';
import { buildFacts } from './build-facts.ts';
import type { Examination } from './examination.ts';

const NANOSECONDS_PER_DAY = 86_400_000_000_000n;

/** What was verified of an item, beyond the item itself. */
export interface VerifiedMaterial {
  readonly statement: Statement | null;
  /** Verified instants of signing; the examiner's own word is none. */
  readonly times: readonly SigningTime[];
  /** The key of the certificate, where there is one. */
  readonly leafKey: PublicKey | null;
}

/**
 * What rules may read about one item. A statement stands here only once its signature verified under a trusted signer, and a
 * certificate once its path and the signature by its key have: a rule can then never be met by what somebody merely wrote.
 */
export function policyFacts(examination: Examination, item: ItemFacts, material: VerifiedMaterial): PolicyFacts {
  const { context } = examination;
  const facts = factsOf(examination, item, material, hasSigned(item, []));
  if (context.signedAt === null || !hasSigned(item, [BY_EXAMINER]) || hasSigned(item, [])) return facts;
  const told = factsOf(examination, item, material, true);
  return { ...facts, byExaminer: { ...told, signedAt: [context.signedAt] } };
}

const BY_EXAMINER: ReasonCode = 'path-examiner-time';

function factsOf(examination: Examination, item: ItemFacts, material: VerifiedMaterial, signed: boolean): PolicyFacts {
  const { context, root } = examination;
  const statement = signed && material.statement !== null ? documentOf(examination) : null;
  const certificate = signed && item.signerKind === 'certificate' ? certificateOf(examination) : null;
  const keys = signed ? keysOf(examination, item.checks, material.leafKey) : [];
  return {
    ...bareFacts(item, context.at, engineOf(item, context.engine.id)),
    ...(statement === null || material.statement === null ? {} : subjectFacts(examination, item, material.statement)),
    claimed: statement !== null && isAbout(item) ? null : claimedBy(examination, material.statement),
    statement,
    predicateTypes: statement === null || material.statement === null ? [] : [material.statement.predicateType],
    certificate,
    keyFingerprints: [...new Set(keys.map(({ fingerprint }) => fingerprint))].sort(),
    algorithms: keys.map(({ scheme, keyKind, bits }) => ({ scheme, keyKind, bits })),
    build: buildFacts(statement, certificate, isAsked(item)),
    distinct: {
      // Fewer than the command line asks are as many as there are.
      signers:
        signed || hasSigned(item, ['signature-threshold'])
          ? countOf(item.checks, 'signature.threshold', 'distinctKeys')
          : 0,
      logs: countOf(item.checks, 'log.threshold', 'distinctLogs'),
      times: new Set(material.times.map(({ authorityId }) => authorityId)).size,
    },
    signedAt: material.times.map(({ time }) => time),
    examinerTime: context.signedAt !== null,
    inclusionProofs: proofsOf(item.checks),
    rootUsed: item.trustedRoot !== null,
    rootAgeDays:
      item.trustedRoot === null || root.origin.issuedAt === null
        ? null
        : Number((context.at - root.origin.issuedAt) / NANOSECONDS_PER_DAY),
  };
}

/** What the report says of the build: nothing that is not verified, and nothing in which certificate and provenance differ. */
export function buildRecord(
  examination: Examination,
  item: ItemFacts,
  statement: Statement | null,
): Pick<ItemFacts, 'build'> {
  if (!hasSigned(item)) return {};
  const certificate = item.signerKind === 'certificate' ? certificateOf(examination) : null;
  const build = buildFacts(statement === null ? null : documentWith(statement), certificate, isAsked(item));
  const fact = (name: 'builderId' | 'sourceRepository' | 'sourceRef' | 'sourceCommit') =>
    build.contradictions.includes(name) ? null : build[name];
  const [builder, source, ref, commit] = [
    fact('builderId'),
    fact('sourceRepository'),
    fact('sourceRef'),
    fact('sourceCommit'),
  ];
  return [builder, source, ref, commit].every((one) => one === null) ? {} : { build: { builder, source, ref, commit } };
}

/** As much of the statement as speaks of the build. */
function documentWith({ predicateType, predicate, subject }: Statement): JsonObject {
  return { predicateType, predicate, subject: subject.map(({ name }) => ({ name })) };
}

/** Which implementation verified the signatures: that both were asked is no word of both where only one has the algorithm. */
function engineOf({ checks }: ItemFacts, asked: EngineId): EngineId {
  if (asked !== 'dual') return asked;
  const alone = checks.find(
    ({ id, outcome, facts: { engines } }) =>
      id === 'signature.valid' && outcome === 'passed' && !(Array.isArray(engines) && engines.length > 1),
  );
  if (alone === undefined) return 'dual';
  const { engines } = alone.facts;
  // A message authentication code is computed by the native one, and names none.
  return Array.isArray(engines) && engines[0] === 'noble' ? 'noble' : 'native';
}

/** Of an item that nothing verified about: an input that could not be read, an artifact without evidence. */
export function bareFacts(item: ItemFacts, at: Instant, engine: string): PolicyFacts {
  const names = item.artifacts.map(({ name }) => name);
  return {
    at,
    kind: item.kind,
    signerKind: item.signerKind,
    names,
    digests: item.artifacts.flatMap(({ digests }) => Object.entries(digests).map(([name, hex]) => `${name}:${hex}`)),
    purls: names.filter(isPurl),
    images: names.filter(isImage),
    // Evidence that cannot be read might have been about anything; an artifact without any claims nothing.
    claimed: item.kind === 'unknown' ? 'unreadable' : null,
    predicateType: null,
    predicateTypes: [],
    statement: null,
    certificate: null,
    keyFingerprints: [],
    algorithms: [],
    build: buildFacts(null, null, false),
    distinct: { signers: 0, logs: 0, times: 0 },
    signedAt: [],
    examinerTime: false,
    inclusionProofs: 0,
    engine,
    rootUsed: false,
    rootAgeDays: null,
  };
}

/** The signature verified, by enough keys, and whose key it is leads to trust. Identity is for rules to ask about. */
export function hasSigned({ checks, signerKind }: ItemFacts, granted: readonly ReasonCode[] = []): boolean {
  const wanted: readonly CheckId[] =
    signerKind === 'certificate' ? ['certificate.format', 'certificate.path'] : ['key.trusted'];
  return [...wanted, 'signature.valid' as const, 'signature.threshold' as const].every((id) => {
    const same = checks.filter((check) => check.id === id);
    const holds = (check: Check) =>
      check.outcome === 'passed' || (check.outcome === 'indeterminate' && granted.includes(check.reason));
    return same.length > 0 && same.every(holds);
  });
}

/** The signer is one that the command line named: then what it wrote into the provenance is its word to give. */
function isAsked({ checks, signerKind }: ItemFacts): boolean {
  return (
    signerKind === 'key' || checks.some(({ id, outcome }) => id === 'certificate.identity' && outcome === 'passed')
  );
}

/** Entries of which both the proof and the checkpoint verified. */
function proofsOf(checks: readonly Check[]): number {
  const entriesWith = (id: CheckId) =>
    checks.flatMap((check) => (check.id === id && check.outcome === 'passed' ? [entryOf(check.at.pointer)] : []));
  const signed = entriesWith('log.checkpoint');
  return new Set(entriesWith('log.inclusion').filter((entry) => signed.includes(entry))).size;
}

function entryOf(pointer: string): string {
  return /^.*\/(?:tlogEntries\/\d+|transparency_entries\/\d+|rekorBundle(?![^/]))/.exec(pointer)?.[0] ?? pointer;
}

/**
 * Every predicate type that verified attestations say of an artifact at hand, told to each of them.
 *
 * @param items of one set; those that share an artifact speak about the same thing
 */
export function sharePredicateTypes(items: readonly ItemFacts[]): readonly ItemFacts[] {
  const types = new Map<string, Set<string>>();
  for (const { policyFacts: facts, artifacts, checks } of items) {
    if (facts == null || facts.predicateType === null) continue;
    for (const { name } of artifacts) {
      const about = checks.some(
        ({ id, at, outcome }) => id === 'subject.digest' && at.evidence === name && outcome === 'passed',
      );
      if (about) types.set(name, (types.get(name) ?? new Set()).add(facts.predicateType));
    }
  }
  return items.map((item) => {
    if (item.policyFacts === undefined) return item;
    // With several artifacts, only what is said of each of them is said of all.
    const [first, ...others] = item.artifacts.map(({ name }) => types.get(name) ?? new Set<string>());
    const shared = [...(first ?? [])].filter((type) => others.every((other) => other.has(type)));
    const predicateTypes = first === undefined ? item.policyFacts.predicateTypes : shared.sort();
    return { ...item, policyFacts: { ...item.policyFacts, predicateTypes } };
  });
}

/** The very bytes that the signature covers; the stage of statements has accepted them already. */
function documentOf({ entity }: Examination): JsonObject | null {
  if (entity.content.kind !== 'dsse') return null;
  const value = parseJson(entity.content.payload);
  return isObject(value) ? value : null;
}

function certificateOf({ identity }: Examination): Facts | null {
  if (identity?.kind !== 'certificate') return null;
  const { san, sanType, issuer, fingerprint, extensions } = identity;
  return { ...extensions, identity: san, sanType, issuer, fingerprint };
}

interface SigningKey {
  readonly fingerprint: string;
  readonly scheme: string;
  readonly keyKind: string;
  readonly bits: number;
}

function keysOf({ context }: Examination, checks: readonly Check[], leafKey: PublicKey | null): SigningKey[] {
  const known = [...(leafKey === null ? [] : [leafKey]), ...context.keys.map(({ key }) => key)];
  return checks.flatMap((check) => {
    if (check.id !== 'signature.valid' || check.outcome !== 'passed') return [];
    const key = known.find(({ fingerprint }) => fingerprint === check.facts['fingerprint']);
    const scheme = String(check.facts['scheme']);
    return key === undefined ? [] : [{ fingerprint: key.fingerprint, scheme, keyKind: key.kind, bits: key.bits }];
  });
}

function countOf(checks: readonly Check[], id: CheckId, fact: string): number {
  const value = checks.find((check) => check.id === id && check.outcome !== 'skipped')?.facts[fact];
  return typeof value === 'number' ? value : 0;
}

/** Each artifact at hand is one that the statement is about. */
function isAbout({ artifacts, checks }: ItemFacts): boolean {
  const compared = checks.filter(({ id }) => id === 'subject.digest');
  return artifacts.length > 0 && compared.length > 0 && compared.every(({ outcome }) => outcome === 'passed');
}

/** What a statement says of all its subjects: by a digest that differs it would else choose what it is asked. */
function claimedBy({ entity }: Examination, statement: Statement | null): ClaimedSubjects | 'unreadable' | null {
  if (entity.content.kind !== 'dsse') return null;
  if (statement === null) return 'unreadable';
  const all = [statement.predicateType, ...statement.subject.flatMap(({ name, uri }) => [name ?? '', uri ?? ''])];
  if (all.reduce((sum, text) => sum + text.length, 0) > LIMITS.claimedCharacters) return 'unreadable';
  return { ...namesOf(statement.subject), predicateTypes: [statement.predicateType] };
}

function namesOf(subjects: Statement['subject'], own: readonly string[] = []) {
  const names = [...new Set([...own, ...subjects.flatMap(({ name }) => (name === null ? [] : [name]))])];
  const addresses = subjects.flatMap(({ uri }) => (uri === null ? [] : [uri]));
  return {
    names,
    purls: [...new Set([...names, ...addresses].filter(isPurl))],
    images: names.filter(isImage),
  };
}

/** The names that a verified statement gives to the artifacts at hand; of other subjects it says nothing here. */
function subjectFacts({ artifacts }: Examination, item: ItemFacts, statement: Statement): Partial<PolicyFacts> {
  const wanted = digestsOfSubjects(statement);
  const held = new Set(
    artifacts.flatMap((artifact) => [...digestsFor(artifact, wanted)].map(([name, hex]) => `${name}:${hex}`)),
  );
  const matched = statement.subject.filter(({ digest }) =>
    [...digest].some(([name, hex]) => held.has(`${name}:${hex.toLowerCase()}`)),
  );
  const own = item.artifacts.map(({ name }) => name);
  return { ...namesOf(matched, own), predicateType: statement.predicateType };
}

function isPurl(name: string): boolean {
  return name.startsWith('pkg:');
}

/** A registry's host and a path, as image tools write it: `ghcr.io/owner/name`, with or without tag. */
function isImage(name: string): boolean {
  return /^([a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?|localhost(:[0-9]+)?)\/[a-z0-9]/.test(name) && !name.includes('//');
}
