// SPDX-License-Identifier: Apache-2.0
import {
  childrenOf,
  contentOf,
  type DerNode,
  DerSequence,
  readBoolean,
  readDer,
  readInteger,
  readOctetString,
  readOid,
  readSmallInteger,
  TAG,
} from '../encoding/der.ts';
import { readGeneralizedTimeWithFraction } from '../encoding/der-time.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import { type AlgorithmIdentifier, readAlgorithm } from '../x509/cms-algorithms.ts';
import { type GeneralName, readGeneralName } from '../x509/general-name.ts';

/** RFC 3161 §2.4.2 TSTInfo, claimed. */
export interface TstInfo {
  readonly policy: string;
  readonly imprintAlgorithm: AlgorithmIdentifier;
  readonly imprint: Bytes;
  readonly serial: bigint;
  readonly genTime: Instant;
  /** Nanoseconds to both sides, or null where the token states none. */
  readonly accuracy: bigint | null;
  readonly ordering: boolean;
  readonly nonce: bigint | null;
  /** The authority's name as it states it: a hint, never what identifies the signer. */
  readonly tsa: GeneralName | null;
  readonly criticalExtensions: readonly string[];
}

const SECOND = 1_000_000_000n;
const MILLISECOND = 1_000_000n;
const MICROSECOND = 1_000n;

/**
 * Reads the DER of a TSTInfo. No extension is known here, so that a critical one makes the token unusable; the caller says so.
 *
 * @throws Malformed `der-invalid`, `time-invalid`, `limit-exceeded`
 */
export function parseTstInfo(der: Bytes): TstInfo {
  const fields = new DerSequence(readDer(der), 'TSTInfo');
  const version = readSmallInteger(fields.expect(TAG.integer, 'version'), 'version');
  if (version !== 1) throw invalid(`TSTInfo is of version ${version}, not 1`);
  const policy = readOid(fields.next('policy'));
  const messageImprint = new DerSequence(fields.next('messageImprint'), 'messageImprint');
  const imprintAlgorithm = readAlgorithm(messageImprint.next('hashAlgorithm'), 'hashAlgorithm');
  const imprint = readOctetString(messageImprint.next('hashedMessage'));
  messageImprint.end();
  const serial = readInteger(fields.next('serialNumber'));
  const genTime = readGeneralizedTimeWithFraction(fields.next('genTime'));
  const accuracy = fields.optional(TAG.sequence);
  const ordering = fields.optional(TAG.boolean);
  const nonce = fields.optional(TAG.integer);
  const tsa = fields.optional(0xa0);
  const extensions = fields.optional(0xa1);
  fields.end();
  return {
    policy,
    imprintAlgorithm,
    imprint,
    serial,
    genTime,
    accuracy: accuracy === null ? null : readAccuracy(accuracy),
    ordering: ordering !== null && readBoolean(ordering),
    nonce: nonce === null ? null : readInteger(nonce),
    tsa: tsa === null ? null : readTsa(tsa),
    criticalExtensions: extensions === null ? [] : readCriticalExtensions(extensions),
  };
}

/** Each part is optional; milliseconds and microseconds are 1 to 999. */
function readAccuracy(node: DerNode): bigint {
  const fields = new DerSequence(node, 'accuracy');
  const seconds = fields.optional(TAG.integer);
  const millis = fields.optional(0x80);
  const micros = fields.optional(0x81);
  fields.end();
  return (
    (seconds === null ? 0n : BigInt(readSmallInteger(seconds, 'accuracy seconds')) * SECOND) +
    readThousandths(millis, 'millis') * MILLISECOND +
    readThousandths(micros, 'micros') * MICROSECOND
  );
}

/** An INTEGER under an IMPLICIT tag, whose content the DER reader could not judge. */
function readThousandths(node: DerNode | null, what: string): bigint {
  if (node === null) return 0n;
  const [first = 0, second, ...more] = contentOf(node);
  const value = second === undefined ? first : first * 256 + second;
  const minimal = second === undefined || first > 0 || second >= 0x80;
  if (first >= 0x80 || !minimal || more.length > 0 || value < 1 || value > 999) {
    throw invalid(`the accuracy's ${what} are not 1 to 999`);
  }
  return BigInt(value);
}

/** EXPLICIT, because GeneralName is a CHOICE. */
function readTsa(node: DerNode): GeneralName {
  const wrapper = new DerSequence(node, 'tsa', node.tag);
  const name = readGeneralName(wrapper.next('GeneralName'));
  wrapper.end();
  return name;
}

/** Extensions under an IMPLICIT tag (RFC 5280 §4.1): each type once. */
function readCriticalExtensions(node: DerNode): string[] {
  const seen = new Set<string>();
  const critical: string[] = [];
  for (const extension of childrenOf(node)) {
    const fields = new DerSequence(extension, 'Extension');
    const oid = readOid(fields.next('extnID'));
    const flag = fields.optional(TAG.boolean);
    readOctetString(fields.next('extnValue'));
    fields.end();
    if (seen.has(oid)) throw invalid(`the extension ${oid} stands twice`);
    seen.add(oid);
    if (flag !== null && readBoolean(flag)) critical.push(oid);
  }
  return critical;
}

function invalid(detail: string): Malformed {
  return new Malformed('der-invalid', detail);
}
