// SPDX-License-Identifier: Apache-2.0
import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { describe, expect, it } from 'vitest';
import { SIGNING_COMMANDS, signingDesk } from '../support/signing-commands.ts';
import { smallKey, write } from '../support/writer.ts';

const AT = ['--at', '2026-03-01T00:00:00Z'];
const PROMOTED = [`sha256:${'a'.repeat(64)}`, '--bundle', 'o', '--material', 'surface.json'];
const BY = ['--key', 'ben.pub.pem'];
const made = (folder: string, words: readonly string[]): string => {
  const { code, stdout, stderr } = write(folder, words);
  expect(code, stderr).toBe(0);
  return stdout;
};

/** How what each command has signed into `o` is verified. */
const VERIFIED: Readonly<Record<string, readonly string[]>> = {
  'attest sign': ['check', 'dsse', 'o', ...BY],
  'attest attach': ['check', 'dsse', 'o', ...BY],
  'attest blob': ['verify', 'artifact.txt', '--bundle', 'o', ...BY, ...AT],
  'attest promotion': ['verify', ...PROMOTED, ...BY, ...AT],
  // A ring is read only where each key of it is introduced by a signature that verifies.
  'attest rotate': [
    ...['attest', 'sign', 'statement.json', '--key-ring', 'o', '--at', '2026-02-02T00:00:00Z'],
    ...['--signer', 'key', '--signing-key', 'cho.pem'],
  ],
  'lockfile sign': ['lockfile', 'verify', 'package-lock.json', '--signature', 'o', '--strict', ...BY],
  'digest pin': ['digest', 'check', 'surface.json', '--pin', 'o', ...BY],
  'verify --attest-results': ['verify', 'artifact.txt', '--bundle', 'o', ...BY, ...AT],
};

it('every command that signs is here', () => {
  expect(Object.keys(VERIFIED).sort()).toEqual(Object.keys(SIGNING_COMMANDS).sort());
});

describe.each(Object.keys(SIGNING_COMMANDS))('what %s signs', (name) => {
  const { words, output } = SIGNING_COMMANDS[name]!;
  const verify = VERIFIED[name]!;
  const folder = signingDesk(made);
  made(folder, [...words, output, 'o']);
  const text = readFileSync(join(folder, 'o'), 'utf8');

  it.each(['native', 'noble', 'dual'])('verifies here with the engine %s', (engine) => {
    const good = write(folder, [...verify, '--engine', engine]);
    expect(good.code, good.stdout + good.stderr).toBe(0);
  });

  it.each(['native', 'noble', 'dual'])('is refused with the engine %s where a signature was altered', (engine) => {
    const altered = text.replace(
      /"(sig|signature)":"([A-Za-z0-9+/])/,
      (_, member: string, first: string) => `"${member}":"${first === 'A' ? 'B' : 'A'}`,
    );
    expect(altered).not.toBe(text);
    writeFileSync(join(folder, 'o'), altered);
    const bad = write(folder, [...verify, '--engine', engine]);
    writeFileSync(join(folder, 'o'), text);
    // A ring that cannot be believed is no ring.
    expect(bad.code).toBe(name === 'attest rotate' ? 64 : 3);
  });

  if (name !== 'attest blob')
    it('verifies with @sigstore/verify, as the envelope of a bundle', () => {
      const [envelope] = envelopesIn(JSON.parse(text) as unknown);
      const bundled = (dsseEnvelope: unknown) =>
        toSignedEntity(
          bundleFromJSON({
            mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
            verificationMaterial: { publicKey: { hint: 'ben' } },
            dsseEnvelope,
          }),
        );
      const publicKey = createPublicKey(smallKey(2));
      const verifier = new Verifier(
        toTrustMaterial(
          { mediaType: '', tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] },
          () => ({ publicKey, validFor: () => true }),
        ),
        { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 },
      );
      expect(verifier.verify(bundled(envelope)).key).toBeDefined();
      const other = { ...(envelope as object), payload: Buffer.from('{}').toString('base64') };
      expect(() => verifier.verify(bundled(other))).toThrow('signature verification failed');
    });
});

/** The DSSE envelopes in a document, wherever they stand. */
function envelopesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'payloadType' in value ? [value] : Object.values(value).flatMap(envelopesIn);
}
