// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { prepareName } from './name.ts';

const COMMON_NAME = '2.5.4.3';
const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

/** Short names of RFC 4514 §3, and of those that certificates use besides. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  [COMMON_NAME, 'CN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  [EMAIL_ADDRESS, 'emailAddress'],
]);

/** For messages and reports: `CN=…,O=…`, the most specific first. Hostile text: it is escaped where it is printed. */
export function nameText(name: Bytes): string {
  const parts = prepareName(name).attributes.map(({ oid, text }) => `${SHORT_NAMES.get(oid) ?? oid}=${text ?? '…'}`);
  return parts.length === 0 ? 'an empty name' : parts.reverse().join(',');
}

/** The texts of all commonName attributes, in order. */
export function commonNames(name: Bytes): string[] {
  return textsOf(name, COMMON_NAME);
}

/** The texts of all emailAddress attributes (RFC 5280 §4.1.2.6); null for one that cannot be read. */
export function emailAddresses(name: Bytes): (string | null)[] {
  return prepareName(name)
    .attributes.filter(({ oid }) => oid === EMAIL_ADDRESS)
    .map(({ text }) => text);
}

function textsOf(name: Bytes, wanted: string): string[] {
  return prepareName(name).attributes.flatMap(({ oid, text }) => (oid === wanted && text !== null ? [text] : []));
}
