// SPDX-License-Identifier: Apache-2.0
import { readDer } from '../encoding/der.ts';
import { readOctetString } from '../encoding/der-values.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Instant, instantFromNanoseconds } from '../model/instant.ts';
import { Malformed } from '../model/malformed.ts';
import type { Certificate } from './certificate.ts';
import { OID } from './extensions.ts';

/** A signed certificate timestamp as it stands (RFC 6962 §3.2): claimed. */
export interface Sct {
  readonly version: number;
  readonly logId: Bytes;
  /** Milliseconds since the epoch, as signed. */
  readonly milliseconds: bigint;
  readonly time: Instant;
  readonly extensions: Bytes;
  /** HashAlgorithm and SignatureAlgorithm of TLS 1.2 (RFC 5246 §7.4.1.4.1). */
  readonly hashAlgorithm: number;
  readonly signatureAlgorithm: number;
  readonly signature: Bytes;
}

const NANOSECONDS_PER_MILLISECOND = 1_000_000n;
const VERSION_1 = 0;

/**
 * The timestamps that a certificate embeds, in order; none where it has no such extension (RFC 6962 §3.3: an OCTET
 * STRING in the extension's OCTET STRING, in it a TLS list whose lengths all fit exactly).
 *
 * @throws Malformed `sct-format`, `der-invalid`, `limit-exceeded`
 */
export function readScts(certificate: Certificate): Sct[] {
  const extension = certificate.extensions.get(OID.sctList);
  if (extension === undefined) return [];
  const reader = new TlsReader(readOctetString(readDer(extension.value)));
  const list = new TlsReader(reader.vector(2, 'the list'));
  reader.end('the list');
  const scts: Sct[] = [];
  while (!list.done) {
    if (scts.length === LIMITS.scts)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.scts} certificate timestamps`);
    scts.push(readSct(list.vector(2, 'a timestamp')));
  }
  if (scts.length === 0) throw new Malformed('sct-format', 'the list of certificate timestamps is empty');
  return scts;
}

/** A version that is not known cannot be taken apart: it is listed with its version, and counts for nothing. */
function readSct(bytes: Bytes): Sct {
  const reader = new TlsReader(bytes);
  const version = reader.number(1);
  if (version !== VERSION_1) return { ...UNKNOWN_SCT, version };
  const logId = reader.bytes(32, 'the log id');
  const milliseconds = BigInt(reader.number(4)) * 2n ** 32n + BigInt(reader.number(4));
  const extensions = reader.vector(2, 'the extensions');
  const hashAlgorithm = reader.number(1);
  const signatureAlgorithm = reader.number(1);
  const signature = reader.vector(2, 'the signature');
  reader.end('a timestamp');
  const time = instantFromNanoseconds(milliseconds * NANOSECONDS_PER_MILLISECOND);
  return { version, logId, milliseconds, time, extensions, hashAlgorithm, signatureAlgorithm, signature };
}

const EMPTY = new Uint8Array(0);
const UNKNOWN_SCT: Omit<Sct, 'version'> = {
  logId: EMPTY,
  milliseconds: 0n,
  time: instantFromNanoseconds(0n),
  extensions: EMPTY,
  hashAlgorithm: 0,
  signatureAlgorithm: 0,
  signature: EMPTY,
};

/** Big-endian numbers and length-prefixed vectors (RFC 5246 §4). */
class TlsReader {
  readonly #bytes: Bytes;
  #position = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#position === this.#bytes.length;
  }

  bytes(length: number, what: string): Bytes {
    if (length > this.#bytes.length - this.#position) throw new Malformed('sct-format', `${what} is cut off`);
    this.#position += length;
    return this.#bytes.subarray(this.#position - length, this.#position);
  }

  number(length: number): number {
    return this.bytes(length, 'a number of a certificate timestamp').reduce((value, octet) => value * 256 + octet, 0);
  }

  vector(lengthOctets: number, what: string): Bytes {
    return this.bytes(this.number(lengthOctets), what);
  }

  end(what: string): void {
    if (!this.done) throw new Malformed('sct-format', `bytes follow ${what}`);
  }
}
