// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Bytes, bytes, hash, utf8 } from '../../scripts/mint/bytes.ts';
import {
  authority,
  extendedKeyUsage,
  extension,
  keyUsage,
  name,
  PURPOSE,
  USAGE,
} from '../../scripts/mint/certificate.ts';
import {
  bitString,
  boolean,
  context,
  contextPrimitive,
  generalizedTime,
  integer,
  NULL,
  namedBits,
  octetString,
  oid,
  sequence,
  tlv,
  utf8String,
} from '../../scripts/mint/der.ts';
import { ecKey, edKey, rsaKey } from '../../scripts/mint/keys.ts';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { verifyTimestamp } from '../../src/time/rfc3161.ts';
import {
  ATTRIBUTE,
  attribute,
  hashAlgorithm,
  info,
  issuerSerialOf,
  nameV1,
  nameV2,
  type Stamper,
  stamper,
  stampingRoot,
  token,
} from '../support/cms-writer.ts';
import {
  judge,
  OTHER,
  outcomeOf,
  PLAN,
  ROOT,
  SIGNED,
  STAMPER,
  TRUSTED,
  trusting,
  verify,
  window,
} from '../support/stamping-world.ts';

const AT = { evidence: 't', pointer: '' };
const DER = STAMPER.certificate.der;
const ROOT_ONLY = trusting(ROOT.certificate.der);

function stampedBy(by: Stamper, change: Parameters<typeof judge>[0] = {}): string {
  return judge({ by, ...change }, trusting(by.certificate.der, ROOT.certificate.der));
}

