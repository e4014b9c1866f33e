// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/cli/version.ts';
import { PROJECT, run } from '../support/cli.ts';

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const schema = JSON.parse(read('offline-kit/schemas/provenance-v1.json')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
const SAMPLE = read('offline-kit/samples/provenance.json');

const cwd = join(PROJECT, 'fixtures/cases/bundle-v0.3-message');
const WHO = [
  '--certificate-identity',
  'https://code.mint.example/acme/app/.workflows/release.yml@refs/heads/main',
  '--certificate-oidc-issuer',
  'https://issuer.mint.example',
];
const REST = ['--trusted-root', '../../shared/trusted-root.json', '--at', '2026-03-01T00:00:00Z'];
const verify = (...words: string[]) =>
  run(['verify', ...words, ...REST, '--output', 'provenance', '--deterministic'], { cwd });

interface Provenance {
  readonly exitCode: number;
  readonly image: string;
  readonly provenance: Readonly<Record<string, string>>;
  readonly subjects: readonly { readonly trustStatus: string; readonly reason: string | null }[];
}

/** As Clamp's collector does it: the first quoted word behind the first place where the key stands. */
function asClampReads(text: string, key: string): string {
  const after = text.slice(text.indexOf(`"${key}"`) + key.length + 2);
  return /:[^"]*"((?:[^"\\]|\\.)*)"/.exec(after)?.[1] ?? '';
}

describe('--output provenance', () => {
  it('gives the sample of the kit', () => {
    const { code, stdout } = verify('artifact.txt', '--bundle', 'bundle.sigstore.json', ...WHO);
    expect(code).toBe(0);
    expect(stdout).toBe(SAMPLE.replaceAll('"version":"0.1.0"', `"version":"${VERSION}"`));
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });
  it.each<[string, string[], number, string, string]>([
    [
      'another artifact',
      ['expect.json', '--bundle', 'bundle.sigstore.json', ...WHO],
      2,
      'failed',
      'artifact-digest-mismatch',
    ],
    ['no evidence', ['artifact.txt', ...WHO], 3, 'unsigned', 'signature-absent'],
    [
      'another signer',
      [
        'artifact.txt',
        '--bundle',
        'bundle.sigstore.json',
        '--certificate-identity',
        'x',
        '--certificate-oidc-issuer',
        'y',
      ],
      3,
      'untrusted',
      'identity-mismatch',
    ],
    ['a missing file', ['absent.txt', '--bundle', 'bundle.sigstore.json', ...WHO], 4, 'untrusted', 'input-missing'],
  ])('of %s fits the schema and says so', (_what, words, exit, status, reason) => {
    const { code, stdout } = verify(...words);
    const document = JSON.parse(stdout) as Provenance;
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect([code, document.exitCode, document.provenance['trustStatus']]).toEqual([exit, exit, status]);
    expect(document.subjects.map((one) => one.reason)).toContain(reason);
    expect(document.provenance['policyDecision']).toBe(`mode=strict|require_sig=true|attest=enforce|status=${exit}`);
  });
  it('is about the worst artifact, also where one evidence is about several', () => {
    const both = [
      ['artifact.txt', 'expect.json'],
      ['expect.json', 'artifact.txt'],
    ];
    for (const names of both) {
      const { code, stdout } = verify(...names, '--bundle', '../bundle-v0.3-dsse/bundle.sigstore.json', ...WHO);
      const document = JSON.parse(stdout) as Provenance;
      expect([code, document.image]).toEqual([2, 'expect.json']);
      expect(document.provenance).toMatchObject({ status: 'failed', trustStatus: 'failed' });
      expect(document.subjects.map(({ trustStatus }) => trustStatus).sort()).toEqual(['failed', 'valid']);
    }
  });
  it('of what could not be read states no digest', () => {
    const { stdout } = verify('absent.txt', '--bundle', 'bundle.sigstore.json', ...WHO);
    const { subjects } = JSON.parse(stdout) as { subjects: { subject: string; digestAlgorithm: string }[] };
    expect(subjects.find(({ subject }) => subject === 'absent.txt')!.digestAlgorithm).toBe('');
  });
  it('calls a plain key by its fingerprint, wherever its file lies', () => {
    const words = ['artifact.txt', '--bundle', '../bundle-public-key/bundle.sigstore.json'];
    const { code, stdout } = verify(...words, '--key', '../../keys/p256.pub.pem');
    const { provenance } = JSON.parse(stdout) as Provenance;
    expect([code, provenance['signer']]).toEqual([0, expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
  });
  it('is read right by a reader that takes the first word that looks right', () => {
    const { stdout } = verify('artifact.txt', ...WHO);
    const { provenance } = JSON.parse(stdout) as Provenance;
    for (const key of ['issuer', 'timestamp', 'digestAlgorithm', 'policyDecision', 'trustStatus'])
      expect(asClampReads(stdout, key), key).toBe(provenance[key]);
    expect(provenance['issuer']).toBe('');
  });
  it('contradicts --json', () => {
    expect(verify('artifact.txt', '--json', ...WHO).code).toBe(64);
  });
  it('tells as JSON that a root is needed which is not held', () => {
    const { code, stdout, stderr } = run(['verify', 'artifact.txt', '--staging', '-o', 'provenance'], { cwd });
    expect([code, JSON.parse(stdout)]).toEqual([
      5,
      expect.objectContaining({ exitCode: 5, format: 'forensic-verify/error@v1', kind: 'material needed' }),
    ]);
    expect(stderr).toMatch(/^forensic-verify: the staging root is not part/);
  });
  it('tells an error as JSON too', () => {
    const { code, stdout } = verify('artifact.txt', '--trusted-root', 'absent.json', ...WHO);
    expect([code, (JSON.parse(stdout) as { exitCode: number }).exitCode]).toEqual([64, 64]);
  });
  it('has a schema that refuses what it does not know', () => {
    const broken = (over: object) => validate({ ...(JSON.parse(SAMPLE) as object), ...over });
    expect(broken({})).toBe(true);
    for (const over of [
      { format: 'x' },
      { exitCode: 70 },
      { attestMode: 'off' },
      { provenance: {} },
      { subjects: [{}] },
    ])
      expect(broken(over), JSON.stringify(over)).toBe(false);
  });
});
