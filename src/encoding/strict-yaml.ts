// SPDX-License-Identifier: Apache-2.0
import { Composer, isMap, isScalar, isSeq } from 'yaml';
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { cutText } from './escape-text.ts';
import { pointerTo } from './json-fields.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './utf8.ts';
import { hiddenCharacter, plainScalar } from './yaml-scalar.ts';
import { yamlTokens } from './yaml-tokens.ts';

/** Counted from 1, columns in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** `yaml-invalid`, and where. */
export class YamlFault extends Malformed {
  readonly place: Place;
  /** Without the place. */
  readonly problem: string;
  constructor(problem: string, place: Place) {
    super('yaml-invalid', `${problem} at line ${place.line} column ${place.column}`);
    this.name = 'YamlFault';
    this.problem = problem;
    this.place = place;
  }
}

export interface YamlDocument {
  /** Objects have no prototype. */
  readonly value: JsonValue;
  /** Of the value at a JSON Pointer, or of its key; where there is none, of the nearest that is around it. */
  placeOf(pointer: string, what?: 'key' | 'value'): Place;
}

/**
 * One document of YAML 1.2, and so of JSON, for files that people write and decisions rest on: blocks, lists, texts, and the
 * numbers, `true`, `false` and `null` of JSON. No anchors, aliases, tags, merge keys, directives, explicit or doubled keys,
 * no value left empty, no text over several lines but as a block, no words that readers of YAML take differently, no
 * characters that do not show.
 *
 * @throws YamlFault (`yaml-invalid`)
 */
export function parseStrictYaml(bytes: Bytes): YamlDocument {
  if (bytes.length > LIMITS.yamlBytes) {
    throw new YamlFault(`the file is longer than ${LIMITS.yamlBytes} bytes`, { line: 1, column: 1 });
  }
  const decoded = attempt(() => decodeUtf8(bytes));
  if (!decoded.ok) throw new YamlFault(decoded.problem.detail, { line: 1, column: 1 });
  const text = decoded.value;
  const hidden = hiddenCharacter(text, true);
  if (hidden !== -1) throw fault(text, hidden, 'a character that does not show');
  const read = yamlTokens(text);
  if (!('tokens' in read)) throw fault(text, read.offset, read.problem);
  const composer = new Composer({
    version: '1.2',
    schema: 'failsafe',
    merge: false,
    strict: true,
    // Quadratic in yaml; ours is not.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(read.tokens, true, text.length)];
  const document = documents[0]!;
  const wrong = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])[0];
  if (wrong !== undefined) throw fault(text, wrong.pos[0], SENTENCES[wrong.code] ?? 'this is not YAML');
  if (documents.length > 1) throw fault(text, documents[1]!.range[0], 'one file is one document: a second one begins');
  if (document.contents === null) throw fault(text, 0, 'the file is empty');
  return new Reader(text).read(document.contents);
}

/** What the parser of YAML says, in our words: its own are about the inside of the parser. */
const SENTENCES: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'an escape that YAML does not have',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_SCALAR_START: 'a text cannot begin with this character: put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a block or a second ": " where a text is wanted: put the text in quotes',
  BLOCK_IN_FLOW: 'a block inside brackets',
  KEY_OVER_1024_CHARS: 'the key is longer than 1024 characters',
  MISSING_CHAR: 'a quote, bracket, comma, colon or blank is missing',
  MULTILINE_IMPLICIT_KEY: 'a key over several lines, or a line without its colon',
  TAB_AS_INDENT: 'a tab where blanks are wanted',
};

class Reader {
  readonly #text: string;
  readonly #values = new Map<string, number>();
  readonly #keys = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  read(contents: unknown): YamlDocument {
    const value = this.#value(contents, '', 0);
    return {
      value,
      placeOf: (pointer, what = 'value') => placeIn(this.#text, this.#offsetOf(pointer, what)),
    };
  }

  #offsetOf(pointer: string, what: 'key' | 'value'): number {
    const own = what === 'key' ? (this.#keys.get(pointer) ?? this.#values.get(pointer)) : this.#values.get(pointer);
    if (own !== undefined) return own;
    return pointer === '' ? 0 : this.#offsetOf(pointer.slice(0, pointer.lastIndexOf('/')), what);
  }

  #value(node: unknown, pointer: string, before: number): JsonValue {
    if (isMap(node)) return this.#map(node, pointer);
    if (isSeq(node)) {
      const start = node.range?.[0] ?? before;
      this.#values.set(pointer, start);
      if (node.items.length > LIMITS.jsonMembers) throw fault(this.#text, start, 'the list is too long');
      return node.items.map((item, i) => this.#value(item, pointerTo(pointer, i), start));
    }
    if (!isScalar(node) || typeof node.value !== 'string')
      throw fault(this.#text, before, 'nothing stands where a value is wanted');
    const offset = node.range?.[0] ?? before;
    this.#values.set(pointer, offset);
    return this.#scalar(node.value, node.type, offset);
  }

  #map(node: { readonly items: readonly unknown[]; readonly range?: unknown }, pointer: string): JsonValue {
    const start = Array.isArray(node.range) ? Number(node.range[0]) : 0;
    this.#values.set(pointer, start);
    const object: Record<string, JsonValue> = Object.create(null);
    for (const item of node.items) {
      const { key, value } = item as { key: unknown; value: unknown };
      if (!isScalar(key) || typeof key.value !== 'string') throw fault(this.#text, start, 'a key that is no text');
      const at = key.range?.[0] ?? start;
      const name = this.#scalar(key.value, key.type, at);
      if (typeof name !== 'string') throw fault(this.#text, at, 'a key that is no text: put it in quotes');
      if (name === '') throw fault(this.#text, at, 'an empty key');
      if (name === '<<') throw fault(this.#text, at, 'a merge key: write the keys out');
      if (name === '__proto__') throw fault(this.#text, at, 'a key __proto__');
      if (name in object) throw fault(this.#text, at, `a second key "${cutText(name, 64)}"`);
      const place = pointerTo(pointer, name);
      this.#keys.set(place, at);
      object[name] = this.#value(value, place, at);
    }
    return object;
  }

  #scalar(value: string, type: string | null | undefined, offset: number): JsonValue {
    if (type !== 'PLAIN') {
      const hidden = hiddenCharacter(value, false);
      if (hidden !== -1) throw fault(this.#text, offset, 'a character that does not show, written as an escape');
      return value;
    }
    if (value === '') throw fault(this.#text, offset, 'nothing stands where a value is wanted');
    const plain = plainScalar(value);
    if ('problem' in plain) throw fault(this.#text, offset, plain.problem);
    return plain.value;
  }
}

function fault(text: string, offset: number, problem: string): YamlFault {
  return new YamlFault(problem, placeIn(text, offset));
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let i = before.indexOf('\n'); i !== -1; i = before.indexOf('\n', i + 1)) line++;
  return { line, column: [...before.slice(start)].length + 1 };
}
