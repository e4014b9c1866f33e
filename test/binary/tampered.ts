// SPDX-License-Identifier: Apache-2.0
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BINARY } from '../support/cli.ts';
import { scratch } from './support.ts';

/**
 * A copy of the packaged file, the same in all that is baked into it, that runs a script of ours: the only way to ask the process
 * itself what it may do. The script takes the place of remarks and of white space at the beginning of lines, so that every length stays.
 *
 * @param script runs before the program; or, with `alone`, in place of it
 */
export function tampered(script: string, { alone = false } = {}): string {
  const bytes = readFileSync(BINARY);
  // The first gives up rights; the second is the next one that every run comes to, and a longer one.
  const part = alone ? 'main.cjs' : 'start.cjs';
  const text = assetAt(bytes, part);
  const functions = assetAt(bytes, `${part}.functions`);
  const head = /^\(function \(exports, require, module, __filename, __dirname\) \{/;
  const before = bytes.toString('latin1', text.start, text.end);
  const [opening = ''] = head.exec(before) ?? [];
  if (opening === '') throw new Error('the part of the program is not what it was');
  const rest = alone ? '\n})' : before.slice(opening.length).replace(/\n\t*(\/\/.*|\/\*\*(.|\n)*?\*\/)?/g, '\n');
  const after = `${opening}${script};${rest}`;
  if (after.length > before.length) throw new Error(`the script is ${after.length - before.length} octets too long`);
  bytes.write(after.padEnd(before.length, '\n'), text.start, 'latin1');
  // V8 tells texts apart by their lengths alone: without its marks it reads the new one.
  bytes.fill(0xff, functions.start, Math.min(functions.end, functions.start + 64));
  const file = join(scratch(), 'forensic-verify');
  writeFileSync(file, bytes);
  chmodSync(file, 0o755);
  return file;
}

/** In the blob that the runtime reads: the length of the name, the name, the length of the content, the content. */
function assetAt(bytes: Buffer, name: string): { readonly start: number; readonly end: number } {
  const wanted = Buffer.alloc(8 + name.length);
  wanted.writeBigUInt64LE(BigInt(name.length));
  wanted.write(name, 8, 'latin1');
  const at = bytes.indexOf(wanted);
  if (at < 0 || bytes.indexOf(wanted, at + 1) >= 0) throw new Error(`there is not one ${name} in the binary`);
  const start = at + wanted.length + 8;
  return { start, end: start + Number(bytes.readBigUInt64LE(at + wanted.length)) };
}
