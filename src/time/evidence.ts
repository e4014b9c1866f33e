// SPDX-License-Identifier: Apache-2.0
import { type Instant, instantFromSeconds } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { SigningTime } from '../model/times.ts';
import { intervalOf } from './interval.ts';

/** 10000-01-01T00:00:00Z: what a log states is seconds, and milliseconds taken for seconds end up beyond it. */
const END_OF_TIME = 253_402_300_800n;

/**
 * A log's integrated time as evidence. To be called only with a time that a verified signed entry timestamp covers: an
 * inclusion proof says nothing about it (Sigstore client specification).
 *
 * @param seconds since the epoch, as the log states them
 * @throws Malformed `time-invalid` outside 0 ≤ t < 253402300800
 */
export function integratedTimeEvidence(origin: string, logIdHex: string, seconds: bigint): SigningTime {
  if (seconds < 0n || seconds >= END_OF_TIME) {
    throw new Malformed('time-invalid', `the integrated time ${seconds} is no time in seconds since 1970`);
  }
  const time = instantFromSeconds(seconds);
  return { source: 'log-integrated-time', authority: origin, authorityId: logIdHex, time, ...intervalOf(time) };
}

/** What the examiner says on the command line. Printed as such; `countsAsProof` keeps it out of every threshold. */
export function examinerTime(signedAt: Instant): SigningTime {
  return {
    source: 'examiner',
    authority: 'examiner',
    authorityId: 'examiner',
    time: signedAt,
    ...intervalOf(signedAt),
  };
}

/** Whether a time rests on cryptography. The examiner's own word never does. */
export function countsAsProof(time: SigningTime): boolean {
  return time.source === 'log-integrated-time' || time.source === 'rfc3161-timestamp';
}
