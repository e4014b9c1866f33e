// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../../crypto/digest.ts';
import { parseJson } from '../../encoding/json.ts';
import {
  asInteger,
  asObject,
  member,
  optionalString,
  requireArray,
  requireString,
  unknownMembers,
} from '../../encoding/json-fields.ts';
import { LIMITS } from '../../encoding/limits.ts';
import { parseRfc3339 } from '../../encoding/rfc3339.ts';
import type { Bytes, Sha256 } from '../../model/bytes.ts';
import type { Instant } from '../../model/instant.ts';
import type { JsonObject } from '../../model/json.ts';
import { attempt, Malformed } from '../../model/malformed.ts';

export const REVOCATION_LIST_FORMAT = 'forensic-verify/revocation-list@v1';

/** Words of the list; the first two say that somebody else may hold the key. */
export const REVOCATION_WORDS = ['key-compromise', 'unspecified', 'superseded', 'cessation'] as const;
export type RevocationWord = (typeof REVOCATION_WORDS)[number];

export interface RevocationEntry {
  readonly kind: 'certificate' | 'key';
  /** Of the certificate's DER, or of the key's SubjectPublicKeyInfo. */
  readonly sha256: Sha256;
  /** From when on nothing counts; null: from the beginning. */
  readonly since: Instant | null;
  readonly reason: RevocationWord;
  readonly note: string | null;
}

/** Who may no longer be relied on, and since when: docs/spec/revocation-list-v1.md. */
export interface RevocationList {
  readonly name: string;
  readonly sha256: Sha256;
  readonly issuer: string;
  readonly sequence: number;
  readonly issuedAt: Instant;
  readonly nextUpdate: Instant | null;
  readonly entries: readonly RevocationEntry[];
}

const MEMBERS = ['format', 'issuer', 'sequence', 'issuedAt', 'nextUpdate', 'revoked'];
const ENTRY_MEMBERS = ['kind', 'sha256', 'since', 'reason', 'note'];
const SHA256 = /^[0-9a-f]{64}$/;

/** A member that is not of the format refuses the list: it might say that something is revoked. @throws Malformed `revocation-list-format` */
export function parseRevocationList(bytes: Bytes, name: string): RevocationList {
  const result = attempt(() => {
    const list = asObject(parseJson(bytes), '');
    known(list, MEMBERS, '');
    if (requireString(list, 'format', '') !== REVOCATION_LIST_FORMAT)
      throw new Malformed('json-shape', `/format is not ${REVOCATION_LIST_FORMAT}`);
    const sequence = asInteger(member(list, 'sequence') ?? null, '/sequence');
    if (sequence < 1) throw new Malformed('json-shape', '/sequence begins with 1');
    const rows = requireArray(list, 'revoked', '');
    if (rows.length > LIMITS.revocations)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.revocations} entries`);
    const entries = rows.map((row, i) => entryOf(asObject(row, `/revoked/${i}`), `/revoked/${i}`));
    const ids = entries.map(({ kind, sha256 }) => `${kind} ${sha256}`);
    const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
    if (twice !== -1) throw new Malformed('json-shape', `/revoked/${twice} speaks of what an earlier entry speaks of`);
    return {
      name,
      sha256: sha256Hex(bytes),
      issuer: requireString(list, 'issuer', ''),
      sequence,
      issuedAt: timeOf(list, 'issuedAt', '')!,
      nextUpdate: timeOf(list, 'nextUpdate', '', true),
      entries,
    };
  });
  if (result.ok) return result.value;
  throw new Malformed('revocation-list-format', `${name}: ${result.problem.detail} (${result.problem.reason})`);
}

function entryOf(row: JsonObject, at: string): RevocationEntry {
  known(row, ENTRY_MEMBERS, at);
  const kind = requireString(row, 'kind', at);
  if (kind !== 'certificate' && kind !== 'key')
    throw new Malformed('json-shape', `${at}/kind is neither certificate nor key`);
  const sha256 = requireString(row, 'sha256', at);
  if (!SHA256.test(sha256)) throw new Malformed('json-shape', `${at}/sha256 has not 64 hexadecimal digits`);
  const reason = requireString(row, 'reason', at) as RevocationWord;
  if (!REVOCATION_WORDS.includes(reason))
    throw new Malformed('json-shape', `${at}/reason is none of ${REVOCATION_WORDS.join(', ')}`);
  // An instant that was forgotten is not "from the beginning": that is written as null.
  if (!Object.hasOwn(row, 'since')) throw new Malformed('json-shape', `${at}/since is missing: an instant, or null`);
  return {
    kind,
    sha256: sha256 as Sha256,
    since: timeOf(row, 'since', at, true),
    reason,
    note: optionalString(row, 'note', at) ?? null,
  };
}

function timeOf(owner: JsonObject, name: string, at: string, optional = false): Instant | null {
  if (optional && member(owner, name) === undefined) return null;
  const parsed = attempt(() => parseRfc3339(requireString(owner, name, at)).time);
  if (parsed.ok) return parsed.value;
  throw new Malformed('json-shape', `${at}/${name}: ${parsed.problem.detail}`);
}

function known(object: JsonObject, names: readonly string[], at: string): void {
  const [extra] = unknownMembers(object, names);
  if (extra !== undefined) throw new Malformed('json-shape', `${at}/${extra} is no member of the format`);
}
