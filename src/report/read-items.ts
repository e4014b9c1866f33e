// SPDX-License-Identifier: Apache-2.0
import {
  asBoolean,
  asObject,
  asString,
  isObject,
  optionalArray,
  optionalObject,
  optionalString,
  requireArray,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import type { Check, Facts, FactValue, Finding, Locator } from '../model/check.ts';
import { CHECKS, type CheckId } from '../model/checks.ts';
import { FINDINGS, type FindingCode } from '../model/findings.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { REASONS, type ReasonCode } from '../model/reasons.ts';
import type { Item, ItemFacts } from '../model/report.ts';

/** Whatever an item has: what is not read here was made of the facts, or is of a run. A new member has to be thought of. */
const MEMBERS: Readonly<Record<keyof Item, true>> = {
  name: true,
  kind: true,
  version: true,
  artifacts: true,
  subjects: true,
  predicateType: true,
  predicateDocument: true,
  materials: true,
  build: true,
  promotion: true,
  signers: true,
  times: true,
  checks: true,
  findings: true,
  sigstore: true,
  attestationDigest: true,
  trustedRoot: true,
  signerKind: true,
  registrySigned: true,
  reused: true,
  policyFacts: true,
  modes: true,
  indication: true,
  sub: true,
  decision: true,
  exitCode: true,
  judgements: true,
  proposed: true,
  custody: true,
  whatIf: true,
  scopes: true,
  established: true,
  notEstablished: true,
  summary: true,
};

const SIGNERS = ['certificate', 'key', 'none'] as const;
const OUTCOMES = ['passed', 'failed', 'indeterminate', 'skipped'] as const;

/**
 * The facts of one item of a report, as it states them: what was made of them, and what rests on that, is left behind.
 *
 * @throws Malformed `json-shape` for whatever no report of this version holds
 */
export function readItemFacts(value: JsonValue, at: string): ItemFacts {
  const item = asObject(value, at);
  const foreign = Object.keys(item).find((name) => !Object.hasOwn(MEMBERS, name));
  if (foreign !== undefined) throw wrong(`${at}/${foreign}`);
  const registrySigned = item['registrySigned'] === true ? { registrySigned: true as const } : {};
  return {
    name: requireString(item, 'name', at),
    kind: requireString(item, 'kind', at),
    version: requireString(item, 'version', at),
    artifacts: requireArray(item, 'artifacts', at).map((one, i) => {
      const place = `${at}/artifacts/${i}`;
      const artifact = asObject(one, place);
      const what = optionalString(artifact, 'what', place);
      return {
        name: requireString(artifact, 'name', place),
        digests: textsOf(artifact, 'digests', place),
        ...(what === undefined ? {} : { what }),
      };
    }),
    subjects: requireArray(item, 'subjects', at).map((one, i) => {
      const place = `${at}/subjects/${i}`;
      const subject = asObject(one, place);
      return { name: optionalString(subject, 'name', place) ?? null, digest: textsOf(subject, 'digest', place) };
    }),
    predicateType: optionalString(item, 'predicateType', at) ?? null,
    signers: requireArray(item, 'signers', at).map((one, i) => factsOf(one, `${at}/signers/${i}`)),
    times: requireArray(item, 'times', at).map((one, i) => {
      const place = `${at}/times/${i}`;
      const row = asObject(one, place);
      return {
        source: requireString(row, 'source', place),
        instant: requireString(row, 'instant', place),
        trusted: asBoolean(row['trusted'] ?? null, `${place}/trusted`),
        usedFor: requireString(row, 'usedFor', place),
      };
    }),
    checks: requireArray(item, 'checks', at).map((one, i) => checkOf(one, `${at}/checks/${i}`)),
    findings: requireArray(item, 'findings', at).map((one, i) => findingOf(one, `${at}/findings/${i}`)),
    sigstore: isObject(item['sigstore']) ? item['sigstore'] : null,
    attestationDigest: optionalString(item, 'attestationDigest', at) ?? null,
    trustedRoot: optionalString(item, 'trustedRoot', at) ?? null,
    signerKind: oneOf(SIGNERS, requireString(item, 'signerKind', at), `${at}/signerKind`),
    ...documentOf(item, at),
    ...materialsOf(item, at),
    ...buildOf(item, at),
    ...registrySigned,
  };
}

function documentOf(item: JsonObject, at: string): Pick<ItemFacts, 'predicateDocument'> {
  const document = optionalObject(item, 'predicateDocument', at);
  if (document === undefined) return {};
  const place = `${at}/predicateDocument`;
  const [what, canonicalSha256] = ['what', 'canonicalSha256'].map((name) => requireString(document, name, place));
  return { predicateDocument: { what: what!, canonicalSha256: canonicalSha256! } };
}

function materialsOf(item: JsonObject, at: string): Pick<ItemFacts, 'materials'> {
  const materials = optionalArray(item, 'materials', at);
  return materials === undefined ? {} : { materials: materials.map((one, i) => asString(one, `${at}/materials/${i}`)) };
}

function buildOf(item: JsonObject, at: string): Pick<ItemFacts, 'build'> {
  const build = optionalObject(item, 'build', at);
  if (build === undefined) return {};
  const text = (name: string) => optionalString(build, name, `${at}/build`) ?? null;
  return { build: { builder: text('builder'), source: text('source'), ref: text('ref'), commit: text('commit') } };
}

function checkOf(value: JsonValue, at: string): Check {
  const check = asObject(value, at);
  const id = checkId(requireString(check, 'id', at), `${at}/id`);
  const base = { id, at: locatorOf(check, at), facts: factsOf(check['facts'] ?? null, `${at}/facts`) };
  const outcome = oneOf(OUTCOMES, requireString(check, 'outcome', at), `${at}/outcome`);
  if (outcome === 'passed') return { ...base, outcome };
  const reason = requireString(check, 'reason', at);
  if (outcome === 'skipped') {
    if (reason !== 'prerequisite-not-passed') throw wrong(`${at}/reason`);
    return { ...base, outcome, reason, because: checkId(requireString(check, 'because', at), `${at}/because`) };
  }
  if (!Object.hasOwn(REASONS, reason)) throw wrong(`${at}/reason`);
  const code = reason as ReasonCode;
  if ((REASONS[code].indication === 'TOTAL-FAILED') !== (outcome === 'failed')) throw wrong(`${at}/outcome`);
  return { ...base, outcome, reason: code, detail: requireString(check, 'detail', at) };
}

function findingOf(value: JsonValue, at: string): Finding {
  const found = asObject(value, at);
  const code = requireString(found, 'code', at);
  if (!Object.hasOwn(FINDINGS, code)) throw wrong(`${at}/code`);
  return { code: code as FindingCode, at: locatorOf(found, at), detail: requireString(found, 'detail', at) };
}

function locatorOf(owner: JsonObject, at: string): Locator {
  const place = requireObject(owner, 'at', at);
  return {
    evidence: requireString(place, 'evidence', `${at}/at`),
    pointer: requireString(place, 'pointer', `${at}/at`),
  };
}

function factsOf(value: JsonValue, at: string): Facts {
  const entries = Object.entries(asObject(value, at)).map(
    ([name, one]) => [name, factOf(one, `${at}/${name}`)] as const,
  );
  return Object.fromEntries(entries);
}

function factOf(value: JsonValue, at: string): FactValue {
  if (Array.isArray(value)) return value.map((one, i) => asString(one, `${at}/${i}`));
  if (typeof value === 'object' && value !== null) throw wrong(at);
  return value as FactValue;
}

function textsOf(owner: JsonObject, name: string, at: string): Readonly<Record<string, string>> {
  const entries = Object.entries(requireObject(owner, name, at));
  return Object.fromEntries(entries.map(([key, one]) => [key, asString(one, `${at}/${name}/${key}`)]));
}

function checkId(id: string, at: string): CheckId {
  if (!Object.hasOwn(CHECKS, id)) throw wrong(at);
  return id as CheckId;
}

function oneOf<T extends string>(known: readonly T[], value: string, at: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw wrong(at);
  return found;
}

function wrong(at: string): Malformed {
  return new Malformed('json-shape', `no report of this version says that at ${at}`);
}
