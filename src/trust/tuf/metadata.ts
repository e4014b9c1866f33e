// SPDX-License-Identifier: Apache-2.0
import { Metadata, MetadataKind } from '@tufjs/models';
import { sha256Hex } from '../../crypto/digest.ts';
import { parseJson } from '../../encoding/json.ts';
import {
  asBoolean,
  asInteger,
  asObject,
  asString,
  member,
  optionalArray,
  optionalObject,
  pointerTo,
  requireArray,
  requireObject,
  requireString,
} from '../../encoding/json-fields.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { parseRfc3339 } from '../../encoding/rfc3339.ts';
import type { Bytes, Sha256 } from '../../model/bytes.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';

export type TufKind = 'root' | 'timestamp' | 'snapshot' | 'targets';
/** What the library makes of the same document: it is asked for its own count of signatures. */
export type TufModel = Pick<Metadata<never>, 'verifyDelegate'>;

/** One metadata file, read and not yet verified. */
export interface TufFile {
  readonly kind: TufKind;
  readonly name: string;
  readonly version: number;
  readonly expires: Instant;
  readonly bytes: Bytes;
  readonly sha256: Sha256;
  readonly signed: JsonObject;
  /** Key id → signature, hexadecimal; empty ones, which stand for a signature that was never made, are left out. */
  readonly signatures: ReadonlyMap<string, string>;
  readonly model: TufModel;
}

export interface TufRole {
  readonly name: string;
  readonly keyids: readonly string[];
  readonly threshold: number;
}

export interface TufRoot extends TufFile {
  readonly keys: ReadonlyMap<string, JsonObject>;
  readonly roles: ReadonlyMap<string, TufRole>;
  readonly consistentSnapshot: boolean;
}

/** What one role says of the file of another. */
export interface TufMeta {
  readonly version: number;
  readonly length: number | null;
  readonly hashes: ReadonlyMap<string, string>;
}

export interface TufTimestamp extends TufFile {
  readonly snapshot: TufMeta;
}

export interface TufSnapshot extends TufFile {
  readonly meta: ReadonlyMap<string, TufMeta>;
}

export interface TufTarget {
  readonly path: string;
  readonly length: number;
  readonly hashes: ReadonlyMap<string, string>;
}

export interface TufDelegation extends TufRole {
  readonly terminating: boolean;
  readonly paths: readonly string[] | null;
  readonly pathHashPrefixes: readonly string[] | null;
  /** One of the bins of `succinct_roles`: targets whose digest begins with these bits. */
  readonly bin?: { readonly bits: number; readonly index: number };
}

export interface TufTargets extends TufFile {
  readonly targets: ReadonlyMap<string, TufTarget>;
  readonly keys: ReadonlyMap<string, JsonObject>;
  readonly delegations: readonly TufDelegation[];
}

const TOP_LEVEL = ['root', 'timestamp', 'snapshot', 'targets'] as const;
const SPEC_VERSION = /^1\.\d{1,4}(\.\d{1,4})?$/;
const HEX = /^(?:[0-9a-f]{2})*$/;
const KINDS: Readonly<Record<TufKind, MetadataKind>> = {
  root: MetadataKind.Root,
  timestamp: MetadataKind.Timestamp,
  snapshot: MetadataKind.Snapshot,
  targets: MetadataKind.Targets,
};

/** @throws Malformed `tuf-format` */
export function readTufRoot(bytes: Bytes, name: string): TufRoot {
  return read('root', bytes, name, (signed) => {
    const roles = requireObject(signed, 'roles', '/signed');
    return {
      keys: keysOf(signed, '/signed'),
      roles: new Map(TOP_LEVEL.map((role) => [role, roleOf(role, requireObject(roles, role, '/signed/roles'))])),
      consistentSnapshot: flag(signed, 'consistent_snapshot', '/signed'),
    };
  });
}

/** @throws Malformed `tuf-format` */
export function readTufTimestamp(bytes: Bytes, name: string): TufTimestamp {
  return read('timestamp', bytes, name, (signed) => {
    const meta = requireObject(signed, 'meta', '/signed');
    return { snapshot: metaOf(requireObject(meta, 'snapshot.json', '/signed/meta'), '/signed/meta/snapshot.json') };
  });
}

/** @throws Malformed `tuf-format` */
export function readTufSnapshot(bytes: Bytes, name: string): TufSnapshot {
  return read('snapshot', bytes, name, (signed) => {
    const entries = Object.entries(requireObject(signed, 'meta', '/signed'));
    bounded(entries.length, LIMITS.tufRoles + 2 ** LIMITS.tufBinBits, 'files');
    return {
      meta: new Map(
        entries.map(([file, value]) => {
          const at = pointerTo('/signed/meta', file);
          return [file, metaOf(asObject(value, at), at)];
        }),
      ),
    };
  });
}

