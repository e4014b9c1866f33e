// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { inexactNumbers } from './json-inexact.ts';
import { parseLockYaml } from './lock-yaml.ts';
import { encodeUtf8 } from './utf8.ts';
import { plainScalar } from './yaml-scalar.ts';

/**
 * A lockfile in YAML as data: `true`, `false`, `null` and the numbers of JSON are those, nothing is null, an unquoted word that some
 * readers of YAML do not take for a text is an object of the one member `$yaml.word`, and everything else a text
 * (docs/spec/lockfile-signature-v1.md, 3.2).
 *
 * @throws Malformed `yaml-invalid`, `utf8-invalid`, `limit-exceeded`, `lockfile-value`, `json-number`
 */
export function parseYamlData(bytes: Bytes): JsonObject {
  const value = parseLockYaml(bytes, { scalar: readScalar, key: refuseReserved });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Malformed('lockfile-value', 'the document is no map of keys');
  return value as JsonObject;
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** Texts for the JSON schema of YAML 1.2, and something else for one reader or another: YAML 1.1's truth values, times, base 60. */
const OTHERWISE =
  /^(?:y|yes|n|no|on|off|=|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\d{4}-\d{1,2}-\d{1,2}.*|[-+]?[\d_]*\.[\d_.]*(?:e[-+]\d+)?)$/i;

function readScalar(text: string, isPlain: boolean, pointer: string): JsonValue {
  if (!isPlain) return text;
  if (text === '') return null;
  const plain = plainScalar(text);
  if ('problem' in plain) {
    if (JSON_NUMBER.test(text))
      throw new Malformed(
        'json-number',
        `the number at ${pointer} cannot be carried: if it is a text, put it in quotes`,
      );
    return { '$yaml.word': text };
  }
  if (typeof plain.value === 'number' && inexactNumbers(encodeUtf8(text)) !== null)
    throw new Malformed(
      'json-number',
      `the number at ${pointer} is read as ${plain.value}: if it is a text, put it in quotes`,
    );
  return typeof plain.value === 'string' && OTHERWISE.test(text) ? { '$yaml.word': text } : plain.value;
}

function refuseReserved(name: string, pointer: string): void {
  if (name.startsWith('$yaml.')) throw new Malformed('lockfile-value', `a key of a reserved name at ${pointer}`);
}
