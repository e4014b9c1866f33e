// SPDX-License-Identifier: Apache-2.0

/** Exit 64: the call, a policy or a trust file cannot be read as such. Never a verdict. */
export class UsageError extends Error {
  /** Lines below the message. Each stays one line, whatever is quoted in it. */
  readonly lines: readonly string[];
  /** For a program of the same framework that runs one of the commands. */
  readonly oclif = { exit: 64 } as const;
  /** Of a file that is to blame. */
  readonly place: FilePlace | null;

  constructor(message: string, lines: readonly string[] = [], place: FilePlace | null = null) {
    super(message);
    this.lines = lines;
    this.place = place;
  }
}

/** Line and column from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Exit 5: what the call names is neither in the package nor among what was given. */
export class MaterialNeeded extends Error {
  /** For a program of the same framework that runs one of the commands. */
  readonly oclif = { exit: 5 } as const;
}

export function stagingRootNeeded(): MaterialNeeded {
  return new MaterialNeeded('the staging root is not part of this build: name its file with --trusted-root');
}
