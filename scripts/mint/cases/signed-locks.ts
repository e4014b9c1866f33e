// SPDX-License-Identifier: Apache-2.0
import { base64, hex, sha256, utf8 } from '../bytes.ts';
import { AT, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided } from '../case.ts';
import { envelopeJson, IN_TOTO, pae, signedEnvelope } from '../dsse.ts';
import { canonical, changed, type Json, type JsonObject, pretty } from '../json.ts';
import { attestationsOf, documentOf, integrityOf, type Package, packageOf, registryKeys } from '../npm.ts';
import { PLAIN } from '../plain-keys.ts';

const SIGNER = 'ci@mint.example';
const TYPE = 'urn:forensic-verify:predicate:lockfile-signature:v1';
const KEY = ['--key', '../../keys/ed25519.pub.pem'] as const;

const MCP: JsonObject = {
  lockfile_version: 1,
  generated_by: 'mcp-tap@0.3.0',
  generated_at: '2026-02-19T14:30:00Z',
  servers: {
    postgres: {
      package_identifier: '@modelcontextprotocol/server-postgres',
      registry_type: 'npm',
      version: '0.6.2',
      integrity: `sha256-${'a3'.repeat(32)}`,
      config: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-postgres'], env_keys: ['POSTGRES_URL'] },
      tools: ['list_tables', 'query'],
      verified_healthy: true,
    },
  },
};

const UV = `version = 1
requires-python = ">=3.12"

[[package]]
name = "idna"
version = "3.10"
source = { registry = "https://pypi.example/simple" }
sdist = { url = "https://pypi.example/idna-3.10.tar.gz", hash = "sha256:${'12'.repeat(32)}", size = 190490 }
`;
const UV_DATA: JsonObject = {
  version: 1,
  'requires-python': '>=3.12',
  package: [
    {
      name: 'idna',
      version: '3.10',
      source: { registry: 'https://pypi.example/simple' },
      sdist: { url: 'https://pypi.example/idna-3.10.tar.gz', hash: `sha256:${'12'.repeat(32)}`, size: 190490 },
    },
  ],
};

const PNPM = `lockfileVersion: '9.0'

packages:

  left-pad@1.3.0:
    resolution: {integrity: sha512-${'A'.repeat(86)}==}
    hasBin: true
`;
const PNPM_DATA: JsonObject = {
  lockfileVersion: '9.0',
  packages: { 'left-pad@1.3.0': { resolution: { integrity: `sha512-${'A'.repeat(86)}==` }, hasBin: true } },
};

const UNDERSCORE: JsonObject = { a: { '$yaml.word': '1_0e3' } };

interface Said {
  readonly name: string;
  readonly syntax: string;
  readonly algorithm?: string;
  readonly signer?: string;
  readonly type?: string;
}

const claimsOf = ({ syntax, algorithm = 'ed25519', signer = SIGNER }: Said): JsonObject => ({
  canonicalization: 'lockfile-canonical/v1',
  syntax,
  signer,
  algorithm,
  signedAt: '2026-02-20T10:00:00Z',
});

function payload(data: JsonObject, said: Said) {
  const digest = { sha256: hex(sha256(utf8(canonical(data)))) };
  const subject: Json = [{ name: said.name, digest }];
  const _type = 'https://in-toto.io/Statement/v1';
  return utf8(canonical({ _type, subject, predicateType: said.type ?? TYPE, predicate: claimsOf(said) }));
}

export const detached = (data: JsonObject, said: Said): JsonObject =>
  envelopeJson(signedEnvelope(payload(data, said), [PLAIN.ed25519]));

function embedded(data: JsonObject, said: Said, more: JsonObject = {}): JsonObject {
  const signature = base64(PLAIN.ed25519.sign(pae({ payloadType: IN_TOTO, payload: payload(data, said) })));
  const { signer = SIGNER, algorithm = 'ed25519', name } = said;
  const block = { version: 1, name, signer, algorithm, timestamp: '2026-02-20T10:00:00Z', signature, ...more };
  return { ...data, lockfile_signature: block };
}

const NPM: JsonObject = {
  name: 'project',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'project', version: '1.0.0' },
    'node_modules/lib': { version: '2.0.0', resolved: 'https://registry.mint.example/lib', integrity: 'sha512-AAAA' },
  },
};

const MCP_SAID: Said = { name: 'mcp-tap.lock', syntax: 'json' };
const MCP_FILES: Files = { 'mcp-tap.lock': MCP, 'mcp-tap.lock.sig.json': detached(MCP, MCP_SAID) };
const verify = (lock: string, ...more: readonly string[]) => ['lockfile', 'verify', lock, ...KEY, ...AT, ...more];
const strictly = (lock: string, ...more: readonly string[]) => verify(lock, '--strict', ...more);

