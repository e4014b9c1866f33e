// SPDX-License-Identifier: Apache-2.0

import { parseJson } from '../encoding/json.ts';
import {
  asArray,
  asObject,
  asString,
  isObject,
  optionalArray,
  optionalString,
  pointerTo,
  requireArray,
  requireInteger,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { VerdictExitCode } from '../model/policy.ts';
import type { TrustStatus } from '../model/report.ts';

export const TRUST_STATUSES: readonly TrustStatus[] = [
  'valid',
  'unsigned',
  'expired',
  'revoked',
  'untrusted',
  'failed',
];
const DECISIONS = ['accept', 'warn', 'reject'] as const;
const STATED_CODES = [0, 1, 2, 3, 4, 5] as const satisfies readonly VerdictExitCode[];

/** What a JSON report states of one subject. Nobody has shown that this tool wrote it. */
export interface StatedSubject {
  readonly subject: string;
  readonly item: string;
  readonly trustStatus: TrustStatus;
  readonly signer: string | null;
  readonly issuer: string | null;
  readonly signedTime: string | null;
  readonly verificationTime: string | null;
  readonly digestAlgorithm: string;
  readonly reason: string | null;
  readonly decisionPath: readonly string[];
}

export interface StatedReport {
  readonly name: string;
  readonly sha256: string;
  readonly command: string;
  readonly at: string | null;
  readonly policyName: string;
  readonly policySha256: string;
  readonly decision: (typeof DECISIONS)[number];
  readonly indication: string;
  readonly exitCode: (typeof STATED_CODES)[number];
  readonly weakenings: readonly string[];
  readonly subjects: readonly StatedSubject[];
}

/**
 * Reads a report of this tool as it states itself. One that contradicts itself, by a verdict that is better than that of an
 * item, is no report.
 *
 * @throws Malformed of the JSON readers; `input-not-recognised` where it is another document
 */
export function readReport(bytes: Bytes, name: string, sha256: string): StatedReport {
  return statedBy(parseJson(bytes), name, sha256);
}

/** The same of a report that has been parsed. */
export function statedBy(value: JsonValue, name: string, sha256: string): StatedReport {
  if (!isReport(value)) throw new Malformed('input-not-recognised', `${name} is no JSON report of this tool`);
  const policy = requireObject(value, 'policy', '');
  const verdict = requireObject(value, 'verdict', '');
  const items = requireArray(value, 'items', '');
  const exitCode = oneOf(STATED_CODES, requireInteger(verdict, 'exitCode', '/verdict'), '/verdict/exitCode');
  const stated: StatedReport = {
    name,
    sha256,
    command: requireString(value, 'command', ''),
    at: optionalString(value, 'at', '') ?? instantOfRun(value),
    policyName: requireString(policy, 'name', '/policy'),
    policySha256: requireString(policy, 'sha256', '/policy'),
    decision: oneOf(DECISIONS, requireString(verdict, 'decision', '/verdict'), '/verdict/decision'),
    indication: requireString(verdict, 'indication', '/verdict'),
    exitCode,
    weakenings: texts(value, 'weakenings', ''),
    subjects: items.flatMap((item, i) => subjectsOf(item, `/items/${i}`, exitCode)),
  };
  if (stated.decision !== decisionOf(exitCode)) throw contradiction(`exit ${exitCode} is not "${stated.decision}"`);
  if (exitCode === 0 && stated.subjects.length === 0) throw contradiction('exit 0, and no subject');
  return stated;
}

function isReport(value: JsonValue): value is JsonObject {
  return isObject(value) && value['format'] === 'forensic-verify/report@v1';
}

function instantOfRun(report: JsonObject): string | null {
  const run = report['run'];
  if (run === undefined || run === null) return null;
  return optionalString(asObject(run, '/run'), 'at', '/run') ?? null;
}

function subjectsOf(value: JsonValue, at: string, verdict: number): StatedSubject[] {
  const item = asObject(value, at);
  const exitCode = requireInteger(item, 'exitCode', at);
  if (verdict === 0 && exitCode !== 0) throw contradiction(`the verdict is exit 0, and that of ${at} is ${exitCode}`);
  const rows = requireArray(item, 'summary', at);
  if (rows.length > LIMITS.reportSubjects)
    throw new Malformed('limit-exceeded', `${at}/summary has more than ${LIMITS.reportSubjects} members`);
  const name = requireString(item, 'name', at);
  const stated = rows.map((row, i) => {
    const place = `${at}/summary/${i}`;
    const one = asObject(row, place);
    const trustStatus = oneOf(
      TRUST_STATUSES,
      requireString(one, 'trustStatus', place),
      pointerTo(place, 'trustStatus'),
    );
    return {
      subject: requireString(one, 'subject', place),
      item: name,
      trustStatus,
      signer: optionalString(one, 'signer', place) ?? null,
      issuer: optionalString(one, 'issuer', place) ?? null,
      signedTime: optionalString(one, 'signedTime', place) ?? null,
      verificationTime: optionalString(one, 'verificationTime', place) ?? null,
      digestAlgorithm: requireString(one, 'digestAlgorithm', place),
      reason: optionalString(one, 'reason', place) ?? null,
      decisionPath: texts(one, 'decisionPath', place),
    };
  });
  // Of several artifacts one may be what was signed and another not.
  if (exitCode > 1 && stated.length > 0 && stated.every(({ trustStatus }) => trustStatus === 'valid'))
    throw contradiction(`all of ${at}/summary is stated valid, and the item exit ${exitCode}`);
  return stated;
}

function texts(owner: JsonObject, name: string, at: string): string[] {
  const place = pointerTo(at, name);
  return asArray(optionalArray(owner, name, at) ?? [], place).map((one, i) => asString(one, `${place}/${i}`));
}

function oneOf<T extends string | number>(known: readonly T[], value: string | number, at: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Malformed('json-shape', `${known.join(', ')} are the values at ${at}`);
  return found;
}

function decisionOf(exitCode: number): string {
  if (exitCode === 0) return 'accept';
  return exitCode === 1 ? 'warn' : 'reject';
}

function contradiction(what: string): Malformed {
  return new Malformed('json-shape', `the report contradicts itself: ${what}`);
}