/** @throws Malformed `tuf-format`, `tuf-role` */
export function readTufTargets(bytes: Bytes, name: string): TufTargets {
  return read('targets', bytes, name, (signed) => {
    const entries = Object.entries(requireObject(signed, 'targets', '/signed'));
    bounded(entries.length, LIMITS.tufTargets, 'targets');
    const targets = entries.map(([path, value]): [string, TufTarget] => {
      const at = pointerTo('/signed/targets', path);
      const { length, hashes } = lengthAndHashes(asObject(value, at), at);
      if (length === null || hashes.size === 0) throw new Malformed('json-shape', `no length or no hashes at ${at}`);
      return [path, { path, length, hashes }];
    });
    const delegations = optionalObject(signed, 'delegations', '/signed');
    const at = '/signed/delegations';
    if (delegations === undefined) return { targets: new Map(targets), keys: new Map(), delegations: [] };
    const bins = optionalObject(delegations, 'succinct_roles', at);
    if (bins !== undefined) {
      if (member(delegations, 'roles') !== undefined)
        throw new Malformed('json-shape', `${at} delegates to roles and to hash bins: one of them is wanted`);
      const all = binsOf(bins, `${at}/succinct_roles`);
      return { targets: new Map(targets), keys: keysOf(delegations, at), delegations: all };
    }
    const roles = requireArray(delegations, 'roles', at);
    bounded(roles.length, LIMITS.tufRoles, 'delegations');
    return {
      targets: new Map(targets),
      keys: keysOf(delegations, at),
      delegations: roles.map((one, i) => delegationOf(asObject(one, `${at}/roles/${i}`), `${at}/roles/${i}`)),
    };
  });
}

function read<T extends object>(
  kind: TufKind,
  bytes: Bytes,
  name: string,
  body: (signed: JsonObject) => T,
): TufFile & T {
  const result = attempt(() => {
    const document = asObject(parseJson(bytes), '');
    const signed = requireObject(document, 'signed', '');
    if (requireString(signed, '_type', '/signed') !== kind)
      throw new Malformed('json-shape', `/signed/_type is not ${kind}`);
    if (!SPEC_VERSION.test(requireString(signed, 'spec_version', '/signed')))
      throw new Malformed('json-shape', '/signed/spec_version is none of TUF 1');
    const version = positive(signed, 'version', '/signed');
    // §4.3 wants whole seconds of UTC; the first roots of Sigstore have fractions and offsets.
    const expires = parseRfc3339(requireString(signed, 'expires', '/signed')).time;
    const file = { kind, name, version, expires, bytes, sha256: sha256Hex(bytes), signed };
    return { ...file, signatures: signaturesOf(document), ...body(signed), model: modelOf(kind, document) };
  });
  if (result.ok) return result.value;
  const { reason, detail } = result.problem;
  throw new Malformed(reason === 'tuf-role' ? reason : 'tuf-format', `${name}: ${detail} (${reason})`);
}

function modelOf(kind: TufKind, document: JsonObject): TufModel {
  try {
    return (Metadata.fromJSON as (kind: MetadataKind, data: unknown) => TufModel)(KINDS[kind], document);
  } catch (error) {
    // Whatever the library has against a document that was already found to be of the right shape: it is not taken.
    throw new Malformed('json-shape', `@tufjs/models refuses it: ${(error as Error).message}`);
  }
}

function signaturesOf(document: JsonObject): ReadonlyMap<string, string> {
  const list = requireArray(document, 'signatures', '');
  bounded(list.length, LIMITS.tufKeys, 'signatures');
  const found = new Map<string, string>();
  const seen = new Set<string>();
  for (const [i, value] of list.entries()) {
    const at = `/signatures/${i}`;
    const one = asObject(value, at);
    const id = requireString(one, 'keyid', at);
    const sig = requireString(one, 'sig', at);
    if (seen.has(id)) throw new Malformed('json-shape', `a second signature of the same key id at ${at}`);
    seen.add(id);
    if (!HEX.test(sig)) throw new Malformed('hex-invalid', `${at}/sig`);
    if (sig !== '') found.set(id, sig);
  }
  return found;
}

