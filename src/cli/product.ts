// SPDX-License-Identifier: Apache-2.0
import { dirname } from 'node:path';
import { Flags } from '@oclif/core';
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { TEXT_WIDTH, wrapText } from '../encoding/wrap-text.ts';
import { pathKind } from '../evidence/path-kind.ts';
import type { Bytes } from '../model/bytes.ts';
import type { JsonObject } from '../model/json.ts';
import { refusePlace, StoreError, writeNewFile } from '../store/new-file.ts';
import { namedBeside } from './named-files.ts';
import { OutputError, settle, writeAll, writeJson } from './settle.ts';
import { UsageError } from './usage-error.ts';

/** Flags of a command whose output is a document that it makes, and no report. */
export const PRODUCT_FLAGS = {
  'output-file': Flags.string({ description: 'write it to this file, whole or not at all' }),
  force: Flags.boolean({ description: 'let --output-file take the place of a file that is there' }),
} as const;

interface ProductFlags {
  readonly 'output-file'?: string | undefined;
  readonly force?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** What can be told before the work is done. @throws UsageError */
export function refuseProduct(flags: ProductFlags, never: readonly string[]): void {
  const file = flags['output-file'];
  if (file === undefined) {
    if (flags.force === true) throw new UsageError('--force was given without --output-file');
    return;
  }
  try {
    refusePlace(file, { replace: flags.force === true, never: [...never, ...namedBeside(file)] });
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
  requireFolder(file);
}

/** Before anybody signs: where the output cannot go. @throws OutputError */
export function requireFolder(file: string): void {
  const folder = dirname(file);
  if (pathKind(folder)?.kind !== 'directory')
    throw new OutputError(`${escapeText(file)} cannot be written: ${escapeText(folder)} is no folder`);
}

/**
 * Standard output is the document itself; where it goes to a file, a line, or with --json one JSON document, says that it did.
 *
 * @param lines what a person wants to know of it
 */
export function deliverProduct(
  bytes: Bytes,
  flags: ProductFlags,
  never: readonly string[],
  about: { readonly lines: readonly string[]; readonly facts: JsonObject },
): void {
  const file = flags['output-file'];
  if (file === undefined) {
    writeAll(1, bytes);
    settle(0);
    return;
  }
  try {
    writeNewFile(file, bytes, { replace: flags.force === true, never: [...never, ...namedBeside(file)] });
  } catch (error) {
    throw error instanceof StoreError ? new OutputError(error.message) : error;
  }
  const written = { file: file.toWellFormed(), sha256: sha256Hex(bytes), size: bytes.length };
  if (flags.json === true)
    writeJson(
      `${decodeUtf8(canonicalJson({ exitCode: 0, format: 'forensic-verify/made@v1', ...about.facts, written }))}\n`,
    );
  else writeAll(1, `${[...about.lines.flatMap(broken), `written to ${escapeText(file)}`].join('\n')}\n`);
  settle(0);
}

/** Within the width, between words: a fingerprint with the name of its algorithm is longer than a line. */
function broken(line: string): string[] {
  return wrapText('', line, TEXT_WIDTH - 2).map((part, i) => (i === 0 ? part : `  ${part}`));
}
