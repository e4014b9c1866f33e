// SPDX-License-Identifier: Apache-2.0
import { isObject } from '../encoding/json-fields.ts';
import type { JsonValue } from '../model/json.ts';
import { type FactList, listed, type Part, part, type Quoted, quote } from './inspect-model.ts';

const MEMBERS = 32;

/** The outline of any strict JSON value: its members and how large they are. Never their content: it may be a secret. */
export function jsonFacts(value: JsonValue): FactList {
  if (isObject(value)) {
    const members = Object.entries(value);
    return {
      members: members.length,
      outline: listed(members, ([name, one]) => outline(name, one), MEMBERS),
    };
  }
  return { value: size(value) };
}

export function jsonPart(value: JsonValue): Part {
  return part('JSON document', jsonFacts(value));
}

function outline(name: string, value: JsonValue): Quoted {
  return quote(`${name}: ${size(value)}`);
}

function size(value: JsonValue): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isObject(value)) return `an object of ${Object.keys(value).length}`;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return value === null ? 'null' : `a ${typeof value}`;
}