function keysOf(owner: JsonObject, at: string): ReadonlyMap<string, JsonObject> {
  const entries = Object.entries(requireObject(owner, 'keys', at));
  bounded(entries.length, LIMITS.tufKeys, 'keys');
  return new Map(entries.map(([id, value]) => [id, asObject(value, pointerTo(`${at}/keys`, id))]));
}

function roleOf(name: string, role: JsonObject, at = `/signed/roles/${name}`): TufRole {
  const keyids = requireArray(role, 'keyids', at).map((id, i) => asString(id, `${at}/keyids/${i}`));
  bounded(keyids.length, LIMITS.tufKeys, 'key ids');
  if (new Set(keyids).size !== keyids.length)
    throw new Malformed('json-shape', `a key id stands twice at ${at}/keyids`);
  return { name, keyids, threshold: positive(role, 'threshold', at) };
}

/** A name becomes the name of a file: one that could lead anywhere else is refused (CVE-2021-41131 and others of its kind). */
export function refuseRoleName(name: string): void {
  const odd = name.length > LIMITS.tufNameCharacters || name.startsWith('.') || !/^[\w.@+ -]+$/.test(name);
  if (odd || (TOP_LEVEL as readonly string[]).includes(name))
    throw new Malformed('tuf-role', `a delegated role is named ${JSON.stringify(name.slice(0, 80))}`);
}

function delegationOf(role: JsonObject, at: string): TufDelegation {
  const name = requireString(role, 'name', at);
  refuseRoleName(name);
  const texts = (key: string): readonly string[] | null => {
    const list = optionalArray(role, key, at);
    if (list === undefined) return null;
    bounded(list.length, LIMITS.tufTargets, key);
    return list.map((one, i) => asString(one, `${at}/${key}/${i}`));
  };
  const paths = texts('paths');
  const pathHashPrefixes = texts('path_hash_prefixes');
  if ((paths === null) === (pathHashPrefixes === null))
    throw new Malformed('json-shape', `one of paths and path_hash_prefixes is wanted at ${at}`);
  return { ...roleOf(name, role, at), terminating: flag(role, 'terminating', at), paths, pathHashPrefixes };
}

/** TUF 1.0 §4.5 (TAP 15): as many roles as there are heads of so many bits, under one set of keys, each of them terminating. */
function binsOf(role: JsonObject, at: string): readonly TufDelegation[] {
  const bits = positive(role, 'bit_length', at);
  if (bits > LIMITS.tufBinBits)
    throw new Malformed('limit-exceeded', `${at}: 2^${bits} hash bins, and at most 2^${LIMITS.tufBinBits} are walked`);
  const prefix = requireString(role, 'name_prefix', at);
  const digits = (2 ** bits - 1).toString(16).length;
  const common = roleOf(prefix, role, at);
  return Array.from({ length: 2 ** bits }, (_, index) => {
    const name = `${prefix}-${index.toString(16).padStart(digits, '0')}`;
    refuseRoleName(name);
    return { ...common, name, terminating: true, paths: null, pathHashPrefixes: null, bin: { bits, index } };
  });
}

function metaOf(meta: JsonObject, at: string): TufMeta {
  return { version: positive(meta, 'version', at), ...lengthAndHashes(meta, at) };
}

function lengthAndHashes(meta: JsonObject, at: string): Pick<TufMeta, 'length' | 'hashes'> {
  const length = member(meta, 'length');
  const read = length === undefined ? null : asInteger(length, `${at}/length`);
  if (read !== null && read < 0) throw new Malformed('json-shape', `a negative length at ${at}`);
  const hashes = optionalObject(meta, 'hashes', at) ?? {};
  const entries = Object.entries(hashes).map(([name, value]: [string, JsonValue]): [string, string] => {
    const text = asString(value, `${at}/hashes/${name}`);
    if (!HEX.test(text) || text === '') throw new Malformed('hex-invalid', `${at}/hashes/${name}`);
    return [name, text];
  });
  bounded(entries.length, LIMITS.tufHashes, 'hashes');
  return { length: read, hashes: new Map(entries) };
}

/** attacks B02: neither zero, nor a fraction, nor a text. */
function positive(owner: JsonObject, name: string, at: string): number {
  const value = member(owner, name);
  const read = value === undefined ? 0 : asInteger(value, `${at}/${name}`);
  if (read < 1) throw new Malformed('json-shape', `${at}/${name} is no whole number above zero`);
  return read;
}

function flag(owner: JsonObject, name: string, at: string): boolean {
  return asBoolean(member(owner, name) ?? null, `${at}/${name}`);
}

function bounded(count: number, most: number, what: string): void {
  if (count > most) throw new Malformed('limit-exceeded', `more than ${most} ${what}`);
}
