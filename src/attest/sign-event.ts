// SPDX-License-Identifier: Apache-2.0
import { EVENT_PAYLOAD_TYPE, readLine, writeLine } from '../custody/line.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import { seal } from './seal.ts';
import type { Signer } from './signer.ts';

/**
 * The line of an event, without its LF: one signature of each signer, in the order that they are given, each verified when it is made.
 *
 * @throws Malformed `custody-line-format` where a key is given twice, `limit-exceeded` for a line that is too long, `algorithm-unsupported`
 *   for a shared secret, and what a signer throws
 */
export async function signEvent(payload: Bytes, signers: readonly Signer[]): Promise<Bytes> {
  const { signatures } = await seal(signers, payload, EVENT_PAYLOAD_TYPE);
  const rows = signatures.map(({ keyid, sig }) => {
    if (keyid === null) throw new Malformed('algorithm-unsupported', 'a shared secret, which signs no custody event');
    return { keyid, sig: encodeBase64(sig) };
  });
  const line = encodeUtf8(writeLine(encodeBase64(payload), rows));
  readLine(line);
  return line;
}
