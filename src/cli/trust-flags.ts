// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';

const many = { multiple: true, multipleNonGreedy: true } as const;

/** A trust store, in the words of every command that asks whom to trust; `trust-given.ts` says what they come to. */
export const TRUST_STORE_FLAGS = {
  'trust-store': Flags.string({
    aliases: ['store'],
    description: 'trust store (trust import): whom to trust, instead of what this build carries',
  }),
  'trust-domain': Flags.string({ ...many, description: 'domain of the trust store; default: each that it holds' }),
} as const;

export const REVOCATION_FLAGS = {
  crl: Flags.string({ ...many, description: 'certificate revocation list (DER or PEM)' }),
  'revocation-list': Flags.string({
    ...many,
    description: 'what is revoked or compromised, and since when (docs/spec/revocation-list-v1.md)',
  }),
} as const;

export const TRUST_FLAGS = {
  'trusted-root': Flags.string({
    ...many,
    aliases: ['custom-trusted-root', 'trust-config', 'trust-roots', 'trusted-root-path'],
    description: 'trusted root (JSON or JSONL) instead of the bundled one',
  }),
  ...TRUST_STORE_FLAGS,
  ...REVOCATION_FLAGS,
} as const;
