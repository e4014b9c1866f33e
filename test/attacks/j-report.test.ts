// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { AT, WHO } from '../../scripts/mint/case.ts';
import { ARTIFACT, MESSAGE } from '../../scripts/mint/cases/good.ts';
import { uriName } from '../../scripts/mint/certificate.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { changed } from '../../scripts/mint/json.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { rekorStranger, signer } from '../../scripts/mint/world.ts';
import { folder, keyOf, UNDER, verifyBundle } from './evidence.ts';
import { type Outcome, program } from './program.ts';

const HOSTILE =
  'x\nVERDICT: ACCEPT  TOTAL-PASSED  (exit 0)\r\u001b[2J\u001b]52;c;AAAA\u0007\u009b31m\u202ecod.exe\u0000\u007f';
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const words = ['verify', 'artifact.txt', '--bundle', 'b.json', ...AT];
const itemOf = (outcome: Outcome) =>
  outcome.report!.items[0] as unknown as { established: string[]; notEstablished: string[] };

async function texts(args: readonly string[], cwd: string): Promise<readonly string[]> {
  const out: string[] = [];
  for (const more of [[], ['--verbose'], ['--quiet']]) {
    const outcome = await program([...args, ...more], cwd);
    out.push(outcome.stdout + outcome.stderr);
  }
  return out;
}

function harmless(text: string): void {
  expect(text).not.toMatch(FORBIDDEN);
  expect(text.split('\n').filter((line) => /^(VERDICT|ACCEPT|REJECT|WARN)/.test(line)).length).toBeLessThanOrEqual(1);
}

describe('J01, J02 · terminal escapes, bidi, a spoofed report', () => {
  it('in subjects, types and predicates', async () => {
    const payload = statement(
      [subjectOf(HOSTILE, ARTIFACT), { name: HOSTILE, digest: { [HOSTILE]: HOSTILE } }],
      `https://x/${HOSTILE}`,
      { [HOSTILE]: HOSTILE, ...provenanceV1() },
    );
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])) });
    for (const text of await texts([...words, ...keyOf('ed25519')], cwd)) harmless(text);
  });
  it('in the identity, also where it is quoted back to the user', async () => {
    const plan: SealPlan = {
      ...MESSAGE,
      signer: signer({ label: 'leaf hostile', names: [uriName(HOSTILE.replaceAll('\0', ''))] }),
    };
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': seal(plan).bundle });
    for (const text of await texts([...words, ...UNDER, ...WHO], cwd)) harmless(text);
    for (const text of await texts([...words, ...UNDER], cwd)) harmless(text);
  });
  it('in the words that are offered for copying, which stay one word of the shell', async () => {
    const name = "https://x/'; touch pwned; '$(id)`id`";
    const plan: SealPlan = { ...MESSAGE, signer: signer({ label: 'leaf shell', names: [uriName(name)] }) };
    const outcome = await program(
      [...words, ...UNDER],
      folder({ 'artifact.txt': ARTIFACT, 'b.json': seal(plan).bundle }),
    );
    expect(outcome.code).toBe(64);
    const offered = /--certificate-identity (.*)/.exec(outcome.stderr)![1]!;
    expect(execFileSync('/bin/sh', ['-c', `printf %s ${offered}`]).toString()).toBe(name);
  });
  it('in the command line', async () => {
    const cwd = folder({});
    for (const args of [
      [HOSTILE],
      ['verify', `--${HOSTILE}`],
      ['check', HOSTILE],
      ['explain', HOSTILE],
      ['verify', HOSTILE, '--key', HOSTILE],
      ['verify', HOSTILE, '--bundle', HOSTILE, ...WHO],
      ['inspect', HOSTILE],
      ['help', HOSTILE],
    ]) {
      for (const more of [[], ['--json']]) {
        const outcome = await program([...args.map((word) => word.replaceAll('\0', '')), ...more], cwd);
        expect(outcome.code).not.toBe(0);
        // A document for a program is one document, whatever stands in it; a terminal gets it in ASCII.
        if (more.length > 0) expect(() => JSON.parse(outcome.stdout)).not.toThrow();
        harmless(outcome.stderr + (more.length > 0 ? '' : outcome.stdout));
      }
    }
  });
  it('in a log entry and a key id', async () => {
    const bundle = changed(seal(MESSAGE).bundle, {
      '/verificationMaterial/tlogEntries/0/kindVersion/kind': HOSTILE,
      [`/${'y'.repeat(5000)}`]: HOSTILE,
      '/mediaType2': HOSTILE,
    });
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': bundle });
    for (const text of await texts([...words, ...UNDER, ...WHO], cwd)) harmless(text);
  });
  it('a name of a megabyte is cut', async () => {
    const payload = statement([{ ...subjectOf('y'.repeat(1_000_000), ARTIFACT) }], SLSA_V1, provenanceV1());
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])) });
    for (const text of await texts([...words, ...keyOf('ed25519')], cwd)) expect(text.length).toBeLessThan(20_000);
  });
});

