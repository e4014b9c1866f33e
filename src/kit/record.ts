// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { differs, type GivenAnswer } from './known-answers/answer.ts';

export const RECORD_FORMAT = 'forensic-verify/selftest-record@v1';

/** What a self-test was run with. Null where a record shall not depend on the machine. */
export interface RecordedRun {
  readonly at: string;
  readonly host: string;
  readonly program: { readonly file: string; readonly sha256: string | null };
  readonly runtime: JsonObject;
}

/**
 * The record for the case file: every question, the known answer and the one that was given. `answersSha256` is over the RFC 8785 form
 * of the known answers alone, so that two records that bear the same one were asked the same.
 */
export function selftestRecord(answers: readonly GivenAnswer[], version: string, run: RecordedRun | null): Bytes {
  const known = answers.map(({ group, name, expected }) => ({ group, name, expected }));
  const failed = answers.filter(differs).length;
  const record: JsonObject = {
    format: RECORD_FORMAT,
    tool: { name: 'forensic-verify', version },
    answersSha256: sha256Hex(canonicalJson(known)),
    asked: answers.length,
    differing: failed,
    passed: failed === 0 && answers.length > 0,
    answers: answers.map(({ group, name, expected, found }) => ({ group, name, expected, found })),
    ...(run === null ? {} : { run: { ...run, program: { ...run.program } } }),
  };
  return Uint8Array.from([...canonicalJson(record), 0x0a]);
}
