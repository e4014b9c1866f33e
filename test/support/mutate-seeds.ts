// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusCase, corpus, corpusCases } from './corpora.ts';
import type { GivenArtifact, Question, Wanted } from './examine.ts';
import { SIGSTORE_CORPORA } from './sigstore-corpora.ts';

/** One piece of evidence with everything that is needed to ask about it. */
export interface Seed {
  readonly name: string;
  readonly corpus: string;
  readonly bytes: Uint8Array;
  readonly artifact: GivenArtifact;
  readonly question: Question;
  readonly expect: 'accept' | 'reject' | 'either';
}

/** Later than everything that the corpora hold, so that nothing in them is from the future. */
const AT = '2027-01-01T00:00:00Z';
const ANYONE = { san: { pattern: '.*' }, issuer: { pattern: '.*' } } as const;

const CORPORA = [...SIGSTORE_CORPORA, 'pypi-attestations', 'npm'] as const;

/** Every Sigstore bundle of the corpora at hand, with each question that a case asks about it; empty where there are none. */
export function corpusSeeds(): Seed[] {
  const seeds = CORPORA.flatMap((name) => {
    const folder = corpus(name);
    return folder === null ? [] : corpusCases(folder).flatMap((one) => seedsOf(name, folder, one));
  });
  const seen = new Set<string>();
  return seeds.filter(({ bytes, artifact, question, expect }) => {
    const id = JSON.stringify([
      Buffer.from(bytes).toString('base64'),
      shown(artifact),
      question.identity,
      question.keys.length,
      digestish(question),
      expect,
    ]);
    return !seen.has(id) && seen.add(id);
  });
}

function shown(artifact: GivenArtifact): string {
  return typeof artifact === 'string' ? artifact : Buffer.from(artifact).toString('base64');
}

function digestish({ trustedRoot }: Question): string {
  return trustedRoot === null
    ? ''
    : `${trustedRoot.length} ${Buffer.from(trustedRoot.subarray(-64)).toString('latin1')}`;
}

const files = new Map<string, Uint8Array>();
/** One array per file, so that what is known of a trusted root is known once. */
function read(path: string): Uint8Array {
  const known = files.get(path) ?? new Uint8Array(readFileSync(path));
  files.set(path, known);
  return known;
}

function seedsOf(name: string, folder: string, one: CorpusCase): Seed[] {
  const value = (argument: string) => one.args.find(([given]) => given === argument)?.[1];
  const file = (argument: string) => {
    const path = value(argument);
    return path === undefined ? null : join(folder, path);
  };
  const trustedRoot = read(
    file('trusted-root') ?? join(folder, '../sigstore-trust-roots/public-good/targets/trusted_root.json'),
  );
  const base = { corpus: name, name: `${name}: ${one.name}` };
  if (one.op === 'verify-bundle') {
    const key = file('key');
    const question = {
      trustedRoot,
      identity: key === null ? identityOf(value) : null,
      keys: key === null ? [] : [read(key)],
      at: AT,
    };
    return [
      {
        ...base,
        bytes: read(file('bundle')!),
        artifact: operand(folder, one.positional[0]!),
        question,
        expect: one.expect,
      },
    ];
  }
  const anyone = { trustedRoot, identity: ANYONE, keys: [], at: AT };
  if (one.op === 'verify-slsa') {
    const bytes = read(file('provenance')!);
    // Its cases ask for source and builder as well: what the bundle alone is worth is not what they say.
    return isBundle(bytes)
      ? [{ ...base, bytes, artifact: operand(folder, one.positional[0]!), question: anyone, expect: 'either' }]
      : [];
  }
  if (one.op === 'verify-pypi' && value('publisher') === undefined) return pypiSeeds(base, file, value, trustedRoot);
  if (one.op === 'verify-npm')
    return npmSeeds(
      base,
      read(file('attestations')!),
      read(file('npm-keys')!),
      value('integrity') ?? read(file('tarball')!),
      anyone,
    );
  return [];
}

function identityOf(value: (argument: string) => string | undefined): { san: Wanted; issuer: Wanted } {
  const one = (name: string): Wanted => value(name) ?? { pattern: value(`${name}-regexp`)! };
  return { san: one('certificate-identity'), issuer: one('certificate-oidc-issuer') };
}

function operand(folder: string, text: string): GivenArtifact {
  const path = join(folder, text);
  return existsSync(path) ? read(path) : text;
}

function isBundle(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('"verificationMaterial"');
}

