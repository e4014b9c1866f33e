// SPDX-License-Identifier: Apache-2.0
import { commonContradictions, type LogKind } from './log-kind.ts';

const TREE_ID = /^(?:0|[1-9][0-9]{0,19})$/;

/**
 * Rekor v1: one log of several shards. An entry's `logIndex` counts over all shards and that of its proof within one, so the
 * two differ; the origin line is the log's name, ` - `, and the decimal id of the shard's tree.
 */
export const REKOR_V1: LogKind = {
  id: 'rekor-v1',
  entryKinds: ['hashedrekord 0.0.1', 'dsse 0.0.1', 'intoto 0.0.1', 'intoto 0.0.2'],
  originMatches: (origin, name) => {
    const separator = origin.lastIndexOf(' - ');
    return separator !== -1 && origin.slice(0, separator) === name && TREE_ID.test(origin.slice(separator + 3));
  },
  contradictions: commonContradictions,
};
