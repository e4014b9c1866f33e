// SPDX-License-Identifier: Apache-2.0
import { digest, sha256Hex } from '../crypto/digest.ts';
import { childrenOf, readDer, TAG } from '../encoding/der.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import type { Locator } from '../model/check.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { intervalOf, intervalWithAccuracy } from '../time/interval.ts';
import { parseTimestampToken, type TimestampToken } from '../time/token.ts';
import { readHashAlgorithm } from '../x509/signature-algorithm.ts';
import { bytesAt, sum } from './explain-commands.ts';
import type { Claims } from './inspect-claims.ts';
import { type FactList, type Part, part, readPart } from './inspect-model.ts';
import { tokenFacts } from './inspect-timestamp.ts';

/** Each RFC 3161 token, compared with the signature that it should be over. */
export function timestampSteps({ timestamps, signatures, at }: Claims): Part[] {
  const first = signatures[0]?.read;
  const stamped = first?.ok === true && signatures.length === 1 ? first.value.sig : null;
  return timestamps.map((one, i) => {
    const title = `timestamp ${i}`;
    const place = at.pointer + one.at;
    if (!one.read.ok) return part(title, {}, { at: place, problem: one.read.problem });
    const token = one.read.value;
    return timestampStep(
      title,
      place,
      token,
      stamped,
      bytesAt(at, `${one.at}/signedTimestamp`),
      signatureBytes(signatures[0]?.at, at),
    );
  });
}

function signatureBytes(pointer: string | undefined, at: Locator): string | null {
  if (pointer === undefined) return null;
  return bytesAt(at, pointer.endsWith('/messageSignature') ? `${pointer}/signature` : `${pointer}/sig`);
}

/**
 * @param stamped what the token should be over; null where that is not at hand
 * @param source the command that gives the token's bytes
 */
export function timestampStep(
  title: string,
  at: string,
  der: Bytes,
  stamped: Bytes | null,
  source: string,
  stampedSource: string | null,
): Part {
  return readPart(title, at, () => {
    const token = parseTimestampToken(der);
    const { info, infoBytes, signer } = token;
    const hash = readHashAlgorithm(info.imprintAlgorithm.node);
    const says = [
      'the authority signs, in its TSTInfo, a hash and a time: the hash (imprint) must be that of the bytes of the signature, so that the signature existed at that time',
      'messageDigest of the signed attributes = hash of the TSTInfo; the signature of the authority is over the DER of these attributes (RFC 5652 5.4)',
    ];
    const bare = isBare(der);
    return part(
      title,
      {
        ...tokenFacts(token),
        ...imprintFacts(info.imprint, hash === null || stamped === null ? null : digest(hash, stamped)),
        interval: intervalText(token),
        tstInfoSha256: sha256Hex(infoBytes),
        ...(signer.signedBytes === null ? {} : { signedAttributesSha256: sha256Hex(signer.signedBytes) }),
      },
      {
        at,
        says,
        repeat: [
          ...(stampedSource === null || hash === null ? [] : [`${stampedSource} | ${sum(hash)}`]),
          `${source} |\nopenssl ts -reply -in /dev/stdin ${bare ? '-token_in -token_out ' : ''}-text`,
          `openssl ts -verify -in TOKEN ${bare ? '-token_in ' : ''}-data SIGNATURE \\\n-CAfile ROOTS.pem -attime ${info.genTime / NANOSECONDS_PER_SECOND}`,
        ],
      },
    );
  });
}

function imprintFacts(imprint: Bytes, computed: Bytes | null): FactList {
  if (computed === null) return { imprintComputed: null };
  return { imprintComputed: encodeHex(computed), equal: equalBytes(imprint, computed) };
}

function intervalText({ info: { genTime, accuracy } }: TimestampToken): string {
  const { notBefore, notAfter } = accuracy === null ? intervalOf(genTime) : intervalWithAccuracy(genTime, accuracy);
  return `${formatInstant(notBefore)} to ${formatInstant(notAfter)}`;
}

/** A token begins with the identifier of its content, a response with its status. */
function isBare(der: Bytes): boolean {
  return childrenOf(readDer(der))[0]?.tag === TAG.oid;
}
