// SPDX-License-Identifier: Apache-2.0
/** A second reader of strict JSON, written apart from src/encoding: what judges a mutation never asks the tool. */

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonMembers = { [name: string]: Json };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const BLANK = /[ \t\r\n]*/y;
const DEPTH = 64;

/** The one document that these bytes are, or null where they are no strict JSON document in UTF-8. */
export function strictJson(bytes: Uint8Array): { readonly value: Json } | null {
  const text = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(text).equals(bytes) || text.startsWith('\ufeff')) return null;
  let at = 0;
  const token = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return null;
    at += found[0].length;
    return found[0];
  };
  const mark = (expected: string): boolean => {
    token(BLANK);
    if (text[at] !== expected) return false;
    at++;
    token(BLANK);
    return true;
  };
  const fail = (): never => {
    throw new NotStrict();
  };
  const string = (): string => {
    const value = JSON.parse(token(STRING) ?? fail()) as string;
    return value.isWellFormed() ? value : fail();
  };
  const value = (depth: number): Json => {
    if (depth > DEPTH) fail();
    token(BLANK);
    if (mark('{')) {
      const members: JsonMembers = {};
      if (mark('}')) return members;
      do {
        const name = string();
        if (name === '__proto__' || Object.hasOwn(members, name) || !mark(':')) fail();
        members[name] = value(depth + 1);
      } while (mark(','));
      return mark('}') ? members : fail();
    }
    if (mark('[')) {
      const items: Json[] = [];
      if (mark(']')) return items;
      do items.push(value(depth + 1));
      while (mark(','));
      return mark(']') ? items : fail();
    }
    if (text[at] === '"') return string();
    for (const [word, meaning] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return meaning;
    }
    const number = Number(token(NUMBER) ?? fail());
    return Number.isFinite(number) ? number : fail();
  };
  try {
    const result = value(0);
    token(BLANK);
    return at === text.length ? { value: result } : null;
  } catch (error) {
    if (error instanceof NotStrict) return null;
    throw error;
  }
}

class NotStrict extends Error {}
