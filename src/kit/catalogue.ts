// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import { CHECKS } from '../model/checks.ts';
import { FINDINGS } from '../model/findings.ts';
import type { JsonValue } from '../model/json.ts';
import { REASONS, type ReasonEntry } from '../model/reasons.ts';
import { EXIT_CODES, exitCodeOf } from '../policy/exit-code.ts';

/** Checks, reasons, findings and exit codes of this very version, for programs that read reports. */
export function reasonCatalogue(version: string): Bytes {
  const reasons = Object.entries(REASONS as Readonly<Record<string, ReasonEntry>>).map(([code, entry]) => [
    code,
    { ...entry, exitCode: exitCodeOf(entry.sub) },
  ]);
  const document = {
    format: 'forensic-verify/catalogue@v1',
    tool: { name: 'forensic-verify', version },
    exitCodes: EXIT_CODES,
    checks: CHECKS,
    reasons: Object.fromEntries(reasons),
    findings: FINDINGS,
  };
  return Uint8Array.from([...canonicalJson(document as unknown as JsonValue), 0x0a]);
}
