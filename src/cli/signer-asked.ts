// SPDX-License-Identifier: Apache-2.0
import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { Flags } from '@oclif/core';
import type { Signer } from '../attest/signer.ts';
import type { KmsPlugin } from '../attest/signers/kms.ts';
import { openSigner, SIGNER_NAMES, SIGNERS, type SignerMaterial, type SignerName } from '../attest/signers.ts';
import { attemptAsync } from '../attest/signing.ts';
import type { Engine } from '../crypto/engine.ts';
import { parseDuration } from '../encoding/duration.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { readKeyScheme } from '../trust/keyring.ts';
import { readTrustFile } from '../trust/load.ts';
import { host } from './host.ts';
import { readPassphrase, readSecret } from './secret.ts';
import { UsageError } from './usage-error.ts';

/** Who signs: flags of every command that makes signatures. */
export const SIGNER_FLAGS = {
  signer: Flags.string({
    required: true,
    options: [...SIGNER_NAMES],
    description: `${SIGNER_NAMES.map((name) => `${name}: ${SIGNERS[name].summary}`).join('; ')}`,
  }),
  'signing-key': Flags.string({ description: 'private key of --signer key or cosign: FILE, fd:N or env:NAME' }),
  passphrase: Flags.string({
    aliases: ['password'],
    description: 'what opens an encrypted key file: a file, fd:N or env:NAME',
  }),
  'hmac-key': Flags.string({ description: 'shared secret of --signer hmac: a file, fd:N or env:NAME' }),
  kms: Flags.string({ description: 'of --signer kms: NAME://KEY, the plugin and the key in it' }),
  'plugin-dir': Flags.string({
    description: 'the folder that holds the plugin, sigstore-kms-NAME: none is searched for',
  }),
  plugin: Flags.string({ description: 'the plugin itself, by its absolute path' }),
  'pass-env': Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    description: 'variable that the plugin sees, such as the one with its PIN; without it the plugin sees none',
  }),
  'signer-timeout': Flags.string({ description: 'how long a plugin may take for one answer; 30s' }),
  'key-scheme': Flags.string({ description: 'scheme where a key leaves it open, such as rsassa-pss-sha256' }),
} as const;

const { 'hmac-key': _, ...PUBLIC } = SIGNER_FLAGS;
/** The same where whoever reads what is signed has no secret in common with who signs. */
export const PUBLIC_SIGNER_FLAGS = PUBLIC;

type Flagged = Readonly<Record<string, unknown>>;

/** What each flag is for, so that one that the signer has no use for is told, and not passed over. */
const USES: Readonly<Record<string, readonly SignerName[]>> = {
  'signing-key': ['key', 'cosign'],
  passphrase: ['key', 'cosign'],
  'hmac-key': ['hmac'],
  'key-scheme': ['key', 'cosign', 'kms'],
  kms: ['kms'],
  'plugin-dir': ['kms'],
  plugin: ['kms'],
  'pass-env': ['kms'],
  'signer-timeout': ['kms'],
};

/** Of a command that signs only where it is asked: nobody signs, not even who signs where no flag says it. */
export const NO_SIGNER = 'none';

/**
 * Whether anybody signs, of a command that can also do without. A flag of a signer that nobody is would do nothing.
 *
 * @param more flags that only mean something where somebody signs
 * @throws UsageError
 */
export function isSigned(flags: Flagged, more: readonly string[]): boolean {
  const { signer } = flags;
  if (signer !== NO_SIGNER && (signer !== undefined || host().signer !== null)) return true;
  const stray = [...Object.keys(USES), ...more].find((name) => flags[name] !== undefined);
  if (stray === undefined) return false;
  throw new UsageError(`--${stray} was given ${signer === undefined ? 'without --signer' : 'with --signer none'}`);
}

const FLAG_OF: Readonly<Record<string, string>> = {
  keyFile: '--signing-key',
  passphrase: '--passphrase',
  secret: '--hmac-key',
  kms: '--kms',
};

/**
 * The signer that the command line names, to be opened once there is something to sign: a plugin is not started before.
 *
 * @returns its opening, which throws UsageError for a key file (the file, and nothing of what it holds), Malformed for a plugin
 * @throws UsageError
 */
