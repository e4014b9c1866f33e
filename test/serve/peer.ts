// SPDX-License-Identifier: Apache-2.0
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROJECT } from '../support/cli.ts';

const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE'] ?? 'not made';

export interface Answer {
  readonly jsonrpc: string;
  readonly id: unknown;
  readonly result?: Readonly<Record<string, unknown>> & { readonly exitCode?: number; readonly output?: unknown };
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

interface Options {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions?: readonly string[];
  readonly cwd?: string;
}

/** `forensic-verify serve --stdio` as a process of its own, and who talks to it. */
export class Peer {
  readonly process: ChildProcessWithoutNullStreams;
  readonly lines: string[] = [];
  stderr = '';
  #rest = '';
  #wake: (() => void) | null = null;
  #next = 1;
  readonly #waiting = new Map<unknown, (answer: Answer) => void>();

  constructor({ flags = [], env = {}, permissions = [], cwd = PROJECT }: Options = {}) {
    const rights = ['--permission', '--allow-fs-read=*', ...permissions];
    this.process = spawn(process.execPath, [...rights, BUNDLE, 'serve', '--stdio', ...flags], {
      cwd,
      env: { PATH: '/usr/bin:/bin', ...env },
    });
    this.process.stderr.on('data', (data: Buffer) => {
      this.stderr += data.toString();
    });
    this.process.stdin.on('error', () => {});
    this.process.setMaxListeners(0);
  }

  /** Takes answers from now on: until then nobody drains them. */
  listen(): this {
    this.process.stdout.on('data', (data: Buffer) => {
      const parts = (this.#rest + data.toString()).split('\n');
      this.#rest = parts.pop()!;
      this.lines.push(...parts);
      for (const line of this.#waiting.size > 0 ? parts : []) {
        const answer = JSON.parse(line) as Answer;
        this.#waiting.get(answer.id)?.(answer);
        this.#waiting.delete(answer.id);
      }
      this.#wake?.();
    });
    return this;
  }

  send(line: string): boolean {
    return this.process.stdin.write(`${line}\n`);
  }

  ask(method: string, params?: object): number {
    const id = this.#next++;
    this.send(JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) }));
    return id;
  }

  async answers(count: number): Promise<Answer[]> {
    while (this.lines.length < count && this.process.exitCode === null && this.process.signalCode === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 200);
      });
    }
    return this.lines.map((line) => JSON.parse(line) as Answer);
  }

  /** Needs `listen`. */
  async call(method: string, params?: object): Promise<Answer> {
    const id = this.ask(method, params);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.process.once('exit', () => reject(new Error(`the process has ended: ${this.stderr}`)));
    });
  }

  /** Closes its standard input, and waits for the end. */
  async end(): Promise<{ readonly code: number | null; readonly signal: string | null }> {
    this.process.stdin.end();
    return this.ended();
  }

  async ended(): Promise<{ readonly code: number | null; readonly signal: string | null }> {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) return { code: exitCode, signal: signalCode };
    const [code, signal] = (await once(this.process, 'close')) as [number | null, string | null];
    return { code, signal };
  }
}
