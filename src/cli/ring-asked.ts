// SPDX-License-Identifier: Apache-2.0
import { dirname, resolve } from 'node:path';
import { Flags } from '@oclif/core';
import type { Signer } from '../attest/signer.ts';
import { currentRow, readSigningRing, requireKeyOf } from '../attest/signing-ring.ts';
import type { Engine } from '../crypto/engine.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { readTrustFile } from '../trust/load.ts';
import { judgingTime } from './session.ts';
import { orUsage, signerAsked } from './signer-asked.ts';
import { UsageError } from './usage-error.ts';

export const RING_FLAGS = {
  'key-ring': Flags.string({
    description: 'ring of signing keys (JSON): the one that is current at --at signs, and no other',
  }),
  at: Flags.string({ description: 'of --key-ring: the instant of signing; without it, the clock (RFC 3339)' }),
} as const;

/** As `signerAsked`; under a ring, with the file that the ring names where none is given. @throws UsageError */
export function ringAsked(flags: Readonly<Record<string, unknown>>, engine: Engine): () => Promise<Signer> {
  const file = flags['key-ring'] as string | undefined;
  const time = flags['at'] as string | undefined;
  if (file === undefined) {
    if (time !== undefined) throw new UsageError('--at is for --key-ring');
    return signerAsked(flags, engine);
  }
  const ring = orUsage(`--key-ring ${file}`, () => readSigningRing(readTrustFile(file), engine));
  const { at } = judgingTime({ at: time });
  const current = attempt(() => currentRow(ring, at));
  // A ring without a key for the time refuses the signing, as it refuses another key.
  if (!current.ok)
    return async () => {
      throw new Malformed(current.problem.reason, current.problem.detail);
    };
  const row = current.value;
  const isFile = flags['signer'] === 'key' || flags['signer'] === 'cosign';
  const named =
    isFile && flags['signing-key'] === undefined && row.signingKey !== null
      ? { 'signing-key': resolve(dirname(file), row.signingKey) }
      : {};
  const open = signerAsked({ ...flags, ...named }, engine);
  return async () => {
    const signer = await open();
    requireKeyOf(signer, row);
    return signer;
  };
}
