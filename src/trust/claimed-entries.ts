// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { parseJson } from '../encoding/json.ts';
import { isObject, member } from '../encoding/json-fields.ts';
import { parseRfc3339 } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import { instantFromNanoseconds } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt } from '../model/malformed.ts';
import type { TrustEntry } from './entries.ts';

/** What stands in the statements of next keys: of one file, or of all rows of a signing ring. Nothing of it is verified here. */
export function ofNextKeys(file: JsonObject): TrustEntry[] {
  const rows = member(file, 'keys');
  if (!Array.isArray(rows)) return ofStatement(file);
  return rows.flatMap((row) => {
    if (!isObject(row)) return [];
    const statement = member(row, 'introducedBy');
    if (isObject(statement)) return ofStatement(statement);
    const facts = { key: keyOf(member(row, 'publicKey')), previous: 'none: nobody introduces it' };
    return [{ id: `next key ${facts.key}`, what: `key ${textOf(row, 'id')} of the ring`, ...windowIn(row), facts }];
  });
}

function ofStatement(envelope: JsonObject): TrustEntry[] {
  const payload = attempt(() => parseJson(decodeBase64(textOf(envelope, 'payload'))));
  const predicate = payload.ok && isObject(payload.value) ? member(payload.value, 'predicate') : undefined;
  if (!isObject(predicate)) return [];
  const key = keyOf(member(predicate, 'publicKey'));
  const facts = { key, previous: `sha256:${textOf(predicate, 'previous')}`, issuedAt: textOf(predicate, 'issuedAt') };
  const subjects = payload.ok && isObject(payload.value) ? member(payload.value, 'subject') : undefined;
  const [subject] = Array.isArray(subjects) ? subjects : [];
  const name = isObject(subject) ? textOf(subject, 'name') : '';
  return [{ id: `next key ${key}`, what: `next key ${name}`, ...windowIn(predicate), facts }];
}

function keyOf(value: JsonValue | undefined): string {
  const spki = attempt(() => decodeBase64(typeof value === 'string' ? value : ''));
  return spki.ok && spki.value.length > 0 ? `sha256:${sha256Hex(spki.value)}` : 'none that can be read';
}

/** The end is exclusive there, and inclusive in every window here. */
function windowIn(owner: JsonObject): Pick<TrustEntry, 'from' | 'to'> {
  const to = timeIn(owner, 'validUntil');
  return { from: timeIn(owner, 'validFrom'), to: to === null ? null : instantFromNanoseconds(to - 1n) };
}

/** Where a signer is to turn: every service, with the window that it is to be used in. */
export function ofSigningConfig(config: JsonObject): TrustEntry[] {
  return Object.entries(config).flatMap(([name, value]): TrustEntry[] => {
    if (name === 'mediaType') return [];
    if (isObject(value)) {
      const facts = Object.entries(value).flatMap(([key, one]) => (isPlain(one) ? [[key, String(one)] as const] : []));
      return [{ id: name, what: name, from: null, to: null, facts: Object.fromEntries(facts) }];
    }
    return (Array.isArray(value) ? value : [value]).flatMap((one) => ofService(name, one));
  });
}

function ofService(name: string, value: JsonValue): TrustEntry[] {
  if (typeof value === 'string')
    return [{ id: `${name} ${value}`, what: `${name} ${value}`, from: null, to: null, facts: {} }];
  if (!isObject(value)) return [];
  const url = textOf(value, 'url');
  const window = member(value, 'validFor');
  const range = isObject(window) ? window : {};
  const version = member(value, 'majorApiVersion');
  const operator = textOf(value, 'operator');
  return [
    {
      id: `${name} ${url}`,
      what: `${name} ${url}`,
      ...{ from: timeIn(range, 'start'), to: timeIn(range, 'end') },
      facts: {
        ...(isPlain(version) ? { majorApiVersion: String(version) } : {}),
        ...(operator === '' ? {} : { operator }),
      },
    },
  ];
}

function isPlain(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function textOf(owner: JsonObject, name: string): string {
  const value = member(owner, name);
  return typeof value === 'string' ? value : '';
}

function timeIn(owner: JsonObject, name: string): Instant | null {
  const read = attempt(() => parseRfc3339(textOf(owner, name)).time);
  return read.ok ? read.value : null;
}
