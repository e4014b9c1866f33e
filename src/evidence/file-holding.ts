// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { passed } from '../model/check.ts';
import type { Holding, Member, Origin } from '../model/holding.ts';
import type { Parsed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { Input } from './input.ts';

/** One file that was read already: its only member is itself. */
export function holdFile(input: Input, origin: Origin = 'named'): Holding {
  const { name, size, bytes, digests } = input;
  const head = bytes === null ? new Uint8Array(0) : bytes.slice(0, LIMITS.memberHead);
  const member: Member = { path: '', size, digests, head };
  return {
    name,
    container: 'file',
    origin,
    members: [member],
    others: [],
    checks: [passed('input.read', { evidence: name, pointer: '' })],
    findings: [],
    document: (_member, limit = LIMITS.documentBytes) => held(name, size, bytes, limit),
    digests: (_member, algorithms) => ({ ok: true, value: allDigests(digests, bytes, algorithms) }),
    close: () => {},
  };
}

function held(name: string, size: number, bytes: Bytes | null, limit: number): Parsed<Bytes> {
  if (bytes !== null && size <= limit) return { ok: true, value: bytes };
  return { ok: false, problem: { reason: 'limit-exceeded', detail: `${name} has ${size} bytes, more than ${limit}` } };
}

function allDigests(
  known: ReadonlyMap<HashName, string>,
  bytes: Bytes | null,
  algorithms: readonly HashName[],
): ReadonlyMap<HashName, string> {
  const all = new Map(known);
  // A file too large to hold was digested by every algorithm while it was read.
  if (bytes !== null) for (const name of algorithms) if (!all.has(name)) all.set(name, digestHex(name, bytes));
  return all;
}
