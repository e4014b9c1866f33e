// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { inexactNumbers } from './json-inexact.ts';
import { parseLockYaml } from './lock-yaml.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * A lockfile in YAML as data: `true`, `false`, `null` and numbers as RFC 8785 writes them are those, nothing is null, another
 * unquoted word that some readers of YAML do not take for a text is an object of the one member `$yaml.word`, and everything else
 * a text; as a key, no such word is taken at all (docs/spec/lockfile-signature-v1.md, 3.2).
 *
 * @throws Malformed `yaml-invalid`, `utf8-invalid`, `limit-exceeded`, `lockfile-value`, `json-number`
 */
export function parseYamlData(bytes: Bytes): JsonObject {
  const value = parseLockYaml(bytes, { scalar: readScalar, key: readKey });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Malformed('lockfile-value', 'the document is no map of keys');
  return value as JsonObject;
}

/**
 * What one reader of YAML 1.1 or 1.2 or another takes for something else than a text, wider rather than narrower: PyYAML, SnakeYAML,
 * Ruby's (commas in numbers, symbols), js-yaml and go-yaml (underscores in floats), and the letter of both specifications.
 */
const OTHERWISE: readonly RegExp[] = [
  /^(?:~|null|true|false|y|yes|n|no|on|off|=|<<)$/i,
  /^[-+]?\.?(?:inf|infinity|nan)$/i,
  /^[-+]?0[xob][\da-f_,]*$/i,
  // A number, one to base 60, a time of the day; `.` alone is none, and stands for a folder in each pnpm-lock.yaml.
  /^(?=.*\d)[-+]?[\d_,]*(?::[\d_,]+)*(?:\.[\d_,.]*)?(?:e[-+]?[\d_,]*)?$/i,
  /^-?\d{4}-\d{1,2}-\d{1,2}/,
  /^:./,
];

const isOtherwise = (text: string): boolean => text === '' || OTHERWISE.some((form) => form.test(text));

const WORDS: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['', null],
  ['null', null],
  ['true', true],
  ['false', false],
]);

function readScalar(text: string, isPlain: boolean, pointer: string): JsonValue {
  if (!isPlain || !isOtherwise(text)) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!JSON_NUMBER.test(text)) return { '$yaml.word': text };
  const number = Number(text);
  // One spelling of each number is that number: `1e3` is a text for some, and `1.0` no integer for others.
  if (String(number) === text) return number;
  if (!Number.isFinite(number) || inexactNumbers(encodeUtf8(text)) !== null)
    throw new Malformed(
      'json-number',
      `the number at ${pointer} is not read as it stands: if it is a text, put it in quotes`,
    );
  return { '$yaml.word': text };
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A key has no place for what it is beside its text, and two that one reader takes for one (`on`, `true`) hide each other. */
function readKey(name: string, isPlain: boolean, pointer: string): void {
  if (name.startsWith('$yaml.')) throw new Malformed('lockfile-value', `a key of a reserved name at ${pointer}`);
  if (isPlain && isOtherwise(name))
    throw new Malformed(
      'lockfile-value',
      `readers of YAML take the key at ${pointer} differently: if it is a text, put it in quotes`,
    );
}
