// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { decodeBase64UrlUnpadded } from '../encoding/base64.ts';
import { childrenOf, type DerNode, DerSequence, readDer, TAG } from '../encoding/der.ts';
import { readNull, readOid, readWholeBitString } from '../encoding/der-values.ts';
import { decodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { KeyKind, PublicKey } from '../model/public-key.ts';
import { CURVES, type Curve } from './curves.ts';
import { sha256Hex } from './digest.ts';
import { ED25519_OCTETS, isCanonicalY, isSmallOrder } from './ed25519-encoding.ts';
import { asBuffer, decodeWithOpenssl, keyObjectOf } from './key-objects.ts';
import { readRsaNumbers } from './rsa-key.ts';
import { readPssScheme } from './rsa-pss-parameters.ts';

const ED25519_PREFIX = decodeHex('302a300506032b6570032100');
const OID = {
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

/**
 * SubjectPublicKeyInfo (RFC 5280 §4.1.2.7; RFC 5480, RFC 8410, RFC 4055) of a kind on our list, in DER and nothing else.
 * A compressed point and RSASSA-PSS parameters give the fingerprint of the plain form: one key has one identity (attacks B03).
 *
 * @throws Malformed `key-format`, `key-private`, `algorithm-unsupported`, `limit-exceeded`
 */
export function importSpki(der: Bytes): PublicKey {
  // Nearly all keys have one of four fixed shapes, for which a comparison of the prefix is the whole strict reading.
  if (der.length === ED25519_PREFIX.length + ED25519_OCTETS && startsWith(der, ED25519_PREFIX)) return ed25519Key(der);
  for (const curve of CURVES) {
    if (der.length === curve.spkiPrefix.length + 2 * curve.octets && startsWith(der, curve.spkiPrefix)) {
      return ecKey(curve, der);
    }
  }
  return readingKey(() => readSpki(der));
}

/**
 * RSAPublicKey (RFC 8017 A.1.1), the content of a `RSA PUBLIC KEY` block.
 *
 * @throws Malformed `key-format`, `key-private`, `algorithm-unsupported`, `limit-exceeded`
 */
export function importPkcs1(der: Bytes): PublicKey {
  return readingKey(() => {
    const node = readDer(der);
    refusePrivate(node);
    return rsaKey(der, node, null);
  });
}

/**
 * The 32 octets of an Ed25519 key (RFC 8032 §5.1.5).
 *
 * @throws Malformed `key-format`
 */
export function importEd25519Raw(point: Bytes): PublicKey {
  if (point.length !== ED25519_OCTETS) throw new Malformed('key-format', `an Ed25519 key of ${point.length} bytes`);
  return ed25519Key(joined(ED25519_PREFIX, point));
}

/**
 * An uncompressed point of a known curve.
 *
 * @throws Malformed `key-format`
 */
export function importCoordinates(curve: Curve, x: Bytes, y: Bytes): PublicKey {
  if (x.length !== curve.octets || y.length !== curve.octets) {
    throw new Malformed('key-format', `coordinates of ${x.length} and ${y.length} bytes, not ${curve.octets}`);
  }
  return ecKey(curve, joined(curve.spkiPrefix, x, y));
}

function readSpki(der: Bytes): PublicKey {
  const node = readDer(der);
  refusePrivate(node);
  const fields = new DerSequence(node, 'SubjectPublicKeyInfo');
  const algorithm = new DerSequence(fields.next('algorithm'), 'the algorithm');
  const oid = readOid(algorithm.next('its identifier'));
  const parameters = algorithm.done ? null : algorithm.next('parameters');
  algorithm.end();
  const key = readWholeBitString(fields.next('subjectPublicKey'), 'a public key');
  fields.end();
  switch (oid) {
    case OID.ec:
      return ecPoint(parameters, key, der);
    case OID.ed25519:
      throw new Malformed('key-format', 'an Ed25519 key has 32 bytes and no parameters');
    case OID.rsa:
      if (parameters === null) throw new Malformed('key-format', 'rsaEncryption without its NULL parameters');
      readNull(parameters);
      return rsaKey(key, readDer(key), der);
    case OID.rsaPss:
      return { ...rsaKey(key, readDer(key), null), scheme: readPssScheme(parameters) };
    default:
      throw new Malformed('algorithm-unsupported', `a key of algorithm ${oid}`);
  }
}

function ecPoint(parameters: DerNode | null, point: Bytes, der: Bytes): PublicKey {
  if (parameters === null) throw new Malformed('key-format', 'an elliptic curve key names no curve');
  if (parameters.tag !== TAG.oid)
    throw new Malformed('algorithm-unsupported', 'a curve that is not named by its identifier');
  const oid = readOid(parameters);
  const curve = CURVES.find((entry) => entry.oid === oid);
  if (curve === undefined) throw new Malformed('algorithm-unsupported', `a key on curve ${oid}`);
  const compressed = point.length === 1 + curve.octets && (point[0] === 2 || point[0] === 3);
  if (!compressed)
    throw new Malformed('key-format', `a point of ${curve.jwkName} that is neither uncompressed nor compressed`);
  const { x, y } = decodeWithOpenssl(`the point is not on ${curve.jwkName}`, () =>
    createPublicKey({ key: asBuffer(der), format: 'der', type: 'spki' }).export({ format: 'jwk' }),
  );
  return importCoordinates(curve, decodeBase64UrlUnpadded(x ?? ''), decodeBase64UrlUnpadded(y ?? ''));
}

function ecKey(curve: Curve, spki: Bytes): PublicKey {
  const key = keyOf(curve.kind, spki, curve.bits);
  decodeWithOpenssl(`the point is not on ${curve.jwkName}`, () => keyObjectOf(key));
  return key;
}

function ed25519Key(spki: Bytes): PublicKey {
  const point = spki.subarray(ED25519_PREFIX.length);
  if (!isCanonicalY(point)) throw new Malformed('key-format', 'the Ed25519 point is not in its canonical encoding');
  return keyOf('ed25519', spki, 255, isSmallOrder(point) ? 'the Ed25519 point is of small order' : null);
}

/** @param spki the SubjectPublicKeyInfo if at hand, else it is made from the RSAPublicKey */
function rsaKey(pkcs1: Bytes, node: DerNode, spki: Bytes | null): PublicKey {
  const { bits, weakness } = readRsaNumbers(node);
  return keyOf('rsa', spki ?? spkiOfPkcs1(pkcs1), bits, weakness);
}

function spkiOfPkcs1(pkcs1: Bytes): Bytes {
  return decodeWithOpenssl('OpenSSL does not take this RSA key', () =>
    Uint8Array.from(
      createPublicKey({ key: asBuffer(pkcs1), format: 'der', type: 'pkcs1' }).export({ format: 'der', type: 'spki' }),
    ),
  );
}

function keyOf(kind: KeyKind, spki: Bytes, bits: number, weakness: string | null = null): PublicKey {
  return { kind, spki, fingerprint: sha256Hex(spki), bits, weakness, scheme: null };
}

/**
 * Private structures begin with a version (PKCS#8, SEC 1, PKCS#1, PKCS#12), or pair an algorithm with an OCTET STRING
 * (encrypted PKCS#8). The one public structure that begins with an INTEGER is RSAPublicKey, of exactly two.
 */
function refusePrivate(node: DerNode): void {
  if (node.tag !== TAG.sequence) return;
  const [first, second, ...more] = childrenOf(node);
  const isPkcs1Public = first?.tag === TAG.integer && second?.tag === TAG.integer && more.length === 0;
  const isVersioned = first?.tag === TAG.integer && second !== undefined && !isPkcs1Public;
  const isEncrypted = first?.tag === TAG.sequence && second?.tag === TAG.octetString;
  if (isVersioned || isEncrypted) throw new Malformed('key-private', 'the DER has the structure of a private key');
}

/** A key that is no DER is a malformed key: the reason names what was wanted. */
function readingKey(read: () => PublicKey): PublicKey {
  const parsed = attempt(read);
  if (parsed.ok) return parsed.value;
  const { reason, detail } = parsed.problem;
  throw new Malformed(reason === 'der-invalid' ? 'key-format' : reason, detail);
}

function startsWith(bytes: Bytes, prefix: Bytes): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[i] !== prefix[i]) return false;
  return true;
}

function joined(...parts: readonly Bytes[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}
