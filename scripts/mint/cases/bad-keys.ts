// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { base64, bytes, flipped, hash, hex, utf8 } from '../bytes.ts';
import { AT, type Case, refuted, TRUSTED_ROOT, undecided, unusable, verifyBundle } from '../case.ts';
import { bitString, integer, NULL, oid, sequence } from '../der.ts';
import { envelopeJson, IN_TOTO, pae, signedEnvelope } from '../dsse.ts';
import { IDENTITY, ISSUER } from '../fulcio.ts';
import { changed } from '../json.ts';
import { ecKey, edKey, keyHint, rsaKey } from '../keys.ts';
import { PLAIN, RSA } from '../plain-keys.ts';
import { pkcs1Block, rsaNumbers } from '../rsa.ts';
import { rekorV1, rekorV2, tsaA } from '../world.ts';
import { KEY, verifyDsse } from './common.ts';
import { ARTIFACT, ATTESTED, MESSAGE, PROVENANCE } from './good.ts';

const envelope = envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.ed25519]));
const SIGNATURES = '/signatures/0';

function dsse(document: ReturnType<typeof envelopeJson>, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  return { 'artifact.txt': ARTIFACT, 'artifact.dsse.json': document, ...more };
}

/** Signatures of envelopes and bundles. */
export function signatureCases(): Case[] {
  const other = edKey('nobody');
  const bundle = (plan: Parameters<typeof seal>[0]) => ({
    'artifact.txt': ARTIFACT,
    'bundle.sigstore.json': seal(plan).bundle,
  });
  const twice = signedEnvelope(PROVENANCE, [PLAIN.p256, PLAIN.p256]);
  const [first, second] = twice.signatures;
  const rawPayload = {
    ...signedEnvelope(PROVENANCE, [PLAIN.ed25519]),
    signatures: [{ sig: PLAIN.ed25519.sign(PROVENANCE) }],
  };
  if (first === undefined || second === undefined) throw new Error('the mint signs with each key');
  return [
    undecided(
      'dsse-unsigned--signature-absent',
      'envelope.signatures',
      'The envelope has an empty list of signatures.',
      dsse(changed(envelope, { '/signatures': [] })),
      verifyDsse(...KEY('ed25519')),
    ),
    undecided(
      'statement-bare--signature-absent',
      'envelope.signatures',
      'The evidence is a bare statement, without any envelope.',
      dsse(JSON.parse(Buffer.from(PROVENANCE).toString())),
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'bundle-two-signatures--signature-count',
      'envelope.signatures',
      'The envelope of a bundle holds two signatures; the verification material is that of one.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': changed(seal(ATTESTED).bundle, {
          '/dsseEnvelope/signatures/1': {
            sig: base64(PLAIN.p256.sign(pae({ payloadType: IN_TOTO, payload: PROVENANCE }))),
          },
        }),
      },
      verifyBundle('artifact.txt'),
    ),
    refuted(
      'bundle-no-signature--signature-count',
      'envelope.signatures',
      'The envelope of a bundle holds no signature.',
      {
        'artifact.txt': ARTIFACT,
        'bundle.sigstore.json': changed(seal(ATTESTED).bundle, { '/dsseEnvelope/signatures': [] }),
      },
      verifyBundle('artifact.txt'),
    ),
    refuted(
      'dsse-payload-changed--signature-mismatch',
      'signature.valid',
      'The payload was replaced after signing: it still names the artifact.',
      dsse(
        changed(envelope, { '/payload': base64(utf8(Buffer.from(PROVENANCE).toString().replace('hosted', 'hostel'))) }),
      ),
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'dsse-payload-type-changed--signature-mismatch',
      'signature.valid',
      'The payload type was replaced after signing: it is part of what is signed.',
      { 'envelope.json': changed(envelope, { '/payloadType': 'application/json' }) },
      ['check', 'dsse', 'envelope.json', ...KEY('ed25519')],
    ),
    refuted(
      'dsse-without-pae--signature-mismatch',
      'signature.valid',
      'The signature is over the payload alone, without the pre-authentication encoding.',
      dsse(envelopeJson(rawPayload)),
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'dsse-other-key--signature-mismatch',
      'signature.valid',
      'The envelope was signed by another key, and its hint names the trusted one.',
      dsse(
        changed(envelopeJson(signedEnvelope(PROVENANCE, [other])), { [`${SIGNATURES}/keyid`]: keyHint(PLAIN.ed25519) }),
      ),
      verifyDsse(...KEY('ed25519')),
    ),
    refuted(
      'bundle-other-key--signature-mismatch',
      'signature.valid',
      'The message was signed by another key than that of the certificate; log entry and certificate agree with the bundle.',
      bundle({ ...MESSAGE, signature: () => ecKey('p256', 'nobody').sign(ARTIFACT) }),
      verifyBundle('artifact.txt'),
    ),
    refuted(
      'bundle-public-key-other--signature-mismatch',
      'signature.valid',
      'The bundle was signed by another plain key than the one that the examiner gives; its hint and its log entry name the given one.',
      bundle({
        signer: { key: PLAIN.p256, certificate: null },
        content: { artifact: ARTIFACT },
        entries: [{ log: rekorV1 }],
        signature: () => ecKey('p256', 'nobody').sign(ARTIFACT),
      }),
      ['verify', 'artifact.txt', '--bundle', 'bundle.sigstore.json', ...KEY('p256'), ...TRUSTED_ROOT, ...AT],
    ),
    refuted(
      'bundle-signature-tail--signature-encoding',
      'signature.valid',
      'One octet follows the DER of the ECDSA signature; the log has recorded it so.',
      bundle({ ...MESSAGE, signature: (der) => bytes(der, [0]) }),
      verifyBundle('artifact.txt'),
    ),
    refuted(
      'dsse-ed25519-short--signature-encoding',
      'signature.valid',
      'The Ed25519 signature has 63 octets.',
      dsse(
        envelopeJson({
          ...signedEnvelope(PROVENANCE, []),
          signatures: [{ sig: PLAIN.ed25519.sign(pae({ payloadType: IN_TOTO, payload: PROVENANCE })).subarray(1) }],
        }),
      ),
      verifyDsse(...KEY('ed25519')),
    ),
    undecided(
      'dsse-one-key-twice--signature-threshold',
      'signature.threshold',
      'The same key has signed twice, under two key ids; two distinct keys are asked for.',
      dsse(envelopeJson({ ...twice, signatures: [first, { ...second, keyid: 'another name' }] })),
      verifyDsse(...KEY('p256'), ...KEY('ed25519'), '--threshold', '2'),
    ),
    undecided(
      'dsse-one-key-two-files--signature-threshold',
      'signature.threshold',
      'The same key is given as PEM and as JWK, and has signed twice; two distinct keys are asked for.',
      dsse(envelopeJson(twice)),
      verifyDsse(...KEY('p256'), '--key', '../../keys/p256.jwk.json', '--threshold', '2'),
    ),
    undecided(
      'dsse-one-of-two--signature-threshold',
      'signature.threshold',
      'One of two trusted keys has signed; both are asked for.',
      dsse(envelope),
      verifyDsse(...KEY('p256'), ...KEY('ed25519'), '--threshold', '2'),
    ),
    undecided(
      'bundle-public-key--signer-key-unknown',
      'key.trusted',
      'The bundle is under a plain key that the examiner has not given, and an identity is asked for.',
      bundle({
        signer: { key: PLAIN.p256, certificate: null },
        content: { artifact: ARTIFACT },
        entries: [{ log: rekorV1 }],
      }),
      [
        'verify',
        'artifact.txt',
        '--bundle',
        'bundle.sigstore.json',
        ...TRUSTED_ROOT,
        '--certificate-identity',
        IDENTITY,
        '--certificate-oidc-issuer',
        ISSUER,
        ...AT,
      ],
    ),
    undecided(
      'ed25519-message-by-digest--signed-data-needed',
      'signature.valid',
      'The artifact is given by its digest alone, and Ed25519 signs the artifact itself.',
      {
        'bundle.sigstore.json': seal({
          signer: { key: PLAIN.ed25519, certificate: null },
          content: { artifact: ARTIFACT },
          entries: [{ log: rekorV2 }],
          stamps: [{ tsa: tsaA }],
        }).bundle,
      },
      [
        'verify',
        `sha512:${hex(hash('sha512', ARTIFACT))}`,
        '--bundle',
        'bundle.sigstore.json',
        ...KEY('ed25519'),
        ...TRUSTED_ROOT,
        ...AT,
      ],
      4,
    ),
    undecided(
      'ecdsa-message-by-other-digest--signed-data-needed',
      'signature.valid',
      'The artifact is given by its SHA-512 digest alone, and the key signs with SHA-256.',
      {
        'bundle.sigstore.json': seal({
          signer: { key: PLAIN.p256, certificate: null },
          content: { artifact: ARTIFACT, hash: 'sha512' },
          entries: [],
        }).bundle,
      },
      [
        'verify',
        `sha512:${hex(hash('sha512', ARTIFACT))}`,
        '--bundle',
        'bundle.sigstore.json',
        ...KEY('p256'),
        ...TRUSTED_ROOT,
        ...AT,
      ],
      4,
    ),
  ];
}

