// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { hash, hex, utf8 } from '../../scripts/mint/bytes.ts';
import { ARTIFACT, MESSAGE, OTHER } from '../../scripts/mint/cases/good.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { IDENTITY, ISSUER } from '../../scripts/mint/fulcio.ts';
import { PLAIN, type PlainName } from '../../scripts/mint/plain-keys.ts';
import { alice, rekorV1 } from '../../scripts/mint/world.ts';
import { ASKED, FIXTURES, type Files, folder, UNDER } from '../attacks/evidence.ts';
import { judged, program } from '../attacks/program.ts';
import { unwrapped } from '../support/cli.ts';

const YAML = 'application/vnd.forensic-verify.policy+yaml';
const JSON_TYPE = 'application/vnd.forensic-verify.policy+json';
const POLICY = 'policy: forensic-verify/policy@v1\nname: signed gate\nrequire:\n  ttl: 90d\n';
const BUNDLE = { 'artifact.txt': ARTIFACT, 'bundle.json': seal(MESSAGE).bundle };
const sha256 = (data: Uint8Array) => hex(hash('sha256', data));

const dsse = (text: string, type = YAML, ...keys: readonly PlainName[]) =>
  envelopeJson(
    signedEnvelope(
      utf8(text),
      (keys.length === 0 ? (['p256'] as const) : keys).map((key) => PLAIN[key]),
      type,
    ),
  );
const byAlice = (text = POLICY) =>
  seal({ signer: alice, content: { payload: utf8(text), payloadType: YAML }, entries: [{ log: rekorV1 }] }).bundle;
const key = (...names: readonly PlainName[]) =>
  names.flatMap((name) => ['--policy-key', join(FIXTURES, `keys/${name}.pub.pem`)]);
const WHO = ['--policy-identity', IDENTITY, '--policy-issuer', ISSUER];
const VERIFY = ['verify', 'artifact.txt', '--bundle', 'bundle.json', ...UNDER, ...ASKED, '--policy', 'p'];
const verify = (p: Files[string], more: readonly string[], files: Files = {}) =>
  judged([...VERIFY, ...more], folder({ ...BUNDLE, p, ...files }));

type Told = { readonly policy: Record<string, unknown>; readonly inputs: readonly { name: string; sha256: string }[] };
const told = (report: unknown) => report as Told;

describe('the report of a run under a signed policy', () => {
  it('has the digest of the policy itself, that of its envelope, and the key; no time is made up', async () => {
    const envelope = dsse(POLICY);
    const { code, report } = await verify(envelope, key('p256'));
    expect(code).toBe(0);
    const { policy, inputs } = told(report);
    const outer = sha256(utf8(JSON.stringify(envelope)));
    expect(policy).toEqual({
      name: 'signed gate',
      sha256: sha256(utf8(POLICY)),
      signature: {
        envelope: { name: 'p', kind: 'dsse', sha256: outer },
        signers: [{ fingerprint: sha256(PLAIN.p256.spki) }],
        times: [],
      },
    });
    expect(inputs.find(({ name }) => name === 'p')!.sha256).toBe(outer);
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
  });
  it('has identity, issuer and the verified time of a certificate', async () => {
    const { code, report } = await verify(byAlice(), WHO);
    expect(code).toBe(0);
    expect(told(report).policy['signature']).toMatchObject({
      envelope: { kind: 'sigstore-bundle' },
      signers: [{ identity: IDENTITY, issuer: ISSUER }],
      times: ['2026-02-01T12:00:00Z'],
    });
  });
  it('has the digest of the bytes of one that nobody has signed', async () => {
    const { report } = await verify(POLICY, []);
    expect(told(report).policy).toEqual({ name: 'signed gate', sha256: sha256(utf8(POLICY)) });
  });
  it('says so in text too', async () => {
    const { stdout } = await program([...VERIFY, ...key('p256')], folder({ ...BUNDLE, p: dsse(POLICY) }));
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain(`the policy "signed gate", sha256 ${sha256(utf8(POLICY))}`);
    expect(words).toContain(`that policy signed by the key sha256 ${sha256(PLAIN.p256.spki)}, at no verified time`);
  });
});

