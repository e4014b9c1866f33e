// SPDX-License-Identifier: Apache-2.0
import { encodeHex } from '../encoding/hex.ts';
import { equalBytes, type NonEmpty } from '../model/bytes.ts';
import { type Instant, windowContains } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { LogEntry } from '../model/signed-entity.ts';
import type { TransparencyLog } from '../model/trusted-root.ts';
import { type LogKind, logNames } from './log-kind.ts';

/** The rows of the trusted root that are one log: one key, one name, each with a window of its own. */
export interface TrustedLog {
  readonly rows: NonEmpty<TransparencyLog>;
  /** As its checkpoints name it. */
  readonly name: string;
  /** Another name under the same key is in the trusted root, too: the origin line decides between them. */
  readonly keyShared: boolean;
}

/**
 * The log that an entry names by its id.
 *
 * @param origin the origin line of the entry's checkpoint, null where there is none that can be read
 * @throws Malformed `log-unknown`, `key-weak`
 */
export function trustedLogOf(
  entry: LogEntry,
  logs: readonly TransparencyLog[],
  kind: LogKind,
  origin: string | null,
): TrustedLog {
  const candidates = logs.filter((log) => log.logId.length > 0 && equalBytes(log.logId, entry.logId));
  const [first] = candidates;
  if (first === undefined) {
    throw new Malformed('log-unknown', `log id ${encodeHex(entry.logId.subarray(0, 32))} is not that of a trusted log`);
  }
  const isOf = (log: TransparencyLog): string | undefined =>
    origin === null ? undefined : namesOf(log).find((name) => kind.originMatches(origin, name));
  const chosen = candidates.find((log) => isOf(log) !== undefined) ?? first;
  const name = isOf(chosen) ?? namesOf(chosen)[0];
  const same = (log: TransparencyLog): boolean =>
    log.key.fingerprint === chosen.key.fingerprint && log.scheme === chosen.scheme && log.baseUrl === chosen.baseUrl;
  if (chosen.key.weakness !== null) throw new Malformed('key-weak', `the key of log ${name}: ${chosen.key.weakness}`);
  return {
    rows: [chosen, ...candidates.filter((log) => log !== chosen && same(log))],
    name,
    keyShared: !candidates.every(same),
  };
}

const names = new WeakMap<TransparencyLog, NonEmpty<string>>();

/** Those of a row of the trusted root, taken apart once. */
function namesOf(log: TransparencyLog): NonEmpty<string> {
  let known = names.get(log);
  if (known === undefined) {
    known = logNames(log.baseUrl);
    names.set(log, known);
  }
  return known;
}

/**
 * Was the log's key valid at an instant: in one of its windows, both ends inclusive. Rekor v2 states no time of its own:
 * there the caller asks this for each verified timestamp.
 */
export function logKeyWindowAt(rows: readonly Pick<TransparencyLog, 'validFor'>[], time: Instant): boolean {
  return rows.some((row) => windowContains(row.validFor, time));
}
