// SPDX-License-Identifier: Apache-2.0
import { Composer, isMap, isScalar, isSeq } from 'yaml';
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { pointerTo } from './json-fields.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';
import { hiddenCharacter } from './yaml-scalar.ts';
import { yamlTokens } from './yaml-tokens.ts';

/**
 * One document of YAML 1.2 as package managers write their lockfiles: blocks, lists and texts. Every scalar is the text that
 * stands there (`1.0` is no number), an empty one the empty text. As in files that people write, no anchors, aliases, tags,
 * merge keys, directives or doubled keys; the bounds are those of what machines write.
 *
 * @throws Malformed `yaml-invalid`, `utf8-invalid`, `limit-exceeded`
 */
export function parseLockYaml(bytes: Bytes, reading: LockReading = AS_TEXT): JsonValue {
  if (bytes.length > LIMITS.lockBytes)
    throw new Malformed('limit-exceeded', `the lockfile is longer than ${LIMITS.lockBytes} bytes`);
  const text = decodeUtf8(bytes);
  const hidden = hiddenCharacter(text, true);
  if (hidden !== -1) throw fault(text, hidden, 'a character that does not show');
  const read = yamlTokens(text, LIMITS.lockTokens);
  if (!('tokens' in read)) throw fault(text, read.offset, read.problem);
  const composer = new Composer({
    version: '1.2',
    schema: 'failsafe',
    merge: false,
    strict: true,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(read.tokens, true, text.length)];
  const wrong = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])[0];
  if (wrong !== undefined) throw fault(text, wrong.pos[0], 'this is not YAML');
  const [document, second] = documents;
  if (document === undefined || second !== undefined) throw fault(text, 0, 'one file is one document');
  return readNode(document.contents, '', reading);
}

/** What a scalar that stands at a place is, and which names of keys are none. */
export interface LockReading {
  /** @param isPlain it stands without quotes, and is no block */
  scalar(text: string, isPlain: boolean, pointer: string): JsonValue;
  /**
   * @param isPlain it stands without quotes
   * @throws Malformed
   */
  key(name: string, isPlain: boolean, pointer: string): void;
}

const AS_TEXT: LockReading = { scalar: (text) => text, key: () => undefined };

function readNode(node: unknown, pointer: string, reading: LockReading): JsonValue {
  if (node === null) return reading.scalar('', true, pointer);
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : '';
    return reading.scalar(text, node.type === 'PLAIN', pointer);
  }
  if (isSeq(node)) return node.items.map((item, i) => readNode(item, pointerTo(pointer, i), reading));
  if (!isMap(node)) throw new Malformed('yaml-invalid', `nothing that can be read stands at ${pointer}`);
  const object: Record<string, JsonValue> = Object.create(null);
  for (const { key, value } of node.items) {
    if (!isScalar(key) || typeof key.value !== 'string')
      throw new Malformed('yaml-invalid', `a key that is no text at ${pointer}`);
    const name = key.value;
    const place = pointerTo(pointer, name);
    if (name === '<<' || name === '__proto__')
      throw new Malformed('yaml-invalid', `a key that is not read at ${place}`);
    if (Object.hasOwn(object, name)) throw new Malformed('yaml-invalid', `a second key at ${place}`);
    reading.key(name, key.type === 'PLAIN', place);
    object[name] = readNode(value, place, reading);
  }
  return object;
}

function fault(text: string, offset: number, problem: string): Malformed {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return new Malformed('yaml-invalid', `${problem} at line ${line}`);
}
