// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seal, stamp } from '../../scripts/mint/bundle.ts';
import { base64, utf8 } from '../../scripts/mint/bytes.ts';
import { pemFile } from '../../scripts/mint/cases/common.ts';
import { ARTIFACT, MESSAGE, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { valueAt } from '../../scripts/mint/json.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { image, imagePayload } from '../../scripts/mint/oci.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { alice, signer, tsaA, tsaStranger } from '../../scripts/mint/world.ts';
import { ASKED, type Files, folder, keyOf, UNDER } from '../attacks/evidence.ts';
import { judged } from '../attacks/program.ts';

const AT = ['--at', '2026-03-01T00:00:00Z'];
const sign = (data: Uint8Array) => PLAIN.p256.sign(data, 'sha256');
const token = (over: Uint8Array, tsa = tsaA) =>
  new Uint8Array(Buffer.from(String(valueAt(stamp({ tsa }, over), '/signedTimestamp')), 'base64'));
const verify = (files: Files, ...flags: readonly string[]) =>
  judged(
    ['verify', 'r', ...flags],
    folder(Object.fromEntries(Object.entries(files).map(([name, data]) => [`r/${name}`, data]))),
  );
const byKey = (files: Files) => verify(files, ...keyOf('p256'), ...AT);
const keyless = (files: Files, ...more: readonly string[]) => verify(files, ...UNDER, ...ASKED, ...more);

describe('a signature beside its file', () => {
  it('is read as base64, with or without its newline, and raw', async () => {
    for (const sig of [base64(sign(ARTIFACT)), `${base64(sign(ARTIFACT))}\n`, sign(ARTIFACT)]) {
      expect((await byKey({ 'a/x.txt': ARTIFACT, 'a/x.txt.sig': sig })).code).toBe(0);
    }
  });

  it('is over the file of its own folder, and of its own name', async () => {
    const sig = sign(ARTIFACT);
    expect((await byKey({ 'x.txt': ARTIFACT, 'y.txt': 'other', 'y.txt.sig': sig })).reasons).toContain(
      'signature-mismatch',
    );
    expect((await byKey({ 'a/x.txt': ARTIFACT, 'b/x.txt.sig': sig })).reasons).toContain('artifact-absent');
    const twice = await byKey({
      'a/x.txt': ARTIFACT,
      'a/x.txt.sig': sig,
      'b/x.txt': 'other',
      'b/x.txt.sig': sign(utf8('other')),
    });
    expect(twice.code).toBe(0);
  });

  it('proves nothing where nobody said whose it must be, nor by a key that lies about', async () => {
    const files = {
      'x.txt': ARTIFACT,
      'x.txt.sig': sign(ARTIFACT),
      'x.txt.pem': PLAIN.p256.publicPem,
      'cosign.pub': PLAIN.p256.publicPem,
    };
    expect((await verify(files, ...AT)).code).toBe(3);
    expect((await byKey(files)).code).toBe(0);
  });

  it('that is no signature is refused', async () => {
    expect((await byKey({ 'x.txt': ARTIFACT, 'x.txt.sig': 'not a signature' })).code).toBe(3);
    expect((await byKey({ 'x.txt': ARTIFACT, 'x.txt.sig': '' })).code).toBe(3);
  });

  it('keyless needs a time: a token over the signature gives it, and the log stays open', async () => {
    const sig = alice.key.sign(ARTIFACT, 'sha256');
    const files = { 'x.txt': ARTIFACT, 'x.txt.sig': `${base64(sig)}\n`, 'x.txt.pem': pemFile(alice.certificate!) };
    expect((await keyless(files)).reasons.toSorted()).toEqual(['log-absent', 'time-absent']);
    for (const name of ['x.txt.tsr', 'x.txt.sig.tsr']) {
      const stamped = { ...files, [name]: token(sig) };
      expect((await keyless(stamped)).reasons, name).toEqual(['log-absent']);
      expect((await keyless(stamped, '--insecure-ignore-tlog')).code, name).toBe(0);
    }
    const pem64 = { ...files, 'x.txt.pem': base64(utf8(pemFile(alice.certificate!))), 'x.txt.tsr': token(sig) };
    expect((await keyless(pem64, '--insecure-ignore-tlog')).code).toBe(0);
  });

  describe('of a curve that leaves the hash open', () => {
    const schemesIn = ({ report }: Awaited<ReturnType<typeof byKey>>) =>
      report!.items.flatMap(({ checks }) =>
        checks
          .filter(({ id, outcome }) => id === 'signature.valid' && outcome === 'passed')
          .map(({ facts }) => facts?.['scheme']),
      );
    const CURVES = [
      ['p384', 'sha384'],
      ['p521', 'sha512'],
    ] as const;

    it.each(CURVES)('by a %s key is over %s or SHA-256, and the facts say which', async (name, own) => {
      for (const hash of [own, 'sha256'] as const) {
        for (const engine of ['native', 'dual']) {
          const files = { 'x.txt': ARTIFACT, 'x.txt.sig': PLAIN[name].sign(ARTIFACT, hash) };
          const outcome = await verify(files, ...keyOf(name), ...AT, '--engine', engine);
          expect([outcome.code, ...schemesIn(outcome)]).toEqual([0, `ecdsa-${name}-${hash}`]);
        }
      }
      const third = PLAIN[name].sign(ARTIFACT, own === 'sha384' ? 'sha512' : 'sha384');
      const outcome = await verify({ 'x.txt': ARTIFACT, 'x.txt.sig': third }, ...keyOf(name), ...AT);
      expect([outcome.code, outcome.reasons]).toEqual([3, ['signature-mismatch']]);
    });

    it.each(CURVES)('by a %s key is of the scheme that was asked for, and of no other', async (name, own) => {
      const files = { 'x.txt': ARTIFACT, 'x.txt.sig': PLAIN[name].sign(ARTIFACT, 'sha256') };
      const ask = (hash: string) => verify(files, ...keyOf(name), '--key-scheme', `ecdsa-${name}-${hash}`, ...AT);
      expect((await ask('sha256')).code).toBe(0);
      expect((await ask(own)).reasons).toEqual(['signature-mismatch']);
    });

    it.each(CURVES)('by the certificate of a %s key is over %s or SHA-256', async (name, own) => {
      const anne = signer({ label: `detached ${name}`, key: ecKey(name, `detached ${name}`) });
      for (const hash of [own, 'sha256'] as const) {
        const sig = anne.key.sign(ARTIFACT, hash);
        const files = {
          'x.txt': ARTIFACT,
          'x.txt.sig': sig,
          'x.txt.pem': pemFile(anne.certificate!),
          'x.txt.tsr': token(sig),
        };
        const outcome = await keyless(files, '--insecure-ignore-tlog');
        expect([outcome.code, ...schemesIn(outcome)]).toEqual([0, `ecdsa-${name}-${hash}`]);
      }
    });

    it('in an envelope is over the hash of the curve alone (B11)', async () => {
      const envelope = (hash: 'sha256' | 'sha384') =>
        envelopeJson(signedEnvelope(PROVENANCE, [PLAIN.p384], 'application/vnd.in-toto+json', hash));
      const ask = (hash: 'sha256' | 'sha384') =>
        verify({ 'artifact.txt': ARTIFACT, 'a.json': envelope(hash) }, ...keyOf('p384'), ...AT);
      expect((await ask('sha384')).code).toBe(0);
      expect((await ask('sha256')).reasons).toContain('signature-mismatch');
    });

    it('is over cosign’s payload of an image likewise', async () => {
      const one = image('amd64');
      const payload = imagePayload(one);
      const cwd = folder({ 'm.json': one.bytes, 'p.json': payload, 's.sig': PLAIN.p384.sign(payload, 'sha256') });
      const words = ['verify', 'm.json', '--payload', 'p.json', '--signature', 's.sig', ...keyOf('p384'), ...AT];
      expect((await judged(words, cwd)).code).toBe(0);
      expect((await judged([...words, '--key-scheme', 'ecdsa-p384-sha384'], cwd)).reasons).toEqual([
        'signature-mismatch',
      ]);
    });
  });

  it.each([
    ['an armoured OpenPGP signature', 'x.txt.asc', '-----BEGIN PGP SIGNATURE-----\n'],
    ['a binary OpenPGP signature', 'x.txt.sig', new Uint8Array([0x88, 0x75, 4, 0, 22])],
    ['a minisign signature', 'x.txt.minisig', 'untrusted comment: signature from minisign secret key\nRUQ=\n'],
    ['a signify signature', 'x.txt.sig', 'untrusted comment: verify with key.pub\nRWQ=\n'],
    ['an SSH signature', 'x.txt.sig', '-----BEGIN SSH SIGNATURE-----\n'],
  ])('of another kind is told: %s', async (_, name, data) => {
    const outcome = await keyless({ 'x.txt': ARTIFACT, 'x.txt.sigstore.json': seal(MESSAGE).bundle, [name]: data });
    expect(outcome.code).toBe(1);
    expect(outcome.reasons).toEqual(['signature-kind-unsupported']);
  });
});

describe('a token beside its file', () => {
  const bundle = { 'x.txt': ARTIFACT, 'x.txt.sigstore.json': seal(MESSAGE).bundle };

  it('shows that the file existed, and does not attest it', async () => {
    expect((await keyless({ ...bundle, 'x.txt.tsr': token(ARTIFACT) })).code).toBe(0);
    const alone = await keyless({ 'x.txt': ARTIFACT, 'x.txt.tsr': token(ARTIFACT) }, '--require-all');
    expect([alone.code, alone.reasons]).toEqual([3, ['artifact-unattested']]);
  });

  it.each([
    ['another file', token(utf8('other')), 2, 'timestamp-imprint'],
    ['nothing: it is no token', utf8('x'), 3, 'timestamp-format'],
    ['the file, by an authority that nobody knows', token(ARTIFACT, tsaStranger), 3, 'timestamp-authority-unknown'],
  ])('over %s is told', async (_, data, code, reason) => {
    const outcome = await keyless({ ...bundle, 'x.txt.tsr': data });
    expect([outcome.code, outcome.reasons]).toEqual([code, [reason]]);
  });

  it('without its file is about nothing', async () => {
    expect((await keyless({ ...bundle, 'y.txt.tsr': token(ARTIFACT) })).reasons).toEqual(['artifact-absent']);
  });
});

it('flags that do not fit together are a slip', async () => {
  const cwd = folder({ 'x.txt': ARTIFACT, 'x.txt.sig': sign(ARTIFACT), 'c.pem': pemFile(alice.certificate!) });
  const key = keyOf('p256');
  for (const words of [
    ['x.txt', '--certificate', 'c.pem', ...key],
    ['x.txt', '--signature', 'x.txt.sig', '--certificate', 'c.pem', ...key],
    ['x.txt', '--signature', 'x.txt.sig', '--bundle', 'b.json', ...key],
    ['x.txt', 'c.pem', '--signature', 'x.txt.sig', ...key],
    ['x.txt', '--signature', 'x.txt.sig', '--certificate-chain', 'c.pem'],
    ['--signature', 'x.txt.sig', ...key],
    ['.', '--signature', 'x.txt.sig', ...key],
    ['x.txt', '--payload', 'x.txt', ...key],
    ['x.txt', '--signature', 'x.txt.sig', '--certificate', 'c.pem'],
  ]) {
    expect((await judged(['verify', ...words, ...AT], cwd)).code, words.join(' ')).toBe(64);
  }
  expect((await judged(['verify', 'x.txt', '--signature', join(cwd, 'none.sig'), ...key, ...AT], cwd)).code).toBe(4);
});
