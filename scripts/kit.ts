// SPDX-License-Identifier: Apache-2.0
// Puts together what goes into the offline kit, and has the program make the kit of it:
//   npm run release && npm run kit -- --signer key --signing-key kit.pem
// `--platforms linux-x64,win-x64` takes the binaries of these alone. Whatever else stands behind `--` goes to `kit create`; the key is the
// user's own, and none is kept here.
import { spawnSync } from 'node:child_process';
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, ROOT, textOf } from './lib/sources.ts';
import { TARGETS } from './lib/targets.ts';

const STAGE = 'release/kit';
const RELEASED = 'release/SHA256SUMS';
const { version } = JSON.parse(textOf('package.json')) as { version: string };
const OUTPUT = `release/forensic-verify-kit-${version}.tar`;

process.chdir(ROOT);
if (!existsSync(RELEASED))
  throw new Error(`${RELEASED} is not there: npm run release, or npm run build:binary, makes it`);
const { left, words } = platformsOf(process.argv.slice(2));
rmSync(STAGE, { recursive: true, force: true });

// The release as it is: its own lists of checksums and its provenance go with it, and name what is left out too.
const released = textOf(RELEASED)
  .trimEnd()
  .split('\n')
  .map((line) => line.slice(66));
for (const name of [
  ...released.filter((one) => !left.has(one)),
  ...readdirSync('release').filter((one) => /^SHA\d+SUMS$/.test(one)),
])
  put(`release/${name}`, `bin/${name}`);
for (const name of ['README.txt', 'verify-this-kit.sh', 'verify-this-kit.ps1']) put(`offline-kit/${name}`, name);
for (const folder of ['policies', 'schemas', 'plugins']) {
  for (const path of filesBelow(`offline-kit/${folder}`)) put(path, path.slice('offline-kit/'.length));
}
// Trust is what the program carries; it brings it itself. So does it its samples of evidence: these are statements to be signed.
for (const path of filesBelow('offline-kit/samples')) put(path, path.slice('offline-kit/'.length));
// The page prints the tables of CHECKS.md by itself.
for (const path of filesBelow('docs', /(?<!CHECKS)\.md$/)) put(path, `doc/${path.slice(path.lastIndexOf('/') + 1)}`);
for (const name of ['README.md', 'SECURITY.md', 'CHANGELOG.md']) put(name, `doc/${name}`);
licences();

const create = ['src/main.ts', 'kit', 'create', STAGE, '--output-file', OUTPUT, ...words];
const { status } = spawnSync(process.execPath, create, { stdio: 'inherit' });
rmSync(STAGE, { recursive: true });
process.exitCode = status ?? 1;

/** Which binaries stay at home, and the words that are for `kit create`. */
function platformsOf(given: readonly string[]): { readonly left: ReadonlySet<string>; readonly words: string[] } {
  const at = given.indexOf('--platforms');
  if (at === -1) return { left: new Set(), words: [...given] };
  const asked = (given[at + 1] ?? '').split(',');
  const unknown = asked.find((one) => !TARGETS.some(({ name }) => name === one));
  if (unknown !== undefined)
    throw new Error(`--platforms ${unknown}: known are ${TARGETS.map(({ name }) => name).join(', ')}`);
  const left = TARGETS.filter(({ name }) => !asked.includes(name)).map(({ output }) => output);
  const absent = TARGETS.find(({ name, output }) => asked.includes(name) && !existsSync(`release/${output}`));
  if (absent !== undefined) throw new Error(`release/${absent.output} is not there: npm run release makes it`);
  return { left: new Set(left), words: given.filter((_, i) => i !== at && i !== at + 1) };
}

/** Of the program, of its runtime, and of every library that may be inside it. */
function licences(): void {
  put('LICENSE', 'licences/forensic-verify.txt');
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { dev?: boolean }> };
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    // Of the bundler some functions are inside.
    const isInside = dev !== true || path === 'node_modules/rolldown';
    if (path === '' || !isInside || !existsSync(path)) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length).replaceAll('/', '+');
    const text = readdirSync(path).find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one));
    if (text !== undefined) put(join(path, text), `licences/${name}.txt`);
    else if (/node-linux|node-win|node-darwin/.test(name)) throw new Error(`${path} has no licence`);
    else put(join(path, 'package.json'), `licences/${name}.package.json`);
  }
}

function put(from: string, to: string): void {
  const target = join(STAGE, to);
  mkdirSync(dirname(target), { recursive: true });
  // One licence for several copies of one library.
  if (existsSync(target) && !readFileSync(target).equals(readFileSync(from))) {
    throw new Error(`${to} would be there twice`);
  }
  copyFileSync(from, target, constants.COPYFILE_FICLONE);
}