const APP = packageOf('@acme/app', '1.2.3');
const LIB = packageOf('lib', '2.0.0');

export function npmLock(...packages: readonly Package[]): JsonObject {
  const rows = packages.map((one): [string, JsonObject] => [
    `node_modules/${one.name}`,
    { version: one.version, resolved: `https://registry.mint.example/${one.name}`, integrity: integrityOf(one) },
  ]);
  return { name: 'project', lockfileVersion: 3, packages: { '': { name: 'project' }, ...Object.fromEntries(rows) } };
}

const MCP_APP = changed(MCP, {
  '/servers/postgres/package_identifier': '@acme/app',
  '/servers/postgres/version': '1.2.3',
  '/servers/postgres/integrity': integrityOf(APP),
});
const BOTH = npmLock(APP, LIB);
const PROVEN: Files = {
  'package-lock.json': BOTH,
  'package-lock.json.sig.json': detached(BOTH, { name: 'package-lock.json', syntax: 'json' }),
  'attestations/app.json': documentOf(...attestationsOf(APP)),
  'npm-keys.json': registryKeys(),
};
const proven = (...more: readonly string[]) => [
  ...verify('package-lock.json', ...TRUSTED_ROOT, '--npm-keys', 'npm-keys.json'),
  '--attestations-path',
  'attestations',
  ...more,
];

/** Signed lockfiles: the signature beside them, or inside. */
export function signedLockCases(): Case[] {
  return [
    passes('lockfile-json', 'A lockfile in JSON, its signature beside it.', MCP_FILES, [
      ...strictly('mcp-tap.lock'),
      '--signer-id',
      SIGNER,
    ]),
    passes(
      'lockfile-toml',
      'A lockfile in TOML with comments and keys in another order than when it was signed.',
      {
        'uv.lock': UV.replace('version = 1\nrequires', '# a comment\nrequires').replace('\n\n', '\nversion = 1\n\n'),
        'uv.lock.sig.json': detached(UV_DATA, { name: 'uv.lock', syntax: 'toml' }),
      },
      strictly('uv.lock'),
    ),
    passes(
      'lockfile-yaml',
      'A lockfile in YAML.',
      {
        'pnpm-lock.yaml': PNPM,
        'pnpm-lock.yaml.sig.json': detached(PNPM_DATA, { name: 'pnpm-lock.yaml', syntax: 'yaml' }),
      },
      strictly('pnpm-lock.yaml'),
    ),
    passes(
      'lockfile-embedded',
      'A package-lock.json with the signature inside: npm reads over the block and keeps it.',
      { 'package-lock.json': embedded(NPM, { name: 'package-lock.json', syntax: 'json' }) },
      strictly('package-lock.json', '--subject', 'package-lock.json'),
    ),
    passes(
      'lockfile-provenance',
      'Signed, and each entry has provenance that verifies.',
      { ...PROVEN, 'attestations/lib.json': documentOf(...attestationsOf(LIB)) },
      proven('--strict'),
    ),
    undecided(
      'lockfile-provenance-missing--artifact-unattested',
      'set.attested',
      'Signed, and one entry has no provenance: with --strict that refuses, and the entry is named.',
      PROVEN,
      proven('--strict'),
    ),
    undecided(
      'lockfile-provenance-warn--artifact-unattested',
      'set.attested',
      'The same without --strict.',
      PROVEN,
      proven(),
      1,
    ),
    passes(
      'lockfile-provenance-mcp',
      'A lockfile of mcp-tap, signed, and its server has provenance.',
      {
        'mcp-tap.lock': MCP_APP,
        'mcp-tap.lock.sig.json': detached(MCP_APP, MCP_SAID),
        'attestations/app.json': documentOf(...attestationsOf(APP)),
        'npm-keys.json': registryKeys(),
      },
      [
        ...strictly('mcp-tap.lock', ...TRUSTED_ROOT, '--npm-keys', 'npm-keys.json'),
        '--attestations-path',
        'attestations',
      ],
    ),
    ...badLocks(),
  ];
}

