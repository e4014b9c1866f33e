// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { authority, extension, USAGE } from '../../scripts/mint/certificate.ts';
import { type CrlPlan, crl } from '../../scripts/mint/crl.ts';
import { context, contextPrimitive, integer, sequence } from '../../scripts/mint/der.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { alice, ca } from '../../scripts/mint/world.ts';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { readPemBlocks } from '../../src/encoding/pem.ts';
import { formatInstant } from '../../src/encoding/rfc3339.ts';
import { attempt } from '../../src/model/malformed.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { isCrlOf, parseCrl, revocationIn, verifyCrl } from '../../src/x509/crl.ts';

const issuer = parseCertificate(ca.certificate.der);
const leaf = parseCertificate(alice.certificate!.der);
const SERIAL = alice.certificate!.serial;
const plan = (change: Partial<CrlPlan> = {}): CrlPlan => ({ issuer: ca, revoked: [], ...change });
const reasonOf = (der: Uint8Array) => {
  const read = attempt(() => parseCrl(der));
  return read.ok ? 'read' : read.problem.reason;
};
const point = (...members: readonly Uint8Array[]) => extension('2.5.29.28', true, sequence(...members));
const TRUE = Uint8Array.of(0xff);

describe('a revocation list', () => {
  it('is read: issuer, number, instants, entries with reason and invalidity date', () => {
    const entry = { serial: SERIAL, at: '2026-02-02T00:00:00Z', invalidSince: '2026-02-01T11:58:00Z', reason: 1 };
    const list = parseCrl(crl(plan({ number: 7, revoked: [entry, { serial: 5n, at: '2026-01-01T00:00:00Z' }] })));
    expect(list.number).toBe(7n);
    expect(formatInstant(list.thisUpdate)).toBe('2026-02-20T00:00:00Z');
    expect(formatInstant(list.nextUpdate!)).toBe('2026-04-20T00:00:00Z');
    expect(list.revoked.size).toBe(2);
    const found = revocationIn(list, leaf)!;
    expect([formatInstant(found.revokedAt), formatInstant(found.invalidSince!), found.reason]).toEqual([
      '2026-02-02T00:00:00Z',
      '2026-02-01T11:58:00Z',
      'keyCompromise',
    ]);
    expect(isCrlOf(list, issuer)).toBe(true);
    expect(isCrlOf(list, leaf)).toBe(false);
  });
  it.each(['native', 'noble', 'dual'] as const)('verifies under its issuer alone, %s', async (id) => {
    const engine = await loadEngine(id);
    const list = parseCrl(crl(plan()));
    expect(attempt(() => verifyCrl(list, issuer, engine)).ok).toBe(true);
    const forged = parseCrl(crl(plan({ signedBy: ecKey('p384', 'crl-forger') })));
    const refused = attempt(() => verifyCrl(forged, issuer, engine));
    expect(refused.ok ? '' : refused.problem.reason).toBe('crl-signature');
  });
  it('is not taken from an authority that may not sign lists (RFC 5280 §6.3.3 (f))', () => {
    const mute = authority({ commonName: 'mute', key: ecKey('p256', 'mute'), usage: [USAGE.keyCertSign] });
    const list = parseCrl(crl({ issuer: mute, revoked: [] }));
    const refused = attempt(() => verifyCrl(list, parseCertificate(mute.certificate.der), nativeEngine));
    expect(refused.ok ? '' : refused.problem.reason).toBe('crl-signature');
  });
  it('about authorities says nothing of end entities, and the other way round', () => {
    const entry = { serial: SERIAL, at: '2026-02-02T00:00:00Z' };
    const about = (n: number) => parseCrl(crl(plan({ revoked: [entry], more: [point(contextPrimitive(n, TRUE))] })));
    expect(revocationIn(about(1), leaf)).not.toBeNull();
    expect(revocationIn(about(2), leaf)).toBeNull();
  });
  it.each([
    ['a delta list', [extension('2.5.29.27', true, integer(1))]],
    ['a list of one distribution point', [point(context(0, context(0, contextPrimitive(6, Uint8Array.of(0x61)))))]],
    ['a list of some reasons', [point(contextPrimitive(3, Uint8Array.of(6, 0x40)))]],
    ['an indirect list', [point(contextPrimitive(4, TRUE))]],
    ['a critical extension that nobody knows', [extension('1.2.3.4', true, integer(1))]],
  ])('%s is refused as a part', (_, more) => {
    expect(reasonOf(crl(plan({ more })))).toBe('crl-unsupported');
  });
  it.each([
    ['a serial number twice', [1n, 1n].map((serial) => ({ serial, at: '2026-01-01T00:00:00Z' }))],
    ['a reason of delta lists', [{ serial: 1n, at: '2026-01-01T00:00:00Z', reason: 8 }]],
    ['a reason that there is not', [{ serial: 1n, at: '2026-01-01T00:00:00Z', reason: 7 }]],
  ])('%s is malformed', (_, revoked) => {
    expect(reasonOf(crl(plan({ revoked })))).toBe('crl-format');
  });
  it('never throws anything but its own problems, whatever is changed in it', () => {
    const whole = crl(plan({ revoked: [{ serial: SERIAL, at: '2026-02-02T00:00:00Z', reason: 1 }] }));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, octet) => {
        const touched = Uint8Array.from(whole, (was, i) => (i === at ? octet : was));
        const read = attempt(() => parseCrl(touched));
        if (read.ok && touched[at] !== whole[at])
          expect(attempt(() => verifyCrl(read.value, issuer, nativeEngine)).ok && at < whole.length - 110).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

const OPENSSL = '/usr/bin/openssl';

describe.skipIf(!existsSync(OPENSSL))('lists that OpenSSL makes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fv-crl-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const openssl = (...words: readonly string[]): void => {
    const { status, stderr } = spawnSync(OPENSSL, [...words], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  it('are read and verified alike', () => {
    const config = [
      ...['[ca]', 'default_ca = own', '[own]', 'database = index.txt', 'new_certs_dir = .', 'serial = serial'],
      ...[
        'crlnumber = crlnumber',
        'default_md = sha256',
        'default_crl_days = 30',
        'crl_extensions = list',
        'policy = any',
      ],
      ...['[any]', 'commonName = supplied', '[list]', 'authorityKeyIdentifier = keyid'],
    ];
    writeFileSync(join(folder, 'own.cnf'), `${config.join('\n')}\n`);
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'serial'), '2A\n');
    writeFileSync(join(folder, 'crlnumber'), '10\n');
    const key = ['-newkey', 'rsa:2048', '-nodes', '-sha256'];
    openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=own', '-days', '30');
    openssl('req', ...key, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=leaf');
    const own = ['ca', '-batch', '-config', 'own.cnf', '-keyfile', 'ca.key', '-cert', 'ca.pem'];
    openssl(...own, '-in', 'leaf.csr', '-out', 'leaf.pem', '-days', '20');
    openssl(...own, '-revoke', 'leaf.pem', '-crl_compromise', '20260201115800Z');
    openssl(...own, '-gencrl', '-out', 'own.crl.pem');
    const [block] = readPemBlocks(readFileSync(join(folder, 'own.crl.pem'), 'utf8'));
    const list = parseCrl(block!.der);
    const [anchor] = readPemBlocks(readFileSync(join(folder, 'ca.pem'), 'utf8'));
    const certificate = parseCertificate(anchor!.der);
    expect(isCrlOf(list, certificate)).toBe(true);
    expect(attempt(() => verifyCrl(list, certificate, nativeEngine))).toEqual({ ok: true, value: undefined });
    expect(list.number).toBe(0x10n);
    const entry = list.revoked.get(String(0x2a))!;
    expect(entry.reason).toBe('keyCompromise');
    expect(formatInstant(entry.invalidSince!)).toBe('2026-02-01T11:58:00Z');
  });
});
