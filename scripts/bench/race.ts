// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/sources.ts';
import type { Account, Order } from './contender.ts';
import type { Workload } from './workload.ts';

export const BUILT = join(ROOT, 'node_modules/.cache/forensic-verify-bench');

/** The library as it is shipped, compiled: stripping types at run time would count against it. */
export function compileLibrary(): void {
  mkdirSync(BUILT, { recursive: true });
  writeFileSync(join(BUILT, 'package.json'), '{"type":"module"}\n');
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'scripts/bench/tsconfig.json')],
    {
      stdio: 'inherit',
    },
  );
}

interface Waiting {
  readonly resolve: (message: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A contender in a process of its own, so that nobody pays for another's garbage, and memory is its own. */
export class Runner {
  readonly #child: ChildProcess;
  #waiting: Waiting | null = null;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message) => this.#settle((waiting) => waiting.resolve(message)));
    child.on('exit', (code, signal) =>
      this.#settle((waiting) => waiting.reject(new Error(`a contender ended: ${code ?? signal}`))),
    );
  }

  static async start(kind: string, plan: string, option = 0, execArgv: readonly string[] = []): Promise<Runner> {
    const child = fork(join(BUILT, 'scripts/bench/contender.js'), [kind, plan, String(option)], {
      execArgv: [...execArgv],
    });
    const runner = new Runner(child);
    await runner.#message();
    return runner;
  }

  async run(order: Order): Promise<Account> {
    const answer = this.#message();
    this.#child.send(order);
    return (await answer) as Account;
  }

  end(): void {
    this.#child.removeAllListeners('exit');
    this.#child.disconnect();
  }

  #message(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) how(waiting);
  }
}

export function writePlan(folder: string, name: string, workload: Workload): string {
  const plan = join(folder, `${name}.json`);
  writeFileSync(plan, JSON.stringify(workload));
  return plan;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
