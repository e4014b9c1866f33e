// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import type { CertificateAuthority } from '../../src/model/trusted-root.ts';
import { type AuthorityRequest, prepareAnchors, validateAgainstAuthorities } from '../../src/x509/authorities.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import {
  type CertificateFields,
  CODE_SIGNING,
  ca,
  extendedKeyUsage,
  name,
  p256Key,
  TIME_STAMPING,
  writeCertificate,
} from '../support/certificate-writer.ts';
import { integer, utcTime } from '../support/der-writer.ts';

const at = (text: string): Instant => parseRfc3339(text).time;
const MARCH = at('2026-03-01T00:00:00Z');
const MIDDLE = at('2026-06-01T00:00:00Z');
const ALWAYS = { notBefore: at('2020-01-01T00:00:00Z'), notAfter: null };
const [rootKey, caKey, leafKey] = [p256Key(), p256Key(), p256Key()];
const [ROOT, CA] = [name('CN=root'), name('CN=ca')];
type More = Partial<CertificateFields>;
const root = (more: More = {}) =>
  writeCertificate({ key: rootKey, signer: rootKey, subject: ROOT, issuer: ROOT, extensions: [ca()], ...more });
const middle = (more: More = {}) =>
  writeCertificate({ key: caKey, signer: rootKey, subject: CA, issuer: ROOT, extensions: [ca()], ...more });
const leaf = (more: More = {}) =>
  writeCertificate({
    key: leafKey,
    signer: caKey,
    subject: name('CN=leaf'),
    issuer: CA,
    extensions: [extendedKeyUsage(false, CODE_SIGNING)],
    ...more,
  });
const authority = (
  chain: Uint8Array[],
  validFor: CertificateAuthority['validFor'] = ALWAYS,
  uri = 'https://ca.example',
): CertificateAuthority => ({
  uri,
  chain: chain as unknown as CertificateAuthority['chain'],
  validFor,
});

function validate(
  authorities: readonly CertificateAuthority[],
  more: Partial<Omit<AuthorityRequest, 'leaf'>> & { leaf?: Uint8Array } = {},
) {
  return validateAgainstAuthorities({
    extraIntermediates: [],
    authorities: prepareAnchors(authorities).authorities,
    times: [MIDDLE],
    purpose: 'codeSigning',
    engine: nativeEngine,
    ...more,
    leaf: parseCertificate(more.leaf ?? leaf()),
  });
}
const outcome = (result: ReturnType<typeof validate>): string => (result.ok ? 'ok' : result.problem.reason);

describe('validateAgainstAuthorities', () => {
  it('finds the authority, the path and the issuer', () => {
    const authorities = [
      authority([root({ key: p256Key() })], ALWAYS, 'https://other.example'),
      authority([middle(), root()]),
    ];
    const result = validate(authorities);
    expect(result).toMatchObject({ ok: true, authority: { authority: authorities[1] } });
    expect(result.ok && result.issuer.spki).toEqual(caKey.spki);
    expect(result.ok && result.path.length).toBe(3);
  });

  it('works with a chain of one: the direct issuer is the anchor', () => {
    expect(outcome(validate([authority([middle()])]))).toBe('ok');
    expect(outcome(validate([authority([root()])], { leaf: leaf({ issuer: ROOT, signer: rootKey }) }))).toBe('ok');
  });

  it('works where the leaf is a certificate of the authority itself', () => {
    const stamping = leaf({ extensions: [extendedKeyUsage(true, TIME_STAMPING)] });
    expect(
      outcome(validate([authority([stamping, middle(), root()])], { leaf: stamping, purpose: 'timeStamping' })),
    ).toBe('ok');
    expect(outcome(validate([authority([stamping])], { leaf: stamping, purpose: 'timeStamping' }))).toBe('ok');
  });

  it('takes intermediates from the evidence as a bridge, never as an anchor', () => {
    const extraIntermediates = [parseCertificate(middle())];
    expect(outcome(validate([authority([root()])], { extraIntermediates }))).toBe('ok');
    expect(outcome(validate([authority([root()])]))).toBe('path-not-found');
    const forged = [parseCertificate(middle({ signer: caKey }))];
    expect(outcome(validate([authority([root()])], { extraIntermediates: forged }))).toBe('path-signature');
    const self = [parseCertificate(middle({ issuer: CA, signer: caKey }))];
    expect(outcome(validate([authority([root()])], { extraIntermediates: self }))).toBe('path-not-found');
  });

  it('does not trust an intermediate of the root beyond its anchor', () => {
    const strayKey = p256Key();
    const stray = writeCertificate({ key: caKey, signer: strayKey, subject: CA, issuer: ROOT, extensions: [ca()] });
    expect(outcome(validate([authority([stray, root()])]))).toBe('path-signature');
  });

  const window = (notBefore: string, notAfter: string | null) => ({
    notBefore: at(notBefore),
    notAfter: notAfter === null ? null : at(notAfter),
  });
  const windows: [string, CertificateAuthority['validFor'], string][] = [
    ['begins at the time', window('2026-06-01T00:00:00Z', null), 'ok'],
    [
      'begins a nanosecond later',
      { notBefore: instantFromNanoseconds(MIDDLE + 1n), notAfter: null },
      'authority-window',
    ],
    ['ends at the time', window('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'), 'ok'],
    [
      'ended a nanosecond before',
      { notBefore: at('2026-01-01T00:00:00Z'), notAfter: instantFromNanoseconds(MIDDLE - 1n) },
      'authority-window',
    ],
    ['ends before it begins', window('2026-09-01T00:00:00Z', '2026-01-01T00:00:00Z'), 'authority-window'],
  ];
  it.each(windows)('judges a window that %s', (_, validFor, expected) => {
    expect(outcome(validate([authority([middle(), root()], validFor)]))).toBe(expected);
  });

  it('holds at every time, each within the windows (attacks C09, C10)', () => {
    const authorities = [authority([middle(), root()], window('2026-05-01T00:00:00Z', null))];
    expect(outcome(validate(authorities, { times: [MIDDLE, at('2026-12-01T00:00:00Z')] }))).toBe('ok');
    expect(outcome(validate(authorities, { times: [MIDDLE, MARCH] }))).toBe('authority-window');
    expect(outcome(validate(authorities, { times: [MARCH, MIDDLE] }))).toBe('authority-window');
    expect(outcome(validate(authorities, { times: [MIDDLE, at('2028-01-01T00:00:00Z')] }))).toBe('path-expired');
    expect(outcome(validate(authorities, { times: [at('2025-01-01T00:00:00Z'), MIDDLE] }))).toBe('path-not-yet-valid');
  });

  it('does not join the windows of two authorities', () => {
    const authorities = [
      authority([middle(), root()], window('2026-05-01T00:00:00Z', null)),
      authority([middle(), root()], window('2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z')),
    ];
    expect(outcome(validate(authorities, { times: [MARCH] }))).toBe('ok');
    expect(outcome(validate(authorities, { times: [MIDDLE] }))).toBe('ok');
    expect(outcome(validate(authorities, { times: [MARCH, MIDDLE] }))).toBe('authority-window');
  });

  it('refuses an intermediate that ended before the time, and says which', () => {
    const ended = middle({ notAfter: utcTime('260501000000Z') });
    const result = validate([authority([ended, root()])]);
    expect(result).toMatchObject({
      ok: false,
      problem: { reason: 'path-expired', detail: expect.stringContaining('CN=ca') },
    });
    expect(result.ok || result.path?.issuer.spki).toEqual(caKey.spki);
  });

  it('never passes without a time', () => {
    expect(outcome(validate([authority([middle(), root()])], { times: [] }))).toBe('time-absent');
  });

  it('never passes without an authority', () => {
    expect(outcome(validate([]))).toBe('path-not-found');
  });
});

