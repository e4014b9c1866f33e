// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, bytes, fromHex, utf8 } from '../../scripts/mint/bytes.ts';
import { contentOf, context, integer, NULL, octetString, oid, sequence, setOf, tlv } from '../../scripts/mint/der.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { importSpki } from '../../src/crypto/spki.ts';
import { attempt } from '../../src/model/malformed.ts';
import { parseSignedData } from '../../src/x509/cms.ts';
import { verifySigner } from '../../src/x509/cms-signature.ts';
import { readCertificateIds } from '../../src/x509/cms-signing-certificate.ts';
import {
  ATTRIBUTE,
  attribute,
  hashAlgorithm,
  nameV1,
  nameV2,
  SIGNED_DATA,
  TST_INFO,
  token,
} from '../support/cms-writer.ts';
import { PLAN, STAMPER } from '../support/stamping-world.ts';

const GOOD = token({ ...PLAN, status: null, certificates: [STAMPER.certificate.der] });

function reason(der: Bytes): string {
  const read = attempt(() => parseSignedData(der));
  return read.ok ? 'read' : read.problem.reason;
}

describe('CMS SignedData (RFC 5652 §5)', () => {
  it('reads a token of another program as that program wrote it', () => {
    // structure alone: SignedData v3 over an empty OCTET STRING, one signer by key identifier, no attributes
    const data = sequence(
      integer(3),
      setOf(hashAlgorithm('sha256')),
      sequence(oid(TST_INFO), context(0, octetString(bytes()))),
      setOf(
        sequence(
          integer(3),
          tlv(0x80, fromHex('aabb')),
          hashAlgorithm('sha256'),
          hashAlgorithm('sha256'),
          octetString(fromHex('cc')),
        ),
      ),
    );
    const read = parseSignedData(sequence(oid(SIGNED_DATA), context(0, data)));
    expect(read).toMatchObject({ contentType: TST_INFO, content: new Uint8Array(), certificates: [] });
    expect(read.signers).toMatchObject([
      {
        sid: { kind: 'key-id', keyId: fromHex('aabb') },
        signedAttributes: null,
        signedBytes: null,
        signature: fromHex('cc'),
      },
    ]);
  });

  it('gives parts of the input itself, and the signed bytes as a SET', () => {
    const { certificates, signers, content } = parseSignedData(GOOD);
    expect(certificates.map((der) => der.buffer === GOOD.buffer)).toEqual([true]);
    expect(content.buffer).toBe(GOOD.buffer);
    expect(signers[0]?.signedBytes?.[0]).toBe(0x31);
    expect([...(signers[0]?.signedAttributes?.keys() ?? [])].sort()).toEqual(
      [ATTRIBUTE.contentType, ATTRIBUTE.messageDigest, ATTRIBUTE.signingTime, ATTRIBUTE.signingCertificateV2].sort(),
    );
  });

  it('leaves the input as it is', () => {
    const copy = GOOD.slice();
    parseSignedData(copy);
    expect(copy).toEqual(GOOD);
  });

  it('refuses other content than signed data', () => {
    expect(reason(sequence(oid('1.2.840.113549.1.7.1'), context(0, NULL)))).toBe('der-invalid');
    expect(reason(sequence(oid(SIGNED_DATA)))).toBe('der-invalid');
    expect(reason(sequence(oid(SIGNED_DATA), context(0, bytes(NULL, NULL))))).toBe('der-invalid');
  });
  it('refuses content that stands elsewhere', () => {
    const detached = sequence(integer(3), setOf(), sequence(oid(TST_INFO)), setOf());
    expect(reason(sequence(oid(SIGNED_DATA), context(0, detached)))).toBe('der-invalid');
  });
  it('refuses a second value where one is wanted', () => {
    const signedData = Buffer.from(contentOf(contentOf(GOOD).subarray(oid(SIGNED_DATA).length)));
    expect(reason(sequence(oid(SIGNED_DATA), context(0, signedData)))).toBe('read');
    expect(reason(sequence(oid(SIGNED_DATA), context(0, bytes(signedData, NULL))))).toBe('der-invalid');
  });
  it('leaves no signature without signed attributes standing', () => {
    const data = parseSignedData(token({ ...PLAN, status: null, withoutAttributes: true }));
    const key = importSpki(STAMPER.key.spki);
    const verified = attempt(() => verifySigner(data, data.signers[0]!, key, nativeEngine));
    expect(verified).toMatchObject({ ok: false, problem: { reason: 'timestamp-format' } });
  });
  it('refuses more signers or digest algorithms than the bound', () => {
    expect(reason(token({ ...PLAN, status: null, signerInfos: (one) => Array(33).fill(one) }))).toBe('limit-exceeded');
    const many = Array.from({ length: 33 }, () => hashAlgorithm('sha256'));
    expect(reason(token({ ...PLAN, status: null, digestAlgorithms: many }))).toBe('limit-exceeded');
  });
  it('reads past revocation lists', () => {
    const at = Buffer.from(GOOD).indexOf(Buffer.from(STAMPER.certificate.der));
    expect(at).toBeGreaterThan(0);
    const { signers } = parseSignedData(
      token({ ...PLAN, status: null, unsignedAttributes: attribute('1.2.3', utf8String('x')) }),
    );
    expect(signers).toHaveLength(1);
  });
  it('throws nothing but Malformed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: GOOD.length - 1 }), fc.integer({ min: 0, max: 255 }), (index, octet) => {
        const copy = GOOD.slice();
        copy[index] = octet;
        reason(copy);
      }),
      { numRuns: 2000, seed: 20260204 },
    );
  });
});

