// SPDX-License-Identifier: Apache-2.0
import { decodeBase64Standard } from '../encoding/base64.ts';
import { LIMITS } from '../encoding/limits.ts';
import { pae } from '../envelope/pae.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

export const EVENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const HEAD = '{"payload":"';
/** Where the payload stands in each line. */
export const PAYLOAD_BEGINS = HEAD.length;
const MIDDLE = `","payloadType":"${EVENT_PAYLOAD_TYPE}","signatures":[`;
const SIGNATURE = /\{"keyid":"([0-9a-f]{64})","sig":"([A-Za-z0-9+/]+={0,2})"\}(,?)/y;
const END = ']}';

export interface LineSignature {
  /** Lowercase SHA-256 of the signer's SubjectPublicKeyInfo: which key to try, and no more. */
  readonly keyid: string;
  readonly sig: Bytes;
}

/** A line as it stands: nothing of it is verified. */
export interface ClaimedLine {
  readonly payload: Bytes;
  /** What each signature covers (DSSE v1.0 §PAE). */
  readonly signed: Bytes;
  readonly signatures: readonly LineSignature[];
}

const latin1 = new TextDecoder('latin1');

/**
 * Takes apart one line, without its LF. There is one spelling of what it says (custody timeline v1, section 1), so that no octet
 * of it can be changed without changing what it says.
 *
 * @throws Malformed `custody-line-format`, `base64-invalid`, `limit-exceeded`
 */
export function readLine(bytes: Bytes): ClaimedLine {
  if (bytes.length > LIMITS.custodyLine)
    throw new Malformed('limit-exceeded', `the line is longer than ${LIMITS.custodyLine} bytes`);
  const text = latin1.decode(bytes);
  const middle = text.indexOf('"', HEAD.length);
  if (!text.startsWith(HEAD) || middle === -1 || !text.startsWith(MIDDLE, middle) || !text.endsWith(END)) {
    throw malformed(
      text.endsWith('\r') ? 'it ends in CR: lines end in LF alone' : 'it is no envelope in the one spelling',
    );
  }
  const payload = decodeBase64Standard(text.slice(HEAD.length, middle));
  const signatures: LineSignature[] = [];
  let at = middle + MIDDLE.length;
  for (let more = true; more; ) {
    SIGNATURE.lastIndex = at;
    const match = SIGNATURE.exec(text);
    if (match === null) throw malformed('a signature is not written as keyid and sig');
    const [whole, keyid, sig, comma] = match as unknown as readonly [string, string, string, string];
    if (signatures.some((one) => one.keyid === keyid)) throw malformed(`two signatures have the key id ${keyid}`);
    if (signatures.length === LIMITS.signatures)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.signatures} signatures`);
    signatures.push({ keyid, sig: decodeBase64Standard(sig) });
    at += whole.length;
    more = comma === ',';
  }
  if (at !== text.length - END.length) throw malformed('something stands after the signatures');
  return { payload, signed: pae(EVENT_PAYLOAD_TYPE, payload), signatures };
}

/** The inverse, for those who make lines. */
export function writeLine(
  payload: string,
  signatures: readonly { readonly keyid: string; readonly sig: string }[],
): string {
  const rows = signatures.map(({ keyid, sig }) => `{"keyid":"${keyid}","sig":"${sig}"}`);
  return `${HEAD}${payload}${MIDDLE}${rows.join(',')}${END}`;
}

function malformed(detail: string): Malformed {
  return new Malformed('custody-line-format', detail);
}
