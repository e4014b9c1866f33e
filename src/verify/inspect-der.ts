// SPDX-License-Identifier: Apache-2.0
import { childrenOf, type DerNode, readDer, TAG } from '../encoding/der.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { certificatePart } from './inspect-certificate.ts';
import { keyPart } from './inspect-key.ts';
import { type Part, part } from './inspect-model.ts';
import { timestampPart } from './inspect-timestamp.ts';

export type DerShape = 'certificate' | 'timestamp' | 'public-key' | 'signature' | 'other';

/** r and s of P-521 have this many octets at most; a modulus has more. */
const SIGNATURE_OCTETS = 67;

/**
 * What a DER file is by the tags of its first members: a certificate is (SEQUENCE, SEQUENCE, BIT STRING), a key (SEQUENCE, BIT
 * STRING) or two INTEGERs, an ECDSA signature two short ones, a token begins with an identifier, a response with its status.
 * Null where it is no DER sequence.
 */
export function derShape(bytes: Bytes): DerShape | null {
  const node = attempt(() => readDer(bytes));
  if (!node.ok || node.value.tag !== TAG.sequence) return null;
  const members = childrenOf(node.value);
  const [first, second, third] = members.map(({ tag }) => tag);
  if (first === TAG.sequence && second === TAG.sequence && third === TAG.bitString) return 'certificate';
  if (first === TAG.sequence && second === TAG.bitString) return 'public-key';
  if (first === TAG.integer && second === TAG.integer && members.length === 2) {
    return members.every((one) => one.end - one.contentStart <= SIGNATURE_OCTETS) ? 'signature' : 'public-key';
  }
  if (first === TAG.oid || (first === TAG.sequence && isStatus(members[0]!))) return 'timestamp';
  return 'other';
}

/** PKIStatusInfo (RFC 3161 §2.4.2) begins with an INTEGER. */
function isStatus(node: DerNode): boolean {
  return childrenOf(node)[0]?.tag === TAG.integer;
}

export function derParts(bytes: Bytes, shape: DerShape): Part[] {
  if (shape === 'certificate') return [certificatePart('certificate', '', bytes)];
  if (shape === 'timestamp') return [timestampPart('RFC 3161 timestamp', '', bytes)];
  if (shape === 'public-key') return [keyPart(bytes)];
  const members = childrenOf(readDer(bytes));
  if (shape === 'signature') {
    const [r, s] = members.map((one) => `${one.end - one.contentStart} bytes`);
    return [part('ECDSA signature (DER)', { r: r ?? '', s: s ?? '' })];
  }
  return [part('DER sequence of no kind that is known here', { members: members.length })];
}
