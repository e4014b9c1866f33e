// SPDX-License-Identifier: Apache-2.0
import { constants, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bigEndian, bytes, flipped, sha256, toBigInt } from '../../scripts/mint/bytes.ts';
import { ARTIFACT, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { bitString, integer, NULL, oid, pem, sequence, tlv } from '../../scripts/mint/der.ts';
import { envelopeJson, IN_TOTO, pae } from '../../scripts/mint/dsse.ts';
import { edKey, highS, rawEcdsa } from '../../scripts/mint/keys.ts';
import { PLAIN, RSA } from '../../scripts/mint/plain-keys.ts';
import { parseDigestOperand } from '../../src/artifact/digest-operand.ts';
import { resolveScheme } from '../../src/crypto/algorithms.ts';
import { isHashName } from '../../src/crypto/digest.ts';
import { loadEngine, outcomeReason } from '../../src/crypto/engine.ts';
import { resolveMac } from '../../src/crypto/mac.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import {
  accepted,
  envelope,
  fixtureCases,
  folder,
  keyOf,
  refused,
  refusesCase,
  runCase,
  verifyEnvelope,
} from './evidence.ts';
import { judged, type Outcome, program } from './program.ts';

const SIGNED = pae({ payloadType: IN_TOTO, payload: PROVENANCE });
const sealed = (sig: Uint8Array) => envelopeJson({ payloadType: IN_TOTO, payload: PROVENANCE, signatures: [{ sig }] });

/** `verify` with a key file of one's own. */
function underKey(sig: Uint8Array, key: Uint8Array | string): Promise<Outcome> {
  return verifyEnvelope(sealed(sig), { keys: [], more: ['--key', 'key'], files: { key } });
}

describe('D01 · weak or absurd keys', () => {
  it.each(['dsse-rsa-1024--key-weak', 'dsse-rsa-exponent-1--key-weak', 'dsse-rsa-exponent-3--key-weak'])(
    'refuses %s',
    async (name) => {
      await refusesCase(name);
    },
  );
  const curves = ['secp112r1', 'prime192v1', 'secp224r1', 'brainpoolP256r1', 'secp256k1'];
  it.each(curves)('refuses a key on %s', async (namedCurve) => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
    const sig = sign('sha256', SIGNED, privateKey);
    refused(await underKey(sig, publicKey.export({ format: 'der', type: 'spki' })), 64, 'algorithm-unsupported');
  });
  it.each(['ed448', 'x25519', 'dsa'] as const)('refuses a key of kind %s', async (kind) => {
    const { publicKey } =
      kind === 'dsa'
        ? generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 })
        : generateKeyPairSync(kind as 'ed448');
    refused(await underKey(bytes([1]), publicKey.export({ format: 'der', type: 'spki' })), 64, 'algorithm-unsupported');
  });
  it('refuses an even modulus or exponent, and an exponent of hundreds of bits', async () => {
    const { n } = rsaNumbersOf();
    const spki = (modulus: bigint, e: bigint) =>
      sequence(sequence(oid('1.2.840.113549.1.1.1'), NULL), bitString(sequence(integer(modulus), integer(e))));
    for (const key of [spki(n - 1n, 65537n), spki(n, 65538n), spki(n, n + 2n), spki(0n, 65537n)]) {
      refused(await underKey(RSA.sign(SIGNED), key), 64, 'key-format');
    }
    refused(await underKey(RSA.sign(SIGNED), spki(n, (1n << 256n) + 1n)), 64, 'algorithm-unsupported');
  });
  it('refuses a modulus of 8,193 bits and more', async () => {
    const key = sequence(
      sequence(oid('1.2.840.113549.1.1.1'), NULL),
      bitString(sequence(integer((1n << 8200n) + 1n), integer(65537))),
    );
    refused(await underKey(new Uint8Array(1026), key), 3, 'key-weak');
  });
  it('shows the mathematics of a weak key in the single step, and names it', async () => {
    const outcome = await runCase('check-signature-weak-key');
    accepted(outcome);
    expect(outcome.findings).toContain('weak-key');
  });
});

