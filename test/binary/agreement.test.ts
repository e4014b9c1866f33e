// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type JsonReport, meets, PROJECT, run } from '../support/cli.ts';
import { type CorpusCase, corpus, corpusCases } from '../support/corpora.ts';
import { CASES, describeBinary, fixture, scratch } from './support.ts';

const SAMPLE = [
  'bundle-v0.1-intoto-v1',
  'bundle-v0.3-dsse',
  'rekor-v2-hashedrekord-over-pae',
  'dsse-threshold-2-of-3',
  'dsse-key-rsa-pss',
  'engine-noble',
  'timestamp-forged--timestamp-signature',
  'subject-two-digests--subject-digest-conflict',
  'checkpoint-of-another-log--checkpoint-origin',
  'digest-operand-message',
  'check-timestamp',
  'check-chain-elsewhere--path-name-constraints',
  // Each comes to parts of the program that a usual run does without.
  'policy-met',
  'signed-policy-key',
  'expect-met',
  'folder',
  'zip',
  'tar-zstd',
  'oci-tar',
  'lock-pnpm',
  'lock-uv',
  'layout-chain',
  'registry-signature',
];

describeBinary('the binary and the program as one file', () => {
  it.each(SAMPLE)('say the same of %s, byte for byte', (name) => {
    const { command, cwd, exitCode } = fixture(name);
    const args = [...command, '--json', ...(command[0] === 'check' ? [] : ['--deterministic'])];
    const packaged = run(args, { cwd, binary: true });
    const bundled = run(args, { cwd });
    expect(packaged.code).toBe(exitCode);
    expect(packaged.code).toBe(bundled.code);
    expect(comparable(packaged.stdout)).toEqual(comparable(bundled.stdout));
    expect(packaged.stderr).toBe(bundled.stderr);
  });
});

describeBinary('the workers of the binary', () => {
  it('start out of it, and change nothing', () => {
    const folder = scratch();
    const from = join(CASES, 'dsse-key-ed25519');
    const envelope = readFileSync(join(from, 'artifact.dsse.json'), 'utf8');
    copyFileSync(join(from, 'artifact.txt'), join(folder, 'artifact.txt'));
    for (let i = 0; i < 420; i++) writeFileSync(join(folder, `${i}.json`), `${envelope}${' '.repeat(i)}\n`);
    const key = join(PROJECT, 'fixtures/keys/ed25519.pub.pem');
    const words = ['verify', folder, '--key', key, '--at', '2026-03-01T00:00:00Z', '--json', '--deterministic'];
    const alone = run([...words, '--workers', '1'], { binary: true });
    const shared = run([...words, '--workers', '2'], { binary: true });
    expect(alone.code, alone.stderr).toBe(0);
    expect(shared).toEqual(alone);
  });
});

/** A single step has no --deterministic: its `run` and clock are left out here. */
function comparable(stdout: string): unknown {
  const { run: _, at = '', ...rest } = JSON.parse(stdout) as JsonReport & { run: unknown; at: string | null };
  return rest.verdict === undefined ? stdout : { ...rest, at: at?.slice(0, 4) };
}

/** One accepted and one refused case of each corpus, as words of the command line (corpora README). */
const OPERATIONS: Readonly<
  Record<string, { readonly words: readonly string[]; readonly names: Readonly<Record<string, string>> }>
> = {
  'verify-bundle': { words: ['verify-bundle'], names: {} },
  'verify-dsse': { words: ['check', 'dsse'], names: { envelope: '' } },
  'verify-timestamp': {
    words: ['check', 'timestamp'],
    names: { tsr: '', roots: '--root', 'common-name': '--tsa-name' },
  },
  'verify-chain': { words: ['check', 'chain'], names: { leaf: '' } },
  'verify-sct': { words: ['check', 'sct'], names: { certificate: '' } },
  'verify-inclusion': { words: ['check', 'inclusion'], names: { proof: '' } },
  'verify-consistency': { words: ['check', 'consistency'], names: { proof: '' } },
};

function wordsOf(one: CorpusCase, folder: string): string[] | null {
  const operation = OPERATIONS[one.op];
  if (operation === undefined) return null;
  const protocol =
    one.args.every(([name]) => !name.endsWith('-regexp')) &&
    one.positional.every((word) => !/^sha(384|512):/.test(word));
  const command = one.op === 'verify-bundle' && !protocol ? ['verify'] : operation.words;
  const inPlace = (value: string) => (existsSync(join(folder, value)) ? join(folder, value) : value);
  const named = one.args.flatMap(([name, value]) => {
    const flag = operation.names[name] ?? `--${name}`;
    const values = flag === '--root' || flag === '--intermediate' ? value.split(',') : [value];
    return values.flatMap((each) => (flag === '' ? [inPlace(each)] : [flag, inPlace(each)]));
  });
  return [...command, ...named, ...one.positional.map(inPlace)];
}

for (const name of [
  'sigstore-conformance',
  'sigstore-js',
  'sigstore-python',
  'sigstore-rs',
  'cosign',
  'dsse',
  'rfc3161',
  'sct',
  'pkits',
  'merkle',
]) {
  const folder = corpus(name);
  if (folder === null) {
    it.skip(`corpus ${name} is not at hand`, () => {});
    continue;
  }
  describeBinary(`corpus ${name} through the binary`, () => {
    const known = corpusCases(folder).filter((one) => wordsOf(one, folder) !== null);
    for (const expected of ['accept', 'reject']) {
      const one = known.find(({ expect: wanted }) => wanted === expected);
      if (one === undefined) continue;
      it(`${one.name}: ${expected}`, () => {
        const found = run(wordsOf(one, folder)!, { binary: true });
        expect(meets(expected, found.code), `${found.code} ${found.stderr} ${found.stdout.slice(-200)}`).toBe(true);
      });
    }
  });
}

const vectors = corpus('wycheproof');
if (vectors === null) it.skip('corpus wycheproof is not at hand', () => {});
else
  describeBinary('published vectors through the binary', () => {
    const files = readdirSync(vectors, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('_test.json'),
    );
    it('are judged as published, in all files at once', () => {
      expect(files.length).toBeGreaterThan(0);
      const found = run(['selftest', ...files.flatMap((file) => ['--vectors', join(vectors, file)])], { binary: true });
      expect(found.code, found.stdout.slice(-400)).toBe(0);
    });
  });
