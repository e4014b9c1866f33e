// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { PROJECT } from '../support/cli.ts';

export const utf8Of = (text: string): Uint8Array => new TextEncoder().encode(text);

const made: string[] = [];
/** A new empty folder, gone when the file's tests have ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fv-attest-'));
  made.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE'] ?? 'not made';
/** What is baked into the binary: every run gives up what it does not need. */
const PERMISSIONS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--allow-worker',
  '--allow-child-process',
  '--disable-warning=PERM0002',
  '--disable-warning=PERM0006',
];

/** Runs the program with the permissions of the binary: it may write, and start a plugin, where its words say so. */
export function runAllowed(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PERMISSIONS, BUNDLE, ...args], {
    cwd: PROJECT,
    env: { PATH: '/usr/bin:/bin', ...env },
    input: '',
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, stdout, stderr };
}
