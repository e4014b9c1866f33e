// SPDX-License-Identifier: Apache-2.0
import { defaultScheme } from '../crypto/algorithms.ts';
import type { Engine } from '../crypto/engine.ts';
import { importSpki } from '../crypto/public-key.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  optionalObject,
  optionalString,
  pointerTo,
  requireArray,
  requireBase64,
  requireString,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { formatInstant, parseRfc3339 } from '../encoding/rfc3339.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { readDsse } from '../envelope/dsse.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import { dsseJson, STATEMENT_TYPE, seal } from './seal.ts';
import type { Signer } from './signer.ts';
import { buildStatement } from './statement.ts';

export const RING_FORMAT = 'forensic-verify/signing-ring@v1';
export const NEXT_KEY = 'urn:forensic-verify:predicate:next-key:v1';

/** One key of a signer that changes its keys. */
export interface RingRow {
  readonly id: string;
  readonly key: PublicKey;
  readonly validFrom: Instant;
  /** Exclusive; null: open. */
  readonly validUntil: Instant | null;
  /** Where the private half is, in the words of whoever keeps the ring; null: it does not say. */
  readonly signingKey: string | null;
  /** The envelope by which an earlier key introduces this one; null: the first. */
  readonly introducedBy: JsonObject | null;
}

/** The keys in the order in which they came: each but the first introduced by one before it. */
export interface SigningRing {
  readonly rows: readonly RingRow[];
}

const MEMBERS = ['id', 'publicKey', 'validFrom', 'validUntil', 'signingKey', 'introducedBy'];

/**
 * Reads a ring, and verifies that each key was introduced by one before it while that was valid.
 *
 * @throws Malformed `json-…`, `key-…`, `time-invalid`, `limit-exceeded`, `signing-ring`
 */
export function readSigningRing(bytes: Bytes, engine: Engine): SigningRing {
  const file = asObject(parseJson(bytes), '');
  if (optionalString(file, 'format', '') !== RING_FORMAT)
    throw new Malformed('json-shape', `the format at /format is not ${RING_FORMAT}`);
  if (unknownMembers(file, ['format', 'keys']).length > 0)
    throw new Malformed('json-shape', 'a member of the ring is neither format nor keys');
  const values = requireArray(file, 'keys', '');
  if (values.length === 0) throw new Malformed('signing-ring', 'the ring holds no key');
  if (values.length > LIMITS.ringKeys) throw new Malformed('limit-exceeded', `more than ${LIMITS.ringKeys} keys`);
  const rows: RingRow[] = [];
  for (const [i, value] of values.entries()) {
    const row = readRow(value, pointerTo('/keys', i));
    if (rows.some(({ key, id }) => key.fingerprint === row.key.fingerprint || id === row.id))
      throw new Malformed('signing-ring', `the key ${row.id} stands in the ring twice`);
    if (i > 0) requireIntroduction(row, rows, engine);
    rows.push(row);
  }
  return { rows };
}

/** The key to sign with at an instant: of those whose window holds it, the one that came last. @throws Malformed `signing-ring` */
export function currentRow({ rows }: SigningRing, at: Instant): RingRow {
  const row = rows.findLast((one) => isValidAt(one, at));
  if (row !== undefined) return row;
  throw new Malformed('signing-ring', `no key of the ring is valid at ${formatInstant(at)}`);
}

/**
 * A ring with one more key: the statement that introduces it is signed by a key of the ring that is valid then. Windows may overlap.
 *
 * @throws Malformed `signing-ring`, and what the signer throws
 */
export async function introduceKey(
  ring: SigningRing,
  next: Omit<RingRow, 'introducedBy'>,
  by: Signer,
  at: Instant,
  engine: Engine,
): Promise<SigningRing> {
  const { identity } = by;
  const row = ring.rows.find(
    ({ key }) => identity.kind === 'public-key' && key.fingerprint === identity.key.fingerprint,
  );
  if (row === undefined) throw new Malformed('signing-ring', 'the key that signs is not one of the ring');
  if (!isValidAt(row, at))
    throw new Malformed('signing-ring', `the key ${row.id} is not valid at ${formatInstant(at)}, and introduces none`);
  const { payload } = buildStatement(
    [{ name: next.id, digest: { sha256: next.key.fingerprint } }],
    NEXT_KEY,
    predicateOf(next, row, at),
  );
  const introducedBy = dsseJson(await seal([by], payload, STATEMENT_TYPE)) as unknown as JsonObject;
  const grown = { rows: [...ring.rows, { ...next, introducedBy }] };
  return readSigningRing(encodeUtf8(writeSigningRing(grown)), engine);
}

/** RFC 8785 with a line feed. */
export function writeSigningRing({ rows }: SigningRing): string {
  const keys = rows.map(({ id, key, validFrom, validUntil, signingKey, introducedBy }) => ({
    id,
    publicKey: encodeBase64(key.spki),
    validFrom: formatInstant(validFrom),
    ...(validUntil === null ? {} : { validUntil: formatInstant(validUntil) }),
    ...(signingKey === null ? {} : { signingKey }),
    ...(introducedBy === null ? {} : { introducedBy }),
  }));
  return `${new TextDecoder().decode(canonicalJson({ format: RING_FORMAT, keys }))}\n`;
}

