// SPDX-License-Identifier: Apache-2.0
import { parseJson } from '../encoding/json.ts';
import { isObject } from '../encoding/json-fields.ts';
import { splitJsonl } from '../encoding/jsonl.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes, NonEmpty } from '../model/bytes.ts';
import { type Check, type Checked, type Finding, type Locator, within } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { SignedEntity } from '../model/signed-entity.ts';
import { recogniseEnvelope } from './envelopes.ts';
import { notOpened } from './not-opened.ts';

const LF = 0x0a;

/** Whether the first line is a whole document by itself and another line follows: one JSON document is never both. */
export function isJsonl(bytes: Bytes): boolean {
  const end = bytes.indexOf(LF);
  if (end <= 0 || end === bytes.length - 1) return false;
  const first = attempt(() => parseJson(bytes.subarray(0, end)));
  return first.ok && isObject(first.value);
}

/**
 * JSON Lines of envelopes (in-toto attestation bundle; gh's and cosign's files of bundles): one document a line, LF, the last
 * one with or without. Line n stands at `/n`, counted from 0, as if the file were an array. A line of an unknown kind
 * has a failed `envelope.format` at its place, because somebody may have hidden evidence by it; one malformed line refuses the
 * file, because what it was cannot be told.
 */
export function openJsonl(bytes: Bytes, at: Locator): Checked<NonEmpty<SignedEntity>> {
  const lines = attempt(() => splitJsonl(bytes));
  if (!lines.ok) return notOpened(at, lines.problem);
  const entities: SignedEntity[] = [];
  const checks: Check[] = [];
  const findings: Finding[] = [];
  for (const [index, line] of lines.value.entries()) {
    const place = within(at, index);
    if (index === LIMITS.envelopes) {
      return notOpened(at, { reason: 'limit-exceeded', detail: `more than ${LIMITS.envelopes} lines` }, findings);
    }
    const value = attempt(() => parseLine(line, index));
    if (!value.ok) return notOpened(place, value.problem, findings);
    const kind = recogniseEnvelope(value.value);
    if (kind === null) {
      const detail = `line ${index + 1} is no kind of envelope that is known here`;
      checks.push(...notOpened(place, { reason: 'input-not-recognised', detail }).checks);
      continue;
    }
    const opened = kind.open(value.value, line, place);
    if (!opened.ok) return { ok: false, checks: opened.checks, findings: [...findings, ...opened.findings] };
    entities.push(...opened.value);
    checks.push(...opened.checks);
    findings.push(...opened.findings);
  }
  const [first, ...others] = entities;
  if (first === undefined) {
    return notOpened(at, { reason: 'input-not-recognised', detail: 'no line is a known kind of envelope' }, findings);
  }
  return { ok: true, value: [first, ...others], checks, findings };
}

function parseLine(line: Bytes, index: number) {
  const value = attempt(() => parseJson(line));
  if (value.ok) return value.value;
  const { reason, detail } = value.problem;
  throw new Malformed(reason === 'json-invalid' ? 'jsonl-line' : reason, `line ${index + 1}: ${detail}`);
}
