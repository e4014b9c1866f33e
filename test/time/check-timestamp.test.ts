// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { authority, extendedKeyUsage, PURPOSE, USAGE } from '../../scripts/mint/certificate.ts';
import { sequence } from '../../scripts/mint/der.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { type CheckedTimestamp, type CheckTimestampRequest, checkTimestamp } from '../../src/time/check-timestamp.ts';
import { stamper, stampingRoot, token } from '../support/cms-writer.ts';
import { OTHER, PLAN, ROOT, SIGNED, STAMPER } from '../support/stamping-world.ts';

const DER = STAMPER.certificate.der;
const WITH_CERTIFICATE = token({ ...PLAN, certificates: [DER] });

type Change = Partial<Omit<CheckTimestampRequest, 'signed' | 'imprintOf'>>;

function checked(change: Change): CheckedTimestamp {
  return checkTimestamp({
    tsr: WITH_CERTIFICATE,
    signed: SIGNED,
    roots: [ROOT.certificate.der],
    engine: nativeEngine,
    at: { evidence: 't.tsr', pointer: '' },
    ...change,
  });
}

function check(change: Change): string[] {
  return checked(change).checks.map((one) => `${one.id} ${one.outcome === 'passed' ? 'passed' : one.reason}`);
}

describe('check timestamp', () => {
  it('takes the certificate from the token', () => expect(check({})).toEqual(['time.timestamp passed']));
  it('takes the certificate that is given', () => {
    expect(check({ tsr: token(PLAN), tsaCert: DER })).toEqual(['time.timestamp passed']);
    expect(check({ tsr: token(PLAN) })).toEqual(['time.timestamp timestamp-signer']);
  });
  it('takes the certificate from among the roots', () => {
    expect(check({ tsr: token(PLAN), roots: [DER, ROOT.certificate.der] })).toEqual(['time.timestamp passed']);
  });
  it('finds the root among several', () => {
    const other = stampingRoot('Other Root').certificate.der;
    expect(check({ roots: [other, ROOT.certificate.der] })).toEqual(['time.timestamp passed']);
    expect(check({ roots: [ROOT.certificate.der, other] })).toEqual(['time.timestamp passed']);
  });
  it('refuses a token by another certificate than the one given', () => {
    expect(check({ tsaCert: OTHER.certificate.der })).toEqual(['time.timestamp timestamp-signer']);
  });
  it('does not trust the certificate that is given for what it is', () => {
    const usage = extendedKeyUsage(true, PURPOSE.timeStamping);
    const key = ecKey('p256', 'cms/alone');
    const alone = authority({ commonName: 'Alone', key, ca: false, usage: [USAGE.digitalSignature], more: [usage] });
    const tsr = token({ ...PLAN, by: { key, certificate: alone.certificate } });
    const [one] = check({ tsr, tsaCert: alone.certificate.der });
    expect(one).not.toBe('time.timestamp passed');
    expect(check({ tsr, roots: [alone.certificate.der] })).toEqual(['time.timestamp passed']);
  });
  it('does not know an authority whose root is not given', () => {
    const by = stamper(stampingRoot('Elsewhere'), { commonName: 'Stamper Elsewhere' });
    const tsr = token({ ...PLAN, by, certificates: [by.certificate.der] });
    expect(check({ tsr })).toEqual(['time.timestamp timestamp-authority-unknown']);
    expect(check({ tsr, tsaName: 'Stamper Elsewhere' })).toEqual([
      'time.timestamp timestamp-authority-unknown',
      'certificate.identity prerequisite-not-passed',
    ]);
  });
  it('compares the name exactly', () => {
    const passed = 'time.timestamp passed';
    expect(check({ tsaName: 'Test Stamper' })).toEqual([passed, 'certificate.identity passed']);
    for (const tsaName of ['test stamper', 'Test Stampe', 'Test Stamper ', 'mint.example', '']) {
      expect(check({ tsaName })).toEqual([passed, 'certificate.identity timestamp-name']);
    }
  });
  it('does not compare the name of a token that does not verify', () => {
    expect(check({ tsr: token({ ...PLAN, status: 2 }), tsaName: 'Test Stamper' })).toEqual([
      'time.timestamp timestamp-status',
      'certificate.identity prerequisite-not-passed',
    ]);
  });
  it('knows no authority where no root is among the certificates', () => {
    expect(check({ roots: [DER] })).toEqual(['time.timestamp timestamp-authority-unknown']);
    expect(check({ roots: [], tsaCert: DER })).toEqual(['time.timestamp timestamp-authority-unknown']);
  });
  it('does not compare the name of another certificate than the one given', () => {
    expect(check({ tsaCert: OTHER.certificate.der, tsaName: 'Test Stamper' })).toEqual([
      'time.timestamp timestamp-signer',
      'certificate.identity prerequisite-not-passed',
    ]);
  });
  it('leaves broken roots to the caller', () => {
    expect(() => check({ roots: [sequence()] })).toThrow(expect.objectContaining({ name: 'Malformed' }));
    expect(() => check({ tsaCert: sequence() })).toThrow(expect.objectContaining({ name: 'Malformed' }));
  });
});