export interface RotationHooks {
  /** Another key signs from now on; `from` is null at the first signing. */
  rotated?(change: { readonly from: RingRow | null; readonly to: RingRow; readonly at: Instant }): void | Promise<void>;
}

/** The signers of a ring, opened as their time comes: for a program that runs longer than a key is valid. */
export class Rotation {
  readonly #ring: SigningRing;
  readonly #open: (row: RingRow) => Signer | Promise<Signer>;
  readonly #hooks: RotationHooks;
  #current: { readonly row: RingRow; readonly signer: Signer } | null = null;

  constructor(ring: SigningRing, open: (row: RingRow) => Signer | Promise<Signer>, hooks: RotationHooks = {}) {
    this.#ring = ring;
    this.#open = open;
    this.#hooks = hooks;
  }

  /** @throws Malformed `signing-ring`: no key is valid then, or what was opened is another key than the ring says */
  async signerAt(at: Instant): Promise<Signer> {
    const row = currentRow(this.#ring, at);
    if (this.#current?.row === row) return this.#current.signer;
    const signer = await this.#open(row);
    requireKeyOf(signer, row);
    const from = this.#current?.row ?? null;
    this.#current = { row, signer };
    await this.#hooks.rotated?.({ from, to: row, at });
    return signer;
  }
}

/** @throws Malformed `signing-ring` */
export function requireKeyOf({ identity }: Signer, { id, key }: RingRow): void {
  if (identity.kind === 'public-key' && identity.key.fingerprint === key.fingerprint) return;
  throw new Malformed(
    'signing-ring',
    `the current key of the ring is ${id}, ${key.fingerprint}, and another one would sign`,
  );
}

function isValidAt({ validFrom, validUntil }: RingRow, at: Instant): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil);
}

function readRow(value: JsonValue, pointer: string): RingRow {
  const row = asObject(value, pointer);
  if (unknownMembers(row, MEMBERS).length > 0)
    throw new Malformed('json-shape', `the key at ${pointer} has a member that none has`);
  const key = importSpki(requireBase64(row, 'publicKey', pointer));
  if (key.weakness !== null) throw new Malformed('key-weak', `the key at ${pointer}: ${key.weakness}`);
  const until = optionalString(row, 'validUntil', pointer);
  const validFrom = parseRfc3339(requireString(row, 'validFrom', pointer)).time;
  const validUntil = until === undefined ? null : parseRfc3339(until).time;
  return {
    ...{ id: requireString(row, 'id', pointer), key, validFrom, validUntil },
    signingKey: optionalString(row, 'signingKey', pointer) ?? null,
    introducedBy: optionalObject(row, 'introducedBy', pointer) ?? null,
  };
}

/** The statement says of the new key what the ring says, and an earlier key that was valid then has signed it. */
function requireIntroduction(row: RingRow, before: readonly RingRow[], engine: Engine): void {
  const refuse = (why: string): Malformed => new Malformed('signing-ring', `the key ${row.id} ${why}`);
  if (row.introducedBy === null) throw refuse('is introduced by no earlier key');
  const { content, signatures } = readDsse(row.introducedBy, '', null, { evidence: row.id, pointer: '' }, []);
  const predicate = optionalObject(asObject(parseJson(content.payload), ''), 'predicate', '') ?? {};
  const issuedAt = parseRfc3339(requireString(predicate, 'issuedAt', '/predicate')).time;
  const previous = before.find(({ key }) => key.fingerprint === predicate['previous']);
  if (previous === undefined) throw refuse('is introduced by a key that is not in the ring before it');
  if (!isValidAt(previous, issuedAt)) throw refuse(`is introduced by ${previous.id} when that was not valid`);
  const said = buildStatement(
    [{ name: row.id, digest: { sha256: row.key.fingerprint } }],
    NEXT_KEY,
    predicateOf(row, previous, issuedAt),
  );
  if (content.payloadType !== STATEMENT_TYPE || !equalBytes(said.payload, content.payload))
    throw refuse('is introduced with other words than the ring has');
  const scheme = defaultScheme(previous.key, null);
  if (!signatures.some(({ sig }) => engine.verify(scheme, previous.key, content.pae, sig) === 'valid'))
    throw refuse(`is introduced by a statement that ${previous.id} has not signed`);
}

function predicateOf(next: Omit<RingRow, 'introducedBy'>, previous: RingRow, issuedAt: Instant): JsonObject {
  return {
    previous: previous.key.fingerprint,
    publicKey: encodeBase64(next.key.spki),
    issuedAt: formatInstant(issuedAt),
    validFrom: formatInstant(next.validFrom),
    ...(next.validUntil === null ? {} : { validUntil: formatInstant(next.validUntil) }),
  };
}
