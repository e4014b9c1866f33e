// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { isObject } from './json-fields.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * The canonical JSON that in-toto and TUF sign (laptop.org's, as securesystemslib writes it), as UTF-8: members in the order of
 * their code points, no white space, in texts only `"` and `\` escaped, so that a line break stands as itself. There are no
 * fractions; an integer beyond 2^53 is refused, because a double no longer says which one was signed.
 *
 * @throws Malformed `json-number`
 */
export function olpcJson(value: JsonValue): Bytes {
  const parts: string[] = [];
  write(value, parts);
  return encodeUtf8(parts.join(''));
}

function write(value: JsonValue, parts: string[]): void {
  if (typeof value === 'string') parts.push(quoted(value));
  else if (typeof value === 'number') parts.push(integer(value));
  else if (Array.isArray(value)) {
    parts.push('[');
    value.forEach((one, i) => {
      if (i > 0) parts.push(',');
      write(one, parts);
    });
    parts.push(']');
  } else if (isObject(value)) {
    parts.push('{');
    Object.keys(value)
      .sort(byCodePoints)
      .forEach((name, i) => {
        parts.push(i > 0 ? ',' : '', quoted(name), ':');
        write(value[name]!, parts);
      });
    parts.push('}');
  } else parts.push(String(value));
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function integer(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  throw new Malformed('json-number', `${value} is no integer below 2^53: the canonical form has no other numbers`);
}

/** As UTF-8 would sort: JavaScript compares UTF-16 units, where U+FFFF comes after U+10000. */
function byCodePoints(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const [surrogateX, surrogateY] = [isSurrogate(x), isSurrogate(y)];
    return surrogateX === surrogateY ? x - y : surrogateX ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
