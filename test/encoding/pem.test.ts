// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/encoding/limits.ts';
import { encodePem, readCertificatePem, readPublicKeyPem } from '../../src/encoding/pem.ts';
import { attempt } from '../../src/model/malformed.ts';
import { bytes, expectProblem, expectReason } from './support.ts';

const DER = Uint8Array.from({ length: 100 }, (_, i) => i);
const BASE64 = Buffer.from(DER).toString('base64');
const KEY = encodePem('PUBLIC KEY', DER);
const CERTIFICATE = encodePem('CERTIFICATE', DER);
const block = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

describe('a public key file', () => {
  it.each([
    ['as RFC 7468 writes it', KEY],
    ['without its final newline', KEY.trimEnd()],
    ['in one line', block('PUBLIC KEY', BASE64)],
    ['in lines of 76', block('PUBLIC KEY', BASE64.replaceAll(/.{76}/g, '$&\n'))],
    ['in lines of 10', block('PUBLIC KEY', BASE64.replaceAll(/.{10}/g, '$&\n'))],
    ['with CR LF', KEY.replaceAll('\n', '\r\n')],
    ['with CR LF and without its final newline', KEY.replaceAll('\n', '\r\n').trimEnd()],
  ])('is read %s', (_, text) => {
    expect(readPublicKeyPem(text)).toEqual({ label: 'PUBLIC KEY', der: DER });
  });

  it('may be of PKCS #1', () => {
    expect(readPublicKeyPem(encodePem('RSA PUBLIC KEY', DER))).toEqual({ label: 'RSA PUBLIC KEY', der: DER });
  });

  it.each([
    'PRIVATE KEY',
    'EC PRIVATE KEY',
    'RSA PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED SIGSTORE PRIVATE KEY',
  ])('is not a %s, and the detail holds none of it', (label) => {
    expectReason(() => readPublicKeyPem(block(label, BASE64)), 'key-private');
    expectReason(() => readPublicKeyPem(KEY + block(label, BASE64)), 'key-private');
    expectReason(() => readPublicKeyPem(block(label, 'not base64')), 'key-private');
    const result = attempt(() => readPublicKeyPem(block(label, BASE64)));
    expect(JSON.stringify(result)).not.toContain(BASE64.slice(0, 8));
  });

  it.each([
    ['nothing', '', 'no PEM block'],
    ['text alone', 'hello\n', 'no PEM block'],
    ['bare base64', BASE64, 'no PEM block'],
    ['two blocks', KEY + KEY, '2 PEM blocks'],
    ['text in front', `key:\n${KEY}`, 'outside'],
    ['a blank line in front', `\n${KEY}`, 'outside'],
    ['text behind', `${KEY}x`, 'outside'],
    ['a blank line behind', `${KEY}\n`, 'outside'],
    ['a certificate', CERTIFICATE, 'labelled CERTIFICATE'],
    ['another label', block('EC PARAMETERS', BASE64), 'labelled EC PARAMETERS'],
    ['a label in lower case', block('public key', BASE64), 'malformed PEM boundary'],
    ['no end', KEY.split('-----END')[0]!, 'no end'],
    ['an end of another label', KEY.replace('END PUBLIC', 'END RSA PUBLIC'), 'no end'],
    ['an end alone', '-----END PUBLIC KEY-----\n', 'malformed PEM boundary'],
    ['a boundary that is indented', ` ${KEY}`, 'malformed PEM boundary'],
    ['a boundary with a blank behind it', KEY.replace('KEY-----\n', 'KEY----- \n'), 'malformed PEM boundary'],
    ['a boundary with four dashes at its end', KEY.replace('KEY-----\n', 'KEY----\n'), 'malformed PEM boundary'],
    ['a boundary with six dashes', `-${KEY}`, 'malformed PEM boundary'],
    ['a label of two blanks', block('PUBLIC  KEY', BASE64), 'malformed PEM boundary'],
    ['an empty label', block('', BASE64), 'malformed PEM boundary'],
    ['a blank line inside', block('PUBLIC KEY', `\n${BASE64}`), 'blank inside'],
    ['no content', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n', 'empty'],
    ['mixed line ends', KEY.replace('\n', '\r\n'), 'CR LF'],
    ['CR as line end', KEY.replaceAll('\n', '\r'), 'CR'],
    ['two CRs', KEY.replaceAll('\n', '\r\r\n'), 'holds a CR'],
  ])('is not %s', (_, text, words) => {
    expectProblem(() => readPublicKeyPem(text), 'pem-invalid', words);
  });

  it.each([
    ['a blank behind a line', block('PUBLIC KEY', `${BASE64} `)],
    ['a header of RFC 1421', block('PUBLIC KEY', `Proc-Type: 4,ENCRYPTED\n${BASE64}`)],
    ['the URL alphabet', block('PUBLIC KEY', '-_-_')],
    ['no padding', block('PUBLIC KEY', BASE64.replaceAll('=', ''))],
    ['non-zero trailing bits', block('PUBLIC KEY', 'Zh==')],
    ['padding in a middle line', block('PUBLIC KEY', 'Zg==\nZg==')],
    ['a block inside a block', block('PUBLIC KEY', KEY.trimEnd())],
    ['a comment', block('PUBLIC KEY', `# x\n${BASE64}`)],
  ])('does not hold %s', (_, text) => {
    expectReason(() => readPublicKeyPem(text), 'base64-invalid');
  });

  it('is bounded', () => {
    expectReason(() => readPublicKeyPem(' '.repeat(LIMITS.pemCharacters + 1)), 'limit-exceeded');
  });
});

describe('a certificate file', () => {
  it('gives its certificates in order', () => {
    const other = encodePem('CERTIFICATE', bytes(1, 2, 3));
    expect(readCertificatePem(CERTIFICATE + other)).toEqual({ certificates: [DER, bytes(1, 2, 3)], outside: [] });
  });

  it('lists the text outside of its blocks', () => {
    const text = `Subject: CN=a\n\n${CERTIFICATE}\n# next\n${CERTIFICATE}end`;
    expect(readCertificatePem(text)).toEqual({ certificates: [DER, DER], outside: ['Subject: CN=a', '# next', 'end'] });
  });

  it.each([
    ['nothing', '', 'no PEM block'],
    ['a public key', KEY, 'labelled PUBLIC KEY'],
    ['a certificate and a public key', CERTIFICATE + KEY, 'labelled PUBLIC KEY'],
    ['OpenSSL’s trusted form', encodePem('TRUSTED CERTIFICATE', DER), 'labelled TRUSTED CERTIFICATE'],
    ['the old label', encodePem('X509 CERTIFICATE', DER), 'labelled X509 CERTIFICATE'],
    ['a boundary hidden in a line', `x -----BEGIN CERTIFICATE-----\n${CERTIFICATE}`, 'malformed PEM boundary'],
    ['a second block without end', `${CERTIFICATE}-----BEGIN CERTIFICATE-----\n${BASE64}\n`, 'no end'],
  ])('is not %s', (_, text, words) => {
    expectProblem(() => readCertificatePem(text), 'pem-invalid', words);
  });

  it('never holds a private key', () => {
    expectReason(() => readCertificatePem(CERTIFICATE + block('PRIVATE KEY', BASE64)), 'key-private');
    expectReason(() => readCertificatePem(block('PRIVATE KEY', BASE64) + CERTIFICATE), 'key-private');
  });

  it('is bounded in its blocks', () => {
    const many = (count: number) => block('CERTIFICATE', 'MAA=').repeat(count);
    expect(readCertificatePem(many(LIMITS.pemBlocks)).certificates).toHaveLength(LIMITS.pemBlocks);
    expectReason(() => readCertificatePem(many(LIMITS.pemBlocks + 1)), 'limit-exceeded');
  });

  it('takes a megabyte of half blocks in linear time', () => {
    const started = process.cpuUsage();
    const text = '-----BEGIN CERTIFICATE-----\n'.repeat(37_000);
    expectReason(() => readCertificatePem(text), 'pem-invalid');
    expectReason(() => readCertificatePem(`${text.slice(0, 900_000)}\n-----END CERTIFICATE-----`), 'base64-invalid');
    expectReason(() => readCertificatePem('\n'.repeat(LIMITS.pemCharacters)), 'pem-invalid');
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});

describe('pem', () => {
  it('round-trips', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (der) => {
        expect(readPublicKeyPem(encodePem('PUBLIC KEY', der))).toEqual({ label: 'PUBLIC KEY', der });
      }),
    );
  });

  it('reads a mutated file as a key of one spelling or not at all', () => {
    fc.assert(
      fc.property(
        fc.nat(KEY.length - 1),
        fc.constantFrom(...'-=A\n\r +/_x\0'),
        fc.boolean(),
        (at, character, insert) => {
          const text = KEY.slice(0, at) + character + KEY.slice(insert ? at : at + 1);
          const result = attempt(() => readPublicKeyPem(text));
          if (!result.ok) return;
          const body = text
            .replaceAll('\n', '')
            .replace(/^-----BEGIN [A-Z ]+-----/, '')
            .replace(/-----END [A-Z ]+-----$/, '');
          expect(Buffer.from(result.value.der).toString('base64')).toBe(body);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