describe('a policy that does not verify', () => {
  it('ends the run before any evidence is opened', async () => {
    const { code, report, reasons } = await verify(dsse(POLICY, YAML, 'p384'), key('p256'), { 'bundle.json': 'junk' });
    expect([code, reasons]).toEqual([3, ['signature-mismatch']]);
    expect(report!.items.map(({ name }) => name)).toEqual(['p']);
    expect(told(report).inputs.map(({ name }) => name)).not.toContain('bundle.json');
  });
  it('is never read as one: what stands in it has no say', async () => {
    const { code, reasons } = await verify(dsse('no policy at all', YAML, 'p384'), key('p256'));
    expect([code, reasons]).toEqual([3, ['signature-mismatch']]);
  });
  it('a bundle of a certificate is nothing to a key that was asked for', async () => {
    const { code, reasons } = await verify(byAlice(), key('p256'));
    expect([code, reasons]).toEqual([3, ['identity-not-asked']]);
  });
  it('an envelope of a key is nothing to an identity that was asked for', async () => {
    const { code, reasons } = await verify(dsse(POLICY), WHO);
    expect([code, reasons]).toEqual([3, ['signer-key-unknown']]);
  });
  it('two envelopes in one file are no policy, though both are signed', async () => {
    const line = JSON.stringify(dsse(POLICY));
    const { code, reasons } = await verify(`${line}\n${line}\n`, key('p256'));
    expect([code, reasons]).toEqual([3, ['policy-unsigned']]);
  });
  it.each(['', '{"policy": "forensic-verify/policy@v1", "name": "x"}'])('%j is no envelope', async (text) => {
    const { code, reasons } = await verify(text, key('p256'));
    expect([code, reasons]).toEqual([3, ['policy-unsigned']]);
  });
  it('a broken envelope is told as broken, whether or not a signer is asked for', async () => {
    const broken = { ...dsse(POLICY), payload: '*' };
    const { code, reasons } = await verify(broken, key('p256'));
    expect([code, reasons]).toEqual([3, ['base64-invalid']]);
    const unasked = await verify(broken, []);
    expect([unasked.code, unasked.stderr]).toEqual([64, expect.stringContaining('identity-not-asked')]);
  });
  it('one key in two files counts once', async () => {
    const { code } = await verify(dsse(POLICY), [...key('p256'), '--policy-key', join(FIXTURES, 'keys/p256.jwk.json')]);
    expect(code).toBe(0);
    const both = await verify(dsse(POLICY, YAML, 'p256'), key('p256', 'ed25519'));
    expect([both.code, both.reasons]).toEqual([3, ['signature-threshold']]);
  });
  it('a bundle beside the policy must sign that very file', async () => {
    const beside = { 'p.bundle': seal({ ...MESSAGE, content: { artifact: utf8(POLICY) } }).bundle };
    const more = ['--policy-bundle', 'p.bundle', ...WHO];
    const { code, report } = await verify(POLICY, more, beside);
    expect(code).toBe(0);
    expect(told(report).policy).toMatchObject({
      sha256: sha256(utf8(POLICY)),
      signature: { envelope: { name: 'p.bundle' } },
    });
    const enveloped = await verify(POLICY, more, { 'p.bundle': byAlice() });
    expect([enveloped.code, enveloped.reasons]).toEqual([3, ['policy-payload-type']]);
  });
});

describe('what is asked of the run holds for its policy', () => {
  it('the pin of the trusted root', async () => {
    const { code, report } = await verify(byAlice(), [...WHO, '--trusted-root-digest', 'ab'.repeat(32)]);
    expect([code, report!.items.map(({ name }) => name)]).toEqual([3, ['p']]);
  });
  it('the age of the trusted root', async () => {
    const { code, report } = await verify(byAlice(), [...WHO, '--max-root-age', '90d']);
    expect([code, report!.items.map(({ name }) => name)]).toEqual([5, ['p']]);
  });
  it('the instant', async () => {
    const early = VERIFY.map((word) => (word === '2026-03-01T00:00:00Z' ? '2026-01-01T00:00:00Z' : word));
    const { code, report } = await judged([...early, ...WHO], folder({ ...BUNDLE, p: byAlice() }));
    expect([code, report!.items.map(({ name }) => name)]).toEqual([3, ['p']]);
  });
  it('the engine', async () => {
    const { code } = await verify(dsse(POLICY), [...key('p256'), '--engine', 'dual']);
    expect(code).toBe(0);
  });
  it("but not the examiner's word, nor what the evidence is asked", async () => {
    const more = ['--signed-at', '2026-02-01T12:00:00Z', '--threshold', '1', '--type', 'slsaprovenance1'];
    const { report } = await verify(byAlice(), [...WHO, ...more]);
    expect(told(report).policy['signature']).toBeDefined();
  });
});

