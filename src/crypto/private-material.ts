// SPDX-License-Identifier: Apache-2.0
import { childrenOf, readDer, TAG } from '../encoding/der.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { importKeyFile } from './public-key.ts';

/** The heads of private keys: PEM and SSH of any spelling, OpenSSL's listing, PuTTY's and age's own. */
const LABEL =
  /-{4,5} ?BEGIN [A-Z0-9 ]*PRIVATE KEY|^[ \t]*(RSA |EC )?Private-Key:|^PuTTY-User-Key-File|^AGE-SECRET-KEY-/im;

/**
 * Whether a file holds private key material, as the reader of key files sees it, or by a label at any place of its text. In doubt
 * it does: a file that is not shown costs less than a key that is.
 */
export function holdsPrivateKey(bytes: Bytes, text: string | null): boolean {
  if (text !== null && !/^\s*\{/.test(text) && LABEL.test(text)) return true;
  const key = attempt(() => importKeyFile(bytes));
  return !key.ok && key.problem.reason === 'key-private' && !isTimestampRequest(bytes);
}

/** A whole block with its octets, also as the text of a JSON member: a head alone, as logs and manuals have it, is no secret. */
const BLOCK = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(?:\s|\\r|\\n)+[A-Za-z0-9+/=:,\- ]{16}/;

/** As `holdsPrivateKey`, and at any place of a document in JSON too. */
export function carriesPrivateKey(bytes: Bytes): boolean {
  const text = attempt(() => decodeUtf8(bytes));
  return holdsPrivateKey(bytes, text.ok ? text.value : null) || (text.ok && BLOCK.test(text.value));
}

/** RFC 3161 TimeStampReq: it begins with a version as private keys do, and goes on with a digest, not with an algorithm. */
function isTimestampRequest(bytes: Bytes): boolean {
  const imprint = attempt(() => {
    const [, second] = childrenOf(readDer(bytes));
    return second === undefined ? undefined : childrenOf(second)[0]?.tag;
  });
  return imprint.ok && imprint.value === TAG.sequence;
}
