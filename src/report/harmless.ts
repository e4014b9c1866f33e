// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';

/** What no text for people may hold: controls, marks that turn or join what is read, halves of characters. */
const HIDDEN = /[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2500-\u25ff]/gu;

/** A rendered text with everything in it that cannot be seen written out. Of a report that this tool has made it changes nothing. */
export function harmlessText(text: string): string {
  return text.replace(HIDDEN, (character) => escapeText(character));
}

/** Whether any text in it is one that a terminal would act upon. */
export function holdsHidden(value: unknown): boolean {
  if (typeof value === 'string') return value !== value.replace(HIDDEN, '');
  if (Array.isArray(value)) return value.some(holdsHidden);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, one]) => holdsHidden(name) || holdsHidden(one));
}
