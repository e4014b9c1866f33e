// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { base64, bytes, hash, hex, utf8 } from '../../scripts/mint/bytes.ts';
import { ARTIFACT, ATTESTED, MESSAGE, OTHER, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { bitString, oid, sequence } from '../../scripts/mint/der.ts';
import { envelopeJson, IN_TOTO, pae, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { changed, type Json, type JsonObject, textAt } from '../../scripts/mint/json.ts';
import { PLAIN, RSA } from '../../scripts/mint/plain-keys.ts';
import { provenanceV1, provenanceV02, SLSA_V1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/public-key.ts';
import { verifyPlainSignatures } from '../../src/verify/plain-signatures.ts';
import {
  accepted,
  envelope,
  folder,
  keyOf,
  refused,
  refusesCase,
  runCase,
  verifyBundle,
  verifyEnvelope,
} from './evidence.ts';
import { judged } from './program.ts';

const GOOD = envelope('ed25519');
const SIGNED = pae({ payloadType: IN_TOTO, payload: PROVENANCE });

/** A good envelope over a payload of one's own. */
function about(payload: Uint8Array, payloadType = IN_TOTO): JsonObject {
  return envelopeJson(signedEnvelope(payload, [PLAIN.ed25519], payloadType));
}

describe('B01 · no signatures = verified', () => {
  const variants: Readonly<Record<string, readonly [Json | undefined, string, number]>> = {
    'an empty list': [[], 'signature-absent', 3],
    'a list of an empty object': [[{}], 'json-shape', 3],
    'an empty signature': [[{ sig: '' }], 'envelope-format', 3],
    'a signature that is null': [[{ sig: null }], 'json-shape', 3],
    'an object in place of the list': [{}, 'json-shape', 3],
    'a text in place of the list': ['', 'json-shape', 3],
    'a null': [null, 'signature-absent', 3],
    'no list': [undefined, 'signature-absent', 3],
  };
  for (const [what, [signatures, reason, exit]] of Object.entries(variants)) {
    it(`refuses ${what}`, async () =>
      refused(await verifyEnvelope(changed(GOOD, { '/signatures': signatures })), exit, reason));
    it(`refuses ${what} in a bundle`, async () => {
      const outcome = await verifyBundle(changed(seal(ATTESTED).bundle, { '/dsseEnvelope/signatures': signatures }));
      expect(outcome.code).toBe(3);
      expect(outcome.reasons).toHaveLength(1);
    });
  }
  it('refuses a bare statement, whatever key is given', async () => {
    await refusesCase('statement-bare--signature-absent');
    await refusesCase('dsse-unsigned--signature-absent');
    await refusesCase('bundle-no-signature--signature-count');
  });
  it('cannot be talked out of it: a threshold of 0 is a slip', async () => {
    refused(
      await verifyEnvelope(changed(GOOD, { '/signatures': [] }), { more: ['--threshold', '0'] }),
      64,
      '--threshold',
    );
  });
});

describe('B02 · threshold 0, negative, NaN, string', () => {
  const slips = ['0', '-1', '1.5', '"1"', 'null', 'NaN', '1e400', '33', '01', '+1', ' 1', '1 ', '0x1', '१', ''];
  for (const name of ['--threshold', '--tlog-threshold', '--ctlog-threshold', '--timestamp-threshold']) {
    it(`${name} is a whole number or a slip`, async () => {
      for (const slip of slips) {
        if (slip === '0' && name !== '--threshold') continue;
        const outcome = await verifyEnvelope(GOOD, { more: [`${name}=${slip}`] });
        expect(outcome.code, `${name} ${slip}`).toBe(64);
        expect(outcome.report).toBeNull();
      }
    });
  }
  it('above the keys given is a verdict, and refuses', async () => {
    refused(await verifyEnvelope(GOOD, { more: ['--threshold', '32'] }), 3, 'signature-threshold');
    refused(await verifyBundle(MESSAGE, { more: ['--threshold', '2'] }), 3, 'signature-threshold');
  });
  it('holds for the single step too', async () => {
    const cwd = folder({ 'e.json': GOOD });
    for (const slip of ['0', '33', 'x']) {
      refused(
        await judged(['check', 'dsse', 'e.json', ...keyOf('ed25519'), '--threshold', slip], cwd),
        64,
        '--threshold',
      );
    }
    refused(
      await judged(['check', 'dsse', 'e.json', ...keyOf('ed25519'), '--threshold', '2'], cwd),
      3,
      'signature-threshold',
    );
  });
  it('of 0 is ignored logs, said aloud and never for signatures', async () => {
    const outcome = await verifyBundle(MESSAGE, { more: ['--tlog-threshold', '0'] });
    const { weakenings } = outcome.report as unknown as { weakenings: string[] };
    expect(weakenings).toEqual(['the transparency log is not required (--tlog-threshold 0)']);
    const other = await verifyBundle(MESSAGE, { more: ['--ctlog-threshold', '0'] });
    expect((other.report as unknown as { weakenings: string[] }).weakenings).toEqual([
      'the certificate log is not required (--ctlog-threshold 0)',
    ]);
  });
});

describe('B03 · same key counted twice', () => {
  it('under one key id, two, or in two files', async () => {
    await refusesCase('dsse-one-key-twice--signature-threshold');
    await refusesCase('dsse-one-key-two-files--signature-threshold');
    await refusesCase('dsse-one-of-two--signature-threshold');
  });
  it('as the very same signature twice', async () => {
    const [first] = signedEnvelope(PROVENANCE, [PLAIN.p256]).signatures;
    const twice = envelopeJson({ payloadType: IN_TOTO, payload: PROVENANCE, signatures: [first!, first!] });
    const outcome = await verifyEnvelope(twice, { keys: ['p256', 'ed25519'], more: ['--threshold', '2'] });
    refused(outcome, 3, 'signature-threshold');
    expect(outcome.findings).toContain('signature-duplicate');
  });
  it('as PKCS#1 v1.5 and as PSS by one RSA key', () => {
    const key = importSpki(RSA.spki);
    const at = { evidence: 'e', pointer: '' };
    const keyed = (scheme: 'rsa-pkcs1v15-sha256' | 'rsa-pss-sha256') =>
      ({ key, scheme, name: scheme, keyId: null, validFor: null }) as never;
    const signatures = [RSA.sign(SIGNED), RSA.signPss!(SIGNED)].map((sig) => ({ sig, keyHint: null }));
    const common = { message: SIGNED, signatures, hmacSecret: null, engine: nativeEngine, at, acceptWeak: false };
    const keys = [keyed('rsa-pkcs1v15-sha256'), keyed('rsa-pss-sha256')];
    expect(verifyPlainSignatures({ ...common, keys, threshold: 1 }).ok).toBe(true);
    expect(verifyPlainSignatures({ ...common, keys, threshold: 2 }).ok).toBe(false);
  });
  it('as one point, compressed and uncompressed', async () => {
    const { bits } = PLAIN.p256;
    const compressed = bytes([2 + (bits[64]! & 1)], bits.subarray(1, 33));
    const spki = sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), bitString(compressed));
    const outcome = await verifyEnvelope(envelope('p256', 'p256'), {
      keys: ['p256'],
      more: ['--key', 'c.der', '--threshold', '2'],
      files: { 'c.der': spki },
    });
    refused(outcome, 3, 'signature-threshold');
  });
  it('while two keys are two', async () => accepted(await runCase('dsse-threshold-2-of-3')));
});

describe('B04 · payloadType confusion, no PAE', () => {
  it('a signature cannot move between types, nor be over the raw payload', async () => {
    await refusesCase('dsse-payload-type-changed--signature-mismatch');
    await refusesCase('dsse-without-pae--signature-mismatch');
  });
  it('another type is not judged as a statement, and its name is compared exactly', async () => {
    await refusesCase('payload-of-another-type--payload-type-unsupported');
    await refusesCase('payload-type-case--payload-type-unsupported');
    for (const type of [`${IN_TOTO} `, ` ${IN_TOTO}`, `${IN_TOTO};charset=utf-8`, 'application/json', '']) {
      refused(await verifyEnvelope(about(PROVENANCE, type)), 3, 'payload-type-unsupported');
    }
  });
  it('the length of a type with other letters counts octets', async () => {
    const cwd = folder({ 'e.json': about(ARTIFACT, 'текст/é') });
    accepted(await judged(['check', 'dsse', 'e.json', ...keyOf('ed25519')], cwd));
    const units = bytes(`DSSEv1 ${'текст/é'.length} текст/é ${ARTIFACT.length} `, ARTIFACT);
    const wrong = envelopeJson({
      payloadType: 'текст/é',
      payload: ARTIFACT,
      signatures: [{ sig: PLAIN.ed25519.sign(units) }],
    });
    refused(
      await judged(['check', 'dsse', 'e.json', ...keyOf('ed25519')], folder({ 'e.json': wrong })),
      3,
      'signature-mismatch',
    );
  });
});

describe('B05 · statement type not checked', () => {
  it('an unknown type, or one with a slash more', async () => {
    await refusesCase('statement-v2--statement-type-unknown');
    await refusesCase('statement-type-slash--statement-type-unknown');
  });
  it('a missing type, or a list of the right one', async () => {
    const body = { subject: [{ ...subjectOf('a', ARTIFACT) }], predicateType: SLSA_V1, predicate: provenanceV1() };
    const right = 'https://in-toto.io/Statement/v1';
    for (const _type of [undefined, [right], null, 1, `${right}\n`]) {
      const outcome = await verifyEnvelope(about(utf8(JSON.stringify({ ...body, _type }))));
      expect(outcome.code).toBe(3);
      expect(outcome.checks.filter(({ outcome: o }) => o === 'failed').map(({ id }) => id)).toEqual([
        expect.stringMatching(/^statement\.(type|format)$/),
      ]);
    }
  });
  it('v0.1 is accepted and named', async () => {
    const outcome = await runCase('statement-v0.1-slsa-v0.2');
    accepted(outcome);
    expect(outcome.findings).toContain('statement-version-old');
  });
});

describe('B06 · predicateType confusion', () => {
  it('another version, or a longer name', async () => {
    await refusesCase('provenance-v0.2-for-v1--predicate-type-mismatch');
    await refusesCase('predicate-type-prefix--predicate-type-mismatch');
  });
  it('is compared exactly', async () => {
    for (const type of [`${SLSA_V1}/`, `${SLSA_V1} `, SLSA_V1.toUpperCase(), 'https://slsa.dev/provenance']) {
      const outcome = await verifyEnvelope(about(statement([subjectOf('a', ARTIFACT)], type, provenanceV1())), {
        more: ['--type', SLSA_V1],
      });
      refused(outcome, 3, 'predicate-type-mismatch');
    }
  });
  it('the schema is that of the signed type: another body under it is told', async () => {
    const outcome = await verifyEnvelope(about(statement([subjectOf('a', ARTIFACT)], SLSA_V1, provenanceV02())));
    accepted(outcome);
    expect(outcome.findings).toContain('predicate-schema-broken');
  });
  it('without a question the criteria say any', async () => {
    const outcome = await verifyEnvelope(GOOD);
    expect((outcome.report as unknown as { criteria: string[] }).criteria).toContain('any predicate type');
  });
  it('an empty or unknown short name is a slip', async () => {
    for (const type of ['', 'slsa']) refused(await verifyEnvelope(GOOD, { more: [`--type=${type}`] }), 64, 'usage');
  });
});

describe('B07 · payload not bound to the artifact', () => {
  it('a good envelope of another file', async () => {
    refused(await verifyEnvelope(GOOD, { artifact: OTHER }), 2, 'subject-digest-mismatch');
    await refusesCase('artifact-another--subject-digest-mismatch', 2);
    await refusesCase('artifact-altered--subject-digest-mismatch', 2);
    await refusesCase('message-artifact-altered--artifact-digest-mismatch', 2);
  });
  it('a good envelope and no file', async () => {
    await refusesCase('bundle-alone--artifact-absent', 4);
    const cwd = folder({ 'envelope.json': GOOD });
    refused(await judged(['verify', 'envelope.json', ...keyOf('ed25519')], cwd), 4, 'artifact-absent');
  });
  it('asked not to compare, it is never better than exit 1', async () => {
    const outcome = await verifyEnvelope(GOOD, { artifact: OTHER, more: ['--check-claims=false'] });
    expect(outcome.code).toBe(1);
    expect(outcome.report!.verdict.decision).toBe('warn');
    expect(outcome.report!.items[0]).toMatchObject({
      indication: 'TOTAL-FAILED' === outcome.report!.verdict.indication ? 'TOTAL-FAILED' : 'INDETERMINATE',
    });
  });
});

describe('B08 · digest set semantics', () => {
  const digestsOf = (digest: Record<string, string>) =>
    verifyEnvelope(about(statement([{ name: 'a', digest }], SLSA_V1, provenanceV1())));
  const right = hex(hash('sha256', ARTIFACT));
  it('a contradicting strong digest refuses, whatever matches', async () => {
    await refusesCase('subject-two-digests--subject-digest-conflict', 2);
    refused(await digestsOf({ sha256: right, sha384: '00'.repeat(48) }), 2, 'subject-digest-conflict');
    refused(await digestsOf({ sha512: '00'.repeat(64), sha256: right }), 2, 'subject-digest-conflict');
  });
  it('weak digests alone refuse', async () => {
    await refusesCase('subject-sha1-only--subject-digest-weak');
    refused(await digestsOf({ md5: '00'.repeat(16) }), 3, 'subject-digest-weak');
    refused(await digestsOf({ sha1: hex(hash('sha1', ARTIFACT)) }), 3, 'subject-digest-weak');
  });
  it('an empty set, and names of nothing, match nothing', async () => {
    await refusesCase('subject-digest-set-empty--subject-digest-other', 4);
    await refusesCase('subject-digest-name-in-capitals--subject-digest-other', 4);
    for (const name of ['constructor', 'toString', 'sha-256', 'sha256 ', 'gitCommit']) {
      refused(await digestsOf({ [name]: right }), 4, 'subject-digest-other');
    }
  });
  it('hexadecimal is lower-case, whole and bare', async () => {
    await refusesCase('subject-digest-in-capitals--subject-digest-mismatch', 2);
    await refusesCase('subject-digest-prefixed--subject-digest-mismatch', 2);
    await refusesCase('subject-digest-cut--subject-digest-mismatch', 2);
    for (const value of [right.slice(1), `${right}0`, ` ${right}`, '']) {
      const outcome = await digestsOf({ sha256: value });
      expect([2, 3]).toContain(outcome.code);
    }
  });
  it('weak and unknown ones beside a strong match do no harm', async () =>
    accepted(await digestsOf({ md5: '0', sha256: right, 'x.y': 'z' })));
});

describe('B09 · subject matching by name or first only', () => {
  it('any subject may match, and the report says which', async () => {
    const outcome = await runCase('subject-second-of-three');
    accepted(outcome);
    expect(outcome.checks.find(({ id }) => id === 'subject.digest')!.facts['subject']).toBe(1);
  });
  it('one name with two digests is told', async () => {
    const outcome = await verifyEnvelope(
      about(statement([subjectOf('a', OTHER), subjectOf('a', ARTIFACT)], SLSA_V1, provenanceV1())),
    );
    accepted(outcome);
    expect(outcome.findings).toContain('subject-name-repeated');
  });
  it('the name alone matches nothing', async () => {
    const payload = statement(
      [{ name: 'artifact.txt', digest: { sha256: hex(hash('sha256', OTHER)) } }],
      SLSA_V1,
      provenanceV1(),
    );
    refused(await verifyEnvelope(about(payload)), 2, 'subject-digest-mismatch');
  });
  it('1,024 subjects are read and 1,025 are not', async () => {
    const many = (count: number) =>
      statement([...Array(count - 1).fill(subjectOf('o', OTHER)), subjectOf('a', ARTIFACT)], SLSA_V1, provenanceV1());
    accepted(await verifyEnvelope(about(many(1024))));
    refused(await verifyEnvelope(about(many(1025))), 3, 'limit-exceeded');
  });
});

describe('B10 · keyid used for trust', () => {
  it('a hint at another key changes nothing', async () => accepted(await runCase('dsse-keyid-of-another')));
  it('a hint at the trusted key does not make its signature', async () => {
    await refusesCase('dsse-other-key--signature-mismatch');
  });
  it('survives odd hints', async () => {
    for (const keyid of ['__proto__', 'constructor', '', '\u202e', '../../etc/passwd', 'x'.repeat(4096)]) {
      const outcome = await verifyEnvelope(changed(GOOD, { '/signatures/0/keyid': keyid }));
      accepted(outcome);
      // It is listed where it is listed at all, and never as the signer.
      if (keyid !== '')
        expect(JSON.stringify((outcome.report!.items[0] as unknown as { signers: unknown }).signers)).not.toContain(
          JSON.stringify(keyid).slice(1, -1),
        );
    }
  });
  it('refuses hints that are none', async () => {
    for (const keyid of [{}, ['a'], 7, true])
      refused(await verifyEnvelope(changed(GOOD, { '/signatures/0/keyid': keyid })), 3, 'json-shape');
    refused(await verifyEnvelope(changed(GOOD, { '/signatures/0/keyid': 'x'.repeat(1_000_000) })), 3, 'limit-exceeded');
  });
});

describe('B11 · algorithm from the envelope; HMAC with a public key', () => {
  const tagOf = (secret: Uint8Array) =>
    hash('sha256', bytes(padded(secret, 0x5c), hash('sha256', bytes(padded(secret, 0x36), SIGNED))));
  const padded = (secret: Uint8Array, octet: number) => {
    const key = secret.length > 64 ? hash('sha256', secret) : secret;
    return Uint8Array.from({ length: 64 }, (_, i) => (key[i] ?? 0) ^ octet);
  };
  const tagged = (secret: Uint8Array) =>
    envelopeJson({ payloadType: IN_TOTO, payload: PROVENANCE, signatures: [{ sig: tagOf(secret) }] });
  it('a tag made with the public key is no signature of it', async () => {
    for (const secret of [utf8(PLAIN.ed25519.publicPem), PLAIN.ed25519.spki, PLAIN.ed25519.bits, utf8(RSA.publicPem)]) {
      const outcome = await verifyEnvelope(tagged(secret), { keys: ['p256', 'rsa2048'] });
      expect(outcome.code).toBe(3);
      expect(outcome.reasons).toHaveLength(1);
      refused(await verifyEnvelope(tagged(secret)), 3, 'signature-encoding');
    }
  });
  it('a key file, a short secret and an empty one are no shared secrets', async () => {
    for (const secret of [utf8(PLAIN.ed25519.publicPem), utf8('short'), bytes()]) {
      const outcome = await verifyEnvelope(tagged(secret), {
        keys: [],
        more: ['--hmac-key', 's'],
        files: { s: secret },
      });
      refused(outcome, 64, '--hmac-key');
    }
    const good = utf8('a secret of thirty-two octets or more');
    accepted(await verifyEnvelope(tagged(good), { keys: [], more: ['--hmac-key', 's'], files: { s: good } }));
  });
  it('no field of the envelope chooses', async () => {
    for (const alg of ['none', 'HS256', 'ed25519']) {
      const document = changed(tagged(utf8(PLAIN.ed25519.publicPem)), {
        '/alg': alg,
        '/signatures/0/alg': alg,
        '/signatures/0/keyDetails': alg,
      });
      refused(await verifyEnvelope(document), 3, 'signature-encoding');
    }
    await refusesCase('key-scheme-of-another-key--algorithm-key-mismatch', 64);
  });
});

describe('B12 · verified bytes are not the used bytes', () => {
  it('a payload that two readers read differently', async () => {
    await refusesCase('statement-subject-twice--json-duplicate-key');
    for (const twice of ['"subject":[],"predicateType"', '"\\u0073ubject":[],"predicateType"']) {
      const text = Buffer.from(PROVENANCE).toString().replace('"predicateType"', twice);
      refused(await verifyEnvelope(about(utf8(text))), 3, 'json-duplicate-key');
    }
  });
  it('a payload is verified as it stands, not as it would be written', async () => {
    const spaced = utf8(JSON.stringify(JSON.parse(Buffer.from(PROVENANCE).toString()), null, 2));
    accepted(await verifyEnvelope(about(spaced)));
    refused(await verifyEnvelope(changed(GOOD, { '/payload': base64(spaced) })), 3, 'signature-mismatch');
  });
  it('what is behind the payload is not cut off', async () => {
    const longer = base64(bytes(PROVENANCE, ' '));
    refused(await verifyEnvelope(changed(GOOD, { '/payload': longer })), 3, 'signature-mismatch');
  });
});

describe('B13 · two DSSE signatures in a Sigstore bundle', () => {
  it('refuses two, although one is good', async () =>
    refusesCase('bundle-two-signatures--signature-count').then(() => {}));
  it('refuses the good one twice', async () => {
    const { bundle } = seal(ATTESTED);
    const sig = textAt(bundle, '/dsseEnvelope/signatures/0/sig');
    refused(await verifyBundle(changed(bundle, { '/dsseEnvelope/signatures/1': { sig } })), 3, 'signature-count');
  });
  it('a plain envelope may hold 32, and not 33', async () => {
    const many = (count: number) => envelopeJson(signedEnvelope(PROVENANCE, Array(count).fill(PLAIN.ed25519)));
    accepted(await verifyEnvelope(many(32)));
    await refusesCase('dsse-33-signatures--limit-exceeded');
  });
});

describe('B14 · negation and globs differ between implementations', () => {
  const ask = (pattern: string) =>
    verifyBundle(MESSAGE, {
      who: ['--certificate-identity-regexp', pattern, '--certificate-oidc-issuer', 'https://issuer.mint.example'],
    });
  it('an exact identity holds no wildcard', async () => {
    for (const identity of [
      '*',
      '**',
      'https://code.mint.example/*',
      'https://code.mint.example/acme/app/.workflows/{release,x}.yml@refs/heads/main',
    ]) {
      const outcome = await verifyBundle(MESSAGE, {
        who: ['--certificate-identity', identity, '--certificate-oidc-issuer', 'https://issuer.mint.example'],
      });
      refused(outcome, 3, 'identity-mismatch');
    }
  });
  it('one grammar, RE2, for the whole name: the negations and globs of others match nothing or are no expression', async () => {
    for (const pattern of ['https://code[.]mint[.]example/**', '*', '(?!x).*', '.*(?<=n)', '(.)\\1.*'])
      refused(await ask(pattern), 64, 'identity-pattern');
    for (const pattern of ['!x', 'acme/app', '[!a]ttps://.*', '[^h]ttps://.*', 'https://code.mint.example/{acme,x}/.*'])
      refused(await ask(pattern), 3, 'identity-mismatch');
    for (const pattern of ['https://code[.]mint[.]example/.*', '[!h]ttps://.*']) accepted(await ask(pattern));
  });
});
