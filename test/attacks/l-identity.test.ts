// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { WHO } from '../../scripts/mint/case.ts';
import { ARTIFACT, MESSAGE } from '../../scripts/mint/cases/good.ts';
import { uriName } from '../../scripts/mint/certificate.ts';
import { IDENTITY, ISSUER } from '../../scripts/mint/fulcio.ts';
import { signer } from '../../scripts/mint/world.ts';
import { accepted, folder, keyOf, refused, refusesCase, runCase, UNDER, verifyBundle } from './evidence.ts';
import { judged } from './program.ts';

const named = (identity: string) => ({
  ...MESSAGE,
  signer: signer({ label: `leaf ${identity}`, names: [uriName(identity)] }),
});
const exactly = (identity: string, issuer = ISSUER) => [
  '--certificate-identity',
  identity,
  '--certificate-oidc-issuer',
  issuer,
];
const matching = (pattern: string, issuer = ISSUER) => [
  '--certificate-identity-regexp',
  pattern,
  '--certificate-oidc-issuer',
  issuer,
];

describe('L01 · regex identity', () => {
  it('an exact identity is no pattern, and no prefix', async () => {
    await refusesCase('identity-prefix--identity-mismatch');
    await refusesCase('identity-other--identity-mismatch');
    for (const identity of [
      IDENTITY.replace('.mint', 'Xmint'),
      `${IDENTITY}2`,
      IDENTITY.toUpperCase(),
      `${IDENTITY}/`,
      IDENTITY.replace('acme', 'acme-evil'),
    ]) {
      refused(await verifyBundle(named(identity)), 3, 'identity-mismatch');
    }
  });
  it('a pattern is for the whole name', async () => {
    await refusesCase('identity-regexp-part--identity-mismatch');
    const asked = 'https://code\\.mint\\.example/acme/.*';
    for (const identity of [
      'https://evil.example/?https://code.mint.example/acme/',
      'https://codeXmint.example/acme/x',
      'https://code.mint.example/acme-evil/x',
    ]) {
      refused(await verifyBundle(named(identity), { who: matching(asked) }), 3, 'identity-mismatch');
    }
    accepted(await verifyBundle(named('https://code.mint.example/acme/other'), { who: matching(asked) }));
    accepted(await runCase('identity-regexp'));
  });
  it('alternatives, flags and anchors of the pattern do not open it', async () => {
    const patterns = [
      'x|https://code',
      '(?m)^x$|https',
      '^https://code',
      '(?s)https',
      'https://code\\.mint\\.example/acme$',
    ];
    for (const pattern of patterns)
      refused(await verifyBundle(MESSAGE, { who: matching(pattern) }), 3, 'identity-mismatch');
  });
  it('a line feed in the name ends nothing', async () => {
    const outcome = await verifyBundle(named(`${IDENTITY}\nx`), { who: matching('https://[^ ]*main') });
    expect(outcome.code).toBe(3);
  });
  it('another branch or tag of the same workflow is another identity', async () => {
    refused(await verifyBundle(named(IDENTITY.replace('heads/main', 'tags/v1'))), 3, 'identity-mismatch');
  });
  it('names that Unicode holds equal are not', async () => {
    for (const identity of [
      IDENTITY.replace('k', '\u212a'),
      IDENTITY.replace('a', '\u0430'),
      IDENTITY.replace('acme', 'ac\u200bme'),
    ]) {
      const outcome = await verifyBundle(named(identity));
      expect(outcome.code).toBe(3);
      expect(outcome.reasons).toHaveLength(1);
    }
  });
});

describe('L02 · issuer not required', () => {
  it('an identity without an issuer is a slip, and the other way round', async () => {
    for (const who of [
      ['--certificate-identity', IDENTITY],
      ['--certificate-oidc-issuer', ISSUER],
      ['--certificate-identity-regexp', '.*'],
      ['--certificate-oidc-issuer-regexp', '.*'],
    ]) {
      refused(await verifyBundle(MESSAGE, { who }), 64, 'was given without');
    }
  });
  it('another issuer refuses', async () => {
    await refusesCase('issuer-other--issuer-mismatch');
    for (const issuer of [`${ISSUER}/`, ISSUER.replace('https', 'http'), ISSUER.toUpperCase()]) {
      refused(await verifyBundle(MESSAGE, { who: exactly(IDENTITY, issuer) }), 3, 'issuer-mismatch');
    }
  });
  it('anyone is spelled out, and said aloud', async () => {
    const who = ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer-regexp', '.*'];
    const outcome = await verifyBundle(MESSAGE, { who });
    accepted(outcome);
    expect((outcome.report as unknown as { weakenings: string[] }).weakenings.join()).toContain('ANYONE');
  });
});

describe('L03 · no identity given', () => {
  it('with artifact and bundle it is a slip, and the identity found is told', async () => {
    const outcome = await verifyBundle(MESSAGE, { who: [] });
    refused(outcome, 64, IDENTITY);
    expect(outcome.stderr).toContain(ISSUER);
  });
  it('in a set of evidence it never passes', async () => {
    await refusesCase('evidence-set--identity-not-asked');
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': seal(MESSAGE).bundle });
    refused(
      await judged(['verify', 'b.json', 'artifact.txt', ...UNDER, '--at', '2026-03-01T00:00:00Z'], cwd),
      3,
      'identity-not-asked',
    );
  });
  it('verify-bundle wants one', async () => {
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': seal(MESSAGE).bundle });
    expect((await judged(['verify-bundle', '--bundle', 'b.json', ...UNDER, 'artifact.txt'], cwd)).code).toBe(64);
    accepted(await judged(['verify-bundle', '--bundle', 'b.json', ...UNDER, ...WHO, 'artifact.txt'], cwd));
  });
  it('a key and an identity exclude each other', async () => {
    refused(await verifyBundle(MESSAGE, { more: keyOf('p256') }), 64, 'exclude each other');
  });
  it('an empty one is an unset variable', async () => {
    refused(
      await verifyBundle(MESSAGE, { who: ['--certificate-identity=', '--certificate-oidc-issuer', ISSUER] }),
      64,
      'empty',
    );
    refused(
      await verifyBundle(MESSAGE, { who: ['--certificate-identity', '', '--certificate-oidc-issuer', ISSUER] }),
      64,
      'empty',
    );
  });
});
