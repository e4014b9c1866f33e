// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { bytes } from '../../scripts/mint/bytes.ts';
import { pemFile } from '../../scripts/mint/cases/common.ts';
import { MESSAGE } from '../../scripts/mint/cases/good.ts';
import {
  authority,
  certificate,
  distinguished,
  extension,
  keyUsage,
  USAGE,
  uriName,
} from '../../scripts/mint/certificate.ts';
import { integer, NULL, oid, sequence, tlv } from '../../scripts/mint/der.ts';
import { IDENTITY, ISSUER } from '../../scripts/mint/fulcio.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { ASKED_AT, CLAIMS, ca, caRoot, signer } from '../../scripts/mint/world.ts';
import { readDer } from '../../src/encoding/der.ts';
import { checkSetOrder } from '../../src/encoding/der-node.ts';
import { readOid } from '../../src/encoding/der-values.ts';
import { attempt } from '../../src/model/malformed.ts';
import { accepted, folder, refused, refusesCase, runCase, verifyBundle } from './evidence.ts';
import { judged, type Outcome } from './program.ts';

type Change = Parameters<typeof signer>[0];
const signedBy = (change: NonNullable<Change>): SealPlan => ({ ...MESSAGE, signer: signer(change) });
const reasonOf = (der: Uint8Array): string => {
  const result = attempt(() => readDer(der));
  return result.ok ? 'accepted' : result.problem.reason;
};

