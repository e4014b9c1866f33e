// SPDX-License-Identifier: Apache-2.0
import { Buffer } from 'node:buffer';
import { vi } from 'vitest';
import type { JsonReport } from '../support/cli.ts';

/**
 * The whole program in this process, for attacks on what it judges: hundreds of runs cost what one process would. Its two
 * effects are caught, output and exit code, by the rule of settle.ts; attacks on the process itself (section A) start one.
 */
const effects = vi.hoisted(() => ({ out: [] as Uint8Array[], err: [] as Uint8Array[], code: 70, settled: false }));

vi.mock('../../src/cli/settle.ts', async (original) => {
  const keep = (fd: number, text: string | Uint8Array) =>
    void (fd === 1 ? effects.out : effects.err).push(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const settle = (code: number) => {
    if (effects.settled && code !== 70 && code !== 74) return;
    effects.settled = true;
    effects.code = code;
  };
  return {
    ...(await original<typeof import('../../src/cli/settle.ts')>()),
    settle,
    writeAll: keep,
    tell: (text: string) => keep(2, text),
    writeJson: (text: string) => keep(1, text),
  };
});
vi.mock('../../src/cli/environment.ts', () => ({ environmentIgnored: [], faultAtStart: () => {} }));

export interface Check {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'indeterminate' | 'skipped';
  readonly reason?: string;
  readonly detail?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** null where the document on standard output is no report. */
  readonly report: JsonReport | null;
  readonly checks: readonly Check[];
  /** Distinct reasons of the checks that did not pass for a cause of their own. */
  readonly reasons: readonly string[];
  readonly findings: readonly string[];
}

/** One run. It ends in a code that was settled, or it fails the test. */
export async function program(args: readonly string[], cwd?: string): Promise<Outcome> {
  const { runProgram } = await import('../../src/cli/program.ts');
  Object.assign(effects, { out: [], err: [], code: 70, settled: false });
  const before = process.cwd();
  if (cwd !== undefined) process.chdir(cwd);
  try {
    await runProgram(args);
  } finally {
    process.chdir(before);
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (listener.name === 'fault') process.removeListener(event, listener);
      }
    }
  }
  const stdout = Buffer.concat(effects.out).toString();
  const stderr = Buffer.concat(effects.err).toString();
  if (!effects.settled) throw new Error(`nothing was settled: ${stderr}`);
  const document = stdout.startsWith('{') ? (JSON.parse(stdout) as JsonReport & { readonly exitCode?: number }) : null;
  const report = document?.verdict === undefined ? null : document;
  const items = report?.items ?? [];
  const checks = items.flatMap((item) => item.checks) as unknown as readonly Check[];
  const reasons = checks.flatMap(({ reason }) =>
    reason === undefined || reason === 'prerequisite-not-passed' ? [] : [reason],
  );
  return {
    code: effects.code,
    stdout,
    stderr,
    report,
    checks,
    reasons: [...new Set(reasons)],
    findings: [...new Set(items.flatMap((item) => item.findings.map(({ code }) => code)))],
  };
}

export const judged = (args: readonly string[], cwd?: string): Promise<Outcome> => program([...args, '--json'], cwd);
