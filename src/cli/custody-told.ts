// SPDX-License-Identifier: Apache-2.0
import type { NotPassed } from '../attest/judge-event.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { Bytes } from '../model/bytes.ts';
import { tellMessage } from './message.ts';
import { formatOf, type JudgingTime, type OutputFlags } from './session.ts';
import { settle, writeAll, writeJson } from './settle.ts';
import { deliverStep, StepInputs } from './single-step.ts';

/** An event that was written, or would have been. */
export interface Written {
  readonly path: string;
  readonly seq: number;
  readonly type: string;
  /** Without its LF. */
  readonly line: Bytes;
  /** SHA-256 of the line, hexadecimal: the head of the log now. */
  readonly hash: string;
  readonly lines: number;
  readonly root: string;
  /** What was found left behind, and put right. */
  readonly notices: readonly string[];
  /** What the event leaves open that was not open before. */
  readonly open: readonly NotPassed[];
  readonly isDry: boolean;
}

export function tellEvent(command: string, written: Written, flags: OutputFlags): void {
  if (formatOf(flags) === 'json') writeJson(jsonOf(command, written));
  else writeAll(1, textOf(written, flags.quiet === true && !written.isDry));
  settle(0);
}

function textOf({ path, seq, type, line, hash, lines, open, isDry }: Written, quiet: boolean): string {
  const rows = isDry
    ? wrapText('', `event ${seq} (${type}) would be appended to ${escapeText(path, 200)}; nothing was written`)
    : wrapText('', `event ${seq} (${type}) appended to ${escapeText(path, 200)}`);
  const warnings = open.flatMap(({ id, reason, detail }) =>
    wrapText('  ! ', `${id} ${reason}: ${escapeText(detail, 400)}`),
  );
  if (quiet) return warnings.map((row) => `${row}\n`).join('');
  // The line is to be copied: it is shown as it stands, and holds nothing but ASCII.
  const shown = isDry ? [decodeUtf8(line)] : [];
  return `${[...rows, `  head      sha256:${hash}`, `  lines     ${lines}`, ...warnings, ...shown].join('\n')}\n`;
}

/** Members in the order of RFC 8785. */
function jsonOf(command: string, { path, seq, type, line, hash, lines, root, notices, open, isDry }: Written): string {
  return `${JSON.stringify({
    command,
    event: { line: decodeUtf8(line), seq, type },
    exitCode: 0,
    format: 'forensic-verify/custody-written@v1',
    head: `sha256:${hash}`,
    lines,
    log: path,
    merkleProfile: 'rfc6962',
    notices,
    open: open.map(({ id, reason, detail }) => ({ check: id, detail, reason })),
    root,
    written: !isDry,
  })}\n`;
}

export interface Refused {
  readonly command: string;
  readonly path: string;
  readonly flags: OutputFlags;
  readonly engine: string;
  readonly judged: JudgingTime;
  readonly checks: readonly NotPassed[];
  readonly why: string;
  /** Of when something is written. */
  readonly criterion: string;
}

/** Nothing was written: what would not hold, as a report like any other, with its exit code. */
export function refuseEvent({ command, path, flags, engine, judged, checks, why, criterion }: Refused): void {
  tellMessage(`nothing was written: ${why}`);
  deliverStep(
    {
      name: path,
      command,
      criteria: [criterion],
      checks,
      engine,
      judgedAt: { at: judged.at, source: judged.isClock ? 'clock' : 'asked' },
    },
    new StepInputs(),
    flags,
  );
}
