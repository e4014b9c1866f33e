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
  const kept = [source.subarray(list.contentStart, removed.start), source.subarray(removed.end, list.end)];
  // Extensions is never empty (RFC 5280 §4.1.2.9): without any, the field is absent.
  const isEmpty = kept.every((part) => part.length === 0);
  const newField = isEmpty ? [] : wrapped(field.tag, wrapped(list.tag, kept));
  const before = source.subarray(layout.tbs.contentStart, field.start);
  return joined(wrapped(layout.tbs.tag, [before, ...newField]));
}

function wrapped(tag: number, parts: readonly Bytes[]): Bytes[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [header(tag, length), ...parts];
}

/** Identifier octet and minimal definite length (X.690 §8.1.3, §10.1). */
function header(tag: number, length: number): Bytes {
  if (length < 0x80) return Uint8Array.of(tag, length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(tag, 0x80 | octets.length, ...octets);
}

/** The parts in one piece. */
export function joined(parts: readonly Bytes[]): Bytes {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    result.set(part, position);
    position += part.length;
  }
  return result;
}