describe('D02 · RSA PKCS#1 v1.5 laxness', () => {
  const { n, d } = rsaNumbersOf();
  const digestInfo = (parameters: Uint8Array) =>
    sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), parameters), tlv(4, sha256(SIGNED)));
  const block = (tail: Uint8Array, between: Uint8Array, end = bytes()) => bytes([0, 1], between, [0], tail, end);
  const raw = (em: Uint8Array) => bigEndian(power(toBigInt(em), d, n), 256);
  const full = (tail: Uint8Array) => new Uint8Array(256 - 3 - tail.length).fill(0xff);
  const right = digestInfo(NULL);
  const forged: Readonly<Record<string, Uint8Array>> = {
    'garbage behind the digest': raw(
      block(right, new Uint8Array(8).fill(0xff), new Uint8Array(256 - 11 - right.length)),
    ),
    'short padding': raw(
      bytes(new Uint8Array(64), block(right, new Uint8Array(256 - 64 - 3 - right.length).fill(0xff))),
    ),
    'another octet in the padding': raw(block(right, flipped(full(right), 20))),
    'block type 2': raw(bytes([0, 2], full(right), [0], right)),
    'no algorithm parameters': raw(block(digestInfo(bytes()), full(digestInfo(bytes())))),
    'a bare digest': raw(block(sha256(SIGNED), full(sha256(SIGNED)))),
    'a digest of another hash': RSA.sign(SIGNED, 'sha512'),
    'SHA-1': RSA.sign(SIGNED, 'sha1'),
  };
  it('accepts the one right block', async () => {
    const made = raw(block(right, full(right)));
    expect(made).toEqual(RSA.sign(SIGNED));
    accepted(await verifyEnvelope(sealed(made), { keys: ['rsa2048'] }));
  });
  it.each(Object.keys(forged))('refuses %s', async (what) =>
    refused(await verifyEnvelope(sealed(forged[what]!), { keys: ['rsa2048'] }), 3, 'signature-mismatch'),
  );
  it('refuses a signature of another length', async () => {
    for (const sig of [bytes([0], RSA.sign(SIGNED)), RSA.sign(SIGNED).subarray(1)]) {
      refused(await verifyEnvelope(sealed(sig), { keys: ['rsa2048'] }), 3, 'signature-encoding');
    }
  });
});

describe('D03 · RSA-PSS salt', () => {
  const salted = (saltLength: number) =>
    Uint8Array.from(
      sign('sha256', SIGNED, { key: RSA.privatePem, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }),
    );
  const asked = { keys: ['rsa2048'] as const, more: ['--key-scheme', 'rsassa-pss-sha256'] };
  it.each([0, 1, 20, 31, 33, 222])('refuses a salt of %i octets', async (salt) => {
    refused(await verifyEnvelope(sealed(salted(salt)), asked), 3, 'signature-mismatch');
  });
  it('accepts 32, and refuses PKCS#1 where PSS was asked for', async () => {
    accepted(await verifyEnvelope(sealed(salted(32)), asked));
    refused(await verifyEnvelope(sealed(RSA.sign(SIGNED)), asked), 3, 'signature-mismatch');
    await refusesCase('dsse-rsa-pss-short-salt--signature-mismatch');
  });
});

describe('D04 · Ed25519 dialect', () => {
  const L = 2n ** 252n + 27742317777372353535851937790883648493n;
  const little = (value: bigint) => bigEndian(value, 32).reverse();
  it('S is below the order', async () => {
    const sig = PLAIN.ed25519.sign(SIGNED);
    const s = toBigInt(Uint8Array.from(sig.subarray(32)).reverse());
    for (const more of [L, 2n * L])
      refused(await verifyEnvelope(sealed(bytes(sig.subarray(0, 32), little(s + more)))), 3, 'signature-mismatch');
  });
  it('has 64 octets', async () => {
    await refusesCase('dsse-ed25519-short--signature-encoding');
    refused(await verifyEnvelope(sealed(bytes(PLAIN.ed25519.sign(SIGNED), [0]))), 3, 'signature-encoding');
  });
  it('no key or R of small order, where S = 0 signs everything', async () => {
    const small = ['01', 'ec', 'ee', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'].map((hex) =>
      Buffer.from(hex.padEnd(64, hex.length === 2 ? '0' : ''), 'hex'),
    );
    const minusOne = Buffer.from(`ec${'ff'.repeat(30)}7f`, 'hex');
    for (const point of [small[0]!, minusOne, small[3]!]) {
      const spki = sequence(sequence(oid('1.3.101.112')), bitString(point));
      for (const engine of ['native', 'noble', 'dual']) {
        const outcome = await verifyEnvelope(sealed(bytes(point, new Uint8Array(32))), {
          keys: [],
          more: ['--key', 'key', '--engine', engine],
          files: { key: spki },
        });
        expect([3, 64], engine).toContain(outcome.code);
      }
    }
  });
});

