// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { type Engine, outcomeReason } from '../crypto/engine.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Facts } from '../model/check.ts';
import { Malformed } from '../model/malformed.ts';
import type { LogEntry } from '../model/signed-entity.ts';
import type { TrustedLog } from './trusted-log.ts';

/**
 * The bytes that a signed entry timestamp (SET) signs: the RFC 8785 form of `{body, integratedTime, logID, logIndex}`, where
 * `body` is the base64 of the leaf and the two numbers are JSON numbers. The members stand in canonical order and no value
 * needs an escape, so the text is written down directly.
 *
 * @throws Malformed `json-number` where a number has no exact JSON form
 */
export function promisedBytes({ body, integratedTime, logId, logIndex }: LogEntry): Bytes {
  const time = exactNumber(integratedTime ?? 0n, 'integratedTime');
  const index = exactNumber(logIndex, 'logIndex');
  return encodeUtf8(
    `{"body":"${encodeBase64(body)}","integratedTime":${time},"logID":"${encodeHex(logId)}","logIndex":${index}}`,
  );
}

/**
 * Verifies an entry's SET under its log's key.
 *
 * @throws Malformed `promise-mismatch`, `json-number`, and what the engine cannot do
 */
export function verifyPromise(entry: LogEntry, promise: Bytes, log: TrustedLog, engine: Engine): Facts {
  const [{ key, scheme }] = log.rows;
  const signed = promisedBytes(entry);
  const reason = outcomeReason(engine.verify(scheme, key, signed, promise));
  if (reason === 'signature-mismatch' || reason === 'signature-encoding') {
    const about = `integratedTime ${entry.integratedTime ?? 0n} and logIndex ${entry.logIndex}`;
    throw new Malformed(
      'promise-mismatch',
      `the promise over this body, ${about} does not verify under key ${key.fingerprint}`,
    );
  }
  if (reason !== null) throw new Malformed(reason, `the promise under ${scheme}`);
  return {
    integratedTime: String(entry.integratedTime ?? 0n),
    logIndex: String(entry.logIndex),
    signedSha256: sha256Hex(signed),
    key: key.fingerprint,
  };
}

function exactNumber(value: bigint, what: string): string {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
    throw new Malformed('json-number', `${what} ${value} has no exact JSON number`);
  }
  return String(value);
}
