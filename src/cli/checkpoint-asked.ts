// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { sha256Hex } from '../crypto/digest.ts';
import type { Engine } from '../crypto/engine.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { CheckpointAsked } from '../log/judge-checkpoint.ts';
import { parseTlogPolicy } from '../log/tlog-policy.ts';
import { isVerifierKey, parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import type { InputRecord } from '../model/report.ts';
import { readTrustFile } from '../trust/load.ts';
import { threshold } from './asked.ts';
import { UsageError } from './usage-error.ts';

export const NOTE_KEY_FLAG = Flags.string({
  char: 'k',
  multiple: true,
  multipleNonGreedy: true,
  aliases: ['public-key'],
  description: 'verifier key, name+hash+base64, or a file with one on each line',
});

/** Whose checkpoints count, and who must have seen them. */
export const CHECKPOINT_FLAGS = {
  key: NOTE_KEY_FLAG,
  origin: Flags.string({ description: "the origin line, exactly; else it must be the name of the log's key" }),
  witness: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    description: 'verifier key of a witness, or a file with one on each line',
  }),
  'witness-threshold': Flags.string({ description: 'distinct witnesses that must have cosigned (1 to 32)' }),
  'tlog-policy': Flags.string({ description: 'logs, witnesses and quorum (C2SP tlog-policy)' }),
} as const;

export interface KeysGiven {
  readonly keys: readonly VerifierKey[];
  readonly inputs: readonly InputRecord[];
}

/** Each a verifier key itself, or a file of them: a problem with one is exit 64. */
export function verifierKeysAsked(flag: string, values: readonly string[]): KeysGiven {
  const keys: VerifierKey[] = [];
  const inputs: InputRecord[] = [];
  for (const value of values) {
    if (isVerifierKey(value)) keys.push(orUsage(`--${flag}`, () => parseVerifierKey(value)));
    else keys.push(...orUsage(`--${flag} ${value}`, () => keysOfFile(value, inputs)));
  }
  for (const key of keys)
    if (keys.some((other) => other !== key && other.key.fingerprint === key.key.fingerprint && other.hint === key.hint))
      throw new UsageError(`--${flag} ${key.name} was given twice`);
  return { keys, inputs };
}

function keysOfFile(path: string, inputs: InputRecord[]): VerifierKey[] {
  const bytes = readTrustFile(path);
  inputs.push(recordOf(path, 'key', bytes));
  const lines = decodeUtf8(bytes)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new UsageError(`${path} holds no verifier key`);
  return lines.map(parseVerifierKey);
}

export interface CheckpointFlags {
  readonly key?: string[] | undefined;
  readonly origin?: string | undefined;
  readonly witness?: string[] | undefined;
  readonly 'witness-threshold'?: string | undefined;
  readonly 'tlog-policy'?: string | undefined;
}

export interface CheckpointGiven {
  readonly asked: CheckpointAsked;
  readonly inputs: readonly InputRecord[];
  readonly criteria: readonly string[];
}

/** What is asked of a checkpoint; without any log nothing is, and that is a slip. */
export function checkpointAsked(flags: CheckpointFlags, engine: Engine): CheckpointGiven {
  const logs = verifierKeysAsked('key', flags.key ?? []);
  const witnesses = verifierKeysAsked('witness', flags.witness ?? []);
  const path = flags['tlog-policy'];
  const inputs = [...logs.inputs, ...witnesses.inputs];
  const policy =
    path === undefined
      ? null
      : orUsage(`--tlog-policy ${path}`, () => {
          const bytes = readTrustFile(path);
          inputs.push(recordOf(path, 'trust', bytes));
          return parseTlogPolicy(bytes);
        });
  if (policy !== null && (witnesses.keys.length > 0 || flags['witness-threshold'] !== undefined))
    throw new UsageError('--tlog-policy says which witnesses are enough: leave --witness and --witness-threshold out');
  if (flags['witness-threshold'] !== undefined && witnesses.keys.length === 0)
    throw new UsageError('--witness-threshold was given without --witness');
  const wanted = threshold(flags as Record<string, unknown>, 'witness-threshold', 1) ?? 1;
  if (witnesses.keys.length > 0 && wanted > new Set(witnesses.keys.map(({ key }) => key.fingerprint)).size)
    throw new UsageError(`--witness-threshold ${wanted}: fewer witnesses were given`);
  const asked: CheckpointAsked = {
    logs: [...logs.keys, ...(policy?.logs ?? [])],
    witnesses: policy?.witnesses ?? witnesses.keys,
    policy,
    witnessThreshold: wanted,
    origin: flags.origin ?? null,
    engine,
  };
  if (asked.logs.length === 0) throw new UsageError('give the key of the log: --key, or --tlog-policy');
  const names = asked.logs.map(({ name }) => name).join(' or ');
  const criteria = [
    `a checkpoint that ${names} has signed${asked.origin === null ? '' : `, of origin ${asked.origin}`}`,
    ...(policy !== null && policy.quorum !== null
      ? [`cosigned by the quorum of the policy, out of ${asked.witnesses.length} witnesses`]
      : []),
    ...(policy === null && asked.witnesses.length > 0
      ? [`cosigned by ${wanted} of ${asked.witnesses.length} witnesses`]
      : []),
  ];
  return { asked, inputs, criteria };
}

function recordOf(name: string, role: InputRecord['role'], bytes: Bytes): InputRecord {
  return { name, role, size: bytes.length, sha256: sha256Hex(bytes) };
}

function orUsage<T>(what: string, read: () => T): T {
  const result = attempt(read);
  if (result.ok) return result.value;
  throw new UsageError(`${what}: ${result.problem.reason}: ${result.problem.detail}`);
}