/** Keys and algorithms. */
export function keyCases(): Case[] {
  const small = rsaKey('weak rsa1024', 1024);
  const cubic = rsaKey('weak e3', 2048, 3n);
  const secret = bytes('a secret of the fixtures, thirty-two octets and more');
  const signed = pae({ payloadType: IN_TOTO, payload: PROVENANCE });
  const exponentOne = sequence(
    sequence(oid('1.2.840.113549.1.1.1'), NULL),
    bitString(sequence(integer(rsaNumbers('plain rsa2048', 2048).n), integer(1))),
  );
  const tag = new Uint8Array(Buffer.from(hmac(secret, ARTIFACT)));
  const macFiles = { 'message.txt': ARTIFACT, 'secret.UNSAFE.bin': secret };
  const mac = [
    'check',
    'mac',
    '--alg',
    'hmac-sha256',
    '--hmac-key',
    'secret.UNSAFE.bin',
    '--data',
    'message.txt',
    '--signature',
    'tag.bin',
  ];
  return [
    unusable(
      'key-file-off-the-curve--key-format',
      'The point of the key lies on no curve.',
      dsse(envelope, { 'key.der': flipped(PLAIN.p256.spki, -1) }),
      verifyDsse('--key', 'key.der'),
    ),
    unusable(
      'key-file-tail--key-format',
      'One octet follows the DER of the key.',
      dsse(envelope, { 'key.der': bytes(PLAIN.ed25519.spki, [0]) }),
      verifyDsse('--key', 'key.der'),
    ),
    unusable(
      'key-file-two-blocks--pem-invalid',
      'The key file holds two keys; a lenient reader takes the first.',
      dsse(envelope, { 'keys.pem': PLAIN.ed25519.publicPem + PLAIN.p256.publicPem }),
      verifyDsse('--key', 'keys.pem'),
    ),
    unusable(
      'key-file-of-a-private-key--key-private',
      'A private key is given where a public one belongs.',
      dsse(envelope),
      verifyDsse('--key', '../../keys/ed25519.UNSAFE.pem'),
    ),
    undecided(
      'dsse-rsa-1024--key-weak',
      'key.trusted',
      'The signature is good, under an RSA key of 1024 bits.',
      dsse(envelopeJson(signedEnvelope(PROVENANCE, [small])), { 'weak.pub.pem': small.publicPem }),
      verifyDsse('--key', 'weak.pub.pem'),
    ),
    undecided(
      'dsse-rsa-exponent-3--key-weak',
      'key.trusted',
      'The signature is good, under an RSA key with exponent 3.',
      dsse(envelopeJson(signedEnvelope(PROVENANCE, [cubic])), { 'weak.pub.pem': cubic.publicPem }),
      verifyDsse('--key', 'weak.pub.pem'),
    ),
    undecided(
      'dsse-rsa-exponent-1--key-weak',
      'key.trusted',
      'Under exponent 1 anybody can write a signature down: this one was made without a private key.',
      dsse(
        envelopeJson({ payloadType: IN_TOTO, payload: PROVENANCE, signatures: [{ sig: pkcs1Block(signed, 256) }] }),
        {
          'weak.der': exponentOne,
        },
      ),
      verifyDsse('--key', 'weak.der'),
    ),
    refuted(
      'dsse-rsa-pss-short-salt--signature-mismatch',
      'signature.valid',
      'The salt of the RSASSA-PSS signature has 20 octets, not the 32 of its hash.',
      dsse(
        envelopeJson({
          payloadType: IN_TOTO,
          payload: PROVENANCE,
          signatures: [{ sig: RSA.signPss?.(signed, 'sha256', 20) ?? bytes() }],
        }),
      ),
      verifyDsse(...KEY('rsa2048'), '--key-scheme', 'rsassa-pss-sha256'),
    ),
    refuted(
      'dsse-ecdsa-zero--signature-mismatch',
      'signature.valid',
      'Both numbers of the ECDSA signature are zero, which careless arithmetic accepts for any message.',
      dsse(
        envelopeJson({
          payloadType: IN_TOTO,
          payload: PROVENANCE,
          signatures: [{ sig: sequence(integer(0), integer(0)) }],
        }),
      ),
      verifyDsse(...KEY('p256')),
    ),
    unusable(
      'key-file-secp256k1--algorithm-unsupported',
      'The key is on a curve that is not accepted.',
      dsse(envelope, { 'key.der': ecKey('secp256k1', 'nobody').spki }),
      verifyDsse('--key', 'key.der'),
    ),
    unusable(
      'key-scheme-of-another-key--algorithm-key-mismatch',
      'The examiner names an RSA scheme for an ECDSA key.',
      dsse(envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.p256]))),
      verifyDsse(...KEY('p256'), '--key-scheme', 'rsassa-pss-sha256'),
    ),
    undecided(
      'dsse-rsa-noble--engine-lacks-algorithm',
      'signature.valid',
      'The engine that was asked for has no RSA.',
      dsse(envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.rsa2048]))),
      verifyDsse(...KEY('rsa2048'), '--engine', 'noble'),
    ),
    refuted(
      'check-mac--mac-mismatch',
      'mac.valid',
      'One bit of the code differs.',
      { ...macFiles, 'tag.bin': flipped(tag, 0) },
      mac,
    ),
    undecided(
      'check-mac-half--mac-truncated',
      'mac.valid',
      'Only the first half of the code is given.',
      { ...macFiles, 'tag.bin': tag.subarray(0, 16) },
      mac,
    ),
    refuted(
      'selftest-vector--vector-mismatch',
      'vector.result',
      'The vector file claims that a good signature is invalid.',
      { 'vectors.json': vectorFile('invalid') },
      ['selftest', '--vectors', 'vectors.json'],
    ),
    refuted(
      'selftest-cut--vector-header',
      'vector.result',
      'The header of the vector file promises two vectors, and there is one.',
      { 'vectors.json': { ...vectorFile('valid'), numberOfTests: 2 } },
      ['selftest', '--vectors', 'vectors.json'],
    ),
  ];
}

export function hmac(secret: Uint8Array, message: Uint8Array): Uint8Array {
  const pad = (octet: number): Uint8Array => Uint8Array.from({ length: 64 }, (_, i) => (secret[i] ?? 0) ^ octet);
  if (secret.length > 64) throw new Error('the mint keeps its secrets short');
  return hash('sha256', bytes(pad(0x5c), hash('sha256', bytes(pad(0x36), message))));
}

/** A file of the shape of Wycheproof's, with one vector. */
export function vectorFile(result: 'valid' | 'invalid') {
  const key = PLAIN.ed25519;
  return {
    algorithm: 'EDDSA',
    schema: 'eddsa_verify_schema_v1.json',
    numberOfTests: 1,
    header: ['made by the mint'],
    notes: {},
    testGroups: [
      {
        type: 'EddsaVerify',
        source: { name: 'mint', version: '1' },
        publicKey: { type: 'EDDSAPublicKey', curve: 'edwards25519', keySize: 255, pk: hex(key.bits) },
        publicKeyDer: hex(key.spki),
        publicKeyPem: key.publicPem,
        tests: [{ tcId: 1, comment: '', flags: [], msg: hex(ARTIFACT), sig: hex(key.sign(ARTIFACT)), result }],
      },
    ],
  };
}
