// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, type PrivateKeyInput } from 'node:crypto';
import { childrenOf, readDer, TAG } from '../encoding/der.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readPrivateKeyPem } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { checkEncryption } from './encrypted-key.ts';
import { asBuffer } from './key-objects.ts';
import { readPrivateJwk } from './private-jwk.ts';
import { type SigningKey, signingKeyOf } from './signing-key.ts';

export type { SigningKey } from './signing-key.ts';

const SEQUENCE = 0x30;
const JSON_START = /^[ \t\r\n]*\{/;

/** The four structures that a private key comes in, told apart by their first two members. */
type Structure = 'pkcs8' | 'encrypted' | 'sec1' | 'pkcs1';

const LABELS: ReadonlyMap<string, Structure> = new Map([
  ['PRIVATE KEY', 'pkcs8'],
  ['ENCRYPTED PRIVATE KEY', 'encrypted'],
  ['EC PRIVATE KEY', 'sec1'],
  ['RSA PRIVATE KEY', 'pkcs1'],
]);

/**
 * The private key of a file: PKCS#8 (RFC 5958), PKCS#8 encrypted with PBES2 (RFC 8018), SEC 1 (RFC 5915) or PKCS#1 (RFC 8017),
 * each as DER or one PEM block, or a private JWK (RFC 7517). Ed25519, ECDSA on P-256, P-384 and P-521, RSA of 2048 bits and more.
 * No error says anything of what the file holds, but for its kind.
 *
 * @param passphrase for an encrypted key; not looked at for any other
 * @throws Malformed `key-format`, `key-weak`, `algorithm-unsupported`, `algorithm-key-mismatch`, `limit-exceeded`
 */
export function importPrivateKey(bytes: Bytes, passphrase: Bytes | null): SigningKey {
  if (bytes.length === 0) throw new Malformed('key-format', 'the file of the private key is empty');
  if (bytes.length > LIMITS.keyFileBytes)
    throw new Malformed('limit-exceeded', `the file of the private key has more than ${LIMITS.keyFileBytes} bytes`);
  if (bytes[0] === SEQUENCE) return importDer(bytes, structureOf(bytes), passphrase);
  const text = discreetly('the file is neither DER, PEM nor a JWK', () => decodeUtf8(bytes));
  if (JSON_START.test(text)) return readPrivateJwk(bytes);
  const { label, der } = readPrivateKeyPem(text);
  const structure = LABELS.get(label);
  if (structure === undefined) throw new Malformed('key-format', refusalOf(label));
  if (structureOf(der) !== structure)
    throw new Malformed('key-format', `what the block labelled ${label} holds has another structure`);
  return importDer(der, structure, passphrase);
}

function importDer(der: Bytes, structure: Structure, passphrase: Bytes | null): SigningKey {
  const key = asBuffer(der);
  if (structure !== 'encrypted')
    return opened({ key, format: 'der', type: structure }, 'OpenSSL does not take this private key');
  if (passphrase === null || passphrase.length === 0)
    throw new Malformed('key-format', 'the private key is encrypted, and no passphrase was given for it');
  discreetly('the encryption of the private key is not well-formed', () => checkEncryption(der));
  return opened(
    { key, format: 'der', type: 'pkcs8', passphrase: asBuffer(passphrase) },
    'the private key does not open: the passphrase is wrong, or the file is damaged',
  );
}

function opened(input: PrivateKeyInput, failure: string): SigningKey {
  let object: ReturnType<typeof createPrivateKey>;
  try {
    object = createPrivateKey(input);
  } catch {
    // Whatever OpenSSL makes of it, its words could speak of the key: ours do not.
    throw new Malformed('key-format', failure);
  }
  return signingKeyOf(object);
}

function structureOf(der: Bytes): Structure {
  const [first, second] = discreetly('the private key is not well-formed DER', () => childrenOf(readDer(der)));
  if (first?.tag === TAG.sequence && second?.tag === TAG.octetString) return 'encrypted';
  if (first?.tag === TAG.sequence) throw new Malformed('key-format', 'this is a public key, where a private one signs');
  if (first?.tag === TAG.integer && second?.tag === TAG.sequence) return 'pkcs8';
  if (first?.tag === TAG.integer && second?.tag === TAG.octetString) return 'sec1';
  if (first?.tag === TAG.integer && second?.tag === TAG.integer) return 'pkcs1';
  throw new Malformed('key-format', 'the DER has not the structure of a private key');
}

function refusalOf(label: string): string {
  if (label.endsWith('PUBLIC KEY')) return 'this is a public key, where a private one signs';
  if (label === 'OPENSSH PRIVATE KEY')
    return 'this is a key of OpenSSH: write it as PKCS#8, with ssh-keygen -p -m PKCS8 on a copy of it';
  return 'the PEM block has not the label of a private key in PKCS#8, SEC 1 or PKCS#1';
}

/** Readers tell what they saw and where: of a private key nobody shall be told. */
function discreetly<T>(failure: string, read: () => T): T {
  const parsed = attempt(read);
  if (parsed.ok) return parsed.value;
  const { reason } = parsed.problem;
  throw reason === 'algorithm-unsupported' || reason === 'limit-exceeded'
    ? new Malformed(reason, parsed.problem.detail)
    : new Malformed('key-format', failure);
}
