// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { attempt } from '../../src/model/malformed.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { fulcioIdentity } from '../../src/x509/fulcio.ts';
import {
  directory,
  dns,
  email,
  extension,
  ip,
  name,
  otherName,
  p256Key,
  san,
  uri,
  writeCertificate,
} from '../support/certificate-writer.ts';
import { concat, type Der, ia5String, printableString, sequence, tlv, utf8String } from '../support/der-writer.ts';

const key = p256Key();
const ARC = '1.3.6.1.4.1.57264.1.';
const raw = (n: number, value: Uint8Array | string): Der =>
  extension(`${ARC}${n}`, typeof value === 'string' ? new TextEncoder().encode(value) : value);
const wrapped = (n: number, text: string): Der => raw(n, utf8String(text));
const identify = (...extensions: Der[]) =>
  attempt(() =>
    fulcioIdentity(
      parseCertificate(writeCertificate({ key, signer: key, subject: sequence(), issuer: name('CN=ca'), extensions })),
    ),
  );
const reasonOf = (...extensions: Der[]): string | null => {
  const result = identify(...extensions);
  return result.ok ? null : result.problem.reason;
};
const SAN = san(uri('https://ci.example/job'));

describe('the signer that a certificate names', () => {
  it.each([
    ['email', email('a@example.com'), 'a@example.com'],
    ['uri', uri('https://ci.example/job@refs/heads/main'), 'https://ci.example/job@refs/heads/main'],
    ['dns', dns('host.example'), 'host.example'],
    ['other-name', otherName(`${ARC}7`, utf8String('jörg!example.com')), 'jörg!example.com'],
  ] as const)('may be of type %s', (sanType, written, text) => {
    expect(identify(san(written))).toMatchObject({
      ok: true,
      value: { kind: 'certificate', san: text, sanType, issuer: null, extensions: {} },
    });
  });

  const bad: Record<string, Der[]> = {
    'no alternative name': [],
    'two of one type': [san(email('a@example.com'), email('b@example.com'))],
    'two of two types': [san(email('a@example.com'), uri('https://a.example'))],
    'the same name twice': [san(email('a@example.com'), email('a@example.com'))],
    NUL: [san(email('a@example.com\0.evil.org'))],
    'a line feed': [san(uri('https://a.example\nhttps://b.example'))],
    'an octet above ASCII': [san(tlv(0x81, Uint8Array.of(0x61, 0xe9)))],
    nothing: [san(email(''))],
    'an otherName of another type': [san(otherName('1.3.6.1.4.1.311.20.2.3', utf8String('a')))],
    'an otherName of another string type': [san(otherName(`${ARC}7`, printableString('a')))],
    'an otherName with NUL': [san(otherName(`${ARC}7`, utf8String('a\0b')))],
    'an otherName that is not UTF-8': [san(otherName(`${ARC}7`, tlv(0x0c, Uint8Array.of(0xff))))],
    'an address': [san(ip(192, 0, 2, 1))],
    'a directory name': [san(directory(name('CN=a')))],
  };
  it.each(Object.entries(bad))('is refused: %s', (_, extensions) => {
    expect(reasonOf(...extensions)).toBe('certificate-san');
  });

  it('is one name, however it is punctuated (attacks E05)', () => {
    const text = 'https://a.example, URI:https://b.example';
    expect(identify(san(uri(text)))).toMatchObject({ ok: true, value: { san: text } });
  });
});

describe('the issuer', () => {
  it('is read from the new extension, from the old one, or from both', () => {
    for (const extensions of [
      [wrapped(8, 'https://idp.example')],
      [raw(1, 'https://idp.example')],
      [raw(1, 'https://idp.example'), wrapped(8, 'https://idp.example')],
    ]) {
      expect(identify(SAN, ...extensions)).toMatchObject({ ok: true, value: { issuer: 'https://idp.example' } });
    }
  });

  it('must be the same in both, in either order', () => {
    expect(reasonOf(SAN, raw(1, 'https://idp.example'), wrapped(8, 'https://evil.example'))).toBe(
      'certificate-issuer-conflict',
    );
    expect(reasonOf(SAN, wrapped(8, 'https://evil.example'), raw(1, 'https://idp.example'))).toBe(
      'certificate-issuer-conflict',
    );
    expect(reasonOf(SAN, raw(1, 'https://idp.example'), wrapped(8, 'https://idp.example/'))).toBe(
      'certificate-issuer-conflict',
    );
  });

  const bad: Record<string, Der> = {
    'the new one without DER': raw(8, 'https://idp.example'),
    'the new one as another string': raw(8, ia5String('https://idp.example')),
    'bytes behind the new one': raw(8, concat(utf8String('https://idp.example'), Uint8Array.of(0))),
    'the new one with NUL': wrapped(8, 'https://idp.example\0'),
    'the old one that is not UTF-8': raw(1, Uint8Array.of(0xc0, 0xaf)),
    'the old one with NUL': raw(1, 'https://idp.example\0.evil'),
    'the old one with a byte order mark': raw(1, Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)),
  };
  it.each(Object.entries(bad))('is refused: %s', (_, written) => {
    expect(reasonOf(SAN, written)).toBe('certificate-format');
  });

  it('of the old form may look like DER: it is bare text all the same', () => {
    expect(identify(SAN, raw(1, utf8String('https://idp.example')))).toMatchObject({
      ok: true,
      value: { issuer: '\f\u0013https://idp.example' },
    });
  });
});

describe('what Fulcio recorded', () => {
  it('is read by its name', () => {
    const old = [2, 3, 4, 5, 6].map((n) => raw(n, `bare ${n}`));
    const extensions = Array.from({ length: 16 }, (_, i) => wrapped(i + 9, `text ${i + 9}`));
    const result = identify(SAN, ...old, ...extensions, extension(`${ARC}99`, utf8String('unknown')));
    expect(result.ok && { ...result.value.extensions }).toEqual({
      githubWorkflowTrigger: 'bare 2',
      githubWorkflowSHA: 'bare 3',
      githubWorkflowName: 'bare 4',
      githubWorkflowRepository: 'bare 5',
      githubWorkflowRef: 'bare 6',
      buildSignerURI: 'text 9',
      buildSignerDigest: 'text 10',
      runnerEnvironment: 'text 11',
      sourceRepositoryURI: 'text 12',
      sourceRepositoryDigest: 'text 13',
      sourceRepositoryRef: 'text 14',
      sourceRepositoryIdentifier: 'text 15',
      sourceRepositoryOwnerURI: 'text 16',
      sourceRepositoryOwnerIdentifier: 'text 17',
      buildConfigURI: 'text 18',
      buildConfigDigest: 'text 19',
      buildTrigger: 'text 20',
      runInvocationURI: 'text 21',
      sourceRepositoryVisibilityAtSigning: 'text 22',
      deploymentEnvironment: 'text 23',
      tokenSubject: 'text 24',
    });
  });

  it('is refused where it is not the text that belongs there', () => {
    expect(reasonOf(SAN, raw(12, 'https://example.com'))).toBe('certificate-format');
  });
});
