// SPDX-License-Identifier: Apache-2.0
import { digest } from '../../crypto/digest.ts';
import { encodeBase64 } from '../../encoding/base64.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { equalBytes } from '../../model/bytes.ts';
import type { BindContext } from './bind.ts';
import type { Dsse, NamedDigest } from './compare.ts';

/** The members of the signature object, in the orders in which known clients wrote them; most common first. */
const SIGNATURE_FORMS = [
  ['publicKey', 'sig'],
  ['sig'],
  ['keyid', 'publicKey', 'sig'],
  ['keyid', 'sig'],
  ['sig', 'keyid'],
  ['keyid', 'sig', 'cert'],
  ['sig', 'keyid', 'cert'],
  ['sig', 'cert'],
] as const;
const ENVELOPE_FORMS = [
  ['payload', 'payloadType', 'signatures'],
  ['payloadType', 'payload', 'signatures'],
] as const;
const ENDS = ['', '\n'] as const;

/** All spellings, by number. */
const SPELLINGS = SIGNATURE_FORMS.flatMap((members) =>
  ENVELOPE_FORMS.flatMap((order) => ENDS.map((end) => ({ members, order, end }))),
);

/** The spelling that fitted last: entries of one batch mostly come from one client. It is tried first, and decides nothing. */
let likely = 0;

/**
 * Whether a digest is that of the envelope as its client submitted it: of the stored bytes where they are known, else of one
 * of the compact spellings that the known clients write. Each of them holds payload, type and signature, so a match binds all.
 */
export function isSpellingOf(hash: NamedDigest, dsse: Dsse, context: BindContext, pem: string): boolean {
  const matches = (bytes: Uint8Array): boolean => equalBytes(digest(hash.algorithm, bytes), hash.value);
  if (dsse.stored !== null && matches(dsse.stored)) return true;
  const verifier = quoted(pem);
  const signature = {
    sig: `"${encodeBase64(context.sig)}"`,
    keyid: quoted(context.keyHint ?? ''),
    publicKey: verifier,
    cert: verifier,
  };
  const payload = `"${encodeBase64(dsse.payload)}"`;
  const payloadType = quoted(dsse.payloadType);
  const fits = (number: number): boolean => {
    const { members, order, end } = SPELLINGS[number]!;
    const fields = members.map((member) => `"${member}":${signature[member]}`);
    const texts = { payload, payloadType, signatures: `[{${fields.join(',')}}]` };
    return matches(encodeUtf8(`{${order.map((member) => `"${member}":${texts[member]}`).join(',')}}${end}`));
  };
  if (fits(likely)) return true;
  for (let number = 0; number < SPELLINGS.length; number++) {
    if (number === likely || !fits(number)) continue;
    likely = number;
    return true;
  }
  return false;
}

const GO_ESCAPED = /[<>&\u2028\u2029]/g;

/** A JSON string as Go's encoder writes it; for all that occurs here but `<`, `>` and `&`, others write the same. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(GO_ESCAPED, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