describe('E01 · node:crypto has no path validation', () => {
  it.each([
    'check-chain-leaf-as-issuer--path-not-ca',
    'check-chain-mute--path-key-usage',
    'check-chain-too-deep--path-length',
    'check-chain-odd--path-critical-extension',
    'check-chain-elsewhere--path-name-constraints',
    'check-chain-other-key-id--path-key-identifier',
    'check-chain-forged--path-signature',
    'check-chain-late--path-expired',
    'check-chain-early--path-not-yet-valid',
    'check-chain-gap--path-not-found',
    'check-chain-purpose--certificate-usage',
    'check-chain-sha1--algorithm-unsupported',
    'certificate-for-clients--certificate-usage',
    'certificate-two-algorithms--certificate-format',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it('a leaf does not issue, in a bundle either', async () => {
    const leaf = signer().certificate!;
    const asIssuer = { key: signer().key, subject: distinguished('leaf'), certificate: leaf };
    const outcome = await verifyBundle({
      ...signedBy({ label: 'leaf of a leaf', issuedBy: asIssuer }),
      version: '0.1',
      chain: [leaf.der],
    });
    expect(outcome.code).toBe(3);
    expect(outcome.reasons.join()).toMatch(/^path-/);
  });
  it('an issuer without basic constraints is none', async () => {
    const key = ecKey('p256', 'E01 no constraints');
    const subject = distinguished('E01 no constraints');
    const made = certificate({
      label: 'E01',
      subject,
      issuer: caRoot.subject,
      notBefore: '2025-01-01T00:00:00Z',
      notAfter: '2035-01-01T00:00:00Z',
      key,
      signedBy: caRoot.key,
      extensions: [keyUsage(USAGE.keyCertSign)],
    });
    const plan = signedBy({ label: 'leaf of E01', issuedBy: { key, subject, certificate: made } });
    refused(await verifyBundle({ ...plan, version: '0.1', chain: [made.der] }), 3, 'path-not-ca');
  });
  it.each(['check-chain', 'check-chain-names', 'check-chain-last-second'])('accepts %s', async (name) =>
    accepted(await runCase(name)),
  );
});

describe('E02 · ASN.1 desync, OID truncation, recursion', () => {
  const nested = (depth: number): Uint8Array => {
    let inner: Uint8Array = NULL;
    for (let i = 0; i < depth; i++) inner = sequence(inner);
    return inner;
  };
  it.each([
    ['an indefinite length', bytes([0x30, 0x80, 0x05, 0x00, 0x00, 0x00])],
    ['a length that is not minimal', bytes([0x30, 0x81, 0x02, 0x05, 0x00])],
    ['a length beyond the end', bytes([0x30, 0x03, 0x05, 0x00])],
    ['a length of four gigabytes', bytes([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x05, 0x00])],
    ['a length in 126 octets', bytes([0x30, 0xfe], new Uint8Array(126).fill(0xff))],
    ['something behind the value', bytes(sequence(NULL), [0])],
    ['BOOLEAN 01', bytes([0x01, 0x01, 0x01])],
    ['an INTEGER with a zero too many', bytes([0x02, 0x02, 0x00, 0x01])],
    ['an empty INTEGER', bytes([0x02, 0x00])],
    ['nothing', bytes()],
  ])('refuses %s', (_, der) => expect(reasonOf(der)).toBe('der-invalid'));
  it.each([33, 10_000])('refuses %i levels', (depth) => expect(reasonOf(nested(depth))).toBe('limit-exceeded'));
  it('refuses a SET OF out of order', () => {
    const of = (...items: Uint8Array[]) => attempt(() => checkSetOrder(readDer(tlv(0x31, bytes(...items)))));
    expect(of(integer(1), integer(2)).ok).toBe(true);
    expect(of(integer(2), integer(1))).toMatchObject({ ok: false, problem: { reason: 'der-invalid' } });
  });
  it('an arc of 2^32 and more is not the one that 32 bits make of it', () => {
    const wide = `2.5.29.${17n + (1n << 32n)}`;
    expect(readOid(readDer(oid(wide)))).toBe(wide);
    expect(readOid(readDer(oid(wide)))).not.toBe('2.5.29.17');
  });
  it('such an extension is not the name of the signer', async () => {
    const wide = `2.5.29.${17n + (1n << 32n)}`;
    const outcome = await verifyBundle(
      signedBy({
        label: 'leaf wide arc',
        names: [],
        moreExtensions: [extension(wide, false, sequence(uriName(IDENTITY)))],
      }),
    );
    refused(outcome, 3, 'certificate-san');
  });
  it('holds for a whole certificate', async () => {
    const der = signer().certificate!.der;
    const cut = { key: signer().key, certificate: { ...signer().certificate!, der: der.subarray(0, -1) } };
    refused(await verifyBundle({ ...MESSAGE, signer: cut }), 3, 'der-invalid');
    const outcome = await verifyBundle(
      signedBy({
        label: 'leaf boolean',
        moreExtensions: [sequence(oid('1.3.6.1.4.1.55555.3'), tlv(1, bytes([1])), tlv(4, bytes()))],
      }),
    );
    refused(outcome, 3, 'der-invalid');
  });
});

describe('E03 · trailing bytes after the certificate', () => {
  it('refuses one octet more, though log and bundle agree on it', async () => {
    await refusesCase('certificate-tail--der-invalid');
    const cwd = folder({ 'leaf.der': bytes(ca.certificate.der, 'evil'), 'root.pem': pemFile(caRoot.certificate) });
    refused(
      await judged(['check', 'chain', 'leaf.der', '--root', 'root.pem', '--at', ASKED_AT], cwd),
      3,
      'der-invalid',
    );
  });
});

describe('E04 · wrong certificate of the bag', () => {
  const other = signer({ label: 'leaf bob', key: ecKey('p256', 'bob') });
  it('an empty chain, or a foreign root in it', async () => {
    await refusesCase('bundle-chain-empty--bundle-material');
    await refusesCase('bundle-chain-foreign-root--certificate-extra-anchor');
  });
  it('the anchor itself is set aside and listed', async () => {
    const outcome = await runCase('bundle-v0.1-chain');
    accepted(outcome);
    expect(outcome.findings).toContain('certificate-anchor-in-bundle');
  });
  it('another leaf in front is the leaf, and has not signed', async () => {
    const { bundle } = seal({ ...MESSAGE, version: '0.1', signer: other, chain: [signer().certificate!.der] });
    const outcome = await verifyBundle(bundle);
    accepted(outcome);
    const mine = seal({ ...MESSAGE, version: '0.1' }).bundle;
    const list = ((mine['verificationMaterial'] as never)['x509CertificateChain'] as { certificates: unknown[] })
      .certificates;
    list.unshift({ rawBytes: Buffer.from(other.certificate!.der).toString('base64') });
    expect((await verifyBundle(mine)).code).toBe(3);
  });
  it('a doubled leaf changes nothing', async () => {
    const outcome = await verifyBundle({ ...MESSAGE, version: '0.1', chain: [signer().certificate!.der] });
    accepted(outcome);
  });
});

describe('E05 · SAN and extension parsing', () => {
  it.each([
    'certificate-two-names--certificate-san',
    'certificate-no-name--certificate-san',
    'certificate-name-with-nul--certificate-san',
    'certificate-two-issuers--certificate-issuer-conflict',
    'certificate-extension-twice--certificate-format',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it('a name that reads like two is one', async () => {
    const tricky = `https://stranger.example, URI:${IDENTITY}`;
    refused(await verifyBundle(signedBy({ label: 'leaf comma', names: [uriName(tricky)] })), 3, 'identity-mismatch');
    const who = ['--certificate-identity', tricky, '--certificate-oidc-issuer', ISSUER];
    accepted(await verifyBundle(signedBy({ label: 'leaf comma', names: [uriName(tricky)] }), { who }));
  });
  it('refuses a name that is no UTF-8', async () => {
    const outcome = await verifyBundle(signedBy({ label: 'leaf latin', names: [tlv(0x86, bytes(IDENTITY, [0xff]))] }));
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toHaveLength(1);
  });
  it('the new issuer extension is preferred, and the old one alone is enough', async () => {
    accepted(
      await verifyBundle(signedBy({ label: 'leaf old issuer', claims: { ...CLAIMS, issuer: null, issuerV1: ISSUER } })),
    );
    refused(
      await verifyBundle(signedBy({ label: 'leaf no issuer', claims: { more: {}, issuer: null } })),
      3,
      'issuer-mismatch',
    );
  });
});

describe('E06 · cycles and signature bombs', () => {
  const timed = async (work: () => Promise<Outcome>): Promise<Outcome> => {
    const start = performance.now();
    const outcome = await work();
    expect(performance.now() - start).toBeLessThan(1000);
    return outcome;
  };
  const chain = (names: readonly string[], cwd: string) =>
    judged(
      [
        'check',
        'chain',
        'leaf.pem',
        ...names.flatMap((name) => ['--intermediate', name]),
        '--root',
        'root.pem',
        '--at',
        ASKED_AT,
      ],
      cwd,
    );
  it('two authorities that have issued each other end the search', async () => {
    const [a, b] = ['E06 a', 'E06 b'].map((label) => ecKey('p256', label));
    const root = authority({ commonName: 'E06 root', key: ecKey('p256', 'E06 root') });
    const plain = (commonName: string, key: typeof a, issuer: { key: typeof a; commonName: string }) =>
      authority({
        commonName,
        key: key!,
        issuer: { key: issuer.key!, subject: distinguished(issuer.commonName), certificate: root.certificate },
        label: `${commonName} by ${issuer.commonName}`,
      });
    const ab = plain('E06 a', a, { key: b, commonName: 'E06 b' });
    const ba = plain('E06 b', b, { key: a, commonName: 'E06 a' });
    const leaf = plain('E06 leaf', ecKey('p256', 'E06 leaf'), { key: a, commonName: 'E06 a' });
    const cwd = folder({
      'leaf.pem': pemFile(leaf.certificate),
      'between.pem': pemFile(ab.certificate, ba.certificate),
      'root.pem': pemFile(root.certificate),
    });
    const outcome = await timed(() => chain(['between.pem'], cwd));
    refused(outcome, 3, 'path-not-found');
  });
  it('a hundred issuers of one name and key are bounded', async () => {
    const root = authority({ commonName: 'E06 root', key: ecKey('p256', 'E06 root') });
    const stranger = { key: ecKey('p256', 'E06 stranger'), subject: root.subject, certificate: root.certificate };
    const key = ecKey('p256', 'E06 many');
    const many = Array.from({ length: 100 }, (_, i) =>
      authority({ commonName: 'E06 many', key, issuer: stranger, label: `E06 many ${i}` }),
    );
    const leaf = authority({ commonName: 'E06 leaf', key: ecKey('p256', 'E06 leaf'), issuer: many[0]! });
    const cwd = folder({
      'leaf.pem': pemFile(leaf.certificate),
      'between.pem': pemFile(...many.map((one) => one.certificate)),
      'root.pem': pemFile(root.certificate),
    });
    const outcome = await timed(() => chain(['between.pem'], cwd));
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toHaveLength(1);
  });
  it('a path of twelve is too long', async () => void (await refusesCase('check-chain-twelve--path-limit')));
  it('more than ten certificates of a bundle are not read', async () => {
    const { der } = signer({ label: 'leaf filler' }).certificate!;
    const outcome = await verifyBundle({ ...MESSAGE, version: '0.1', chain: Array(10).fill(der) });
    refused(outcome, 3, 'limit-exceeded');
  });
});
