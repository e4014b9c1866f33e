// SPDX-License-Identifier: Apache-2.0
import { importKeyFile } from '../crypto/public-key.ts';
import { childrenOf, readDer, TAG } from '../encoding/der.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { REASONS } from '../model/reasons.ts';

export const PRIVATE_WARNING = `this file holds PRIVATE KEY MATERIAL; nothing of it is shown; ${REASONS['key-private'].next}`;

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

/** RFC 3161 TimeStampReq: it begins with a version as private keys do, and goes on with a digest, not with an algorithm. */
function isTimestampRequest(bytes: Bytes): boolean {
  const imprint = attempt(() => {
    const [, second] = childrenOf(readDer(bytes));
    return second === undefined ? undefined : childrenOf(second)[0]?.tag;
  });
  return imprint.ok && imprint.value === TAG.sequence;
}
