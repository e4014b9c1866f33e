// SPDX-License-Identifier: Apache-2.0
import { carriesPrivateKey } from '../crypto/private-material.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import { asObject } from '../encoding/json-fields.ts';
import { examineStatedProof } from '../log/stated-proof.ts';
import type { Bytes } from '../model/bytes.ts';
import {
  type Check,
  type Facts,
  type Finding,
  type Locator,
  malformedCheck,
  notPassed,
  passed,
  skipped,
  within,
} from '../model/check.ts';
import { Malformed, type Parsed, type Problem } from '../model/malformed.ts';
import type { Statement } from '../model/statement.ts';
import { unmatchableDigest } from '../statement/digest-set.ts';
import { isStatementPayloadType } from '../statement/payload-type.ts';
import { PROMOTION_TYPE } from '../statement/predicate-types.ts';
import { namedBy, unknownMaterial, whereTo } from '../statement/predicates/promotion.ts';
import { type PredicateModel, readPredicate } from '../statement/predicates.ts';
import { parseStatement } from '../statement/statement.ts';
import { type ClaimsFound, checkClaims, type RequiredClaim } from './claims.ts';
import { type Sealed, seal } from './seal.ts';
import { algorithmOf, keyIdOf, type Signer } from './signer.ts';

export interface SigningAsked {
  readonly payload: Bytes;
  readonly payloadType: string;
  readonly claims: readonly RequiredClaim[];
  readonly at: Locator;
}

/** What is to be signed, once it is known to say what it must. */
export interface Examined {
  readonly ok: boolean;
  /** null where it is another payload than a statement, or none. */
  readonly statement: Statement | null;
  readonly claims: ClaimsFound;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/**
 * Reads what is to be signed as a verifier would, and asks for the claims that it must make. A predicate of a known type follows its
 * schema, or is not signed; one of another type is signed, and reported `predicate-schema-unknown`.
 */
export function examineForSigning({ payload, payloadType, claims, at }: SigningAsked): Examined {
  if (carriesPrivateKey(payload)) {
    const secret = notPassed('signing.secret', at, 'signing-secret', 'nothing of it is shown');
    return { ok: false, statement: null, claims: {}, checks: [secret], findings: [] };
  }
  if (!isStatementPayloadType(payloadType)) return examineOther(claims, at);
  const parsed = parseStatement(payloadType, payload, at);
  if (!parsed.ok) return { ok: false, statement: null, claims: {}, checks: parsed.checks, findings: parsed.findings };
  const { findings, predicate: read } = readPredicate(parsed.value, at);
  const broken = findings.find(({ code }) => code === 'predicate-schema-broken');
  const type = { predicateType: parsed.value.predicateType };
  const predicate =
    broken === undefined
      ? passed('signing.predicate', at, type)
      : notPassed('signing.predicate', within(at, 'predicate'), 'signing-predicate', broken.detail, type);
  const asked = checkClaims(claims, asObject(parseJson(payload), ''), at);
  const refused = broken === undefined ? promotionChecks(parsed.value, read, at) : [];
  const checks = [...parsed.checks, ...subjectChecks(parsed.value, at), predicate, ...refused, ...asked.checks];
  return {
    ok: checks.every(({ outcome }) => outcome === 'passed'),
    statement: parsed.value,
    claims: asked.found,
    checks,
    findings: [...parsed.findings, ...findings.filter((one) => one !== broken)],
  };
}

function subjectChecks({ subject }: Statement, at: Locator): readonly Check[] {
  return subject.flatMap(({ name, digest }, i) =>
    [...digest].flatMap(([algorithm, value]) => {
      const wrong = unmatchableDigest(algorithm, value);
      const place = within(at, 'subject', i);
      const detail = `the subject ${escapeText(name ?? 'without a name', 96)}: ${wrong}`;
      return wrong === null ? [] : [notPassed('signing.subject', place, 'signing-subject', detail)];
    }),
  );
}

/** What `verify` would refuse whoever asks; whether the log is a trusted one is another's to say. */
function promotionChecks(statement: Statement, read: PredicateModel | null, at: Locator): readonly Check[] {
  if (read?.type !== PROMOTION_TYPE) return [];
  const promotion = read.model;
  const place = statement.type === PROMOTION_TYPE ? at : within(at, 'predicate');
  const nowhere = whereTo(promotion);
  const unknown = unknownMaterial(promotion.materials);
  const proof =
    promotion.rekor === null
      ? []
      : examineStatedProof(promotion.rekor, namedBy(promotion, statement.subject), null, within(place, 'rekor'));
  return [
    ...(nowhere === null ? [] : [malformedCheck('promotion.metadata', within(place, 'promotion'), nowhere)]),
    ...(unknown === null ? [] : [malformedCheck('promotion.materials', within(place, 'materials'), unknown)]),
    ...proof.filter(({ outcome }) => outcome === 'failed'),
  ];
}

function examineOther(claims: readonly RequiredClaim[], at: Locator): Examined {
  const checks = claims.map(({ says }) =>
    notPassed('signing.claims', at, 'signing-claim', 'what is to be signed is no statement, and claims nothing', {
      asked: says,
    }),
  );
  return { ok: checks.length === 0, statement: null, claims: {}, checks, findings: [] };
}

export type Signed =
  | { readonly ok: true; readonly sealed: Sealed; readonly signer: Signer; readonly checks: readonly Check[] }
  /** `signer`: null where it did not even open. */
  | { readonly ok: false; readonly signer: Signer | null; readonly checks: readonly Check[] };

/** Signs what has been examined. Whatever a signer does, it ends in checks. */
export async function signExamined(
  open: () => Signer | Promise<Signer>,
  { payload, payloadType, at }: SigningAsked,
): Promise<Signed> {
  const opened = await attemptAsync(open);
  if (!opened.ok) return { ok: false, signer: null, checks: unsigned(at, opened.problem, {}) };
  const signer = opened.value;
  const facts: Facts = { signer: signer.name, algorithm: algorithmOf(signer), keyId: keyIdOf(signer) };
  const sealed = await attemptAsync(() => seal([signer], payload, payloadType));
  if (sealed.ok) {
    const checks = [passed('signing.signer', at, facts), passed('signing.signature', at)];
    return { ok: true, sealed: sealed.value, signer, checks };
  }
  const { problem } = sealed;
  if (problem.reason !== 'signature-mismatch') return { ok: false, signer, checks: unsigned(at, problem, facts) };
  const checks = [passed('signing.signer', at, facts), malformedCheck('signing.signature', at, problem)];
  return { ok: false, signer, checks };
}

function unsigned(at: Locator, problem: Problem, facts: Facts): readonly Check[] {
  return [malformedCheck('signing.signer', at, problem, facts), skipped('signing.signature', at, 'signing.signer')];
}

/** As `attempt`, for what answers later. */
export async function attemptAsync<T>(work: () => Promise<T> | T): Promise<Parsed<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, problem: { reason: error.reason, detail: error.detail } };
    throw error;
  }
}
