// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { SIGNER_NAMES } from '../../attest/signers.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { EXIT_CODES } from '../../policy/exit-code.ts';
import { BaseCommand } from '../base-command.ts';
import { COMMANDS } from '../commands.ts';
import { host } from '../host.ts';
import { AnswerWriter } from '../serve/answer-writer.ts';
import { methodsOffered } from '../serve/call.ts';
import { Server } from '../serve/server.ts';
import { engineFlag } from '../session.ts';
import { settle } from '../settle.ts';
import { SIGNER_FLAGS, signerAsked } from '../signer-asked.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

const MOST = 16;
const { signer: _, ...material } = SIGNER_FLAGS;

export default class Serve extends BaseCommand {
  static override summary = 'answer requests on standard input, one JSON-RPC 2.0 message to a line (docs/API.md)';
  static override description =
    'Methods are the commands: verify, custody.verify, attest.sign and so on, with params operands, options and documents; and version.\n' +
    'Answers come as they are known. The process ends when its standard input does, once every answer is written, with exit 0.';
  static override examples = [
    '<%= config.bin %> serve --stdio',
    '<%= config.bin %> serve --stdio --signer key --signing-key release.pem --passphrase fd:3 3< passphrase',
  ];
  static override flags = {
    stdio: Flags.boolean({ description: 'standard input and output: there is no other way, and no socket' }),
    'max-requests': Flags.string({
      description: `requests under way at once, up to ${LIMITS.requestsUnderWay}; ${MOST}`,
    }),
    'allow-write': Flags.boolean({
      description: 'requests may name files to be written: --output-file, --audit-log and such',
    }),
    offline: Flags.boolean({ description: 'accepted for habit: this tool is always offline' }),
    ...material,
    signer: Flags.string({
      options: [...SIGNER_NAMES],
      description: 'who signs where a request names no signer: opened once, when the first request signs',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parseStrictly(Serve);
    if (flags.stdio !== true) throw new UsageError('give --stdio: requests come on standard input');
    if (!host().owned) throw new UsageError('serve is for a process of its own');
    const most = countOf(flags['max-requests']);
    const open = flags.signer === undefined ? null : once(signerAsked(flags, await engineFlag('native', false)));
    const stop = new AbortController();
    const input = process.stdin;
    const end = host().onInterrupt(() => {
      stop.abort();
      input.destroy();
    });
    try {
      await new Server({
        chunks: untilGivenUp(input),
        answers: new AnswerWriter(1),
        giveUp: () => input.destroy(),
        standing: { signal: stop.signal, ...(open === null ? {} : { signer: open }) },
        most,
        mayWrite: flags['allow-write'] === true,
        version: versionDocument(),
        takesJson,
      }).run();
      settle(stop.signal.aborted ? 130 : 0);
    } finally {
      end();
      input.destroy();
    }
  }
}

/** What has come until the stream ends, or is given up here, which is no error of it. */
async function* untilGivenUp(input: NodeJS.ReadStream): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of input) yield chunk as Uint8Array;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

function countOf(text: string | undefined): number {
  if (text === undefined) return MOST;
  const count = /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > LIMITS.requestsUnderWay)
    throw new UsageError(`--max-requests wants a number from 1 to ${LIMITS.requestsUnderWay}`);
  return count;
}

/** What failed once is tried again. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}

async function takesJson(id: string): Promise<boolean> {
  const { flags } = (await COMMANDS[id]!.load()).default as { readonly flags?: Readonly<Record<string, unknown>> };
  return flags?.['json'] !== undefined;
}

function versionDocument(): string {
  return JSON.stringify({
    exitCodes: EXIT_CODES,
    limits: { lineBytes: LIMITS.documentBytes, requestsUnderWay: LIMITS.requestsUnderWay },
    methods: methodsOffered(),
    name: 'forensic-verify',
    platform: `${process.platform}-${process.arch}`,
    protocol: 'forensic-verify/serve@v1',
    runtime: `node ${process.version}`,
    version: VERSION,
  });
}
