// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { promisedBytes } from '../log/promise.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Locator } from '../model/check.ts';
import { instantFromSeconds } from '../model/instant.ts';
import type { LogEntry } from '../model/signed-entity.ts';
import { bodyOf, member } from './explain-commands.ts';
import { logsWithId } from './inspect-known.ts';
import { type Part, part, readPart } from './inspect-model.ts';

/** The signed entry timestamp (SET): the log's promise, and its word on the time. */
export function promiseStep(name: string, entry: LogEntry, promise: Bytes, pointer: string, at: Locator): Part {
  const { body, integratedTime, logId, logIndex } = entry;
  const title = `${name}: the log's promise (signed entry timestamp)`;
  const place = at.pointer + pointer;
  return readPart(title, place, () => {
    const signed = promisedBytes(entry);
    const time = integratedTime ?? 0n;
    const text = (word: string) =>
      `{"body":"${word}","integratedTime":${time},"logID":"${encodeHex(logId)}","logIndex":${logIndex}}`;
    return part(
      title,
      {
        signedText: text('BODY'),
        bodyInBase64: `${encodeBase64(body).length} characters`,
        signedBytes: signed.length,
        signedSha256: sha256Hex(signed),
        integratedTime: integratedTime === null ? null : formatInstant(instantFromSeconds(time)),
        promiseBytes: promise.length,
        logKeysSha256: logsWithId('tlogs', logId).map(({ key }) => key.fingerprint),
      },
      {
        at: place,
        says: [
          'the log signs the canonical JSON (RFC 8785) of body, time, log id and index; only this signature makes the integrated time a proof of time',
        ],
        repeat: [`printf '${text('%s')}' \\\n"$(${member(at, bodyOf(pointer))})" | sha256sum`],
      },
    );
  });
}
