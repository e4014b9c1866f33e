// SPDX-License-Identifier: Apache-2.0
// Writes what `selftest` compares itself with: signatures of every scheme, made by keys that are published or kept with the
// fixtures, and a few pieces of minted evidence with the verdict that each must come to. `--check` compares instead.
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateEncrypt,
  sign,
  verify,
} from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { finish, ROOT, textOf } from './lib/sources.ts';

const check = process.argv.includes('--check');
const MESSAGE = 'sample';
const problems: string[] = [];
const OUTPUT = 'src/kit/generated/known-answers.generated.ts';

interface Vector {
  readonly scheme: string;
  readonly message: string;
  /** SubjectPublicKeyInfo and signature in base64. */
  readonly key: string;
  readonly signature: string;
  readonly source: string;
}

/** RFC 6979 A.2.5 to A.2.7: private keys in hexadecimal. noble's signatures are those of the RFC. */
const CURVES = [
  ['p256', p256, 'A.2.5', 'c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721'],
  [
    'p384',
    p384,
    'A.2.6',
    '6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5',
  ],
  [
    'p521',
    p521,
    'A.2.7',
    '00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75caa896eb32f1f47c70855836a6d16fcc1466f6d8fbec67db89ec0c08b0e996b83538',
  ],
] as const;
const HASHES = ['sha256', 'sha384', 'sha512'] as const;
const message = Buffer.from(MESSAGE);

const vectors: Vector[] = [
  ed25519Vector(),
  ...CURVES.flatMap(([name, curve, place, secret]) =>
    HASHES.map((hash): Vector => {
      const digest = createHash(hash).update(message).digest();
      const bytes = curve.sign(digest, Buffer.from(secret, 'hex'), { prehash: false, lowS: false, format: 'der' });
      return {
        scheme: `ecdsa-${name}-${hash}`,
        message: hex(message),
        key: spkiOfPoint(name, curve.getPublicKey(Buffer.from(secret, 'hex'), false)),
        signature: Buffer.from(bytes).toString('base64'),
        source: `RFC 6979 ${place}`,
      };
    }),
  ),
  ...rsaVectors(),
  mlDsaVector(),
];