function utf8String(text: string): Bytes {
  return tlv(0x0c, utf8(text));
}

describe('the signed name of the signing certificate (RFC 2634 §5.4, RFC 5035 §3)', () => {
  const idsOf = (...names: readonly Bytes[]): string[] | string => {
    const read = attempt(() =>
      readCertificateIds(parseSignedData(token({ ...PLAN, status: null, names })).signers[0]!),
    );
    return read.ok ? read.value.map(({ hash }) => hash ?? 'refused') : read.problem.reason;
  };
  const v2 = (value: Bytes): Bytes => attribute(ATTRIBUTE.signingCertificateV2, value);
  const hash = octetString(new Uint8Array(32));

  it('is read in both forms', () => {
    expect(idsOf(nameV2(STAMPER.certificate))).toEqual(['sha256']);
    expect(idsOf(nameV2(STAMPER.certificate, 'sha384'))).toEqual(['sha384']);
    expect(idsOf(nameV1(STAMPER.certificate))).toEqual(['sha1']);
    expect(idsOf(nameV1(STAMPER.certificate), nameV2(STAMPER.certificate))).toEqual(['sha1', 'sha256']);
    expect(idsOf()).toEqual([]);
  });
  it('is known not to be accepted under another hash', () => {
    expect(idsOf(nameV2(STAMPER.certificate, 'sha1'))).toEqual(['refused']);
  });
  it('is the first of several, beside policies', () => {
    const second = sequence(hashAlgorithm('sha512'), octetString(new Uint8Array(64)));
    expect(idsOf(v2(sequence(sequence(sequence(hash), second), sequence(sequence(oid('1.2.3'))))))).toEqual(['sha256']);
  });
  it('is refused where it is malformed', () => {
    expect(idsOf(v2(sequence(sequence())))).toBe('der-invalid');
    expect(idsOf(v2(sequence()))).toBe('der-invalid');
    expect(idsOf(v2(sequence(sequence(sequence(hash)), NULL)))).toBe('der-invalid');
    expect(idsOf(v2(sequence(sequence(sequence(hash, NULL)))))).toBe('der-invalid');
    const [one, two] = [sequence(sequence(sequence(hash))), sequence(sequence(sequence(hash), sequence(hash)))];
    expect(idsOf(v2(one))).toEqual(['sha256']);
    expect(idsOf(attribute(ATTRIBUTE.signingCertificateV2, one, two))).toBe('der-invalid');
    expect(idsOf(attribute(ATTRIBUTE.signingCertificateV2))).toBe('der-invalid');
    // an issuer that is no directory name, and two of them
    const named = (...issuers: readonly Bytes[]): Bytes =>
      v2(sequence(sequence(sequence(hash, sequence(sequence(...issuers), integer(1))))));
    expect(idsOf(named(tlv(0x86, utf8('https://stamper.example'))))).toBe('der-invalid');
    expect(idsOf(named(context(4, sequence()), context(4, sequence())))).toBe('der-invalid');
    expect(idsOf(named(context(4, sequence())))).toEqual(['sha256']);
  });
});
