// SPDX-License-Identifier: Apache-2.0

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [member: string]: Json;
}

/** RFC 8785 for what the mint writes: safe integers, and keys in UTF-16 order. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
    return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error(`not a safe integer: ${value}`);
  return JSON.stringify(value);
}

export function pretty(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * A copy with some places changed: JSON Pointer (RFC 6901) → new value; `undefined` removes the member. A pointer may name a new member of
 * an object, or one past the end of an array; its parent must exist.
 */
export function changed(document: JsonObject, places: Readonly<Record<string, Json | undefined>>): JsonObject {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(places)) {
    const tokens = pointer.split('/').slice(1);
    const last = tokens.pop() ?? '';
    let parent: Json = copy;
    for (const token of tokens) parent = child(parent, token, pointer);
    if (Array.isArray(parent)) {
      if (value === undefined) parent.splice(Number(last), 1);
      else parent[Number(last)] = structuredClone(value);
    } else if (parent !== null && typeof parent === 'object') {
      if (value === undefined) delete parent[last];
      else parent[last] = structuredClone(value);
    } else throw new Error(`nothing to change at ${pointer}`);
  }
  return copy;
}

/** The value at a JSON Pointer. */
export function valueAt(document: JsonObject, pointer: string): Json {
  let value: Json = document;
  for (const token of pointer.split('/').slice(1)) value = child(value, token, pointer);
  return value;
}

export function textAt(document: JsonObject, pointer: string): string {
  const value = valueAt(document, pointer);
  if (typeof value !== 'string') throw new Error(`no text at ${pointer}`);
  return value;
}

function child(value: Json, token: string, pointer: string): Json {
  const next = Array.isArray(value)
    ? value[Number(token)]
    : value !== null && typeof value === 'object'
      ? value[token]
      : undefined;
  if (next === undefined) throw new Error(`no ${token} on the way to ${pointer}`);
  return next;
}
