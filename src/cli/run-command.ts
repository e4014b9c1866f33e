// SPDX-License-Identifier: Apache-2.0
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Signer } from '../attest/signer.ts';
import { findDocumentsBy } from '../encoding/given-documents.ts';
import { asPlainBytes } from '../encoding/plain-bytes.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { machineClock } from './clock.ts';
import { execute } from './execute.ts';
import { type ExitCode, findHostsBy, type Host } from './host.ts';
import { OutputError } from './output-error.ts';
import type { Recording } from './recording.ts';

/** Where a command of an embedding program writes to, and what it may know. */
export interface CommandIo {
  /** Called with all that the command writes, before it goes on. What it throws ends the command with 74. */
  readonly stdout: (bytes: Bytes) => void;
  readonly stderr: (bytes: Bytes) => void;
  /** What an operand `-` stands for; absent: there is no standard input. */
  readonly stdin?: Bytes;
  /** What an operand or a flag's value `given:NAME` stands for, beside files. */
  readonly documents?: ReadonlyMap<string, Bytes>;
  /** For `env:NAME` and NO_COLOR; absent: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The clock, where a command asks for it; absent: the machine's. */
  readonly now?: Instant;
  /** Whether standard output takes colour. */
  readonly terminal?: boolean;
  /** Ends the examination of a set as Ctrl-C would: what is done is told, exit 130. */
  readonly signal?: AbortSignal;
  /** Signs where no flag names a signer. */
  readonly signer?: Signer | (() => Promise<Signer>);
}

/**
 * Runs one command as its program would, in this process: it neither ends it nor leaves an exit code, a signal handler or a variable
 * behind. Commands may run beside each other.
 *
 * @param argv its words, such as `['verify', 'app.bin', '--bundle', 'app.sigstore.json']`
 * @returns the exit code; nothing is thrown
 */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  findHostsBy(() => running.getStore());
  findDocumentsBy((name) => running.getStore()?.document(name));
  const own = new EmbeddedHost(argv, io);
  await running.run(own, () => execute(argv));
  return own.exitCode;
}

const running = new AsyncLocalStorage<EmbeddedHost>();
const GIVEN = 'given:';

class EmbeddedHost implements Host {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly startedAt: Instant;
  readonly owned = false;
  readonly secrets = new Map<string, Bytes>();
  readonly signer: (() => Promise<Signer>) | null;
  wantsBinaryDigest = false;
  recording: Recording | null = null;
  readonly #io: CommandIo;
  #exitCode: ExitCode | null = null;

  constructor(argv: readonly string[], io: CommandIo) {
    this.words = argv;
    this.#io = io;
    this.env = io.env ?? process.env;
    this.startedAt = io.now ?? machineClock();
    const { signer } = io;
    this.signer = signer === undefined ? null : typeof signer === 'function' ? signer : async () => signer;
  }

  /** A command that has settled nothing has failed. */
  get exitCode(): ExitCode {
    return this.#exitCode ?? 70;
  }

  begin(): void {}

  settle(code: ExitCode): void {
    if (this.#exitCode === null || code === 70 || code === 74) this.#exitCode = code;
  }

  write(fd: 1 | 2, bytes: Bytes): void {
    try {
      if (fd === 1) this.#io.stdout(bytes);
      else this.#io.stderr(bytes);
    } catch (error) {
      throw new OutputError(`the output was not taken: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  isTerminal(fd: 1 | 2): boolean {
    return fd === 1 && this.#io.terminal === true;
  }

  onInterrupt(listener: () => void): () => void {
    const { signal } = this.#io;
    if (signal?.aborted === true) listener();
    signal?.addEventListener('abort', listener, { once: true });
    return () => signal?.removeEventListener('abort', listener);
  }

  document(name: string): Bytes | null | undefined {
    if (name !== '-' && !name.startsWith(GIVEN)) return undefined;
    const given = name === '-' ? this.#io.stdin : this.#io.documents?.get(name.slice(GIVEN.length));
    return given === undefined ? null : asPlainBytes(given);
  }
}
