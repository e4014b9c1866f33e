// SPDX-License-Identifier: Apache-2.0

const PLAIN = /^[\x20-\x5b\x5d-\x7e]*$/;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/**
 * Text of unknown origin for a message or a report: printable ASCII stays, everything else becomes `\n`, `\r`, `\t`, `\\` or
 * `\u{…}`. Two different texts never look the same unless both are cut, and no control or bidirectional mark survives.
 *
 * @param max characters of the result before the cut; a longer one ends in `…`
 */
export function escapeText(text: string, max = 256): string {
  if (text.length <= max && PLAIN.test(text)) return text;
  let escaped = '';
  for (const character of text) {
    const next = escapeCharacter(character);
    if (escaped.length + next.length > max) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}

function escapeCharacter(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0)!;
  return code >= 0x20 && code <= 0x7e ? character : `\\u{${code.toString(16)}}`;
}

/** At most so many characters, for whoever escapes it later: what is escaped twice cannot be read. */
export function cutText(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max).toWellFormed()}…`;
}
