// SPDX-License-Identifier: Apache-2.0
import { hostname } from 'node:os';
import { formatInstant } from '../encoding/rfc3339.ts';
import { readInput } from '../evidence/input.ts';
import type { RecordedRun } from '../kit/record.ts';
import { machineClock } from './clock.ts';

/** The files that this program is made of, here: one, or the runtime and the script that it runs. */
export interface ProgramFile {
  readonly what: 'program' | 'runtime';
  readonly file: string;
  readonly sha256: string | null;
}

/** Whether everything is in one file that nobody can add to. */
export function isSingleFile(): boolean {
  const { isSea } = process.getBuiltinModule('node:sea') as { isSea(): boolean };
  return isSea();
}

export function programFiles(): readonly ProgramFile[] {
  const own = process.execPath;
  if (isSingleFile()) return [{ what: 'program', file: own, sha256: digestOf(own) }];
  const [, script = ''] = process.argv;
  return [
    { what: 'program', file: script, sha256: digestOf(script) },
    { what: 'runtime', file: own, sha256: digestOf(own) },
  ];
}

function digestOf(file: string): string | null {
  const input = readInput(file, ['sha256']);
  return input.ok ? (input.value.digests.get('sha256') ?? null) : null;
}

/** Versions of what does the work. */
export function runtimeVersions(): Readonly<Record<string, string>> {
  const { node, openssl = 'none', v8, zlib = 'none' } = process.versions;
  return { node, openssl, v8, zlib, platform: process.platform, architecture: process.arch };
}

export function recordedRun(): RecordedRun {
  const [{ file, sha256 }] = programFiles() as readonly [ProgramFile];
  return {
    at: formatInstant(machineClock()),
    host: hostname(),
    program: { file: file.toWellFormed(), sha256 },
    runtime: { ...runtimeVersions() },
  };
}
