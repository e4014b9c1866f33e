// SPDX-License-Identifier: Apache-2.0
import { encodeBase64 } from '../../encoding/base64.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonValue } from '../../model/json.ts';
import { attempt } from '../../model/malformed.ts';
import { type CommandIo, runCommand } from '../run-command.ts';
import type { Call } from './call.ts';
import { RpcError } from './message.ts';

/** What all requests of one process share. */
export type Standing = Pick<CommandIo, 'signer' | 'signal'>;

/**
 * Runs a command, and gives what it has told as JSON text: `exitCode`, `output` (the document that it wrote; `text` or `base64` where it
 * wrote something else), `messages` (the lines of standard error).
 *
 * @throws RpcError for a call that cannot be understood (exit 64), and for what failed here (70, 74)
 */
export async function runCall({ words, documents }: Call, standing: Standing): Promise<string> {
  const [out, err]: [Bytes[], Bytes[]] = [[], []];
  const exitCode = await runCommand(words, {
    ...standing,
    documents,
    stdout: (bytes) => void out.push(bytes),
    stderr: (bytes) => void err.push(bytes),
  });
  const messages = linesOf(joined(err));
  if (exitCode === 64) throw new RpcError('params', messages.join(' '), failureOf(exitCode, joined(out)));
  if (exitCode === 70 || exitCode === 74)
    throw new RpcError('internal', messages.join(' '), failureOf(exitCode, joined(out)));
  const told = messages.length === 0 ? '' : `,"messages":${JSON.stringify(messages)}`;
  return `{"exitCode":${exitCode}${told}${outputOf(joined(out))}}`;
}

/** What the command has told of its failure as JSON; where it has no such form, its exit code alone. */
function failureOf(exitCode: number, out: Bytes): JsonValue {
  const document = attempt(() => parseJson(out));
  return document.ok ? document.value : { exitCode };
}

function outputOf(bytes: Bytes): string {
  if (bytes.length === 0) return '';
  const text = attempt(() => decodeUtf8(bytes));
  if (!text.ok) return `,"base64":"${encodeBase64(bytes)}"`;
  const document = documentIn(text.value);
  return document === null ? `,"text":${JSON.stringify(text.value)}` : `,"output":${document}`;
}

/** A document of one line goes out as it stands: no number in it is read and written again. */
function documentIn(text: string): string | null {
  const line = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (!line.startsWith('{') && !line.startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return line.includes('\n') ? JSON.stringify(value) : line;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Messages are broken to the width of a terminal: here each is one text again. */
function linesOf(bytes: Bytes): string[] {
  const text = new TextDecoder().decode(bytes).trimEnd();
  if (text === '') return [];
  return text
    .replace(/\n {2}(?=\S)/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^forensic-verify: /, ''));
}

function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