describe('prepareAnchors', () => {
  const counting = () => {
    const counter = { operations: 0 };
    const verify: Engine['verify'] = (...args) => {
      counter.operations++;
      return nativeEngine.verify(...args);
    };
    return { counter, engine: { ...nativeEngine, verify } };
  };

  it('is remembered with its array', () => {
    const authorities = [authority([middle(), root()])];
    expect(prepareAnchors(authorities)).toBe(prepareAnchors(authorities));
    expect(prepareAnchors([...authorities])).not.toBe(prepareAnchors(authorities));
  });

  it('refuses a certificate that cannot be parsed', () => {
    expect(() => prepareAnchors([authority([new Uint8Array(3)])])).toThrow(/^der-invalid/);
  });

  it('verifies each link once, over leaves, times and authorities', () => {
    const { counter, engine } = counting();
    const authorities = [
      authority([middle(), root()], { notBefore: at('2026-12-01T00:00:00Z'), notAfter: null }),
      authority([middle(), root()]),
    ];
    const rootSignatures = middle();
    const chains = authorities.map((one) => ({
      ...one,
      chain: [rootSignatures, one.chain[1]!] as unknown as CertificateAuthority['chain'],
    }));
    for (const serial of [1, 2, 3]) validate(chains, { engine, leaf: leaf({ serial: integer(serial) }) });
    expect(counter.operations).toBeLessThanOrEqual(3 + 2);
    const before = counter.operations;
    const known = leaf({ serial: integer(9) });
    validate(chains, { engine, leaf: known, times: [MIDDLE, MARCH] });
    validate(chains, { engine, leaf: known.slice(), times: [MARCH] });
    expect(counter.operations).toBe(before + 1);
  });

  it('does not share results between engines', () => {
    const chains = [authority([middle(), root()])];
    const der = leaf();
    const [first, second] = [counting(), counting()];
    validate(chains, { engine: first.engine, leaf: der });
    validate(chains, { engine: second.engine, leaf: der });
    expect(second.counter.operations).toBe(first.counter.operations);
  });

  it('remembers the link of a leaf, and forgets the oldest', () => {
    const { counter, engine } = counting();
    const chains = [authority([middle(), root()])];
    const verify = (serial: number) => validate(chains, { engine, leaf: leaf({ serial: integer(serial) }) });
    const first = leaf({ serial: integer(1) });
    validate(chains, { engine, leaf: first });
    // The link of the intermediate is one of those that are remembered.
    for (let serial = 2; serial < LIMITS.rememberedLinks; serial++) verify(serial);
    const before = counter.operations;
    validate(chains, { engine, leaf: first });
    expect(counter.operations).toBe(before);
    verify(LIMITS.rememberedLinks);
    validate(chains, { engine, leaf: first });
    expect(counter.operations).toBe(before + 2);
  });

  it('remembers no failure: another key, or the same one again, is asked', () => {
    const { counter, engine } = counting();
    const chains = [authority([middle(), root()])];
    const der = leaf().slice();
    der[der.length - 1]! ^= 1;
    expect(validate(chains, { engine, leaf: der }).ok).toBe(false);
    const before = counter.operations;
    expect(validate(chains, { engine, leaf: der.slice() }).ok).toBe(false);
    expect(counter.operations).toBe(before + 1);
  });
});
