// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '../attest/signer.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { EXIT_CODES } from '../policy/exit-code.ts';
import { ProcessHost } from './process-host.ts';
import type { Recording } from './recording.ts';

/** Those that this program ends with. */
export type ExitCode = Exclude<keyof typeof EXIT_CODES, 9>;

/** What a command has of the world: a process of its own, or what a program that embeds it hands in. */
export interface Host {
  /** The words of the command, for the report. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Taken for the instant to judge at where none is named. */
  readonly startedAt: Instant;
  /** Whether descriptors and threads are this command's own. */
  readonly owned: boolean;
  /** A descriptor can be read once: what was read of one is kept as long as the command runs. */
  readonly secrets: Map<string, Bytes>;
  /** Who signs where no flag says it; null: a flag must. */
  readonly signer: (() => Promise<Signer>) | null;
  wantsBinaryDigest: boolean;
  /** Keeps what is computed and reported, where somebody wants to repeat it by other means; null: nobody does. */
  recording: Recording | null;
  /** A command begins. */
  begin(): void;
  /** All of it is written before it returns. @throws OutputError */
  write(fd: 1 | 2, bytes: Bytes): void;
  isTerminal(fd: 1 | 2): boolean;
  /** The exit code, once, after everything has been written. Only a fault found later (70, 74) may replace it. */
  settle(code: ExitCode): void;
  /**
   * Tells the listener that the command is to end early.
   *
   * @returns what takes it back
   */
  onInterrupt(listener: () => void): () => void;
}

const PROCESS: Host = new ProcessHost();
let find: () => Host | undefined = () => undefined;

/** The host of the command that is running. */
export function host(): Host {
  return find() ?? PROCESS;
}

/** How the host of a command is found that runs beside others in one process. */
export function findHostsBy(finder: () => Host | undefined): void {
  find = finder;
}
