// SPDX-License-Identifier: Apache-2.0
import { parseDigestOperand } from '../../src/artifact/digest-operand.ts';
import { digestHex } from '../../src/crypto/digest.ts';
import { type Engine, loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Bytes } from '../../src/model/bytes.ts';
import { Malformed } from '../../src/model/malformed.ts';
import type { Report } from '../../src/model/report.ts';
import { bundledTrustedRoot } from '../../src/trust/bundled.ts';
import { exactly, type TextCriterion } from '../../src/trust/identity.ts';
import { fullMatch } from '../../src/trust/identity-pattern.ts';
import { readKeyScheme, readTrustedKey } from '../../src/trust/keyring.ts';
import { parseTrustedRoots } from '../../src/trust/trusted-root.ts';
import { composeReport } from '../../src/verify/compose-report.ts';
import { examineSet } from '../../src/verify/evidence-set.ts';
import { type Artifact, type ExaminationContext, PLAIN_QUESTION } from '../../src/verify/request.ts';

/** What is asked, apart from the evidence. Files are given by their bytes, as the command line would have read them. */
export interface Question {
  /** null: the bundled one. */
  readonly trustedRoot: Bytes | null;
  /** A text is compared exactly, `{ pattern }` is a regular expression over the whole name. */
  readonly identity: { readonly san: Wanted; readonly issuer: Wanted } | null;
  readonly keys: readonly Bytes[];
  readonly keyScheme?: string;
  readonly at: string;
}

export type Wanted = string | { readonly pattern: string };

/** The artifact's bytes, or `sha256:…` and the like. */
export type GivenArtifact = Bytes | string;

export interface Examined {
  readonly exitCode: number;
  /** Of all checks that did not pass, `prerequisite-not-passed` left out. */
  readonly reasons: readonly string[];
  /** null where the question itself cannot be read (exit 64). */
  readonly report: Report | null;
}

export type Examiner = (evidence: Bytes, artifact: GivenArtifact | null) => Examined;

/** From a question to a function that answers it for any evidence, through the composers that the command line uses. */
export async function examinerFor(question: Question): Promise<Examiner> {
  const withDigests = await loadEngine('native', { digestOnly: true });
  let context: ExaminationContext;
  try {
    context = await contextOf(question);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const { reason } = error;
    return () => ({ exitCode: 64, reasons: [reason], report: null });
  }
  return (evidence, artifact) => {
    const artifacts = artifact === null ? [] : [artifactOf(artifact)];
    const engine = artifacts.some(({ bytes }) => bytes === null) ? withDigests : nativeEngine;
    return examineUnder({ ...context, engine }, evidence, artifacts);
  };
}

/** One examination alone. Many under one question: take `examinerFor`, which reads the trusted root once. */
export async function examineBundle(
  evidence: Bytes,
  artifact: GivenArtifact | null,
  question: Question,
): Promise<Examined> {
  return (await examinerFor(question))(evidence, artifact);
}

async function contextOf({ trustedRoot, identity, keys, keyScheme, at }: Question): Promise<ExaminationContext> {
  const scheme = keyScheme === undefined ? null : readKeyScheme(keyScheme);
  return {
    ...PLAIN_QUESTION,
    engine: nativeEngine as Engine,
    at: parseRfc3339(at).time,
    clockFloor: bundledTrustedRoot().origin.issuedAt ?? parseRfc3339(at).time,
    roots: trustedRoot === null ? [bundledTrustedRoot()] : parseTrustedRoots(trustedRoot, 'trusted-root.json'),
    keys: keys.map((bytes, i) => readTrustedKey(bytes, `key-${i}`, scheme)),
    identity:
      identity === null ? null : { identity: await criterion(identity.san), issuer: await criterion(identity.issuer) },
  };
}

async function criterion(wanted: Wanted): Promise<TextCriterion> {
  return typeof wanted === 'string' ? exactly(wanted) : fullMatch(wanted.pattern);
}

function artifactOf(given: GivenArtifact): Artifact {
  if (typeof given !== 'string') {
    return {
      name: 'artifact',
      bytes: given,
      digests: new Map([['sha256', digestHex('sha256', given)]]),
      given: 'file',
    };
  }
  const digest = parseDigestOperand(given);
  if (digest === null) throw new Error(`${given} is no digest`);
  return { name: given, bytes: null, digests: new Map([[digest.algorithm, digest.hex]]), given: 'digest' };
}

function examineUnder(context: ExaminationContext, bytes: Bytes, artifacts: readonly Artifact[]): Examined {
  const examined = examineSet([{ name: 'evidence', bytes }], artifacts, context);
  const report = composeReport({
    version: '0.0.0',
    engine: context.engine.id,
    command: 'verify',
    at: context.at,
    atIsClock: false,
    skewSeconds: 0,
    criteria: [],
    weakenings: [],
    inputs: [],
    roots: context.roots,
    policy: context.policy,
    items: examined.items,
    unmatchedArtifacts: examined.unmatchedArtifacts,
    unmatchedAttestations: examined.unmatchedAttestations,
    limitations: [],
    run: null,
  });
  const reasons = report.items.flatMap(({ checks }) =>
    checks.flatMap((check) =>
      check.outcome === 'passed' || check.outcome === 'skipped' ? [] : [check.reason as string],
    ),
  );
  return { exitCode: report.verdict.exitCode, reasons, report };
}

/**
 * What two reports must share where the evidence means the same: everything but the findings, which list what was ignored,
 * and the facts that count what was ignored.
 */
export function essence(report: Report): unknown {
  const items = report.items.map(({ findings: _findings, checks, judgements: _judgements, ...item }) => ({
    ...item,
    checks: checks.map((check) => ({ ...check, facts: { ...check.facts, certificates: null } })),
  }));
  return JSON.parse(JSON.stringify({ verdict: report.verdict, items }));
}
