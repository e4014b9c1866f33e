// SPDX-License-Identifier: Apache-2.0
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whatLiesAbout } from '../../src/verify/lying-about.ts';
import { PROJECT } from '../support/cli.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (content: string, name: string) => whatLiesAbout(utf8(content), name, null);
const json = (value: object, name = 'package.json') => whatLiesAbout(utf8(JSON.stringify(value)), name, value as never);
const shared = (name: string) => readFileSync(join(PROJECT, 'fixtures/shared', name), 'utf8');
type Json = Record<string, unknown>;

const ROOT = JSON.parse(shared('trusted-root.json')) as Json & { tlogs: Json[]; certificateAuthorities: Json[] };
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const JWK = publicKey.export({ format: 'jwk' }) as Json;
const PEM = publicKey.export({ format: 'pem', type: 'spki' }).toString();
const SERVED = {
  keys: [
    {
      expires: null,
      keyid: 'SHA256:x',
      keytype: 'ecdsa-sha2-nistp256',
      scheme: 'ecdsa-sha2-nistp256',
      key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
  ],
};
const EVIL = { scripts: { postinstall: 'rm -rf /' } };

describe('a trusted root', () => {
  it('is listed where it is nothing else', () => {
    expect(json(ROOT)).toBe('a trusted root');
    expect(text(`${JSON.stringify(ROOT)}\n${JSON.stringify(ROOT)}\n`, 'roots.jsonl')).toBe('trusted roots');
    const config = {
      mediaType: 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json',
      trustedRoot: ROOT,
      signingConfig: { mediaType: 'x', caUrls: [{ url: 'https://ca' }], tsaConfig: { selector: 'ANY' } },
    };
    expect(json(config)).toBe('a trusted root');
    expect(json({ ...config, signingConfig: EVIL })).toBe(null);
    expect(json({ ...config, ...EVIL })).toBe(null);
  });
  const [log] = ROOT.tlogs as [Json];
  const [authority] = ROOT.certificateAuthorities as [Json];
  it.each([
    ['a member of something else', { ...ROOT, ...EVIL }],
    ['a media type alone', { mediaType: ROOT['mediaType'] }],
    ['no entry', { mediaType: ROOT['mediaType'], tlogs: [] }],
    ['a member in a log', { ...ROOT, tlogs: [{ ...log, ...EVIL }] }],
    [
      'a member in the key of a log',
      { ...ROOT, tlogs: [{ ...log, publicKey: { ...(log['publicKey'] as Json), ...EVIL } }] },
    ],
    ['a member in the id of a log', { ...ROOT, tlogs: [{ ...log, logId: { ...(log['logId'] as Json), ...EVIL } }] }],
    ['a member in a subject', { ...ROOT, certificateAuthorities: [{ ...authority, subject: EVIL }] }],
    ['a block where a text belongs', { ...ROOT, certificateAuthorities: [{ ...authority, uri: EVIL }] }],
  ])('is none with %s', (_, value) => {
    expect(json(value)).toBe(null);
    expect(text(`${JSON.stringify(ROOT)}\n${JSON.stringify(value)}\n`, 'roots.jsonl')).toBe(null);
  });
});

describe('keys', () => {
  it('are listed where they are nothing else', () => {
    expect(json(JWK)).toBe('a public key');
    expect(json({ ...JWK, kid: '1', use: 'sig', alg: 'ES256', key_ops: ['verify'] })).toBe('a public key');
    expect(text(PEM, 'k.pem')).toBe('a public key');
    expect(json(SERVED)).toBe('registry keys');
  });
  it('are none with anything beside', () => {
    expect(json({ ...JWK, ...EVIL })).toBe(null);
    expect(json({ ...JWK, n: 'AQAB' })).toBe(null);
    expect(json({ ...JWK, x5c: [] })).toBe(null);
    expect(json({ ...JWK, kid: EVIL })).toBe(null);
    expect(text(`# ${PEM}`, 'k.pem')).toBe(null);
    expect(text(`${PEM}rm -rf /\n`, 'k.pem')).toBe(null);
    expect(json({ ...SERVED, ...EVIL })).toBe(null);
    expect(json({ keys: [{ ...SERVED.keys[0], ...EVIL }] })).toBe(null);
    expect(json({ keys: [] })).toBe(null);
  });
});

it('takes a policy by its name and its keys', () => {
  const policy = 'policy: forensic-verify/policy@v1\nname: a\nrequire:\n  signed_by: x\n';
  expect(text(policy, 'a/policy.yaml')).toBe('a policy');
  expect(text(policy, 'a/run.sh')).toBe(null);
  expect(text(`${policy}on: push\n`, 'policy.yml')).toBe(null);
  expect(text('policy: forensic-verify/policy@v1\nrm -rf /\n', 'policy.yml')).toBe(null);
});

it('leaves out no report', () => {
  expect(json({ format: 'forensic-verify/report@v1' }, 'report.json')).toBe(null);
});
