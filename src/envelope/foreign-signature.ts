// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

/** First octet of an OpenPGP signature packet → octets of its length: old form with three, and new form (RFC 9580 §4.2). */
const OPENPGP_PACKETS: ReadonlyMap<number, number> = new Map([
  [0x88, 1],
  [0x89, 2],
  [0x8a, 4],
  [0xc2, 1],
]);

const ARMOUR: readonly (readonly [string, string])[] = [
  ['-----BEGIN PGP SIGN', 'an OpenPGP signature'],
  ['-----BEGIN SSH SIGNATURE', 'an SSH signature'],
  ['untrusted comment:', 'a minisign or signify signature'],
  ['-----BEGIN PKCS7', 'a CMS signature'],
  ['-----BEGIN CMS', 'a CMS signature'],
];

/** What kind of detached signature it is that this tool does not verify, by its first octets; null for every other file. */
export function foreignSignature(head: Bytes): string | null {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 64));
  const row = ARMOUR.find(([mark]) => text.startsWith(mark));
  if (row !== undefined) return row[1];
  return isOpenPgp(head) ? 'an OpenPGP signature' : null;
}

/** The version of the packet is 3 to 6: one in 64 raw RSA signatures of its first octet looks alike, and is told, never passed. */
function isOpenPgp(head: Bytes): boolean {
  const octets = OPENPGP_PACKETS.get(head[0] ?? 0);
  if (octets === undefined) return false;
  const long = head[0] === 0xc2 && (head[1] ?? 0) >= 192 ? 2 : octets;
  const version = head[1 + long] ?? 0;
  return version >= 3 && version <= 6;
}