function spkiOfPoint(name: 'p256' | 'p384' | 'p521', point: Uint8Array): string {
  const size = (point.length - 1) / 2;
  const coordinate = (at: number) => Buffer.from(point.subarray(at, at + size)).toString('base64url');
  const crv = { p256: 'P-256', p384: 'P-384', p521: 'P-521' }[name];
  const jwk = { kty: 'EC', crv, x: coordinate(1), y: coordinate(1 + size) };
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** RFC 8032 7.1, TEST 3: signing is without chance, and its published signature must come of it. */
function ed25519Vector(): Vector {
  const secret = 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7';
  const der = Buffer.from(`302e020100300506032b657004220420${secret}`, 'hex');
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const signature = sign(null, Buffer.from('af82', 'hex'), privateKey);
  if (!hex(signature).startsWith('6291d657deec24024827e69c3abe01a30ce548a284743a44'))
    throw new Error('not the signature of RFC 8032');
  return {
    scheme: 'ed25519',
    message: 'af82',
    key: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: signature.toString('base64'),
    source: 'RFC 8032 7.1 TEST 3',
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function rsaVectors(): Vector[] {
  const privateKey = createPrivateKey(textOf('fixtures/keys/rsa2048.UNSAFE.pem'));
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  const source = 'fixtures/keys/rsa2048';
  return HASHES.flatMap((hash): Vector[] => [
    {
      scheme: `rsa-pkcs1v15-${hash}`,
      message: hex(message),
      key,
      signature: sign(hash, message, privateKey).toString('base64'),
      source,
    },
    {
      scheme: `rsa-pss-${hash}`,
      message: hex(message),
      key,
      signature: privateEncrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, pssEncoded(hash)).toString(
        'base64',
      ),
      source,
    },
  ]);
}

/** EMSA-PSS (RFC 8017 9.1.1) with a salt of zeros, so that the same bytes come of it each time; for a modulus of 2048 bits. */
function pssEncoded(hash: string): Buffer {
  const h = (...parts: readonly Uint8Array[]) => {
    const state = createHash(hash);
    for (const part of parts) state.update(part);
    return state.digest();
  };
  const salt = Buffer.alloc(h().length);
  const digest = h(Buffer.alloc(8), h(message), salt);
  const block = Buffer.concat([Buffer.alloc(256 - digest.length - salt.length - 2), Buffer.from([1]), salt]);
  for (let at = 0, counter = 0; at < block.length; counter++) {
    const mask = h(digest, Buffer.from([0, 0, 0, counter]));
    for (let i = 0; i < mask.length && at < block.length; i++, at++) block[at]! ^= mask[i]!;
  }
  block[0]! &= 0x7f;
  return Buffer.concat([block, digest, Buffer.from([0xbc])]);
}

/** Such signatures are made with chance: one that is there is kept. */
function mlDsaVector(): Vector {
  const found = /"scheme": "ml-dsa-44",\s+"message": "[0-9a-f]+",\s+"key": "([^"]+)",\s+"signature": "([^"]+)"/.exec(
    existing(),
  );
  const source = 'made once by this script';
  if (found !== null) {
    const key = createPublicKey({ key: Buffer.from(found[1]!, 'base64'), format: 'der', type: 'spki' });
    if (verify(null, message, key, Buffer.from(found[2]!, 'base64')))
      return { scheme: 'ml-dsa-44', message: hex(message), key: found[1]!, signature: found[2]!, source };
  }
  const { privateKey, publicKey } = generateKeyPairSync('ml-dsa-44');
  return {
    scheme: 'ml-dsa-44',
    message: hex(message),
    key: (publicKey as never as { export(o: object): Buffer })
      .export({ type: 'spki', format: 'der' })
      .toString('base64'),
    signature: sign(null, message, privateKey).toString('base64'),
    source,
  };
}

function existing(): string {
  try {
    return textOf(OUTPUT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

const WHO = {
  san: 'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
  issuer: 'https://issuer.mint.example',
};
const FILES: Readonly<Record<string, string>> = {
  'artifact.txt': textOf('fixtures/cases/bundle-v0.3-message/artifact.txt'),
  'altered.txt': textOf('fixtures/cases/bundle-v0.3-message/artifact.txt').replace(/.$/m, '!'),
  'trusted-root.json': compact('fixtures/shared/trusted-root.json'),
  'message.sigstore.json': compact('fixtures/cases/bundle-v0.3-message/bundle.sigstore.json'),
  'statement.sigstore.json': compact('fixtures/cases/bundle-v0.3-dsse/bundle.sigstore.json'),
  'rekor-v2.sigstore.json': compact('fixtures/cases/rekor-v2-message/bundle.sigstore.json'),
  'signed-by-key.dsse.json': compact('fixtures/cases/dsse-key-p256/artifact.dsse.json'),
  'key.pub.pem': textOf('fixtures/keys/p256.pub.pem'),
  'other.pub.pem': textOf('fixtures/keys/ed25519.pub.pem'),
};

function compact(path: string): string {
  return JSON.stringify(JSON.parse(textOf(path)));
}

const CASES = [
  {
    name: 'message',
    about: 'a bundle over a file: signature, certificate, log, timestamp',
    evidence: ['message.sigstore.json'],
    expected: passed(),
  },
  {
    name: 'statement',
    about: 'a bundle that holds an in-toto statement',
    evidence: ['statement.sigstore.json'],
    expected: passed(),
  },
  {
    name: 'rekor-v2',
    about: 'a bundle logged in Rekor v2: checkpoint and timestamp',
    evidence: ['rekor-v2.sigstore.json'],
    expected: passed(),
  },
  {
    name: 'key',
    about: 'an envelope under a plain key',
    evidence: ['signed-by-key.dsse.json'],
    keys: ['key.pub.pem'],
    expected: passed(),
  },
  {
    name: 'altered',
    about: 'another artifact than was signed',
    artifact: 'altered.txt',
    evidence: ['message.sigstore.json'],
    expected: refused(2, 'TOTAL-FAILED', 'artifact-digest-mismatch'),
  },
  {
    name: 'altered-statement',
    about: 'another artifact than the statement names',
    artifact: 'altered.txt',
    evidence: ['statement.sigstore.json'],
    expected: refused(2, 'TOTAL-FAILED', 'subject-digest-mismatch'),
  },
  {
    name: 'stranger',
    about: 'signed by somebody else than was asked for',
    evidence: ['message.sigstore.json'],
    identity: { ...WHO, san: 'https://code.mint.example/mallory' },
    expected: refused(3, 'INDETERMINATE', 'identity-mismatch'),
  },
  {
    name: 'other-key',
    about: 'an envelope under another key than was given',
    evidence: ['signed-by-key.dsse.json'],
    keys: ['other.pub.pem'],
    expected: refused(3, 'TOTAL-FAILED', 'signature-encoding'),
  },
  {
    name: 'warned',
    about: 'the same, where a policy warns only',
    evidence: ['message.sigstore.json'],
    identity: { ...WHO, san: 'https://code.mint.example/mallory' },
    fallback: 'warn',
    expected: refused(1, 'INDETERMINATE', 'identity-mismatch'),
  },
  {
    name: 'nothing',
    about: 'an artifact, and no evidence for it',
    evidence: [],
    expected: refused(3, 'INDETERMINATE', 'signature-absent'),
  },
  {
    name: 'without-artifact',
    about: 'evidence, and not what it is about',
    artifact: null,
    evidence: ['message.sigstore.json'],
    expected: refused(4, 'INDETERMINATE', 'artifact-absent'),
  },
  {
    name: 'root-age',
    about: 'a trusted root that must not be old, and does not say how old it is',
    evidence: ['message.sigstore.json'],
    maxRootAge: '90d',
    expected: refused(5, 'INDETERMINATE', 'trusted-root-age'),
  },
  {
    name: 'unknown-root',
    about: 'evidence under a root that knows none of its signers',
    trustedRoot: null,
    evidence: ['message.sigstore.json'],
    expected: refused(3, 'INDETERMINATE', 'log-unknown'),
  },
].map((one) => ({
  artifact: 'artifact.txt',
  trustedRoot: 'trusted-root.json',
  at: '2026-03-01T00:00:00Z',
  ...('keys' in one ? {} : { identity: WHO }),
  ...one,
}));

function passed() {
  return refused(0, 'TOTAL-PASSED');
}

function refused(exitCode: number, indication: string, ...reasons: readonly string[]) {
  return { exitCode, indication, reasons };
}

const text = `// SPDX-License-Identifier: Apache-2.0
// Written by scripts/generate-known-answers.ts; do not edit.

/** Messages in hexadecimal; keys (SubjectPublicKeyInfo) and signatures (ECDSA: DER) in base64. */
export const SIGNATURE_ANSWERS: readonly {
  readonly scheme: string;
  readonly message: string;
  readonly key: string;
  readonly signature: string;
  readonly source: string;
}[] = ${JSON.stringify(vectors, null, 2)};

export const CASE_FILES: Readonly<Record<string, string>> = ${JSON.stringify(FILES, null, 2)};

export const CASES_JSON = ${JSON.stringify(JSON.stringify(CASES))};
`;
if (!check) writeFileSync(join(ROOT, OUTPUT), text);
else if (existing() !== text) problems.push(`${OUTPUT} is not what the fixtures say: run npm run known-answers`);
finish('known answers', problems, `${vectors.length} signatures, ${CASES.length} cases`);
