// SPDX-License-Identifier: Apache-2.0

import type { Engine } from '../crypto/engine.ts';
import { importSpki } from '../crypto/public-key.ts';
import { asObject, optionalString, requireString, unknownMembers } from '../encoding/json-fields.ts';
import { readPublicKeyPem } from '../encoding/pem.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Locator } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { parseStatement } from '../statement/statement.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';

export const NEXT_KEY_TYPE = 'urn:forensic-verify:predicate:next-key:v1';

/** What the holder of the current key says of the next one: docs/spec/next-key-v1.md. */
export interface NextKey {
  /** PEM, as it stands in the statement. */
  readonly pem: string;
  readonly key: PublicKey;
  readonly validFrom: Instant;
  /** Until when the current key may still sign; null: nothing is said. */
  readonly currentUntil: Instant | null;
  /** Who signed it. */
  readonly current: TrustedKey;
}

const MEMBERS = ['key', 'validFrom', 'currentUntil'];

/**
 * A DSSE envelope over an in-toto statement whose one subject is the next key, signed by one of the keys that are held: that one is
 * current. What it says of itself proves no time: the windows begin to count with what proves the time of later signatures.
 *
 * @throws Malformed `next-key-format`
 */
export function readNextKey(bytes: Bytes, at: Locator, held: readonly TrustedKey[], engine: Engine): NextKey {
  const refuse = (detail: string): never => {
    throw new Malformed('next-key-format', detail);
  };
  const opened = openEvidence(bytes, at);
  const entity = opened.ok ? opened.value[0] : null;
  if (entity === null || entity.content.kind !== 'dsse' || entity.envelope !== 'dsse')
    return refuse(`${at.evidence} is no DSSE envelope`);
  const { payload, payloadType, pae } = entity.content;
  const statement = parseStatement(payloadType, payload, at);
  if (!statement.ok || statement.value.predicateType !== NEXT_KEY_TYPE)
    return refuse(`its payload is no statement of type ${NEXT_KEY_TYPE}`);
  const current = held.find(
    (key) =>
      verifyPlainSignatures({
        message: pae,
        signatures: entity.signatures,
        keys: [key],
        hmacSecret: null,
        threshold: 1,
        engine,
        at,
        acceptWeak: false,
      }).ok,
  );
  if (current === undefined) return refuse(`none of ${held.length} keys that are held has signed it`);
  const { predicate, subject } = statement.value;
  const read = attempt(() => {
    const body = asObject(predicate ?? null, '/predicate');
    const [extra] = unknownMembers(body, MEMBERS);
    if (extra !== undefined) throw new Malformed('json-shape', `/predicate/${extra} is no member of the format`);
    const pem = requireString(body, 'key', '/predicate');
    const until = optionalString(body, 'currentUntil', '/predicate');
    return {
      pem,
      key: importSpki(readPublicKeyPem(pem).der),
      validFrom: parseRfc3339(requireString(body, 'validFrom', '/predicate')).time,
      currentUntil: until === undefined ? null : parseRfc3339(until).time,
    };
  });
  if (!read.ok) return refuse(`${read.problem.detail} (${read.problem.reason})`);
  const { key, validFrom, currentUntil } = read.value;
  const [only, ...more] = subject;
  if (only === undefined || more.length > 0 || only.digest.get('sha256') !== key.fingerprint)
    return refuse('its one subject is not the key that it introduces, by the sha256 of its SubjectPublicKeyInfo');
  if (key.fingerprint === current.key.fingerprint) return refuse('the next key is the current one');
  if (key.weakness !== null) return refuse(`the next key is weak: ${key.weakness}`);
  if (currentUntil !== null && currentUntil < validFrom) return refuse('between the two keys there would be none');
  return { ...read.value, current };
}
