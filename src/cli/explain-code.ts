// SPDX-License-Identifier: Apache-2.0

import { canonicalJson } from '../encoding/canonical-json.ts';
import { editDistance } from '../encoding/edit-distance.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import { CHECKS } from '../model/checks.ts';
import { FINDINGS } from '../model/findings.ts';
import { INDICATIONS, SUB_INDICATIONS } from '../model/indications.ts';
import { type Indication, REASONS, type ReasonEntry, type SubIndication } from '../model/reasons.ts';
import { EXIT_CODES, exitCodeOf } from '../policy/exit-code.ts';

export interface Explanation {
  readonly text: string;
  readonly json: string;
}

/** The tables' own words about one code, or null where no table has it. */
export function explainCode(code: string): Explanation | null {
  if (Object.hasOwn(REASONS, code)) return explainReason(code, REASONS[code as keyof typeof REASONS]);
  if (Object.hasOwn(CHECKS, code)) {
    const asks = CHECKS[code as keyof typeof CHECKS];
    return both({ check: code, asks: `${asks}?` }, [`${code} (a check)`, ...wrapText('  asks: ', `${asks}?`)]);
  }
  const numbered = /^C(?:0[1-9]|1[0-9]|2[0-6])$/i.test(code) ? numberedCheck(code.toUpperCase()) : undefined;
  if (numbered !== undefined) return explainCode(numbered);
  if (Object.hasOwn(FINDINGS, code)) {
    const { says, next } = FINDINGS[code as keyof typeof FINDINGS];
    return both({ finding: code, next, says }, [
      `${code} (a finding: it decides nothing)`,
      ...wrapText('  ', says),
      ...wrapText('  next: ', next),
    ]);
  }
  return explainWord(code);
}

/** Of the 26 invariants of custody timeline v1: C08 is `custody.holder`. */
function numberedCheck(number: string): string | undefined {
  return Object.entries(CHECKS).find(([, asks]) => asks.startsWith(`${number}: `))?.[0];
}

/** The words of a verdict: an indication, a sub-indication, an exit code. */
function explainWord(word: string): Explanation | null {
  const reasons = (fits: (entry: ReasonEntry) => boolean) =>
    Object.entries(REASONS as Record<string, ReasonEntry>).flatMap(([code, entry]) => (fits(entry) ? [code] : []));
  if (Object.hasOwn(INDICATIONS, word)) {
    const says = INDICATIONS[word as Indication];
    return both({ indication: word, says }, [`${word} (an indication)`, ...wrapText('  ', says)]);
  }
  if (Object.hasOwn(SUB_INDICATIONS, word)) {
    const sub = word as SubIndication;
    const [says, exit, from] = [SUB_INDICATIONS[sub], exitCodeOf(sub), reasons((entry) => entry.sub === sub)];
    return both({ exitCode: exit, reasons: from, says, sub }, [
      `${word} (a sub-indication)`,
      ...wrapText('  ', says),
      `  exit code:  ${exit}`,
      ...(from.length === 0
        ? ['  no reason of this version leads to it']
        : ['  reasons:', ...from.map((one) => `    ${one}`)]),
    ]);
  }
  if (Object.hasOwn(EXIT_CODES, word)) {
    const means = EXIT_CODES[Number(word) as keyof typeof EXIT_CODES];
    return both({ exitCode: Number(word), means }, [`${word} (an exit code)`, ...wrapText('  ', means)]);
  }
  return null;
}

/** Every word that `explainCode` knows, with what it says. */
export function listCodes(): Explanation {
  const said = (table: object) =>
    Object.fromEntries(
      Object.entries(table as Record<string, { says: string }>).map(([code, { says }]) => [code, says]),
    );
  const tables = {
    reasons: said(REASONS),
    checks: Object.fromEntries(Object.entries(CHECKS).map(([id, asks]) => [id, `${asks}?`])),
    findings: said(FINDINGS),
    indications: INDICATIONS,
    'sub-indications': SUB_INDICATIONS,
    'exit codes': EXIT_CODES,
  };
  const lines = Object.entries(tables).flatMap(([title, table]) => [
    title,
    ...Object.entries(table).flatMap(([code, says]) => [`  ${code}`, ...wrapText('      ', says)]),
    '',
  ]);
  return { text: `${lines.join('\n').trimEnd()}\n`, json: `${decodeUtf8(canonicalJson(tables))}\n` };
}

function explainReason(code: string, entry: ReasonEntry): Explanation {
  const exit = exitCodeOf(entry.sub);
  return both(
    {
      clause: entry.clause,
      exitCode: exit,
      indication: entry.indication,
      next: entry.next,
      reason: code,
      says: entry.says,
      sub: entry.sub,
    },
    [
      code,
      ...wrapText('  ', entry.says),
      ...wrapText('  next:       ', entry.next),
      ...wrapText('  rests on:   ', entry.clause),
      `  indication: ${entry.indication} / ${entry.sub}`,
      `  exit code:  ${exit}`,
    ],
  );
}

function both(record: Record<string, string | number | readonly string[]>, lines: readonly string[]): Explanation {
  return { json: `${decodeUtf8(canonicalJson(record))}\n`, text: `${lines.join('\n')}\n` };
}

const CODES: readonly string[] = [REASONS, CHECKS, FINDINGS, INDICATIONS, SUB_INDICATIONS].flatMap(Object.keys);
const SUGGESTIONS = 3;
const LONGEST = 64;

/** Words in lower case, joined by hyphens: no file of evidence is named so without an extension. */
export function looksLikeCode(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text);
}

/** Codes that somebody may have meant: those with few letters otherwise, then those that hold all of the text. */
export function nearCodes(text: string): string[] {
  if (text.length > LONGEST || !/^[A-Za-z0-9_.-]{3,}$/.test(text)) return [];
  const asked = plain(text);
  const allowed = Math.max(1, Math.floor(asked.length / 5));
  const ranked = CODES.map((code) => ({ code, distance: editDistance(asked, plain(code)) }));
  const close = ranked.filter(({ distance }) => distance <= allowed).sort((a, b) => a.distance - b.distance);
  const holding = ranked
    .filter(({ code }) => plain(code).includes(asked))
    .sort((a, b) => a.code.length - b.code.length);
  return [...new Set([...close, ...holding].map(({ code }) => code))].slice(0, SUGGESTIONS);
}

const plain = (code: string) => code.toLowerCase().replaceAll('_', '-');
