// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { COMMON_FLAGS } from './base-command.ts';
import { CUSTODY_FLAGS } from './custody-asked.ts';
import { TRUST_STORE_FLAGS } from './trust-flags.ts';

const many = { multiple: true, multipleNonGreedy: true } as const;

/** Flags of whatever writes an event: who says it, when, and by whose key. */
export const WRITER_FLAGS = {
  json: COMMON_FLAGS.json,
  output: Flags.string({
    char: 'o',
    aliases: ['format'],
    options: ['text', 'json'],
    description: 'form of what is told',
  }),
  quiet: Flags.boolean({ char: 'q', description: 'in text, nothing but warnings' }),
  'no-color': COMMON_FLAGS['no-color'],
  offline: COMMON_FLAGS.offline,
  engine: COMMON_FLAGS.engine,
  'signing-key': Flags.string({
    ...many,
    description:
      'private key that signs: FILE, fd:N or env:NAME; the first is that of the actor, others for dual control',
  }),
  passphrase: Flags.string({
    ...many,
    description: 'of an encrypted private key: FILE, fd:N or env:NAME; one for all keys, or one for each',
  }),
  actor: Flags.string({ description: 'who does it; without it, whose the first signing key is' }),
  role: Flags.string({
    options: ['custodian', 'examiner', 'investigator', 'authority', 'system'],
    description: 'as what; without it, the one role of that key',
  }),
  'on-behalf-of': Flags.string({ description: 'for whom' }),
  purpose: Flags.string({ description: 'why' }),
  authorization: Flags.string({ description: 'by what: warrant=…, ticket=… or order=…' }),
  location: Flags.string({ description: 'where' }),
  note: Flags.string({ description: 'in words, what else is to be said' }),
  at: Flags.string({
    description: 'the instant that it is written down, and judged at; without it, the clock (RFC 3339)',
  }),
  'event-time': Flags.string({ description: 'when it happened, by the clock below; without it, --at' }),
  'end-time': Flags.string({ description: 'when it ended' }),
  'clock-source': Flags.string({ description: 'which clock the time of the event was read from' }),
  'clock-sync': Flags.string({
    options: ['ntp', 'gnss', 'manual', 'none', 'unknown'],
    description: 'how that clock is set',
  }),
  'clock-offset': Flags.string({ description: 'what it is ahead of UTC: --clock-offset=-PT4.2S, 25h, -30s' }),
  'clock-uncertainty': Flags.string({ description: 'how far off that may be, such as PT1S or 2s' }),
  'clock-measured-at': Flags.string({ description: 'when that was measured (RFC 3339)' }),
  event: Flags.string({ description: 'JSON file with further members of the event' }),
  'dry-run': Flags.boolean({ description: 'judge, and show the line; write nothing' }),
  wait: Flags.string({ description: 'how long to wait for another writer (10s)' }),
} as const;

const { key, keyring, 'log-key': logKey, witness, skew } = CUSTODY_FLAGS;
/** Whom to believe of what is in the log already; without any, the log is believed as it stands. */
export const WRITER_TRUST = {
  key,
  keyring,
  'log-key': logKey,
  witness,
  'trusted-root': CUSTODY_FLAGS['trusted-root'],
  ...TRUST_STORE_FLAGS,
  crl: CUSTODY_FLAGS.crl,
  'revocation-list': CUSTODY_FLAGS['revocation-list'],
  'timestamp-certificate-chain': CUSTODY_FLAGS['timestamp-certificate-chain'],
  skew,
} as const;
