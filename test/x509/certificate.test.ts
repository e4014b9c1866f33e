// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDer } from '../../src/encoding/der.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { attempt } from '../../src/model/malformed.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { readHashAlgorithm, schemeUnderKey } from '../../src/x509/signature-algorithm.ts';
import {
  ALGORITHM,
  type CertificateFields,
  ca,
  concat,
  dns,
  ed25519Key,
  extension,
  keyUsage,
  name,
  p256Key,
  p384Key,
  rsaKey,
  writeCertificate,
} from '../support/certificate-writer.ts';
import {
  bitString,
  boolean,
  generalizedTime,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  tagged,
  tlv,
  utcTime,
  utf8String,
} from '../support/der-writer.ts';

const key = p256Key();
/** Its signatures have one length. */
const ed = ed25519Key();
const fields: CertificateFields = {
  key,
  signer: key,
  subject: name('CN=leaf'),
  issuer: name('O=Example', 'CN=issuer'),
};
const written = (more: Partial<CertificateFields> = {}): Uint8Array => writeCertificate({ ...fields, ...more });
const reasonOf = (der: Uint8Array): string | null => {
  const parsed = attempt(() => parseCertificate(der));
  return parsed.ok ? null : parsed.problem.reason;
};

describe('parseCertificate', () => {
  it('reads every field from the original bytes', () => {
    const der = written({ serial: integer(0x7fn), extensions: [ca(3), keyUsage(5, 6)] });
    const certificate = parseCertificate(der);
    expect(certificate.serial).toBe(0x7fn);
    expect(certificate.tbs.buffer).toBe(der.buffer);
    expect(certificate.issuer).toEqual(fields.issuer);
    expect(certificate.subject).toEqual(fields.subject);
    expect(certificate.selfIssued).toBe(false);
    expect(certificate.basicConstraints).toEqual({ ca: true, pathLength: 3 });
    expect([...certificate.keyUsage!]).toEqual([5, 6]);
    expect(certificate.spki).toEqual(key.spki);
    expect(certificate.key?.kind).toBe('ecdsa-p256');
    expect(certificate.keyProblem).toBeNull();
    expect(certificate.findings).toEqual([]);
    expect(certificate.notAfter - certificate.notBefore).toBe(365n * 86_400_000_000_000n);
  });

  it('reads a certificate without extensions', () => {
    expect(parseCertificate(written()).extensions.size).toBe(0);
  });

  it('reads unique identifiers and ignores them', () => {
    expect(
      reasonOf(written({ uniqueIds: [implicit(1, Uint8Array.of(0, 5)), implicit(2, Uint8Array.of(0, 5))] })),
    ).toBeNull();
  });

  const refused: Record<string, [() => Uint8Array, string]> = {
    'a byte behind the certificate': [() => concat(written(), Uint8Array.of(0)), 'der-invalid'],
    'a second certificate behind it': [() => concat(written(), written()), 'der-invalid'],
    'nothing at all': [() => new Uint8Array(), 'der-invalid'],
    'a missing last byte': [() => written().slice(0, -1), 'der-invalid'],
    'version 1': [() => written({ version: [] }), 'certificate-format'],
    'version 2': [() => written({ version: [tagged(0, integer(1))] }), 'certificate-format'],
    'version 4': [() => written({ version: [tagged(0, integer(3))] }), 'certificate-format'],
    'a negative serial number': [() => written({ serial: integer(-1) }), 'certificate-format'],
    'a serial number of 21 octets': [() => written({ serial: integer(1n << 160n) }), 'certificate-format'],
    'an empty issuer': [() => written({ issuer: sequence() }), 'certificate-format'],
    'an empty set in a name': [() => written({ subject: sequence(set()) }), 'der-invalid'],
    'an attribute of three values': [
      () => written({ subject: sequence(set(sequence(oid('2.5.4.3'), utf8String('a'), nothing()))) }),
      'der-invalid',
    ],
    'attributes out of the order of their set': [
      () =>
        written({
          subject: sequence(set(sequence(oid('2.5.4.3'), utf8String('b')), sequence(oid('2.5.4.3'), utf8String('a')))),
        }),
      'der-invalid',
    ],
    'another signature algorithm inside than outside': [
      () => written({ innerAlgorithm: ALGORITHM.ECDSA_SHA384 }),
      'certificate-format',
    ],
    'parameters inside only': [
      () => written({ innerAlgorithm: sequence(oid('1.2.840.10045.4.3.2'), nothing()) }),
      'certificate-format',
    ],
    'the same extension twice': [() => written({ extensions: [ca(), ca()] }), 'certificate-format'],
    'an unknown extension twice': [
      () => written({ extensions: [extension('1.2.3.4', nothing()), extension('1.2.3.4', utf8String('other'))] }),
      'certificate-format',
    ],
    'an empty list of extensions': [
      () => sequence(sequence(...withEmptyExtensions()), ALGORITHM.ECDSA_SHA256, bitString(new Uint8Array(8))),
      'certificate-format',
    ],
    'a criticality of FALSE': [
      () => written({ extensions: [sequence(oid('1.2.3.4'), boolean(false), octetString(nothing()))] }),
      'der-invalid',
    ],
    'a cA of FALSE': [() => written({ extensions: [extension('2.5.29.19', sequence(boolean(false)))] }), 'der-invalid'],
    'a cA of 0x01': [
      () => written({ extensions: [extension('2.5.29.19', sequence(tlv(1, Uint8Array.of(1))))] }),
      'der-invalid',
    ],
    'a negative path length': [
      () => written({ extensions: [extension('2.5.29.19', sequence(boolean(true), integer(-1)))] }),
      'der-invalid',
    ],
    'bytes behind the value of an extension': [
      () => written({ extensions: [extension('2.5.29.19', concat(sequence(), Uint8Array.of(0)))] }),
      'der-invalid',
    ],
    'a key usage of nothing': [() => written({ extensions: [keyUsage()] }), 'certificate-format'],
    'an extended key usage of nothing': [
      () => written({ extensions: [extension('2.5.29.37', sequence())] }),
      'certificate-format',
    ],
    'no alternative names': [() => written({ extensions: [extension('2.5.29.17', sequence())] }), 'der-invalid'],
    'an alternative name of no known form': [
      () => written({ extensions: [extension('2.5.29.17', sequence(implicit(9, Uint8Array.of(1))))] }),
      'der-invalid',
    ],
    'an authority key identifier with half a name': [
      () => written({ extensions: [extension('2.5.29.35', sequence(implicit(2, Uint8Array.of(1))))] }),
      'certificate-format',
    ],
    'empty name constraints': [
      () => written({ extensions: [extension('2.5.29.30', sequence())] }),
      'certificate-format',
    ],
    'an empty list of name constraints': [
      () => written({ extensions: [extension('2.5.29.30', sequence(tagged(0)))] }),
      'certificate-format',
    ],
    'an empty list of permitted names beside one of excluded': [
      () =>
        written({ extensions: [extension('2.5.29.30', sequence(tagged(0), tagged(1, sequence(dns('a.example')))))] }),
      'certificate-format',
    ],
    'a time with a fraction': [() => written({ notAfter: generalizedTime('20270101000000.5Z') }), 'time-invalid'],
    'a time without seconds': [() => written({ notBefore: utcTime('2601010000Z') }), 'time-invalid'],
    'a day that does not exist': [() => written({ notBefore: utcTime('260230000000Z') }), 'time-invalid'],
    'more than 256 KiB': [
      () => written({ extensions: [extension('1.2.3.4', new Uint8Array(300_000))] }),
      'limit-exceeded',
    ],
  };
  function withEmptyExtensions(): Uint8Array[] {
    return [
      tagged(0, integer(2)),
      integer(1),
      ALGORITHM.ECDSA_SHA256,
      fields.issuer,
      sequence(utcTime('260101000000Z'), utcTime('270101000000Z')),
      fields.subject,
      key.spki,
      tagged(3, sequence()),
    ];
  }
  it.each(Object.entries(refused))('refuses %s', (_, [make, reason]) => {
    expect(reasonOf(make())).toBe(reason);
  });

  it('tolerates a serial number of zero, and one of 20 octets', () => {
    expect(reasonOf(written({ serial: integer(0) }))).toBeNull();
    expect(reasonOf(written({ serial: integer((1n << 159n) - 1n) }))).toBeNull();
  });

  it('takes a certificate of exactly the size that is allowed', () => {
    const sized = (octets: number) =>
      written({ signer: ed, extensions: [extension('1.2.3.4', new Uint8Array(octets))] });
    const around = LIMITS.certificateBytes - sized(LIMITS.certificateBytes - 1000).length;
    const largest = sized(LIMITS.certificateBytes - 1000 + around);
    expect(largest.length).toBe(LIMITS.certificateBytes);
    expect(reasonOf(largest)).toBeNull();
    expect(reasonOf(sized(LIMITS.certificateBytes - 1000 + around + 1))).toBe('limit-exceeded');
  });

  it('accepts GeneralizedTime before 2050 and lists it', () => {
    const certificate = parseCertificate(written({ notAfter: generalizedTime('20270101000000Z') }));
    expect(certificate.findings).toEqual([
      { code: 'certificate-time-form', detail: expect.stringContaining('notAfter') },
    ]);
    expect(parseCertificate(written({ notAfter: generalizedTime('20500101000000Z') })).findings).toEqual([]);
  });

  it('reads a window that ends before it starts: it is empty, not malformed', () => {
    expect(reasonOf(written({ notBefore: utcTime('280101000000Z') }))).toBeNull();
  });

  it('reads a key of an unsupported kind as none, and says why', () => {
    const spki = sequence(sequence(oid('1.2.840.10040.4.1')), bitString(Uint8Array.of(2, 1, 5)));
    const certificate = parseCertificate(written({ spki }));
    expect(certificate.key).toBeNull();
    expect(certificate.keyProblem?.reason).toBe('algorithm-unsupported');
  });

  it('never fails otherwise than by a reason, whatever bit is flipped', () => {
    const der = written({ extensions: [ca(1), keyUsage(5)] });
    fc.assert(
      fc.property(fc.nat(der.length * 8 - 1), fc.nat(255), (bit, octet) => {
        const other = der.slice();
        other[bit >> 3]! ^= 1 << (bit & 7);
        reasonOf(other);
        other[bit >> 3] = octet;
        const parsed = attempt(() => parseCertificate(other));
        if (parsed.ok)
          void [parsed.value.key, parsed.value.keyProblem, parsed.value.selfIssued, parsed.value.fingerprint];
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => reasonOf(bytes) !== null));
  });
});

describe('signature algorithms of certificates', () => {
  const PSS_HASH = sequence(oid('2.16.840.1.101.3.4.2.1'));
  const pss = (salt: number, mask = PSS_HASH) =>
    sequence(
      oid('1.2.840.113549.1.1.10'),
      sequence(tagged(0, PSS_HASH), tagged(1, sequence(oid('1.2.840.113549.1.1.8'), mask)), tagged(2, integer(salt))),
    );
  const schemeOf = (algorithm: Uint8Array, signer = key): string => {
    const certificate = parseCertificate(written({ algorithm }));
    const issuer = parseCertificate(written({ spki: signer.spki }));
    const scheme = attempt(() => schemeUnderKey(certificate.signatureAlgorithm, issuer.key!));
    return scheme.ok ? scheme.value : scheme.problem.reason;
  };
  const rsa = rsaKey();

  it('takes the curve from the key and the hash from the algorithm', () => {
    expect(schemeOf(ALGORITHM.ECDSA_SHA256)).toBe('ecdsa-p256-sha256');
    expect(schemeOf(ALGORITHM.ECDSA_SHA256, p384Key())).toBe('ecdsa-p384-sha256');
    expect(schemeOf(ALGORITHM.ECDSA_SHA384, p384Key())).toBe('ecdsa-p384-sha384');
    expect(schemeOf(ALGORITHM.ED25519, ed25519Key())).toBe('ed25519');
    expect(schemeOf(ALGORITHM.RSA_SHA256, rsa)).toBe('rsa-pkcs1v15-sha256');
    expect(schemeOf(sequence(oid('1.2.840.113549.1.1.13')), rsa)).toBe('rsa-pkcs1v15-sha512');
    expect(schemeOf(pss(32), rsa)).toBe('rsa-pss-sha256');
  });

  it('does not support SHA-1, parameters that are not the one form, or PSS with other parts', () => {
    const algorithms = [
      sequence(oid('1.2.840.113549.1.1.5'), nothing()),
      sequence(oid('1.2.840.10045.4.1')),
      sequence(oid('1.2.840.10045.4.3.2'), nothing()),
      sequence(oid('1.3.101.112'), nothing()),
      sequence(oid('1.2.840.113549.1.1.11'), sequence()),
      sequence(oid('1.2.840.113549.1.1.10')),
      pss(20),
      pss(32, sequence(oid('2.16.840.1.101.3.4.2.2'))),
    ];
    for (const algorithm of algorithms) expect(schemeOf(algorithm, rsa)).toBe('algorithm-unsupported');
  });

  it('reads the hash of a digest algorithm, with NULL parameters or none', () => {
    const sha256 = oid('2.16.840.1.101.3.4.2.1');
    expect(readHashAlgorithm(readDer(sequence(sha256)))).toBe('sha256');
    expect(readHashAlgorithm(readDer(sequence(sha256, nothing())))).toBe('sha256');
    expect(readHashAlgorithm(readDer(sequence(sha256, sequence())))).toBeNull();
    expect(readHashAlgorithm(readDer(sequence(oid('1.3.14.3.2.26'))))).toBeNull();
  });

  it('refuses an algorithm of another family than the key', () => {
    expect(schemeOf(ALGORITHM.ECDSA_SHA256, rsa)).toBe('algorithm-key-mismatch');
    expect(schemeOf(ALGORITHM.RSA_SHA256)).toBe('algorithm-key-mismatch');
    expect(schemeOf(ALGORITHM.ED25519)).toBe('algorithm-key-mismatch');
    expect(schemeOf(pss(32), ed25519Key())).toBe('algorithm-key-mismatch');
  });
});
