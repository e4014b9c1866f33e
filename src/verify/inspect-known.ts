// SPDX-License-Identifier: Apache-2.0
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { TransparencyLog } from '../model/trusted-root.ts';
import { bundledTrustedRoot } from '../trust/bundled.ts';
import { type Quoted, quote } from './inspect-model.ts';

/** The logs of the bundled root that bear an id. That evidence names one proves nothing. */
export function logsWithId(list: 'tlogs' | 'ctlogs', logId: Bytes): readonly TransparencyLog[] {
  return bundledTrustedRoot()[list].filter((log) => equalBytes(log.logId, logId));
}

/** Where the bundled root has such a log: its address. */
export function logKnown(list: 'tlogs' | 'ctlogs', logId: Bytes): Quoted | 'no' {
  const [log] = logsWithId(list, logId);
  return log === undefined ? 'no' : quote(log.baseUrl);
}