describe('a token that verifies', () => {
  it('gives the time, its interval, and who stated it', () => {
    const outcome = verify(token(PLAN));
    expect(outcomeOf(outcome)).toBe('verified');
    if (outcome.kind !== 'verified') return;
    expect(outcome.time).toEqual({
      source: 'rfc3161-timestamp',
      authority: 'https://stamper.example',
      authorityId: Buffer.from(hash('sha256', ROOT.certificate.der)).toString('hex'),
      time: 1_769_947_200_000_000_000n,
      notBefore: 1_769_947_199_000_000_000n,
      notAfter: 1_769_947_201_000_000_000n,
    });
    expect(outcome.check).toMatchObject({
      id: 'time.timestamp',
      outcome: 'passed',
      facts: {
        genTime: '2026-02-01T12:00:00Z',
        scheme: 'ecdsa-p256-sha256',
        signer: 'CN=Test Stamper,O=mint.example',
        nonce: null,
      },
    });
    expect(outcome.findings).toEqual([]);
  });

  const forms: Readonly<Record<string, Parameters<typeof judge>[0]>> = {
    'as a bare token': { status: null },
    'granted with modifications': { status: 1 },
    'with a status text': { statusInfo: sequence(integer(0), sequence(utf8String('granted'))) },
    'with its own certificate': { certificates: [DER] },
    'with its chain, in any order': { certificates: [ROOT.certificate.der, DER] },
    'with an empty certificate set': { certificates: [] },
    'whose signer is named by key identifier': { sid: 'key-id' },
    'with ESSCertIDv2 without issuer and serial': { names: [nameV2(STAMPER.certificate, 'sha256', null)] },
    'with ESSCertIDv2 under SHA-512': { names: [nameV2(STAMPER.certificate, 'sha512')] },
    'with ESSCertID (SHA-1, an identifier here)': { names: [nameV1(STAMPER.certificate)] },
    'with both forms of the name': { names: [nameV1(STAMPER.certificate), nameV2(STAMPER.certificate)] },
    'with SHA-384 over the content': { digestHash: 'sha384' },
    'with an imprint under SHA-512': { imprintHash: 'sha512' },
    'with NULL parameters': { digestAlgorithm: hashAlgorithm('sha256', NULL) },
    'with unsigned attributes': { unsignedAttributes: attribute('1.2.3.4', utf8String('not signed')) },
    'with an extension that is not critical': { tail: [context(1, sequence(oid('1.2.3.4'), octetString(NULL)))] },
  };
  for (const [form, change] of Object.entries(forms)) it(form, () => expect(judge(change)).toBe('verified'));

  it('with the signed copy of its algorithms', () => {
    const copy = sequence(hashAlgorithm('sha256'), context(1, oid('1.2.840.10045.4.3.2')));
    expect(judge({ names: [nameV2(STAMPER.certificate), attribute(ATTRIBUTE.algorithmProtection, copy)] })).toBe(
      'verified',
    );
  });

  it('from its own certificate where the root lists none', () => {
    expect(judge({ certificates: [DER] }, ROOT_ONLY)).toBe('verified');
  });

  it('by way of an intermediate that only the token has', () => {
    const middle = authority({ commonName: 'Test Stamping Middle', key: ecKey('p256', 'cms/middle'), issuer: ROOT });
    const by = stamper(middle, { commonName: 'Stamper below Middle' });
    expect(judge({ by, certificates: [by.certificate.der, middle.certificate.der] }, ROOT_ONLY)).toBe('verified');
  });

  it('over data of which only a digest is at hand', () => {
    const request = {
      token: token({ ...PLAN, imprintHash: 'sha384' }),
      authorities: TRUSTED,
      engine: nativeEngine,
      at: AT,
    };
    expect(outcomeOf(verifyTimestamp({ ...request, imprintOf: (name) => hash(name, SIGNED) }))).toBe('verified');
    expect(outcomeOf(verifyTimestamp({ ...request, imprintOf: (name) => hash(name, utf8('other')) }))).toBe(
      'timestamp-imprint',
    );
  });

  const keys = {
    'P-384 with SHA-256': [ecKey('p384', 'cms/p384'), 'sha256'],
    'P-521 with SHA-512': [ecKey('p521', 'cms/p521'), 'sha512'],
    'Ed25519 with SHA-512': [edKey('cms/ed25519'), 'sha512'],
    'RSA PKCS#1 v1.5': [rsaKey('cms/rsa', 2048), 'sha256'],
  } as const;
  for (const [kind, [key, digestHash]] of Object.entries(keys)) {
    it(`by ${kind}`, () =>
      expect(stampedBy(stamper(ROOT, { commonName: kind, key }), { digestHash })).toBe('verified'));
  }

  it('by RSA under the name of its encryption', () => {
    const by = stamper(ROOT, { commonName: 'RSA', key: rsaKey('cms/rsa', 2048) });
    expect(
      stampedBy(by, { digestHash: 'sha512', signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.1'), NULL) }),
    ).toBe('verified');
  });

  it('by RSA PSS with one hash throughout', () => {
    const key = rsaKey('cms/rsa', 2048);
    const by = stamper(ROOT, { commonName: 'RSA PSS', key });
    const sign = (message: Bytes): Bytes => key.signPss?.(message, 'sha256') ?? bytes();
    expect(stampedBy(by, { signatureAlgorithm: pss('sha256', 'sha256', 32), sign })).toBe('verified');
    expect(stampedBy(by, { signatureAlgorithm: pss('sha256', 'sha512', 32), sign })).toBe('timestamp-algorithm');
    expect(stampedBy(by, { signatureAlgorithm: pss('sha256', 'sha256', 20), sign })).toBe('timestamp-algorithm');
    expect(stampedBy(by, { signatureAlgorithm: pss('sha512', 'sha512', 64), sign })).toBe('timestamp-algorithm');
  });

  it('names the one engine that knows RSA under dual', async () => {
    const by = stamper(ROOT, { commonName: 'RSA', key: rsaKey('cms/rsa', 2048) });
    const authorities = trusting(by.certificate.der, ROOT.certificate.der);
    const engine = await loadEngine('dual');
    const outcome = verifyTimestamp({ token: token({ ...PLAN, by }), signed: SIGNED, authorities, engine, at: AT });
    expect(outcome).toMatchObject({ kind: 'verified', findings: [{ code: 'one-engine' }] });
  });

  it('lists another name in the token than in the certificate', () => {
    const tsa = (subject: Bytes): Bytes => context(0, context(4, subject));
    const same = verify(token({ ...PLAN, tail: [tsa(name(STAMPER.certificate.plan.subject))] }));
    expect(same).toMatchObject({ kind: 'verified', findings: [] });
    const other = verify(token({ ...PLAN, tail: [tsa(name(OTHER.certificate.plan.subject))] }));
    expect(other).toMatchObject({ kind: 'verified', findings: [{ code: 'timestamp-name-differs' }] });
  });
});

function pss(hashName: 'sha256' | 'sha512', maskHash: 'sha256' | 'sha512', salt: number): Bytes {
  const mask = sequence(oid('1.2.840.113549.1.1.8'), hashAlgorithm(maskHash, NULL));
  const parameters = sequence(context(0, hashAlgorithm(hashName, NULL)), context(1, mask), context(2, integer(salt)));
  return sequence(oid('1.2.840.113549.1.1.10'), parameters);
}

describe('what a token is over (attacks C08)', () => {
  it('refuses other bytes', () => {
    expect(outcomeOf(verify(token(PLAN), TRUSTED, utf8('the payload')))).toBe('timestamp-imprint');
  });
  it('refuses the base64 text of the signature', () => {
    const text = utf8(Buffer.from(SIGNED).toString('base64'));
    expect(judge({ over: text })).toBe('timestamp-imprint');
  });
  it('refuses an imprint of another length', () => {
    expect(judge({ imprint: hash('sha256', SIGNED).subarray(0, 31) })).toBe('timestamp-imprint');
  });
  it('refuses an imprint under SHA-1', () => expect(judge({ imprintHash: 'sha1' })).toBe('timestamp-algorithm'));
});

describe('the response', () => {
  it('refuses status 2', () => expect(judge({ status: 2 })).toBe('timestamp-status'));
  it('refuses status 2 without a token', () => {
    expect(outcomeOf(verify(sequence(sequence(integer(2)))))).toBe('timestamp-status');
  });
  it('refuses failure information beside a grant', () => {
    expect(judge({ statusInfo: sequence(integer(0), namedBits(0)) })).toBe('timestamp-status');
  });
  it('refuses a grant without a token', () => {
    expect(outcomeOf(verify(sequence(sequence(integer(0)))))).toBe('timestamp-format');
  });
  it('refuses something behind the token', () => {
    const bare = token({ ...PLAN, status: null });
    expect(outcomeOf(verify(sequence(sequence(integer(0)), bare, NULL)))).toBe('timestamp-format');
  });
});

describe('who signed (attacks C07)', () => {
  const forger = stampingRoot('Forged Root');
  const forged = stamper(forger, { commonName: 'Test Stamper', key: ecKey('p256', 'cms/forged') });
  /** The trusted authority's names and serial number over a key of one's own. */
  const impostor = stamper({ ...ROOT, key: forger.key }, { key: ecKey('p256', 'cms/impostor') });

  it('is not misled by forged certificates before the real one', () => {
    expect(judge({ certificates: [forged.certificate.der, impostor.certificate.der, DER] })).toBe('verified');
    expect(judge({ certificates: [forged.certificate.der, impostor.certificate.der, DER] }, ROOT_ONLY)).toBe(
      'verified',
    );
  });
  it('refuses a forged certificate under the trusted names', () => {
    expect(judge({ by: impostor, certificates: [impostor.certificate.der] })).toBe('path-key-identifier');
  });
  it('refuses one whose key identifiers are right as well', () => {
    const aki = stamper(
      { ...ROOT, key: { ...ROOT.key, sign: forger.key.sign } },
      { key: ecKey('p256', 'cms/impostor') },
    );
    expect(judge({ by: aki, certificates: [aki.certificate.der] })).toBe('path-signature');
  });
  it('refuses a signature by the key of a forged certificate in the name of the real one', () => {
    expect(judge({ sign: (message) => forged.key.sign(message), certificates: [forged.certificate.der] })).toBe(
      'timestamp-signature',
    );
  });
  it('refuses ESSCertIDv2 of another certificate', () => {
    expect(judge({ names: [nameV2(OTHER.certificate)] })).toBe('timestamp-signer');
    expect(judge({ names: [nameV2(OTHER.certificate, 'sha256', null)], certificates: [OTHER.certificate.der] })).toBe(
      'timestamp-signer',
    );
  });
  it('refuses ESSCertID of another certificate', () =>
    expect(judge({ names: [nameV1(OTHER.certificate)] })).toBe('timestamp-signer'));
  it('refuses two names that disagree', () => {
    expect(judge({ names: [nameV1(STAMPER.certificate), nameV2(OTHER.certificate)] })).toBe('timestamp-signer');
    expect(judge({ names: [nameV1(OTHER.certificate), nameV2(STAMPER.certificate)] })).toBe('timestamp-signer');
  });
  it('refuses issuer and serial number of another certificate in the name', () => {
    const names = [nameV2(STAMPER.certificate, 'sha256', issuerSerialOf(OTHER.certificate))];
    expect(judge({ names })).toBe('timestamp-signer');
  });
  it('refuses a name under SHA-1 in ESSCertIDv2', () => {
    expect(judge({ names: [nameV2(STAMPER.certificate, 'sha1')] })).toBe('timestamp-algorithm');
  });
  it('refuses a token that does not name its certificate', () => expect(judge({ names: [] })).toBe('timestamp-signer'));
  it('refuses two signers', () => {
    expect(judge({ signerInfos: (one) => [one, one] })).toBe('timestamp-signer');
  });
  it('refuses no signer', () => expect(judge({ signerInfos: () => [] })).toBe('timestamp-signer'));
  it('refuses a signer of the authority whose certificate is nowhere', () => {
    expect(judge({ by: OTHER })).toBe('timestamp-signer');
    expect(judge({}, ROOT_ONLY)).toBe('timestamp-signer');
  });
  it('refuses a signer of an intermediate of the token under the trusted name', () => {
    const middle = authority({
      commonName: 'Middle',
      key: ecKey('p256', 'cms/middle'),
      issuer: { ...ROOT, key: forger.key },
    });
    const by = stamper(middle, { commonName: 'Below' });
    expect(judge({ by, certificates: [by.certificate.der, middle.certificate.der] })).toBe('path-key-identifier');
  });
});

describe('an authority that is not trusted (attacks C12)', () => {
  const elsewhere = stampingRoot('Elsewhere');
  const by = stamper(elsewhere, { commonName: 'Stamper Elsewhere' });
  it('counts for nothing, with its whole chain', () => {
    const outcome = verify(token({ ...PLAN, by, certificates: [by.certificate.der, elsewhere.certificate.der] }));
    expect(outcome).toMatchObject({ kind: 'unknown-authority', finding: { code: 'timestamp-authority-unknown' } });
  });
  it('counts for nothing, without certificates', () => expect(judge({ by })).toBe('unknown-authority'));
  it('counts for nothing, named by key identifier', () =>
    expect(judge({ by, sid: 'key-id' })).toBe('unknown-authority'));
  it('counts for nothing where no authority is trusted', () => {
    expect(judge({ certificates: [DER, ROOT.certificate.der] }, [])).toBe('unknown-authority');
  });
  it('counts for nothing, whatever else is wrong with it', () => {
    expect(judge({ by, imprintHash: 'sha1', names: [nameV2(by.certificate, 'sha1')] })).toBe('unknown-authority');
    expect(judge({ by, sign: () => bytes([0]) })).toBe('unknown-authority');
  });
  it('counts for nothing, though its certificate is at hand and named by a hash that is not accepted', () => {
    const names = [nameV2(by.certificate, 'sha1')];
    expect(judge({ by, names, certificates: [by.certificate.der] })).toBe('unknown-authority');
  });
  it('counts for nothing, though the token carries certificates of a trusted one along', () => {
    expect(judge({ by, certificates: [by.certificate.der, DER, ROOT.certificate.der] })).toBe('unknown-authority');
  });
  it('is refused where it cannot even be read', () => {
    expect(judge({ by, version: 4 })).toBe('timestamp-format');
    expect(judge({ by, certificates: [sequence(NULL)] })).toBe('timestamp-format');
  });
});

describe('the certificate of the authority', () => {
  const root = ROOT.certificate.der;
  const usages = (commonName: string, usage: Bytes | null): string => stampedBy(stamper(ROOT, { commonName, usage }));

  it('refuses a usage that is not critical', () => {
    expect(usages('Not Critical', extendedKeyUsage(false, PURPOSE.timeStamping))).toBe('timestamp-usage');
  });
  it('refuses a second usage', () => {
    expect(usages('Two', extendedKeyUsage(true, PURPOSE.timeStamping, PURPOSE.codeSigning))).toBe('timestamp-usage');
  });
  it('refuses another usage', () =>
    expect(usages('Code', extendedKeyUsage(true, PURPOSE.codeSigning))).toBe('timestamp-usage'));
  it('refuses no usage', () => expect(usages('None', null)).toBe('timestamp-usage'));
  it('refuses a key that is not for signatures', () => {
    expect(stampedBy(stamper(ROOT, { commonName: 'Encipher', keyUsage: keyUsage(2) }))).toBe('timestamp-usage');
  });
  it('takes a certificate without key usage', () => {
    expect(stampedBy(stamper(ROOT, { commonName: 'No Key Usage', keyUsage: null }))).toBe('verified');
  });
  it('refuses a critical extension that nobody knows', () => {
    const by = stamper(ROOT, { commonName: 'Critical', more: [extension('1.2.3.4', true, NULL)] });
    expect(stampedBy(by)).toBe('path-critical-extension');
  });
  it('refuses an issuer that is no authority', () => {
    const notCa = authority({
      commonName: 'Not CA',
      key: ecKey('p256', 'cms/notca'),
      issuer: ROOT,
      ca: false,
      usage: [USAGE.digitalSignature],
    });
    const by = stamper(notCa, { commonName: 'Below Not CA' });
    expect(judge({ by }, trusting(by.certificate.der, notCa.certificate.der, root))).toBe('path-not-ca');
  });
  it('refuses a weak key', () => {
    const by = stamper(ROOT, { commonName: 'Weak', key: rsaKey('cms/weak', 1024) });
    expect(stampedBy(by)).toBe('key-weak');
  });
  it('refuses a key on a curve that is not on the list', () => {
    const by = stamper(ROOT, { commonName: 'Koblitz', key: ecKey('secp256k1', 'cms/koblitz') });
    expect(stampedBy(by)).toBe('algorithm-unsupported');
  });
  it('may be the anchor itself', () => {
    const usage = extendedKeyUsage(true, PURPOSE.timeStamping);
    const alone = authority({
      commonName: 'Alone',
      key: ecKey('p256', 'cms/alone'),
      ca: false,
      usage: [USAGE.digitalSignature],
      more: [usage],
    });
    const by: Stamper = { key: alone.key, certificate: alone.certificate };
    expect(judge({ by }, trusting(alone.certificate.der))).toBe('verified');
  });
  it('may be trusted without its issuer', () => expect(judge({}, trusting(DER))).toBe('verified'));
  it('refuses a trusted root whose certificate is broken', () => {
    expect(judge({}, trusting(sequence(NULL)))).toBe('trusted-root-format');
  });

  // both ends belong to every window
  const short = stamper(ROOT, {
    commonName: 'Short',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2026-03-01T00:00:00Z',
  });
  const cases: readonly (readonly [string, string])[] = [
    ['2025-12-31T23:59:59Z', 'timestamp-authority-window'],
    ['2025-12-31T23:59:59.999999999Z', 'timestamp-authority-window'],
    ['2026-01-01T00:00:00Z', 'verified'],
    ['2026-03-01T00:00:00Z', 'verified'],
    ['2026-03-01T00:00:00.000000001Z', 'timestamp-authority-window'],
    ['2026-03-01T00:00:01Z', 'timestamp-authority-window'],
  ];
  for (const [time, expected] of cases) {
    it(`valid through February, at ${time}: ${expected}`, () => expect(stampedBy(short, { time })).toBe(expected));
    it(`trusted through February, at ${time}: ${expected}`, () => {
      const trusted = [{ ...TRUSTED[0]!, validFor: window('2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z') }];
      expect(judge({ time }, trusted)).toBe(expected);
    });
    it(`issued by one valid through February, at ${time}: ${expected}`, () => {
      const brief = authority({
        commonName: 'Brief',
        key: ecKey('p256', 'cms/brief'),
        issuer: ROOT,
        notBefore: '2026-01-01T00:00:00Z',
        notAfter: '2026-03-01T00:00:00Z',
      });
      const by = stamper(brief, { commonName: 'Below Brief' });
      expect(judge({ by, time }, trusting(by.certificate.der, brief.certificate.der, root))).toBe(expected);
    });
  }
  it('finds the window that fits among several of one authority', () => {
    const early = { ...TRUSTED[0]!, validFor: window('2025-01-01T00:00:00Z', '2025-12-31T00:00:00Z') };
    const late = { ...TRUSTED[0]!, validFor: window('2026-01-01T00:00:00Z', null) };
    expect(judge({}, [early])).toBe('timestamp-authority-window');
    expect(judge({}, [early, late])).toBe('verified');
  });
  it('takes an empty window for what it is', () => {
    const never = { ...TRUSTED[0]!, validFor: window('2026-03-01T00:00:00Z', '2026-01-01T00:00:00Z') };
    expect(judge({}, [never])).toBe('timestamp-authority-window');
  });
  it('does not remember across instants', () => {
    const trusted = trusting(short.certificate.der, root);
    for (const [time, expected] of [...cases, ...cases]) expect(judge({ by: short, time }, trusted)).toBe(expected);
  });
});

describe('signature and attributes', () => {
  const without = (type: string) => ({
    attributes: (all: readonly Bytes[]) => all.filter((one) => !Buffer.from(one).includes(Buffer.from(oid(type)))),
  });
  it('refuses a signature that does not verify', () => {
    expect(judge({ sign: (message) => STAMPER.key.sign(bytes(message, [0])) })).toBe('timestamp-signature');
  });
  it('refuses a signature over the attributes as they are stored', () => {
    expect(judge({ sign: (message) => STAMPER.key.sign(bytes([0xa0], message.subarray(1))) })).toBe(
      'timestamp-signature',
    );
  });
  it('refuses a signature that is not encoded as DER', () => {
    expect(judge({ sign: (message) => bytes(STAMPER.key.sign(message), [0]) })).toBe('signature-encoding');
  });
  it('refuses no signed attributes', () => expect(judge({ withoutAttributes: true })).toBe('timestamp-format'));
  it('refuses other content than was signed', () => {
    expect(judge({ carried: info({ over: SIGNED, time: '2026-02-01T12:00:01Z' }) })).toBe('timestamp-signature');
  });
  it('refuses no contentType', () => expect(judge(without(ATTRIBUTE.contentType))).toBe('timestamp-format'));
  it('refuses no messageDigest', () => expect(judge(without(ATTRIBUTE.messageDigest))).toBe('timestamp-format'));
  it('takes no signingTime', () => expect(judge(without(ATTRIBUTE.signingTime))).toBe('verified'));
  it('refuses another contentType', () => {
    const other = attribute(ATTRIBUTE.contentType, oid('1.2.840.113549.1.7.1'));
    const attributes = (all: readonly Bytes[]): Bytes[] =>
      [other, ...without(ATTRIBUTE.contentType).attributes(all)].sort((a, b) => Buffer.compare(a, b));
    expect(judge({ attributes })).toBe('timestamp-signature');
  });
  it('refuses an attribute twice', () => {
    const again = attribute(ATTRIBUTE.contentType, oid('1.2.840.113549.1.9.16.1.4'));
    const sorted = (all: readonly Bytes[]): Bytes[] => [again, ...all].sort((a, b) => Buffer.compare(a, b));
    expect(judge({ attributes: sorted })).toBe('timestamp-format');
  });
  it('refuses an attribute of two values', () => {
    const two = attribute(ATTRIBUTE.contentType, oid('1.2.840.113549.1.9.16.1.4'), oid('1.2.840.113549.1.9.16.1.5'));
    const attributes = (all: readonly Bytes[]): Bytes[] =>
      [two, ...without(ATTRIBUTE.contentType).attributes(all)].sort((a, b) => Buffer.compare(a, b));
    expect(judge({ attributes })).toBe('timestamp-format');
  });
  it('refuses attributes out of order', () => {
    expect(judge({ attributes: (all) => [...all].reverse() })).toBe('timestamp-format');
  });
  it('refuses a signed copy of other algorithms', () => {
    const copy = sequence(hashAlgorithm('sha512'), context(1, oid('1.2.840.10045.4.3.2')));
    expect(judge({ names: [nameV2(STAMPER.certificate), attribute(ATTRIBUTE.algorithmProtection, copy)] })).toBe(
      'timestamp-algorithm',
    );
  });

  it('refuses a digest algorithm that disagrees with the signature algorithm', () => {
    expect(judge({ signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.4')) })).toBe('timestamp-algorithm');
    expect(judge({ digestHash: 'sha512', signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.2')) })).toBe(
      'timestamp-algorithm',
    );
  });
  it('refuses SHA-1', () => {
    expect(judge({ digestHash: 'sha1', signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.2')) })).toBe(
      'timestamp-algorithm',
    );
    expect(judge({ signatureAlgorithm: sequence(oid('1.2.840.10045.4.1')) })).toBe('timestamp-algorithm');
  });
  it('refuses parameters of the signature algorithm', () => {
    expect(judge({ signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.2'), NULL) })).toBe('timestamp-algorithm');
  });
  it('refuses a signature algorithm that is not on the list, whatever the digest', () => {
    const signatureAlgorithm = sequence(oid('1.2.840.10045.2.1'));
    expect(judge({ signatureAlgorithm })).toBe('timestamp-algorithm');
    expect(judge({ digestHash: 'sha512', signatureAlgorithm })).toBe('timestamp-algorithm');
  });
  it('refuses the name of RSA encryption with SHA-1, or with parameters', () => {
    const by = stamper(ROOT, { commonName: 'RSA', key: rsaKey('cms/rsa', 2048) });
    const rsa = (parameters: Bytes): Bytes => sequence(oid('1.2.840.113549.1.1.1'), parameters);
    expect(stampedBy(by, { digestHash: 'sha1', signatureAlgorithm: rsa(NULL) })).toBe('timestamp-algorithm');
    expect(stampedBy(by, { signatureAlgorithm: rsa(octetString(NULL)) })).toBe('timestamp-algorithm');
  });
  it('refuses a key that is for another scheme alone', () => {
    const key = rsaKey('cms/rsa', 2048);
    const spki = sequence(pss('sha256', 'sha256', 32), bitString(key.bits));
    const by = stamper(ROOT, { commonName: 'RSA PSS alone', key: { ...key, spki } });
    expect(stampedBy(by)).toBe('algorithm-key-mismatch');
    const sign = (message: Bytes): Bytes => key.signPss?.(message, 'sha256') ?? bytes();
    expect(stampedBy(by, { signatureAlgorithm: pss('sha256', 'sha256', 32), sign })).toBe('verified');
  });
  it('refuses digest algorithms that do not list the signer’s', () => {
    expect(judge({ digestAlgorithms: [hashAlgorithm('sha512')] })).toBe('timestamp-algorithm');
    expect(judge({ digestAlgorithms: [] })).toBe('timestamp-algorithm');
  });
  it('refuses an algorithm of another kind of key', () => {
    expect(judge({ signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.11'), NULL) })).toBe('algorithm-key-mismatch');
  });
  it('refuses Ed25519 beside another digest than SHA-512', () => {
    const by = stamper(ROOT, { commonName: 'Ed', key: edKey('cms/ed25519') });
    expect(stampedBy(by, { digestHash: 'sha256' })).toBe('timestamp-algorithm');
  });
  it('says so where the engine has no RSA', async () => {
    const by = stamper(ROOT, { commonName: 'RSA', key: rsaKey('cms/rsa', 2048) });
    const authorities = trusting(by.certificate.der, ROOT.certificate.der);
    const engine = await loadEngine('noble');
    const outcome = verifyTimestamp({ token: token({ ...PLAN, by }), signed: SIGNED, authorities, engine, at: AT });
    expect(outcomeOf(outcome)).toBe('engine-lacks-algorithm');
  });
});

describe('the statement', () => {
  const format = (change: Parameters<typeof judge>[0]): void => expect(judge(change)).toBe('timestamp-format');
  it('refuses another version', () => format({ info: info({ over: SIGNED, version: 2 }) }));
  it('refuses another content type', () => format({ contentType: '1.2.840.113549.1.9.16.1.5' }));
  it('refuses SignedData of another version', () => format({ version: 1 }));
  it('refuses SignerInfo of the other version', () => {
    format({ signerVersion: 3 });
    format({ sid: 'key-id', signerVersion: 1 });
  });
  it('refuses a time without Z', () => format({ genTime: tlv(0x18, utf8('20260201120000')) }));
  it('refuses a fraction that ends in zero', () => format({ genTime: tlv(0x18, utf8('20260201120000.10Z')) }));
  it('refuses a day that does not exist', () => format({ genTime: tlv(0x18, utf8('20260230120000Z')) }));
  it('refuses UTCTime', () => format({ genTime: tlv(0x17, utf8('260201120000Z')) }));
  it('refuses an extension that is critical', () => {
    const critical = sequence(oid('1.2.3.4'), boolean(true), octetString(NULL));
    expect(judge({ tail: [context(1, critical)] })).toBe('timestamp-extension');
  });
  it('refuses an extension twice', () => {
    const one = sequence(oid('1.2.3.4'), octetString(NULL));
    format({ tail: [context(1, bytes(one, one))] });
  });
  it('refuses what is left over', () => format({ tail: [utf8String('more')] }));
  it('shows the name that the token states', () => {
    const tsa = (generalName: Bytes): unknown => {
      const outcome = verify(token({ ...PLAN, tail: [context(0, generalName)] }));
      return outcome.kind === 'verified' ? outcome.check.facts['tsa'] : outcomeOf(outcome);
    };
    expect(tsa(context(4, name(STAMPER.certificate.plan.subject)))).toBe('CN=Test Stamper,O=mint.example');
    expect(tsa(contextPrimitive(6, utf8('https://stamper.example')))).toBe('https://stamper.example');
    expect(tsa(contextPrimitive(7, bytes([127, 0, 0, 1])))).toBe('iPAddress');
    expect(tsa(contextPrimitive(9, utf8('x')))).toBe('timestamp-format');
  });
  it('reads ordering and nonce', () => {
    const outcome = verify(token({ ...PLAN, tail: [boolean(true), integer(0xabc)] }));
    expect(outcome).toMatchObject({ kind: 'verified', check: { facts: { nonce: 'abc' } } });
  });

  const accuracies: readonly (readonly [string, Bytes | null, bigint | null])[] = [
    ['none', null, null],
    ['an empty one', sequence(), 0n],
    ['two seconds', sequence(integer(2)), 2_000_000_000n],
    ['one millisecond', sequence(contextPrimitive(0, bytes([1]))), 1_000_000n],
    ['999 milliseconds', sequence(contextPrimitive(0, bytes([3, 0xe7]))), 999_000_000n],
    [
      'all three',
      sequence(integer(1), contextPrimitive(0, bytes([2])), contextPrimitive(1, bytes([3]))),
      1_002_003_000n,
    ],
  ];
  for (const [what, accuracy, expected] of accuracies) {
    it(`gives ${what} of accuracy to both sides`, () => {
      const outcome = verify(token({ ...PLAN, accuracy }));
      if (outcome.kind !== 'verified') throw new Error(outcomeOf(outcome));
      const { time, notBefore, notAfter } = outcome.time;
      // Without a stated accuracy a whole second stands for itself.
      expect([time - notBefore, notAfter - time]).toEqual(
        expected === null ? [0n, 999_999_999n] : [expected, expected],
      );
    });
  }
  const broken: readonly (readonly [string, Bytes])[] = [
    ['no milliseconds', contextPrimitive(0, bytes([0]))],
    ['1000 milliseconds', contextPrimitive(0, bytes([3, 0xe8]))],
    ['negative milliseconds', contextPrimitive(0, bytes([0xff]))],
    ['milliseconds that are not minimal', contextPrimitive(0, bytes([0, 1]))],
    ['milliseconds of three octets', contextPrimitive(0, bytes([1, 0, 0]))],
    ['empty milliseconds', contextPrimitive(0, bytes())],
    ['1000 microseconds', contextPrimitive(1, bytes([3, 0xe8]))],
    ['negative seconds', tlv(0x02, bytes([0xff]))],
  ];
  for (const [what, part] of broken) it(`refuses ${what}`, () => format({ accuracy: sequence(part) }));

  it('reads a fraction to the nanosecond', () => {
    const outcome = verify(
      token({ ...PLAN, genTime: generalizedTime('2026-02-01T12:00:00.123456789Z'), accuracy: null }),
    );
    expect(outcome).toMatchObject({
      kind: 'verified',
      time: { time: 1_769_947_200_123_456_789n, notAfter: 1_769_947_200_123_456_789n },
    });
  });
});

describe('the bytes (attacks E02)', () => {
  const good = token({ ...PLAN, status: null, certificates: [DER] });
  it('refuses bytes behind the token', () => expect(outcomeOf(verify(bytes(good, [0])))).toBe('timestamp-format'));
  it('refuses a cut token', () => expect(outcomeOf(verify(good.subarray(0, -1)))).toBe('timestamp-format'));
  it('refuses nothing', () => expect(outcomeOf(verify(bytes()))).toBe('timestamp-format'));
  it('refuses an indefinite length', () => {
    const content = good.subarray(4);
    expect(outcomeOf(verify(bytes([0x30, 0x80], content, [0, 0])))).toBe('timestamp-format');
  });
  it('refuses a length that is not minimal', () => {
    const length = good.length - 4;
    expect(outcomeOf(verify(bytes([0x30, 0x83, 0, length >> 8, length & 255], good.subarray(4))))).toBe(
      'timestamp-format',
    );
  });
  it('refuses content that is a constructed OCTET STRING', () => {
    const content = info(PLAN);
    const whole = Buffer.from(token({ ...PLAN, status: null })).toString('hex');
    const plain = Buffer.from(octetString(content)).toString('hex');
    const constructed = Buffer.from(tlv(0x24, octetString(content))).toString('hex');
    expect(whole).toContain(plain);
    expect(outcomeOf(verify(new Uint8Array(Buffer.from(whole.replace(plain, constructed), 'hex'))))).toBe(
      'timestamp-format',
    );
  });
  it('refuses more certificates than the bound, before any is read', () => {
    expect(judge({ certificates: Array(11).fill(DER) })).toBe('limit-exceeded');
  });
  it('refuses attribute certificates among the certificates', () => {
    expect(judge({ certificates: [context(1, NULL)] })).toBe('timestamp-format');
  });
  it('refuses deep nesting', () => {
    let deep: Bytes = NULL;
    for (let i = 0; i < 40; i++) deep = sequence(deep);
    expect(outcomeOf(verify(deep))).toBe('limit-exceeded');
  });
  it('refuses unsigned attributes that are none', () => {
    expect(judge({ unsignedAttributes: NULL })).toBe('timestamp-format');
  });
  it('refuses empty signed attributes', () => expect(judge({ attributes: () => [] })).toBe('timestamp-format'));
});
