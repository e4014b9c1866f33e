// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from './limits.ts';

/** One step through a document. Text is decoded; what stands between elements as space is text too. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const NAME = '[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?';
const DECLARATION = /<\?xml version=(["'])1\.0\1(?: encoding=(["'])utf-8\2)?(?: standalone=(["'])(?:yes|no)\3)? ?\?>/iy;
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')){0,64})\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`\\s(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * The small part of XML 1.0 that machines write lists in: elements, attributes, text, the five entities and character
 * references. No document type, no processing instruction, no CDATA: nothing in it can name anything outside.
 *
 * @returns the events, or the offset of the first character that is none of this
 */
export function readSmallXml(text: string): readonly XmlEvent[] | { readonly offset: number } {
  const events: XmlEvent[] = [];
  const open: string[] = [];
  let at = /^\s*/.exec(text)![0].length;
  let rooted = false;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (let first = true; at < text.length; first = false) {
    if (events.length > LIMITS.jsonNodes) return { offset: at };
    const declaration = first ? match(DECLARATION) : null;
    const after = declaration === null ? afterComment(text, at) : at + declaration[0].length;
    if (after === -1) return { offset: at };
    if (after > at) {
      at = after;
      continue;
    }
    const tag = match(TAG);
    if (tag === null) {
      const next = text.indexOf('<', at);
      const end = next === -1 ? text.length : next;
      const value = decode(text.slice(at, end));
      if (end === at || value === null || (open.length === 0 && value.trim() !== '')) return { offset: at };
      if (open.length > 0) events.push({ kind: 'text', text: value });
      at = end;
      continue;
    }
    const [whole, slash, name, written, empty] = tag as unknown as readonly [string, string, string, string, string];
    if (slash === '/') {
      if (open.pop() !== name || written !== '' || empty !== '') return { offset: at };
    } else {
      const attributes = attributesOf(written);
      if (attributes === null || (open.length === 0 && rooted) || open.length >= LIMITS.jsonDepth)
        return { offset: at };
      rooted = true;
      events.push({ kind: 'open', name, attributes });
      if (empty === '') open.push(name);
    }
    if (slash === '/' || empty === '/') events.push({ kind: 'close', name });
    at += whole.length;
  }
  return open.length > 0 || !rooted ? { offset: at } : events;
}

/** Where the comment that begins here ends; `at` where none does, -1 where it is none that XML allows. */
function afterComment(text: string, at: number): number {
  if (!text.startsWith('<!--', at)) return at;
  const end = text.indexOf('--', at + 4);
  return text.startsWith('-->', end) && end !== -1 ? end + 3 : -1;
}

function attributesOf(written: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  for (const [, name, double, single] of written.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? '');
    if (value === null || found.has(name!)) return null;
    found.set(name!, value);
  }
  return found;
}

function decode(written: string): string | null {
  let bad = false;
  const text = written.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
    const digits = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    const code = digits === null ? null : Number.parseInt(digits[1] ?? digits[2]!, digits[1] === undefined ? 10 : 16);
    const known = code === null ? ENTITIES.get(name) : isCharacter(code) ? String.fromCodePoint(code) : undefined;
    if (end === '' || known === undefined) bad = true;
    return known ?? '';
  });
  return bad ? null : text;
}

/** XML 1.0 §2.2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
