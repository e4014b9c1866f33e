// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonReport } from '../support/cli.ts';
import { folder } from './evidence.ts';
import { HOSTILE, type Hostile } from './hostile.ts';

/** GNU time tells what a process has cost; without it, only that the process ends. */
const TIME = '/usr/bin/time';
const SECONDS = 5;
const MEBIBYTES = 256;

interface Cost {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds of the processor: the machine's other work does not count. */
  readonly seconds: number | null;
  readonly mebibytes: number | null;
}

function costOf(command: readonly string[], cwd: string): Cost {
  const words = [
    process.execPath,
    '--permission',
    '--allow-fs-read=*',
    process.env['FORENSIC_VERIFY_TEST_BUNDLE']!,
    ...command,
  ];
  const measured = existsSync(TIME) ? [TIME, '-f', '\n%U %S %M', ...words] : words;
  const { status, signal, stdout, stderr } = spawnSync(measured[0]!, measured.slice(1), {
    cwd,
    env: {},
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 512 * 1024 * 1024,
  });
  const figures = /\n([0-9.]+) ([0-9.]+) ([0-9]+)\n$/.exec(stderr);
  return {
    code: status,
    signal,
    stdout,
    stderr,
    seconds: figures === null ? null : Number(figures[1]) + Number(figures[2]),
    mebibytes: figures === null ? null : Number(figures[3]) / 1024,
  };
}

const measured: { readonly what: string; readonly seconds: number; readonly mebibytes: number }[] = [];

function survives(what: string, { files, command, reasons, codes }: Hostile): void {
  const cost = costOf([...command, ...(command[1] === 'canonical' ? [] : ['--json'])], folder(files()));
  const seen = `${cost.code} ${cost.signal} ${cost.stderr.slice(-300)}`;
  expect(cost.signal, seen).toBeNull();
  expect(codes, seen).toContain(cost.code);
  expect(cost.stderr).not.toMatch(/\n\s+at |RangeError|out of memory/);
  if (command[1] !== 'canonical') {
    const report = JSON.parse(cost.stdout) as JsonReport;
    const found = (report.items ?? []).flatMap(({ checks }) =>
      checks.flatMap(({ reason }) => (reason === undefined || reason === 'prerequisite-not-passed' ? [] : [reason])),
    );
    if (reasons.length > 0) expect([...new Set(found)].filter((reason) => !reasons.includes(reason))).toEqual([]);
    if (cost.code === 3) expect(found.length).toBeGreaterThan(0);
  }
  if (cost.seconds === null || cost.mebibytes === null) return;
  measured.push({ what, seconds: cost.seconds, mebibytes: cost.mebibytes });
  if (process.env['FV_SHOW'] === '1')
    console.log(`${cost.seconds.toFixed(2)} s ${cost.mebibytes.toFixed(0)} MiB  ${cost.code} ${what}`);
  expect(cost.seconds, what).toBeLessThanOrEqual(SECONDS);
  expect(cost.mebibytes, what).toBeLessThanOrEqual(MEBIBYTES);
}

describe('M · hostile documents of up to 16 MiB end within 5 s and 256 MiB', () => {
  for (const [what, one] of Object.entries(HOSTILE)) it(what, () => survives(what, one));
});
