// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { validatePath } from '../../src/x509/path.ts';
import { anchorFromCertificate } from '../../src/x509/trust-anchor.ts';
import {
  ca,
  directory,
  dns,
  email,
  extension,
  ip,
  name,
  nameConstraints,
  otherName,
  p256Key,
  san,
  uri,
  writeCertificate,
} from '../support/certificate-writer.ts';
import { type Der, implicit, integer, sequence, tagged, utf8String } from '../support/der-writer.ts';

const [rootKey, caKey, leafKey] = [p256Key(), p256Key(), p256Key()];
const [ROOT, CA] = [name('CN=root'), name('C=US', 'O=Example', 'CN=ca')];
const root = anchorFromCertificate(
  parseCertificate(
    writeCertificate({ key: rootKey, signer: rootKey, subject: ROOT, issuer: ROOT, extensions: [ca()] }),
  ),
);

interface Case {
  readonly permitted?: readonly Der[];
  readonly excluded?: readonly Der[];
  readonly constraints?: Der;
  readonly names?: readonly Der[];
  readonly subject?: Der;
}
function reasonOf({
  permitted = [],
  excluded = [],
  constraints,
  names = [],
  subject = sequence(),
}: Case): string | null {
  const middle = writeCertificate({
    key: caKey,
    signer: rootKey,
    subject: CA,
    issuer: ROOT,
    extensions: [ca(), constraints ?? nameConstraints(permitted, excluded)],
  });
  const leaf = writeCertificate({
    key: leafKey,
    signer: caKey,
    subject,
    issuer: CA,
    extensions: names.length === 0 ? [] : [san(...names)],
  });
  const result = validatePath({
    leaf: parseCertificate(leaf),
    intermediates: [parseCertificate(middle)],
    anchors: [root],
    at: parseRfc3339('2026-06-01T00:00:00Z').time,
    purpose: 'any',
    engine: nativeEngine,
  });
  return result.ok ? null : result.problem.reason;
}

