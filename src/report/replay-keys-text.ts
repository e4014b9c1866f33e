// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { KeySpan, TimelineView } from '../model/timeline-view.ts';
import type { Palette } from './palette.ts';

/** Keys that have signed, or of which something is known; the others are counted. */
export function keyLines({ keys }: TimelineView, palette: Palette): string[] {
  const shown = keys.filter((key) => key.events > 0 || wordsOf(key).length > 0);
  const out = shown.flatMap((key) => {
    const { id, fingerprint, events } = key;
    const told = [
      `${events} ${events === 1 ? 'event' : 'events'}`,
      `key ${fingerprint.slice(0, 16)}…`,
      ...wordsOf(key),
    ];
    const lines = wrapText('  ', `${escapeText(id === '' ? 'no name' : id, 100)}: ${told.join(', ')}`);
    return key.compromisedSince === null ? lines : lines.map(palette.bad);
  });
  const rest = keys.length - shown.length;
  return rest === 0 ? out : [...out, `  ${rest} more that have signed nothing`];
}

function wordsOf({ from, until, compromisedSince, introduced, retired }: KeySpan): string[] {
  return [
    ...(from === null ? [] : [`valid from ${formatInstant(from)}`]),
    ...(until === null ? [] : [`valid until ${formatInstant(until)}`]),
    // What `open` brings in is there from the beginning.
    ...(introduced === null || introduced.endsWith('.0') ? [] : [`brought in by ${introduced}`]),
    ...(retired === null ? [] : [`retired with ${retired}`]),
    ...(compromisedSince === null ? [] : [`compromised since ${formatInstant(compromisedSince)}`]),
  ];
}
