// SPDX-License-Identifier: Apache-2.0
import { hostname } from 'node:os';
import { sha256Hex } from '../crypto/digest.ts';
import { type Engine, type EngineId, loadEngine } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant, parseRfc3339 } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import { readInput } from '../evidence/input.ts';
import { type Instant, instantFromSeconds } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import type { InstantSource, Report, RunRecord } from '../model/report.ts';
import { renderStellaJson, renderStellaTable } from '../report/compat-stella.ts';
import { FORMAT_NAMES, FORMAT_TABLE, type FormatName } from '../report/format-names.ts';
import { plainPalette, terminalPalette } from '../report/palette.ts';
import { type SourceFile, sourceSentences } from '../report/rendered-from.ts';
import { rendererOf } from '../report/renderer.ts';
import type { TextOptions } from '../report/text.ts';
import { type NewFileOptions, refusePlace, StoreError, writeNewFile } from '../store/new-file.ts';
import { machineClock } from './clock.ts';
import { environmentIgnored } from './hazards.ts';
import { host } from './host.ts';
import { namedBeside } from './named-files.ts';
import { type ExitCode, OutputError, onTerminal, settle, writeAll, writeJson } from './settle.ts';
import { UsageError } from './usage-error.ts';

/** The flags that decide how a report is shown. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly output?: string | undefined;
  /** In the words of another program. */
  readonly compat?: string | undefined;
  readonly verbose?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly 'no-color'?: boolean | undefined;
  readonly deterministic?: boolean | undefined;
  readonly 'output-file'?: string | undefined;
  readonly force?: boolean | undefined;
}

export interface JudgingTime {
  readonly at: Instant;
  readonly isClock: boolean;
}

/** The instant to judge at: given, or the machine's clock, which is then named as such. */
export function judgingTime(flags: {
  readonly at?: string | undefined;
  readonly attime?: string | undefined;
}): JudgingTime {
  if (flags.at !== undefined && flags.attime !== undefined)
    throw new UsageError('--at and --attime say the same: give one');
  if (flags.at !== undefined) return { at: instantFlag('at', flags.at), isClock: false };
  if (flags.attime !== undefined) {
    if (!/^(0|[1-9][0-9]{0,11})$/.test(flags.attime)) throw new UsageError('--attime wants seconds since 1970');
    return { at: instantFromSeconds(BigInt(flags.attime)), isClock: false };
  }
  return { at: host().startedAt, isClock: true };
}

export function instantFlag(name: string, text: string): Instant {
  const parsed = attempt(() => parseRfc3339(text));
  if (!parsed.ok)
    throw new UsageError(
      `--${name}: ${parsed.problem.reason}: ${parsed.problem.detail}; write it as 2026-03-01T00:00:00Z`,
    );
  return parsed.value.time;
}

export async function engineFlag(id: string | undefined, digestOnly: boolean): Promise<Engine> {
  const engine = await loadEngine((id ?? 'native') as EngineId, { digestOnly });
  return host().recording?.recorder.engine(engine) ?? engine;
}

/** What differs from run to run, kept apart from everything that is judged. */
export function runRecord(
  flags: OutputFlags,
  { at, isClock }: JudgingTime,
  source: InstantSource = isClock ? 'clock' : 'asked',
): Omit<RunRecord, 'trustedRootAgeDays'> | null {
  if (flags.deterministic === true) return null;
  const { startedAt, words } = host();
  return {
    startedAt: formatInstant(startedAt),
    at: formatInstant(at),
    durationMs: Number((machineClock() - startedAt) / 1_000_000n),
    clock: CLOCK_WORDS[source],
    host: hostname(),
    workingDirectory: workingDirectory(),
    arguments: words,
    binarySha256: binaryDigest(),
    runtime: `node ${process.version} openssl ${process.versions.openssl ?? 'none'} ${process.platform}-${process.arch}`,
    environmentIgnored: environmentIgnored(),
  };
}

const CLOCK_WORDS = {
  asked: 'given by --at',
  clock: 'system (untrusted)',
  evidence: 'stated by the evidence',
  none: 'not needed',
} as const satisfies Record<InstantSource, RunRecord['clock']>;

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    // A deleted working directory is no reason to fail: no path is resolved here.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '(deleted)';
    throw error;
  }
}

/** The program's own digest, only where it is one file: an auditor compares it with SHA256SUMS. Costly, so only on request. */
function binaryDigest(): string | null {
  if (!host().wantsBinaryDigest) return null;
  const input = readInput(process.execPath, ['sha256']);
  return input.ok ? (input.value.digests.get('sha256') ?? null) : null;
}

export function askForBinaryDigest(): void {
  host().wantsBinaryDigest = true;
}

/** What is to be shown of a report, or of what a report is part of. */
export interface Shown {
  /** `text`: for a person, in colour on a terminal. `json`: escaped on a terminal. `markup`: as it is. */
  readonly medium: 'text' | 'json' | 'markup';
  readonly render: (options: TextOptions) => string;
  /** The report was read from these files, and not made in this run. */
  readonly from?: readonly SourceFile[];
  /** In place of the verdict where only one line is wanted: nothing was judged. */
  readonly unjudged?: string;
}

