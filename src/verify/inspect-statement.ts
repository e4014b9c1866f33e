// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { parseJson } from '../encoding/json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Checked, FactValue, Locator } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import type { ResourceDescriptor, Statement } from '../model/statement.ts';
import { predicateTitle, SLSA_PROVENANCE_V1, SLSA_PROVENANCE_V02 } from '../statement/predicate-types.ts';
import { type PredicateModel, readPredicate, tellPredicate } from '../statement/predicates.ts';
import { parseStatement } from '../statement/statement.ts';
import { jsonFacts } from './inspect-json-value.ts';
import {
  type FactList,
  listed,
  listedParts,
  type Part,
  part,
  quote,
  quoteOrNull,
  type Shown,
} from './inspect-model.ts';

const SUBJECTS = 8;

/** The payload of an envelope: an in-toto statement, or why it is none and what it is instead. */
export function payloadPart(
  payloadType: string,
  payload: Bytes,
  at: string,
  place: Locator,
  parsed: Checked<Statement> = parseStatement(payloadType, payload, place),
): Part {
  const facts = { type: quote(payloadType), bytes: payload.length, sha256: sha256Hex(payload) };
  if (parsed.ok) {
    return part('payload', facts, { at, parts: statementParts(parsed.value, place), findings: parsed.findings });
  }
  const failed = parsed.checks.find((check) => check.outcome === 'failed' || check.outcome === 'indeterminate');
  const problem = failed !== undefined && 'detail' in failed ? { reason: failed.reason, detail: failed.detail } : null;
  // What is larger than it may be is not read a second time for its outline.
  const document = problem?.reason === 'limit-exceeded' ? null : attempt(() => parseJson(payload));
  return part('payload', document?.ok === true ? { ...facts, ...jsonFacts(document.value) } : facts, { at, problem });
}

function statementParts(statement: Statement, place: Locator): Part[] {
  const { type, subject, predicateType } = statement;
  const { predicate, findings } = readPredicate(statement, place);
  const title = predicateTitle(predicateType);
  return [
    part('statement', { type, subjects: subject.length }),
    ...listedParts(subject, (one, i) => part(`subject ${i}`, subjectFacts(one)), SUBJECTS),
    part(
      'predicate',
      {
        type: quote(predicateType),
        ...(title === null ? {} : { title }),
        ...(predicate === null ? jsonFacts(statement.predicate) : modelFacts(predicate)),
      },
      { findings },
    ),
  ];
}

export function subjectFacts({ name, uri, digest }: ResourceDescriptor): FactList {
  return {
    name: quoteOrNull(name),
    ...(uri === null ? {} : { uri: quote(uri) }),
    digests: digests(digest),
  };
}

function digests(digest: ReadonlyMap<string, string>): Shown[] {
  return listed([...digest], ([name, value]) => quote(`${name}:${value}`), 8);
}

function modelFacts(predicate: PredicateModel): FactList {
  if (predicate.type === SLSA_PROVENANCE_V1) {
    const { buildDefinition, runDetails } = predicate.model;
    const { metadata, builder, byproducts } = runDetails;
    return {
      builder: quote(builder.id),
      buildType: quote(buildDefinition.buildType),
      externalParameters: listed(Object.keys(buildDefinition.externalParameters), quote),
      invocation: quoteOrNull(metadata?.invocationId),
      startedOn: time(metadata?.startedOn),
      finishedOn: time(metadata?.finishedOn),
      resolvedDependencies: buildDefinition.resolvedDependencies.length,
      byproducts: byproducts.length,
    };
  }
  if (predicate.type !== SLSA_PROVENANCE_V02) return toldFacts(predicate);
  const { builder, buildType, invocation, metadata, materials } = predicate.model;
  const source = invocation?.configSource;
  return {
    builder: quote(builder.id),
    buildType: quote(buildType),
    configSource: quoteOrNull(source?.uri),
    ...(source === null || source === undefined ? {} : { configSourceDigests: digests(source.digest) }),
    entryPoint: quoteOrNull(source?.entryPoint),
    invocation: quoteOrNull(metadata?.buildInvocationId),
    startedOn: time(metadata?.buildStartedOn),
    finishedOn: time(metadata?.buildFinishedOn),
    materials: materials.length,
  };
}

/** What a predicate says, where its type is one that is only told. */
export function toldPart(statement: Statement, place: Locator): Part[] {
  const { predicate, findings } = readPredicate(statement, place);
  if (predicate === null || tellPredicate(predicate) === null) return [];
  const title = predicateTitle(statement.predicateType);
  return [part('the predicate', { ...(title === null ? {} : { title }), ...toldFacts(predicate) }, { findings })];
}

function toldFacts(predicate: PredicateModel): FactList {
  const show = (value: FactValue): Shown | readonly Shown[] => {
    if (typeof value === 'string') return quote(value);
    return value === null || typeof value !== 'object' ? value : listed(value, quote);
  };
  return Object.fromEntries(Object.entries(tellPredicate(predicate) ?? {}).map(([name, value]) => [name, show(value)]));
}

function time(instant: Instant | null | undefined): string | null {
  return instant === null || instant === undefined ? null : formatInstant(instant);
}
