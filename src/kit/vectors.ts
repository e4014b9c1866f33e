// SPDX-License-Identifier: Apache-2.0
import type { Engine, EngineId, VerifyOutcome } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import {
  asObject,
  member,
  optionalString,
  pointerTo,
  requireArray,
  requireInteger,
  requireString,
} from '../encoding/json-fields.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { isSchemaOf, isTypeOf, judgeOfGroup } from './vector-groups.ts';

type Published = 'valid' | 'invalid' | 'acceptable';

/** One published vector that this implementation judges otherwise: never to be explained away. */
export interface VectorFailure {
  readonly tcId: number;
  readonly comment: string;
  readonly published: Published;
  readonly outcome: VerifyOutcome;
}

/** A group that was not run, and why. It is neither passed nor failed. */
export interface UnsupportedGroup {
  /** Position in `testGroups`, from 0. */
  readonly group: number;
  readonly tests: number;
  readonly why: string;
}

export interface VectorReport {
  readonly name: string;
  /** As the file calls it. */
  readonly algorithm: string;
  readonly engine: EngineId;
  /** Vectors in the file: passed + failed + those of unsupported groups. */
  readonly tests: number;
  /** Judged as published. An `acceptable` one passes either way. No pass at all means that nothing was shown. */
  readonly passed: number;
  readonly failed: readonly VectorFailure[];
  readonly unsupported: readonly UnsupportedGroup[];
  /** Groups under keys that `verify` would refuse (finding `weak-key`): position and why. */
  readonly weakKeys: readonly { readonly group: number; readonly weakness: string }[];
}

/**
 * Runs a file of test vectors in Wycheproof's form (github.com/C2SP/wycheproof): ECDSA in DER and P1363, Ed25519, RSASSA
 * PKCS#1 v1.5 and PSS, HMAC. What is outside of ALGORITHMS is listed, not run.
 *
 * @throws Malformed `vector-header`, `json-shape`, `hex-invalid` where the document is no vector file
 */
export function runVectorFile(json: JsonValue, name: string, engine: Engine): VectorReport {
  const file = asObject(json, '');
  const algorithm = requireString(file, 'algorithm', '');
  const failed: VectorFailure[] = [];
  const unsupported: UnsupportedGroup[] = [];
  const types = new Set<string>();
  const weakKeys: { group: number; weakness: string }[] = [];
  let total = 0;
  let passed = 0;
  requireArray(file, 'testGroups', '').forEach((value, group) => {
    const at = pointerTo('/testGroups', group);
    const fields = asObject(value, at);
    const tests = requireArray(fields, 'tests', at);
    total += tests.length;
    types.add(requireString(fields, 'type', at));
    const how = judgeOfGroup(fields, at, engine, algorithm);
    if (!how.supported) {
      unsupported.push({ group, tests: tests.length, why: how.why });
      return;
    }
    if (how.weakness !== null) weakKeys.push({ group, weakness: how.weakness });
    tests.forEach((entry, i) => {
      const place = pointerTo(pointerTo(at, 'tests'), i);
      const test = asObject(entry, place);
      const published = publishedResult(test, place);
      const outcome = how.judge(test, place);
      if (agrees(published, outcome)) passed++;
      else failed.push({ ...describe(test, place), published, outcome });
    });
  });
  checkHeader(file, algorithm, types, total);
  return { name, algorithm, engine: engine.id, tests: total, passed, failed, unsupported, weakKeys };
}

/** A file that was cut, or put together from others, proves less than it seems to. */
function checkHeader(file: JsonObject, algorithm: string, types: ReadonlySet<string>, total: number): void {
  if (member(file, 'numberOfTests') !== undefined) {
    const stated = requireInteger(file, 'numberOfTests', '');
    if (stated !== total) throw new Malformed('vector-header', `numberOfTests is ${stated}, the groups hold ${total}`);
  }
  const schema = optionalString(file, 'schema', '');
  for (const type of types) {
    if (!isTypeOf(algorithm, type))
      throw new Malformed(
        'vector-header',
        `algorithm is ${escapeText(algorithm, 64)}, a group is ${escapeText(type, 64)}`,
      );
    if (schema !== undefined && !isSchemaOf(schema, type))
      throw new Malformed('vector-header', `schema is ${escapeText(schema, 64)}, a group is ${escapeText(type, 64)}`);
  }
}

/** An outcome that is no judgement of the signature agrees with nothing, `acceptable` included. */
function agrees(published: Published, outcome: VerifyOutcome): boolean {
  const accepted = outcome === 'valid';
  const rejected = outcome === 'invalid' || outcome === 'signature-encoding';
  return (accepted && published !== 'invalid') || (rejected && published !== 'valid');
}

function publishedResult(test: JsonObject, at: string): Published {
  const result = requireString(test, 'result', at);
  if (result === 'valid' || result === 'invalid' || result === 'acceptable') return result;
  throw new Malformed('json-shape', `no published result at ${pointerTo(at, 'result')}`);
}

function describe(test: JsonObject, at: string): { tcId: number; comment: string } {
  return { tcId: requireInteger(test, 'tcId', at), comment: requireString(test, 'comment', at) };
}
