// SPDX-License-Identifier: Apache-2.0
import { readInput } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import { host } from './host.ts';
import { UsageError } from './usage-error.ts';

/** A shared secret: `FILE`, `fd:N` or `env:NAME`; never a value on the command line, where every user can read it. */
export function readSecret(source: string, flag = '--hmac-key', least = 1): Bytes {
  if (source.startsWith('env:')) {
    const value = host().env[source.slice(4)];
    if (value === undefined || value.length < least)
      throw new UsageError(`${flag} ${source}: that variable is not set`);
    return new TextEncoder().encode(value);
  }
  const descriptor = /^fd:(0|[1-9][0-9]{0,5})$/.exec(source)?.[1];
  if (source.startsWith('fd:') && descriptor === undefined)
    throw new UsageError(`${flag} fd:N wants a descriptor number`);
  if (descriptor !== undefined && !host().owned)
    throw new UsageError(`${flag} fd:N is for a process of its own: give FILE or env:NAME`);
  const input = readInput(
    descriptor === undefined ? source : `/dev/fd/${descriptor}`,
    ['sha256'],
    undefined,
    descriptor === undefined ? undefined : Number(descriptor),
  );
  // What was given may be the secret itself, by mistake: it is not told again.
  if (!input.ok && input.problem.reason === 'input-missing' && descriptor === undefined)
    throw new UsageError(`${flag}: input-missing: there is no such file; give FILE, fd:N or env:NAME`);
  if (!input.ok) throw new UsageError(`${flag}: ${input.problem.reason}: ${input.problem.detail}`);
  if (input.value.bytes === null || input.value.bytes.length < least)
    throw new UsageError(`${flag}: the secret is empty or too large`);
  return input.value.bytes;
}

/**
 * A passphrase, as `readSecret`: of a file the line end that an editor leaves behind is not part of it. It may be empty: keys of cosign are
 * often made so, and whether a key opens with it is for the key to say.
 */
export function readPassphrase(source: string, flag: string): Bytes {
  const bytes = readSecret(source, flag, 0);
  if (source.startsWith('env:')) return bytes;
  const end = bytes.at(-1) === 0x0a ? (bytes.at(-2) === 0x0d ? -2 : -1) : bytes.length;
  return bytes.subarray(0, end);
}
