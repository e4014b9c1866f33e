// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../model/json.ts';

const JSON_NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/;

/** Words that some YAML reader takes for a number, a truth value or nothing, and JSON for none of it. */
const GUESSES: readonly RegExp[] = [
  /^(~|null|true|false)$/i,
  /^[-+]?0(x[0-9a-f_]+|o[0-7_]+|b[01_]+)$/i,
  /^[-+]?[0-9][0-9_]*$/,
  /^[-+]?(\.[0-9]+|[0-9]+\.?[0-9]*)(e[-+]?[0-9]+)?$/i,
  /^[-+]?\.?(inf|infinity|nan)$/i,
];

export type PlainScalar = { readonly value: JsonValue } | { readonly problem: string };

/**
 * What an unquoted word means: `true`, `false`, `null` and the numbers of JSON are those; everything else is a text (`no`
 * and `off` too), but for what other readers would take for a number or a truth value: that must be written plainly.
 */
export function plainScalar(text: string): PlainScalar {
  if (text === 'true') return { value: true };
  if (text === 'false') return { value: false };
  if (text === 'null') return { value: null };
  if (JSON_NUMBER.test(text)) {
    const value = Number(text);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
      return { problem: 'the number is too large to be exact: if it is a text, put it in quotes' };
    return { value };
  }
  if (GUESSES.some((guess) => guess.test(text)))
    return { problem: 'readers of YAML take this word differently: write it as JSON does, or put it in quotes' };
  return { value: text };
}

/**
 * Characters that do not show, or that change how their neighbours show: controls but tab and line feed, line and paragraph
 * separators, zero-width and bidirectional marks, the byte order mark, tags.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** The offset of the first character that an auditor would not see, or -1. A carriage return before a line feed is none. */
export function hiddenCharacter(text: string, lineEnds: boolean): number {
  let from = 0;
  for (;;) {
    const found = text.slice(from).search(HIDDEN);
    if (found === -1) return -1;
    const at = from + found;
    if (!lineEnds || text[at] !== '\r' || text[at + 1] !== '\n') return at;
    from = at + 2;
  }
}
