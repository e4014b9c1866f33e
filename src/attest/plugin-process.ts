// SPDX-License-Identifier: Apache-2.0
import { type ExecFileException, execFile } from 'node:child_process';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';

/** The only place of this program that starts another one, and it is reached by `--signer kms` alone. */
export interface PluginCall {
  /** An absolute path. Nothing is looked for. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly stdin: Bytes;
  /** All that the plugin sees of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export type PluginResult =
  | { readonly kind: 'ended'; readonly stdout: Bytes; readonly stderr: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'too-much' }
  | { readonly kind: 'not-started'; readonly why: string };

/**
 * Under its permissions the runtime gives every child a NODE_OPTIONS that takes them over, which a plugin that is written for Node
 * does not survive: this program of POSIX takes it out again.
 */
const ENV = '/usr/bin/env';
const NOT_STARTED = new Map([
  [126, 'it cannot be executed'],
  [127, 'it, or the interpreter that it names, is not there'],
]);

/** Runs a plugin once. The exit status says nothing (Sigstore's plugin protocol); what was written does. */
export function runPlugin({ executable, args, stdin, environment, timeoutMs }: PluginCall): Promise<PluginResult> {
  return new Promise((resolve) => {
    const done = (error: ExecFileException | null, stdout: Bytes, stderr: Bytes): void => {
      const text = new TextDecoder().decode(stderr);
      if (error === null) resolve({ kind: 'ended', stdout, stderr: text });
      else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') resolve({ kind: 'too-much' });
      else if (error.killed === true) resolve({ kind: 'timeout' });
      else if (typeof error.code === 'string') resolve({ kind: 'not-started', why: error.code });
      else if (stdout.length === 0 && NOT_STARTED.has(error.code ?? 0))
        resolve({ kind: 'not-started', why: NOT_STARTED.get(error.code ?? 0)! });
      else resolve({ kind: 'ended', stdout, stderr: text });
    };
    const child = execFile(
      ENV,
      ['-u', 'NODE_OPTIONS', executable, ...args],
      {
        cwd: '/',
        encoding: 'buffer',
        env: { PATH: '/usr/bin:/bin', ...environment },
        killSignal: 'SIGKILL',
        maxBuffer: LIMITS.pluginAnswer,
        shell: false,
        timeout: timeoutMs,
      },
      (error, stdout, stderr) => done(error, Uint8Array.from(stdout), Uint8Array.from(stderr)),
    );
    // A plugin need not read what it is given: a pipe that it has closed is no failure of ours.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
  });
}
