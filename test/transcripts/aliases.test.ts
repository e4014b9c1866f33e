// SPDX-License-Identifier: Apache-2.0
// First: what it catches must be caught before anything of the command line is loaded.
import '../attacks/program.ts';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { hash, hex } from '../../scripts/mint/bytes.ts';
import { pemFile } from '../../scripts/mint/cases/common.ts';
import { ARTIFACT, MESSAGE_V2 } from '../../scripts/mint/cases/good.ts';
import { IDENTITY, ISSUER } from '../../scripts/mint/fulcio.ts';
import { SIGNED_SECONDS, tsaA } from '../../scripts/mint/world.ts';
import { COMMON_FLAGS } from '../../src/cli/base-command.ts';
import { VERIFY_FLAGS } from '../../src/cli/verify-flags.ts';
import { envelope, FIXTURES, folder, SHARED_ROOT } from '../attacks/evidence.ts';
import { program } from '../attacks/program.ts';

/** What the words are tried on: a bundle with a timestamp, and an envelope under a plain key. */
const place = () =>
  folder({
    'artifact.txt': ARTIFACT,
    'b.json': seal(MESSAGE_V2).bundle,
    'e.json': envelope('ed25519'),
    'tsa.pem': pemFile(tsaA.certificate, tsaA.root.certificate),
  });
const AT = ['--at', '2026-03-01T00:00:00Z'];
const WHO = ['--certificate-identity', IDENTITY, '--certificate-oidc-issuer', ISSUER];
const ROOT = ['--trusted-root', SHARED_ROOT];
const KEY = join(FIXTURES, 'keys/ed25519.pub.pem');
const LAYOUT = join(FIXTURES, 'cases/layout-chain/root.layout');
const LINKS = join(FIXTURES, 'cases/layout-chain/links');
const IMAGE = join(FIXTURES, 'cases/oci-attestation/image');
const bundle = ['verify', 'artifact.txt', '--bundle', 'b.json'];
const signed = [...bundle, ...ROOT, ...WHO, ...AT];
const keyed = ['verify', 'artifact.txt', '--bundle', 'e.json'];
const digest = hex(hash('sha256', ARTIFACT));
const longer = hex(hash('sha512', ARTIFACT));

type Row = readonly [alias: string, words: readonly string[], canonical: readonly string[], rest: readonly string[]];
const same = (alias: string, canonical: string, value: string | null, rest: readonly string[]): Row => {
  const words = (name: string) => (value === null ? [name] : name.length === 2 ? [name, value] : [`${name}=${value}`]);
  return [alias, words(alias), words(canonical), rest];
};

