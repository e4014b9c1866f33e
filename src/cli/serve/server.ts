// SPDX-License-Identifier: Apache-2.0
import { LIMITS } from '../../encoding/limits.ts';
import type { Bytes } from '../../model/bytes.ts';
import { namesPlugin, namesWriter } from '../rights.ts';
import type { AnswerWriter } from './answer-writer.ts';
import { type Call, callOf, commandOfMethod } from './call.ts';
import { errorLine, type Request, RpcError, readMessage, resultLine } from './message.ts';
import { requestLines } from './request-lines.ts';
import { runCall, type Standing } from './run-call.ts';

export interface ServerAsked {
  readonly chunks: AsyncIterable<Bytes>;
  readonly answers: AnswerWriter;
  readonly standing: Standing;
  /** At most so many requests under way. */
  readonly most: number;
  /** Whether requests may name files to be written. */
  readonly mayWrite: boolean;
  /** Ends the chunks: the answers have nowhere to go. */
  readonly giveUp: () => void;
  /** JSON text. */
  readonly version: string;
  /** Whether a command has a flag --json. */
  readonly takesJson: (id: string) => Promise<boolean>;
}

/** Answers requests until there are no more: each as soon as it is known, in whatever order that is. */
export class Server {
  readonly #asked: ServerAsked;
  readonly #underWay = new Set<Promise<void>>();
  /** Octets of their requests. */
  #held = 0;
  /** Commands that write take turns: two of them may be about one file. */
  #writing: Promise<unknown> = Promise.resolve();
  #failure: unknown = null;
  #freed: (() => void) | null = null;

  constructor(asked: ServerAsked) {
    this.#asked = asked;
  }

  /** @returns once every answer is written @throws OutputError */
  async run(): Promise<void> {
    for await (const line of requestLines(this.#asked.chunks)) {
      await this.#room(line?.length ?? 0);
      if (this.#failure !== null) break;
      this.#begin(line);
      // Signals and answers have their turn, however many requests lie in one chunk.
      await new Promise((resolve) => setImmediate(resolve));
    }
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    if (this.#failure !== null) throw this.#failure;
  }

  /** Nothing more is read while too much is under way, or too many answers wait to be taken. A request alone is never too much. */
  async #room(octets: number): Promise<void> {
    while (
      this.#failure === null &&
      (this.#underWay.size >= this.#asked.most ||
        (this.#underWay.size > 0 && this.#held + octets > LIMITS.requestOctetsUnderWay) ||
        this.#asked.answers.waiting > LIMITS.answersWaiting)
    )
      await new Promise<void>((resolve) => {
        this.#freed = resolve;
      });
  }

  #begin(line: Bytes | null): void {
    const octets = line?.length ?? 0;
    this.#held += octets;
    const end = (failure: unknown): void => {
      if (failure !== null) this.#asked.giveUp();
      this.#failure ??= failure;
      this.#underWay.delete(work);
      this.#held -= octets;
      this.#freed?.();
    };
    const work = this.#serve(line).then(() => end(null), end);
    this.#underWay.add(work);
  }

  async #serve(line: Bytes | null): Promise<void> {
    const message = readMessage(line);
    if (!message.ok) {
      await this.#asked.answers.write(errorLine(message.id, message.error));
      return;
    }
    const { id } = message.request;
    // A notification wants no answer, and all that there is here are answers.
    if (id === null) return;
    await this.#asked.answers.write(await this.#answer(id, message.request));
  }

  async #answer(id: string, request: Request): Promise<string> {
    try {
      return resultLine(id, await this.#result(request));
    } catch (error) {
      return this.#fail(id, error);
    }
  }

  /** Whatever goes wrong with a request is its answer, and the end of nothing else. */
  #fail(id: string, error: unknown): string {
    if (error instanceof RpcError) return errorLine(id, error);
    return errorLine(id, new RpcError('internal', `${error instanceof Error ? error.name : 'an error'} of ours`));
  }

  async #result({ method, params }: Request): Promise<string> {
    if (method === 'version') return this.#asked.version;
    const id = commandOfMethod(method);
    if (id === null) throw new RpcError('method', `there is no method ${JSON.stringify(method.slice(0, 64))}`);
    const call = callOf(id, params, await this.#asked.takesJson(id));
    if (namesPlugin(call.words))
      throw new RpcError('params', 'no request starts a plugin: name it where forensic-verify serve is started');
    if (!namesWriter(call.words)) return runCall(call, this.#asked.standing);
    if (!this.#asked.mayWrite)
      throw new RpcError(
        'params',
        'no request writes a file, unless forensic-verify serve was started with --allow-write',
      );
    return this.#inTurn(call);
  }

  #inTurn(call: Call): Promise<string> {
    const work = this.#writing.then(() => runCall(call, this.#asked.standing));
    this.#writing = Promise.allSettled([work]);
    return work;
  }
}
