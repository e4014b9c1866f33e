// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';

/** Of commands that show trust and judge nothing. */
export const TRUST_SHOW_FLAGS = {
  json: Flags.boolean({ description: 'one JSON document on standard output' }),
  output: Flags.string({ char: 'o', aliases: ['format'], options: ['text', 'json'], description: 'the same by name' }),
  store: Flags.string({
    aliases: ['trust-store'],
    description: 'directory of a trust store, whose domains can then be named',
  }),
} as const;