/** Writes the report, and only then sets the verdict's exit code. */
export function deliver(report: Report, flags: OutputFlags, interrupted: ExitCode | null = null): void {
  const shown = flags.compat === 'stella' ? stellaShown(report, flags) : shownAs(report, formatOf(flags));
  deliverAs(shown, report, flags, interrupted);
}

/** Its members as JSON, or as a table where one is asked for. */
function stellaShown(report: Report, { output }: OutputFlags): Shown {
  if (output === 'table') return { medium: 'text', render: () => renderStellaTable(report) };
  return { medium: 'json', render: () => renderStellaJson(report) };
}

/** @throws UsageError */
export function refuseCompat({ compat, json, output }: OutputFlags): void {
  if (compat === undefined && output === 'table')
    throw new UsageError('--output table is for --compat stella: here it is --output text');
  if (compat !== undefined && output !== undefined && output !== 'json' && output !== 'table')
    throw new UsageError(`--compat stella is json or table, and --output ${output} was asked for`);
  if (json === true && output === 'table') throw new UsageError('--json and --output table contradict each other');
}

/**
 * A report in one of its formats, whose renderer must have been loaded.
 *
 * @param from the files that it was read from, where this run has not made it
 */
export function shownAs(report: Report, format: FormatName, from?: readonly SourceFile[]): Shown {
  const { medium } = FORMAT_TABLE[format];
  const render = rendererOf(format);
  if (from === undefined) return { medium, render: (options) => render(report, options) };
  return { medium, from, render: (options) => render(report, { ...options, from }) };
}

export function deliverAs(shown: Shown, report: Report, flags: OutputFlags, interrupted: ExitCode | null = null): void {
  host().recording?.keep(report);
  const file = flags['output-file'];
  if (file === undefined) show(shown, report, flags);
  else writeReport(file, shown, report, flags);
  settle(interrupted ?? (report.verdict.exitCode as ExitCode));
}

function show({ medium, render, unjudged, from }: Shown, report: Report, flags: OutputFlags): void {
  const verbose = flags.verbose === true;
  if (medium === 'json') writeJson(render({ verbose }));
  else if (medium === 'markup') writeAll(1, render({ verbose }));
  else if (flags.quiet === true) writeAll(1, unjudged === undefined ? verdictLine(report, from) : `${unjudged}\n`);
  else {
    const colour = onTerminal() && flags['no-color'] !== true && host().env['NO_COLOR'] === undefined;
    writeAll(1, render({ verbose, palette: colour ? terminalPalette : plainPalette }));
  }
}

/** However little is shown: what asks less than the defaults is part of what the verdict says. */
function verdictLine({ verdict, weakenings, interrupted }: Report, from?: readonly SourceFile[]): string {
  const { decision, indication, exitCode } = verdict;
  const line = `${interrupted === true ? 'INTERRUPTED ' : ''}${decision.toUpperCase()} ${indication} (exit ${exitCode})`;
  const source = sourceSentences(from).flatMap((one) => wrapText('', one));
  return `${[...source, line, ...weakenings.flatMap((one) => wrapText('  ! ', escapeText(one)))].join('\n')}\n`;
}

/** The report goes to the file; standard output says that it did, in the form that was asked for. */
function writeReport(file: string, { medium, render, from }: Shown, report: Report, flags: OutputFlags): void {
  const text = render({ verbose: flags.verbose === true, palette: plainPalette });
  const bytes = new TextEncoder().encode(text);
  try {
    writeNewFile(file, bytes, placeOf(flags, report));
  } catch (error) {
    throw error instanceof StoreError ? new OutputError(error.message) : error;
  }
  if (medium !== 'json') {
    writeAll(1, verdictLine(report, from));
    return;
  }
  tellWritten(report.verdict, { file, sha256: sha256Hex(bytes), size: bytes.length }, from);
}

/** What stands on standard output where the report itself is in a file. */
export function tellWritten(
  { decision, exitCode, indication }: Report['verdict'],
  written: { readonly file: string; readonly sha256: string; readonly size: number },
  from: readonly SourceFile[] = [],
): void {
  const renderedFrom = from.map(({ name, sha256 }) => ({ name, sha256 }));
  const told = { decision, exitCode, format: 'forensic-verify/written@v1', indication };
  writeJson(`${JSON.stringify({ ...told, ...(from.length === 0 ? {} : { renderedFrom }), written })}\n`);
}

export function placeOf(flags: OutputFlags, { inputs }: Pick<Report, 'inputs'>): NewFileOptions {
  const never = [...inputs.map(({ name }) => name), ...namedBeside(flags['output-file'] ?? '')];
  return { replace: flags.force === true, never };
}

/** What can be told before the work is done: a report that has no place is a slip of the user. */
export function refuseOutput(flags: OutputFlags): void {
  const file = flags['output-file'];
  if (file === undefined) {
    if (flags.force === true) throw new UsageError('--force was given without --output-file');
    return;
  }
  try {
    refusePlace(file, { replace: flags.force === true, never: namedBeside(file) });
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
}

export function formatOf(flags: OutputFlags): FormatName {
  if (flags.json === true && flags.output !== undefined && flags.output !== 'json')
    throw new UsageError(`--json and --output ${flags.output} contradict each other`);
  if (flags.json === true) return 'json';
  return FORMAT_NAMES.find((name) => name === flags.output) ?? 'text';
}
