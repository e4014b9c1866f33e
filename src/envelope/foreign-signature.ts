// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

/** First octets of an OpenPGP signature packet: old form with its three lengths, new form (RFC 9580 §4.2). */
const OPENPGP_PACKETS: readonly number[] = [0x88, 0x89, 0x8a, 0xc2];

const ARMOUR: readonly (readonly [string, string])[] = [
  ['-----BEGIN PGP', 'an OpenPGP signature'],
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
  return OPENPGP_PACKETS.includes(head[0] ?? 0) ? 'an OpenPGP signature' : null;
}
