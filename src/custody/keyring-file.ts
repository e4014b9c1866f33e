// SPDX-License-Identifier: Apache-2.0
import { defaultScheme } from '../crypto/algorithms.ts';
import { importSpki } from '../crypto/public-key.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  asString,
  optionalArray,
  optionalInteger,
  optionalString,
  pointerTo,
  requireBase64,
  requireString,
  unknownMembers,
} from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import { parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { Malformed } from '../model/malformed.ts';
import { ROLES, type Role } from './event-types.ts';
import type { GivenKey } from './key-ring.ts';

export const KEYRING_FORMAT = 'forensic-verify/custody-keyring@v1';

/** Whom the examiner believes (custody timeline v1, section 5). */
export interface CustodyKeyring {
  readonly keys: readonly GivenKey[];
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  readonly quorum: number;
}

/** @throws Malformed `json-…`, `key-…`, `time-invalid`: for the examiner's own file that is exit 64 */
export function readCustodyKeyring(bytes: Bytes): CustodyKeyring {
  const file = asObject(parseJson(bytes), '');
  if (optionalString(file, 'format', '') !== KEYRING_FORMAT)
    throw new Malformed('json-shape', `the format at /format is not ${KEYRING_FORMAT}`);
  requireKnown(file, ['format', 'keys', 'logs', 'witnesses', 'quorum'], '');
  const rows = <T>(name: string, read: (row: JsonObject, pointer: string) => T): T[] => {
    const values = optionalArray(file, name, '') ?? [];
    if (values.length > LIMITS.custodyKeys)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.custodyKeys} ${name}`);
    return values.map((value, i) => read(asObject(value, pointerTo(`/${name}`, i)), pointerTo(`/${name}`, i)));
  };
  const logs = rows('logs', (row, pointer) => {
    requireKnown(row, ['origin', 'key'], pointer);
    const key = parseVerifierKey(requireString(row, 'key', pointer));
    if (key.name !== requireString(row, 'origin', pointer))
      throw new Malformed('key-format', `the key at ${pointer} is named ${key.name}`);
    return key;
  });
  const witnesses = (optionalArray(file, 'witnesses', '') ?? []).map((value, i) =>
    parseVerifierKey(asString(value, pointerTo('/witnesses', i))),
  );
  const keys = rows('keys', readKey);
  requireOnce(
    'keys',
    'key',
    keys.map(({ key }) => key.fingerprint),
  );
  requireOnce(
    'logs',
    'origin',
    logs.map(({ name }) => name),
  );
  requireOnce(
    'witnesses',
    'key',
    witnesses.map(({ key }) => key.fingerprint),
  );
  const quorum = optionalInteger(file, 'quorum', '') ?? 0;
  if (quorum < 0 || quorum > LIMITS.custodyKeys)
    throw new Malformed('json-shape', `the quorum at /quorum is a number from 0 to ${LIMITS.custodyKeys}`);
  return { keys, logs, witnesses, quorum };
}

/** Of two rows about one key only one would count, and nobody could tell which. */
function requireOnce(list: string, what: string, names: readonly string[]): void {
  const first = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    const before = first.get(name);
    if (before !== undefined)
      throw new Malformed(
        'json-shape',
        `/${list}/${before} and /${list}/${i} are of one ${what}: ${escapeText(name, 100)}`,
      );
    first.set(name, i);
  }
}

function readKey(row: JsonObject, pointer: string): GivenKey {
  requireKnown(row, ['id', 'publicKey', 'roles', 'validFrom', 'validUntil', 'compromisedSince'], pointer);
  const key = importSpki(requireBase64(row, 'publicKey', pointer));
  if (key.weakness !== null) throw new Malformed('key-weak', `the key at ${pointer}: ${key.weakness}`);
  const roles = optionalArray(row, 'roles', pointer)?.map((value, i) => roleOf(asString(value, pointerTo(pointer, i))));
  const time = (name: string): Instant | undefined => {
    const text = optionalString(row, name, pointer);
    return text === undefined ? undefined : parseRfc3339(text).time;
  };
  const [validFrom, validUntil, compromisedSince] = [time('validFrom'), time('validUntil'), time('compromisedSince')];
  return {
    id: requireString(row, 'id', pointer),
    key,
    scheme: defaultScheme(key, null),
    ...(roles === undefined ? {} : { roles }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(compromisedSince === undefined ? {} : { compromisedSince }),
  };
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text);
  if (role === undefined)
    throw new Malformed('json-shape', 'a role is custodian, examiner, investigator, authority or system');
  return role;
}

/** A misspelt member of the examiner's own file would take a restriction away without a word, and so would one that is null. */
function requireKnown(object: JsonObject, known: readonly string[], pointer: string): void {
  const empty = known.find((name) => Object.hasOwn(object, name) && object[name] === null);
  if (empty !== undefined)
    throw new Malformed(
      'json-shape',
      `the member at ${pointerTo(pointer, empty)} is null: leave it out, or say what it is`,
    );
  const [unknown] = unknownMembers(object, known);
  if (unknown !== undefined)
    throw new Malformed('json-shape', `no member of this name is known at ${pointerTo(pointer, unknown)}`);
}
