// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import {
  asArray,
  asObject,
  asString,
  optionalArray,
  optionalObject,
  optionalString,
  pointerTo,
  requireArray,
  requireInteger,
  requireString,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import { noteUnknownMembers } from '../encoding/unknown-members.ts';
import type { Finding, Locator } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { readArtifactRule } from './artifact-rule.ts';

export type Words = readonly string[];

/** What steps and inspections share. The rules are held as words, because parameters are put into those. */
export interface LayoutItem {
  readonly name: string;
  readonly expectedMaterials: readonly Words[];
  readonly expectedProducts: readonly Words[];
  readonly pointer: string;
}

export interface Step extends LayoutItem {
  /** Key ids of the functionaries, without repetitions. */
  readonly pubkeys: readonly string[];
  readonly threshold: number;
  readonly expectedCommand: Words;
}

export interface Inspection extends LayoutItem {
  readonly run: Words;
}

/** in-toto layout (specification §4.3): claimed, until its signatures are verified. */
export interface Layout {
  readonly expires: Instant;
  readonly keys: ReadonlyMap<string, JsonObject>;
  readonly steps: readonly Step[];
  readonly inspections: readonly Inspection[];
}

const EXPIRES = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
const KEY_ID = /^[0-9a-fA-F]{1,128}$/;

/**
 * @param pointer of `signed` in the document that `at` names
 * @throws Malformed `layout-format`, `json-shape`, `time-invalid`, `limit-exceeded`
 */
export function readLayout(signed: JsonObject, pointer: string, at: Locator, findings: Finding[]): Layout {
  const note = (object: JsonObject, known: readonly string[], place: string) =>
    noteUnknownMembers(object, known, place, at, findings);
  note(signed, ['_type', 'expires', 'inspect', 'keys', 'readme', 'steps'], pointer);
  optionalString(signed, 'readme', pointer);
  const expires = requireString(signed, 'expires', pointer);
  if (!EXPIRES.test(expires)) {
    throw new Malformed('time-invalid', `the time at ${pointer}/expires is not written as 2026-03-01T00:00:00Z`);
  }
  const item = (value: JsonValue, place: string, type: string): JsonObject => {
    const object = asObject(value, place);
    const stated = optionalString(object, '_type', place);
    if (stated !== undefined && stated !== type) throw malformed(`_type is not ${type} at ${place}`);
    return object;
  };
  const steps = bounded(requireArray(signed, 'steps', pointer), `${pointer}/steps`, LIMITS.layoutItems).map(
    (value, i) => {
      const place = `${pointer}/steps/${i}`;
      const step = item(value, place, 'step');
      note(step, [...ITEM, 'pubkeys', 'threshold', 'expected_command'], place);
      return readStep(step, place);
    },
  );
  const inspect = bounded(requireArray(signed, 'inspect', pointer), `${pointer}/inspect`, LIMITS.layoutItems);
  const inspections = inspect.map((value, i) => {
    const place = `${pointer}/inspect/${i}`;
    const inspection = item(value, place, 'inspection');
    note(inspection, [...ITEM, 'run'], place);
    return { ...readItem(inspection, place), run: readWords(requireArray(inspection, 'run', place), `${place}/run`) };
  });
  if (steps.length === 0)
    throw malformed(`no steps at ${pointer}/steps: such a layout says nothing about any artifact`);
  const names = [...steps, ...inspections].map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw malformed(`the name ${escapeText(twice, 64)} stands twice at ${pointer}`);
  return { expires: parseRfc3339(expires).time, keys: readKeys(signed, pointer), steps, inspections };
}

const ITEM = ['_type', 'name', 'expected_materials', 'expected_products'] as const;

function readStep(step: JsonObject, place: string): Step {
  const pubkeys = readWords(requireArray(step, 'pubkeys', place), `${place}/pubkeys`);
  pubkeys.forEach((id, i) => {
    if (!KEY_ID.test(id)) throw malformed(`no key id at ${place}/pubkeys/${i}`);
  });
  const threshold = requireInteger(step, 'threshold', place);
  if (threshold < 1) throw malformed(`a threshold of ${threshold} at ${place}/threshold asks for nobody`);
  return {
    ...readItem(step, place),
    pubkeys: [...new Set(pubkeys)],
    threshold,
    expectedCommand: readWords(optionalArray(step, 'expected_command', place) ?? [], `${place}/expected_command`),
  };
}

function readItem(item: JsonObject, pointer: string): LayoutItem {
  const name = requireString(item, 'name', pointer);
  // The name is part of the names of files: it must not lead out of their folder.
  if (name === '' || name.includes('/') || name.includes('\0') || name.startsWith('..')) {
    throw malformed(`the name at ${pointer}/name cannot be that of a file`);
  }
  return {
    name,
    expectedMaterials: readRules(item, 'expected_materials', pointer),
    expectedProducts: readRules(item, 'expected_products', pointer),
    pointer,
  };
}

function readRules(item: JsonObject, name: string, pointer: string): readonly Words[] {
  const place = pointerTo(pointer, name);
  return bounded(optionalArray(item, name, pointer) ?? [], place, LIMITS.layoutRules).map((value, i) => {
    const words = readWords(asArray(value, `${place}/${i}`), `${place}/${i}`);
    readArtifactRule(words, `${place}/${i}`);
    return words;
  });
}

function readWords(values: readonly JsonValue[], pointer: string): Words {
  return bounded(values, pointer, LIMITS.layoutRules).map((value, i) => asString(value, `${pointer}/${i}`));
}

function readKeys(signed: JsonObject, pointer: string): ReadonlyMap<string, JsonObject> {
  const keys = optionalObject(signed, 'keys', pointer) ?? {};
  const place = `${pointer}/keys`;
  const ids = bounded(Object.keys(keys), place, LIMITS.layoutItems);
  return new Map(
    ids.map((id) => {
      const key = asObject(keys[id]!, pointerTo(place, id));
      if (!KEY_ID.test(id)) throw malformed(`${escapeText(id, 64)} at ${place} is no key id`);
      const own = optionalString(key, 'keyid', pointerTo(place, id));
      if (own !== undefined && own !== id) throw malformed(`the key at ${place}/${id} calls itself otherwise`);
      return [id, key];
    }),
  );
}

function bounded<T>(values: readonly T[], place: string, most: number): readonly T[] {
  if (values.length <= most) return values;
  throw new Malformed('limit-exceeded', `${values.length} members at ${place}, more than ${most}`);
}

function malformed(detail: string): Malformed {
  return new Malformed('layout-format', detail);
}
