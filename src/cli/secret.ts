// SPDX-License-Identifier: Apache-2.0
import { readInput } from '../evidence/input.ts';
import type { Bytes } from '../model/bytes.ts';
import { UsageError } from './usage-error.ts';

/** A shared secret: `FILE`, `fd:N` or `env:NAME`; never a value on the command line, where every user can read it. */
export function readSecret(source: string, flag = '--hmac-key'): Bytes {
  if (source.startsWith('env:')) {
    const value = process.env[source.slice(4)];
    if (value === undefined || value === '') throw new UsageError(`${flag} ${source}: that variable is not set`);
    return new TextEncoder().encode(value);
  }
  const descriptor = /^fd:(0|[1-9][0-9]{0,5})$/.exec(source)?.[1];
  if (source.startsWith('fd:') && descriptor === undefined)
    throw new UsageError(`${flag} fd:N wants a descriptor number`);
  const input = readInput(
    descriptor === undefined ? source : `/dev/fd/${descriptor}`,
    ['sha256'],
    undefined,
    descriptor === undefined ? undefined : Number(descriptor),
  );
  if (!input.ok) throw new UsageError(`${flag}: ${input.problem.reason}: ${input.problem.detail}`);
  if (input.value.bytes === null || input.value.bytes.length === 0)
    throw new UsageError(`${flag}: the secret is empty or too large`);
  return input.value.bytes;
}

/** A passphrase: as a secret, less the line feed that an editor puts behind it. */
export function readPassphrase(source: string, flag: string): Bytes {
  const secret = readSecret(source, flag);
  const end = secret.at(-1) !== 0x0a ? secret.length : secret.at(-2) === 0x0d ? secret.length - 2 : secret.length - 1;
  if (end === 0) throw new UsageError(`${flag}: the passphrase is empty`);
  return secret.subarray(0, end);
}
