// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../../encoding/json.ts';
import { inexactNumbers } from '../../encoding/json-inexact.ts';
import { rawMembers } from '../../encoding/json-raw.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { attempt } from '../../model/malformed.ts';

/** JSON-RPC 2.0 §5.1. */
export const RPC_CODES = { parse: -32700, request: -32600, method: -32601, params: -32602, internal: -32603 } as const;

/** A request that cannot be carried out. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: JsonValue | undefined;

  constructor(kind: keyof typeof RPC_CODES, message: string, data?: JsonValue) {
    super(message);
    this.code = RPC_CODES[kind];
    this.data = data;
  }
}

export interface Request {
  /** As it is written; null: a notification, which has no answer. */
  readonly id: string | null;
  readonly method: string;
  readonly params: JsonObject;
}

export type Message =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly id: string; readonly error: RpcError };

const NO_ID = 'null';
const MEMBERS = ['jsonrpc', 'id', 'method', 'params'];

/** One message: a request, or what is wrong with it and the id to say so under. Nothing is thrown for what a peer may send. */
export function readMessage(line: Bytes | null): Message {
  const refuse = (id: string, kind: keyof typeof RPC_CODES, message: string): Message => ({
    ok: false,
    id,
    error: new RpcError(kind, message),
  });
  if (line === null) return refuse(NO_ID, 'request', `a line is longer than ${LIMITS.documentBytes} bytes`);
  const parsed = attempt(() => parseJson(line));
  if (!parsed.ok) return refuse(NO_ID, 'parse', `${parsed.problem.reason}: ${parsed.problem.detail}`);
  const { value } = parsed;
  if (Array.isArray(value))
    return refuse(NO_ID, 'request', 'a batch is not taken: give each request a line of its own');
  if (typeof value !== 'object' || value === null) return refuse(NO_ID, 'request', 'a request is an object');
  const members = rawMembers(line);
  const given = members.get('id');
  // Echoed as it is written: 1.0 stays 1.0, and no digit of a large number is lost.
  if (given !== undefined && !['string', 'number', 'null'].includes(given.kind))
    return refuse(NO_ID, 'request', 'an id is a string or a number');
  if (given !== undefined && given.raw.length > LIMITS.requestIdCharacters)
    return refuse(NO_ID, 'request', `an id has at most ${LIMITS.requestIdCharacters} characters`);
  const id = given?.raw ?? null;
  const { jsonrpc, method, params = {} } = value as JsonObject;
  const bad = (message: string): Message => refuse(id ?? NO_ID, 'request', message);
  if (jsonrpc !== '2.0') return bad('jsonrpc is "2.0"');
  const unknown = [...members.keys()].find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) return bad(`there is no member ${JSON.stringify(unknown.slice(0, 64))}`);
  if (typeof method !== 'string') return bad('method is a string');
  const shape = members.get('params')?.kind ?? 'object';
  if (shape === 'array') return refuse(id ?? NO_ID, 'params', 'params are given by name: an object');
  if (shape !== 'object') return bad('params is an object');
  // What is asked about a document must be about the numbers that stand in it.
  const inexact = inexactNumbers(encodeUtf8(members.get('params')?.raw ?? ''));
  if (inexact !== null) return refuse(id ?? NO_ID, 'params', `json-number: in params ${inexact.detail}`);
  return { ok: true, request: { id, method, params: params as JsonObject } };
}

/** @param result JSON text without an end of line */
export function resultLine(id: string, result: string): string {
  return `{"jsonrpc":"2.0","id":${id},"result":${result}}\n`;
}

export function errorLine(id: string, { code, message, data }: RpcError): string {
  const error = JSON.stringify({ code, message, ...(data === undefined ? {} : { data }) });
  return `{"jsonrpc":"2.0","id":${id},"error":${error}}\n`;
}
