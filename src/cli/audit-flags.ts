// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { ROLES } from '../custody/event-types.ts';

/** The record of every signing, made or refused: a custody timeline, which `custody verify` checks. */
export const AUDIT_FLAGS = {
  'audit-log': Flags.string({
    description: 'custody timeline that every signing is recorded in, also one that is refused; custody open begins it',
  }),
  'audit-key': Flags.string({ description: 'private key that signs the record: FILE, fd:N or env:NAME' }),
  'audit-passphrase': Flags.string({ description: 'of an encrypted audit key: FILE, fd:N or env:NAME' }),
  'audit-actor': Flags.string({
    aliases: ['actor'],
    description: 'who signs, for the record; without it, whose the audit key is',
  }),
  'audit-role': Flags.string({
    aliases: ['role'],
    options: [...ROLES],
    description: 'as what; without it, the first role of the audit key that may write a note',
  }),
} as const;

/** Of a command whose own flag is --actor. */
export const AUDIT_FLAGS_BESIDE_ACTOR = {
  ...AUDIT_FLAGS,
  'audit-actor': Flags.string({ description: 'who signs, for the record; without it, whose the audit key is' }),
} as const;
