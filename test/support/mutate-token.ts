// SPDX-License-Identifier: Apache-2.0
/** A small reader of DER and of timestamp tokens for the oracle: which octets of a token its signature covers. */

export interface Tlv {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** One TLV at an offset, or null where none fits. */
export function tlvAt(bytes: Uint8Array, start: number, limit = bytes.length): Tlv | null {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined) return null;
  let length = first;
  let contentStart = start + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return null;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[contentStart++] ?? 0);
  }
  const end = contentStart + length;
  return end > limit ? null : { tag, start, contentStart, end };
}

export function childrenAt(bytes: Uint8Array, parent: Tlv | null | undefined): Tlv[] {
  const children: Tlv[] = [];
  if (parent == null) return children;
  for (let at = parent.contentStart; at < parent.end; ) {
    const child = tlvAt(bytes, at, parent.end);
    if (child === null) return children;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** The parts of an RFC 3161 token that decide what it proves, by name; null where it cannot be read so far. */
export function tokenParts(bytes: Uint8Array): Readonly<Record<string, Tlv>> | null {
  const top = tlvAt(bytes, 0);
  const head = childrenAt(bytes, top);
  const contentInfo = head[0]?.tag === 0x30 ? head[1] : top;
  const [, wrapped] = childrenAt(bytes, contentInfo);
  const fields = childrenAt(bytes, childrenAt(bytes, wrapped)[0]);
  const [, , encapsulated] = fields;
  const [, eContent] = childrenAt(bytes, encapsulated);
  const tstInfo = childrenAt(bytes, eContent)[0];
  const signerInfo = childrenAt(bytes, fields.at(-1))[0];
  const signer = childrenAt(bytes, signerInfo);
  const [, sid, digestAlgorithm, signedAttributes, signatureAlgorithm, signature] = signer;
  if (tstInfo === undefined || sid === undefined || digestAlgorithm === undefined || signedAttributes?.tag !== 0xa0)
    return null;
  if (signatureAlgorithm === undefined || signature?.tag !== 0x04) return null;
  return { tstInfo, sid, digestAlgorithm, signedAttributes, signatureAlgorithm, signature };
}

/**
 * What no signature of a token covers: its bag of certificates and revocation lists, its unsigned attributes, and the last bit of
 * the status of the response around it (0 and 1 both grant).
 */
export function isUncovered(bytes: Uint8Array, bit: number): boolean {
  const top = tlvAt(bytes, 0);
  const head = childrenAt(bytes, top);
  const isResponse = head[0]?.tag === 0x30;
  const status = isResponse ? childrenAt(bytes, head[0])[0] : undefined;
  if (status !== undefined && bit === status.contentStart * 8) return true;
  const contentInfo = isResponse ? head[1] : top;
  const fields = childrenAt(bytes, childrenAt(bytes, childrenAt(bytes, contentInfo)[1])[0]);
  const signer = childrenAt(bytes, childrenAt(bytes, fields.at(-1))[0]);
  const free = [
    ...fields.slice(3).filter(({ tag }) => tag === 0xa0 || tag === 0xa1),
    ...signer.slice(4).filter(({ tag }) => tag === 0xa1),
  ];
  return free.some(({ start, end }) => bit >> 3 >= start && bit >> 3 < end);
}

/** What a token states and how it is signed; the token itself where it cannot be read. Hexadecimal. */
export function tokenMeaning(token: string): string {
  const bytes = new Uint8Array(Buffer.from(token, 'hex'));
  const parts = tokenParts(bytes);
  if (parts === null) return token;
  const { tstInfo, signedAttributes, signature } = parts;
  return [tstInfo, signedAttributes, signature]
    .map((part) => Buffer.from(bytes.subarray(part!.contentStart, part!.end)).toString('hex'))
    .join(' ');
}