type Row = [string, Case];
const inside: Row[] = [
  ['dns: the very host', { permitted: [dns('example.com')], names: [dns('example.com')] }],
  ['dns: below, in other case', { permitted: [dns('Example.COM')], names: [dns('a.b.EXAMPLE.com')] }],
  ['dns: a wildcard below', { permitted: [dns('example.com')], names: [dns('*.example.com')] }],
  ['dns: the empty constraint', { permitted: [dns('')], names: [dns('host.example')] }],
  [
    'dns: one of several',
    { permitted: [dns('example.org'), dns('example.com')], names: [dns('a.example.com'), dns('example.org')] },
  ],
  ['dns: outside of what is excluded', { excluded: [dns('example.com')], names: [dns('example.org')] }],
  ['dns: a name that only ends alike', { excluded: [dns('example.com')], names: [dns('badexample.com')] }],
  [
    'dns: a wildcard two labels above what is excluded',
    { excluded: [dns('a.b.example.com')], names: [dns('*.example.com')] },
  ],
  ['dns: constraints of other forms only', { permitted: [email('example.com')], names: [dns('host.example')] }],
  ['email: the very mailbox', { permitted: [email('a@example.com')], names: [email('a@EXAMPLE.com')] }],
  ['email: at the host', { permitted: [email('example.com')], names: [email('a@example.com')] }],
  ['email: below the domain', { permitted: [email('.example.com')], names: [email('a@mail.example.com')] }],
  ['email: in the subject', { permitted: [email('example.com')], subject: name('emailAddress=a@example.com') }],
  [
    'uri: the host',
    { permitted: [uri('example.com')], names: [uri('https://user@Example.com:8443/path?x=@evil.org')] },
  ],
  ['uri: below the domain', { permitted: [uri('.example.com')], names: [uri('https://a.example.com')] }],
  ['uri: outside of what is excluded', { excluded: [uri('.example.com')], names: [uri('https://example.com/')] }],
  [
    'directory: below',
    { permitted: [directory(name('C=US', 'O=example'))], subject: name('C=US', 'O=Example', 'CN=leaf') },
  ],
  [
    'directory: the very name',
    { permitted: [directory(name('C=US', 'O=Example'))], subject: name('C=US', 'O=Example') },
  ],
  ['directory: an empty subject', { permitted: [directory(name('C=US'))], names: [dns('host.example')] }],
  ['ip: in the network', { permitted: [ip(192, 0, 2, 0, 255, 255, 255, 0)], names: [ip(192, 0, 2, 200)] }],
  [
    'ip: outside of what is excluded',
    { excluded: [ip(192, 0, 2, 0, 255, 255, 255, 128)], names: [ip(192, 0, 2, 200)] },
  ],
  ['ip: version 6', { permitted: [ip(...v6(0x20), ...v6(0xff))], names: [ip(...v6(0x20))] }],
  [
    'other forms that are not constrained',
    { permitted: [dns('a.example')], names: [otherName('1.2.3', utf8String('x'))] },
  ],
];
const outside: Row[] = [
  [
    'dns: a name of over 253 characters',
    { excluded: [dns('example.org')], names: [dns(`${'a.'.repeat(130)}example.com`)] },
  ],
  ['email: a constraint that is no mailbox', { excluded: [email('a b@example.org')], names: [email('a@example.com')] }],
  ['email: a constraint that is no host', { excluded: [email('exam ple.org')], names: [email('a@example.com')] }],
  ['email: nothing in front of the at', { excluded: [email('example.org')], names: [email('@example.com')] }],
  ['email: no at', { excluded: [email('example.org')], names: [email('example.com')] }],
  ['email: no host behind the at', { excluded: [email('example.org')], names: [email('a@exam_ple..com')] }],
  ['uri: a constraint that is no host', { excluded: [uri('exam ple.org')], names: [uri('https://example.com')] }],
  [
    'ip: an address whose first octets lie in a network of another version',
    { permitted: [ip(0x20, 0, 0, 0, 255, 0, 0, 0)], names: [ip(...v6(0x20))] },
  ],
  ['dns: another host', { permitted: [dns('example.com')], names: [dns('example.org')] }],
  ['dns: a name that only ends alike', { permitted: [dns('example.com')], names: [dns('badexample.com')] }],
  ['dns: above', { permitted: [dns('a.example.com')], names: [dns('example.com')] }],
  ['dns: one of two names', { permitted: [dns('example.com')], names: [dns('example.com'), dns('example.org')] }],
  ['dns: excluded', { excluded: [dns('example.com')], names: [dns('a.example.com')] }],
  [
    'dns: permitted and excluded',
    { permitted: [dns('example.com')], excluded: [dns('a.example.com')], names: [dns('a.example.com')] },
  ],
  ['dns: everything is excluded', { excluded: [dns('')], names: [dns('host.example')] }],
  [
    'dns: a wildcard that reaches into what is excluded',
    { excluded: [dns('a.example.com')], names: [dns('*.example.com')] },
  ],
  ['dns: a wildcard above what is permitted', { permitted: [dns('a.example.com')], names: [dns('*.example.com')] }],
  ['dns: a constraint with a leading period', { permitted: [dns('.example.com')], names: [dns('a.example.com')] }],
  ['dns: a constraint with a wildcard', { permitted: [dns('*.example.com')], names: [dns('a.example.com')] }],
  ['dns: a name with an empty label', { excluded: [dns('example.org')], names: [dns('a..example.com')] }],
  ['dns: a name that is no host', { excluded: [dns('example.org')], names: [dns('a b')] }],
  ['dns: a name with NUL', { excluded: [dns('example.org')], names: [dns('a.com\0.example.com')] }],
  ['email: another mailbox', { permitted: [email('a@example.com')], names: [email('b@example.com')] }],
  ['email: another case in front of the at', { permitted: [email('a@example.com')], names: [email('A@example.com')] }],
  ['email: below the host', { permitted: [email('example.com')], names: [email('a@mail.example.com')] }],
  ['email: at the domain itself', { permitted: [email('.example.com')], names: [email('a@example.com')] }],
  ['email: two at signs', { permitted: [email('example.com')], names: [email('a@example.org@example.com')] }],
  ['email: a quoted mailbox', { excluded: [email('example.org')], names: [email('"a b"@example.com')] }],
  ['email: in the subject', { permitted: [email('example.com')], subject: name('emailAddress=a@example.org') }],
  ['email: excluded', { excluded: [email('example.com')], names: [email('a@example.com')] }],
  ['uri: another host', { permitted: [uri('example.com')], names: [uri('https://example.org/example.com')] }],
  ['uri: below the host', { permitted: [uri('example.com')], names: [uri('https://a.example.com/')] }],
  [
    'uri: a host in front of the at',
    { permitted: [uri('example.com')], names: [uri('https://example.com@example.org/')] },
  ],
  ['uri: an address', { excluded: [uri('example.com')], names: [uri('https://192.0.2.1/')] }],
  ['uri: an address of version 6', { excluded: [uri('example.com')], names: [uri('https://[2001:db8::1]/')] }],
  ['uri: no host', { excluded: [uri('example.com')], names: [uri('urn:example:a')] }],
  ['uri: a backslash', { permitted: [uri('example.com')], names: [uri('https://example.org\\@example.com/')] }],
  ['directory: another', { permitted: [directory(name('C=US', 'O=Example'))], subject: name('C=US', 'O=Other') }],
  ['directory: excluded', { excluded: [directory(name('C=US'))], subject: name('C=us', 'CN=leaf') }],
  ['directory: in an alternative name', { permitted: [directory(name('C=US'))], names: [directory(name('C=DE'))] }],
  ['ip: another network', { permitted: [ip(192, 0, 2, 0, 255, 255, 255, 0)], names: [ip(192, 0, 3, 1)] }],
  ['ip: excluded', { excluded: [ip(0, 0, 0, 0, 0, 0, 0, 0)], names: [ip(192, 0, 3, 1)] }],
  ['ip: another version', { permitted: [ip(192, 0, 2, 0, 255, 255, 255, 0)], names: [ip(...v6(0))] }],
  ['ip: a mask with a hole', { permitted: [ip(192, 0, 2, 0, 255, 0, 255, 0)], names: [ip(192, 0, 2, 1)] }],
  ['ip: a constraint of odd length', { excluded: [ip(192, 0, 2)], names: [ip(192, 0, 2, 1)] }],
  ['ip: an address of odd length', { excluded: [ip(192, 0, 2, 0, 255, 255, 255, 0)], names: [ip(10, 0)] }],
  [
    'a form that is constrained and cannot be judged',
    { permitted: [otherName('1.2.3', utf8String('x'))], names: [otherName('1.2.3', utf8String('x'))] },
  ],
  ['the same, excluded', { excluded: [implicit(8, Uint8Array.of(42))], names: [implicit(8, Uint8Array.of(43))] }],
  [
    'a minimum',
    {
      constraints: extension(
        '2.5.29.30',
        sequence(tagged(0, sequence(dns('example.com'), implicit(0, Uint8Array.of(1))))),
        true,
      ),
      names: [dns('a.example.com')],
    },
  ],
];
function v6(first: number): number[] {
  return [first, ...new Array<number>(15).fill(0)];
}

