// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { base64, flipped, fromBase64, utf8 } from '../../scripts/mint/bytes.ts';
import { AT } from '../../scripts/mint/case.ts';
import { ARTIFACT, MESSAGE, OTHER } from '../../scripts/mint/cases/good.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { changed, type JsonObject, textAt } from '../../scripts/mint/json.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { passed, skipped } from '../../src/model/check.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import { EXIT_CODES, worstExitCode } from '../../src/policy/exit-code.ts';
import { judge } from '../../src/policy/judge.ts';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { PROJECT } from '../support/cli.ts';
import {
  accepted,
  envelope,
  fixtureCases,
  folder,
  keyOf,
  refused,
  refusesCase,
  verifyBundle,
  verifyEnvelope,
} from './evidence.ts';
import { judged, program } from './program.ts';

const VERDICTS = [0, 1, 2, 3, 4, 5];
const GOOD = envelope('ed25519');
const TAMPERED = changed(GOOD, {
  '/signatures/0/sig': base64(flipped(fromBase64(textAt(GOOD, '/signatures/0/sig')), 0)),
});
let place = '';
beforeAll(() => {
  place = folder({
    'artifact.txt': ARTIFACT,
    'good.json': GOOD,
    'bad.json': TAMPERED,
    'large.json': JSON.stringify(Array(200_000).fill('text')),
  });
});

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as a process, `"$@"` of a shell script, or with a module of ours in front of it that breaks something. */
function start(
  args: readonly string[],
  how: { script?: string; broken?: string; env?: Record<string, string>; cwd?: string } = {},
): Ended {
  const preload =
    how.broken === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(how.broken)}`];
  const words = [
    process.execPath,
    '--permission',
    '--allow-fs-read=*',
    ...preload,
    process.env['FORENSIC_VERIFY_TEST_BUNDLE']!,
    ...args,
  ];
  const [command, rest] =
    how.script === undefined ? [words[0]!, words.slice(1)] : ['/bin/bash', ['-c', how.script, 'bash', ...words]];
  const { status, signal, stdout, stderr } = spawnSync(command, rest, {
    cwd: how.cwd ?? place,
    env: how.env ?? { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
    input: '',
    timeout: 30_000,
  });
  return { code: status, signal, stdout, stderr };
}

const words = (file: string, ...more: string[]) => [
  'verify',
  'artifact.txt',
  '--bundle',
  file,
  ...keyOf('ed25519'),
  ...AT,
  ...more,
];

describe('A01 · crash looks like "warning"', () => {
  // Whatever breaks at whichever boundary: reading, decoding, hashing, verifying, judging, rendering.
  const sites = [
    'import fs from "node:fs"; fs.fstatSync = () => { throw new TypeError("broken") }',
    'JSON.parse = () => { throw new TypeError("broken") }',
    'Uint8Array.prototype.subarray = () => { throw new RangeError("broken") }',
    'import crypto from "node:crypto"; crypto.hash = () => { throw new TypeError("broken") }',
    'import crypto from "node:crypto"; crypto.verify = () => { throw new TypeError("broken") }',
    'Map.prototype.get = () => { throw new TypeError("broken") }',
    'JSON.stringify = () => { throw new TypeError("broken") }',
    'String.prototype.padEnd = () => { throw null }',
    'Object.keys = () => { throw new TypeError("broken") }',
    'Object.create = () => { throw new TypeError("broken") }',
    'setTimeout(() => { throw new Error("late") }, 0)',
    'setTimeout(() => Promise.reject(new Error("late")), 0)',
  ];
  it.each(sites)('%s', (broken) => {
    for (const more of [[], ['--json']]) {
      const ended = start(words('good.json', ...more), { broken });
      expect(ended.code, ended.stdout + ended.stderr).toBe(70);
      expect(ended.stderr).toContain('internal error');
      expect(ended.stderr).not.toMatch(/\n\s+at /);
    }
  });
  it('says so in one JSON document', () => {
    const ended = start(words('good.json', '--json'), { broken: sites[4]! });
    expect(JSON.parse(ended.stdout)).toMatchObject({ exitCode: 70, kind: 'internal error' });
  });
  it('a command that throws anything at all', () => {
    for (const thrown of [
      'new TypeError("x")',
      'null',
      'undefined',
      '7',
      '({ exitCode: 0 })',
      '({ oclif: { exit: 0 } })',
      'Object.assign(new Error("x"), { oclif: { exit: 1 }, code: "EEXIT" })',
      '{ get message() { return "y" } }',
    ]) {
      expect(driven(`throw ${thrown}`).code, thrown).toBe(70);
      expect(driven(`return Promise.reject(${thrown})`).code, thrown).toBe(70);
    }
  });
  it('the framework’s own codes do not leak: a typo is 64, and never 1 or 2', async () => {
    for (const args of [
      ['verfy'],
      ['verify', '--bundel', 'x'],
      ['check'],
      ['check', 'jsn'],
      ['check', 'json'],
      ['check', 'json', 'a', 'b'],
      ['verify', '--bundle'],
      ['verify', '--engine', 'x', 'a'],
      ['--bogus'],
      ['inspect'],
      ['selftest', '--bogus'],
    ]) {
      expect((await program(args, place)).code, args.join(' ')).toBe(64);
    }
  });
});

/** The program's own modules, with a command in place of `inspect` whose body is given. */
function driven(body: string): Ended {
  const driver = `
    import ${JSON.stringify(join(PROJECT, 'src/cli/environment.ts'))};
    const { COMMANDS } = await import(${JSON.stringify(join(PROJECT, 'src/cli/commands.ts'))});
    const { BaseCommand } = await import(${JSON.stringify(join(PROJECT, 'src/cli/base-command.ts'))});
    const { runProgram } = await import(${JSON.stringify(join(PROJECT, 'src/cli/program.ts'))});
    class Broken extends BaseCommand { async run() { ${body} } }
    COMMANDS.inspect.load = async () => ({ default: Broken });
    void runProgram(['inspect']);`;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', driver], {
    cwd: PROJECT,
    env: {},
    encoding: 'utf8',
  });
  return { code: status, signal, stdout, stderr };
}

describe('A02 · unsettled promise', () => {
  it('ends in 70, not in 0', () => {
    expect(driven('await new Promise(() => {})').code).toBe(70);
    expect(driven('return new Promise(() => {})').code).toBe(70);
  });
  it('a command that ends without a word ends in 70', () => {
    expect(driven('').code).toBe(70);
  });
  it('a code that was settled stands, but for a fault that comes later', () => {
    const settle = `const { settle } = await import(${JSON.stringify(join(PROJECT, 'src/cli/settle.ts'))});`;
    expect(driven(`${settle} settle(3); settle(0)`).code).toBe(3);
    expect(driven(`${settle} settle(0); throw new Error('late')`).code).toBe(70);
    expect(driven(`${settle} settle(0); setTimeout(() => { throw new Error('late') }, 5)`).code).toBe(70);
  });
});

describe('A03 · report lost, exit 0', () => {
  it('a full disk is 74, for every kind of report', () => {
    for (const args of [
      words('good.json'),
      words('good.json', '--json'),
      words('good.json', '--quiet'),
      words('bad.json'),
      ['--help'],
      ['--version'],
      ['verify', '--help'],
      ['explain', 'key-weak'],
      ['check', 'canonical', 'good.json'],
      ['check', 'json', 'good.json'],
    ]) {
      const ended = start(args, { script: '"$@" > /dev/full' });
      expect(ended.code, args.join(' ')).toBe(74);
      expect(ended.stderr).toContain('output error');
    }
  });
  it('a full disk under a usage error with --json is 74', () => {
    expect(start(['verify', '--json', '--bogus'], { script: '"$@" > /dev/full' }).code).toBe(74);
  });
  it('a reader that has gone is 74', () => {
    const gone = '{ sleep 0.2; "$@"; echo $? >&2; } | true';
    expect(start(words('good.json', '--json'), { script: gone }).stderr.trim().split('\n').at(-1)).toBe('74');
    const early = '{ "$@"; echo $? >&2; } | head -c 10';
    const ended = start(['check', 'canonical', 'large.json'], { script: early });
    expect(ended.stdout).toHaveLength(10);
    expect(ended.stderr.trim().split('\n').at(-1)).toBe('74');
  });
  it('a slow reader gets all of it', () => {
    const ended = start(['check', 'canonical', 'large.json'], {
      script: 'set -o pipefail; "$@" | { sleep 0.3; wc -c; }',
    });
    expect(ended.stdout.trim()).toBe(String(JSON.stringify(Array(200_000).fill('text')).length));
    expect(ended.code).toBe(0);
  });
  it('a limit of the file size is no success', () => {
    const ended = start(words('good.json', '--json'), {
      script: 'ulimit -f 1; "$@" > out.json',
      cwd: folder({ 'artifact.txt': ARTIFACT, 'good.json': GOOD }),
    });
    expect(ended.code).not.toBe(0);
    expect(VERDICTS).not.toContain(ended.code);
  });
  it('a closed standard output is 74, though Node puts the null device in its place; the null device itself is an output', () => {
    for (const file of ['good.json', 'bad.json', 'absent.json'])
      expect(start(words(file), { script: '"$@" >&-' }).code).toBe(74);
    expect(start(words('bad.json'), { script: '"$@" >&- 2>&- <&-' }).code).toBe(74);
    expect(start(words('good.json'), { script: '"$@" >&-' }).stderr).toContain('standard output was closed');
    for (const [file, code] of [
      ['good.json', 0],
      ['bad.json', 3],
    ] as const)
      expect(start(words(file), { script: '"$@" > /dev/null' }).code).toBe(code);
  });
  it('standard error alone changes no verdict', () => {
    for (const end of ['2>/dev/full', '2>&-']) {
      expect(start(words('good.json'), { script: `"$@" ${end}` }).code).toBe(0);
      expect(start(words('bad.json'), { script: `"$@" ${end}` }).code).toBe(3);
      expect(start(['verfy'], { script: `"$@" ${end}` }).code).toBe(64);
    }
  });
});

describe('A04 · panic swallowed, exit 0', () => {
  it('empty certificate sets are refused by name', async () => {
    await refusesCase('bundle-chain-empty--bundle-material');
    await refusesCase('bundle-no-material--bundle-material');
    await refusesCase('certificate-malformed--prerequisite-not-passed').catch(() => {});
    const empty = changed(seal(MESSAGE).bundle, { '/verificationMaterial/certificate/rawBytes': '' });
    const outcome = await verifyBundle(empty);
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toHaveLength(1);
  });
  it('no catch of the program ends without throwing, but for those that say what they let pass', () => {
    const sources = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.includes('generated'),
    );
    const silent = sources.filter((name) => {
      const text = readFileSync(join(PROJECT, 'src', name), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      return text
        .split(/\bcatch\b/)
        .slice(1)
        .some((rest) => /^\s*(\(|\{)/.test(rest) && !/\bthrow\b|\bfail\(|\bsettle\(/.test(blockOf(rest)));
    });
    expect(silent).toEqual([]);
  });
});

/** The first braced block of a text. */
function blockOf(text: string): string {
  let depth = 0;
  const open = text.indexOf('{');
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return text.slice(open, i);
  }
  return text;
}

describe('A05 · zero on "nothing found"', () => {
  const nothing: Readonly<Record<string, readonly [string, string]>> = {
    'an empty file': ['', 'input-empty'],
    'white space': [' \n', 'json-invalid'],
    'an empty list': ['[]', 'input-not-recognised'],
    'an empty object': ['{}', 'input-not-recognised'],
    null: ['null', 'input-not-recognised'],
    'lines of nothing known': ['{}\n{"a":1}\n', 'input-not-recognised'],
  };
  it.each(Object.keys(nothing))('%s', async (what) => {
    const [text, reason] = nothing[what]!;
    const outcome = await verifyEnvelope(text);
    expect(outcome.reasons).toEqual([reason]);
    expect([3, 4]).toContain(outcome.code);
  });
  it('no operands, no files, nothing that names the artifact', async () => {
    for (const args of [[], ['verify'], ['verify', ...keyOf('ed25519')], ['verify', '--json']])
      expect((await program(args, place)).code, args.join(' ')).toBe(64);
    await refusesCase('artifact-alone--signature-absent');
    await refusesCase('bundle--input-missing', 4);
    await refusesCase('artifact--input-missing', 4);
    refused(await judged(['verify', `sha256:${'00'.repeat(32)}`, ...keyOf('ed25519')], place), 3, 'signature-absent');
  });
  it('an unset variable is no operand', () => {
    for (const script of [
      '"$@" verify "$UNSET" --bundle good.json',
      '"$@" verify artifact.txt --bundle "$UNSET"',
      '"$@" verify artifact.txt --bundle good.json --key "$UNSET"',
      '"$@" verify $UNSET',
      '"$@" check json "$UNSET"',
      '"$@" "$UNSET"',
    ]) {
      const ended = start([], { script });
      expect(ended.code, script + ended.stderr).toBe(64);
    }
  });
  it('a folder and a device are no evidence, and are not waited for', async () => {
    for (const operand of ['.', '/dev/zero', '/dev/null', '/proc/self/mem']) {
      const outcome = await judged(['verify', 'artifact.txt', '--bundle', operand, ...keyOf('ed25519')], place);
      expect([3, 4], operand).toContain(outcome.code);
    }
  });
  it('a vector file without vectors', async () => {
    const outcome = await judged(
      ['selftest', '--vectors', 'v.json'],
      folder({ 'v.json': '{"algorithm":"EDDSA","testGroups":[]}' }),
    );
    expect(outcome.code).toBe(3);
  });
});

describe('A06 · error ignored, text says OK', () => {
  it('an unparsable payload under a good signature', async () => {
    for (const payload of ['not json', '{"_type":', '[]', '""', '{}']) {
      const outcome = await verifyEnvelope(envelopeJson(signedEnvelope(utf8(payload), [PLAIN.ed25519])));
      expect(outcome.code, payload).toBe(3);
      expect(outcome.checks.find(({ id }) => id === 'signature.valid')!.outcome).toBe('passed');
      const text = await program(
        ['verify', 'artifact.txt', '--bundle', 'e.json', ...keyOf('ed25519')],
        folder({ 'artifact.txt': ARTIFACT, 'e.json': envelopeJson(signedEnvelope(utf8(payload), [PLAIN.ed25519])) }),
      );
      expect(text.stdout).toContain('VERDICT: REJECT');
    }
  });
  it('a check that did not run rejects alone, and is listed', async () => {
    const at = { evidence: 'e', pointer: '' };
    const checks = [passed('signature.valid', at), skipped('subject.digest', at, 'statement.format')];
    const item = { ...EMPTY_ITEM, name: 'e', kind: 'dsse', checks } as const;
    expect(judge(item, DEFAULT_POLICY)).toMatchObject({ exitCode: 3, decision: 'reject' });
    const outcome = await verifyEnvelope(envelopeJson(signedEnvelope(utf8('{}'), [PLAIN.ed25519])));
    const unrun = outcome.checks.filter((check) => check.outcome === 'skipped').map(({ id }) => id);
    expect(unrun).toEqual(expect.arrayContaining(['statement.predicate', 'subject.digest']));
  });
  it('a check that did not run is a failure: no fixture passes with one that was skipped', async () => {
    for (const { command, folder: cwd, exitCode } of fixtureCases()) {
      if (exitCode !== 0 || command[0] !== 'verify') continue;
      const outcome = await judged(command, cwd);
      expect(outcome.checks.filter((check) => check.outcome !== 'passed')).toEqual([]);
      expect(outcome.checks.length).toBeGreaterThan(1);
    }
  });
});

describe('A07 · verdict, JSON and exit code disagree', () => {
  const cases = fixtureCases();
  it(`agree on all ${cases.length} fixtures, in text and in JSON`, async () => {
    for (const { name, command, folder: cwd, exitCode } of cases) {
      const plain = command.filter((word) => word !== '--json');
      const text = await program(plain, cwd);
      expect(text.code, name).toBe(exitCode);
      const outcome = await judged(plain, cwd);
      expect(outcome.code, name).toBe(exitCode);
      if (outcome.report === null) continue;
      // A replay has its report inside; of rows that nobody has signed there is no verdict.
      const { verdict, items } =
        (outcome.report as unknown as { report?: typeof outcome.report }).report ?? outcome.report;
      expect(verdict.exitCode, name).toBe(exitCode);
      if (text.stdout.includes('\nNO VERDICT: ')) {
        expect(exitCode, name).toBe(0);
        continue;
      }
      expect(verdict.decision, name).toBe(exitCode === 0 ? 'accept' : exitCode === 1 ? 'warn' : 'reject');
      expect(worstExitCode((items as unknown as { exitCode: 0 | 3 }[]).map((item) => item.exitCode)), name).toBe(
        exitCode,
      );
      if (plain[1] === 'canonical') continue;
      expect(text.stdout, name).toContain(
        `\nVERDICT: ${verdict.decision.toUpperCase()}  ${verdict.indication}  (exit ${exitCode})\n`,
      );
    }
  });
});

describe('A08 · exit code arithmetic', () => {
  it.each([255, 256, 257, 512])('%i failing files are still 3', async (count) => {
    const names = Array.from({ length: count }, (_, i) => `bad-${i}.json`);
    const cwd = folder(Object.fromEntries(names.map((name) => [name, TAMPERED])));
    const outcome = await judged(['verify', ...names, ...keyOf('ed25519')], cwd);
    expect(outcome.code).toBe(3);
    expect(outcome.report!.items).toHaveLength(count);
  });
  it('there are eleven codes, each below 256', () => {
    expect(Object.keys(EXIT_CODES).map(Number)).toEqual([0, 1, 2, 3, 4, 5, 9, 64, 70, 74, 130]);
    expect(worstExitCode([])).toBe(4);
    for (const [codes, worst] of [
      [[0, 3], 3],
      [[2, 3], 3],
      [[4, 2], 2],
      [[5, 4], 4],
      [[1, 5], 5],
      [[0, 1], 1],
      [[0, 0], 0],
    ] as const)
      expect(worstExitCode([...codes])).toBe(worst);
  });
});

describe('A09 · batch mode averages', () => {
  const COUNT = 100;
  it('99 good envelopes and a bad one, in every place of a JSONL file', async () => {
    const good = JSON.stringify(GOOD);
    for (let at = 0; at < COUNT; at += 9) {
      const lines = Array(COUNT).fill(good).with(at, JSON.stringify(TAMPERED));
      const outcome = await verifyEnvelope(lines.join('\n'));
      refused(outcome, 3, 'signature-mismatch');
      expect(outcome.report!.items).toHaveLength(COUNT);
      expect(outcome.report!.items.filter(({ indication }) => indication === 'TOTAL-FAILED')).toHaveLength(1);
    }
    accepted(await verifyEnvelope(Array(COUNT).fill(good).join('\n')));
  });
  it('99 good artifacts and an altered one, in every place', async () => {
    const content = (i: number) => utf8(`file ${i}\n`);
    const payload = statement(
      Array.from({ length: COUNT }, (_, i) => subjectOf(`f${i}`, content(i))),
      SLSA_V1,
      provenanceV1(),
    );
    const names = Array.from({ length: COUNT }, (_, i) => `f${i}`);
    const files: Record<string, Uint8Array | string | JsonObject> = {
      'e.json': envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])),
      altered: OTHER,
    };
    for (const [i, name] of names.entries()) files[name] = content(i);
    const cwd = folder(files);
    const ask = (artifacts: readonly string[]) =>
      judged(['verify', ...artifacts, '--bundle', 'e.json', ...keyOf('ed25519'), ...AT], cwd);
    accepted(await ask(names));
    for (let at = 0; at < COUNT; at += 9) refused(await ask(names.with(at, 'altered')), 2, 'subject-digest-mismatch');
    refused(await ask([...names, 'absent']), 4, 'input-missing');
  });
  it('a good file and a bad one, in either order, and among several bundles', async () => {
    const cwd = folder({
      'artifact.txt': ARTIFACT,
      'other.txt': OTHER,
      'good.json': GOOD,
      'bad.json': TAMPERED,
      'bundle.json': seal(MESSAGE).bundle,
    });
    const ask = (...more: string[]) => judged(['verify', 'artifact.txt', ...more, ...keyOf('ed25519'), ...AT], cwd);
    for (const order of [
      ['good.json', 'bad.json'],
      ['bad.json', 'good.json'],
    ]) {
      refused(await ask(...order.flatMap((name) => ['--bundle', name])), 3, 'signature-mismatch');
      refused(await ask(...order), 3, 'signature-mismatch');
    }
    expect((await ask('other.txt', '--bundle', 'good.json')).code).toBe(2);
    expect((await ask('--bundle', 'good.json', '--bundle', 'absent.json')).code).toBe(4);
  });
  it('an artifact that no line names is told and not passed over', async () => {
    const cwd = folder({
      'artifact.txt': ARTIFACT,
      'other.txt': OTHER,
      'two.jsonl': `${JSON.stringify(GOOD)}\n${JSON.stringify(GOOD)}\n`,
    });
    const outcome = await judged(
      ['verify', 'artifact.txt', 'other.txt', '--bundle', 'two.jsonl', ...keyOf('ed25519'), ...AT],
      cwd,
    );
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toEqual(['signature-absent']);
  });
});

describe('A · an environment that has nothing', () => {
  it('no HOME, no PATH, nothing at all: the same verdicts', () => {
    for (const env of [
      {},
      { HOME: '' },
      { HOME: '/nonexistent' },
      { LANG: 'C', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' },
    ]) {
      expect(start(words('good.json'), { env: env as Record<string, string> }).code).toBe(0);
      expect(start(words('bad.json'), { env: env as Record<string, string> }).code).toBe(3);
    }
  });
});
