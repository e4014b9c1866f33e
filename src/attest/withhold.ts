// SPDX-License-Identifier: Apache-2.0
import { encodeBase64, encodeBase64Url } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';

/** So short a value is found in any text, and keeps no secret: it is withheld as it stands, and its spellings are not looked for. */
const SHORT = 3;

/**
 * What another program says, without the values that it was given: as they stand, in base64 (of either alphabet, wherever in a longer
 * text they may stand), in hexadecimal, as in a URL and in a JSON text; in capitals or not.
 */
export function withhold(text: string, values: readonly string[]): string {
  const spellings = [...new Set(values.flatMap(spellingsOf))].filter((one) => one !== '');
  // The longest first, so that nothing is left of one that holds another.
  spellings.sort((a, b) => b.length - a.length);
  let safe = text;
  for (const one of spellings) safe = safe.replace(new RegExp(one, 'giu'), '[withheld]');
  return safe;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Patterns, each for one spelling. */
function spellingsOf(value: string): string[] {
  // Line ends that a variable keeps are not told with it.
  const plain = value.trim();
  const both = [...new Set([value, plain])];
  if (plain.length < SHORT) return both.map(literal);
  const octets = encodeUtf8(plain.toWellFormed());
  const hex = encodeHex(octets);
  const pairs = hex.match(/../g) ?? [];
  return [
    ...inBase64(octets),
    ...[
      ...both,
      hex,
      pairs.join(':'),
      pairs.join(' '),
      encodeURIComponent(plain.toWellFormed()),
      pairs.map((pair) => `%${pair}`).join(''),
      pairs.map((pair) => `\\x${pair}`).join(''),
      JSON.stringify(plain).slice(1, -1),
      [...plain].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ].map(literal),
  ];
}

const ONE = '[A-Za-z0-9+/_-]';

/**
 * With nothing, one or two octets before it in the same base64: the characters that the value alone decides, and with them those at
 * either end that it decides in part.
 */
function inBase64(octets: Uint8Array): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = new Uint8Array(before + octets.length);
    whole.set(octets, before);
    const first = before === 0 ? 0 : before + 1;
    const last = Math.floor((whole.length * 8) / 6);
    return [encodeBase64(whole), encodeBase64Url(whole)].map(
      (text) => `${before === 0 ? '' : `${ONE}?`}${literal(text.slice(first, last))}${ONE}?={0,2}`,
    );
  });
}
