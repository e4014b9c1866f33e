// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import type { Brand } from '../../model/bytes.ts';

/** HTML or SVG that may be joined into a document as it stands. Made here and nowhere else, so that no text of unknown origin is. */
export type Markup = Brand<string, 'markup'>;

export type Attributes = Readonly<Record<string, string | number | null>>;

const HARMLESS = /^[\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e]*$/;
/** What our own words use beyond ASCII; everything else has been escaped by `shown`, or is here. */
const OURS = '…±–·→×÷≥≤§µ‖≠';
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text of evidence as people may see it: no control or bidirectional mark, and cut. Still to be passed to `text`. */
export function shown(evidence: string, max = 160): string {
  return escapeText(evidence, max);
}

/** Any text at all as content of an element or value of an attribute. */
export function text(words: string): Markup {
  if (HARMLESS.test(words)) return words as Markup;
  let out = '';
  for (const character of words) {
    const code = character.codePointAt(0)!;
    if ((code >= 0x20 && code <= 0x7e) || OURS.includes(character)) out += ENTITIES[character] ?? character;
    else out += text(escapeText(character));
  }
  return out as Markup;
}

/** XML's spelling throughout, which HTML reads as well. An attribute of null is left out. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Markup[]): Markup {
  let out = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== null && value !== undefined) out += ` ${key}="${typeof value === 'number' ? value : text(value)}"`;
  }
  return (SHORT.has(name) ? `${out}/>` : `${out}>${children.join('')}</${name}>`) as Markup;
}

/** Those that never have content, in HTML and in SVG; HTML does not know the short form of any other. */
const SHORT = new Set(['meta', 'br', 'col', 'rect', 'path', 'circle']);

export function join(parts: readonly Markup[], between = ''): Markup {
  return parts.join(between) as Markup;
}

export const NOTHING = '' as Markup;
/** Between elements, so that the source of a page can be read and compared. */
export const LINE_FEED = '\n' as Markup;
