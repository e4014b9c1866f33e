// SPDX-License-Identifier: Apache-2.0
import { DerSequence } from '../encoding/der.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Certificate } from './certificate.ts';
import { OID } from './extensions.ts';

/**
 * The TBSCertificate that a log has signed: this one without its SCT list (RFC 6962 §3.2). Every other byte is the
 * certificate's own; only the lengths of what held the extension are written anew.
 *
 * @returns null where there is no SCT list
 */
export function precertificateTbs({ extensions, layout }: Certificate): Bytes | null {
  const removed = extensions.get(OID.sctList)?.node;
  const field = layout.extensions;
  if (removed === undefined || field === null) return null;
  const { source } = removed;
  const list = new DerSequence(field, 'extensions', field.tag).next('the list');
  const kept = removed.start - list.contentStart + (list.end - removed.end);
  // Extensions is never empty (RFC 5280 §4.1.2.9): without any, the field is absent.
  const fieldContent = kept === 0 ? 0 : headerOctets(kept) + kept;
  const fieldOctets = kept === 0 ? 0 : headerOctets(fieldContent) + fieldContent;
  const before = source.subarray(layout.tbs.contentStart, field.start);
  const content = before.length + fieldOctets;
  const tbs = new Uint8Array(headerOctets(content) + content);
  let position = writeHeader(tbs, 0, layout.tbs.tag, content);
  tbs.set(before, position);
  if (kept === 0) return tbs;
  position = writeHeader(tbs, position + before.length, field.tag, fieldContent);
  position = writeHeader(tbs, position, list.tag, kept);
  tbs.set(source.subarray(list.contentStart, removed.start), position);
  tbs.set(source.subarray(removed.end, list.end), position + removed.start - list.contentStart);
  return tbs;
}

/** Identifier octet and minimal definite length (X.690 §8.1.3, §10.1); a certificate is far shorter than 2^24. */
function headerOctets(length: number): number {
  return length < 0x80 ? 2 : length < 0x100 ? 3 : length < 0x10000 ? 4 : 5;
}

/** @returns the offset behind the header */
function writeHeader(out: Bytes, start: number, tag: number, length: number): number {
  const end = start + headerOctets(length);
  out[start] = tag;
  if (length < 0x80) out[start + 1] = length;
  else {
    out[start + 1] = 0x80 | (end - start - 2);
    for (let at = end - 1, rest = length; at > start + 1; at--, rest >>>= 8) out[at] = rest & 0xff;
  }
  return end;
}
