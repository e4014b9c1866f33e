// SPDX-License-Identifier: Apache-2.0

/** Exit 64: the call, a policy or a trust file cannot be read as such. Never a verdict. */
export class UsageError extends Error {
  /** Lines below the message. Each stays one line, whatever is quoted in it. */
  readonly lines: readonly string[];

  constructor(message: string, lines: readonly string[] = []) {
    super(message);
    this.lines = lines;
  }
}
