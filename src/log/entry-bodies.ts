// SPDX-License-Identifier: Apache-2.0
import type { BindEntry } from './entry-bodies/bind.ts';
import { bindDsseV001 } from './entry-bodies/dsse-v001.ts';
import { bindDsseV002 } from './entry-bodies/dsse-v002.ts';
import { bindHashedrekordV001 } from './entry-bodies/hashedrekord-v001.ts';
import { bindHashedrekordV002 } from './entry-bodies/hashedrekord-v002.ts';
import { bindIntotoV001 } from './entry-bodies/intoto-v001.ts';
import { bindIntotoV002 } from './entry-bodies/intoto-v002.ts';

/** Every kind and version of log entry that is read here, by `kind version`. A Map: names from evidence look things up in it. */
export const ENTRY_BODIES: ReadonlyMap<string, BindEntry> = new Map<string, BindEntry>([
  ['hashedrekord 0.0.1', bindHashedrekordV001],
  ['hashedrekord 0.0.2', bindHashedrekordV002],
  ['dsse 0.0.1', bindDsseV001],
  ['dsse 0.0.2', bindDsseV002],
  ['intoto 0.0.1', bindIntotoV001],
  ['intoto 0.0.2', bindIntotoV002],
]);
