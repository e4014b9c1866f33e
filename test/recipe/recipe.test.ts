// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/model/checks.ts';
import { type JsonReport, PROJECT } from '../support/cli.ts';

const CASES = join(PROJECT, 'fixtures/cases');
const BUNDLE = process.env['FORENSIC_VERIFY_TEST_BUNDLE'] ?? 'not made';
const work = mkdtempSync(join(tmpdir(), 'fv-recipe-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
/** What a second examiner needs; a visible skip where it is missing. */
const describeOpenssl = hasOpenssl ? describe : describe.skip;

interface Expectation {
  readonly command: readonly string[];
  readonly exitCode: number;
}

function expectationOf(name: string): Expectation {
  return JSON.parse(readFileSync(join(CASES, name, 'expect.json'), 'utf8')) as Expectation;
}

let count = 0;
function record(name: string, words: readonly string[] = expectationOf(name).command) {
  const folder = join(work, String(count++));
  const node = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${work}`, BUNDLE];
  const { status, stderr, stdout } = spawnSync(process.execPath, [...node, 'explain', '--recipe', folder, ...words], {
    cwd: join(CASES, name),
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
    timeout: 60_000,
  });
  return { folder, status, stderr, stdout };
}

interface Repeated {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly result: string;
}

function repeat(folder: string, cwd: string, env: Record<string, string> = {}): Repeated {
  const { status, stdout } = spawnSync('sh', [join(folder, 'recipe.sh'), cwd], {
    cwd: work,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', ...env },
    timeout: 120_000,
  });
  const lines = stdout.trim().split('\n');
  return { status, lines: lines.slice(0, -1), result: lines.at(-1)! };
}

/** Checks that have at least one step, by the comments of the script. */
function repeatedChecks(folder: string): Set<string> {
  const script = readFileSync(join(folder, 'recipe.sh'), 'utf8');
  const comments = script.split('\n').filter((line) => /^# [a-z-]+\.[a-z-]+( |$)/.test(line));
  return new Set(comments.flatMap((line) => line.slice(2).split(' ')));
}

/** Checks that rest on a signature or a digest, each in a case where it passes. */
const REPEATED: Readonly<Record<string, readonly string[]>> = {
  'bundle-v0.3-dsse': [
    ...['input.read', 'log.entry', 'log.promise', 'log.inclusion', 'log.checkpoint', 'certificate.path'],
    ...['sct.signature', 'signature.valid', 'signature.threshold', 'subject.digest'],
  ],
  'bundle-v0.3-message': ['signature.valid', 'subject.digest', 'log.entry'],
  'certificate-p521': ['certificate.path', 'signature.valid'],
  'dsse-key-ed25519': ['signature.valid', 'subject.digest'],
  'dsse-key-p256-raw': ['signature.valid'],
  'dsse-key-rsa-pss': ['signature.valid'],
  'dsse-threshold-2-of-3': ['signature.threshold'],
  'digest-operand-message': ['signature.valid'],
  'rekor-v2-cosigned': ['log.inclusion', 'log.checkpoint', 'time.timestamp'],
  'two-timestamps': ['time.timestamp', 'signature.valid'],
  'registry-signature': ['package.signature'],
  'npm-package': ['signature.valid', 'subject.digest'],
  'oci-signature': ['signature.valid', 'image.blobs'],
  'layout-sublayout': ['layout.signature', 'step.threshold'],
  'custody-anchored': ['custody.links', 'custody.signature', 'custody.checkpoint', 'custody.anchors'],
  'custody-witnessed': ['custody.links', 'custody.signature', 'custody.checkpoint', 'custody.witnesses'],
  'custody-hand-off': ['custody.transfer', 'custody.links'],
  'check-chain': ['chain.path'],
  'check-checkpoint-quorum': ['checkpoint.signature', 'checkpoint.witnesses'],
  'check-consistency': ['consistency.proof'],
  'check-inclusion': ['inclusion.proof'],
  'check-note': ['note.signature'],
  'check-sct': ['sct.signature'],
  'check-signature-digest': ['signature.valid'],
  'check-timestamp': ['time.timestamp'],
  'merkle-verify': ['merkle.leaves', 'merkle.root'],
  'merkle-verify-proof': ['merkle.anchor'],
  'go-record-and-sum': ['sumdb.signature', 'sumdb.inclusion', 'module.hash'],
  'crl-silent': ['revocation.data', 'certificate.revocation', 'signature.valid'],
  'store-crl': ['revocation.data', 'trust.document'],
  'bag-signed': ['signature.valid', 'subject.digest'],
  tar: ['signature.valid', 'subject.digest'],
};

describeOpenssl('a recipe, run with openssl and sha256sum', () => {
  for (const [name, wanted] of Object.entries(REPEATED)) {
    it(`agrees with ${name}`, { timeout: 60_000 }, () => {
      const { folder, status, stderr } = record(name);
      expect(status, stderr).toBe(expectationOf(name).exitCode);
      const { lines, result } = repeat(folder, join(CASES, name));
      expect(lines.filter((line) => line.startsWith('DIFFERS'))).toEqual([]);
      if (name !== 'tar') expect(result).toBe('RESULT: ALL STEPS AGREE');
      for (const check of wanted) expect([...repeatedChecks(folder)], check).toContain(check);
      const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as JsonReport;
      const passed = report.items.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'passed'));
      for (const check of wanted) expect(passed.map(({ id }) => id)).toContain(check);
    });
  }

  it.each([
    [
      'tuf-mirror',
      ['tuf.pin', 'tuf.root', 'tuf.timestamp', 'tuf.snapshot', 'tuf.targets', 'tuf.target'],
      /canonical form of "signed" in mirror\/metadata\/1\.root\.json: openssl does no JSON/,
      ['tuf.freshness'],
    ],
    [
      'kit',
      ['kit.format', 'kit.signature', 'kit.files'],
      /kit\.files: whether another file lies in the kit/,
      ['kit.samples'],
    ],
  ] as const)('repeats %s, and says by name what it cannot', { timeout: 60_000 }, (name, wanted, undone, byEye) => {
    const { folder, status, stderr } = record(name);
    expect(status, stderr).toBe(0);
    const { lines, result } = repeat(folder, join(CASES, name));
    expect(lines.filter((line) => line.startsWith('DIFFERS'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('NOT DONE')).join('\n')).toMatch(undone);
    expect(lines.flatMap((line) => (line.startsWith('by eye   ') ? [line.slice(9)] : []))).toEqual(byEye);
    expect(result).toBe('RESULT: NONE DIFFERS, AND SOME WERE NOT DONE');
    expect([...repeatedChecks(folder)]).toEqual(expect.arrayContaining([...wanted]));
  });

  it('counts distinct keys, and agrees that there are too few', { timeout: 60_000 }, () => {
    const told = (name: string, answer: string) => {
      const { folder, status } = record(name);
      expect(status).toBe(expectationOf(name).exitCode);
      expect(repeat(folder, join(CASES, name)).lines.filter((line) => line.startsWith('DIFFERS'))).toEqual([]);
      expect(readFileSync(join(folder, 'recipe.sh'), 'utf8')).toMatch(new RegExp(`^counted C\\d+ ${answer} 2 S`, 'm'));
      return folder;
    };
    told('tuf-same-key-twice--tuf-threshold', 'no');
    const folder = told('tuf-mirror', 'yes');
    const script = readFileSync(join(folder, 'recipe.sh'), 'utf8');
    const [, first, second] = /^counted C1 yes 2 (S\S+) (S\S+)$/m.exec(script)!;
    // One signature twice is one key.
    writeFileSync(join(folder, 'recipe.sh'), script.replace(`yes 2 ${first} ${second}`, `yes 2 ${first} ${first}`));
    expect(repeat(folder, join(CASES, 'tuf-mirror')).lines.filter((line) => line.startsWith('DIFFERS'))).toEqual([
      'DIFFERS  C1  enough keys: told yes, found no',
    ]);
  });

  it('agrees that what is refuted does not verify', { timeout: 60_000 }, () => {
    for (const name of [
      'bundle-other-key--signature-mismatch',
      'check-inclusion-other-root--inclusion-root-mismatch',
      'kit-other-key--kit-signature',
      'crl-forged--crl-signature',
    ]) {
      if (!existsSync(join(CASES, name))) continue;
      const { folder, status } = record(name);
      expect(status).toBe(expectationOf(name).exitCode);
      const { lines, result } = repeat(folder, join(CASES, name));
      expect(lines.filter((line) => line.startsWith('DIFFERS'))).toEqual([]);
      if (!name.startsWith('kit')) expect(result).toBe('RESULT: ALL STEPS AGREE');
    }
    const { folder } = record('bundle-other-key--signature-mismatch');
    expect(readFileSync(join(folder, 'recipe.sh'), 'utf8')).toMatch(/^signature S\d+ no openssl/m);
  });

  it.each([
    'bundle-v0.3-dsse',
    'custody-anchored',
    'rekor-v2-cosigned',
    'dsse-key-ed25519',
    'tuf-mirror',
    'kit',
    'store-crl',
  ])('sees one octet that is changed in any of its files: %s', { timeout: 600_000 }, (name) => {
    const { folder } = record(name);
    const all = readdirSync(folder).filter((file) => /\.(bin|pem)$/.test(file));
    // Every file of a small recipe; of a large one some of each kind.
    const files = all.length < 60 ? all : all.filter((_, i) => i % Math.ceil(all.length / 60) === 0);
    for (const file of files) {
      const path = join(folder, file);
      const before = readFileSync(path);
      const after = Buffer.from(before);
      const at = file.endsWith('.pem') ? after.indexOf('\n') + 40 : after.length >> 1;
      after[at] = after[at]! ^ 0x01;
      writeFileSync(path, after);
      const { status, lines } = repeat(folder, join(CASES, name));
      writeFileSync(path, before);
      expect([file, status, lines.some((line) => line.startsWith('DIFFERS'))]).toEqual([file, 1, true]);
    }
  });

  it('sees an input that is changed, and says which is not at hand', { timeout: 60_000 }, () => {
    const name = 'dsse-key-ed25519';
    const { folder } = record(name);
    const elsewhere = join(mkdtempSync(join(work, 'inputs-')), 'cases', name);
    mkdirSync(elsewhere, { recursive: true });
    const missing = repeat(folder, elsewhere);
    expect([missing.status, missing.result]).toEqual([5, 'RESULT: NONE DIFFERS, AND SOME WERE NOT DONE']);
    const { inputs } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { inputs: { name: string }[] };
    for (const input of inputs) {
      const place = join(elsewhere, input.name);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, readFileSync(join(CASES, name, input.name)));
    }
    expect(repeat(folder, elsewhere).status).toBe(0);
    const artifact = inputs.find((input) => input.name.startsWith('artifact'))!;
    writeFileSync(join(elsewhere, artifact.name), 'another');
    const changed = repeat(folder, elsewhere);
    expect([changed.status, changed.lines.some((line) => line.startsWith('DIFFERS  I'))]).toEqual([1, true]);
  });

  it('keeps shared secrets out, and repeats a code where the secret is given', { timeout: 60_000 }, () => {
    const name = 'check-mac';
    const { folder } = record(name);
    const secretFile = expectationOf(name).command[expectationOf(name).command.indexOf('--hmac-key') + 1]!;
    const secret = readFileSync(join(CASES, name, secretFile));
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes(secret)).toBe(false);
    expect(repeat(folder, join(CASES, name)).status).toBe(5);
    expect(repeat(folder, join(CASES, name), { HMAC_SECRET_HEX: secret.toString('hex') }).status).toBe(0);
    expect(repeat(folder, join(CASES, name), { HMAC_SECRET_HEX: '00' }).status).toBe(1);
  });

  it('has names of hostile inputs within quotes alone', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(work, 'hostile-'));
    const name = "a'; touch ran; $(touch ran) `touch ran` #\n-e.txt";
    writeFileSync(join(folder, name), 'text');
    const recipe = record('dsse-key-ed25519', [
      'verify',
      join(folder, name),
      '--key',
      join(CASES, 'dsse-key-ed25519', keyOf('dsse-key-ed25519')),
    ]);
    expect(recipe.stderr).toContain('a recipe of');
    const { status, lines } = repeat(recipe.folder, folder);
    expect([status, lines.filter((line) => !/^(agrees|by eye) /.test(line))]).toEqual([0, []]);
    expect(
      existsSync(join(work, 'ran')) || existsSync(join(folder, 'ran')) || existsSync(join(recipe.folder, 'ran')),
    ).toBe(false);
  });

  it('tells every check of the report, with its steps or that it has none', () => {
    const { folder } = record('bundle-v0.3-dsse');
    const text = readFileSync(join(folder, 'README.txt'), 'utf8');
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as JsonReport;
    for (const { id } of report.items.flatMap(({ checks }) => checks)) expect(text).toContain(`  ${id}: passed`);
    expect(text).toContain(CHECKS['certificate.identity'].split(' ').slice(0, 6).join(' '));
    for (const line of text.split('\n')) expect(line.length <= 80 || !line.trim().includes(' '), line).toBe(true);
  });

  it('is the same octets each time', () => {
    const words = [...expectationOf('bundle-v0.3-dsse').command, '--deterministic'];
    const [a, b] = [record('bundle-v0.3-dsse', words).folder, record('bundle-v0.3-dsse', words).folder];
    expect(readdirSync(a)).toEqual(readdirSync(b));
    for (const file of readdirSync(a))
      expect(readFileSync(join(a, file)).equals(readFileSync(join(b, file))), file).toBe(true);
  });
});

/** A checkpoint that a log with an ML-DSA-44 key has signed (C2SP tlog-cosignature), and the words that verify it. */
function mlDsaNote(folder: string): string[] {
  const pair = generateKeyPairSync('ml-dsa-44' as 'ed25519') as unknown as Record<string, KeyObject>;
  const name = 'pq.example/log';
  const material = Buffer.from([6, ...pair['publicKey']!.export({ type: 'spki', format: 'der' }).subarray(22)]);
  const id = createHash('sha256').update(`${name}\n`).update(material).digest().subarray(0, 4);
  const root = Buffer.alloc(32, 7);
  const number = (value: bigint) => {
    const octets = Buffer.alloc(8);
    octets.writeBigUInt64BE(value);
    return octets;
  };
  const whole = [Buffer.from([name.length]), Buffer.from(name)];
  const message = Buffer.concat([
    ...[Buffer.from('subtree/v1\n\0'), ...whole, number(0n), ...whole, number(0n), number(5n), root],
  ]);
  const signature = Buffer.concat([id, number(0n), sign(null, message, pair['privateKey']!)]).toString('base64');
  writeFileSync(join(folder, 'tree.note'), `${name}\n5\n${root.toString('base64')}\n\n\u2014 ${name} ${signature}\n`);
  writeFileSync(join(folder, 'log.vkey'), `${name}+${id.toString('hex')}+${material.toString('base64')}\n`);
  return ['check', 'checkpoint', join(folder, 'tree.note'), '--key', join(folder, 'log.vkey')];
}

/** Stands in for an openssl of 3.5: what it is asked of ML-DSA is answered by the OpenSSL that is in node, all else by the one of the system. */
const NEWER = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const { createPublicKey, verify } = require('node:crypto');
const { spawnSync } = require('node:child_process');
const words = process.argv.slice(2);
const after = (word) => words[words.indexOf(word) + 1];
if (words[0] === 'list') { console.log('  { 2.16.840.1.101.3.4.3.17, id-ml-dsa-44, ML-DSA-44, MLDSA44 } @ default'); process.exit(0); }
if (words.includes('-rawin')) {
  const key = createPublicKey(readFileSync(after('-inkey')));
  process.exit(verify(null, readFileSync(after('-in')), key, readFileSync(after('-sigfile'))) ? 0 : 1);
}
process.exit(spawnSync('/usr/bin/openssl', words, { stdio: 'inherit' }).status ?? 1);
`;

describeOpenssl('a recipe with ML-DSA', () => {
  const folder = mkdtempSync(join(work, 'ml-dsa-'));
  const recipe = record('dsse-key-ed25519', mlDsaNote(folder));
  const known = spawnSync('openssl', ['list', '-signature-algorithms'], { encoding: 'utf8' }).stdout;
  const hasMlDsa = /ml-dsa-44/i.test(known);

  it('says which steps need which openssl', () => {
    expect(recipe.status, recipe.stderr + recipe.stdout).toBe(0);
    const script = readFileSync(join(recipe.folder, 'recipe.sh'), 'utf8');
    expect(script).toMatch(/^# openssl 3\.5 or later is needed for ML-DSA: S1$/m);
    expect(readFileSync(join(recipe.folder, 'README.txt'), 'utf8')).toContain('ML-DSA wants openssl 3.5');
    expect([...repeatedChecks(recipe.folder)]).toContain('checkpoint.signature');
  });
  it.runIf(hasMlDsa)('is run by the openssl of this system, which has it', () => {
    expect(repeat(recipe.folder, folder).result).toBe('RESULT: ALL STEPS AGREE');
  });
  it.runIf(!hasMlDsa)('is not done by an older openssl, which is named, and never taken for a difference', () => {
    const { status, lines, result } = repeat(recipe.folder, folder);
    expect([status, result]).toEqual([5, 'RESULT: NONE DIFFERS, AND SOME WERE NOT DONE']);
    expect(lines.filter((line) => !/^(agrees|by eye) /.test(line))).toEqual([
      expect.stringMatching(/^NOT DONE S1 {2}ML-DSA wants openssl 3\.5 or later, and this is OpenSSL /),
    ]);
  });
  it('agrees where openssl has it, and sees one octet that is changed', { timeout: 60_000 }, () => {
    const bin = mkdtempSync(join(work, 'newer-'));
    writeFileSync(join(bin, 'openssl'), NEWER, { mode: 0o755 });
    const env = { PATH: `${bin}:/usr/bin:/bin` };
    const { status, lines, result } = repeat(recipe.folder, folder, env);
    expect([status, result, lines.includes('agrees   S1')]).toEqual([0, 'RESULT: ALL STEPS AGREE', true]);
    for (const file of readdirSync(recipe.folder).filter((one) => /^(S1.*\.bin|key-.*\.pem)$/.test(one))) {
      const path = join(recipe.folder, file);
      const before = readFileSync(path);
      const after = Buffer.from(before);
      const at = file.endsWith('.pem') ? after.indexOf('\n') + 400 : after.length >> 1;
      after[at] = after[at]! ^ 0x01;
      writeFileSync(path, after);
      const changed = repeat(recipe.folder, folder, env);
      writeFileSync(path, before);
      expect([file, changed.status]).toEqual([file, 1]);
    }
  });
});

describe('what a recipe cannot be of', () => {
  it.each([
    [['inspect', 'bundle.sigstore.json'], 'judges no evidence'],
    [[], 'a recipe of what'],
  ])('%j', (words, said) => {
    const { status, stderr } = record('bundle-v0.3-dsse', words);
    expect([status, stderr.replace(/\s+/g, ' ')]).toEqual([64, expect.stringContaining(said)]);
  });

  it('a folder that is there', () => {
    const { folder } = record('dsse-key-ed25519');
    const node = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${work}`, BUNDLE];
    const again = spawnSync(process.execPath, [...node, 'explain', '--recipe', folder, 'verify', 'x'], {
      encoding: 'utf8',
    });
    expect([again.status, again.stderr]).toEqual([64, expect.stringContaining('exists')]);
  });
});

function keyOf(name: string): string {
  const { command } = expectationOf(name);
  return command[command.indexOf('--key') + 1]!;
}
