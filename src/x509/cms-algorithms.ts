// SPDX-License-Identifier: Apache-2.0
import { bytesOf, contentOf, type DerNode, DerSequence, readOid, TAG } from '../encoding/der.ts';
import { equalBytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';
import type { HashName, PublicKey, SchemeId } from '../model/public-key.ts';
import {
  readHashAlgorithm,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
  schemeUnderKey,
} from './signature-algorithm.ts';

/** RFC 5280 §4.1.1.2, not judged. `node` is the whole SEQUENCE. */
export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly parameters: DerNode | null;
  readonly node: DerNode;
}

/** @throws Malformed `der-invalid` */
export function readAlgorithm(node: DerNode, what: string): AlgorithmIdentifier {
  const fields = new DerSequence(node, what);
  const oid = readOid(fields.next('algorithm'));
  const parameters = fields.done ? null : fields.next('parameters');
  fields.end();
  return { oid, parameters, node };
}

/** rsaEncryption: PKCS#1 v1.5 with SignerInfo's digest algorithm (RFC 3370 §3.2). */
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/**
 * The scheme that a SignerInfo names: digest and signature algorithm on the list, of one hash, and fit for the key
 * (RFC 5652 §5.3). Ed25519 goes with SHA-512 (RFC 8419 §3.1).
 *
 * @throws Malformed `timestamp-algorithm`, `algorithm-key-mismatch`, `der-invalid`
 */
export function signerScheme(
  digestAlgorithm: AlgorithmIdentifier,
  signatureAlgorithm: AlgorithmIdentifier,
  key: PublicKey,
): { scheme: SchemeId; hash: HashName } {
  const hash = readHashAlgorithm(digestAlgorithm.node);
  if (hash === null) throw refused(`the digest algorithm ${digestAlgorithm.oid} is not accepted`);
  const algorithm = readSignerAlgorithm(signatureAlgorithm, hash);
  if (algorithm.family === null) throw refused(algorithm.why);
  const signatureHash = algorithm.hash ?? 'sha512';
  if (signatureHash !== hash)
    throw refused(`the signature algorithm is of ${signatureHash}, the digest algorithm is ${hash}`);
  return { scheme: schemeUnderKey(algorithm, key), hash };
}

function readSignerAlgorithm(algorithm: AlgorithmIdentifier, hash: HashName): SignatureAlgorithm {
  if (algorithm.oid !== RSA_ENCRYPTION) return readSignatureAlgorithm(algorithm.node);
  if (algorithm.parameters !== null && algorithm.parameters.tag !== TAG.null)
    throw refused('rsaEncryption has parameters');
  return { oid: algorithm.oid, family: 'rsa-pkcs1v15', hash };
}

/**
 * CMSAlgorithmProtection (RFC 6211 §2): a signed copy of both algorithms, so that they cannot be swapped outside the signature.
 *
 * @throws Malformed `timestamp-algorithm`, `der-invalid`
 */
export function checkAlgorithmProtection(
  value: DerNode,
  digestAlgorithm: AlgorithmIdentifier,
  signatureAlgorithm: AlgorithmIdentifier,
): void {
  const fields = new DerSequence(value, 'CMSAlgorithmProtection');
  const digest = fields.expect(TAG.sequence, 'digestAlgorithm');
  const signature = fields.expect(0xa1, 'signatureAlgorithm');
  fields.end();
  const same =
    equalBytes(bytesOf(digest), bytesOf(digestAlgorithm.node)) &&
    equalBytes(contentOf(signature), contentOf(signatureAlgorithm.node));
  if (!same) throw refused('the signed copy of the algorithms differs from the algorithms');
}

function refused(detail: string): Malformed {
  return new Malformed('timestamp-algorithm', detail);
}
