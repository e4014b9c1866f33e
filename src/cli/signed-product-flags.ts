// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { REPORT_FLAGS } from './base-command.ts';
import { PRODUCT_FLAGS } from './product.ts';

/** Flags of a command that signs what it makes: the document goes out, and a report only where nothing is signed. */
export const SIGNED_PRODUCT_FLAGS = {
  json: Flags.boolean({
    description: 'with --output-file, or where nothing is signed: one JSON document that says so',
  }),
  ...PRODUCT_FLAGS,
  deterministic: REPORT_FLAGS.deterministic,
  engine: REPORT_FLAGS.engine,
  'no-color': REPORT_FLAGS['no-color'],
  offline: REPORT_FLAGS.offline,
} as const;
