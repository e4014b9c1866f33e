// SPDX-License-Identifier: Apache-2.0
import { faultAtStart } from './environment.ts';
import { execute, fail } from './execute.ts';

/** The program: one command in a process of its own, where a fault that nobody catches is a failure too. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  const fault = (error: unknown): void => fail(error, argv);
  process.once('uncaughtException', fault);
  process.once('unhandledRejection', fault);
  process.removeListener('uncaughtException', faultAtStart);
  await execute(argv);
}
