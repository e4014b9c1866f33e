// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import type { PublicKey } from '../model/public-key.ts';
import { type Curve, curveOf } from './curves.ts';
import type { SignatureEncoding, SignatureForm } from './outcome.ts';

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 §2.2.3) in DER, to the last octet, with
 * 1 ≤ r, s < n (FIPS 186-5 §6.4.2). A high s is as good as a low one. OpenSSL alone would leave part of this to its version.
 */
export function judgeDerSignature(curve: Curve, sig: Bytes): SignatureForm {
  const content = sequenceStart(sig);
  if (content === 0) return 'signature-encoding';
  const endOfR = integerEnd(sig, content);
  const endOfS = endOfR === 0 ? 0 : integerEnd(sig, endOfR);
  if (endOfS === 0 || endOfS !== sig.length) return 'signature-encoding';
  const r = sig.subarray(content + 2, endOfR);
  const s = sig.subarray(endOfR + 2, endOfS);
  return inRange(curve, r) && inRange(curve, s) ? 'well-formed' : 'invalid';
}

/** r‖s, each as long as the order of the curve (IEEE P1363; RFC 7518 §3.4). */
export function judgeRawSignature(curve: Curve, sig: Bytes): SignatureForm {
  if (sig.length !== 2 * curve.octets) return 'signature-encoding';
  const r = sig.subarray(0, curve.octets);
  const s = sig.subarray(curve.octets);
  return inRange(curve, r) && inRange(curve, s) ? 'well-formed' : 'invalid';
}

/**
 * How to read a signature that does not say how it is written (bare DSSE, attacks D05): exactly 2n octets that are not
 * strict DER are r‖s, all else is DER. One reading per input, never both: the caller's facts name it.
 */
export function ecdsaEncodingOf(key: PublicKey, sig: Bytes): SignatureEncoding {
  const curve = curveOf(key.kind);
  if (curve === null || sig.length !== 2 * curve.octets) return 'der';
  return judgeDerSignature(curve, sig) === 'signature-encoding' ? 'p1363' : 'der';
}

/** The offset of the first INTEGER, or 0 where header and length are not minimal DER over the whole input. */
function sequenceStart(sig: Bytes): number {
  if (sig[0] !== SEQUENCE || sig.length < 2) return 0;
  const first = sig[1]!;
  if (first < 0x80) return first === sig.length - 2 ? 2 : 0;
  // P-521 needs the long form: one length octet, of at least 128.
  if (first !== 0x81 || sig.length < 3) return 0;
  return sig[2]! >= 0x80 && sig[2] === sig.length - 3 ? 3 : 0;
}

/** The offset behind a minimal non-negative INTEGER, or 0. No r or s of ours is longer than 66 octets and a zero. */
function integerEnd(sig: Bytes, start: number): number {
  const length = sig[start + 1];
  if (sig[start] !== INTEGER || length === undefined || length === 0 || length >= 0x80) return 0;
  const end = start + 2 + length;
  if (end > sig.length) return 0;
  const first = sig[start + 2]!;
  if (first >= 0x80) return 0;
  if (first === 0 && length > 1 && sig[start + 3]! < 0x80) return 0;
  return end;
}

/** 1 ≤ value < n, for a big-endian value of any length. */
function inRange(curve: Curve, value: Bytes): boolean {
  let skip = 0;
  while (skip < value.length && value[skip] === 0) skip++;
  const length = value.length - skip;
  if (length === 0 || length > curve.octets) return false;
  if (length < curve.octets) return true;
  for (let i = 0; i < length; i++) {
    const difference = value[skip + i]! - curve.order[i]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** r‖s as ECDSA-Sig-Value in DER: tokens and web services give the one, envelopes hold the other. */
export function derOfRawSignature(raw: Bytes): Bytes {
  const half = raw.length / 2;
  const parts = [integer(raw.subarray(0, half)), integer(raw.subarray(half))];
  const length = parts[0]!.length + parts[1]!.length;
  return Uint8Array.from([SEQUENCE, ...(length < 0x80 ? [length] : [0x81, length]), ...parts[0]!, ...parts[1]!]);
}

function integer(value: Bytes): number[] {
  let skip = 0;
  while (skip < value.length - 1 && value[skip] === 0) skip++;
  const digits = [...value.subarray(skip)];
  const whole = digits[0]! >= 0x80 ? [0, ...digits] : digits;
  return [INTEGER, whole.length, ...whole];
}
