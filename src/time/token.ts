// SPDX-License-Identifier: Apache-2.0
import { childrenOf, type DerNode, DerSequence, expectTag, readDer, readSmallInteger, TAG } from '../encoding/der.ts';
import { encodeHex } from '../encoding/hex.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Facts } from '../model/check.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { type CmsSignedData, type CmsSigner, readSignedData } from '../x509/cms.ts';
import { type CertificateId, readCertificateIds } from '../x509/cms-signing-certificate.ts';
import type { GeneralName } from '../x509/general-name.ts';
import { nameText } from '../x509/name-text.ts';
import { parseTstInfo, type TstInfo } from './tst-info.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** One RFC 3161 token as it claims to be. Nothing in it is verified. */
export interface TimestampToken {
  readonly info: TstInfo;
  /** The very octets of the TSTInfo: equal ones are the same statement, however they are wrapped. */
  readonly infoBytes: Bytes;
  readonly signedData: CmsSignedData;
  readonly signer: CmsSigner;
  /** The names that the signer gives to its own certificate: one or two. */
  readonly certificateIds: readonly CertificateId[];
}

/**
 * Reads a TimeStampResp whose status is granted, or a bare TimeStampToken (RFC 3161 §2.4.2), in strict DER. The signed
 * data holds a TSTInfo and one signer, with signed attributes.
 *
 * @throws Malformed `timestamp-format`, `timestamp-status`, `timestamp-signer`, `limit-exceeded`
 */
export function parseTimestampToken(der: Bytes): TimestampToken {
  const read = attempt(() => readToken(tokenOf(readDer(der))));
  if (read.ok) return read.value;
  const { reason, detail } = read.problem;
  const ours = reason === 'limit-exceeded' || reason.startsWith('timestamp-');
  throw new Malformed(ours ? reason : 'timestamp-format', detail);
}

/** A response begins with a SEQUENCE, its status; a token with the identifier of its content type. */
function tokenOf(node: DerNode): DerNode {
  expectTag(node, TAG.sequence, 'a timestamp');
  if (childrenOf(node)[0]?.tag !== TAG.sequence) return node;
  const response = new DerSequence(node, 'TimeStampResp');
  readStatus(response.next('status'));
  const token = response.next('timeStampToken');
  response.end();
  return token;
}

/** PKIStatusInfo: 0 granted, 1 granted with modifications; failure information stands only beside a refusal. */
function readStatus(node: DerNode): void {
  const fields = new DerSequence(node, 'PKIStatusInfo');
  const status = readSmallInteger(fields.expect(TAG.integer, 'status'), 'status');
  const text = fields.optional(TAG.sequence);
  const failure = fields.optional(TAG.bitString);
  fields.end();
  if (text !== null) for (const line of childrenOf(text)) expectTag(line, TAG.utf8String, 'statusString');
  if (status > 1) throw new Malformed('timestamp-status', `the response has status ${status}`);
  if (failure !== null) throw new Malformed('timestamp-status', 'the response carries failure information');
}

function readToken(node: DerNode): TimestampToken {
  const signedData = readSignedData(node);
  if (signedData.contentType !== TST_INFO) {
    throw new Malformed('timestamp-format', `the signed content is of type ${signedData.contentType}, not a TSTInfo`);
  }
  const [signer, ...others] = signedData.signers;
  if (signer === undefined || others.length > 0) {
    throw new Malformed('timestamp-signer', `the token has ${signedData.signers.length} signers, not one`);
  }
  if (signer.signedAttributes === null) throw new Malformed('timestamp-format', 'the signer has no signed attributes');
  const certificateIds = readCertificateIds(signer);
  if (certificateIds.length === 0) throw new Malformed('timestamp-signer', 'the signer does not name its certificate');
  const info = parseTstInfo(signedData.content);
  return { info, infoBytes: signedData.content, signedData, signer, certificateIds };
}

/** What the token says of itself, for inspect, explain and the facts of a check. */
export function timestampFacts({ info, signer }: TimestampToken): Facts {
  return {
    genTime: formatInstant(info.genTime),
    accuracyNanoseconds: info.accuracy === null ? null : Number(info.accuracy),
    policy: info.policy,
    serial: info.serial.toString(16),
    nonce: info.nonce === null ? null : info.nonce.toString(16),
    tsa: info.tsa === null ? null : generalNameText(info.tsa),
    imprintAlgorithm: info.imprintAlgorithm.oid,
    imprint: encodeHex(info.imprint),
    digestAlgorithm: signer.digestAlgorithm.oid,
    signatureAlgorithm: signer.signatureAlgorithm.oid,
    signerId:
      signer.sid.kind === 'key-id'
        ? encodeHex(signer.sid.keyId)
        : `${nameText(signer.sid.issuer)} ${signer.sid.serial.toString(16)}`,
  };
}

function generalNameText(name: GeneralName): string {
  if (name.kind === 'directoryName') return nameText(name.name);
  return 'text' in name && name.text !== null ? name.text : name.kind;
}
