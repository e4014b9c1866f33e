// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
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
    return both({ check: code, asks: `${asks}?` }, [`${code} (a check)`, `  asks: ${asks}?`]);
  }
  if (Object.hasOwn(FINDINGS, code)) {
    const { says, next } = FINDINGS[code as keyof typeof FINDINGS];
    return both({ finding: code, next, says }, [
      `${code} (a finding: it decides nothing)`,
      `  ${says}`,
      `  next: ${next}`,
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
      `  ${entry.says}`,
      `  next:       ${entry.next}`,
      `  rests on:   ${entry.clause}`,
      `  indication: ${entry.indication} / ${entry.sub}`,
      `  exit code:  ${exit}`,
    ],
  );
}

function both(record: Record<string, string | number>, lines: readonly string[]): Explanation {
  return { json: `${decodeUtf8(canonicalJson(record))}\n`, text: `${lines.join('\n')}\n` };
}
