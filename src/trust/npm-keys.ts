// SPDX-License-Identifier: Apache-2.0
import { resolveScheme, schemeFits } from '../crypto/algorithms.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { importSpki } from '../crypto/public-key.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  member,
  optionalString,
  pointerTo,
  requireArray,
  requireBase64,
  requireObject,
  requireString,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant, TimeWindow } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { TrustedKey, TrustedRoot, TrustOrigin } from '../model/trusted-root.ts';
import { type KeyMaterial, readKeyMaterial } from './key-details.ts';
import { BEGINNING, readTime, readTimeRange } from './validity.ts';

/** A registry's key. `usage` is `npm:signatures` or `npm:attestations`, null where the file does not part them. */
export interface RegistryKey extends TrustedKey {
  readonly keyId: string;
  readonly usage: string | null;
}

export interface RegistryKeys extends Pick<TrustedRoot, 'setAside' | 'unknownMembers'> {
  readonly origin: TrustOrigin;
  readonly keys: readonly RegistryKey[];
}

type ReadKey = { readonly id: string; readonly usage: string | null } & (
  | { readonly material: KeyMaterial & { readonly usable: true }; readonly validFor: TimeWindow | null }
  | { readonly why: string }
);

const LISTED = 64;

/**
 * An npm registry's keys: as Sigstore's TUF repository distributes them (`publicKey` with `keyDetails` and `validFor`), or as
 * the registry itself serves them (`key`, `scheme`, `expires`). One of the two per key; the ends of windows are inclusive.
 *
 * @throws Malformed `key-format`
 */
export function parseRegistryKeys(bytes: Bytes, name: string, issuedAt: Instant | null = null): RegistryKeys {
  const result = attempt(() => readKeys(bytes, { name, sha256: sha256Hex(bytes), issuedAt }));
  if (result.ok) return result.value;
  throw new Malformed('key-format', `${name}: ${result.problem.detail} (${result.problem.reason})`);
}

function readKeys(bytes: Bytes, origin: TrustOrigin): RegistryKeys {
  const document = asObject(parseJson(bytes), '');
  const unknown: string[] = [];
  const note = (object: JsonObject, known: readonly string[], at: string): void => {
    for (const extra of unknownMembers(object, known)) unknown.push(pointerTo(at, extra));
  };
  note(document, ['keys'], '');
  const entries = requireArray(document, 'keys', '');
  if (entries.length > LIMITS.registryKeys) {
    throw new Malformed('limit-exceeded', `more than ${LIMITS.registryKeys} keys`);
  }
  const keys: RegistryKey[] = [];
  const setAside: { what: string; why: string }[] = [];
  for (const [index, item] of entries.entries()) {
    const at = pointerTo('/keys', index);
    const entry = asObject(item, at);
    const read = member(entry, 'publicKey') === undefined ? readServed(entry, at, note) : readTarget(entry, at, note);
    if ('why' in read) {
      setAside.push({ what: at, why: read.why });
      continue;
    }
    const { key, scheme } = read.material;
    const other = keys.find((known) => known.keyId === read.id && known.key.fingerprint !== key.fingerprint);
    if (other !== undefined) throw new Malformed('json-shape', `a second key of the same key id at ${at}`);
    keys.push({ name: read.id, keyId: read.id, usage: read.usage, key, scheme, validFor: read.validFor });
  }
  return { origin, keys, setAside, unknownMembers: unknown.slice(0, LISTED) };
}

type Note = (object: JsonObject, known: readonly string[], at: string) => void;

function readTarget(entry: JsonObject, at: string, note: Note): ReadKey {
  note(entry, ['keyId', 'keyUsage', 'publicKey'], at);
  const id = requireString(entry, 'keyId', at);
  const usage = requireString(entry, 'keyUsage', at);
  const publicKey = requireObject(entry, 'publicKey', at);
  const keyAt = `${at}/publicKey`;
  note(publicKey, ['rawBytes', 'keyDetails', 'validFor'], keyAt);
  const material = readKeyMaterial(publicKey, keyAt);
  const validFor = readTimeRange(publicKey, keyAt);
  if (!material.usable) return { id, usage, why: material.why };
  // A window is promised here for every key: one without a beginning is not taken for a key of all times (attacks C09).
  if (typeof validFor === 'string') return { id, usage, why: 'publicKey.validFor.start is missing' };
  return { id, usage, material, validFor };
}

function readServed(entry: JsonObject, at: string, note: Note): ReadKey {
  note(entry, ['expires', 'keyid', 'keytype', 'scheme', 'key'], at);
  const id = requireString(entry, 'keyid', at);
  optionalString(entry, 'keytype', at);
  const named = requireString(entry, 'scheme', at);
  const expires = readTime(entry, 'expires', at);
  const der = requireBase64(entry, 'key', at);
  const scheme = resolveScheme(named);
  if (scheme === null) return { id, usage: null, why: 'the scheme is not supported' };
  const key = importSpki(der);
  if (!schemeFits(scheme, key)) {
    throw new Malformed('key-format', `the key at ${at} is ${key.kind} and not of its scheme`);
  }
  if (key.weakness !== null) return { id, usage: null, why: `the key is weak: ${key.weakness}` };
  const validFor = expires === null ? null : { notBefore: BEGINNING, notAfter: expires };
  return { id, usage: null, material: { usable: true, key, scheme }, validFor };
}
