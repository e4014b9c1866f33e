// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { TEXT_WIDTH, wrapCommand, wrapText } from '../encoding/wrap-text.ts';
import { FINDINGS } from '../model/findings.ts';
import { REASONS } from '../model/reasons.ts';
import { type Inspection, isList, type Part, type Shown } from './inspect-model.ts';

const LABEL = 24;
/** In front of every line that shows a claim, so that no line of evidence can pass for one of ours (attacks J02). */
const MARK = 'unverified ';
/** Values that do not fit beside their name begin here: a SHA-256 still ends before column 80. */
const OWN_LINE = 15;

/** For a person. Every fact has a line of its own; words of the evidence stand in quotes and are never wrapped. */
export function inspectionText(inspection: Inspection): string {
  const { shows } = inspection;
  const lines = shows === 'claims' ? claims(inspection) : steps(inspection);
  const mark = shows === 'claims' ? MARK : '';
  return `${lines.map((line) => `${mark}${line}`.trimEnd()).join('\n')}\n`;
}

function claims(inspection: Inspection): string[] {
  const room = TEXT_WIDTH - MARK.length;
  return [
    ...wrapText('', 'what this file claims; nothing of it was checked', room),
    ...heading(inspection, room),
    ...inspection.parts.flatMap((one) => ['', ...partLines(one, 0, one.title, room)]),
  ];
}

function steps(inspection: Inspection): string[] {
  return [
    'unverified: explain shows how each step is computed, and judges nothing;',
    'to judge, use verify',
    ...heading(inspection, TEXT_WIDTH),
    ...inspection.parts.flatMap((one, i) => [
      '',
      ...partLines(one, 0, `${i + 1}. ${one.title} (unverified)`, TEXT_WIDTH),
    ]),
  ];
}

function heading({ name, size, sha256, warning }: Inspection, room: number): string[] {
  return [
    ...(warning === null ? [] : wrapText('WARNING: ', warning, room)),
    ...factLines('file', { quoted: name }, 0, room),
    ...(size === null ? [] : factLines('bytes', size, 0, room)),
    ...(sha256 === null ? [] : factLines('sha256', sha256, 0, room)),
  ];
}

function partLines(one: Part, depth: number, title: string, room: number): string[] {
  const indent = '  '.repeat(depth);
  const inner = depth + 1;
  const place = one.at === '' ? '' : `  at ${escapeText(one.at, 128)}`;
  const head = `${indent}${title}${place}`;
  const lines = head.length <= room ? [head] : [`${indent}${title}`, `${indent}  ${place.trim()}`];
  for (const sentence of one.says) lines.push(...wrapText(`${indent}  `, sentence, room));
  for (const [name, value] of Object.entries(one.facts)) {
    lines.push(...(isList(value) ? listLines(name, value, inner, room) : factLines(label(name), value, inner, room)));
  }
  if (one.problem !== null) {
    const { reason, detail } = one.problem;
    lines.push(...wrapText(`${indent}  problem: `, `${reason}: ${REASONS[reason].says}`, room));
    lines.push(...wrapText(`${indent}  `, escapeText(detail, 400), room));
  }
  for (const { code, detail } of one.findings) {
    lines.push(...wrapText(`${indent}  note: `, `${code}: ${FINDINGS[code].says} (${escapeText(detail, 400)})`, room));
  }
  for (const command of one.repeat) {
    lines.push(...wrapCommand(`${indent}  $ `, command, room));
  }
  return [...lines, ...one.parts.flatMap((inside) => partLines(inside, inner, inside.title, room))];
}

function factLines(name: string, value: Shown, depth: number, room: number): string[] {
  const head = `${'  '.repeat(depth)}${name.padEnd(LABEL)} `;
  const text = valueText(value);
  if (head.length + text.length <= room) return [head + text];
  // Our own words may be wrapped. Those of the evidence are one line, however long.
  if (typeof value === 'string' && text.includes(' ')) return wrapText(head, text, room);
  return [head.trimEnd(), `${' '.repeat(OWN_LINE - (TEXT_WIDTH - room))}${text}`];
}

function listLines(name: string, values: readonly Shown[], depth: number, room: number): string[] {
  const indent = '  '.repeat(depth);
  if (values.length === 0) return [`${indent}${label(name).padEnd(LABEL)} none`];
  return [`${indent}${label(name)}`, ...values.flatMap((value) => listed(`${indent}  `, value, room))];
}

function listed(indent: string, value: Shown, room: number): string[] {
  const text = valueText(value);
  return typeof value === 'string' ? wrapText(indent, text, room) : [`${indent}${text}`];
}

function valueText(value: Shown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return quotedText(value.quoted);
  return typeof value === 'number' ? String(value) : escapeText(value, 2000);
}

/** Escaped, in quotes; a long one is cut and named by its digest (attacks J02). */
export function quotedText(text: string, max = 256): string {
  const escaped = escapeText(text, max);
  if (!escaped.endsWith('…')) return `"${escaped}"`;
  const whole = text.toWellFormed();
  return `"${escaped}" (${whole.length} characters, sha256 ${sha256Hex(encodeUtf8(whole))})`;
}

/** `notBefore` as a person writes it. */
function label(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
