// SPDX-License-Identifier: Apache-2.0
import { type DerNode, DerSequence, expectTag, readDer, TAG } from '../encoding/der.ts';
import { readInteger, readOid } from '../encoding/der-values.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { Malformed } from '../model/malformed.ts';

const OID = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  scrypt: '1.3.6.1.4.1.11591.4.11',
} as const;

/**
 * EncryptedPrivateKeyInfo (RFC 5958 §3) under PBES2 (RFC 8018 A.4) whose key derivation ends in reasonable time. The
 * older schemes derive keys from MD5 or SHA-1 and encrypt with DES or RC2.
 *
 * @throws Malformed `algorithm-unsupported`, `limit-exceeded`, `der-invalid`
 */
export function checkEncryption(der: Bytes): void {
  const fields = new DerSequence(readDer(der), 'EncryptedPrivateKeyInfo');
  const algorithm = new DerSequence(fields.next('encryptionAlgorithm'), 'encryptionAlgorithm');
  if (readOid(algorithm.next('its identifier')) !== OID.pbes2)
    throw new Malformed(
      'algorithm-unsupported',
      'the private key is encrypted by an old scheme; write it again with: openssl pkcs8 -topk8 -v2 aes-256-cbc',
    );
  const parameters = new DerSequence(algorithm.next('parameters'), 'the parameters of PBES2');
  checkDerivation(parameters.next('keyDerivationFunc'));
}

function checkDerivation(node: DerNode): void {
  const derivation = new DerSequence(node, 'keyDerivationFunc');
  const oid = readOid(derivation.next('its identifier'));
  const parameters = new DerSequence(derivation.next('parameters'), 'the parameters of the key derivation');
  parameters.next('salt');
  const number = (what: string): bigint => readInteger(expectTag(parameters.next(what), TAG.integer, what));
  const rounds = roundsOf(oid, number);
  if (rounds >= 1n && rounds <= BigInt(LIMITS.derivationRounds)) return;
  throw new Malformed(
    'limit-exceeded',
    `the passphrase of the private key is stretched more than ${LIMITS.derivationRounds} times`,
  );
}

function roundsOf(oid: string, number: (what: string) => bigint): bigint {
  if (oid === OID.pbkdf2) return number('iterationCount');
  // OpenSSL bounds the memory of scrypt (128 * N * r) by itself; the work is that times p.
  if (oid === OID.scrypt) return number('N') * number('r') * number('p');
  throw new Malformed('algorithm-unsupported', `a private key whose passphrase is stretched by ${oid}`);
}