describe('name constraints (RFC 5280 §4.2.1.10)', () => {
  it.each(inside)('accept %s', (_, row) => {
    expect(reasonOf(row)).toBeNull();
  });
  it.each(outside)('refuse %s', (_, row) => {
    expect(reasonOf(row)).toBe('path-name-constraints');
  });

  it('hold for authorities below, self-issued ones excepted', () => {
    const newKey = p256Key();
    const constrained = writeCertificate({
      key: caKey,
      signer: rootKey,
      subject: CA,
      issuer: ROOT,
      extensions: [ca(), nameConstraints([directory(name('C=DE'))])],
    });
    const below = (subject: Der): Uint8Array =>
      writeCertificate({ key: newKey, signer: caKey, subject, issuer: CA, extensions: [ca()], serial: integer(7) });
    const leaf = (issuer: Der): Uint8Array =>
      writeCertificate({ key: leafKey, signer: newKey, subject: name('C=DE', 'CN=leaf'), issuer });
    const judge = (subject: Der): string | null => {
      const result = validatePath({
        leaf: parseCertificate(leaf(subject)),
        intermediates: [constrained, below(subject)].map(parseCertificate),
        anchors: [root],
        at: parseRfc3339('2026-06-01T00:00:00Z').time,
        purpose: 'any',
        engine: nativeEngine,
      });
      return result.ok ? null : result.problem.reason;
    };
    expect(judge(name('C=DE', 'CN=sub'))).toBeNull();
    expect(judge(name('C=US', 'CN=sub'))).toBe('path-name-constraints');
    expect(judge(CA)).toBeNull();
  });

  it('hold for a leaf that is self-issued', () => {
    expect(reasonOf({ permitted: [directory(name('C=DE'))], subject: CA })).toBe('path-name-constraints');
    expect(reasonOf({ permitted: [directory(name('C=US'))], subject: CA })).toBeNull();
  });
});
