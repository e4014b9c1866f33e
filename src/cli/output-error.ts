// SPDX-License-Identifier: Apache-2.0

/** The output could not be written: exit 74, whatever the verdict was. */
export class OutputError extends Error {
  /** For a program of the same framework that runs one of the commands. */
  readonly oclif = { exit: 74 } as const;
}