describe('D05 · ECDSA r and s: range, DER, malleability', () => {
  const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const good = PLAIN.p256.sign(SIGNED);
  const raw = rawEcdsa(good, 32);
  const [r, s] = [toBigInt(raw.subarray(0, 32)), toBigInt(raw.subarray(32))];
  const ask = (sig: Uint8Array) => verifyEnvelope(sealed(sig), { keys: ['p256'] });
  it('zero and the order are out of range', async () => {
    await refusesCase('dsse-ecdsa-zero--signature-mismatch');
    for (const [a, b] of [
      [0n, 0n],
      [0n, s],
      [r, 0n],
      [N, s],
      [r, N],
      [r + N, s],
      [r, s + N],
      [N, N],
    ] as const) {
      const outcome = await ask(sequence(integer(a), integer(b)));
      expect(outcome.code).toBe(3);
      expect(outcome.reasons.join()).toMatch(/^signature-(mismatch|encoding)$/);
    }
    refused(await ask(new Uint8Array(64)), 3, 'signature-mismatch');
  });
  const loose: Readonly<Record<string, Uint8Array>> = {
    'a trailing octet': bytes(good, [0]),
    'a third number': sequence(integer(r), integer(s), integer(1)),
    'one number': sequence(integer(r)),
    'a leading zero too many': sequence(tlv(2, bytes([0, 0], bigEndian(r, 32))), integer(s)),
    'a long form of a short length': bytes([0x30, 0x81, good[1]!], good.subarray(2)),
    'an indefinite length': bytes([0x30, 0x80], good.subarray(2), [0, 0]),
    'a negative number': sequence(tlv(2, bytes([0x80 | raw[0]!], raw.subarray(1, 32))), integer(s)),
    'raw numbers of 63 octets': raw.subarray(1),
    'raw numbers of 65 octets': bytes([0], raw),
  };
  it.each(Object.keys(loose))('refuses %s', async (what) => refused(await ask(loose[what]!), 3, 'signature-encoding'));
  it('a high s is as good as a low one', async () => {
    accepted(await ask(good));
    accepted(await ask(highS(good, 'p256')));
    accepted(await runCase('signature-high-s'));
  });
  it('r‖s is read where it is no DER, and the facts say so', async () => {
    const outcome = await runCase('dsse-key-p256-raw');
    accepted(outcome);
    expect(outcome.checks.find(({ id }) => id === 'signature.valid')!.facts['encoding']).toBe('p1363');
  });
});

describe('D06 · key parsing tolerance', () => {
  it('no private key, not even beside a public one', async () => {
    await refusesCase('key-file-of-a-private-key--key-private', 64);
    for (const key of [PLAIN.p256.privatePem + PLAIN.p256.publicPem, PLAIN.p256.publicPem + PLAIN.p256.privatePem]) {
      const outcome = await underKey(PLAIN.p256.sign(SIGNED), key);
      expect(outcome.code).toBe(64);
      expect(outcome.stderr).not.toContain(PLAIN.p256.privatePem.split('\n')[1]);
    }
    const jwk = {
      ...JSON.parse(JSON.stringify(createPublicKey(PLAIN.p256.publicPem).export({ format: 'jwk' }))),
      d: 'AAAA',
    };
    refused(await underKey(PLAIN.p256.sign(SIGNED), JSON.stringify(jwk)), 64, 'key-private');
  });
  it.each([
    'key-file-two-blocks--pem-invalid',
    'key-file-tail--key-format',
    'key-file-off-the-curve--key-format',
    'key-file-secp256k1--algorithm-unsupported',
  ])('refuses %s', async (name) => void (await refusesCase(name, 64)));
  it('one block with its label, and nothing else', async () => {
    const { publicPem } = PLAIN.ed25519;
    const labels = ['CERTIFICATE', 'EC PUBLIC KEY', 'PUBLIC  KEY', 'public key'];
    const texts = [
      `x${publicPem}`,
      `# key\n${publicPem}`,
      `${publicPem}x`,
      ...labels.map((label) => pem(label, PLAIN.ed25519.spki)),
      publicPem.replace('END', 'end'),
      publicPem.trim().slice(0, -1),
    ];
    for (const text of texts) {
      const outcome = await underKey(PLAIN.ed25519.sign(SIGNED), text);
      expect(outcome.code, text).toBe(64);
    }
    for (const text of [publicPem, publicPem.trimEnd(), publicPem.replaceAll('\n', '\r\n')])
      accepted(await underKey(PLAIN.ed25519.sign(SIGNED), text));
  });
});

