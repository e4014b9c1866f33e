// SPDX-License-Identifier: Apache-2.0
import { importPrivateKey, type SigningKey } from '../crypto/private-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { host } from './host.ts';
import { readPassphrase, readSecret } from './secret.ts';
import { UsageError } from './usage-error.ts';

/** The passphrase of the key of a number: one for all, or one for each in their order. */
export function passphraseOf(sources: readonly string[], i: number, keys: number): Bytes | null {
  if (sources.length > 1 && sources.length !== keys)
    throw new UsageError(
      `--passphrase was given ${sources.length} times for ${keys} keys: give it once, or once for each`,
    );
  const source = sources[sources.length === 1 ? 0 : i];
  if (source === undefined) return null;
  const opened = host().secrets;
  const known = opened.get(source) ?? readPassphrase(source, '--passphrase');
  opened.set(source, known);
  return known;
}

/** @param source a file, `fd:N` or `env:NAME` */
export function readKey<T>(flag: string, source: string, read: (bytes: Bytes) => T): T {
  const bytes = readSecret(source, flag);
  const key = attempt(() => read(bytes));
  if (key.ok) return key.value;
  throw new UsageError(`${flag} ${source}: ${key.problem.reason}: ${key.problem.detail}`);
}

/** The private keys that sign, each from a file, a descriptor or a variable. */
export function signingKeys(sources: readonly string[], passphrases: readonly string[]): [SigningKey, ...SigningKey[]] {
  const keys = sources.map((source, i) =>
    readKey('--signing-key', source, (bytes) => importPrivateKey(bytes, passphraseOf(passphrases, i, sources.length))),
  );
  const prints = keys.map(({ publicKey }) => publicKey.fingerprint);
  if (new Set(prints).size < prints.length) throw new UsageError('--signing-key: the same key was given twice');
  const [first, ...more] = keys;
  if (first === undefined) throw new UsageError('missing: --signing-key (private key that signs)');
  return [first, ...more];
}
