// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundled, bundleInto } from './bundle.ts';
import { ROOT } from './sources.ts';
import { NATIVE } from './targets.ts';

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
  'custody-anchored',
];
export const TRIED: readonly string[] = [...USUAL, ...OTHERS];

/**
 * MiB for what is new, twice. V8 would begin with one, and go through all that is alive, which at a start is nearly everything, over and
 * over; and it would end with sixteen, for each thread, where what is made for a document is gone with it.
 */
export const ROOM_FOR_NEW = ['--min-semi-space-size=4', '--max-semi-space-size=4'];
/** The seed fixes V8's hash seed, the only thing in compiled code that differs from build to build. */
export const SEEDED = ['--random-seed=42', ...ROOM_FOR_NEW];
/** Nothing of the builder's own reaches what is built. */
export const EMPTY_ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TZ: 'UTC', LC_ALL: 'C' };

/**
 * The program in parts, each as a function that the entry calls, and beside each what V8 has compiled of it (`.functions`).
 *
 * @param folder from the project's folder, which is the working directory
 * @returns the names of the parts, the entry first, and the modules in them
 */
export async function makeParts(folder: string): Promise<Bundled> {
  const bundled = await bundleInto(folder);
  const parts = bundled.files;
  for (const part of parts) checkBundle(join(folder, part));
  for (const part of parts) {
    const file = join(folder, part);
    // The head stands on the line of the first statement, so that all lines keep their numbers.
    const text = readFileSync(file, 'latin1').replace(/^#!.*/, '');
    writeFileSync(file, `(function (exports, require, module, __filename, __dirname) {${text}\n})`, 'latin1');
  }
  const commands = JSON.stringify([USUAL, OTHERS].map((names) => names.map(commandOf)));
  execFileSync(NATIVE.runtime, [...SEEDED, 'scripts/sea/functions.cjs', folder, commands], {
    env: EMPTY_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return bundled;
}

/** The words of a fixture's command, its files named from the project's folder. */
export function commandOf(name: string): string[] {
  const folder = join('fixtures/cases', name);
  const { command } = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as { command: string[] };
  return command.map((word) => (existsSync(join(folder, word)) ? join(folder, word) : word));
}

/** What must not be in a file of the program, whatever library brought it. */
export function checkBundle(file: string): void {
  const text = readFileSync(file, 'utf8');
  const found: string[] = [];
  for (const [what, pattern] of [
    ['code from strings', /\bnew Function\s*\(|(?<![.\w])eval\s*\([^)]*\)(?!\s*\{)/],
    ['a network module', /require\(["'](node:)?(net|http|https|http2|tls|dgram|dns)(\/[a-z]+)?["']\)/],
    ['native code', /\brequire\(["'][^"']*\.node["']\)|\bprocess\.dlopen\b/],
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
