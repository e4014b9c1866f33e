// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');
/** Made by bundle-setup.ts for this run alone. */
const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE'] ?? 'not made';

/** The packaged binary, where it has been built; `FORENSIC_VERIFY_BINARY` names another. */
export const BINARY = process.env['FORENSIC_VERIFY_BINARY'] ?? join(PROJECT, 'release/forensic-verify-linux-x64');
export const hasBinary = existsSync(BINARY);

export interface Run {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A message as it was before its lines were broken. */
export function unwrapped(stderr: string): string {
  return stderr.replace(/\n {2}(?=\S)/g, ' ');
}

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly binary?: boolean;
}

/** Runs the program as a process of its own, with an environment of its own, and never for longer than a minute. */
export function run(args: readonly string[], options: Options = {}): Run {
  const [command, ...head] =
    options.binary === true ? [BINARY] : [process.execPath, '--permission', '--allow-fs-read=*', BUNDLE];
  const result = spawnSync(command!, [...head, ...args], {
    cwd: options.cwd ?? PROJECT,
    env: { PATH: '/usr/bin:/bin', ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: result.status, signal: result.signal, stdout: result.stdout, stderr: result.stderr };
}

interface JsonCheck {
  readonly id: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}
export interface JsonReport {
  readonly verdict: { readonly exitCode: number; readonly decision: string; readonly indication: string };
  readonly items: readonly {
    readonly name: string;
    readonly indication: string;
    readonly sub: string | null;
    readonly checks: readonly JsonCheck[];
    readonly findings: readonly { readonly code: string }[];
  }[];
}

export interface Judged extends Run {
  readonly report: JsonReport | null;
  /** Reasons of all checks that did not pass, `prerequisite-not-passed` left out. */
  readonly reasons: readonly string[];
}

/** As `run`, with `--json`: one document on standard output, whose exit code must be that of the process. */
export function runJson(args: readonly string[], options: Options = {}): Judged {
  const result = run([...args, '--json'], options);
  const document = JSON.parse(result.stdout) as JsonReport & { readonly exitCode?: number };
  const stated = document.verdict?.exitCode ?? document.exitCode;
  if (stated !== result.code) throw new Error(`exit ${result.code}, and the document says ${stated}: ${result.stderr}`);
  const report = document.verdict === undefined ? null : document;
  const reasons = (report?.items ?? [])
    .flatMap((item) => item.checks)
    .filter((check) => check.reason !== undefined && check.reason !== 'prerequisite-not-passed')
    .map((check) => check.reason!);
  return { ...result, report, reasons };
}

/** The expectations of the corpora as exit codes. */
export function meets(expect: string, code: number | null): boolean {
  if (expect === 'accept') return code === 0;
  const refused = code !== null && [2, 3, 4, 5, 64].includes(code);
  return expect === 'reject' ? refused : refused || code === 0;
}
