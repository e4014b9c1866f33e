// SPDX-License-Identifier: Apache-2.0
// The main job on real input: evidence and a tampered twin, each with the verdict that an auditor would read.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROOT } from './lib/sources.ts';

const BINARY = join(ROOT, 'release/forensic-verify-linux-x64');
const corpora = process.env['FORENSIC_VERIFY_CORPORA'] ?? resolve(ROOT, '../shared/corpora');
const scratch = mkdtempSync(join(tmpdir(), 'forensic-verify-demo-'));
let unexpected = 0;

try {
  const conformance = join(corpora, 'sigstore-conformance/test/assets/bundle-verify');
  if (existsSync(conformance)) realBundle(conformance);
  else mintedBundle();
  registrySignature();
  custody();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${'─'.repeat(80)}`);
console.log(
  existsSync(BINARY)
    ? `The same program as one file, without a right to the network: ${BINARY}`
    : 'To build the same program as one file, without a right to the network: npm run build:binary',
);
if (unexpected > 0) {
  console.error(`${unexpected} verdict(s) were not the expected ones`);
  process.exitCode = 1;
}

/** A bundle of Sigstore's conformance suite: a keyless signature, a transparency log entry, a certificate log timestamp. */
function realBundle(folder: string): void {
  const artifact = join(folder, 'a.txt');
  const identity = [
    '--certificate-identity',
    'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main',
    '--certificate-oidc-issuer',
    'https://token.actions.githubusercontent.com',
  ];
  const bundle = join(folder, 'happy-path-v0.3/bundle.sigstore.json');
  show('A real Sigstore bundle, under the bundled public-good root', 0, [
    'verify',
    artifact,
    '--bundle',
    bundle,
    ...identity,
  ]);
  show('The same bundle, and an artifact with one bit flipped', 2, [
    'verify',
    tampered(artifact),
    '--bundle',
    bundle,
    ...identity,
  ]);
}

/** Without the third-party evidence: what this project has minted for itself, with keys that prove nothing. */
function mintedBundle(): void {
  const folder = join(ROOT, 'fixtures/cases/bundle-v0.3-dsse');
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  const absolute = command.map((word) =>
    existsSync(join(folder, word)) && !word.startsWith('-') && word !== 'verify' ? join(folder, word) : word,
  );
  const artifact = absolute.findIndex((word) => word.endsWith('artifact.txt'));
  show("The project's own minted bundle, under its own test root", 0, absolute);
  show(
    'The same bundle, and an artifact with one bit flipped',
    2,
    absolute.with(artifact, tampered(absolute[artifact]!)),
  );
}

/**
 * The npm registry's signature of sigstore 1.0.0: figures of the registry's package document as quoted in the tests of
 * npm's command-line client (npm/cli, test/lib/commands/audit.js, commit 780afc5), verified under the bundled registry key.
 */
function registrySignature(): void {
  const integrity = 'sha512-e+qfbn/zf1+rCza/BhIA//Awmf0v1pa5HQS8Xk8iXrn9bgytytVLqYD0P7NSqZ6IELTgq+tcDvLPkQjNHyWLNg==';
  const question = (version: string) => [
    'verify',
    '--package-name',
    'sigstore',
    '--package-version',
    version,
    '--integrity',
    integrity,
    '--key-id',
    'SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA',
    '--registry-signature',
    'MEQCIBlpcHT68iWOpx8pJr3WUzD1EqQ7tb0CmY36ebbceR6IAiAVGRaxrFoyh0/5B7H1o4VFhfsHw9F8G+AxOZQq87q+lg==',
    '--signed-at',
    '2023-06-01T00:00:00Z',
  ];
  show('A real npm registry signature, under the bundled registry key', 0, question('1.0.0'));
  show('The same signature, claimed for another version', 3, question('1.0.1'));
}

/** The worked case of docs/CUSTODY.md: two sites and a courier, and what is left of it once a key turns out to have been stolen. */
function custody(): void {
  const folder = join(ROOT, 'fixtures/two-sites');
  const under = [
    '--keyring',
    join(folder, 'keyring.json'),
    '--trusted-root',
    join(ROOT, 'fixtures/shared/trusted-root.json'),
    '--at',
    '2026-03-01T00:00:00Z',
  ];
  const [a, b] = ['site-a', 'site-b'].map((site) => join(folder, site, 'custody.jsonl')) as [string, string];
  show('Two custody logs that meet at a hand-off by courier', 0, ['custody', 'verify', a, b, ...under, '--quiet']);
  const stolen = 'mailto:bob@locker-b.example@2026-02-04T22:00:00Z';
  show('The same, if a key of the second site had been stolen: what stands, what falls', 3, [
    'what-if',
    b,
    '--assume-compromised',
    stolen,
    ...under,
  ]);
}

function tampered(path: string): string {
  const bytes = readFileSync(path);
  bytes[0] = bytes[0]! ^ 1;
  const twin = join(scratch, 'tampered');
  writeFileSync(twin, bytes);
  return twin;
}

function show(title: string, expected: number, args: readonly string[]): void {
  console.log(`\n${'─'.repeat(80)}\n${title}\n${'─'.repeat(80)}`);
  const result = spawnSync(process.execPath, [join(ROOT, 'src/main.ts'), ...args], { encoding: 'utf8' });
  process.stdout.write(result.stdout);
  process.stderr.write(result.stderr);
  if (result.status !== expected) {
    unexpected += 1;
    console.error(`exit ${result.status}, and ${expected} was expected`);
  }
}
