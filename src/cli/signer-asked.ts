// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import type { Signer } from '../attest/signer.ts';
import { openSigner, SIGNER_NAMES, SIGNERS, type SignerMaterial, type SignerName } from '../attest/signers.ts';
import { attemptAsync } from '../attest/signing.ts';
import type { Engine } from '../crypto/engine.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { readKeyScheme } from '../trust/keyring.ts';
import { readTrustFile } from '../trust/load.ts';
import { readPassphrase, readSecret } from './secret.ts';
import { UsageError } from './usage-error.ts';

/** Who signs: flags of every command that makes signatures. */
export const SIGNER_FLAGS = {
  signer: Flags.string({
    required: true,
    options: [...SIGNER_NAMES],
    description: `${SIGNER_NAMES.map((name) => `${name}: ${SIGNERS[name].summary}`).join('; ')}`,
  }),
  'signing-key': Flags.string({ description: 'private key file, of --signer key or cosign' }),
  passphrase: Flags.string({
    aliases: ['password'],
    description: 'what opens an encrypted key file: a file, fd:N or env:NAME',
  }),
  'hmac-key': Flags.string({ description: 'shared secret of --signer hmac: a file, fd:N or env:NAME' }),
  'key-scheme': Flags.string({ description: 'scheme where a key leaves it open, such as rsassa-pss-sha256' }),
} as const;

type Flagged = Readonly<Record<string, unknown>>;

/** What each flag is for, so that one that the signer has no use for is told, and not passed over. */
const USES: Readonly<Record<string, readonly SignerName[]>> = {
  'signing-key': ['key', 'cosign'],
  passphrase: ['key', 'cosign'],
  'hmac-key': ['hmac'],
  'key-scheme': ['key', 'cosign'],
};

const FLAG_OF: Readonly<Record<string, string>> = {
  keyFile: '--signing-key',
  passphrase: '--passphrase',
  secret: '--hmac-key',
};

/** The signer that the command line names. @throws UsageError: the file, and what is wrong with it, nothing of what it holds */
export async function signerAsked(flags: Flagged, engine: Engine): Promise<Signer> {
  const name = flags['signer'] as SignerName;
  for (const [flag, names] of Object.entries(USES))
    if (flags[flag] !== undefined && !names.includes(name))
      throw new UsageError(`--${flag} is for --signer ${names.join(' or ')}, and this one is ${name}`);
  const material = materialAsked(flags, engine);
  const missing = SIGNERS[name].needs.find((member) => material[member] === undefined);
  if (missing !== undefined) throw new UsageError(`--signer ${name} wants ${FLAG_OF[missing]}`);
  const opened = await attemptAsync(() => openSigner(name, material));
  if (opened.ok) return opened.value;
  const { reason, detail } = opened.problem;
  const file = flags['signing-key'] === undefined ? '' : ` --signing-key ${flags['signing-key']}:`;
  throw new UsageError(`--signer ${name}:${file} ${reason}: ${detail}`);
}

function materialAsked(flags: Flagged, engine: Engine): SignerMaterial {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const keyFile = text('signing-key');
  const passphrase = text('passphrase');
  const secret = text('hmac-key');
  const scheme = text('key-scheme');
  return {
    engine,
    ...(keyFile === undefined ? {} : { keyFile: keyFileOf(keyFile) }),
    ...(passphrase === undefined ? {} : { passphrase: readPassphrase(passphrase, '--passphrase') }),
    ...(secret === undefined ? {} : { secret: readSecret(secret) }),
    ...(scheme === undefined ? {} : { scheme: orUsage('--key-scheme', () => readKeyScheme(scheme)) }),
  };
}

export function keyFileOf(path: string, flag = '--signing-key'): Bytes {
  return orUsage(flag, () => readTrustFile(path));
}

export function orUsage<T>(what: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new UsageError(`${what}: ${result.problem.reason}: ${result.problem.detail}`);
}