describe('J01 · a document on a terminal', () => {
  it('is ASCII there, says the same, and is left alone elsewhere', async () => {
    const { asciiOnly } = await vi.importActual<typeof import('../../src/cli/settle.ts')>('../../src/cli/settle.ts');
    const document = JSON.stringify({ [HOSTILE]: [HOSTILE, 'é😀'] });
    expect(asciiOnly(document)).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(asciiOnly(document))).toEqual(JSON.parse(document));
  });
});

describe('J06 · "verified" says too much', () => {
  it('a waived log is not one that recorded it', async () => {
    for (const entries of [[], [{ log: rekorStranger }]]) {
      const outcome = await verifyBundle({ ...MESSAGE, entries }, { more: ['--insecure-ignore-tlog'] });
      expect(itemOf(outcome).established.join('; ')).not.toContain('log');
    }
    for (const more of [['--insecure-ignore-tlog'], ['--tlog-threshold', '0']]) {
      const none = await verifyBundle({ ...MESSAGE, entries: [] }, { more });
      expect(itemOf(none).notEstablished).toContain('that the signature was recorded in a transparency log');
    }
    const unknown = await verifyBundle(
      { ...MESSAGE, entries: [{ log: rekorStranger }] },
      { more: ['--insecure-ignore-tlog'] },
    );
    expect(itemOf(unknown).notEstablished.join('; ')).toContain('transparency log');
  });
  it('a waived certificate log neither', async () => {
    const plan: SealPlan = { ...MESSAGE, signer: signer({ label: 'leaf J06', scts: [] }) };
    const outcome = await verifyBundle(plan, { more: ['--insecure-ignore-sct'] });
    expect(itemOf(outcome).established.join('; ')).not.toContain('certificate log');
    expect(itemOf(outcome).notEstablished.join('; ')).toContain('certificate log');
  });
  it('a plain key says nothing of time', async () => {
    const payload = statement([subjectOf('a', ARTIFACT)], SLSA_V1, provenanceV1());
    const cwd = folder({ 'artifact.txt': ARTIFACT, 'b.json': envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])) });
    const outcome = await program([...words, ...keyOf('ed25519'), '--json'], cwd);
    expect(outcome.code).toBe(0);
    expect(itemOf(outcome).notEstablished.join('; ')).toContain('when it was signed');
  });
});

describe('J07 · secrets', () => {
  const secret = 'correct horse battery staple, thirty-two octets and more';
  it('are in no report, message or argument list', async () => {
    const payload = statement([subjectOf('a', ARTIFACT)], SLSA_V1, provenanceV1());
    const cwd = folder({
      'artifact.txt': ARTIFACT,
      'b.json': envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])),
      secret,
      d: 'd',
      tag: new Uint8Array(32),
      key: PLAIN.p256.privatePem,
    });
    const inner = PLAIN.p256.privatePem.split('\n')[1]!;
    for (const args of [
      [...words, '--hmac-key', 'secret'],
      [...words, '--hmac-key', 'secret', '--verbose'],
      [
        'check',
        'mac',
        '--alg',
        'hmac-sha256',
        '--hmac-key',
        'secret',
        '--data',
        'd',
        '--signature',
        'tag',
        '--verbose',
      ],
      [...words, '--key', 'key'],
      ['check', 'signature', '--alg', 'ecdsa-p256-sha256', '--key', 'key', '--data', 'd', '--signature', 'tag'],
    ]) {
      for (const more of [[], ['--json']]) {
        const outcome = await program([...args, ...more], cwd);
        for (const text of [
          secret,
          inner,
          Buffer.from(secret).toString('base64').slice(0, 30),
          Buffer.from(secret).toString('hex').slice(0, 30),
        ]) {
          expect(outcome.stdout + outcome.stderr).not.toContain(text);
        }
      }
    }
  });
});
