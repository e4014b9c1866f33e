// SPDX-License-Identifier: Apache-2.0
import { type Bytes, hex, sha256, utf8 } from '../bytes.ts';
import { type Case, passes, refuted, undecided } from '../case.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { canonical, type JsonObject } from '../json.ts';
import { PLAIN } from '../plain-keys.ts';
import { statement } from '../statement.ts';

type Files = Readonly<Record<string, Bytes | string>>;

const ARTIFACT = 'a sample of a kit\n';
const SAMPLE: JsonObject = {
  name: 'key',
  about: 'an envelope under a plain key',
  artifact: 'artifact.txt',
  evidence: ['artifact.dsse.json'],
  keys: ['key.pub.pem'],
  at: '2026-03-01T00:00:00Z',
  expected: { exitCode: 0, indication: 'TOTAL-PASSED', reasons: [] },
};

function samples(expected: JsonObject): Files {
  const subject = [{ name: 'artifact.txt', digest: { sha256: hex(sha256(utf8(ARTIFACT))) } }];
  const payload = statement(subject, 'https://example.test/sample/v1', {});
  return {
    'samples/evidence/artifact.txt': ARTIFACT,
    'samples/evidence/artifact.dsse.json': canonical(envelopeJson(signedEnvelope(payload, [PLAIN.p256]))),
    'samples/evidence/key.pub.pem': PLAIN.p256.publicPem,
    'samples/evidence/cases.json': canonical([{ ...SAMPLE, expected }]),
  };
}

const octets = (value: Bytes | string): Bytes => (typeof value === 'string' ? utf8(value) : value);

/** As `kit create` writes one, by other code; without a program in it. */
function kit(files: Files, alter: (manifest: JsonObject) => JsonObject = (one) => one): Record<string, Bytes> {
  const listed = Object.keys(files)
    .sort()
    .map((path) => ({
      path,
      size: octets(files[path]!).length,
      sha256: hex(sha256(octets(files[path]!))),
      role: 'kit',
    }));
  const manifest = alter({
    format: 'forensic-verify/kit@v1',
    tool: { name: 'forensic-verify', version: '0.1.0' },
    signer: { keyid: hex(sha256(PLAIN.ed25519.spki)), algorithm: 'ed25519' },
    files: listed,
  });
  const all: Record<string, Bytes> = { 'MANIFEST.json': utf8(`${canonical(manifest)}\n`) };
  for (const [path, value] of Object.entries(files)) all[path] = octets(value);
  const sums = utf8(
    Object.keys(all)
      .sort()
      .map((path) => `${hex(sha256(all[path]!))}  ${path}\n`)
      .join(''),
  );
  all['SHA256SUMS'] = sums;
  all['SHA256SUMS.sig'] = PLAIN.ed25519.sign(sums);
  return Object.fromEntries(Object.entries(all).map(([path, value]) => [`kit/${path}`, value]));
}

const GOOD = { 'README.txt': 'a kit\n', ...samples(SAMPLE['expected'] as JsonObject) };
const KEY = ['--key', '../../keys/ed25519.pub.pem'] as const;
const verify = (...more: readonly string[]) => ['kit', 'verify', 'kit', ...more];

function without(files: Record<string, Bytes>, path: string): Record<string, Bytes> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

/** Kits on their way to the enclave. */
export function kitCases(): Case[] {
  return [
    passes('kit', 'A kit, whole and signed, without a program in it.', kit(GOOD), verify(...KEY)),
    undecided(
      'kit-nobody-asked--kit-key-not-given',
      'kit.signature',
      'No key is given: the kit says itself who has signed it.',
      kit(GOOD),
      verify(),
    ),
    refuted(
      'kit-other-key--kit-signature',
      'kit.signature',
      'Another key is given than has signed.',
      kit(GOOD),
      verify('--key', '../../keys/p256.pub.pem'),
    ),
    refuted(
      'kit-altered--kit-file-differs',
      'kit.files',
      'A file was altered after the list was signed.',
      { ...kit(GOOD), 'kit/README.txt': utf8('another kit\n') },
      verify(...KEY),
      2,
    ),
    refuted(
      'kit-cut--kit-file-missing',
      'kit.files',
      'A file was taken away after the list was signed.',
      without(kit(GOOD), 'kit/README.txt'),
      verify(...KEY),
      2,
    ),
    refuted(
      'kit-stuffed--kit-file-extra',
      'kit.files',
      'A file was added after the list was signed.',
      { ...kit(GOOD), 'kit/extra.txt': utf8('more\n') },
      verify(...KEY),
      2,
    ),
    refuted(
      'kit-disagreeing--kit-format',
      'kit.format',
      'The manifest leaves out a file that the list of checksums names; both are signed.',
      kit(GOOD, (manifest) => ({ ...manifest, files: (manifest['files'] as JsonObject[]).slice(1) })),
      verify(...KEY),
    ),
    refuted(
      'kit-sample-expected--kit-sample-differs',
      'kit.samples',
      'The kit expects another verdict of its sample than this program gives.',
      kit({ ...GOOD, ...samples({ exitCode: 1, indication: 'TOTAL-PASSED', reasons: [] }) }),
      verify(...KEY),
    ),
  ];
}
