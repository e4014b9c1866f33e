// SPDX-License-Identifier: Apache-2.0
import { createHash, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { TransparencyLog } from '../../src/model/trusted-root.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { precertificateTbs } from '../../src/x509/precertificate.ts';
import { readScts, type SctRequest, verifyScts } from '../../src/x509/sct.ts';
import {
  type CertificateFields,
  ed25519Key,
  email,
  extension,
  keyUsage,
  name,
  p256Key,
  p384Key,
  rsaKey,
  san,
  type TestKey,
  tbsCertificate,
  writeCertificate,
} from '../support/certificate-writer.ts';
import { concat, type Der, octetString } from '../support/der-writer.ts';
import { looseLog } from '../support/sigstore.ts';

const [issuerKey, leafKey, logKey, otherLogKey] = [p256Key(), p256Key(), p256Key(), p256Key()];
const LIST = '1.3.6.1.4.1.11129.2.4.2';
const SIGNED_AT = 1_780_000_000_123n;
const instant = (milliseconds: bigint): Instant => instantFromNanoseconds(milliseconds * 1_000_000n);
const ALWAYS = { notBefore: instant(0n), notAfter: null };

const number = (value: number | bigint, octets: number): Uint8Array =>
  Uint8Array.from({ length: octets }, (_, i) => Number((BigInt(value) >> BigInt(8 * (octets - 1 - i))) & 0xffn));
const vector = (octets: number, ...parts: Uint8Array[]): Uint8Array =>
  concat(number(concat(...parts).length, octets), ...parts);
const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());

const OTHERS = [keyUsage(0), san(email('a@example.com'))];
const fields = (extensions: readonly Der[]): CertificateFields => ({
  key: leafKey,
  signer: issuerKey,
  subject: name('CN=leaf'),
  issuer: name('CN=ca'),
  extensions,
});

interface SctFields {
  readonly key?: TestKey;
  readonly version?: number;
  readonly milliseconds?: bigint;
  readonly claimed?: bigint;
  readonly extensions?: Uint8Array;
  readonly algorithms?: readonly [number, number];
  readonly tbs?: Uint8Array;
  readonly issuerSpki?: Uint8Array;
  readonly tail?: Uint8Array;
}
function sct(more: SctFields = {}): Uint8Array {
  const { key = logKey, version = 0, milliseconds = SIGNED_AT, extensions = new Uint8Array() } = more;
  const signed = concat(
    number(0, 2),
    number(milliseconds, 8),
    number(1, 2),
    sha256(more.issuerSpki ?? issuerKey.spki),
    vector(3, more.tbs ?? tbsCertificate(fields(OTHERS))),
    vector(2, extensions),
  );
  const hash = key.publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return concat(
    number(version, 1),
    sha256(key.spki),
    number(more.claimed ?? milliseconds, 8),
    vector(2, extensions),
    Uint8Array.from(more.algorithms ?? [4, key.publicKey.asymmetricKeyType === 'rsa' ? 1 : 3]),
    vector(2, Uint8Array.from(sign(hash, signed, key.privateKey))),
    more.tail ?? new Uint8Array(),
  );
}
const listOf = (...scts: Uint8Array[]): Uint8Array => vector(2, ...scts.map((one) => vector(2, one)));
const certificateWith = (list: Uint8Array, others: readonly Der[] = OTHERS) =>
  parseCertificate(writeCertificate(fields([...others, extension(LIST, octetString(list))])));

const logs: TransparencyLog[] = [looseLog(logKey.spki, ALWAYS), looseLog(otherLogKey.spki, ALWAYS)];
const verify = (list: Uint8Array, more: Partial<SctRequest> = {}): string[] =>
  verifyScts({
    certificate: certificateWith(list),
    issuer: { spki: issuerKey.spki },
    logs,
    engine: nativeEngine,
    ...more,
  }).map((result) => (result.status === 'failed' ? result.problem.reason : result.status));

