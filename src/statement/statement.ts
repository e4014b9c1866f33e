// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  isObject,
  member,
  optionalString,
  pointerTo,
  requireArray,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Bytes } from '../model/bytes.ts';
import {
  type Checked,
  type Finding,
  finding,
  type Locator,
  malformedCheck,
  passed,
  skipped,
  within,
} from '../model/check.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed, type Parsed } from '../model/malformed.ts';
import type { ResourceDescriptor, Statement } from '../model/statement.ts';
import { readDigestSet } from './digest-set.ts';
import { isStatementPayloadType } from './payload-type.ts';
import { mayBeText } from './predicate-text.ts';
import { subjectFindings } from './subject-findings.ts';

const V1 = 'https://in-toto.io/Statement/v1';
const V01 = 'https://in-toto.io/Statement/v0.1';
/** Its documents have no predicate: what would be one stands beside the subject. */
const BARE = 'stella.ops/promotion@v1';
const MEMBERS = ['_type', 'subject', 'predicateType', 'predicate'];

/**
 * in-toto Statement v1, and v0.1, which is named:
 *
 *     {"_type": "https://in-toto.io/Statement/v1", "subject": [{"name": "a", "digest": {"sha256": "…"}}],
 *      "predicateType": "https://slsa.dev/provenance/v1", "predicate": {…}}
 *
 * The payload is read once, from the very bytes that the signature covers (attacks B12). Checks: `statement.format`, with the
 * reasons of `parseJson`, `payload-type-unsupported`, `statement-format` or `limit-exceeded`, and `statement.type`, with
 * `statement-type-unknown`.
 *
 * @param maxSubjects the bound on subjects, where the examiner has raised it
 */
export function parseStatement(
  payloadType: string,
  payload: Bytes,
  at: Locator,
  maxSubjects: number = LIMITS.subjects,
): Checked<Statement> {
  const document = attempt(() => readDocument(payloadType, payload));
  if (!document.ok) {
    const checks = [
      malformedCheck('statement.format', at, document.problem),
      skipped('statement.type', at, 'statement.format'),
    ];
    return { ok: false, checks, findings: [] };
  }
  const type = attempt(() => readType(document.value));
  if (!type.ok) {
    const checks = [
      skipped('statement.format', at, 'statement.type'),
      malformedCheck('statement.type', at, type.problem),
    ];
    return { ok: false, checks, findings: [] };
  }
  const known = passed('statement.type', at, { type: type.value });
  const statement = attempt(() => readStatement(document.value, type.value, maxSubjects));
  if (!statement.ok) {
    const problem = asStatementFormat(statement).problem;
    return { ok: false, checks: [malformedCheck('statement.format', at, problem), known], findings: [] };
  }
  const { subject, predicateType } = statement.value;
  const facts = { subjects: subject.length, predicateType: escapeText(predicateType) };
  return {
    ok: true,
    value: statement.value,
    checks: [passed('statement.format', at, facts), known],
    findings: findingsOf(document.value, statement.value, at),
  };
}

/** Shape and syntax are one reason here; what has a name of its own (a duplicate key, a lone surrogate) keeps it. */
function asStatementFormat<T>(parsed: Parsed<T> & { ok: false }): Parsed<T> & { ok: false } {
  const { reason, detail } = parsed.problem;
  if (reason !== 'json-shape' && reason !== 'json-invalid') return parsed;
  return { ok: false, problem: { reason: 'statement-format', detail } };
}

function readDocument(payloadType: string, payload: Bytes): JsonObject {
  if (!isStatementPayloadType(payloadType)) {
    throw new Malformed('payload-type-unsupported', `the payload type is "${escapeText(payloadType, 96)}"`);
  }
  const parsed = attempt(() => asObject(parseJson(payload), ''));
  if (parsed.ok) return parsed.value;
  const { reason, detail } = asStatementFormat(parsed).problem;
  throw new Malformed(reason, detail);
}

function readType(document: JsonObject): Statement['type'] {
  const type = member(document, '_type');
  if (type === V1 || type === V01 || type === BARE) return type;
  const found = typeof type === 'string' ? `"${escapeText(type, 96)}"` : 'absent or not a string';
  throw new Malformed('statement-type-unknown', `the type at /_type is ${found}`);
}

function readStatement(document: JsonObject, type: Statement['type'], maxSubjects: number): Statement {
  const subjects = requireArray(document, 'subject', '');
  if (subjects.length === 0) throw new Malformed('statement-format', 'there is no subject at /subject');
  if (subjects.length > maxSubjects) {
    throw new Malformed('limit-exceeded', `${subjects.length} subjects, more than ${maxSubjects}`);
  }
  if (type === BARE && (member(document, 'predicateType') ?? member(document, 'predicate')) !== undefined)
    throw new Malformed('statement-format', 'a bare promotion that has a predicate too: readers would take either');
  const predicateType = type === BARE ? BARE : requireString(document, 'predicateType', '');
  if (predicateType === '') throw new Malformed('statement-format', 'the text at /predicateType is empty');
  return {
    type,
    subject: subjects.map((subject, i) => readSubject(subject, `/subject/${i}`)),
    predicateType,
    ...(type === BARE ? { predicate: beside(document) } : predicateOf(document)),
  };
}

function beside(document: JsonObject): JsonObject {
  const members = Object.entries(document).filter(([name]) => name !== '_type' && name !== 'subject');
  return Object.assign(Object.create(null), Object.fromEntries(members));
}

/** What is no object is no predicate: a finding, because a failure belongs to whoever reads from it. */
function predicateOf(document: JsonObject): Pick<Statement, 'predicate' | 'predicateText'> {
  const value = member(document, 'predicate');
  if (typeof value === 'string') return { predicate: null, predicateText: value };
  return { predicate: isObject(value) ? value : null };
}

function readSubject(value: JsonValue, pointer: string): ResourceDescriptor {
  const subject = asObject(value, pointer);
  return {
    name: optionalString(subject, 'name', pointer) ?? null,
    uri: optionalString(subject, 'uri', pointer) ?? null,
    digest: readDigestSet(requireObject(subject, 'digest', pointer), pointerTo(pointer, 'digest')),
  };
}

function findingsOf(document: JsonObject, statement: Statement, at: Locator): Finding[] {
  const findings: Finding[] = [];
  if (statement.type === BARE) {
    findings.push(finding('promotion-bare', at, `type "${BARE}"`));
    findings.push(...subjectFindings(document['subject'] as readonly JsonObject[], statement.subject, at));
    return findings;
  }
  noteUnknownMembers(document, MEMBERS, '', at, findings);
  if (statement.type === V01) findings.push(finding('statement-version-old', at, 'the statement is of version v0.1'));
  if (member(document, 'predicate') === undefined)
    findings.push(finding('predicate-absent', at, 'the predicate is absent or null'));
  else if (
    statement.predicate === null &&
    !(statement.predicateText !== undefined && mayBeText(statement.predicateType))
  )
    findings.push(finding('predicate-schema-broken', within(at, 'predicate'), 'the predicate is not an object'));
  findings.push(...subjectFindings(document['subject'] as readonly JsonObject[], statement.subject, at));
  return findings;
}
