// SPDX-License-Identifier: Apache-2.0
import { DIGEST_FORMS, parseDigestOperand } from '../artifact/digest-operand.ts';
import { digestHex, sha256Hex } from '../crypto/digest.ts';
import { type Engine, nativeEngine } from '../crypto/engine.ts';
import { asPlainBytes } from '../encoding/plain-bytes.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { DEFAULT_POLICY, type Policy } from '../model/policy.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import type { HashName } from '../model/public-key.ts';
import type { InputRecord, Report } from '../model/report.ts';
import type { TrustedKey, TrustedRoot } from '../model/trusted-root.ts';
import { namedDigests } from '../policy/named-digests.ts';
import { bundledTrustedRoot, bundledTrustIssuedAt } from '../trust/bundled.ts';
import type { IdentityCriteria } from '../trust/identity.ts';
import { composeReport } from './compose-report.ts';
import { examineSet } from './evidence-set.ts';
import { type Artifact, type ExaminationContext, PLAIN_QUESTION } from './request.ts';
import { VERSION } from './version.ts';

/** A file, or an artifact by its digest: `sha256:…`, `sha384:…` or `sha512:…`. */
export type GivenArtifact =
  | { readonly name: string; readonly bytes: Bytes }
  | { readonly name?: string; readonly digest: string };

/** What is asked of evidence. Whatever is left out asks for nothing but that which every verification asks. */
export interface EvidenceQuestion {
  /** Bundles, envelopes and all other documents that `verify` takes: each a file, by any name. */
  readonly evidence: readonly { readonly name: string; readonly bytes: Bytes }[];
  /** Each must be attested by the evidence. */
  readonly artifacts?: readonly GivenArtifact[];
  /** The instant to judge at. */
  readonly at: Instant;
  /** Whom certificates, logs and timestamps must lead to; absent: the public-good root of this build. */
  readonly roots?: readonly TrustedRoot[];
  /** Who may have signed, for evidence with plain keys. */
  readonly keys?: readonly TrustedKey[];
  /** Who must have signed, for evidence with certificates. */
  readonly identity?: IdentityCriteria;
  /** A shared secret of at least 32 bytes. */
  readonly hmacSecret?: Bytes;
  /** URI that the statement must have. */
  readonly predicateType?: string;
  /** The caller's own word on the time of signing. */
  readonly signedAt?: Instant;
  /** The window that signing must fall in, both ends inclusive. */
  readonly notBefore?: Instant;
  readonly notAfter?: Instant;
  /** At each edge of that window, 0 to 300. */
  readonly skewSeconds?: number;
  /** Thresholds and modes; absent: DEFAULT_POLICY. */
  readonly policy?: Policy;
  /** A policy file (`readPolicy`). */
  readonly rules?: PolicyDocument;
  /** For an artifact by its digest alone: `await loadEngine('native', { digestOnly: true })`. */
  readonly engine?: Engine;
}

/**
 * Verifies evidence, and artifacts by it, as `forensic-verify verify` does: the same checks, the same report, the same exit code in
 * `verdict.exitCode`. Reads no file, no clock and no environment, and throws for no evidence.
 *
 * @throws TypeError for a digest that is none
 */
export function verifyEvidence(question: EvidenceQuestion): Report {
  const { at, engine = nativeEngine, policy = DEFAULT_POLICY, rules = null, skewSeconds = 0 } = question;
  const evidence = question.evidence.map(({ name, bytes }) => ({ name, bytes: asPlainBytes(bytes) }));
  const hashes: readonly HashName[] = [...new Set<HashName>(['sha256', ...namedDigests(rules, [])])];
  const roots = question.roots ?? [bundledTrustedRoot()];
  const context: ExaminationContext = {
    ...PLAIN_QUESTION,
    engine,
    at,
    clockFloor: bundledTrustIssuedAt(),
    skewSeconds,
    notBefore: question.notBefore ?? null,
    notAfter: question.notAfter ?? null,
    signedAt: question.signedAt ?? null,
    roots,
    keys: question.keys ?? [],
    hmacSecret: question.hmacSecret === undefined ? null : asPlainBytes(question.hmacSecret),
    identity: question.identity ?? null,
    predicateType: question.predicateType ?? null,
    policy,
    digestsNamed: hashes,
    withPolicyFacts: rules !== null,
  };
  const inputs: InputRecord[] = [];
  const artifacts = (question.artifacts ?? []).map((one) => artifactOf(one, hashes, inputs));
  for (const { name, bytes } of evidence) inputs.push(recordOf(name, 'evidence', bytes));
  const examined = examineSet(evidence, artifacts, context, 'named');
  const used = new Set(examined.items.map(({ trustedRoot }) => trustedRoot));
  return composeReport({
    version: VERSION,
    engine: engine.id,
    command: 'verifyEvidence',
    at,
    atIsClock: false,
    skewSeconds,
    criteria: criteriaOf(question),
    weakenings: policy.checkClaims ? [] : ['the artifact is not compared with what was signed (checkClaims: false)'],
    inputs,
    roots: roots.filter(({ origin }) => question.roots !== undefined || used.has(origin.sha256)),
    policy,
    ...(rules === null ? {} : { judging: { document: rules, asked: NOTHING_MORE } }),
    items: examined.items,
    unmatchedArtifacts: examined.unmatchedArtifacts,
    unmatchedAttestations: examined.unmatchedAttestations,
    limitations: [],
    run: null,
  });
}

const NOTHING_MORE = { modes: {}, rules: [], strict: false, override: false } as const;

function artifactOf(given: GivenArtifact, hashes: readonly HashName[], inputs: InputRecord[]): Artifact {
  if ('bytes' in given) {
    const { name } = given;
    const bytes = asPlainBytes(given.bytes);
    inputs.push(recordOf(name, 'artifact', bytes));
    const digests = new Map<HashName, string>(hashes.map((hash) => [hash, digestHex(hash, bytes)]));
    return { name, bytes, digests, given: 'file' };
  }
  const digest = parseDigestOperand(given.digest);
  if (digest === null) throw new TypeError(`a digest is ${DIGEST_FORMS}`);
  const { algorithm, hex } = digest;
  return { name: given.name ?? given.digest, bytes: null, digests: new Map([[algorithm, hex]]), given: 'digest' };
}

function recordOf(name: string, role: InputRecord['role'], bytes: Bytes): InputRecord {
  return { name, role, size: bytes.length, sha256: sha256Hex(bytes) };
}

function criteriaOf({ identity, keys, hmacSecret, predicateType, rules }: EvidenceQuestion): string[] {
  const text = (one: { readonly mode: string; readonly text: string } | null | undefined): string =>
    one == null ? 'not asked' : `${one.mode} ${one.text}`;
  return [
    ...(identity === undefined ? [] : [`identity: ${text(identity.identity)}`, `issuer: ${text(identity.issuer)}`]),
    ...(keys ?? []).map(({ key }) => `key: ${key.fingerprint}`),
    ...(hmacSecret === undefined ? [] : ['key: a shared secret']),
    ...(predicateType === undefined ? [] : [`predicate type: ${predicateType}`]),
    ...(rules === undefined ? [] : ['a policy file']),
  ];
}
