// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { fileNameOf } from '../encoding/given-documents.ts';
import { LIMITS } from '../encoding/limits.ts';
import { lockSyntaxOf } from '../encoding/lock-data.ts';
import { LOCK_SYNTAXES, type LockSyntax } from '../encoding/lock-format.ts';
import { readInput } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Problem } from '../model/malformed.ts';
import type { InputRecord } from '../model/report.ts';
import { UsageError } from './usage-error.ts';

/** The end of the name that a signature has beside its lockfile. */
export const LOCK_SIGNATURE_SUFFIX = '.sig.json';

export type LockfileRead =
  | { readonly ok: true; readonly bytes: Bytes; readonly syntax: LockSyntax; readonly input: InputRecord }
  | { readonly ok: false; readonly problem: Problem };

/** @throws UsageError where nobody says what the file is written in */
export function readLockfile(path: string, asked: string | undefined, role: InputRecord['role']): LockfileRead {
  const input = readInput(path, ['sha256']);
  if (!input.ok) return { ok: false, problem: input.problem };
  const { bytes, size, digests } = input.value;
  if (bytes === null || size > LIMITS.documentBytes)
    return { ok: false, problem: { reason: 'limit-exceeded', detail: `${path} is larger than a document may be` } };
  const syntax = LOCK_SYNTAXES.find((one) => one === asked) ?? lockSyntaxOf(fileNameOf(path), bytes);
  if (syntax === null)
    throw new UsageError(
      `${escapeText(path)}: its name does not say what it is written in: give --syntax ${LOCK_SYNTAXES.join('|')}`,
    );
  return { ok: true, bytes, syntax, input: { name: path, role, size, sha256: digests.get('sha256')! } };
}

/** What becomes of a member that the tool does not know: tried, or read in its source. */
const UNKNOWN_KEYS: readonly [RegExp, string][] = [
  [
    /^(?:uv|poetry|pdm|Cargo)\.lock$|^pylock(?:\.[^.]+)?\.toml$/,
    'its tool leaves unknown keys out when it writes the file again, or refuses them',
  ],
  [/^(?:pnpm-lock\.yaml|yarn\.lock)$/, 'its tool leaves unknown keys out when it writes the file again'],
];

/** Detached is the rule: a block goes only into what its own tool still reads with it. @throws UsageError */
export function refuseEmbedding(fileName: string): void {
  const why = UNKNOWN_KEYS.find(([pattern]) => pattern.test(fileName))?.[1];
  if (why !== undefined)
    throw new UsageError(
      `--embed: ${fileName} takes no block: ${why}; leave --embed out, and the signature is a file of its own`,
    );
}
