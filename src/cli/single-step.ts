// SPDX-License-Identifier: Apache-2.0

import { LIMITS } from '../encoding/limits.ts';
import { type Input, readInput } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Facts, type Finding, malformedCheck, passed } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { DEFAULT_POLICY, type Policy } from '../model/policy.ts';
import type { InputRecord } from '../model/report.ts';
import type { TimeRow } from '../model/times.ts';
import { renderText, type TextOptions } from '../report/text.ts';
import { composeReport, EMPTY_ITEM, type TrustGiven } from '../verify/compose-report.ts';
import { deliver, deliverAs, formatOf, judgingTime, type OutputFlags, runRecord } from './session.ts';
import { VERSION } from './version.ts';

/** The inputs of one step: each is read once, recorded, and a problem with one becomes a check instead of a crash. */
export class StepInputs {
  readonly records: InputRecord[] = [];
  readonly checks: Check[] = [];

  /** Bytes of a file, or null after a failed `input.read` was noted. */
  read(path: string, role: InputRecord['role']): Bytes | null {
    const input = readInput(path, ['sha256']);
    const at = { evidence: path, pointer: '' };
    if (!input.ok) {
      this.checks.push(malformedCheck('input.read', at, input.problem));
      return null;
    }
    const problem = tooLarge(input.value);
    if (problem !== null) {
      this.checks.push(malformedCheck('input.read', at, problem));
      return null;
    }
    this.records.push({ name: path, role, size: input.value.size, sha256: input.value.digests.get('sha256')! });
    this.checks.push(passed('input.read', at, { size: input.value.size }));
    return input.value.bytes;
  }
}

function tooLarge({ bytes, name }: Input) {
  if (bytes !== null) return null;
  return { reason: 'limit-exceeded' as const, detail: `${name} is larger than ${LIMITS.artifactInMemory} bytes` };
}

export interface StepResult {
  readonly name: string;
  readonly command: string;
  readonly criteria: readonly string[];
  readonly checks: readonly Check[];
  readonly findings?: readonly Finding[];
  readonly engine?: string;
  /** The instant that the step judges at; without one nothing in it depends on the time. */
  readonly judgedAt?: { readonly at: Instant; readonly source: 'asked' | 'clock' | 'evidence' };
  /** What decides by being trusted. */
  readonly trust?: readonly TrustGiven[];
  readonly signers?: readonly Facts[];
  /** Asked less than the defaults, and said so. */
  readonly softened?: { readonly policy: Policy; readonly weakenings: readonly string[] };
  readonly times?: readonly TimeRow[];
  /** What it does not prove, beside what is said of every step. */
  readonly limitations?: readonly string[];
  /** What was done, for people: before the report, and no part of it. */
  readonly told?: readonly string[];
}

/** One step as a report of its own: the same reasons, the same table of exit codes. */
export function deliverStep(result: StepResult, inputs: StepInputs, flags: OutputFlags): void {
  const clock = judgingTime({});
  const at = result.judgedAt?.at ?? clock.at;
  const source = result.judgedAt?.source ?? 'none';
  const isClock = source === 'clock';
  const report = composeReport({
    version: VERSION,
    engine: result.engine ?? 'none',
    command: result.command,
    at,
    atIsClock: isClock,
    atSource: source,
    skewSeconds: 0,
    criteria: result.criteria,
    weakenings: result.softened?.weakenings ?? [],
    inputs: inputs.records,
    roots: result.trust ?? [],
    policy: result.softened?.policy ?? DEFAULT_POLICY,
    items: [
      {
        ...EMPTY_ITEM,
        name: result.name,
        kind: 'single-step',
        checks: [...inputs.checks, ...result.checks],
        findings: result.findings ?? [],
        signers: result.signers ?? [],
        times: result.times ?? [],
      },
    ],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: [
      'a single step judges its own question alone, and says nothing about the rest',
      ...(result.limitations ?? []),
    ],
    run: runRecord(flags, { at, isClock }, source),
  });
  const { told = [] } = result;
  if (told.length === 0 || formatOf(flags) !== 'text') deliver(report, flags);
  else {
    const render = (options: TextOptions): string => `${told.join('\n')}\n\n${renderText(report, options)}`;
    deliverAs({ medium: 'text', render }, report, flags);
  }
}
