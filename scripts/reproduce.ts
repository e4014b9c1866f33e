// SPDX-License-Identifier: Apache-2.0
// Builds HEAD twice, as two people in two places would, and compares every byte: `npm run reproduce` (docs/RELEASE.md).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib/sources.ts';
import { fileDigest } from './lib/targets.ts';

const MODULES = ['node_modules', 'scripts/targets/node_modules'];
const USER_NAMESPACE = ['unshare', '--user', '--map-user=54321', '--map-group=54321', '--'];
const FAKED_CLOCK = ['faketime', '2031-07-01 03:04:05'];

interface Builder {
  readonly folder: string;
  readonly umask: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Words before the command, each list where the system allows it. */
  readonly through: readonly (readonly string[])[];
}

const BUILDERS: readonly Builder[] = [
  {
    folder: 'a',
    umask: '022',
    environment: { TZ: 'UTC', LANG: 'C', HOME: '/nonexistent' },
    through: [],
  },
  {
    folder: 'another place, ünder a deeper path/b',
    umask: '077',
    environment: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '/tmp', USER: 'somebody' },
    through: [USER_NAMESPACE, FAKED_CLOCK],
  },
];

process.chdir(ROOT);
for (const folder of MODULES)
  if (!existsSync(folder)) throw new Error(`${folder} is not there: run npm ci and npm run release first`);
const place = mkdtempSync(join(tmpdir(), 'fv-reproduce-'));
try {
  const made = BUILDERS.map((builder) => build(builder));
  const [first = '', second = ''] = made;
  const problems = compare(first, second, 'the two builds');
  if (isOfHead('release')) problems.push(...compare('release', first, 'release/ and a new build'));
  else console.log('release/ is not of this commit, or not there: it is not compared');
  if (problems.length > 0) throw new Error(`not reproducible:\n${problems.join('\n')}`);
  console.log(readFileSync(join(first, 'SHA256SUMS'), 'utf8').trimEnd());
  console.log(`reproduce: ok, ${readdirSync(first).length} files are the same, octet for octet`);
} finally {
  rmSync(place, { recursive: true, force: true });
}

/** @returns the folder of what was made */
function build({ folder, umask, environment, through }: Builder): string {
  const clone = join(place, folder);
  mkdirSync(join(clone, '..'), { recursive: true });
  execFileSync('git', ['clone', '--quiet', '--no-local', '--depth', '1', `file://${ROOT}`, clone]);
  for (const modules of MODULES) copy(join(ROOT, modules), join(clone, modules));
  const allowed = through.filter((words) => {
    const works = spawnSync(words[0]!, [...words.slice(1), 'true']).status === 0;
    if (!works) console.log(`${words.join(' ')}: not to be had here, left out`);
    return works;
  });
  const script = `umask ${umask}; exec "$@"`;
  const command = [...allowed.flat(), 'node_modules/.bin/node', 'scripts/release.ts'];
  console.log(`in ${folder}, umask ${umask}, ${JSON.stringify(environment)}: ${command.join(' ')}`);
  const { status } = spawnSync('/bin/sh', ['-c', script, 'sh', ...command], {
    cwd: clone,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`the build in ${folder} ended with ${status}`);
  return join(clone, 'release');
}

/** By hard links where both lie on one file system: what is installed is only read. */
function copy(from: string, to: string): void {
  if (spawnSync('cp', ['-al', from, to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, to]);
}

function compare(one: string, other: string, what: string): string[] {
  const names = [...new Set([...readdirSync(one), ...readdirSync(other)])].sort();
  return names.flatMap((name) => {
    const [left, right] = [join(one, name), join(other, name)];
    if (!existsSync(left) || !existsSync(right)) return [`${what}: only one has ${name}`];
    return fileDigest(left, 'sha256') === fileDigest(right, 'sha256') ? [] : [`${what}: ${name} differs`];
  });
}

/** Whether a folder was made by `npm run release` from this commit, with nothing changed. */
function isOfHead(folder: string): boolean {
  const file = join(folder, 'provenance.statement.json');
  if (!existsSync(file)) return false;
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const text = readFileSync(file, 'utf8');
  return text.includes(`"git+commit:${head}"`) && !text.includes('"internalParameters"');
}
