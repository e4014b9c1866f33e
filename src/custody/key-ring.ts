// SPDX-License-Identifier: Apache-2.0
import { defaultScheme } from '../crypto/algorithms.ts';
import { importSpki } from '../crypto/public-key.ts';
import { decodeBase64Standard } from '../encoding/base64.ts';
import { LIMITS } from '../encoding/limits.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Sha256 } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey, SchemeId } from '../model/public-key.ts';
import type { KeyRow } from './event.ts';
import type { Role } from './event-types.ts';

/** A key that somebody signs events with. One key is one person's for ever. */
export interface RingKey {
  /** Number in the ring, from 0. */
  readonly index: number;
  /** Whose it is; null: the examiner trusts it, and the log has not said yet. */
  id: string | null;
  readonly key: PublicKey;
  readonly scheme: SchemeId;
  /** null: any. */
  roles: ReadonlySet<Role> | null;
  /** The examiner named it: it may open a log. */
  readonly trusted: boolean;
  readonly validFrom: Instant | null;
  validUntil: Instant | null;
  /** Line that brought it in; null: the examiner. */
  introduced: number | null;
  /** Line from which on it is retired. */
  retired: number | null;
  compromised: { readonly since: Instant; readonly line: number | null } | null;
}

/** A key as the examiner gives it. */
export interface GivenKey {
  readonly id: string | null;
  readonly key: PublicKey;
  readonly scheme: SchemeId;
  readonly roles?: readonly Role[];
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
  readonly compromisedSince?: Instant;
}

/** The keys of a log, as they come and go (custody timeline v1, section 5). */
export class KeyRing {
  readonly #byFingerprint = new Map<string, RingKey>();
  readonly #all: RingKey[] = [];

  readonly #revoked: ReadonlyMap<string, Instant>;

  /** @param revoked fingerprints, and since when: of whoever brings the key in */
  constructor(given: readonly GivenKey[], revoked: ReadonlyMap<string, Instant> = new Map()) {
    this.#revoked = revoked;
    for (const one of given) {
      this.#add({
        id: one.id,
        key: one.key,
        scheme: one.scheme,
        roles: one.roles === undefined ? null : new Set(one.roles),
        trusted: true,
        validFrom: one.validFrom ?? null,
        validUntil: one.validUntil ?? null,
        introduced: null,
        retired: null,
        compromised: one.compromisedSince === undefined ? null : { since: one.compromisedSince, line: null },
      });
    }
  }

  get keys(): readonly RingKey[] {
    return this.#all;
  }

  get(keyid: string): RingKey | undefined {
    return this.#byFingerprint.get(keyid);
  }

  /** The keys of a person that are neither retired nor compromised. */
  goodKeysOf(id: string): RingKey[] {
    return this.#all.filter((one) => one.id === id && one.retired === null && one.compromised === null);
  }

  hasCompromised(id: string): boolean {
    return this.#all.some((one) => one.id === id && one.compromised !== null);
  }

  /**
   * A row of `open`, or one that is introduced. What the examiner says of the key stays.
   *
   * @throws Malformed `custody-line-format`, `key-format`, `algorithm-unsupported`, `custody-rotation-unauthorised`, …
   */
  introduce(row: KeyRow, line: number): RingKey {
    const { id, publicKey, roles } = row;
    if (id === undefined || publicKey === undefined)
      throw new Malformed('custody-line-format', 'a key is introduced without its id or the key itself');
    const key = importSpki(decodeBase64Standard(publicKey));
    if (key.weakness !== null) throw new Malformed('key-weak', `the key of ${id}: ${key.weakness}`);
    const known = this.get(key.fingerprint);
    const validUntil = row.validUntil === undefined ? null : parseRfc3339(row.validUntil).time;
    if (known !== undefined) {
      if (known.id !== null && known.id !== id)
        throw new Malformed('custody-rotation-unauthorised', `key ${key.fingerprint} is another person's already`);
      if (known.introduced !== null)
        throw new Malformed('custody-rotation-unauthorised', `key ${key.fingerprint} is introduced a second time`);
      known.id = id;
      known.introduced = line;
      known.roles ??= roles === undefined ? null : new Set(roles);
      known.validUntil ??= validUntil;
      return known;
    }
    return this.#add({
      id,
      key,
      scheme: defaultScheme(key, null),
      roles: new Set(roles ?? []),
      trusted: false,
      validFrom: null,
      validUntil,
      introduced: line,
      retired: null,
      compromised: null,
    });
  }

  #add(parts: Omit<RingKey, 'index'>): RingKey {
    if (this.#all.length >= LIMITS.custodyKeys)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.custodyKeys} keys`);
    const known = this.#byFingerprint.get(parts.key.fingerprint);
    if (known !== undefined) return known;
    const key: RingKey = { ...parts, index: this.#all.length };
    const since = this.#revoked.get(parts.key.fingerprint);
    if (since !== undefined && (key.compromised === null || since < key.compromised.since))
      key.compromised = { since, line: null };
    this.#all.push(key);
    this.#byFingerprint.set(parts.key.fingerprint satisfies Sha256, key);
    return key;
  }
}
