// SPDX-License-Identifier: Apache-2.0
import type { LogEntry } from '../model/signed-entity.ts';
import { commonContradictions, type LogKind } from './log-kind.ts';

/**
 * Rekor v2: one tiled tree per log. The origin line is the log's name, an entry has one index, and the log states no time:
 * an integrated time or a signed entry timestamp would be somebody else's words.
 */
export const REKOR_V2: LogKind = {
  id: 'rekor-v2',
  entryKinds: ['hashedrekord 0.0.2', 'dsse 0.0.2'],
  originMatches: (origin, name) => origin === name,
  contradictions: (entry) => [...commonContradictions(entry), ...ownContradictions(entry)],
};

function ownContradictions({ logIndex, proof, integratedTime, promise }: LogEntry): string[] {
  const found: string[] = [];
  if (proof !== null && proof.logIndex !== logIndex) {
    found.push(`logIndex ${logIndex} is not inclusionProof.logIndex ${proof.logIndex}`);
  }
  if (integratedTime !== null) found.push(`integratedTime ${integratedTime} stands in an entry of a log without times`);
  if (promise !== null) found.push('a signed entry timestamp stands in an entry of a log without them');
  return found;
}
