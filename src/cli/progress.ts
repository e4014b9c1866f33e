// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { ReadProgress } from '../evidence/input.ts';
import { tell } from './settle.ts';

const STEP = 256 * 1024 * 1024;

/** A line on standard error for each 256 MiB of one file; silence for everything that is done at once. */
export function progressTo(flags: { readonly quiet?: boolean | undefined }): ReadProgress {
  let told = 0;
  return (name, done, total) => {
    if (done < told) told = 0;
    if (flags.quiet === true || done - told < STEP) return;
    told = done;
    tell(`forensic-verify: reading ${escapeText(name)}: ${Math.floor((100 * done) / Math.max(total, 1))} %\n`);
  };
}
