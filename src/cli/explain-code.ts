// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import { CHECKS } from '../model/checks.ts';
import { FINDINGS } from '../model/findings.ts';
import { REASONS, type ReasonEntry } from '../model/reasons.ts';
import { exitCodeOf } from '../policy/exit-code.ts';

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
  if (Object.hasOwn(FINDINGS, code)) {
    const { says, next } = FINDINGS[code as keyof typeof FINDINGS];
    return both({ finding: code, next, says }, [
      `${code} (a finding: it decides nothing)`,
      ...wrapText('  ', says),
      ...wrapText('  next: ', next),
    ]);
  }
  return null;
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

function both(record: Record<string, string | number>, lines: readonly string[]): Explanation {
  return { json: `${decodeUtf8(canonicalJson(record))}\n`, text: `${lines.join('\n')}\n` };
}

const CODES: readonly string[] = [...Object.keys(REASONS), ...Object.keys(CHECKS), ...Object.keys(FINDINGS)];
const SUGGESTIONS = 3;
const LONGEST = 64;

/** Words in lower case, joined by hyphens: no file of evidence is named so without an extension. */
export function looksLikeCode(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text);
}

/** Codes that somebody may have meant: those with few letters otherwise, then those that hold all of the text. */
export function nearCodes(text: string): string[] {
  if (text.length > LONGEST || !/^[A-Za-z0-9_.-]{3,}$/.test(text)) return [];
  const asked = text.toLowerCase().replaceAll('_', '-');
  const allowed = Math.max(1, Math.floor(asked.length / 5));
  const ranked = CODES.map((code) => ({ code, distance: editDistance(asked, code) }));
  const close = ranked.filter(({ distance }) => distance <= allowed).sort((a, b) => a.distance - b.distance);
  const holding = ranked.filter(({ code }) => code.includes(asked)).sort((a, b) => a.code.length - b.code.length);
  return [...new Set([...close, ...holding].map(({ code }) => code))].slice(0, SUGGESTIONS);
}

/** Insertions, deletions and replacements (Levenshtein), one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
