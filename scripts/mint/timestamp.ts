// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bytes, type HashName, hash } from './bytes.ts';
import { type Certificate, name, serialOf, signatureAlgorithm } from './certificate.ts';
import { context, generalizedTime, integer, NULL, octetString, oid, sequence, setOf, validityTime } from './der.ts';
import type { MintKey } from './keys.ts';

const HASH_OIDS = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

const ID_SIGNED_DATA = '1.2.840.113549.1.7.2';
const ID_TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** What of an RFC 3161 token a fixture may set, right or wrong. */
export interface TimestampPlan {
  readonly label: string;
  /** What is stamped: the signature's octets, in a bundle. */
  readonly over: Bytes;
  readonly time: string;
  readonly key: MintKey;
  readonly certificate: Certificate;
  readonly imprintHash?: HashName;
  readonly digestHash?: HashName;
  readonly signatureHash?: HashName;
  /** The certificates that the token carries; none as Sigstore's authority sends it. */
  readonly embedded?: readonly Bytes[];
  /** The certificate that ESSCertIDv2 names, where it is to be another. */
  readonly named?: Certificate;
  readonly status?: number;
  readonly accuracySeconds?: number;
  /** Extensions of the TSTInfo. */
  readonly extensions?: readonly Bytes[];
  /** Without signed attributes the signature is over the content itself. */
  readonly bare?: boolean;
  /** Another content than the one whose digest was signed. */
  readonly replaceInfo?: (info: Bytes) => Bytes;
  readonly signerInfos?: (signerInfo: Bytes) => readonly Bytes[];
}

function algorithm(name: HashName): Bytes {
  return sequence(oid(HASH_OIDS[name]));
}

function attribute(type: string, value: Bytes): Bytes {
  return sequence(oid(type), setOf(value));
}

export function tstInfo(plan: TimestampPlan): Bytes {
  const imprintHash = plan.imprintHash ?? 'sha256';
  return sequence(
    integer(1),
    oid('1.3.6.1.4.1.57264.2'),
    sequence(sequence(oid(HASH_OIDS[imprintHash]), NULL), octetString(hash(imprintHash, plan.over))),
    integer(serialOf(`timestamp/${plan.label}`)),
    generalizedTime(plan.time),
    sequence(integer(plan.accuracySeconds ?? 1)),
    ...(plan.extensions === undefined ? [] : [context(1, bytes(...plan.extensions))]),
  );
}

/** RFC 3161 §2.4.2: TimeStampToken, a CMS SignedData (RFC 5652 §5) over a TSTInfo. */
export function timestampToken(plan: TimestampPlan): Bytes {
  const digestHash = plan.digestHash ?? plan.signatureHash ?? 'sha256';
  const signatureHash = plan.signatureHash ?? digestHash;
  const info = tstInfo(plan);
  const named = plan.named ?? plan.certificate;
  // RFC 5816 §2.2.1: ESSCertIDv2 with its default hash, SHA-256, and the issuer and serial of the signer
  const issuerSerial = sequence(sequence(context(4, name(named.plan.issuer))), integer(named.serial));
  const essCertId = sequence(octetString(hash('sha256', named.der)), issuerSerial);
  const attributes = setOf(
    attribute(CONTENT_TYPE, oid(ID_TST_INFO)),
    attribute(SIGNING_TIME, validityTime(plan.time.replace(/\.\d+/, ''))),
    attribute(MESSAGE_DIGEST, octetString(hash(digestHash, info))),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(essCertId))),
  );
  const signerInfo = sequence(
    integer(1),
    sequence(name(plan.certificate.plan.issuer), integer(plan.certificate.serial)),
    algorithm(digestHash),
    ...(plan.bare === true ? [] : [bytes([0xa0], attributes.subarray(1))]),
    signatureAlgorithm(plan.key, signatureHash),
    octetString(plan.key.sign(plan.bare === true ? info : attributes, signatureHash)),
  );
  const carried = plan.replaceInfo?.(info) ?? info;
  const signedData = sequence(
    integer(3),
    setOf(algorithm(digestHash)),
    sequence(oid(ID_TST_INFO), context(0, octetString(carried))),
    ...(plan.embedded === undefined ? [] : [context(0, bytes(...plan.embedded))]),
    setOf(...(plan.signerInfos?.(signerInfo) ?? [signerInfo])),
  );
  return sequence(oid(ID_SIGNED_DATA), context(0, signedData));
}

/** RFC 3161 §2.4.2: TimeStampResp, the form that bundles carry. */
export function timestampResponse(plan: TimestampPlan): Bytes {
  const status = plan.status ?? 0;
  return sequence(sequence(integer(status)), ...(status > 1 ? [] : [timestampToken(plan)]));
}
