// SPDX-License-Identifier: Apache-2.0
import { defaultScheme } from '../crypto/algorithms.ts';
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { importSpki } from '../crypto/public-key.ts';
import { decodeBase64Standard } from '../encoding/base64.ts';
import { formatInstant, parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed, type Problem } from '../model/malformed.ts';
import { type Demand, demandsOf, fares } from './demands.ts';
import type { PeerRow } from './event.ts';
import type { ProvenInterval } from './intervals.ts';
import type { GivenKey, RingKey } from './key-ring.ts';
import type { ClaimedLine } from './line.ts';

/** A key of somebody who has released something in another log. */
export type GiverKey = Pick<RingKey, 'id' | 'key' | 'scheme' | 'validFrom' | 'validUntil' | 'compromised'>;

/** Whose signature a quoted release must bear: keys that the examiner gives a name to, and those that `peers` names. */
export class Givers {
  readonly #engine: Engine;
  readonly #keys = new Map<string, GiverKey>();

  constructor(engine: Engine, given: readonly GivenKey[]) {
    this.#engine = engine;
    for (const { id, key, scheme, validFrom, validUntil, compromisedSince: since } of given) {
      if (id === null) continue;
      this.#keys.set(key.fingerprint, {
        id,
        key,
        scheme,
        validFrom: validFrom ?? null,
        validUntil: validUntil ?? null,
        compromised: since === undefined ? null : { since, line: null },
      });
    }
  }

  /** @throws Malformed what is wrong with a key */
  introduce(rows: NonNullable<PeerRow['keys']>): void {
    for (const { id, publicKey, validUntil } of rows) {
      const key = importSpki(decodeBase64Standard(publicKey));
      if (key.weakness !== null) throw new Malformed('key-weak', `the key of ${id}: ${key.weakness}`);
      // What the examiner says of a key goes before what the log says.
      if (this.#keys.has(key.fingerprint)) continue;
      this.#keys.set(key.fingerprint, {
        id,
        key,
        scheme: defaultScheme(key, null),
        validFrom: null,
        validUntil: validUntil === undefined ? null : parseRfc3339(validUntil).time,
        compromised: null,
      });
    }
  }

  /**
   * The keys under which the giver has signed: none where none of his is known.
   *
   * @throws Malformed `custody-join-mismatch` where a signature under a known key does not verify
   */
  signed(line: ClaimedLine, giver: string): GiverKey[] {
    return line.signatures.flatMap(({ keyid, sig }) => {
      const key = this.#keys.get(keyid);
      if (key === undefined) return [];
      const reason = outcomeReason(this.#engine.verify(key.scheme, key.key, line.signed, sig));
      if (reason !== null)
        throw new Malformed('custody-join-mismatch', `the release is not signed under ${keyid} as it says: ${reason}`);
      return key.id === giver ? [key] : [];
    });
  }
}

/** What must be proven of a line that quotes a release, for the key of its giver to have signed while it was his. */
export function giverDemands(key: GiverKey, line: number, at: Instant, assumed: Instant | null = null): Demand[] {
  return demandsOf(key, line, at, assumed).flatMap((demand) =>
    // The release is older than what quotes it, and nobody here says by how much: what is late for the one says nothing of the other.
    demand.kind === 'early' ? [] : [{ ...demand, kind: 'join' as const }],
  );
}

/** What stands against the key of a giver whose log is not at hand, by what is proven of the line that quotes him. */
export function problemsOfGiver(key: GiverKey, line: number, interval: ProvenInterval, at: Instant): Problem[] {
  const { fingerprint } = key.key;
  const signed = `event ${line} quotes a release under key ${fingerprint}, which`;
  const unproven = (says: string, edge: Instant, compromised: boolean): Problem => ({
    reason: compromised ? 'custody-key-compromised-unproven' : 'custody-key-unproven',
    detail: `${signed} ${says} ${formatInstant(edge)}: nothing here proves that it signed ${says === 'was valid from' ? 'after' : 'by then'}`,
  });
  const late = demandsOf(key, line, at)
    .filter(({ kind }) => kind !== 'early')
    .filter((demand) => fares({ ...demand, kind: 'join' }, interval) !== 'stands')
    .map(({ kind, edge }) =>
      kind === 'compromised' ? unproven('is compromised since', edge, true) : unproven('was valid until', edge, false),
    );
  return key.validFrom === null ? late : [...late, unproven('was valid from', key.validFrom, false)];
}