describe('embedded certificate timestamps (RFC 6962 §3.2)', () => {
  it('verify over the precertificate under the key of the issuer', () => {
    const [result] = verifyScts({
      certificate: certificateWith(listOf(sct())),
      issuer: { spki: issuerKey.spki },
      logs,
      engine: nativeEngine,
    });
    expect(result).toMatchObject({
      status: 'verified',
      time: instant(SIGNED_AT),
      value: { logKey: logs[0]!.key.fingerprint, log: logs[0] },
    });
  });

  it('are judged each on its own', () => {
    const stranger = sct({ key: p256Key() });
    const wrong = sct({ key: otherLogKey, milliseconds: 5n, claimed: 6n });
    expect(verify(listOf(sct(), stranger, wrong, sct({ key: otherLogKey })))).toEqual([
      'verified',
      'unknown',
      'sct-signature',
      'verified',
    ]);
  });

  it('cover their own extensions', () => {
    expect(verify(listOf(sct({ extensions: Uint8Array.of(0, 0, 5, 1, 2, 3) })))).toEqual(['verified']);
  });

  it('may be by logs with RSA or P-384 keys', () => {
    for (const key of [rsaKey(), p384Key()]) {
      expect(verify(listOf(sct({ key })), { logs: [looseLog(key.spki, ALWAYS)] })).toEqual(['verified']);
    }
  });

  it('stand wherever the extension stands, and alone', () => {
    const alone = sct({ tbs: tbsCertificate(fields([])) });
    const request = { issuer: { spki: issuerKey.spki }, logs, engine: nativeEngine };
    expect(verifyScts({ ...request, certificate: certificateWith(listOf(alone), []) })[0]!.status).toBe('verified');
    const first = parseCertificate(writeCertificate(fields([extension(LIST, octetString(listOf(sct()))), ...OTHERS])));
    expect(verifyScts({ ...request, certificate: first })[0]!.status).toBe('verified');
  });

  it('are none where there is no extension', () => {
    const certificate = parseCertificate(writeCertificate(fields(OTHERS)));
    expect(verifyScts({ certificate, issuer: { spki: issuerKey.spki }, logs, engine: nativeEngine })).toEqual([]);
    expect(precertificateTbs(certificate)).toBeNull();
  });

  const weak = rsaKey(1024);
  const refused: Record<string, [() => Uint8Array, string, Partial<SctRequest>?]> = {
    'another issuer': [() => sct(), 'sct-signature', { issuer: { spki: leafKey.spki } }],
    'another certificate': [() => sct({ tbs: tbsCertificate(fields([keyUsage(0)])) }), 'sct-signature'],
    'a certificate with the list left in': [
      () => sct({ tbs: tbsCertificate(fields([...OTHERS, extension(LIST, octetString(listOf()))])) }),
      'sct-signature',
    ],
    'another time than signed': [() => sct({ claimed: SIGNED_AT + 1n }), 'sct-signature'],
    'the hash of another algorithm': [() => sct({ algorithms: [5, 3] }), 'sct-signature'],
    'the signature algorithm of another key': [() => sct({ algorithms: [4, 1] }), 'sct-signature'],
    'no hash at all': [() => sct({ algorithms: [0, 3] }), 'sct-signature'],
    'a time before the log': [
      () => sct(),
      'sct-window',
      { logs: [looseLog(logKey.spki, { notBefore: instant(SIGNED_AT + 1n), notAfter: null })] },
    ],
    'a time after the log': [
      () => sct(),
      'sct-window',
      { logs: [looseLog(logKey.spki, { notBefore: instant(0n), notAfter: instant(SIGNED_AT - 1n) })] },
    ],
    'a time from the future': [() => sct(), 'sct-order', { notLaterThan: instant(SIGNED_AT - 1n) }],
    'a log that is not trusted': [() => sct(), 'unknown', { logs: [logs[1]!] }],
    'an unknown version': [() => sct({ version: 1 }), 'unknown'],
    'a weak log key': [() => sct({ key: weak }), 'key-weak', { logs: [looseLog(weak.spki, ALWAYS)] }],
  };
  it.each(Object.entries(refused))('refuse %s', (_, [make, outcome, more]) => {
    expect(verify(listOf(make()), more)).toEqual([outcome]);
  });

  it('refuse an Ed25519 log: RFC 6962 has none', () => {
    const key = ed25519Key();
    expect(verify(listOf(sct({ key, algorithms: [4, 3] })), { logs: [looseLog(key.spki, ALWAYS)] })).toEqual([
      'sct-signature',
    ]);
  });

  it('of another version are not taken apart', () => {
    const [result] = verifyScts({
      certificate: certificateWith(listOf(Uint8Array.of(1, 2, 3))),
      issuer: { spki: issuerKey.spki },
      logs,
      engine: nativeEngine,
    });
    expect(result).toMatchObject({ status: 'unknown', detail: 'a timestamp of version 2, not 1' });
  });

  it('hold at both ends of the window of their log, and of the window that follows', () => {
    const exact = { notBefore: instant(SIGNED_AT), notAfter: instant(SIGNED_AT) };
    const over = { notBefore: instant(0n), notAfter: instant(SIGNED_AT - 1n) };
    expect(verify(listOf(sct()), { logs: [looseLog(logKey.spki, exact)], notLaterThan: instant(SIGNED_AT) })).toEqual([
      'verified',
    ]);
    expect(verify(listOf(sct()), { logs: [looseLog(logKey.spki, over), looseLog(logKey.spki, exact)] })).toEqual([
      'verified',
    ]);
  });
});

