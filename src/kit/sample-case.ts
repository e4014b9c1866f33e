// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { type Engine, nativeEngine } from '../crypto/engine.ts';
import { parseDuration } from '../encoding/duration.ts';
import {
  asArray,
  asString,
  optionalArray,
  optionalObject,
  optionalString,
  pointerTo,
  requireInteger,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { Report } from '../model/report.ts';
import { bundledTrustedRoot, bundledTrustIssuedAt } from '../trust/bundled.ts';
import { checkRootAge } from '../trust/freshness.ts';
import { exactly } from '../trust/identity.ts';
import { readTrustedKey } from '../trust/keyring.ts';
import { parseTrustedRoots } from '../trust/trusted-root.ts';
import { composeReport } from '../verify/compose-report.ts';
import { examineSet } from '../verify/evidence-set.ts';
import { type Artifact, type ExaminationContext, PLAIN_QUESTION } from '../verify/request.ts';

/** A piece of evidence, what is asked of it, and the verdict that every build of this program must come to. Names are those of files. */
export interface SampleCase {
  readonly name: string;
  readonly about: string;
  readonly artifact: string | null;
  readonly evidence: readonly string[];
  /** null: the bundled one. */
  readonly trustedRoot: string | null;
  readonly identity: { readonly san: string; readonly issuer: string } | null;
  readonly keys: readonly string[];
  readonly at: string;
  readonly maxRootAge: string | null;
  /** `warn`: what would be refused is only warned of. */
  readonly fallback: 'fail' | 'warn';
  readonly expected: Verdict;
}

export interface Verdict {
  readonly exitCode: number;
  readonly indication: string;
  /** Of all checks that did not pass, those left out that an earlier one stood in the way of; sorted. */
  readonly reasons: readonly string[];
}

/** @throws Malformed where a file that is named is not given */
export type FilesOf = (name: string) => Bytes;

/** @throws Malformed `json-shape` */
export function parseSampleCase(value: JsonObject, at: string): SampleCase {
  const identity = optionalObject(value, 'identity', at);
  const expected = requireObject(value, 'expected', at);
  const texts = (owner: JsonObject, name: string, place: string) =>
    asArray(optionalArray(owner, name, place) ?? [], place).map((one, i) => asString(one, pointerTo(place, i)));
  const fallback = optionalString(value, 'fallback', at) ?? 'fail';
  if (fallback !== 'fail' && fallback !== 'warn') throw new Malformed('json-shape', `no fallback of ours at ${at}`);
  const within = pointerTo(at, 'expected');
  return {
    name: requireString(value, 'name', at),
    about: requireString(value, 'about', at),
    artifact: optionalString(value, 'artifact', at) ?? null,
    evidence: texts(value, 'evidence', at),
    trustedRoot: optionalString(value, 'trustedRoot', at) ?? null,
    identity:
      identity === undefined
        ? null
        : { san: requireString(identity, 'san', at), issuer: requireString(identity, 'issuer', at) },
    keys: texts(value, 'keys', at),
    at: requireString(value, 'at', at),
    maxRootAge: optionalString(value, 'maxRootAge', at) ?? null,
    fallback,
    expected: {
      exitCode: Number(requireInteger(expected, 'exitCode', within)),
      indication: requireString(expected, 'indication', within),
      reasons: texts(expected, 'reasons', within),
    },
  };
}

/**
 * What this program says of a case, by the composers that `verify` uses.
 *
 * @throws Malformed where the question itself cannot be read
 */
export function verdictOf(one: SampleCase, files: FilesOf, engine: Engine = nativeEngine): Verdict {
  const at = parseRfc3339(one.at).time;
  const roots =
    one.trustedRoot === null
      ? [bundledTrustedRoot()]
      : parseTrustedRoots(files(one.trustedRoot), one.trustedRoot, null);
  const { identity } = one;
  const context: ExaminationContext = {
    ...PLAIN_QUESTION,
    engine,
    at,
    clockFloor: bundledTrustIssuedAt(),
    roots,
    keys: one.keys.map((name) => readTrustedKey(files(name), name, null)),
    identity: identity === null ? null : { identity: exactly(identity.san), issuer: exactly(identity.issuer) },
    policy: { ...DEFAULT_POLICY, fallback: one.fallback },
  };
  const artifacts = one.artifact === null ? [] : [artifactOf(one.artifact, files(one.artifact))];
  const examined = examineSet(
    one.evidence.map((name) => ({ name, bytes: files(name) })),
    artifacts,
    context,
  );
  const age = one.maxRootAge === null ? null : parseDuration(one.maxRootAge);
  const ages = age === null ? [] : roots.map(({ origin }) => checkRootAge(origin, age, at));
  return verdictIn(
    composeReport({
      version: '',
      engine: engine.id,
      command: 'verify',
      at,
      atIsClock: false,
      skewSeconds: 0,
      criteria: [],
      weakenings: [],
      inputs: [],
      roots,
      policy: context.policy,
      items: examined.items.map((item) => ({ ...item, checks: [...ages, ...item.checks] })),
      unmatchedArtifacts: examined.unmatchedArtifacts,
      unmatchedAttestations: examined.unmatchedAttestations,
      limitations: [],
      run: null,
    }),
  );
}

function verdictIn({ items, verdict }: Report): Verdict {
  const reasons = items.flatMap(({ checks }) =>
    checks.flatMap((check) => ('reason' in check && check.reason !== 'prerequisite-not-passed' ? [check.reason] : [])),
  );
  return { exitCode: verdict.exitCode, indication: verdict.indication, reasons: [...new Set<string>(reasons)].sort() };
}

function artifactOf(name: string, bytes: Bytes): Artifact {
  return { name, bytes, digests: new Map([['sha256', digestHex('sha256', bytes)]]), given: 'file' };
}

/** One line, to be compared: `3 TOTAL-FAILED signature-invalid`. */
export function verdictLine({ exitCode, indication, reasons }: Verdict): string {
  return [exitCode, indication, ...reasons].join(' ');
}
