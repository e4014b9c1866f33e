// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../crypto/engine.ts';
import { importSpki } from '../crypto/public-key.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  member,
  optionalObject,
  requireArray,
  requireBase64,
  requireString,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import type { Locator } from '../model/check.ts';
import { type Instant, instantFromNanoseconds, type TimeWindow, windowContains } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import type { TrustedKey } from '../model/trusted-root.ts';
import { parseStatement } from '../statement/statement.ts';
import { verifyPlainSignatures } from './plain-signatures.ts';

/** As `attest rotate` writes it. */
export const NEXT_KEY_TYPE = 'urn:forensic-verify:predicate:next-key:v1';
const RING_FORMAT = 'forensic-verify/signing-ring@v1';

/** What the holder of a key says of the next one: docs/spec/next-key-v1.md. */
export interface NextKey {
  readonly name: string;
  readonly key: PublicKey;
  readonly validFor: TimeWindow;
  /** When it was said, by the word of who said it. */
  readonly issuedAt: Instant;
  /** Who signed it. */
  readonly current: TrustedKey;
}

const MEMBERS = ['previous', 'publicKey', 'issuedAt', 'validFrom', 'validUntil'];

/** The statements of a file: itself, or those of a signing ring, in its order. @throws Malformed `next-key-format` */
export function nextKeyEnvelopes(bytes: Bytes): readonly Bytes[] {
  const read = attempt(() => {
    const file = asObject(parseJson(bytes), '');
    if (member(file, 'format') !== RING_FORMAT) return [bytes];
    return requireArray(file, 'keys', '').flatMap((row, i) => {
      const statement = optionalObject(asObject(row, `/keys/${i}`), 'introducedBy', `/keys/${i}`);
      return statement === undefined ? [] : [canonicalJson(statement)];
    });
  });
  if (read.ok) return read.value;
  throw new Malformed('next-key-format', read.problem.detail);
}

/**
 * A DSSE envelope over an in-toto statement whose one subject is the next key, signed by one of the keys that are held: that one is
 * current. What it says of itself proves no time: the windows begin to count with what proves the time of later signatures.
 *
 * @throws Malformed `next-key-format`; `signature-mismatch` where it names a key that is held as the one that signs, and that one has not
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
  const { signatures } = entity;
  const statement = parseStatement(payloadType, payload, at);
  if (!statement.ok || statement.value.predicateType !== NEXT_KEY_TYPE)
    return refuse(`its payload is no statement of type ${NEXT_KEY_TYPE}`);
  const question = { message: pae, signatures, hmacSecret: null, threshold: 1, engine, at, acceptWeak: false };
  const current = held.find((key) => verifyPlainSignatures({ ...question, keys: [key] }).ok);
  const { predicate, subject } = statement.value;
  const read = attempt(() => predicateOf(asObject(predicate ?? null, '/predicate')));
  if (current === undefined) {
    const named = held.find(({ key }) => read.ok && key.fingerprint === read.value.previous);
    if (named !== undefined)
      throw new Malformed(
        'signature-mismatch',
        `it names ${named.name} as the key that signs it, and does not verify under that`,
      );
    return refuse(`none of the ${held.length} keys that are held, and have not ended, has signed it`);
  }
  if (!read.ok) return refuse(`${read.problem.detail} (${read.problem.reason})`);
  const { key, previous, issuedAt, validFor } = read.value;
  const [only, ...more] = subject;
  if (only === undefined || more.length > 0 || only.digest.get('sha256') !== key.fingerprint)
    return refuse('its one subject is not the key that it introduces, by the sha256 of its SubjectPublicKeyInfo');
  if (previous !== current.key.fingerprint) return refuse('it names another key as the one before than has signed it');
  if (key.fingerprint === previous) return refuse('the next key is the current one');
  if (key.weakness !== null) return refuse(`the next key is weak: ${key.weakness}`);
  if (current.validFor !== null && !windowContains(current.validFor, issuedAt))
    return refuse('by its own word it was made when the current key was not valid');
  return { name: only.name ?? key.fingerprint, key, issuedAt, validFor, current };
}

/** Who introduced whom, in a file whose statements were verified when a store took them in. @throws Malformed `next-key-format` */
export function introducedIn(
  bytes: Bytes,
  name: string,
): readonly { readonly previous: Sha256; readonly next: Sha256 }[] {
  return nextKeyEnvelopes(bytes).map((envelope) => {
    const at = { evidence: name, pointer: '' };
    const opened = openEvidence(envelope, at);
    const content = opened.ok ? opened.value[0].content : null;
    const statement = content?.kind === 'dsse' ? parseStatement(content.payloadType, content.payload, at) : null;
    const read = attempt(() => predicateOf(asObject((statement?.ok ? statement.value.predicate : null) ?? null, '')));
    if (!read.ok) throw new Malformed('next-key-format', `${name}: ${read.problem.detail}`);
    return { previous: read.value.previous as Sha256, next: read.value.key.fingerprint };
  });
}

function predicateOf(body: JsonObject) {
  const [extra] = unknownMembers(body, MEMBERS);
  if (extra !== undefined) throw new Malformed('json-shape', `/predicate/${extra} is no member of the format`);
  const time = (name: string): Instant => parseRfc3339(requireString(body, name, '/predicate')).time;
  const until = member(body, 'validUntil') === undefined ? null : time('validUntil');
  const notBefore = time('validFrom');
  return {
    previous: requireString(body, 'previous', '/predicate'),
    key: importSpki(requireBase64(body, 'publicKey', '/predicate')),
    issuedAt: time('issuedAt'),
    // Exclusive there, inclusive in every window here.
    validFor: { notBefore, notAfter: until === null ? null : instantFromNanoseconds(until - 1n) },
  };
}