/** The distribution's Sigstore bundles, which stand beside its attestations. */
function pypiSeeds(
  base: { readonly corpus: string; readonly name: string },
  file: (argument: string) => string | null,
  value: (argument: string) => string | undefined,
  trustedRoot: Uint8Array,
): Seed[] {
  const path = `${file('attestation')!.replace(/(\.publish)?\.attestation$/, '')}.sigstore`;
  if (!existsSync(path)) return [];
  const question = { trustedRoot, identity: identityOf(value), keys: [], at: AT };
  return [
    {
      ...base,
      name: `${base.name} (bundle)`,
      bytes: read(path),
      artifact: read(file('distribution')!),
      question,
      expect: 'either',
    },
  ];
}

/** The registry's answer holds one bundle of the registry's key and one of a certificate. */
function npmSeeds(
  base: { readonly corpus: string; readonly name: string },
  attestations: Uint8Array,
  keys: Uint8Array,
  artifact: Uint8Array | string,
  anyone: Question,
): Seed[] {
  const { attestations: list } = JSON.parse(Buffer.from(attestations).toString()) as {
    attestations: { predicateType: string; bundle: { verificationMaterial: { publicKey?: unknown } } }[];
  };
  const given =
    typeof artifact === 'string' ? `sha512:${Buffer.from(artifact.slice(7), 'base64').toString('hex')}` : artifact;
  return list.map(({ predicateType, bundle }) => {
    const question =
      bundle.verificationMaterial.publicKey == null ? anyone : { ...anyone, identity: null, keys: [registryKey(keys)] };
    return {
      ...base,
      name: `${base.name} ${predicateType}`,
      bytes: new Uint8Array(Buffer.from(JSON.stringify(bundle))),
      artifact: given,
      question,
      expect: 'either',
    };
  });
}

function registryKey(keys: Uint8Array): Uint8Array {
  const list = (
    JSON.parse(Buffer.from(keys).toString()) as { keys: { keyUsage: string; publicKey: { rawBytes: string } }[] }
  ).keys;
  const { publicKey } = list.find(({ keyUsage }) => keyUsage === 'npm:attestations')!;
  return new Uint8Array(Buffer.from(publicKey.rawBytes, 'base64'));
}

const KNOWN_FLAGS = [
  'bundle',
  'trusted-root',
  'certificate-identity',
  'certificate-oidc-issuer',
  'certificate-identity-regexp',
  'certificate-oidc-issuer-regexp',
  'key',
  'key-scheme',
  'at',
];
const FIXTURES = join(import.meta.dirname, '../../fixtures/cases');

/** The project's own cases of `verify` with one artifact, one file of evidence and no flag beyond those of a question. */
export function fixtureSeeds(): Seed[] {
  return readdirSync(FIXTURES)
    .sort()
    .flatMap((name) => {
      const folder = join(FIXTURES, name);
      const { command, exitCode } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as {
        command: readonly string[];
        exitCode: number;
      };
      const seed = fixtureSeed(folder, command);
      return seed === null
        ? []
        : [
            {
              ...seed,
              corpus: 'fixtures',
              name: `fixtures: ${name}`,
              expect: exitCode === 0 ? ('accept' as const) : ('reject' as const),
            },
          ];
    });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function fixtureSeed(
  folder: string,
  [command, ...words]: readonly string[],
): Pick<Seed, 'bytes' | 'artifact' | 'question'> | null {
  if (command !== 'verify') return null;
  const flags: [string, string][] = [];
  const operands: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('--')) operands.push(word);
    else flags.push([word.slice(2), words[++i] ?? '']);
  }
  const values = (name: string) => flags.filter(([given]) => given === name).map(([, value]) => value);
  const paths = [...values('bundle'), ...values('key'), ...values('trusted-root')].map((path) => join(folder, path));
  if ([...operands.map((one) => join(folder, one)), ...paths].some(isFolder)) return null;
  if (operands.length !== 1 || values('bundle').length !== 1 || values('trusted-root').length > 1) return null;
  if (flags.some(([name]) => !KNOWN_FLAGS.includes(name)) || !paths.every(existsSync)) return null;
  const artifact = operand(folder, operands[0]!);
  if (typeof artifact === 'string' && !/^sha\d+:[0-9a-f]+$/.test(artifact)) return null;
  const [scheme] = values('key-scheme');
  const [root] = values('trusted-root');
  const keys = values('key').map((path) => read(join(folder, path)));
  const value = (name: string) => values(name)[0];
  const asked = value('certificate-identity') ?? value('certificate-identity-regexp');
  return {
    bytes: read(join(folder, values('bundle')[0]!)),
    artifact,
    question: {
      trustedRoot: root === undefined ? null : read(join(folder, root)),
      identity: asked === undefined ? null : identityOf(value),
      keys,
      ...(scheme === undefined ? {} : { keyScheme: scheme }),
      at: value('at') ?? AT,
    },
  };
}
