// SPDX-License-Identifier: Apache-2.0
import { readInput } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import { UsageError } from './usage-error.ts';

/** A shared secret: `FILE`, `fd:N` or `env:NAME`; never a value on the command line, where every user can read it. */
export function readSecret(source: string): Bytes {
  if (source.startsWith('env:')) {
    const value = process.env[source.slice(4)];
    if (value === undefined || value === '') throw new UsageError(`--hmac-key ${source}: that variable is not set`);
    return new TextEncoder().encode(value);
  }
  const descriptor = /^fd:(0|[1-9][0-9]{0,5})$/.exec(source)?.[1];
  if (source.startsWith('fd:') && descriptor === undefined)
    throw new UsageError('--hmac-key fd:N wants a descriptor number');
  const input = readInput(
    descriptor === undefined ? source : `/dev/fd/${descriptor}`,
    ['sha256'],
    undefined,
    descriptor === undefined ? undefined : Number(descriptor),
  );
  if (!input.ok) throw new UsageError(`--hmac-key: ${input.problem.reason}: ${input.problem.detail}`);
  if (input.value.bytes === null || input.value.bytes.length === 0)
    throw new UsageError('--hmac-key: the secret is empty or too large');
  return input.value.bytes;
}