function badLocks(): Case[] {
  const other = changed(MCP, { '/servers/postgres/version': '0.6.3' });
  const unknown = changed(MCP, { '/servers/postgres/postinstall': 'echo' });
  return [
    undecided(
      'lockfile-unsigned--signature-absent',
      'envelope.signatures',
      'Nobody has signed the lockfile, and --strict asks for it.',
      { 'mcp-tap.lock': MCP },
      strictly('mcp-tap.lock'),
    ),
    refuted(
      'lockfile-entry--subject-digest-mismatch',
      'subject.digest',
      'The version of one entry was changed after the signing.',
      { ...MCP_FILES, 'mcp-tap.lock': other },
      strictly('mcp-tap.lock'),
      2,
    ),
    refuted(
      'lockfile-unknown-field--subject-digest-mismatch',
      'subject.digest',
      'A field that no tool knows was added to one entry.',
      { ...MCP_FILES, 'mcp-tap.lock': unknown },
      strictly('mcp-tap.lock'),
      2,
    ),
    refuted(
      'lockfile-embedded-entry--signature-mismatch',
      'signature.valid',
      'The lockfile with its signature inside was changed: the block is over another statement.',
      { 'mcp-tap.lock': changed(embedded(MCP, MCP_SAID), { '/servers/postgres/version': '0.6.3' }) },
      strictly('mcp-tap.lock'),
    ),
    refuted(
      'lockfile-embedded-signer--signature-mismatch',
      'signature.valid',
      'The block names another signer than it was signed with.',
      { 'mcp-tap.lock': changed(embedded(MCP, MCP_SAID), { '/lockfile_signature/signer': 'mallory@mint.example' }) },
      strictly('mcp-tap.lock'),
    ),
    refuted(
      'lockfile-embedded-member--envelope-format',
      'envelope.format',
      'The block, which no signature covers, holds a member that is none of it.',
      { 'mcp-tap.lock': embedded(MCP, MCP_SAID, { more: 'text' }) },
      strictly('mcp-tap.lock'),
    ),
    refuted(
      'lockfile-said-algorithm--lockfile-claims',
      'lock.claims',
      'The signer says that he signed under another algorithm than he did.',
      { 'mcp-tap.lock': MCP, 'mcp-tap.lock.sig.json': detached(MCP, { ...MCP_SAID, algorithm: 'ecdsa-p256-sha256' }) },
      strictly('mcp-tap.lock'),
    ),
    refuted(
      'lockfile-said-syntax--lockfile-claims',
      'lock.claims',
      'The same data was signed as TOML.',
      { 'mcp-tap.lock': MCP, 'mcp-tap.lock.sig.json': detached(MCP, { ...MCP_SAID, syntax: 'toml' }) },
      strictly('mcp-tap.lock'),
    ),
    refuted(
      'lockfile-said-type--lockfile-claims',
      'lock.claims',
      'A statement of another type about the same octets is no signature of a lockfile.',
      {
        'mcp-tap.lock': MCP,
        'mcp-tap.lock.sig.json': detached(MCP, { ...MCP_SAID, type: 'https://mint.example/other/v1' }),
      },
      strictly('mcp-tap.lock'),
    ),
    undecided(
      'lockfile-other-signer--lockfile-signer',
      'lock.claims',
      'The signer calls himself otherwise than was asked for.',
      MCP_FILES,
      strictly('mcp-tap.lock', '--signer-id', 'release@mint.example'),
    ),
    refuted(
      'lockfile-number--json-number',
      'lock.canonical',
      'A number that becomes another one when it is read.',
      { 'a.json': '{"size": 9007199254740993}\n' },
      strictly('a.json'),
    ),
    refuted(
      'lockfile-twice--json-duplicate-key',
      'lock.canonical',
      'A member that stands twice.',
      { 'a.json': '{"a": 1, "a": 2}\n' },
      strictly('a.json'),
    ),
    refuted(
      'lockfile-time--lockfile-value',
      'lock.canonical',
      'A time of TOML finer than milliseconds, which readers cut.',
      { 'uv.lock': 'version = 1\nat = 2026-02-20T10:00:00.123456Z\n' },
      strictly('uv.lock'),
    ),
    refuted(
      'lockfile-yaml-key--lockfile-value',
      'lock.canonical',
      'A key `on` without quotes, which readers of YAML 1.1 take for the same as `true`, and those of 1.2 for a text.',
      { 'a.yaml': 'on: 1\n' },
      strictly('a.yaml'),
    ),
    refuted(
      'lockfile-yaml-quotes--subject-digest-mismatch',
      'subject.digest',
      'A number with an underscore, which some readers take for a text and others for 10000, was put in quotes.',
      { 'a.yaml': "a: '1_0e3'\n", 'a.yaml.sig.json': detached(UNDERSCORE, { name: 'a.yaml', syntax: 'yaml' }) },
      strictly('a.yaml'),
      2,
    ),
    {
      ...undecided(
        'lockfile-old--signature-absent',
        'envelope.signatures',
        'Without --strict an old lockfile that nobody has signed still works, with a warning.',
        { 'mcp-tap.lock': pretty(MCP) },
        verify('mcp-tap.lock'),
        1,
      ),
    },
  ];
}