describe('D07 · one implementation only', () => {
  it.each(['ed25519', 'p256', 'p384', 'p521'] as const)('both engines say the same of %s', async (name) => {
    const bad = sealed(flipped(PLAIN[name].sign(SIGNED), -1));
    for (const engine of ['native', 'noble', 'dual']) {
      accepted(await verifyEnvelope(envelope(name), { keys: [name], more: ['--engine', engine] }));
      refused(await verifyEnvelope(bad, { keys: [name], more: ['--engine', engine] }), 3, 'signature-mismatch');
    }
  });
  it('a disagreement is never a pass', async () => {
    const engine = await loadEngine('dual');
    const key = importSpki(PLAIN.ed25519.spki);
    expect(engine.enginesFor('ed25519')).toEqual(['native', 'noble']);
    expect(engine.verify('ed25519', key, ARTIFACT, PLAIN.ed25519.sign(ARTIFACT))).toBe('valid');
    // One engine remembers the key that was read, the other reads the octets, which are then those of another key.
    const split = { ...key };
    expect(engine.verify('ed25519', split, ARTIFACT, PLAIN.ed25519.sign(ARTIFACT))).toBe('valid');
    Object.assign(split, { spki: edKey('nobody').spki });
    for (const signer of [PLAIN.ed25519, edKey('nobody')]) {
      expect(engine.verify('ed25519', split, ARTIFACT, signer.sign(ARTIFACT))).toBe('engines-disagree');
    }
    expect(outcomeReason('engines-disagree')).toBe('engines-disagree');
  });
  it('where only one has the algorithm, it is said', async () => {
    await refusesCase('dsse-rsa-noble--engine-lacks-algorithm');
    const outcome = await verifyEnvelope(envelope('rsa2048'), { keys: ['rsa2048'], more: ['--engine', 'dual'] });
    accepted(outcome);
    expect(outcome.checks.find(({ id }) => id === 'signature.valid')!.facts['engines']).toEqual(['native']);
    expect(outcome.findings).toContain('one-engine');
    const step = await runCase('check-signature-rsa-pss', '--engine', 'dual');
    accepted(step);
    expect(step.findings).toContain('one-engine');
    const words = fixtureCases().find(({ name }) => name === 'check-signature-rsa-pss')!;
    const shown = await program([...words.command, '--engine', 'dual'], words.folder);
    expect(shown.stdout.replaceAll(/\s+/g, ' ')).toContain('one-engine: only one engine has this algorithm (rsa-pss-');
    const both = await verifyEnvelope(envelope('p256'), { keys: ['p256'], more: ['--engine', 'dual'] });
    expect(both.findings).not.toContain('one-engine');
  });
});

describe('D08 · hash names from evidence', () => {
  const names = ['md5', 'sha1', 'shake128', 'SHA256', 'sha3-256', 'constructor', '__proto__', 'toString', ''];
  it('are looked up in a fixed list', async () => {
    for (const name of names) {
      expect(isHashName(name), name).toBe(false);
      expect(resolveScheme(name), name).toBeNull();
      expect(resolveMac(name), name).toBeNull();
      expect(parseDigestOperand(`${name}:${'00'.repeat(32)}`), name).toBeNull();
      const outcome = await judged(['verify', `${name}:${'00'.repeat(32)}`, ...keyOf('ed25519')], folder({}));
      expect(outcome.code).not.toBe(0);
      const step = await judged(
        ['check', 'signature', '--alg', name, ...keyOf('ed25519'), '--data', 'd', '--signature', 's'],
        folder({ d: 'd', s: 's' }),
      );
      expect(step.code, name).toBe(64);
    }
  });
});

/** The private numbers of the fixtures' RSA key, to write blocks that no library would sign. */
function rsaNumbersOf(): { n: bigint; d: bigint } {
  const jwk = createPrivateKey(RSA.privatePem).export({ format: 'jwk' }) as { n: string; d: string };
  const number = (text: string) => toBigInt(Uint8Array.from(Buffer.from(text, 'base64url')));
  return { n: number(jwk.n), d: number(jwk.d) };
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let factor = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}
