// SPDX-License-Identifier: Apache-2.0
import { scryptSync } from 'node:crypto';
import { secretbox } from '@noble/ciphers/salsa.js';
import { parseJson } from '../encoding/json.ts';
import { asObject, requireBase64, requireInteger, requireObject, requireString } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readPrivateKeyPem } from '../encoding/pem.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { importPrivateKey } from './private-key.ts';
import type { SigningKey } from './signing-key.ts';

const LABELS: readonly string[] = ['ENCRYPTED COSIGN PRIVATE KEY', 'ENCRYPTED SIGSTORE PRIVATE KEY'];
const KEY_OCTETS = 32;
const NONCE_OCTETS = 24;
const TAG_OCTETS = 16;

interface Box {
  readonly cost: { readonly N: number; readonly r: number; readonly p: number };
  readonly salt: Bytes;
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
}

/**
 * A key file of cosign: one PEM block around a JSON document that names scrypt (RFC 7914) with its cost and salt, NaCl's secretbox
 * with its nonce, and the ciphertext of a PKCS#8 key. The password may be empty: cosign takes that too.
 *
 * @throws Malformed `key-format`, `key-weak`, `algorithm-unsupported`, `limit-exceeded`, `pem-invalid`
 */
export function openCosignKey(file: Bytes, password: Bytes): SigningKey {
  if (file.length > LIMITS.keyFileBytes)
    throw new Malformed('limit-exceeded', `the file of the private key has more than ${LIMITS.keyFileBytes} bytes`);
  const { label, der } = readPrivateKeyPem(discreetly(() => decodeUtf8(file), 'the key file is no text'));
  if (!LABELS.includes(label))
    throw new Malformed('key-format', 'the PEM block has not the label of a cosign key: is it a key for --signer key?');
  const pkcs8 = unseal(
    discreetly(() => readBox(der), 'what the cosign key holds is not its JSON document'),
    password,
  );
  if (pkcs8 === null)
    throw new Malformed('key-format', 'the cosign key does not open: the password is wrong, or the file is damaged');
  // cosign writes PKCS#8 and refuses all else, SEC 1 in particular.
  if (!startsAsPkcs8(pkcs8))
    throw new Malformed('key-format', 'the cosign key opens, and holds another structure than PKCS#8');
  return importPrivateKey(pkcs8, null);
}

function readBox(json: Bytes): Box {
  const document = asObject(parseJson(json), '');
  const kdf = requireObject(document, 'kdf', '');
  const cipher = requireObject(document, 'cipher', '');
  if (requireString(kdf, 'name', '/kdf') !== 'scrypt' || requireString(cipher, 'name', '/cipher') !== 'nacl/secretbox')
    throw new Malformed('algorithm-unsupported', 'a cosign key that is not of scrypt and nacl/secretbox');
  const params = requireObject(kdf, 'params', '/kdf');
  const cost = (name: string): number => requireInteger(params, name, '/kdf/params');
  return {
    cost: boundedCost({ N: cost('N'), r: cost('r'), p: cost('p') }),
    salt: requireBase64(kdf, 'salt', '/kdf'),
    nonce: requireBase64(cipher, 'nonce', '/cipher'),
    ciphertext: requireBase64(document, 'ciphertext', ''),
  };
}

/** RFC 7914 §2: N a power of two above 1. Its memory is 128·N·r octets, its work that times p. */
function boundedCost(cost: Box['cost']): Box['cost'] {
  const { N, r, p } = cost;
  const sound = N > 1 && N <= 2 ** 30 && (N & (N - 1)) === 0 && r >= 1 && p >= 1;
  if (!sound) throw new Malformed('key-format', 'the cost of scrypt is out of its range');
  if (128 * N * r > LIMITS.derivationMemory || N * r * p > LIMITS.derivationRounds)
    throw new Malformed('limit-exceeded', 'the password of the cosign key is stretched further than is done here');
  return cost;
}

function unseal({ cost, salt, nonce, ciphertext }: Box, password: Bytes): Bytes | null {
  if (nonce.length !== NONCE_OCTETS || ciphertext.length <= TAG_OCTETS) return null;
  const maxmem = 2 * LIMITS.derivationMemory;
  const key = Uint8Array.from(scryptSync(password, salt, KEY_OCTETS, { ...cost, maxmem }));
  try {
    return secretbox(key, nonce).open(ciphertext);
  } catch (error) {
    // The library's one way to say that the authenticator is wrong.
    if (!(error instanceof Error) || error.message !== 'invalid tag') throw error;
    return null;
  } finally {
    key.fill(0);
  }
}

/** SEQUENCE { INTEGER 0, SEQUENCE … }: told apart from SEC 1, whose INTEGER is 1, before anything is imported. */
function startsAsPkcs8(der: Bytes): boolean {
  const at = der[1]! < 0x80 ? 2 : 2 + (der[1]! & 0x7f);
  return der[0] === 0x30 && der[at] === 0x02 && der[at + 1] === 1 && der[at + 2] === 0 && der[at + 3] === 0x30;
}

/** Readers tell what they saw and where: of a private key nobody shall be told. */
function discreetly<T>(read: () => T, failure: string): T {
  const parsed = attempt(read);
  if (parsed.ok) return parsed.value;
  const { reason, detail } = parsed.problem;
  throw reason === 'algorithm-unsupported' || reason === 'limit-exceeded'
    ? new Malformed(reason, detail)
    : new Malformed('key-format', failure);
}