describe('the list of certificate timestamps (RFC 6962 §3.3)', () => {
  const reasonOf = (list: Uint8Array): string | null => {
    const read = attempt(() => readScts(certificateWith(list)));
    return read.ok ? null : read.problem.reason;
  };
  const malformed: Record<string, [Uint8Array, string]> = {
    nothing: [new Uint8Array(), 'sct-format'],
    'an empty list': [listOf(), 'sct-format'],
    'a byte behind the list': [concat(listOf(sct()), number(0, 1)), 'sct-format'],
    'a list longer than what holds it': [concat(number(500, 2), vector(2, sct())), 'sct-format'],
    'an empty timestamp': [listOf(new Uint8Array()), 'sct-format'],
    'a timestamp that is cut off': [listOf(sct().slice(0, 40)), 'sct-format'],
    'a signature that is cut off': [listOf(sct().slice(0, -1)), 'sct-format'],
    'a byte behind the signature': [listOf(sct({ tail: number(0, 1) })), 'sct-format'],
    'seventeen timestamps': [listOf(...Array.from({ length: 17 }, () => sct({ version: 9 }))), 'limit-exceeded'],
  };
  it.each(Object.entries(malformed))('is refused: %s', (_, [list, reason]) => {
    expect(reasonOf(list)).toBe(reason);
  });

  it('is refused where it is not an OCTET STRING inside its extension', () => {
    const certificate = parseCertificate(writeCertificate(fields([extension(LIST, listOf(sct()))])));
    expect(attempt(() => readScts(certificate))).toMatchObject({ ok: false, problem: { reason: 'der-invalid' } });
  });

  it('may hold sixteen', () => {
    expect(reasonOf(listOf(...Array.from({ length: 16 }, () => sct({ version: 9 }))))).toBeNull();
  });

  it('never verifies after any flipped bit', () => {
    const list = listOf(sct());
    fc.assert(
      fc.property(fc.nat(list.length * 8 - 1), (bit) => {
        const other = list.slice();
        other[bit >> 3]! ^= 1 << (bit & 7);
        const outcome = attempt(() => verify(other));
        return !outcome.ok || !outcome.value.includes('verified');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the precertificate', () => {
  it('has minimal lengths around the edge of the short form', () => {
    for (let size = 0; size < 300; size++) {
      const others = [extension('1.2.3.4', new Uint8Array(size))];
      const all = [extension(LIST, octetString(new Uint8Array(9))), ...others];
      expect(precertificateTbs(parseCertificate(writeCertificate(fields(all))))).toEqual(
        tbsCertificate(fields(others)),
      );
    }
  });

  it('is the certificate without the list, lengths written anew at every size', () => {
    for (const size of [0, 1, 60, 100, 127, 128, 200, 255, 256, 5000, 70_000]) {
      const others = [...OTHERS, extension('1.2.3.4', octetString(new Uint8Array(size)))];
      for (const list of [new Uint8Array(1), new Uint8Array(120), new Uint8Array(60_000)]) {
        const at = size % (others.length + 1);
        const all = [...others.slice(0, at), extension(LIST, octetString(list)), ...others.slice(at)];
        expect(precertificateTbs(parseCertificate(writeCertificate(fields(all))))).toEqual(
          tbsCertificate(fields(others)),
        );
      }
    }
  });
});