export function signerAsked(flags: Flagged, engine: Engine): () => Promise<Signer> {
  const { signer: standing } = host();
  if (standing !== null && flags['signer'] === undefined) {
    const flag = Object.keys(USES).find((one) => flags[one] !== undefined);
    if (flag === undefined) return standing;
    throw new UsageError(`--${flag} is for a --signer of its own, and none is named`);
  }
  const name = flags['signer'] as SignerName;
  for (const [flag, names] of Object.entries(USES))
    if (flags[flag] !== undefined && !names.includes(name))
      throw new UsageError(`--${flag} is for --signer ${names.join(' or ')}, and this one is ${name}`);
  const material = materialAsked(flags, engine);
  const missing = SIGNERS[name].needs.find((member) => material[member] === undefined);
  if (missing !== undefined) throw new UsageError(`--signer ${name} wants ${FLAG_OF[missing]}`);
  return async () => {
    const opened = await attemptAsync(() => openSigner(name, material));
    if (opened.ok) return opened.value;
    const { reason, detail } = opened.problem;
    if (name === 'kms') throw new Malformed(reason, detail);
    const file = flags['signing-key'] === undefined ? '' : ` --signing-key ${flags['signing-key']}:`;
    throw new UsageError(`--signer ${name}:${file} ${reason}: ${detail}`);
  };
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
    ...(text('kms') === undefined ? {} : { kms: pluginAsked(flags) }),
    ...(scheme === undefined ? {} : { scheme: orUsage('--key-scheme', () => readKeyScheme(scheme)) }),
  };
}

export function keyFileOf(path: string, flag = '--signing-key'): Bytes {
  if (/^(?:env|fd):/.test(path)) return readSecret(path, flag);
  return orUsage(flag, () => readTrustFile(path));
}

export function orUsage<T>(what: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new UsageError(`${what}: ${result.problem.reason}: ${result.problem.detail}`);
}

const NAMED = /^([a-z0-9][a-z0-9-]{0,63}):\/\/(.+)$/s;
const DEFAULT_LIMIT = '30s';
const LONGEST = 600;

function pluginAsked(flags: Flagged): KmsPlugin {
  const named = NAMED.exec(flags['kms'] as string);
  if (named === null) throw new UsageError('--kms wants NAME://KEY, such as pkcs11://token/key');
  const [, name, keyResourceId] = named as unknown as readonly [string, string, string];
  const folder = flags['plugin-dir'] as string | undefined;
  const own = flags['plugin'] as string | undefined;
  if ((folder === undefined) === (own === undefined))
    throw new UsageError('--signer kms wants --plugin-dir DIR or --plugin FILE: no plugin is searched for');
  if (own !== undefined && !isAbsolute(own)) throw new UsageError('--plugin wants an absolute path');
  const executable = own ?? resolve(folder!, `sigstore-kms-${name}`);
  const there = whatIsWrongAt(executable);
  if (there !== null) throw new UsageError(`the plugin ${own ?? `sigstore-kms-${name} in ${folder}`} ${there}`);
  return { executable, keyResourceId, environment: passed(flags['pass-env']), timeoutMs: limitAsked(flags) };
}

function whatIsWrongAt(path: string): string | null {
  if (path.includes('\0')) return 'has a NUL in its name';
  try {
    return statSync(path).isFile() ? null : 'is no file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there' : `cannot be reached: ${code}`;
  }
}

function passed(names: unknown): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of (names as readonly string[] | undefined) ?? []) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new UsageError('--pass-env wants the name of a variable');
    const value = host().env[name];
    if (value === undefined) throw new UsageError(`--pass-env ${name}: that variable is not set`);
    environment[name] = value;
  }
  return environment;
}

function limitAsked(flags: Flagged): number {
  const text = (flags['signer-timeout'] as string | undefined) ?? DEFAULT_LIMIT;
  const ms = Number(orUsage('--signer-timeout', () => parseDuration(text)) / 1_000_000n);
  if (ms < 1 || ms > LONGEST * 1000) throw new UsageError(`--signer-timeout wants up to ${LONGEST}s`);
  return ms;
}
