// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { ProcessGroup } from './process-group.ts';

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

/**
 * Runs a plugin once. The exit status says nothing (Sigstore's plugin protocol); what was written does. It leads a session of its own, so
 * that at its time limit those go with it that it has started.
 */
export function runPlugin({ executable, args, stdin, environment, timeoutMs }: PluginCall): Promise<PluginResult> {
  return new Promise((resolve) => {
    const child = spawn(ENV, ['-u', 'NODE_OPTIONS', executable, ...args], {
      cwd: '/',
      detached: true,
      env: { PATH: '/usr/bin:/bin', ...environment },
      shell: false,
      stdio: 'pipe',
    });
    const group = new ProcessGroup(child.pid);
    let over = false;
    const done = (result: PluginResult): void => {
      over = true;
      clearTimeout(timer);
      group.leave();
      resolve(result);
    };
    const stopped = (kind: 'timeout' | 'too-much'): void => {
      if (over) return;
      group.end();
      // Who has begun a session of its own may still hold them.
      for (const pipe of child.stdio ?? []) pipe?.destroy();
      done({ kind });
    };
    const timer = setTimeout(stopped, timeoutMs, 'timeout');
    const [stdout, stderr] = [child.stdout, child.stderr].map((pipe) => gathered(pipe, () => stopped('too-much')));
    child.once('error', (error: NodeJS.ErrnoException) => done({ kind: 'not-started', why: error.code ?? 'unknown' }));
    child.once('close', (code) => {
      const why = NOT_STARTED.get(code ?? 0);
      if (why !== undefined && stdout!.length === 0) done({ kind: 'not-started', why });
      else done({ kind: 'ended', stdout: joined(stdout!), stderr: new TextDecoder().decode(joined(stderr!)) });
    });
    // A plugin need not read what it is given: a pipe that it has closed is no failure of ours.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
  });
}

/** What a pipe gives, as it comes, up to the longest answer that there is. */
function gathered(pipe: NodeJS.ReadableStream | null, tooMuch: () => void): readonly Bytes[] {
  const parts: Bytes[] = [];
  let size = 0;
  // None, where the system has no descriptor left: the error of the child says so.
  pipe?.on('data', (part: Uint8Array) => {
    size += part.length;
    if (size > LIMITS.pluginAnswer) tooMuch();
    else parts.push(Uint8Array.from(part));
  });
  return parts;
}

function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