describe('a verified policy that cannot be read', () => {
  it('is exit 64, with line and column of the policy, not of the envelope', async () => {
    const { code, stderr } = await verify(dsse(`${POLICY}  slsa_levle: 2\n`), key('p256'));
    expect([code, stderr]).toEqual([64, expect.stringMatching(/--policy: p#\/payload:5:3: /)]);
    const bundle = await verify(byAlice(`${POLICY}  slsa_levle: 2\n`), WHO);
    expect([bundle.code, bundle.stderr]).toEqual([
      64,
      expect.stringMatching(/--policy: p#\/dsseEnvelope\/payload:5:3: /),
    ]);
  });
  it('where it would waive what is checked of itself', async () => {
    const { code, stderr } = await verify(`${POLICY}checks:\n  policy-file.digest: skip\n`, []);
    expect([code, stderr]).toEqual([64, expect.stringContaining('p:6:3: a policy has no say about itself')]);
  });
  it('no plain policy is taken for an envelope, whatever brace it begins with', async () => {
    expect((await verify('{ policy: forensic-verify/policy@v1, name: x, require: { ttl: 90d } }', [])).code).toBe(0);
    const twice = await verify('{"policy":"forensic-verify/policy@v1","name":"x","name":"y"}', []);
    expect([twice.code, twice.stderr]).toEqual([64, expect.stringContaining('--policy: p:1:50: a second key')]);
  });
  it('YAML that is signed as JSON is none', async () => {
    const { code, stderr } = await verify(dsse(POLICY, JSON_TYPE), key('p256'));
    expect([code, stderr]).toEqual([64, expect.stringContaining('p#/payload')]);
  });
});

describe('--policy-digest', () => {
  const pin = (text: string) => ['--policy-digest', `sha256:${sha256(utf8(text))}`];
  it('lets the pinned policy through, and no other: exit 2', async () => {
    expect((await verify(POLICY, pin(POLICY))).code).toBe(0);
    const { code, reasons, report } = await verify(POLICY, pin('another'));
    expect([code, reasons]).toEqual([2, ['policy-file-digest']]);
    expect(report!.items.map(({ name }) => name)).toEqual(['p']);
  });
  it('comes after the signature, over the payload', async () => {
    expect((await verify(dsse(POLICY), [...key('p256'), ...pin(POLICY)])).code).toBe(0);
    const other = await verify(dsse(POLICY), [...key('p256'), ...pin('another')]);
    expect([other.code, other.reasons]).toEqual([2, ['policy-file-digest']]);
    const forged = await verify(dsse(POLICY, YAML, 'p384'), [...key('p256'), ...pin('another')]);
    expect([forged.code, forged.reasons]).toEqual([3, ['signature-mismatch']]);
  });
  it('opens no envelope by itself', async () => {
    const { code, stderr } = await verify(dsse(POLICY), pin(POLICY));
    expect([code, stderr]).toEqual([64, expect.stringContaining('identity-not-asked')]);
  });
  it('is 64 hexadecimal digits', async () => {
    const { code, stderr } = await verify(POLICY, ['--policy-digest', 'abcd']);
    expect([code, stderr]).toEqual([64, expect.stringContaining('--policy-digest: hex-invalid')]);
  });
});

describe('half a question is a slip', () => {
  it.each<readonly [readonly string[], string]>([
    [['--policy-identity', IDENTITY], 'without --policy-issuer'],
    [['--policy-issuer', ISSUER], 'without --policy-identity'],
    [[...key('p256'), ...WHO], 'exclude each other'],
    [['--policy-bundle', 'bundle.json'], 'nobody said who should have signed the policy'],
    [['--policy-key', 'absent.pem'], '--policy-key absent.pem: input-missing'],
    [[...WHO, '--policy-bundle', 'absent.json'], '--policy-bundle absent.json: input-missing'],
  ])('%j', async (more, sentence) => {
    const { code, stderr } = await verify(POLICY, more);
    expect([code, unwrapped(stderr)]).toEqual([64, expect.stringContaining(sentence)]);
  });
  it.each(['--policy-key', '--policy-identity', '--policy-issuer', '--policy-bundle', '--policy-digest'])(
    '%s without --policy',
    async (flag) => {
      const { code, stderr } = await judged([...VERIFY.slice(0, -2), flag, 'x'], folder(BUNDLE));
      expect([code, stderr]).toEqual([64, expect.stringContaining(`${flag} was given without --policy`)]);
    },
  );
});

describe.each(['check', 'explain'])('policy %s', (step) => {
  const ask = (p: Files[string], ...more: readonly string[]) => judged(['policy', step, 'p', ...more], folder({ p }));
  it('tells who signed', async () => {
    const { code, stdout } = await ask(byAlice(), ...WHO, ...UNDER, '--at', '2026-03-01T00:00:00Z');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      sha256: sha256(utf8(POLICY)),
      signature: { signers: [{ identity: IDENTITY, issuer: ISSUER }] },
    });
  });
  it('ends as verify does where it does not verify', async () => {
    const { code, reasons, report } = await ask(dsse(POLICY, YAML, 'p384'), ...key('p256'));
    expect([code, reasons]).toEqual([3, ['signature-mismatch']]);
    expect((report as unknown as { command: string }).command).toBe(`policy ${step}`);
  });
  it('an envelope without a question, and a question without a signer, are slips', async () => {
    const unasked = await ask(dsse(POLICY));
    expect([unasked.code, unasked.stderr]).toEqual([64, expect.stringContaining('identity-not-asked')]);
    const idle = await ask(POLICY, '--at', '2026-03-01T00:00:00Z');
    expect([idle.code, idle.stderr]).toEqual([64, expect.stringContaining('--at was given')]);
  });
  it('a pin is enough for the air-gapped', async () => {
    expect((await ask(POLICY, '--policy-digest', sha256(utf8(POLICY)))).code).toBe(0);
    const { code, reasons } = await ask(POLICY, '--policy-digest', sha256(OTHER));
    expect([code, reasons]).toEqual([2, ['policy-file-digest']]);
  });
});