/** ALIASES: each word of another verifier → the one of ours, and what stands around it. */
const ALIASES: readonly Row[] = [
  same('-p', '--policy', 'policy.yaml', [...bundle, ...ROOT, ...WHO, ...AT]),
  ...(
    [
      [
        '--source-uri',
        'github.com/acme/app',
        '--repo',
        '--repository',
        '--certificate-github-workflow-repository',
        '-R',
      ],
      ['--source-ref', 'refs/heads/main', '--ref', '--certificate-github-workflow-ref'],
      ['--source-digest', 'a'.repeat(40), '--sha', '--certificate-github-workflow-sha'],
      ['--workflow-name', 'release', '--name', '--certificate-github-workflow-name'],
      ['--workflow-trigger', 'push', '--trigger', '--certificate-github-workflow-trigger'],
    ] as const
  ).flatMap(([word, value, ...aliases]) =>
    aliases.map((alias) => same(alias, word, value, [...bundle, ...ROOT, ...WHO, ...AT])),
  ),
  ...['-b', '--attestations-path', '--provenance-path', '--provenance-file'].map((alias) =>
    same(alias, '--bundle', 'b.json', ['verify', 'artifact.txt', ...ROOT, ...WHO, ...AT]),
  ),
  ...['--custom-trusted-root', '--trust-config', '--trust-roots', '--trusted-root-path'].map((alias) =>
    same(alias, '--trusted-root', SHARED_ROOT, [...bundle, ...WHO, ...AT]),
  ),
  ...['--cert-identity', '--identity'].map((alias) =>
    same(alias, '--certificate-identity', IDENTITY, [...bundle, ...ROOT, '--certificate-oidc-issuer', ISSUER, ...AT]),
  ),
  ...['--cert-identity-regex', '--cert-identity-regexp'].map((alias) =>
    same(alias, '--certificate-identity-regexp', 'https://.*', [
      ...bundle,
      ...ROOT,
      '--certificate-oidc-issuer',
      ISSUER,
      ...AT,
    ]),
  ),
  ...['--cert-oidc-issuer', '--certificate-issuer', '--identity-provider'].map((alias) =>
    same(alias, '--certificate-oidc-issuer', ISSUER, [...bundle, ...ROOT, '--certificate-identity', IDENTITY, ...AT]),
  ),
  ...['--cert-oidc-issuer-regex', '--cert-oidc-issuer-regexp'].map((alias) =>
    same(alias, '--certificate-oidc-issuer-regexp', 'https://.*', [
      ...bundle,
      ...ROOT,
      '--certificate-identity',
      IDENTITY,
      ...AT,
    ]),
  ),
  ...['-k', '--public-key', '--public-key-path'].map((alias) => same(alias, '--key', KEY, [...keyed, ...AT])),
  same('--max-workers', '--workers', '2', signed),
  same('-l', '--layout', LAYOUT, ['verify', '--key', KEY, '--link-dir', LINKS, ...AT]),
  ...['-d', '-a', '--attestations-directory'].map((alias) =>
    same(alias, '--link-dir', LINKS, ['verify', '--layout', LAYOUT, '--key', KEY, ...AT]),
  ),
  same('--layout-keys', '--key', KEY, ['verify', '--layout', LAYOUT, '--link-dir', LINKS, ...AT]),
  same('--local-image', '--oci-layout', IMAGE, ['verify', ...ROOT, ...WHO, ...AT]),
  same('--max-workers', '--workers', '1', signed),
  same('--public-key-id', '--key-id', 'x', [...keyed, '--key', KEY, ...AT]),
  same('--predicate-type', '--type', 'slsaprovenance1', [...keyed, '--key', KEY, ...AT]),
  ...['-s', '--subject-digest', '--subject-hash'].map((alias) =>
    same(alias, '--digest', digest, ['verify', '--bundle', 'e.json', '--key', KEY, ...AT]),
  ),
  same('--digestAlg', '--digest-alg', 'sha512', [
    'verify',
    '--digest',
    longer,
    '--bundle',
    'b.json',
    ...ROOT,
    ...WHO,
    ...AT,
  ]),
  same('--ignore-rekor', '--insecure-ignore-tlog', null, signed),
  same('--use-signed-timestamps', '--require-timestamp', null, signed),
  same('--tsa-ca', '--timestamp-certificate-chain', 'tsa.pem', signed),
  same('--effective-time', '--at', '2026-03-01T00:00:00Z', [...bundle, ...ROOT, ...WHO]),
  same('--clock-tolerance', '--skew', '60', [...signed, '--not-after', '2026-02-01T11:59:30Z']),
  same('--store', '--trust-store', join(FIXTURES, 'cases/store-root/store'), [...bundle, ...WHO, ...AT]),
  same('--format', '--output', 'json', signed),
  same('-f', '-o', 'json', signed),
  same('-o', '--output', 'json', signed),
  same('--debug', '--verbose', null, signed),
  same('-v', '--verbose', null, signed),
  same('-q', '--quiet', null, signed),
];

/** Two spellings that are no aliases of the command line and mean the same. */
const SPELLINGS: readonly Row[] = [
  ['--json', ['--json'], ['--output', 'json'], signed],
  [
    '--attime',
    ['--attime', String(SIGNED_SECONDS + 100)],
    ['--at', '2026-02-01T12:01:40Z'],
    [...bundle, ...ROOT, ...WHO],
  ],
  ['--require-rekor', ['--require-rekor'], ['--tlog-threshold', '1'], signed],
  ['--require-timestamp', ['--require-timestamp'], ['--timestamp-threshold', '1'], signed],
  ['sha256:…', [`sha256:${digest}`], ['--digest', digest], ['verify', '--bundle', 'e.json', '--key', KEY, ...AT]],
  [
    'a type by its URI',
    ['--type', 'https://slsa.dev/provenance/v1'],
    ['--type', 'slsaprovenance1'],
    [...keyed, '--key', KEY, ...AT],
  ],
  ['--offline', ['--offline'], [], signed],
  ['--', [], ['--'], signed],
];

async function answer(words: readonly string[], rest: readonly string[], cwd: string) {
  const { code, stdout, stderr } = await program([...rest, '--deterministic', ...words], cwd);
  return { code, stdout, stderr };
}

describe('aliases', () => {
  it.each(ALIASES)('%s says the same as the word of ours', async (_, words, canonical, rest) => {
    const cwd = place();
    const [theirs, ours] = [await answer(words, rest, cwd), await answer(canonical, rest, cwd)];
    expect(theirs).toEqual(ours);
    expect(ours.stdout.length + ours.stderr.length).toBeGreaterThan(0);
  });
  it.each(SPELLINGS)('%s says what its other spelling says', async (_, words, canonical, rest) => {
    const cwd = place();
    expect(await answer(words, rest, cwd)).toEqual(await answer(canonical, rest, cwd));
  });
  it('are all here', () => {
    const tried = new Set(ALIASES.map(([alias]) => alias));
    for (const [name, flag] of Object.entries({ ...COMMON_FLAGS, ...VERIFY_FLAGS }) as [
      string,
      { aliases?: string[]; char?: string; charAliases?: string[] },
    ][]) {
      const words = [
        ...(flag.aliases ?? []).map((alias) => `--${alias}`),
        ...[flag.char ?? [], flag.charAliases ?? []].flat().map((char) => `-${char}`),
      ];
      for (const word of words) expect(tried, `${word} of --${name}`).toContain(word);
    }
  });
});
