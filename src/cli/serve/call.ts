// SPDX-License-Identifier: Apache-2.0
import { decodeBase64 } from '../../encoding/base64.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { attempt } from '../../model/malformed.ts';
import { COMMANDS } from '../commands.ts';
import { RpcError } from './message.ts';

/** A request as the words of a command, and the documents that came with it. */
export interface Call {
  readonly words: readonly string[];
  readonly documents: ReadonlyMap<string, Bytes>;
}

/** The command of a method: `custody.verify` is `custody verify`. null where there is none, or none for a peer. */
export function commandOfMethod(method: string): string | null {
  const id = method.replace('.', ':');
  return method.includes(':') || id === 'serve' || COMMANDS[id] === undefined ? null : id;
}

export function methodsOffered(): string[] {
  return ['version', ...Object.keys(COMMANDS).map((id) => id.replace(':', '.'))]
    .filter((name) => name !== 'serve')
    .sort();
}

const PARAMS = ['operands', 'options', 'documents'];

/**
 * `operands`: what stands without a flag. `options`: the flags by their long names, with a text, an integer, a list of texts, or whether they are given.
 * `documents`: what `given:NAME` stands for in both, each `{ "text": … }`, `{ "base64": … }` or `{ "json": … }`.
 *
 * @param json whether the command has a flag --json
 * @throws RpcError
 */
export function callOf(id: string, params: JsonObject, json: boolean): Call {
  const unknown = Object.keys(params).find((name) => !PARAMS.includes(name));
  if (unknown !== undefined)
    throw bad(`there is no ${JSON.stringify(unknown.slice(0, 64))}: give ${PARAMS.join(', ')}`);
  const options = objectOf(params['options'], 'options');
  const flags = Object.entries(options).flatMap(([name, value]) => flagOf(name, value));
  const asked = ['json', 'output', 'format'].some((name) => options[name] !== undefined && options[name] !== false);
  const operands = textsOf(params['operands'] ?? [], 'operands');
  const words = [...id.split(':'), ...flags, ...(json && !asked ? ['--json'] : []), '--', ...operands];
  return { words: operands.length === 0 ? words.slice(0, -1) : words, documents: documentsOf(params['documents']) };
}

function flagOf(name: string, value: JsonValue): string[] {
  if (!/^[a-z][a-z0-9-]{1,63}$/.test(name))
    throw bad(`options: ${JSON.stringify(name.slice(0, 64))} is no name of a flag`);
  if (value === false) return [];
  if (value === true) return [`--${name}`];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return [`--${name}=${value}`];
  if (typeof value === 'string') return [`--${name}=${textOf(value, name)}`];
  if (Array.isArray(value)) return textsOf(value, `options.${name}`).map((one) => `--${name}=${one}`);
  throw bad(`options.${name} is a text, an integer, a list of texts, true or false`);
}

function textsOf(value: JsonValue, what: string): string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return (value as string[]).map((one) => textOf(one, what));
  throw bad(`${what} is a list of texts`);
}

function textOf(text: string, what: string): string {
  if (text === '' || text.includes('\0')) throw bad(`${what}: a text is empty, or holds a NUL`);
  return text;
}

function documentsOf(value: JsonValue | undefined): Map<string, Bytes> {
  return new Map(Object.entries(objectOf(value, 'documents')).map(([name, one]) => [name, documentOf(name, one)]));
}

function documentOf(name: string, value: JsonValue): Bytes {
  const entries = Object.entries(objectOf(value, `documents.${name}`));
  const [[form, content] = ['', null], more] = entries;
  if (more === undefined && form === 'text' && typeof content === 'string') return encodeUtf8(content);
  if (more === undefined && form === 'json') return encodeUtf8(JSON.stringify(content));
  if (more !== undefined || form !== 'base64' || typeof content !== 'string')
    throw bad(`documents.${name} is one of {"text": …}, {"base64": …}, {"json": …}`);
  const decoded = attempt(() => decodeBase64(content));
  if (decoded.ok) return decoded.value;
  throw bad(`documents.${name}: ${decoded.problem.reason}: ${decoded.problem.detail}`);
}

function objectOf(value: JsonValue | undefined, what: string): JsonObject {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw bad(`${what} is an object`);
}

function bad(message: string): RpcError {
  return new RpcError('params', message);
}
